/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-import-dialog: see the header. */

#include "mou-import-dialog.h"

#include "mou-compare.h"

#include <glib/gi18n.h>

struct _MouImportDialog
{
  AdwMessageDialog parent_instance;

  GtkStringList *sentences;
};

G_DEFINE_FINAL_TYPE (MouImportDialog, mou_import_dialog, ADW_TYPE_MESSAGE_DIALOG)

/* Enter answers; the list is a Tab away. */
static void
mou_import_dialog_map (GtkWidget *widget)
{
  GtkWidget *button = NULL;

  GTK_WIDGET_CLASS (mou_import_dialog_parent_class)->map (widget);

  button = gtk_window_get_default_widget (GTK_WINDOW (widget));
  if (button != NULL)
    gtk_widget_grab_focus (button);
}

static void
mou_import_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MOU_TYPE_IMPORT_DIALOG);

  G_OBJECT_CLASS (mou_import_dialog_parent_class)->dispose (object);
}

static void
mou_import_dialog_class_init (MouImportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mou_import_dialog_dispose;
  widget_class->map = mou_import_dialog_map;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/mouscorecard/MouScorecard/mou-import-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MouImportDialog, sentences);
}

static void
mou_import_dialog_init (MouImportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static guint
count (GPtrArray *differences, MouDifferenceKind kind)
{
  guint n = 0;

  for (guint i = 0; i < differences->len; i++)
    n += ((const MouDifference *) differences->pdata[i])->kind == kind;

  return n;
}

GtkWindow *
mou_import_dialog_new (GtkWindow *parent, const char *name, const MouImport *import, GPtrArray *differences)
{
  MouImportDialog *self = g_object_new (MOU_TYPE_IMPORT_DIALOG, "transient-for", parent, NULL);
  g_autofree char *counts = NULL;

  g_return_val_if_fail (name != NULL && import != NULL && differences != NULL, NULL);

  counts = g_strdup_printf (_ ("%u added, %u changed, %u removed"), count (differences, MOU_DIFFERENCE_ADDED),
                            count (differences, MOU_DIFFERENCE_CHANGED), count (differences, MOU_DIFFERENCE_REMOVED));
  adw_message_dialog_format_heading (ADW_MESSAGE_DIALOG (self), _ ("Import %s?"), name);
  if (import->remark != NULL)
    adw_message_dialog_format_body (ADW_MESSAGE_DIALOG (self), "%s\n%s", counts, import->remark);
  else
    adw_message_dialog_set_body (ADW_MESSAGE_DIALOG (self), counts);
  for (guint i = 0; i < differences->len; i++)
    gtk_string_list_append (self->sentences, ((const MouDifference *) differences->pdata[i])->text);

  return GTK_WINDOW (self);
}
