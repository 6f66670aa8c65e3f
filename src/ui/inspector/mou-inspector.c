/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-inspector: see the header. Sections are made one at a time when the main loop is idle, once the indicator looked at needs them, so
 * that neither the window's first frame nor a moving cursor waits for them. */

#include "mou-inspector.h"
#include "mou-inspector-basics.h"
#include "mou-inspector-history.h"
#include "mou-inspector-levels.h"
#include "mou-inspector-list.h"
#include "mou-inspector-parts.h"
#include "mou-inspector-report.h"
#include "mou-inspector-result.h"
#include "mou-inspector-texts.h"
#include "mou-level-chart.h"
#include "mou-signing-bar.h"

#include <glib/gi18n.h>

/* Which indicators a section is for. */
typedef gboolean (*Applies) (const MouSubject *subject);

static gboolean
is_any (const MouSubject *subject)
{
  return TRUE;
}

static gboolean
is_measured (const MouSubject *subject)
{
  return subject->indicator->kind != MOU_KIND_GROUP;
}

static gboolean
has_gates (const MouSubject *subject)
{
  return subject->indicator->kind == MOU_KIND_GATED || subject->indicator->gates->len > 0;
}

static gboolean
has_items (const MouSubject *subject)
{
  return subject->indicator->kind == MOU_KIND_CHECKLIST || subject->indicator->items->len > 0;
}

static gboolean
is_assessed (const MouSubject *subject)
{
  return subject->assessment != NULL;
}

static gboolean
takes_variables (const MouSubject *subject)
{
  return mou_subject_has_result (subject) && subject->indicator->variables->len > 0;
}

static gboolean
takes_gates (const MouSubject *subject)
{
  return mou_subject_has_result (subject) && subject->indicator->gates->len > 0;
}

static gboolean
takes_items (const MouSubject *subject)
{
  return mou_subject_has_result (subject) && subject->indicator->items->len > 0;
}

/* The sections from top to bottom: a new one is one line here. */
static const struct
{
  gboolean of_result; /* on the page of the result */
  GType (*get_type) (void);
  MouEntity entity;
  Applies applies;
} section_table[] = {
  { FALSE, mou_inspector_basics_get_type, MOU_ENTITY_INDICATOR, is_any },
  { FALSE, mou_inspector_levels_get_type, MOU_ENTITY_LEVEL, mou_subject_has_levels },
  { FALSE, mou_inspector_levels_get_type, MOU_ENTITY_MEASURE_LEVEL, mou_subject_has_measure },
  { FALSE, mou_inspector_list_get_type, MOU_ENTITY_GATE, has_gates },
  { FALSE, mou_inspector_list_get_type, MOU_ENTITY_ITEM, has_items },
  { FALSE, mou_inspector_texts_get_type, MOU_ENTITY_INDICATOR, is_any },
  { FALSE, mou_inspector_list_get_type, MOU_ENTITY_VARIABLE, is_measured },
  { FALSE, mou_inspector_list_get_type, MOU_ENTITY_CONDITION, is_any },
  { FALSE, mou_inspector_history_get_type, MOU_ENTITY_HISTORY, is_any },
  { FALSE, mou_inspector_list_get_type, MOU_ENTITY_STRATEGY, is_any },
  { FALSE, mou_inspector_list_get_type, MOU_ENTITY_REBASE, is_measured },
  { TRUE, mou_inspector_result_get_type, MOU_ENTITY_RESULT, is_assessed },
  { TRUE, mou_inspector_parts_get_type, MOU_ENTITY_RESULT_VARIABLE, takes_variables },
  { TRUE, mou_inspector_parts_get_type, MOU_ENTITY_RESULT_GATE, takes_gates },
  { TRUE, mou_inspector_parts_get_type, MOU_ENTITY_RESULT_ITEM, takes_items },
  { TRUE, mou_inspector_report_get_type, MOU_ENTITY_RESULT, is_assessed },
};

struct _MouInspector
{
  AdwBin parent_instance;

  GtkStack *stack;
  GtkLabel *heading;
  MouSigningBar *signing;
  MouLevelChart *chart;
  GtkWidget *switcher;
  GtkStack *pages;
  GtkBox *criterion_box;
  GtkBox *result_box;

  MouDocument *document;
  MouSelection *selection;
  MouSection *sections[G_N_ELEMENTS (section_table)]; /* NULL until they are needed */
  guint refresh_id;
  guint build_id;
};

G_DEFINE_FINAL_TYPE (MouInspector, mou_inspector, ADW_TYPE_BIN)

static guint problem_signal;

static gboolean
get_subject (MouInspector *self, MouSubject *subject)
{
  return self->selection != NULL
         && mou_subject_init (subject, self->document, mou_selection_get_indicator (self->selection),
                              mou_selection_get_thai_digits (self->selection));
}

static void
problem_cb (MouInspector *self, const char *message)
{
  g_signal_emit (self, problem_signal, 0, message);
}

/* The nearest section above it on its page that is already there. */
static GtkWidget *
find_predecessor (MouInspector *self, guint index)
{
  for (guint i = index; i > 0; i--)
    if (self->sections[i - 1] != NULL && section_table[i - 1].of_result == section_table[index].of_result)
      return GTK_WIDGET (self->sections[i - 1]);

  return NULL;
}

static void
make_section (MouInspector *self, guint index, const MouSubject *subject)
{
  GtkBox *box = section_table[index].of_result ? self->result_box : self->criterion_box;

  self->sections[index] = g_object_new (section_table[index].get_type (), "entity", (int) section_table[index].entity, NULL);
  g_signal_connect_object (self->sections[index], "problem", G_CALLBACK (problem_cb), self, G_CONNECT_SWAPPED);
  gtk_box_insert_child_after (box, GTK_WIDGET (self->sections[index]), find_predecessor (self, index));
  mou_section_refresh (self->sections[index], subject);
}

static gboolean
is_wanted (MouInspector *self, guint index, const MouSubject *subject)
{
  return self->sections[index] == NULL && section_table[index].applies (subject);
}

/* One section at a time. */
static gboolean
build_cb (gpointer data)
{
  MouInspector *self = data;
  const gboolean of_result = g_strcmp0 (gtk_stack_get_visible_child_name (self->pages), "result") == 0;
  MouSubject subject;

  for (guint i = 0; get_subject (self, &subject) && i < G_N_ELEMENTS (section_table); i++)
    if (section_table[i].of_result == of_result && is_wanted (self, i, &subject))
      {
        make_section (self, i, &subject);
        return G_SOURCE_CONTINUE;
      }

  self->build_id = 0;
  return G_SOURCE_REMOVE;
}

static void
queue_build (MouInspector *self)
{
  if (self->build_id == 0)
    self->build_id = g_idle_add_full (G_PRIORITY_LOW, build_cb, self, NULL);
}

static void
show_heading (MouInspector *self, const MouSubject *subject)
{
  const char *name = subject->indicator->name != NULL ? subject->indicator->name : "";
  g_autofree char *heading = g_strdup_printf ("%s  %s", subject->indicator->code, name);

  gtk_label_set_text (self->heading, heading);
  mou_signing_bar_show (self->signing, subject->document, subject->indicator->id, subject->thai_digits);
  mou_level_chart_show (self->chart, subject->agreement, subject->indicator, subject->score, subject->thai_digits);
  gtk_widget_set_visible (self->switcher, subject->assessment != NULL);
  if (subject->assessment == NULL)
    gtk_stack_set_visible_child_name (self->pages, "criterion");
}

static void
refresh (MouInspector *self)
{
  MouSubject subject;

  g_clear_handle_id (&self->refresh_id, g_source_remove);
  if (!get_subject (self, &subject))
    {
      gtk_stack_set_visible_child_name (self->stack, "empty");
      return;
    }

  show_heading (self, &subject);
  for (guint i = 0; i < G_N_ELEMENTS (section_table); i++)
    {
      const gboolean applies = section_table[i].applies (&subject);

      if (self->sections[i] == NULL)
        continue;
      gtk_widget_set_visible (GTK_WIDGET (self->sections[i]), applies);
      if (applies)
        mou_section_refresh (self->sections[i], &subject);
    }
  gtk_stack_set_visible_child_name (self->stack, "indicator");
  queue_build (self);
}

static gboolean
refresh_cb (gpointer data)
{
  MouInspector *self = data;

  self->refresh_id = 0;
  refresh (self);

  return G_SOURCE_REMOVE;
}

/* Several changes in one go are shown once; nothing is shown to nobody. */
static void
queue_refresh (MouInspector *self)
{
  if (self->refresh_id == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->refresh_id = g_idle_add (refresh_cb, self);
}

static void
page_changed_cb (GtkStack *pages, GParamSpec *pspec, MouInspector *self)
{
  queue_build (self);
}

/* What is being typed belongs to the indicator that was shown. */
static void
selection_changed_cb (MouInspector *self)
{
  mou_inspector_commit_editing (self);
  queue_refresh (self);
}

static void
mou_inspector_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (mou_inspector_parent_class)->map (widget);

  queue_refresh (MOU_INSPECTOR (widget));
}

static void
forget_document (MouInspector *self)
{
  g_clear_handle_id (&self->refresh_id, g_source_remove);
  g_clear_handle_id (&self->build_id, g_source_remove);
  for (guint i = 0; i < G_N_ELEMENTS (section_table); i++)
    if (self->sections[i] != NULL)
      mou_section_detach (self->sections[i]);
  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
  g_clear_object (&self->document);
}

static void
mou_inspector_dispose (GObject *object)
{
  MouInspector *self = MOU_INSPECTOR (object);

  forget_document (self);
  g_clear_object (&self->selection);

  G_OBJECT_CLASS (mou_inspector_parent_class)->dispose (object);
}

static void
mou_inspector_class_init (MouInspectorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mou_inspector_dispose;
  widget_class->map = mou_inspector_map;
  problem_signal = g_signal_new ("problem", MOU_TYPE_INSPECTOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (MOU_TYPE_LEVEL_CHART);
  g_type_ensure (MOU_TYPE_SIGNING_BAR);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/mouscorecard/MouScorecard/inspector/mou-inspector.ui");
  gtk_widget_class_bind_template_child (widget_class, MouInspector, stack);
  gtk_widget_class_bind_template_child (widget_class, MouInspector, heading);
  gtk_widget_class_bind_template_child (widget_class, MouInspector, signing);
  gtk_widget_class_bind_template_child (widget_class, MouInspector, chart);
  gtk_widget_class_bind_template_child (widget_class, MouInspector, switcher);
  gtk_widget_class_bind_template_child (widget_class, MouInspector, pages);
  gtk_widget_class_bind_template_child (widget_class, MouInspector, criterion_box);
  gtk_widget_class_bind_template_child (widget_class, MouInspector, result_box);
  gtk_widget_class_bind_template_callback (widget_class, page_changed_cb);
}

static void
mou_inspector_init (MouInspector *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
mou_inspector_set_document (MouInspector *self, MouDocument *document)
{
  g_return_if_fail (MOU_IS_INSPECTOR (self));

  forget_document (self);
  g_set_object (&self->document, document);
  if (document != NULL)
    g_signal_connect_object (document, "changed", G_CALLBACK (queue_refresh), self, G_CONNECT_SWAPPED);
  queue_refresh (self);
}

void
mou_inspector_set_selection (MouInspector *self, MouSelection *selection)
{
  g_return_if_fail (MOU_IS_INSPECTOR (self));
  g_return_if_fail (self->selection == NULL);

  g_set_object (&self->selection, selection);
  g_signal_connect_object (selection, "notify::indicator", G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (selection, "notify::thai-digits", G_CALLBACK (queue_refresh), self, G_CONNECT_SWAPPED);
}

gboolean
mou_inspector_commit_editing (MouInspector *self)
{
  g_return_val_if_fail (MOU_IS_INSPECTOR (self), TRUE);

  return mou_editor_commit_below (GTK_WIDGET (self));
}

gboolean
mou_inspector_show_place (MouInspector *self, const MouPlace *place)
{
  MouSubject subject;
  MouTarget target;

  g_return_val_if_fail (MOU_IS_INSPECTOR (self), FALSE);

  if (!get_subject (self, &subject)
      || !mou_target_init_from_place (&target, self->document, place, subject.assessment != NULL ? subject.assessment->id : 0))
    return FALSE;

  refresh (self);
  for (guint i = 0; i < G_N_ELEMENTS (section_table); i++)
    {
      MouEditor *editor = NULL;

      if (is_wanted (self, i, &subject))
        make_section (self, i, &subject);
      if (self->sections[i] != NULL && gtk_widget_get_visible (GTK_WIDGET (self->sections[i])))
        editor = mou_section_find_editor (self->sections[i], &target);
      if (editor == NULL)
        continue;

      gtk_stack_set_visible_child_name (self->pages, section_table[i].of_result ? "result" : "criterion");
      mou_editor_take_focus (editor);
      return TRUE;
    }

  return FALSE;
}
