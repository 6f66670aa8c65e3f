/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-history-filter-bar: see the header. */

#include "mou-history-filter-bar.h"

#include <glib/gi18n.h>

/* The choices of `kind`, in the order of the template. */
typedef enum
{
  KIND_ALL,
  KIND_STANDING,
  KIND_EDITS,
  KIND_IMPORTS,
  KIND_MERGES,
  KIND_STATUS
} Kind;

struct _MouHistoryFilterBar
{
  GtkBox parent_instance;

  GtkEditable *search;
  GtkDropDown *scope;
  GtkToggleButton *indicator_only;
  GtkDropDown *author;
  GtkMenuButton *days;
  GtkPopover *days_popover;
  GtkEditable *since;
  GtkEditable *until;
  GtkDropDown *kind;
  GtkWidget *clear;
  GtkLabel *count;

  MouDocument *document;   /* borrowed; NULL: none */
  MouSelection *selection; /* borrowed */
  gboolean quiet;          /* choices are being set, not made */

  const char *authors[2]; /* the one that is chosen, borrowed from the list */
  char *since_moment;     /* NULL: any */
  char *until_moment;
};

G_DEFINE_FINAL_TYPE (MouHistoryFilterBar, mou_history_filter_bar, GTK_TYPE_BOX)

static guint changed_signal;

static void
emit_changed (MouHistoryFilterBar *self)
{
  gtk_widget_set_visible (self->clear, mou_history_filter_bar_is_set (self));
  if (!self->quiet)
    g_signal_emit (self, changed_signal, 0);
}

static void
search_stopped_cb (MouHistoryFilterBar *self)
{
  gtk_editable_set_text (self->search, "");
}

/* Days */

/* FALSE for a text that is no day: it stays, is marked, and asks nothing. */
static gboolean
read_day (GtkEditable *entry, int days, char **moment)
{
  const char *text = gtk_editable_get_text (entry);
  g_autoptr (GError) error = NULL;

  g_clear_pointer (moment, g_free);
  if (*text != '\0')
    *moment = mou_history_parse_day (text, days, &error);
  if (error != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (entry), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (entry), "error");
  gtk_widget_set_tooltip_text (GTK_WIDGET (entry), error != NULL ? error->message : NULL);

  return error == NULL;
}

static void
show_days (MouHistoryFilterBar *self)
{
  const char *since = gtk_editable_get_text (self->since);
  const char *until = gtk_editable_get_text (self->until);
  g_autofree char *label = NULL;

  if (self->since_moment != NULL && self->until_moment != NULL)
    label = g_strdup_printf (_ ("%s to %s"), since, until);
  else if (self->since_moment != NULL)
    label = g_strdup_printf (_ ("From %s"), since);
  else if (self->until_moment != NULL)
    label = g_strdup_printf (_ ("To %s"), until);

  gtk_menu_button_set_label (self->days, label != NULL ? label : _ ("Any Day"));
}

/* While a day is being typed it is none yet: nothing is asked anew until it is one. */
static void
days_changed_cb (MouHistoryFilterBar *self)
{
  gboolean since = read_day (self->since, 0, &self->since_moment);
  gboolean until = read_day (self->until, 1, &self->until_moment);

  show_days (self);
  if (since && until)
    emit_changed (self);
}

static void
days_activated_cb (MouHistoryFilterBar *self)
{
  gtk_popover_popdown (self->days_popover);
}

/* Authors */

static const char *
get_author (MouHistoryFilterBar *self)
{
  guint selected = gtk_drop_down_get_selected (self->author);
  GtkStringList *names = GTK_STRING_LIST (gtk_drop_down_get_model (self->author));

  return names != NULL && selected != GTK_INVALID_LIST_POSITION && selected > 0 ? gtk_string_list_get_string (names, selected) : NULL;
}

static gboolean
lists_authors (GListModel *names, GPtrArray *authors)
{
  if (names == NULL || g_list_model_get_n_items (names) != authors->len + 1)
    return FALSE;

  for (guint i = 0; i < authors->len; i++)
    if (!g_str_equal (gtk_string_list_get_string (GTK_STRING_LIST (names), i + 1), authors->pdata[i]))
      return FALSE;

  return TRUE;
}

/* The one that is chosen stays chosen. */
static void
refresh_authors (MouHistoryFilterBar *self)
{
  g_autoptr (GPtrArray) authors = self->document != NULL ? mou_document_list_authors (self->document, NULL) : NULL;
  g_autofree char *chosen = g_strdup (get_author (self));
  g_autoptr (GtkStringList) names = NULL;
  guint selected = 0;

  if (authors == NULL)
    authors = g_ptr_array_new_with_free_func (g_free);
  if (lists_authors (gtk_drop_down_get_model (self->author), authors))
    return;

  names = gtk_string_list_new ((const char *const[]){ _ ("Anybody"), NULL });
  for (guint i = 0; i < authors->len; i++)
    {
      gtk_string_list_append (names, authors->pdata[i]);
      if (g_strcmp0 (chosen, authors->pdata[i]) == 0)
        selected = i + 1;
    }
  gtk_drop_down_set_model (self->author, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->author, selected);
}

/* The indicator */

static const MouRow *
get_indicator (MouHistoryFilterBar *self)
{
  gint64 id = self->selection != NULL ? mou_selection_get_indicator (self->selection) : 0;

  return self->document != NULL && id != 0 ? mou_register_lookup (mou_document_get_register (self->document), id) : NULL;
}

static void
refresh_indicator (MouHistoryFilterBar *self)
{
  const MouRow *row = get_indicator (self);
  g_autofree char *label = row != NULL ? g_strdup_printf (_ ("Only %s"), mou_row_get (row, MOU_INDICATOR_CODE)) : NULL;

  gtk_button_set_label (GTK_BUTTON (self->indicator_only), label != NULL ? label : _ ("Only the Indicator"));
  gtk_widget_set_sensitive (GTK_WIDGET (self->indicator_only), row != NULL);
  if (row == NULL)
    gtk_toggle_button_set_active (self->indicator_only, FALSE);
}

static void
selection_changed_cb (MouHistoryFilterBar *self)
{
  refresh_indicator (self);
  if (gtk_toggle_button_get_active (self->indicator_only))
    emit_changed (self);
}

static void
mou_history_filter_bar_finalize (GObject *object)
{
  MouHistoryFilterBar *self = MOU_HISTORY_FILTER_BAR (object);

  g_free (self->since_moment);
  g_free (self->until_moment);

  G_OBJECT_CLASS (mou_history_filter_bar_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, MouHistoryFilterBar, search);
  gtk_widget_class_bind_template_child (widget_class, MouHistoryFilterBar, scope);
  gtk_widget_class_bind_template_child (widget_class, MouHistoryFilterBar, indicator_only);
  gtk_widget_class_bind_template_child (widget_class, MouHistoryFilterBar, author);
  gtk_widget_class_bind_template_child (widget_class, MouHistoryFilterBar, days);
  gtk_widget_class_bind_template_child (widget_class, MouHistoryFilterBar, days_popover);
  gtk_widget_class_bind_template_child (widget_class, MouHistoryFilterBar, since);
  gtk_widget_class_bind_template_child (widget_class, MouHistoryFilterBar, until);
  gtk_widget_class_bind_template_child (widget_class, MouHistoryFilterBar, kind);
  gtk_widget_class_bind_template_child (widget_class, MouHistoryFilterBar, clear);
  gtk_widget_class_bind_template_child (widget_class, MouHistoryFilterBar, count);
  gtk_widget_class_bind_template_callback (widget_class, emit_changed);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, days_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, days_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, mou_history_filter_bar_clear);
}

static void
mou_history_filter_bar_class_init (MouHistoryFilterBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = mou_history_filter_bar_finalize;
  changed_signal = g_signal_new ("changed", MOU_TYPE_HISTORY_FILTER_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/mouscorecard/MouScorecard/pages/history/mou-history-filter-bar.ui");
  bind_template (widget_class);
}

static void
mou_history_filter_bar_init (MouHistoryFilterBar *self)
{
  self->quiet = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  show_days (self);
  mou_history_filter_bar_refresh (self);
  self->quiet = FALSE;
}

void
mou_history_filter_bar_set_document (MouHistoryFilterBar *self, MouDocument *document)
{
  g_return_if_fail (MOU_IS_HISTORY_FILTER_BAR (self));

  self->document = document;
  self->quiet = TRUE;
  mou_history_filter_bar_clear (self);
  self->quiet = FALSE;
  mou_history_filter_bar_refresh (self);
}

void
mou_history_filter_bar_set_selection (MouHistoryFilterBar *self, MouSelection *selection)
{
  g_return_if_fail (MOU_IS_HISTORY_FILTER_BAR (self));

  self->selection = selection;
  g_signal_connect_object (selection, "notify::indicator", G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);
  refresh_indicator (self);
}

void
mou_history_filter_bar_refresh (MouHistoryFilterBar *self)
{
  gboolean quiet = self->quiet;

  g_return_if_fail (MOU_IS_HISTORY_FILTER_BAR (self));

  self->quiet = TRUE;
  refresh_authors (self);
  refresh_indicator (self);
  self->quiet = quiet;
}

static void
set_kind (MouHistoryFilterBar *self, MouHistoryFilter *filter)
{
  static const guint kinds[] = {
    [KIND_EDITS] = 1 << MOU_HISTORY_EDIT,
    [KIND_IMPORTS] = 1 << MOU_HISTORY_IMPORT,
    [KIND_MERGES] = 1 << MOU_HISTORY_MERGE,
    [KIND_STATUS] = 1 << MOU_HISTORY_STATUS,
  };
  guint kind = gtk_drop_down_get_selected (self->kind);

  filter->standing = kind == KIND_STANDING;
  filter->kinds = kind < G_N_ELEMENTS (kinds) ? kinds[kind] : 0;
}

static void
set_row (MouHistoryFilterBar *self, MouHistoryFilter *filter)
{
  const MouRow *indicator = gtk_toggle_button_get_active (self->indicator_only) ? get_indicator (self) : NULL;
  MouHistoryScope scope = mou_history_filter_bar_get_scope (self);

  if (indicator != NULL)
    filter->row = indicator->id;
  else if (scope == MOU_HISTORY_SCOPE_AGREEMENT || scope == MOU_HISTORY_SCOPE_SIGNED)
    filter->row = mou_document_get_agreement_id (self->document);
}

gboolean
mou_history_filter_bar_get_filter (MouHistoryFilterBar *self, MouHistoryFilter *filter)
{
  MouHistoryScope scope;

  g_return_val_if_fail (MOU_IS_HISTORY_FILTER_BAR (self), FALSE);
  g_return_val_if_fail (filter != NULL && self->document != NULL, FALSE);

  scope = mou_history_filter_bar_get_scope (self);
  *filter = (MouHistoryFilter){ .search = gtk_editable_get_text (self->search), .since = self->since_moment, .until = self->until_moment };
  self->authors[0] = get_author (self);
  filter->authors = self->authors[0] != NULL ? self->authors : NULL;
  set_kind (self, filter);
  set_row (self, filter);
  if (scope == MOU_HISTORY_SCOPE_SIGNED)
    filter->after = mou_document_get_signed_entry (self->document, mou_document_get_agreement_id (self->document));
  else if (scope == MOU_HISTORY_SCOPE_SAVED)
    filter->after = mou_document_get_saved_entry (self->document);

  return scope != MOU_HISTORY_SCOPE_SIGNED || filter->after > 0;
}

MouHistoryScope
mou_history_filter_bar_get_scope (MouHistoryFilterBar *self)
{
  g_return_val_if_fail (MOU_IS_HISTORY_FILTER_BAR (self), MOU_HISTORY_SCOPE_ALL);

  return (MouHistoryScope) gtk_drop_down_get_selected (self->scope);
}

gboolean
mou_history_filter_bar_is_set (MouHistoryFilterBar *self)
{
  g_return_val_if_fail (MOU_IS_HISTORY_FILTER_BAR (self), FALSE);

  return *gtk_editable_get_text (self->search) != '\0' || gtk_drop_down_get_selected (self->scope) != MOU_HISTORY_SCOPE_ALL
         || gtk_toggle_button_get_active (self->indicator_only) || get_author (self) != NULL || self->since_moment != NULL
         || self->until_moment != NULL || gtk_drop_down_get_selected (self->kind) != KIND_ALL;
}

void
mou_history_filter_bar_clear (MouHistoryFilterBar *self)
{
  gboolean quiet = self->quiet;

  g_return_if_fail (MOU_IS_HISTORY_FILTER_BAR (self));

  self->quiet = TRUE;
  gtk_editable_set_text (self->search, "");
  gtk_editable_set_text (self->since, "");
  gtk_editable_set_text (self->until, "");
  gtk_drop_down_set_selected (self->scope, MOU_HISTORY_SCOPE_ALL);
  gtk_drop_down_set_selected (self->author, 0);
  gtk_drop_down_set_selected (self->kind, KIND_ALL);
  gtk_toggle_button_set_active (self->indicator_only, FALSE);
  self->quiet = quiet;
  emit_changed (self);
}

void
mou_history_filter_bar_set_text (MouHistoryFilterBar *self, const char *text)
{
  g_return_if_fail (MOU_IS_HISTORY_FILTER_BAR (self));

  gtk_editable_set_text (self->search, text != NULL ? text : "");
}

void
mou_history_filter_bar_focus_search (MouHistoryFilterBar *self)
{
  g_return_if_fail (MOU_IS_HISTORY_FILTER_BAR (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

void
mou_history_filter_bar_ask_for_indicator (MouHistoryFilterBar *self)
{
  g_return_if_fail (MOU_IS_HISTORY_FILTER_BAR (self));

  self->quiet = TRUE;
  mou_history_filter_bar_clear (self);
  gtk_toggle_button_set_active (self->indicator_only, get_indicator (self) != NULL);
  self->quiet = FALSE;
  emit_changed (self);
}

void
mou_history_filter_bar_show_count (MouHistoryFilterBar *self, guint n_entries, gboolean more, gboolean searching)
{
  g_autofree char *text = NULL;

  g_return_if_fail (MOU_IS_HISTORY_FILTER_BAR (self));

  if (searching)
    text = g_strdup (_ ("Searching…"));
  else if (more)
    text = g_strdup_printf (ngettext ("The newest %u entry", "The newest %u entries", n_entries), n_entries);
  else
    text = g_strdup_printf (ngettext ("%u entry", "%u entries", n_entries), n_entries);
  gtk_label_set_text (self->count, text);
}
