/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-window-read-only: the bar that says why a register is only shown. Commands that would change it are off; what is typed all the
 * same is refused by the document with the same words. */

#include "mou-window-private.h"

gboolean
mou_window_is_read_only (MouWindow *self)
{
  g_assert (MOU_IS_WINDOW (self));

  return self->document != NULL && mou_document_get_read_only_reason (self->document) != NULL;
}

void
mou_window_read_only_update (MouWindow *self)
{
  g_assert (MOU_IS_WINDOW (self));

  if (mou_window_is_read_only (self))
    gtk_label_set_text (self->read_only_reason, mou_document_get_read_only_reason (self->document));
  gtk_revealer_set_reveal_child (self->read_only_bar, mou_window_is_read_only (self));
  gtk_widget_set_visible (GTK_WIDGET (self->read_only_bar), mou_window_is_read_only (self));
}

gboolean
mou_window_read_only_allows (MouWindow *self, const char *command)
{
  static const char *const reading[] = { "win.export-agreement", "win.export-evaluation", "win.export-json", "win.cancel",     "win.page",
                                         "win.zoom-in",          "win.zoom-out",          "win.zoom-normal", "win.fullscreen", NULL };

  g_assert (MOU_IS_WINDOW (self));

  return !mou_window_is_read_only (self) || g_strv_contains (reading, command);
}
