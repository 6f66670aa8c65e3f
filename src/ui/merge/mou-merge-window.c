/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-merge-window: see the header. The list follows the proposal: what an answer brings up is appended, what it settles is hidden. */

#include "mou-merge-window.h"

#include "mou-check.h"
#include "mou-compare.h"
#include "mou-merge-conflict-row.h"

#include <glib/gi18n.h>

/* More than anybody reads, and more would keep the window waiting. */
#define MAX_LINES 300

struct _MouMergeWindow
{
  AdwWindow parent_instance;

  AdwWindowTitle *title;
  GtkRevealer *problem;
  GtkLabel *problem_text;
  GtkWidget *no_base;
  AdwPreferencesGroup *conflicts_group;
  GtkListBox *conflicts;
  GtkWidget *findings_group;
  GtkListBox *findings;
  GtkWidget *incoming_group;
  GtkListBox *incoming;

  MouMergeProposal *proposal;
  GPtrArray *rows; /* MouMergeConflictRow, borrowed from the list, in the order of the conflicts */
  guint check_source;
};

G_DEFINE_FINAL_TYPE (MouMergeWindow, mou_merge_window, ADW_TYPE_WINDOW)

static guint merged_signal;

static void
clear_list (GtkListBox *list)
{
  GtkWidget *row = NULL;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_list_box_remove (list, row);
}

static GtkWidget *
new_line (const char *text)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *markup = g_markup_escape_text (text, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), markup);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);

  return row;
}

/* What is left out is counted. */
static void
append_rest (GtkListBox *list, guint n_lines)
{
  g_autofree char *text = NULL;

  if (n_lines <= MAX_LINES)
    return;

  text = g_strdup_printf (ngettext ("and %u more change", "and %u more changes", n_lines - MAX_LINES), n_lines - MAX_LINES);
  gtk_list_box_append (list, new_line (text));
}

static void
show_findings (MouMergeWindow *self)
{
  GPtrArray *findings = mou_merge_proposal_get_findings (self->proposal);

  clear_list (self->findings);
  for (guint i = 0; i < MIN (findings->len, MAX_LINES); i++)
    gtk_list_box_append (self->findings, new_line (((const MouFinding *) g_ptr_array_index (findings, i))->message));
  append_rest (self->findings, findings->len);
  gtk_widget_set_visible (self->findings_group, findings->len > 0);
}

static gboolean
check_cb (gpointer data)
{
  MouMergeWindow *self = data;

  self->check_source = 0;
  show_findings (self);

  return G_SOURCE_REMOVE;
}

/* "12 changes come in, 3 conflicts" */
static char *
describe_amount (MouMergeWindow *self, guint n_conflicts)
{
  guint n_incoming = mou_merge_proposal_get_incoming (self->proposal)->len;
  g_autofree char *incoming = g_strdup_printf (ngettext ("%u change comes in", "%u changes come in", n_incoming), n_incoming);
  g_autofree char *conflicts = g_strdup_printf (ngettext ("%u conflict", "%u conflicts", n_conflicts), n_conflicts);

  return g_strdup_printf (C_ ("what comes in and the conflicts", "%s, %s"), incoming, conflicts);
}

static void
show_progress (MouMergeWindow *self)
{
  GPtrArray *conflicts = mou_merge_proposal_get_conflicts (self->proposal);
  guint n_open = mou_merge_proposal_get_n_open (self->proposal);
  guint n_conflicts = 0;
  g_autofree char *amount = NULL;
  g_autofree char *answered = NULL;

  for (guint i = 0; i < conflicts->len; i++)
    n_conflicts += !((const MouMergeConflict *) g_ptr_array_index (conflicts, i))->moot;
  amount = describe_amount (self, n_conflicts);
  answered = g_strdup_printf (_ ("%u of %u answered. Arrow keys move, 1 takes mine, 2 takes theirs."),
                              n_conflicts - MIN (n_open, n_conflicts), n_conflicts);
  adw_window_title_set_subtitle (self->title, amount);
  adw_preferences_group_set_description (self->conflicts_group, answered);
  gtk_widget_set_visible (GTK_WIDGET (self->conflicts_group), n_conflicts > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "merge.apply", n_open == 0);
}

static void
answered_cb (MouMergeConflictRow *row, int side, MouMergeWindow *self)
{
  guint index;

  if (g_ptr_array_find (self->rows, row, &index))
    mou_merge_proposal_answer (self->proposal, index, (MouMergeSide) side);
}

/* On to the next one that waits for an answer; after the last to the button. */
static void
done_cb (MouMergeConflictRow *row, MouMergeWindow *self)
{
  GPtrArray *conflicts = mou_merge_proposal_get_conflicts (self->proposal);
  guint index = 0;

  g_ptr_array_find (self->rows, row, &index);
  for (guint i = 1; i < self->rows->len; i++)
    {
      guint next = (index + i) % self->rows->len;
      const MouMergeConflict *conflict = g_ptr_array_index (conflicts, next);

      if (!conflict->answered && !conflict->forced && !conflict->moot)
        {
          gtk_widget_grab_focus (g_ptr_array_index (self->rows, next));
          return;
        }
    }
}

static void
append_conflict (MouMergeWindow *self, const MouMergeConflict *conflict)
{
  GtkWidget *row = mou_merge_conflict_row_new (conflict);

  g_signal_connect_object (row, "answered", G_CALLBACK (answered_cb), self, 0);
  g_signal_connect_object (row, "done", G_CALLBACK (done_cb), self, 0);
  gtk_list_box_append (self->conflicts, row);
  g_ptr_array_add (self->rows, row);
}

/* Of very many the next come when those before them are answered. */
static void
show_conflicts (MouMergeWindow *self)
{
  GPtrArray *conflicts = mou_merge_proposal_get_conflicts (self->proposal);
  guint n_decided = conflicts->len - mou_merge_proposal_get_n_open (self->proposal);

  for (guint i = 0; i < self->rows->len; i++)
    mou_merge_conflict_row_update (g_ptr_array_index (self->rows, i), g_ptr_array_index (conflicts, i));
  while (self->rows->len < MIN (conflicts->len, n_decided + MAX_LINES))
    append_conflict (self, g_ptr_array_index (conflicts, self->rows->len));
}

/* The checks can wait until nobody is answering. */
static void
proposal_changed_cb (MouMergeWindow *self)
{
  gtk_revealer_set_reveal_child (self->problem, FALSE);
  show_conflicts (self);
  show_progress (self);
  if (self->check_source == 0)
    self->check_source = g_idle_add_full (G_PRIORITY_LOW, check_cb, self, NULL);
}

/* The rows of one agreement, under its name. */
static guint
append_agreement (MouMergeWindow *self, GPtrArray *incoming, guint first)
{
  const char *agreement = ((const MouDifference *) g_ptr_array_index (incoming, first))->agreement;
  GtkWidget *expander = adw_expander_row_new ();
  g_autofree char *count = NULL;
  guint end = first;

  for (; end < incoming->len; end++)
    {
      const MouDifference *difference = g_ptr_array_index (incoming, end);

      if (g_strcmp0 (difference->agreement, agreement) != 0)
        break;
      if (end < MAX_LINES)
        adw_expander_row_add_row (ADW_EXPANDER_ROW (expander), new_line (difference->text));
    }
  count = g_strdup_printf (ngettext ("%u change", "%u changes", end - first), end - first);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (expander), agreement != NULL ? agreement : _ ("Register"));
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (expander), count);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (expander), incoming->len <= MAX_LINES);
  gtk_list_box_append (self->incoming, expander);

  return end;
}

static void
show_incoming (MouMergeWindow *self)
{
  GPtrArray *incoming = mou_merge_proposal_get_incoming (self->proposal);

  for (guint first = 0; first < incoming->len;)
    first = append_agreement (self, incoming, first);
  append_rest (self->incoming, incoming->len);
  gtk_widget_set_visible (self->incoming_group, incoming->len > 0);
}

static void
apply_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MouMergeWindow *self = MOU_MERGE_WINDOW (widget);
  g_autoptr (GError) error = NULL;

  if (!mou_merge_proposal_apply (self->proposal, &error))
    {
      gtk_label_set_text (self->problem_text, error->message);
      gtk_revealer_set_reveal_child (self->problem, TRUE);
      return;
    }

  g_signal_emit (self, merged_signal, 0);
  gtk_window_close (GTK_WINDOW (self));
}

static void
answer_all_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  mou_merge_proposal_answer_all (MOU_MERGE_WINDOW (widget)->proposal, (MouMergeSide) g_variant_get_int32 (parameter));
}

static void
mou_merge_window_dispose (GObject *object)
{
  MouMergeWindow *self = MOU_MERGE_WINDOW (object);

  g_clear_handle_id (&self->check_source, g_source_remove);
  g_clear_object (&self->proposal);
  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (mou_merge_window_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/mouscorecard/MouScorecard/merge/mou-merge-window.ui");
  gtk_widget_class_bind_template_child (widget_class, MouMergeWindow, title);
  gtk_widget_class_bind_template_child (widget_class, MouMergeWindow, problem);
  gtk_widget_class_bind_template_child (widget_class, MouMergeWindow, problem_text);
  gtk_widget_class_bind_template_child (widget_class, MouMergeWindow, no_base);
  gtk_widget_class_bind_template_child (widget_class, MouMergeWindow, conflicts_group);
  gtk_widget_class_bind_template_child (widget_class, MouMergeWindow, conflicts);
  gtk_widget_class_bind_template_child (widget_class, MouMergeWindow, findings_group);
  gtk_widget_class_bind_template_child (widget_class, MouMergeWindow, findings);
  gtk_widget_class_bind_template_child (widget_class, MouMergeWindow, incoming_group);
  gtk_widget_class_bind_template_child (widget_class, MouMergeWindow, incoming);
}

static void
mou_merge_window_class_init (MouMergeWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mou_merge_window_dispose;

  merged_signal = g_signal_new ("merged", MOU_TYPE_MERGE_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  bind_children (widget_class);
  gtk_widget_class_install_action (widget_class, "merge.apply", NULL, apply_action);
  gtk_widget_class_install_action (widget_class, "merge.answer-all", "i", answer_all_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "merge.apply", NULL);
}

static void
mou_merge_window_init (MouMergeWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->rows = g_ptr_array_new ();
}

GtkWindow *
mou_merge_window_new (GtkWindow *parent, MouMergeProposal *proposal)
{
  MouMergeWindow *self = g_object_new (MOU_TYPE_MERGE_WINDOW, "transient-for", parent, NULL);
  g_autofree char *title = NULL;

  g_return_val_if_fail (MOU_IS_MERGE_PROPOSAL (proposal), GTK_WINDOW (self));

  self->proposal = g_object_ref (proposal);
  title = g_strdup_printf (_ ("Merge %s"), mou_merge_proposal_get_source (proposal));
  adw_window_title_set_title (self->title, title);
  gtk_window_set_title (GTK_WINDOW (self), title);
  gtk_widget_set_visible (self->no_base, !mou_merge_proposal_get_has_base (proposal));
  g_signal_connect_object (proposal, "changed", G_CALLBACK (proposal_changed_cb), self, G_CONNECT_SWAPPED);
  show_incoming (self);
  show_conflicts (self);
  show_progress (self);
  show_findings (self);
  if (self->rows->len > 0)
    gtk_widget_grab_focus (g_ptr_array_index (self->rows, 0));

  return GTK_WINDOW (self);
}
