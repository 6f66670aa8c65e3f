/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-evaluation-page: see the header. */

#include "mou-evaluation-page.h"
#include "mou-evaluation-model.h"
#include "mou-sheet.h"
#include "mou-value.h"

#include <glib/gi18n.h>

struct _MouEvaluationPage
{
  MouPage parent_instance;

  GtkStack *stack;
  GtkDropDown *assessments;
  MouSheet *sheet;
  GtkLabel *explained;
  GtkLabel *explanation;

  MouDocument *document;    /* the one whose "changed" is followed */
  MouIndicatorModel *model; /* a MouEvaluationModel */
  gboolean refreshing;      /* the drop-down is being filled, not used */
  gboolean following;       /* the cursor follows the selection, not the other way round */
};

G_DEFINE_FINAL_TYPE (MouEvaluationPage, mou_evaluation_page, MOU_TYPE_PAGE)

static void
show_explanation (MouEvaluationPage *self)
{
  guint row = 0, column = 0;
  g_autofree char *text = NULL;
  g_autofree char *name = NULL;

  if (self->model == NULL || !mou_sheet_get_cursor (self->sheet, &row, &column))
    return;

  text = mou_evaluation_model_dup_explanation (MOU_EVALUATION_MODEL (self->model), row);
  name = mou_sheet_model_dup_row_label (MOU_SHEET_MODEL (self->model), row);
  gtk_label_set_text (self->explained, name);
  gtk_label_set_text (self->explanation, text);
}

static void
cursor_moved_cb (MouEvaluationPage *self)
{
  guint row = 0, column = 0;

  show_explanation (self);
  if (self->following || self->model == NULL || !mou_sheet_get_cursor (self->sheet, &row, &column))
    return;

  mou_selection_set_indicator (mou_page_get_selection (MOU_PAGE (self)), mou_indicator_model_get_indicator (self->model, row));
}

static void
selection_changed_cb (MouEvaluationPage *self)
{
  const gint64 indicator = mou_selection_get_indicator (mou_page_get_selection (MOU_PAGE (self)));
  const int wanted = self->model != NULL ? mou_indicator_model_find_row (self->model, indicator) : -1;
  guint row = 0, column = 0;

  if (wanted < 0 || !mou_sheet_get_cursor (self->sheet, &row, &column) || row == (guint) wanted)
    return;

  self->following = TRUE;
  mou_sheet_set_cursor (self->sheet, (guint) wanted, column);
  self->following = FALSE;
}

/* The names in order, and which of them is the document's. */
static GtkStringList *
new_assessment_names (const MouAgreement *agreement, gint64 current, guint *selected)
{
  GtkStringList *names = gtk_string_list_new (NULL);

  for (guint i = 0; i < agreement->assessments->len; i++)
    {
      const MouAssessment *assessment = agreement->assessments->pdata[i];

      gtk_string_list_append (names, assessment->name);
      if (assessment->id == current)
        *selected = i;
    }

  return names;
}

static void
refresh_assessments (MouEvaluationPage *self, const MouEvaluation *evaluation)
{
  guint selected = GTK_INVALID_LIST_POSITION;
  const gint64 current = evaluation->assessment != NULL ? evaluation->assessment->id : 0;
  g_autoptr (GtkStringList) names = new_assessment_names (evaluation->agreement, current, &selected);

  self->refreshing = TRUE;
  gtk_drop_down_set_model (self->assessments, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->assessments, selected);
  self->refreshing = FALSE;
}

/* Whether the drop-down still says what the agreement holds: an edit of a value leaves it alone. */
static gboolean
assessments_are_current (MouEvaluationPage *self, const MouEvaluation *evaluation)
{
  GListModel *names = gtk_drop_down_get_model (self->assessments);
  const guint selected = gtk_drop_down_get_selected (self->assessments);
  GPtrArray *assessments = evaluation->agreement->assessments;

  if (names == NULL || g_list_model_get_n_items (names) != assessments->len)
    return FALSE;

  for (guint i = 0; i < assessments->len; i++)
    if (!g_str_equal (gtk_string_list_get_string (GTK_STRING_LIST (names), i), ((const MouAssessment *) assessments->pdata[i])->name))
      return FALSE;

  return selected < assessments->len && assessments->pdata[selected] == (gconstpointer) evaluation->assessment;
}

static void
document_changed_cb (MouEvaluationPage *self)
{
  const MouEvaluation *evaluation = mou_document_get_evaluation (self->document);
  const gboolean empty = evaluation == NULL || evaluation->assessment == NULL || mou_agreement_get_n_nodes (evaluation->agreement) == 0;

  gtk_stack_set_visible_child_name (self->stack, empty ? "empty" : "sheet");
  if (evaluation != NULL && !assessments_are_current (self, evaluation))
    refresh_assessments (self, evaluation);
  show_explanation (self);
}

static void
assessment_selected_cb (GtkDropDown *drop_down, GParamSpec *pspec, MouEvaluationPage *self)
{
  const MouAgreement *agreement = self->document != NULL ? mou_document_get_agreement (self->document) : NULL;
  const guint selected = gtk_drop_down_get_selected (drop_down);

  if (!self->refreshing && agreement != NULL && selected < agreement->assessments->len)
    mou_document_set_assessment_id (self->document, ((const MouAssessment *) agreement->assessments->pdata[selected])->id);
}

/* A name nobody has yet: "Committee, full year", "Committee, full year (2)". */
static char *
propose_name (const MouAgreement *agreement, const char *kind, const char *period)
{
  const MouField *kinds = mou_field_get (MOU_ENTITY_ASSESSMENT, MOU_ASSESSMENT_KIND);
  const MouField *periods = mou_field_get (MOU_ENTITY_ASSESSMENT, MOU_ASSESSMENT_PERIOD);
  g_autofree char *base = g_strdup_printf ("%s · %s", mou_value_choice_label (kinds, kind), mou_value_choice_label (periods, period));
  g_autofree char *name = g_strdup (base);

  for (int i = 2; mou_agreement_find_assessment (agreement, name) != NULL; i++)
    {
      g_free (name);
      name = g_strdup_printf ("%s (%d)", base, i);
    }

  return g_steal_pointer (&name);
}

static void
add_assessment_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MouEvaluationPage *self = MOU_EVALUATION_PAGE (widget);
  g_auto (GStrv) parts = g_strsplit (g_variant_get_string (parameter, NULL), "/", 2);
  const MouAgreement *agreement = self->document != NULL ? mou_document_get_agreement (self->document) : NULL;
  g_autofree char *name = NULL;
  g_autoptr (GError) error = NULL;
  gint64 row = 0;

  if (agreement == NULL)
    return;

  name = propose_name (agreement, parts[0], parts[1]);
  if (mou_document_add_assessment (self->document, name, parts[0], parts[1], &row, &error))
    mou_document_set_assessment_id (self->document, row);
  else
    mou_page_report_problem (MOU_PAGE (self), error->message);
}

static void
problem_cb (MouEvaluationPage *self, const char *message)
{
  mou_page_report_problem (MOU_PAGE (self), message);
}

static void
follow_display (MouEvaluationPage *self)
{
  MouSelection *selection = mou_page_get_selection (MOU_PAGE (self));

  if (self->model != NULL)
    mou_indicator_model_set_thai_digits (self->model, mou_selection_get_thai_digits (selection));
  mou_sheet_set_zoom (self->sheet, mou_selection_get_zoom (selection));
}

static void
mou_evaluation_page_document_set (MouPage *page, MouDocument *document)
{
  MouEvaluationPage *self = MOU_EVALUATION_PAGE (page);

  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
  g_set_object (&self->document, document);
  g_clear_object (&self->model);
  self->model = document != NULL ? mou_evaluation_model_new (document) : NULL;
  mou_sheet_set_model (self->sheet, (MouSheetModel *) self->model);
  if (document == NULL)
    return;

  follow_display (self);
  g_signal_connect_object (document, "changed", G_CALLBACK (document_changed_cb), self, G_CONNECT_SWAPPED);
  document_changed_cb (self);
}

static void
mou_evaluation_page_selection_set (MouPage *page, MouSelection *selection)
{
  g_signal_connect_object (selection, "notify::indicator", G_CALLBACK (selection_changed_cb), page, G_CONNECT_SWAPPED);
  g_signal_connect_object (selection, "notify::thai-digits", G_CALLBACK (follow_display), page, G_CONNECT_SWAPPED);
  g_signal_connect_object (selection, "notify::zoom", G_CALLBACK (follow_display), page, G_CONNECT_SWAPPED);
}

/* Results are shown here; the agreement's own values on the scorecard. */
static gboolean
mou_evaluation_page_show_place (MouPage *page, const MouPlace *place)
{
  MouEvaluationPage *self = MOU_EVALUATION_PAGE (page);
  int row = -1;

  if (self->model == NULL || (place->entity != MOU_ENTITY_RESULT && place->entity != MOU_ENTITY_DEDUCTION))
    return FALSE;

  mou_indicator_model_reveal (self->model, place->indicator);
  row = mou_indicator_model_find_row (self->model, place->indicator);
  if (row < 0)
    return FALSE;

  mou_sheet_set_cursor (self->sheet, (guint) row, mou_evaluation_model_get_actual_column (MOU_EVALUATION_MODEL (self->model)));
  return TRUE;
}

static void
mou_evaluation_page_focus_content (MouPage *page)
{
  gtk_widget_grab_focus (GTK_WIDGET (MOU_EVALUATION_PAGE (page)->sheet));
}

static gboolean
mou_evaluation_page_search (MouPage *page, const char *text)
{
  MouEvaluationPage *self = MOU_EVALUATION_PAGE (page);

  if (self->model != NULL)
    mou_indicator_model_set_filter (self->model, text);

  return TRUE;
}

static gboolean
mou_evaluation_page_commit_editing (MouPage *page)
{
  return mou_sheet_commit_editing (MOU_EVALUATION_PAGE (page)->sheet);
}

static void
mou_evaluation_page_dispose (GObject *object)
{
  MouEvaluationPage *self = MOU_EVALUATION_PAGE (object);

  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
  g_clear_object (&self->document);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (mou_evaluation_page_parent_class)->dispose (object);
}

static void
mou_evaluation_page_class_init (MouEvaluationPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  MouPageClass *page_class = MOU_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mou_evaluation_page_dispose;
  page_class->document_set = mou_evaluation_page_document_set;
  page_class->selection_set = mou_evaluation_page_selection_set;
  page_class->show_place = mou_evaluation_page_show_place;
  page_class->focus_content = mou_evaluation_page_focus_content;
  page_class->search = mou_evaluation_page_search;
  page_class->commit_editing = mou_evaluation_page_commit_editing;

  g_type_ensure (MOU_TYPE_SHEET);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/mouscorecard/MouScorecard/pages/evaluation/mou-evaluation-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MouEvaluationPage, stack);
  gtk_widget_class_bind_template_child (widget_class, MouEvaluationPage, assessments);
  gtk_widget_class_bind_template_child (widget_class, MouEvaluationPage, sheet);
  gtk_widget_class_bind_template_child (widget_class, MouEvaluationPage, explained);
  gtk_widget_class_bind_template_child (widget_class, MouEvaluationPage, explanation);
  gtk_widget_class_bind_template_callback (widget_class, assessment_selected_cb);
  gtk_widget_class_install_action (widget_class, "evaluation.add-assessment", "s", add_assessment_action);
}

static void
mou_evaluation_page_init (MouEvaluationPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->sheet), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Evaluation"), -1);
  g_signal_connect_object (self->sheet, "notify::cursor-row", G_CALLBACK (cursor_moved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->sheet, "problem", G_CALLBACK (problem_cb), self, G_CONNECT_SWAPPED);
}
