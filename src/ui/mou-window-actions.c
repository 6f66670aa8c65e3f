/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-window-actions: the commands of a window, each a line over a verb of the document. */

#include "mou-window-private.h"
#include "mou-editor.h"
#include "mou-signing.h"

#include <glib/gi18n.h>

/* What every verb's failure leads to: a sentence, and nothing changed. The error by its place: arguments are evaluated in any order. */
static void
tell (MouWindow *self, gboolean done, GError **error)
{
  if (!done)
    mou_window_toast (self, (*error)->message);
}

static void
save_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  mou_window_save (MOU_WINDOW (widget));
}

static void
save_as_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  mou_window_save_as (MOU_WINDOW (widget));
}

static void
revert_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  mou_window_revert (MOU_WINDOW (widget));
}

static void
backups_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  mou_window_show_backups (MOU_WINDOW (widget));
}

static void
save_clean_copy_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  mou_window_save_clean_copy (MOU_WINDOW (widget));
}

static void
import_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  mou_window_import (MOU_WINDOW (widget));
}

static void
merge_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  mou_window_merge (MOU_WINDOW (widget));
}

static void
export_agreement_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  mou_window_export_report (MOU_WINDOW (widget), "agreement");
}

static void
export_evaluation_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  mou_window_export_report (MOU_WINDOW (widget), "evaluation");
}

static void
export_json_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  mou_window_export_json (MOU_WINDOW (widget));
}

static void
verify_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  mou_window_verify (MOU_WINDOW (widget));
}

static void
export_tables_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  mou_window_export_tables (MOU_WINDOW (widget));
}

static void
export_csv_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  mou_window_export_csv (MOU_WINDOW (widget));
}

static void
cancel_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  mou_opening_cancel (MOU_WINDOW (widget)->opening);
}

static gboolean
is_typing (MouWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  return GTK_IS_TEXT (focus) || GTK_IS_TEXT_VIEW (focus);
}

/* While somebody types, undo and redo are those of the text; a row of the inspector in which nothing was typed leaves them alone. */
static gboolean
activate_text_action (MouWindow *self, const char *action)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  GtkWidget *editor = focus != NULL ? gtk_widget_get_ancestor (focus, MOU_TYPE_EDITOR) : NULL;

  if (editor != NULL && !mou_editor_is_typed (MOU_EDITOR (editor)))
    return FALSE;

  return is_typing (self) && gtk_widget_activate_action (focus, action, NULL);
}

static void
undo_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MouWindow *self = MOU_WINDOW (widget);
  g_autoptr (GError) error = NULL;

  if (activate_text_action (self, "text.undo"))
    return;

  tell (self, mou_document_undo (self->document, &error), &error);
}

static void
redo_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MouWindow *self = MOU_WINDOW (widget);
  g_autoptr (GError) error = NULL;

  if (activate_text_action (self, "text.redo"))
    return;

  tell (self, mou_document_redo (self->document, &error), &error);
}

static void
new_year_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MouWindow *self = MOU_WINDOW (widget);
  g_autoptr (GError) error = NULL;
  gint64 agreement = 0;

  tell (self, mou_document_new_year (self->document, mou_document_get_agreement_id (self->document), &agreement, &error), &error);
  if (agreement != 0)
    mou_document_set_agreement_id (self->document, agreement);
}

static gint64
get_selected (MouWindow *self)
{
  return mou_selection_get_indicator (mou_document_view_get_selection (self->view));
}

static void
show_row (MouWindow *self, gint64 row)
{
  const MouPlace place = { row, MOU_ENTITY_INDICATOR, row, MOU_INDICATOR_NAME, NULL };

  if (row != 0)
    mou_document_view_show_place (self->view, &place);
}

static void
add_indicator_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MouWindow *self = MOU_WINDOW (widget);
  const gboolean as_child = g_str_equal (name, "win.add-sub-indicator");
  g_autoptr (GError) error = NULL;
  gint64 row = 0;

  tell (self, mou_document_add_indicator (self->document, get_selected (self), as_child, &row, &error), &error);
  show_row (self, row);
}

static void
delete_indicator_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MouWindow *self = MOU_WINDOW (widget);
  const gint64 row = get_selected (self);
  g_autoptr (GError) error = NULL;
  AdwToast *toast = NULL;

  if (row == 0)
    return;
  if (!mou_document_delete_row (self->document, row, &error))
    {
      mou_window_toast (self, error->message);
      return;
    }

  toast = adw_toast_new (_ ("Indicator deleted"));
  adw_toast_set_button_label (toast, _ ("_Undo"));
  adw_toast_set_action_name (toast, "win.undo");
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/* Its keys come before the sheet's, which would extend the selection; somebody who is typing is left alone. */
static void
move_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MouWindow *self = MOU_WINDOW (widget);
  const int places = g_str_equal (name, "win.move-up") ? -1 : 1;
  const gint64 row = get_selected (self);
  g_autoptr (GError) error = NULL;

  if (row != 0 && !is_typing (self))
    tell (self, mou_document_move_indicator (self->document, row, places, &error), &error);
}

static void
indent_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MouWindow *self = MOU_WINDOW (widget);
  const gint64 row = get_selected (self);
  g_autoptr (GError) error = NULL;

  if (row != 0)
    tell (self, mou_document_indent_indicator (self->document, row, g_str_equal (name, "win.outdent"), &error), &error);
}

static void
generate_levels_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MouWindow *self = MOU_WINDOW (widget);
  const gint64 row = get_selected (self);
  g_autoptr (GError) error = NULL;

  if (row != 0)
    tell (self, mou_document_generate_levels (self->document, row, &error), &error);
}

static void
sign_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  mou_window_sign (MOU_WINDOW (widget));
}

static void
reopen_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  mou_window_reopen (MOU_WINDOW (widget));
}

static void
rebase_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MouWindow *self = MOU_WINDOW (widget);
  const gint64 row = get_selected (self);

  if (row != 0)
    mou_window_rebase (self, row);
}

static void
page_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  mou_document_view_set_page (MOU_WINDOW (widget)->view, g_variant_get_string (parameter, NULL));
}

static void
indicator_history_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MouWindow *self = MOU_WINDOW (widget);

  if (get_selected (self) != 0)
    mou_document_view_show_history (self->view);
}

static void
zoom_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MouWindow *self = MOU_WINDOW (widget);
  const double zoom = g_settings_get_double (self->settings, "sheet-zoom");
  const double step = g_str_equal (name, "win.zoom-in") ? 0.125 : -0.125;

  g_settings_set_double (self->settings, "sheet-zoom", g_str_equal (name, "win.zoom-normal") ? 1 : CLAMP (zoom + step, 0.75, 2));
}

static void
fullscreen_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (gtk_window_is_fullscreen (GTK_WINDOW (widget)))
    gtk_window_unfullscreen (GTK_WINDOW (widget));
  else
    gtk_window_fullscreen (GTK_WINDOW (widget));
}

/* What a command needs before it makes sense. */
typedef enum
{
  NEEDS_NOTHING,
  NEEDS_DOCUMENT,
  NEEDS_FILE,
  NEEDS_UNSAVED,
  NEEDS_AGREEMENT,
  NEEDS_UNSIGNED,
  NEEDS_SIGNED,
  NEEDS_OPENING
} Need;

static const struct
{
  const char *name;
  const char *parameter;
  GtkWidgetActionActivateFunc activate;
  Need need;
} commands[] = {
  { "win.save", NULL, save_action, NEEDS_DOCUMENT },
  { "win.save-as", NULL, save_as_action, NEEDS_DOCUMENT },
  { "win.save-clean-copy", NULL, save_clean_copy_action, NEEDS_DOCUMENT },
  { "win.revert", NULL, revert_action, NEEDS_UNSAVED },
  { "win.backups", NULL, backups_action, NEEDS_FILE },
  { "win.import", NULL, import_action, NEEDS_DOCUMENT },
  { "win.merge", NULL, merge_action, NEEDS_DOCUMENT },
  { "win.export-agreement", NULL, export_agreement_action, NEEDS_AGREEMENT },
  { "win.export-evaluation", NULL, export_evaluation_action, NEEDS_AGREEMENT },
  { "win.export-json", NULL, export_json_action, NEEDS_AGREEMENT },
  { "win.verify", NULL, verify_action, NEEDS_AGREEMENT },
  { "win.export-tables", NULL, export_tables_action, NEEDS_AGREEMENT },
  { "win.export-csv", NULL, export_csv_action, NEEDS_AGREEMENT },
  { "win.cancel", NULL, cancel_action, NEEDS_OPENING },
  { "win.undo", NULL, undo_action, NEEDS_DOCUMENT },
  { "win.redo", NULL, redo_action, NEEDS_DOCUMENT },
  { "win.new-year", NULL, new_year_action, NEEDS_AGREEMENT },
  { "win.add-indicator", NULL, add_indicator_action, NEEDS_AGREEMENT },
  { "win.add-sub-indicator", NULL, add_indicator_action, NEEDS_AGREEMENT },
  { "win.delete-indicator", NULL, delete_indicator_action, NEEDS_AGREEMENT },
  { "win.move-up", NULL, move_action, NEEDS_AGREEMENT },
  { "win.move-down", NULL, move_action, NEEDS_AGREEMENT },
  { "win.indent", NULL, indent_action, NEEDS_AGREEMENT },
  { "win.outdent", NULL, indent_action, NEEDS_AGREEMENT },
  { "win.generate-levels", NULL, generate_levels_action, NEEDS_AGREEMENT },
  { "win.sign", NULL, sign_action, NEEDS_UNSIGNED },
  { "win.reopen", NULL, reopen_action, NEEDS_SIGNED },
  { "win.rebase", NULL, rebase_action, NEEDS_AGREEMENT },
  { "win.indicator-history", NULL, indicator_history_action, NEEDS_AGREEMENT },
  { "win.page", "s", page_action, NEEDS_DOCUMENT },
  { "win.zoom-in", NULL, zoom_action, NEEDS_DOCUMENT },
  { "win.zoom-out", NULL, zoom_action, NEEDS_DOCUMENT },
  { "win.zoom-normal", NULL, zoom_action, NEEDS_DOCUMENT },
  { "win.fullscreen", NULL, fullscreen_action, NEEDS_NOTHING },
};

void
mou_window_actions_install (GtkWidgetClass *klass)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    gtk_widget_class_install_action (klass, commands[i].name, commands[i].parameter, commands[i].activate);
}

static gboolean
is_signed (MouWindow *self)
{
  return mou_signing_is_locked (mou_document_get_register (self->document), mou_document_get_agreement_id (self->document));
}

static gboolean
is_met (MouWindow *self, Need need)
{
  switch (need)
    {
    case NEEDS_DOCUMENT:
      return self->document != NULL;
    case NEEDS_FILE:
      return self->document != NULL && mou_document_get_path (self->document) != NULL;
    case NEEDS_UNSAVED:
      return is_met (self, NEEDS_FILE) && mou_document_get_modified (self->document);
    case NEEDS_AGREEMENT:
      return self->document != NULL && mou_document_get_agreement (self->document) != NULL;
    case NEEDS_UNSIGNED:
      return is_met (self, NEEDS_AGREEMENT) && !is_signed (self);
    case NEEDS_SIGNED:
      return is_met (self, NEEDS_AGREEMENT) && is_signed (self);
    case NEEDS_OPENING:
      return self->opening != NULL;
    case NEEDS_NOTHING:
    default:
      return TRUE;
    }
}

/* The tooltip says what would be undone; without anything to undo the command is off. */
static void
describe_step (MouWindow *self, GtkWidget *button, const char *action, const char *label, const char *format, const char *nothing)
{
  g_autofree char *text = label != NULL ? g_strconcat (format, " ", label, NULL) : g_strdup (nothing);

  gtk_widget_set_tooltip_text (button, text);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), action, label != NULL);
}

void
mou_window_actions_update (MouWindow *self)
{
  const gboolean may_step = self->document != NULL && !mou_window_is_read_only (self);

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), commands[i].name,
                                   is_met (self, commands[i].need) && mou_window_read_only_allows (self, commands[i].name));

  describe_step (self, self->undo_button, "win.undo", may_step ? mou_document_get_undo_label (self->document) : NULL, _ ("Undo (Ctrl+Z):"),
                 _ ("Nothing to undo"));
  describe_step (self, self->redo_button, "win.redo", may_step ? mou_document_get_redo_label (self->document) : NULL,
                 _ ("Redo (Ctrl+Shift+Z):"), _ ("Nothing to redo"));
  gtk_widget_set_sensitive (self->export_button, is_met (self, NEEDS_AGREEMENT));
}
