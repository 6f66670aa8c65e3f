/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-window-file: how a register comes into a window: open, recover. Leaving is
 * in mou-window-save.c. */

#include "mou-window-private.h"
#include "mou-fiscal-year.h"
#include "mou-recents.h"

#include <glib/gi18n.h>

void
mou_window_remember_recent (MouWindow *self)
{
  const char *path = mou_document_get_path (self->document);
  g_autoptr (GFile) file = path != NULL ? g_file_new_for_path (path) : NULL;

  if (file != NULL)
    mou_recents_add (self->recents, file);
}

/* Both may go on: whoever saves second is asked. But it is better to know of each other. */
static void
tell_about_others (MouWindow *self)
{
  g_autofree char *holder = NULL;
  g_autofree char *message = NULL;

  if (!mou_document_find_other_holder (self->document, &holder))
    return;

  message = g_strdup_printf (
      _ ("It is open in another program: %s. Both can be worked on; whoever saves second will be asked what to do about the "
         "changes of the other."),
      holder);
  mou_window_alert (self, _ ("Somebody has this file open"), message);
}

static void
opened_cb (MouWindow *self, MouDocument *document, const GError *error, MouOpening *opening)
{
  g_clear_object (&self->opening);
  mou_window_set_document (self, document);
  gtk_window_present (GTK_WINDOW (self));
  if (mou_opening_get_salvage_report (opening) != NULL)
    mou_window_tell_salvaged (self, mou_opening_get_salvage_report (opening));
  if (document != NULL)
    {
      mou_window_remember_recent (self);
      tell_about_others (self);
    }
  else if (g_error_matches (error, MOU_DOCUMENT_ERROR, MOU_DOCUMENT_ERROR_DAMAGED) && !mou_opening_is_salvage (opening))
    mou_window_offer_salvage (self, opening, error->message);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    mou_window_alert (self, _ ("The file cannot be opened"), error->message);
}

void
mou_window_open (MouWindow *self, MouOpening *opening)
{
  g_return_if_fail (MOU_IS_WINDOW (self));

  self->opening = g_object_ref (opening);
  g_signal_connect_object (opening, "done", G_CALLBACK (opened_cb), self, G_CONNECT_SWAPPED);
  adw_status_page_set_description (self->loading, mou_opening_get_name (opening));
  gtk_stack_set_visible_child_name (self->content, "loading");
  mou_window_actions_update (self);
}

void
mou_window_new_register (MouWindow *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (MouDocument) document = mou_document_new (NULL, NULL, &error);

  g_return_if_fail (MOU_IS_WINDOW (self));

  if (document == NULL
      || !mou_document_new_agreement (document, _ ("State enterprise"), _ ("SE"), g_date_time_get_year (now) + MOU_BUDDHIST_ERA_OFFSET,
                                      NULL, &error))
    mou_window_alert (self, _ ("A new register cannot be made"), error->message);
  else
    mou_window_set_document (self, document);
}
