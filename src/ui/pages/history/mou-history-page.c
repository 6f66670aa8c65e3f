/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-history-page: see the header. Entries never go from the journal, so rows are kept and new ones put above them: what is open stays
 * open. */

#include "mou-history-page.h"
#include "mou-history-row.h"
#include "mou-thai.h"

#define CHUNK 200

struct _MouHistoryPage
{
  MouPage parent_instance;

  GtkStack *stack;
  GtkEditable *filter;
  GtkListBox *list;
  GtkWidget *more;

  MouDocument *document; /* the one whose "changed" is followed */
  guint limit;           /* how many entries are shown at most */
  char *key;             /* what rows must contain; NULL: anything */
  guint refresh_id;
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
insert_rows (MouHistoryPage *self, GPtrArray *history)
{
  MouHistoryRow *newest = get_row (self, 0);

  for (guint i = 0; newest != NULL && i < history->len; i++)
    {
      const MouHistoryEntry *entry = history->pdata[i];

      if (entry->entry == mou_history_row_get_entry (newest))
        return;
      gtk_list_box_insert (self->list, mou_history_row_new (), (int) i);
    }
}

static void
show_rows (MouHistoryPage *self, GPtrArray *history)
{
  const gboolean thai_digits = mou_selection_get_thai_digits (mou_page_get_selection (MOU_PAGE (self)));
  const guint n_shown = MIN (history->len, self->limit);

  insert_rows (self, history);
  for (guint i = 0; i < n_shown; i++)
    {
      if (get_row (self, i) == NULL)
        gtk_list_box_append (self->list, mou_history_row_new ());
      mou_history_row_show (get_row (self, i), history->pdata[i], thai_digits);
    }
  remove_rows (self, n_shown);
  gtk_list_box_invalidate_filter (self->list);
  gtk_widget_set_visible (self->more, history->len > n_shown);
}

/* One entry too many is asked for, which tells whether there are more. */
static void
refresh (MouHistoryPage *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) history = mou_document_list_history (self->document, self->limit + 1, &error);

  g_clear_handle_id (&self->refresh_id, g_source_remove);
  if (history == NULL)
    {
      mou_page_report_problem (MOU_PAGE (self), error->message);
      return;
    }

  show_rows (self, history);
  gtk_stack_set_visible_child_name (self->stack, history->len > 0 ? "entries" : "empty");
}

static gboolean
refresh_cb (gpointer data)
{
  MouHistoryPage *self = data;

  self->refresh_id = 0;
  refresh (self);

  return G_SOURCE_REMOVE;
}

/* Several changes in one go are shown once; nothing is shown to nobody. */
static void
queue_refresh (MouHistoryPage *self)
{
  if (self->refresh_id == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->refresh_id = g_idle_add (refresh_cb, self);
}

static void
more_clicked_cb (GtkButton *button, MouHistoryPage *self)
{
  self->limit += CHUNK;
  refresh (self);
}

static void
row_activated_cb (GtkListBox *list, GtkListBoxRow *row, MouHistoryPage *self)
{
  mou_history_row_toggle (MOU_HISTORY_ROW (row));
}

static gboolean
matches_filter (GtkListBoxRow *row, gpointer data)
{
  const MouHistoryPage *self = data;

  return self->key == NULL || mou_history_row_matches (MOU_HISTORY_ROW (row), self->key);
}

static void
filter_changed_cb (GtkEditable *filter, MouHistoryPage *self)
{
  const char *text = gtk_editable_get_text (filter);

  g_clear_pointer (&self->key, g_free);
  if (*text != '\0')
    self->key = mou_thai_search_key (text);
  gtk_list_box_invalidate_filter (self->list);
}

static void
filter_stopped_cb (GtkSearchEntry *entry, MouHistoryPage *self)
{
  gtk_editable_set_text (self->filter, "");
}

static void
mou_history_page_map (GtkWidget *widget)
{
  if (MOU_HISTORY_PAGE (widget)->document != NULL)
    refresh (MOU_HISTORY_PAGE (widget));

  GTK_WIDGET_CLASS (mou_history_page_parent_class)->map (widget);
}

static void
forget_document (MouHistoryPage *self)
{
  g_clear_handle_id (&self->refresh_id, g_source_remove);
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
  if (document == NULL)
    return;

  g_signal_connect_object (document, "changed", G_CALLBACK (queue_refresh), self, G_CONNECT_SWAPPED);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    refresh (self);
}

static void
mou_history_page_selection_set (MouPage *page, MouSelection *selection)
{
  g_signal_connect_object (selection, "notify::thai-digits", G_CALLBACK (queue_refresh), page, G_CONNECT_SWAPPED);
}

static void
mou_history_page_focus_content (MouPage *page)
{
  MouHistoryPage *self = MOU_HISTORY_PAGE (page);

  if (!gtk_widget_child_focus (GTK_WIDGET (self->list), GTK_DIR_TAB_FORWARD))
    gtk_widget_child_focus (GTK_WIDGET (self->stack), GTK_DIR_TAB_FORWARD);
}

static gboolean
mou_history_page_search (MouPage *page, const char *text)
{
  gtk_editable_set_text (MOU_HISTORY_PAGE (page)->filter, text != NULL ? text : "");

  return TRUE;
}

static void
mou_history_page_dispose (GObject *object)
{
  MouHistoryPage *self = MOU_HISTORY_PAGE (object);

  forget_document (self);
  g_clear_pointer (&self->key, g_free);

  G_OBJECT_CLASS (mou_history_page_parent_class)->dispose (object);
}

static void
mou_history_page_class_init (MouHistoryPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  MouPageClass *page_class = MOU_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mou_history_page_dispose;
  widget_class->map = mou_history_page_map;
  page_class->document_set = mou_history_page_document_set;
  page_class->selection_set = mou_history_page_selection_set;
  page_class->focus_content = mou_history_page_focus_content;
  page_class->search = mou_history_page_search;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/mouscorecard/MouScorecard/pages/history/mou-history-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MouHistoryPage, stack);
  gtk_widget_class_bind_template_child (widget_class, MouHistoryPage, filter);
  gtk_widget_class_bind_template_child (widget_class, MouHistoryPage, list);
  gtk_widget_class_bind_template_child (widget_class, MouHistoryPage, more);
  gtk_widget_class_bind_template_callback (widget_class, more_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_stopped_cb);
}

static void
mou_history_page_init (MouHistoryPage *self)
{
  self->limit = CHUNK;
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_filter_func (self->list, matches_filter, self, NULL);
}
