/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-salvage-dialog: see the header. */

#include "mou-salvage-dialog.h"

struct _MouSalvageDialog
{
  AdwWindow parent_instance;

  GtkLabel *summary;
  GtkTextView *text;
};

G_DEFINE_FINAL_TYPE (MouSalvageDialog, mou_salvage_dialog, ADW_TYPE_WINDOW)

static void
copy_clicked_cb (MouSalvageDialog *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text);
  GtkTextIter start, end;
  g_autofree char *text = NULL;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
}

static void
mou_salvage_dialog_class_init (MouSalvageDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/mouscorecard/MouScorecard/mou-salvage-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MouSalvageDialog, summary);
  gtk_widget_class_bind_template_child (widget_class, MouSalvageDialog, text);
  gtk_widget_class_bind_template_callback (widget_class, copy_clicked_cb);
}

static void
mou_salvage_dialog_init (MouSalvageDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
mou_salvage_dialog_present (GtkWindow *parent, const MouSalvageReport *report)
{
  MouSalvageDialog *self = NULL;
  g_autofree char *text = NULL;

  g_return_if_fail (GTK_IS_WINDOW (parent));
  g_return_if_fail (report != NULL);

  self = g_object_new (MOU_TYPE_SALVAGE_DIALOG, "transient-for", parent, NULL);
  text = mou_salvage_report_dup_text (report);
  gtk_label_set_text (self->summary, report->summary);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->text), text, -1);
  gtk_window_present (GTK_WINDOW (self));
}
