/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-history-page: see the header. A search finds a screenful at once and goes on while the window is idle. Entries never go from the
 * journal, so rows are kept and new ones put above them: what is open stays open. */

#include "mou-history-page.h"
#include "mou-document-restore.h"
#include "mou-history-filter-bar.h"
#include "mou-history-row.h"

#include <glib/gi18n.h>

#define CHUNK 200
#define EFFORT 500 /* journal lines between two looks at the user: some milliseconds */
#define DIFFERENCES_MAX 100

struct _MouHistoryPage
{
  MouPage parent_instance;

  MouHistoryFilterBar *filter_bar;
  GtkStack *stack;
  AdwPreferencesGroup *difference;
  GtkLabel *difference_text;
  GtkListBox *list;
  GtkWidget *more;

  MouDocument *document; /* the one whose "changed" is followed */
  guint limit;           /* how many entries are shown at most */
  MouHistorySearch *search;
  gint64 after;     /* what differs since this entry is shown as well */
  gint64 of;        /* the row that is asked for; 0: any */
  GPtrArray *found; /* MouHistoryEntry */
  guint restart_id, step_id;
};

G_DEFINE_FINAL_TYPE (MouHistoryPage, mou_history_page, MOU_TYPE_PAGE)

static MouHistoryRow *
get_row (MouHistoryPage *self, guint index)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, (int) index);

  return row != NULL ? MOU_HISTORY_ROW (row) : NULL;
}

/* Rows from `index` on are of no entry. */
static void
remove_rows (MouHistoryPage *self, guint index)
{
  MouHistoryRow *row = NULL;

  while ((row = get_row (self, index)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
}

/* Room above the rows for the entries that are newer than they. */
static void
insert_rows (MouHistoryPage *self)
{
  MouHistoryRow *newest = get_row (self, 0);

  for (guint i = 0; newest != NULL && i < self->found->len; i++)
    {
      const MouHistoryEntry *entry = self->found->pdata[i];

      if (entry->entry <= mou_history_row_get_entry (newest))
        return;
      gtk_list_box_insert (self->list, mou_history_row_new (), (int) i);
    }
}

static void
show_rows (MouHistoryPage *self, guint n_shown)
{
  const gboolean thai_digits = mou_selection_get_thai_digits (mou_page_get_selection (MOU_PAGE (self)));

  insert_rows (self);
  for (guint i = 0; i < n_shown; i++)
    {
      if (get_row (self, i) == NULL)
        gtk_list_box_append (self->list, mou_history_row_new ());
      mou_history_row_show (get_row (self, i), self->found->pdata[i], thai_digits);
    }
}

/* What differs since the signing or the save, whatever happened in between. */

static char *
join_differences (GPtrArray *differences)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < MIN (differences->len, DIFFERENCES_MAX); i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", ((const MouDifference *) g_ptr_array_index (differences, i))->text);
  if (differences->len > DIFFERENCES_MAX)
    {
      const guint n_more = differences->len - DIFFERENCES_MAX;

      g_string_append_c (text, '\n');
      g_string_append_printf (text, ngettext ("and %u more change", "and %u more changes", n_more), n_more);
    }
  if (differences->len == 0)
    g_string_append (text, _ ("Nothing: it says now what it said then."));

  return g_string_free (text, FALSE);
}

static void
show_difference (MouHistoryPage *self)
{
  const MouHistoryScope scope = mou_history_filter_bar_get_scope (self->filter_bar);
  const gboolean asked = scope == MOU_HISTORY_SCOPE_SIGNED || scope == MOU_HISTORY_SCOPE_SAVED;
  g_autoptr (GPtrArray) differences = NULL;
  g_autofree char *text = NULL;

  if (asked)
    differences = mou_document_list_changes_since (self->document, self->of, self->after, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->difference), differences != NULL);
  if (differences == NULL)
    return;

  text = join_differences (differences);
  adw_preferences_group_set_title (self->difference, scope == MOU_HISTORY_SCOPE_SIGNED ? _ ("What Differs from the Signed Version")
                                                                                       : _ ("What Differs from the Saved File"));
  gtk_label_set_text (self->difference_text, text);
}

/* Searching */

/* An entry more than is shown tells whether there are more. */
static gboolean
is_searching (MouHistoryPage *self)
{
  return self->found->len <= self->limit && !mou_history_search_is_over (self->search);
}

static void
finish (MouHistoryPage *self)
{
  const guint n_shown = MIN (self->found->len, self->limit);
  const gboolean differs = mou_history_filter_bar_get_scope (self->filter_bar) >= MOU_HISTORY_SCOPE_SIGNED;

  remove_rows (self, n_shown);
  show_difference (self);
  gtk_widget_set_visible (GTK_WIDGET (self->list), n_shown > 0);
  gtk_widget_set_visible (self->more, self->found->len > n_shown);
  if (n_shown > 0 || differs)
    gtk_stack_set_visible_child_name (self->stack, "entries");
  else
    gtk_stack_set_visible_child_name (self->stack, mou_history_filter_bar_is_set (self->filter_bar) ? "nothing" : "empty");
}

static gboolean step_cb (gpointer data);

static void
step (MouHistoryPage *self)
{
  g_autoptr (GError) error = NULL;
  const guint n_known = self->found->len;

  if (!mou_history_search_continue (self->search, self->limit + 1, EFFORT, self->found, &error))
    {
      mou_page_report_problem (MOU_PAGE (self), error->message);
      return;
    }

  if (self->found->len > n_known || !is_searching (self))
    show_rows (self, MIN (self->found->len, self->limit));
  mou_history_filter_bar_show_count (self->filter_bar, MIN (self->found->len, self->limit), self->found->len > self->limit,
                                     is_searching (self));
  if (is_searching (self))
    self->step_id = g_idle_add (step_cb, self);
  else
    finish (self);
}

static gboolean
step_cb (gpointer data)
{
  MouHistoryPage *self = data;

  self->step_id = 0;
  step (self);

  return G_SOURCE_REMOVE;
}

static void
stop (MouHistoryPage *self)
{
  g_clear_handle_id (&self->restart_id, g_source_remove);
  g_clear_handle_id (&self->step_id, g_source_remove);
  g_clear_pointer (&self->search, mou_history_search_free);
  g_ptr_array_set_size (self->found, 0);
}

static void
restart (MouHistoryPage *self)
{
  MouHistoryFilter filter;

  stop (self);
  mou_history_filter_bar_refresh (self->filter_bar);
  if (!mou_history_filter_bar_get_filter (self->filter_bar, &filter))
    {
      remove_rows (self, 0);
      gtk_stack_set_visible_child_name (self->stack, "unsigned");
      mou_history_filter_bar_show_count (self->filter_bar, 0, FALSE, FALSE);
      return;
    }

  self->after = filter.after;
  self->of = filter.row;
  self->search = mou_history_search_new (self->document, &filter);
  step (self);
}

static gboolean
restart_cb (gpointer data)
{
  MouHistoryPage *self = data;

  self->restart_id = 0;
  restart (self);

  return G_SOURCE_REMOVE;
}

/* Several changes in one go are shown once; nothing is shown to nobody. */
static void
queue_restart (MouHistoryPage *self)
{
  if (self->document == NULL)
    return;

  /* What a search found so far is of the journal before the change. */
  stop (self);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->restart_id = g_idle_add (restart_cb, self);
}

static void
filter_changed_cb (MouHistoryPage *self)
{
  self->limit = CHUNK;
  queue_restart (self);
}

static void
more_clicked_cb (MouHistoryPage *self)
{
  self->limit += CHUNK;
  if (self->search != NULL && self->step_id == 0)
    step (self);
}

static void
row_activated_cb (GtkListBox *list, GtkListBoxRow *row, MouHistoryPage *self)
{
  mou_history_row_toggle (MOU_HISTORY_ROW (row));
}

/* What came back is told as a problem would be: in a sentence that goes away. */
static void
restore_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MouHistoryPage *self = MOU_HISTORY_PAGE (widget);
  g_autoptr (GError) error = NULL;
  gint64 entry;
  guint line;

  g_variant_get (parameter, "(xu)", &entry, &line);
  if (mou_document_restore (self->document, entry, line, &error))
    mou_page_report_problem (MOU_PAGE (self), mou_document_get_undo_label (self->document));
  else
    mou_page_report_problem (MOU_PAGE (self), error->message);
}

static void
mou_history_page_map (GtkWidget *widget)
{
  if (MOU_HISTORY_PAGE (widget)->document != NULL)
    restart (MOU_HISTORY_PAGE (widget));

  GTK_WIDGET_CLASS (mou_history_page_parent_class)->map (widget);
}

static void
mou_history_page_unmap (GtkWidget *widget)
{
  stop (MOU_HISTORY_PAGE (widget));

  GTK_WIDGET_CLASS (mou_history_page_parent_class)->unmap (widget);
}

static void
forget_document (MouHistoryPage *self)
{
  stop (self);
  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
  g_clear_object (&self->document);
}

static void
mou_history_page_document_set (MouPage *page, MouDocument *document)
{
  MouHistoryPage *self = MOU_HISTORY_PAGE (page);

  forget_document (self);
  remove_rows (self, 0);
  self->limit = CHUNK;
  g_set_object (&self->document, document);
  mou_history_filter_bar_set_document (self->filter_bar, document);
  if (document == NULL)
    return;

  g_signal_connect_object (document, "changed", G_CALLBACK (queue_restart), self, G_CONNECT_SWAPPED);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    restart (self);
}

static void
mou_history_page_selection_set (MouPage *page, MouSelection *selection)
{
  mou_history_filter_bar_set_selection (MOU_HISTORY_PAGE (page)->filter_bar, selection);
  g_signal_connect_object (selection, "notify::thai-digits", G_CALLBACK (queue_restart), page, G_CONNECT_SWAPPED);
}

static void
mou_history_page_focus_content (MouPage *page)
{
  MouHistoryPage *self = MOU_HISTORY_PAGE (page);
  MouHistoryRow *newest = get_row (self, 0);

  if (newest == NULL || !gtk_widget_grab_focus (GTK_WIDGET (newest)))
    mou_history_filter_bar_focus_search (self->filter_bar);
}

static gboolean
mou_history_page_search (MouPage *page, const char *text)
{
  mou_history_filter_bar_set_text (MOU_HISTORY_PAGE (page)->filter_bar, text);

  return TRUE;
}

static gboolean
mou_history_page_focus_search (MouPage *page)
{
  mou_history_filter_bar_focus_search (MOU_HISTORY_PAGE (page)->filter_bar);

  return TRUE;
}

static void
mou_history_page_dispose (GObject *object)
{
  forget_document (MOU_HISTORY_PAGE (object));

  G_OBJECT_CLASS (mou_history_page_parent_class)->dispose (object);
}

static void
mou_history_page_finalize (GObject *object)
{
  g_ptr_array_unref (MOU_HISTORY_PAGE (object)->found);

  G_OBJECT_CLASS (mou_history_page_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, MouHistoryPage, filter_bar);
  gtk_widget_class_bind_template_child (widget_class, MouHistoryPage, stack);
  gtk_widget_class_bind_template_child (widget_class, MouHistoryPage, difference);
  gtk_widget_class_bind_template_child (widget_class, MouHistoryPage, difference_text);
  gtk_widget_class_bind_template_child (widget_class, MouHistoryPage, list);
  gtk_widget_class_bind_template_child (widget_class, MouHistoryPage, more);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, more_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, mou_history_filter_bar_clear);
}

static void
mou_history_page_class_init (MouHistoryPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  MouPageClass *page_class = MOU_PAGE_CLASS (klass);

  object_class->dispose = mou_history_page_dispose;
  object_class->finalize = mou_history_page_finalize;
  widget_class->map = mou_history_page_map;
  widget_class->unmap = mou_history_page_unmap;
  page_class->document_set = mou_history_page_document_set;
  page_class->selection_set = mou_history_page_selection_set;
  page_class->focus_content = mou_history_page_focus_content;
  page_class->search = mou_history_page_search;
  page_class->focus_search = mou_history_page_focus_search;

  g_type_ensure (MOU_TYPE_HISTORY_FILTER_BAR);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/mouscorecard/MouScorecard/pages/history/mou-history-page.ui");
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "history.restore", "(xu)", restore_action);
}

static void
mou_history_page_init (MouHistoryPage *self)
{
  self->limit = CHUNK;
  self->found = g_ptr_array_new_with_free_func ((GDestroyNotify) mou_history_entry_free);
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
mou_history_page_show_indicator (MouHistoryPage *self)
{
  g_return_if_fail (MOU_IS_HISTORY_PAGE (self));

  mou_history_filter_bar_ask_for_indicator (self->filter_bar);
}
