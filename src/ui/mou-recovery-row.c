/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-recovery-row: see the header. */

#include "mou-recovery-row.h"
#include "mou-document-recovery.h"
#include "mou-moment.h"
#include "mou-recovery.h"

#include <glib/gi18n.h>

/* How much of it is told. */
#define MAX_ENTRIES 20
#define MAX_LINES 4

struct _MouRecoveryRow
{
  AdwExpanderRow parent_instance;

  GtkButton *discard;
  GtkButton *recover;
  GtkWidget *waiting;

  char *folder;
  char *name;
  guint n_unsaved;
  gboolean thai_digits;
  gboolean wants_focus; /* as soon as there is something to decide */
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (MouRecoveryRow, mou_recovery_row, ADW_TYPE_EXPANDER_ROW)

typedef enum
{
  SIGNAL_RECOVER,
  SIGNAL_DISCARD,
  N_SIGNALS
} MouRecoveryRowSignal;

static guint signals[N_SIGNALS];

/* A row that only says something. */
static void
add_line (MouRecoveryRow *self, const char *icon, const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title_markup = g_markup_escape_text (title, -1);
  g_autofree char *subtitle_markup = g_markup_escape_text (subtitle, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title_markup);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle_markup);
  adw_action_row_set_icon_name (ADW_ACTION_ROW (row), icon);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
}

static char *
join_lines (char **lines)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const guint n_lines = g_strv_length (lines);

  for (guint i = 0; i < MIN (n_lines, MAX_LINES); i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", lines[i]);
  if (n_lines > MAX_LINES)
    {
      g_string_append_c (text, '\n');
      g_string_append_printf (text, ngettext ("and %u more change", "and %u more changes", n_lines - MAX_LINES), n_lines - MAX_LINES);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
add_entry (MouRecoveryRow *self, const MouHistoryEntry *entry)
{
  g_autofree char *moment = mou_moment_format (entry->at, self->thai_digits);
  g_autofree char *lines = join_lines (entry->lines);
  g_autofree char *format = entry->is_undo   ? g_strdup_printf (_ ("Undo: %s"), entry->label)
                            : entry->is_redo ? g_strdup_printf (_ ("Redo: %s"), entry->label)
                                             : g_strdup (entry->label);
  g_autofree char *detail = g_strjoin ("\n", moment, lines, NULL);

  add_line (self, NULL, format, detail);
}

static void
show_target (MouRecoveryRow *self, MouTargetState state)
{
  if (state == MOU_TARGET_CHANGED)
    add_line (self, "dialog-warning-symbolic", _ ("The file was changed since"),
              _ ("Recovering changes nothing in it; saving will then ask what to do about the other changes."));
  if (state == MOU_TARGET_MISSING)
    add_line (self, "dialog-warning-symbolic", _ ("The file is no longer there"), _ ("Recovered work can be saved under another name."));
}

static void
show_preview (MouRecoveryRow *self, MouRecoveryPreview *preview)
{
  show_target (self, preview->target);
  for (guint i = 0; i < preview->entries->len; i++)
    add_entry (self, preview->entries->pdata[i]);
  if (preview->n_unsaved > preview->entries->len)
    {
      const guint n_more = preview->n_unsaved - preview->entries->len;
      g_autofree char *more = g_strdup_printf (ngettext ("and %u more change", "and %u more changes", n_more), n_more);

      add_line (self, NULL, more, "");
    }
  if (preview->target == MOU_TARGET_CHANGED || preview->target == MOU_TARGET_MISSING)
    adw_expander_row_set_expanded (ADW_EXPANDER_ROW (self), TRUE);
}

/* It stays where it is, for whoever can save something of it. */
static void
show_damage (MouRecoveryRow *self, const char *reason)
{
  add_line (self, "dialog-error-symbolic", _ ("It cannot be recovered"), reason);
  gtk_widget_set_sensitive (GTK_WIDGET (self->recover), FALSE);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (self), TRUE);
}

static void
read_in_thread (GTask *task, gpointer object, gpointer folder, GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;
  MouRecoveryPreview *preview = mou_document_preview_recoverable (folder, MAX_ENTRIES, &error);

  if (preview != NULL)
    g_task_return_pointer (task, preview, (GDestroyNotify) mou_recovery_preview_free);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
read_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  MouRecoveryRow *self = MOU_RECOVERY_ROW (object);
  g_autoptr (GError) error = NULL;
  g_autoptr (MouRecoveryPreview) preview = g_task_propagate_pointer (G_TASK (result), &error);

  /* Only a dialog that is gone cancels; the row is then nobody's. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  gtk_widget_set_visible (self->waiting, FALSE);
  gtk_widget_set_sensitive (GTK_WIDGET (self->recover), TRUE);
  gtk_widget_set_sensitive (GTK_WIDGET (self->discard), TRUE);
  if (preview != NULL)
    show_preview (self, preview);
  else
    show_damage (self, error->message);
  if (self->wants_focus)
    gtk_widget_grab_focus (GTK_WIDGET (preview != NULL ? self->recover : self->discard));
}

static void
recover_clicked_cb (GtkButton *button, MouRecoveryRow *self)
{
  g_signal_emit (self, signals[SIGNAL_RECOVER], 0);
}

static void
discard_clicked_cb (GtkButton *button, MouRecoveryRow *self)
{
  g_signal_emit (self, signals[SIGNAL_DISCARD], 0);
}

static void
mou_recovery_row_dispose (GObject *object)
{
  MouRecoveryRow *self = MOU_RECOVERY_ROW (object);

  g_cancellable_cancel (self->cancellable);

  G_OBJECT_CLASS (mou_recovery_row_parent_class)->dispose (object);
}

static void
mou_recovery_row_finalize (GObject *object)
{
  MouRecoveryRow *self = MOU_RECOVERY_ROW (object);

  g_clear_object (&self->cancellable);
  g_free (self->folder);
  g_free (self->name);

  G_OBJECT_CLASS (mou_recovery_row_parent_class)->finalize (object);
}

static void
mou_recovery_row_class_init (MouRecoveryRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mou_recovery_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = mou_recovery_row_finalize;

  signals[SIGNAL_RECOVER] = g_signal_new ("recover", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_DISCARD] = g_signal_new ("discard", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/mouscorecard/MouScorecard/mou-recovery-row.ui");
  gtk_widget_class_bind_template_child (widget_class, MouRecoveryRow, discard);
  gtk_widget_class_bind_template_child (widget_class, MouRecoveryRow, recover);
  gtk_widget_class_bind_template_child (widget_class, MouRecoveryRow, waiting);
  gtk_widget_class_bind_template_callback (widget_class, recover_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, discard_clicked_cb);
}

static void
mou_recovery_row_init (MouRecoveryRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
}

/* "3 unsaved changes · 21 พฤศจิกายน 2569, 10:15", below it where the file is. */
static char *
describe (const MouRecoverable *copy, gboolean thai_digits)
{
  g_autofree char *moment = mou_moment_format (copy->modified, thai_digits);
  g_autofree char *changes = g_strdup_printf (ngettext ("%u unsaved change", "%u unsaved changes", copy->unsaved), copy->unsaved);
  g_autofree char *folder = copy->target != NULL ? g_path_get_dirname (copy->target) : NULL;
  g_autofree char *where = folder != NULL ? g_filename_display_name (folder) : NULL;

  return where != NULL ? g_strdup_printf ("%s · %s\n%s", changes, moment, where) : g_strdup_printf ("%s · %s", changes, moment);
}

GtkWidget *
mou_recovery_row_new (const MouRecoverable *copy, gboolean thai_digits)
{
  MouRecoveryRow *self = g_object_new (MOU_TYPE_RECOVERY_ROW, NULL);
  g_autofree char *detail = describe (copy, thai_digits);
  g_autofree char *markup = g_markup_escape_text (detail, -1);
  g_autofree char *title = NULL;
  g_autoptr (GTask) task = g_task_new (self, self->cancellable, read_cb, NULL);

  self->folder = g_strdup (copy->folder);
  self->name = mou_recovery_dup_name (copy->target);
  self->n_unsaved = copy->unsaved;
  self->thai_digits = thai_digits;
  title = g_markup_escape_text (self->name, -1);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), markup);

  /* The copy is locked while it is read, so that nothing can be decided about it meanwhile. */
  g_task_set_task_data (task, g_strdup (copy->folder), g_free);
  g_task_run_in_thread (task, read_in_thread);

  return GTK_WIDGET (self);
}

const char *
mou_recovery_row_get_folder (MouRecoveryRow *self)
{
  g_return_val_if_fail (MOU_IS_RECOVERY_ROW (self), NULL);

  return self->folder;
}

const char *
mou_recovery_row_get_name (MouRecoveryRow *self)
{
  g_return_val_if_fail (MOU_IS_RECOVERY_ROW (self), NULL);

  return self->name;
}

guint
mou_recovery_row_get_n_unsaved (MouRecoveryRow *self)
{
  g_return_val_if_fail (MOU_IS_RECOVERY_ROW (self), 0);

  return self->n_unsaved;
}

gboolean
mou_recovery_row_can_recover (MouRecoveryRow *self)
{
  g_return_val_if_fail (MOU_IS_RECOVERY_ROW (self), FALSE);

  return gtk_widget_get_sensitive (GTK_WIDGET (self->recover));
}

void
mou_recovery_row_focus (MouRecoveryRow *self)
{
  g_return_if_fail (MOU_IS_RECOVERY_ROW (self));

  self->wants_focus = TRUE;
  gtk_widget_grab_focus (GTK_WIDGET (self->recover));
}
