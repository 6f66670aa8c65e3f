/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-window-copy: the register without its history, to be given away; the window goes on with the file it has. */

#include "mou-document-clean-copy.h"
#include "mou-file-dialog.h"
#include "mou-window-private.h"

#include <glib/gi18n.h>

static void
file_chosen_cb (GFile *file, gpointer data)
{
  g_autoptr (MouWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
  g_autofree char *name = path != NULL ? g_filename_display_basename (path) : NULL;
  g_autofree char *message = NULL;

  if (path == NULL || self->document == NULL)
    return;
  if (!mou_document_save_clean_copy (self->document, path, &error))
    {
      mou_window_alert (self, _ ("The copy was not saved"), error->message);
      return;
    }

  message = g_strdup_printf (_ ("Saved a copy without history: %s"), name);
  mou_window_toast (self, message);
}

/* "mwa-without-history.mou" beside "mwa.mou" */
static char *
propose_name (MouWindow *self)
{
  const char *path = mou_document_get_path (self->document);
  g_autofree char *name = path != NULL ? g_path_get_basename (path) : g_strdup ("register.mou");

  if (g_str_has_suffix (name, ".mou"))
    name[strlen (name) - strlen (".mou")] = '\0';

  return g_strconcat (name, "-without-history.mou", NULL);
}

void
mou_window_save_clean_copy (MouWindow *self)
{
  g_autofree char *name = NULL;

  if (!mou_document_view_commit_editing (self->view))
    return;

  name = propose_name (self);
  mou_file_dialog_save (GTK_WINDOW (self), _ ("Save a copy without history"), MOU_FILE_REGISTER, name, file_chosen_cb, g_object_ref (self));
}
