/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The window of a merge over two copies of a small agreement: what it asks, when it lets merge, and that closing it does nothing. */

#include "document-fixture.h"
#include "mou-merge-conflict-row.h"
#include "mou-merge-window.h"

#include <adwaita.h>

#define DEADLINE_US (10 * G_USEC_PER_SEC)

typedef struct
{
  Fixture mine;
  MouDocument *other;
  MouMergeProposal *proposal;
  GtkWindow *window;
  guint n_merged;
} MergeFixture;

/* Until nothing is left to do, idle work included. */
static void
settle (void)
{
  const gint64 deadline = g_get_monotonic_time () + DEADLINE_US;

  while (g_main_context_pending (NULL))
    {
      g_assert_cmpint (g_get_monotonic_time (), <, deadline);
      g_main_context_iteration (NULL, FALSE);
    }
}

static void
merged_cb (MergeFixture *self)
{
  self->n_merged++;
}

/* Two conflicts, and a change of theirs that is none. */
static void
set_up (MergeFixture *self, gconstpointer data)
{
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  fixture_init (&self->mine);
  path = g_build_filename (self->mine.state_dir, "shared.mou", NULL);
  mou_document_save_as (self->mine.document, path, &error);
  g_assert_no_error (error);
  self->other = mou_document_open (path, self->mine.state_dir, "อีกคน", NULL, &error);
  g_assert_no_error (error);
  g_assert_true (mou_document_set_field (self->mine.document, self->mine.pipes, MOU_INDICATOR_WEIGHT, "12", NULL));
  g_assert_true (mou_document_set_field (self->other, self->mine.pipes, MOU_INDICATOR_WEIGHT, "13", NULL));
  g_assert_true (mou_document_set_field (self->mine.document, self->mine.income, MOU_INDICATOR_NAME, "รายได้รวม", NULL));
  g_assert_true (mou_document_set_field (self->other, self->mine.income, MOU_INDICATOR_NAME, "รายได้สุทธิ", NULL));
  g_assert_true (mou_document_set_field (self->other, self->mine.plan, MOU_INDICATOR_NAME, "แผน", NULL));

  self->proposal = mou_merge_proposal_new (self->mine.document, self->other, NULL, "shared.mou", &error);
  g_assert_no_error (error);
  self->window = mou_merge_window_new (NULL, self->proposal);
  g_object_add_weak_pointer (G_OBJECT (self->window), (gpointer *) &self->window);
  g_signal_connect_swapped (self->window, "merged", G_CALLBACK (merged_cb), self);
  gtk_window_present (self->window);
  while (!gtk_widget_get_mapped (GTK_WIDGET (self->window)))
    g_main_context_iteration (NULL, TRUE);
  settle ();
}

static void
tear_down (MergeFixture *self, gconstpointer data)
{
  if (self->window != NULL)
    gtk_window_destroy (self->window);
  settle ();
  g_clear_object (&self->proposal);
  mou_document_close (self->other);
  g_clear_object (&self->other);
  fixture_clear (&self->mine);
}

static void
collect_rows (GtkWidget *widget, GPtrArray *rows)
{
  if (MOU_IS_MERGE_CONFLICT_ROW (widget) && gtk_widget_get_visible (widget))
    g_ptr_array_add (rows, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    collect_rows (child, rows);
}

static GPtrArray *
list_rows (MergeFixture *self)
{
  GPtrArray *rows = g_ptr_array_new ();

  collect_rows (GTK_WIDGET (self->window), rows);

  return rows;
}

/* A mapped label that says `text`, below `widget`. */
static gboolean
shows (GtkWidget *widget, const char *text)
{
  if (!gtk_widget_get_mapped (widget))
    return FALSE;
  if (GTK_IS_LABEL (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), text) != NULL)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (shows (child, text))
      return TRUE;

  return FALSE;
}

/* What is revealed comes with a frame of its own. */
static gboolean
comes_to_show (GtkWidget *widget, const char *text)
{
  const gint64 deadline = g_get_monotonic_time () + DEADLINE_US;

  while (!shows (widget, text) && g_get_monotonic_time () < deadline)
    g_main_context_iteration (NULL, TRUE);

  return shows (widget, text);
}

static GtkWidget *
find_merge_button (GtkWidget *widget)
{
  if (GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)), "merge.apply") == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_merge_button (child);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static gboolean
can_merge (MergeFixture *self)
{
  settle ();

  return gtk_widget_is_sensitive (find_merge_button (GTK_WIDGET (self->window)));
}

static void
answer (GPtrArray *rows, guint index, MouMergeSide side)
{
  g_assert_true (gtk_widget_activate_action (g_ptr_array_index (rows, index), "conflict.answer", "i", (int) side));
  settle ();
}

static const char *
get_weight (MergeFixture *self)
{
  return fixture_get (self->mine.document, self->mine.pipes, MOU_INDICATOR_WEIGHT);
}

static void
test_answers (MergeFixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) rows = list_rows (self);

  g_assert_cmpuint (rows->len, ==, 2);
  g_assert_true (shows (g_ptr_array_index (rows, 0), "1.1 โครงการปรับปรุงท่อ"));
  for (guint i = 0; i < 4; i++)
    {
      static const char *const texts[] = { "10", "12", "13", "อีกคน" };

      g_assert_true (shows (g_ptr_array_index (rows, 0), texts[i]));
    }
  g_assert_true (shows (GTK_WIDGET (self->window), "1.2 แผน: name แผนแม่บท → แผน"));
  g_assert_false (can_merge (self));

  answer (rows, 0, MOU_MERGE_THEIRS);
  g_assert_false (can_merge (self));
  g_assert_true (gtk_window_get_focus (self->window) == g_ptr_array_index (rows, 1));
  answer (rows, 1, MOU_MERGE_MINE);
  g_assert_true (can_merge (self));
  g_assert_cmpstr (get_weight (self), ==, "12");

  gtk_widget_activate_action (GTK_WIDGET (self->window), "merge.apply", NULL);
  settle ();
  g_assert_cmpuint (self->n_merged, ==, 1);
  g_assert_null (self->window);
  g_assert_cmpstr (get_weight (self), ==, "13");
  g_assert_cmpstr (fixture_get (self->mine.document, self->mine.income, MOU_INDICATOR_NAME), ==, "รายได้รวม");
  g_assert_cmpstr (fixture_get (self->mine.document, self->mine.plan, MOU_INDICATOR_NAME), ==, "แผน");
}

static void
test_all_at_once (MergeFixture *self, gconstpointer data)
{
  gtk_widget_activate_action (GTK_WIDGET (self->window), "merge.answer-all", "i", (int) MOU_MERGE_THEIRS);
  g_assert_true (can_merge (self));
  g_assert_true (shows (GTK_WIDGET (self->window), "add up to 29"));
  gtk_widget_activate_action (GTK_WIDGET (self->window), "merge.answer-all", "i", (int) MOU_MERGE_MINE);
  g_assert_true (can_merge (self));
  g_assert_false (shows (GTK_WIDGET (self->window), "add up to 29"));
}

static void
test_closing_changes_nothing (MergeFixture *self, gconstpointer data)
{
  g_autofree char *before = fixture_text (self->mine.document);

  gtk_widget_activate_action (GTK_WIDGET (self->window), "merge.answer-all", "i", (int) MOU_MERGE_THEIRS);
  gtk_window_close (self->window);
  settle ();
  g_assert_null (self->window);
  g_assert_cmpuint (self->n_merged, ==, 0);
  fixture_assert_text (self->mine.document, before);
}

/* A refusal is said in the window, which stays. */
static void
test_refused (MergeFixture *self, gconstpointer data)
{
  gtk_widget_activate_action (GTK_WIDGET (self->window), "merge.answer-all", "i", (int) MOU_MERGE_THEIRS);
  g_assert_true (mou_document_set_field (self->mine.document, self->mine.plan, MOU_INDICATOR_WEIGHT, "15", NULL));
  gtk_widget_activate_action (GTK_WIDGET (self->window), "merge.apply", NULL);
  settle ();
  g_assert_nonnull (self->window);
  g_assert_cmpuint (self->n_merged, ==, 0);
  g_assert_true (comes_to_show (GTK_WIDGET (self->window), "The register was changed meanwhile"));
  g_assert_cmpstr (get_weight (self), ==, "12");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add ("/merge-view/answers", MergeFixture, NULL, set_up, test_answers, tear_down);
  g_test_add ("/merge-view/all-at-once", MergeFixture, NULL, set_up, test_all_at_once, tear_down);
  g_test_add ("/merge-view/closing-changes-nothing", MergeFixture, NULL, set_up, test_closing_changes_nothing, tear_down);
  g_test_add ("/merge-view/refused", MergeFixture, NULL, set_up, test_refused, tear_down);

  return g_test_run ();
}
