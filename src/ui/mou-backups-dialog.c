/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-backups-dialog: see the header. */

#include "mou-backups-dialog.h"
#include "mou-moment.h"

#include <glib/gi18n.h>

struct _MouBackupsDialog
{
  AdwWindow parent_instance;

  GtkStack *stack;
  GtkListBox *list;
  GtkLabel *file;

  GPtrArray *backups; /* MouRegisterBackup */
};

G_DEFINE_FINAL_TYPE (MouBackupsDialog, mou_backups_dialog, ADW_TYPE_WINDOW)

typedef enum
{
  SIGNAL_OPEN_COPY,
  SIGNAL_RESTORE,
  N_SIGNALS
} MouBackupsDialogSignal;

static guint signals[N_SIGNALS];

/* Whose button it is: rows stand in the order of the backups. */
static const MouRegisterBackup *
find_backup (MouBackupsDialog *self, GtkWidget *button)
{
  GtkWidget *row = gtk_widget_get_ancestor (button, GTK_TYPE_LIST_BOX_ROW);

  return self->backups->pdata[gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row))];
}

static void
open_copy_clicked_cb (GtkWidget *button, MouBackupsDialog *self)
{
  g_signal_emit (self, signals[SIGNAL_OPEN_COPY], 0, find_backup (self, button)->path);
  gtk_window_close (GTK_WINDOW (self));
}

static void
restore_clicked_cb (GtkWidget *button, MouBackupsDialog *self)
{
  g_signal_emit (self, signals[SIGNAL_RESTORE], 0, find_backup (self, button));
  gtk_window_close (GTK_WINDOW (self));
}

static void
add_button (MouBackupsDialog *self, GtkWidget *row, const char *label, GCallback clicked_cb)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_object (button, "clicked", clicked_cb, self, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

/* "412 kB · last change: Change weight of 1.1, สมชาย" */
static char *
describe (const MouRegisterBackup *backup)
{
  g_autofree char *size = g_format_size (backup->size);

  if (backup->label == NULL)
    return g_steal_pointer (&size);

  return g_strdup_printf (_ ("%s · last change: %s (%s)"), size, backup->label, backup->author);
}

static void
add_row (MouBackupsDialog *self, const MouRegisterBackup *backup, gboolean can_restore, gboolean thai_digits)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *moment = mou_moment_format (backup->at, thai_digits);
  g_autofree char *detail = describe (backup);
  g_autofree char *title = g_markup_escape_text (moment, -1);
  g_autofree char *subtitle = g_markup_escape_text (detail, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  add_button (self, row, _ ("Open a _Copy"), G_CALLBACK (open_copy_clicked_cb));
  if (can_restore)
    add_button (self, row, _ ("_Restore…"), G_CALLBACK (restore_clicked_cb));
  gtk_list_box_append (self->list, row);
}

static void
mou_backups_dialog_finalize (GObject *object)
{
  g_clear_pointer (&MOU_BACKUPS_DIALOG (object)->backups, g_ptr_array_unref);

  G_OBJECT_CLASS (mou_backups_dialog_parent_class)->finalize (object);
}

static void
mou_backups_dialog_class_init (MouBackupsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = mou_backups_dialog_finalize;

  signals[SIGNAL_OPEN_COPY]
      = g_signal_new ("open-copy", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_RESTORE]
      = g_signal_new ("restore", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/mouscorecard/MouScorecard/mou-backups-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MouBackupsDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, MouBackupsDialog, list);
  gtk_widget_class_bind_template_child (widget_class, MouBackupsDialog, file);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
mou_backups_dialog_init (MouBackupsDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
mou_backups_dialog_new (GtkWindow *parent, const char *path, gboolean can_restore, gboolean thai_digits)
{
  MouBackupsDialog *self = g_object_new (MOU_TYPE_BACKUPS_DIALOG, "transient-for", parent, NULL);
  g_autofree char *name = g_filename_display_basename (path);

  self->backups = mou_document_list_backups (path, NULL);
  for (guint i = 0; i < self->backups->len; i++)
    add_row (self, self->backups->pdata[i], can_restore, thai_digits);
  gtk_label_set_text (self->file, name);
  gtk_stack_set_visible_child_name (self->stack, self->backups->len > 0 ? "backups" : "empty");

  return GTK_WIDGET (self);
}
