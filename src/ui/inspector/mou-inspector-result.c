/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-inspector-result: see the header. */

#include "mou-inspector-result.h"
#include "mou-choice-row.h"
#include "mou-field-row.h"
#include "mou-rounding.h"
#include "mou-text-row.h"
#include "mou-thai.h"

#include <glib/gi18n.h>

struct _MouInspectorResult
{
  MouSection parent_instance;

  GtkWidget *actual;
  GtkWidget *state;
  GtkWidget *reason;
  AdwActionRow *why;
};

G_DEFINE_FINAL_TYPE (MouInspectorResult, mou_inspector_result, MOU_TYPE_SECTION)

static char *
dup_score (const MouSubject *subject)
{
  g_autofree char *score = NULL;
  g_autofree char *thai = NULL;

  if (subject->score->score == NULL)
    return g_strdup (mou_score_state_label (subject->score->state));

  score = mou_rounding_to_text (subject->score->score, MOU_SCORE_PLACES);
  thai = subject->thai_digits ? mou_thai_digits_from_arabic (score) : NULL;
  return g_strdup_printf (_ ("Score %s"), thai != NULL ? thai : score);
}

static void
show_score (MouInspectorResult *self, const MouSubject *subject)
{
  g_autofree char *score = dup_score (subject);
  g_auto (GStrv) sentences = mou_engine_explain (mou_document_get_evaluation (subject->document), subject->node);
  g_autofree char *why = g_strjoinv ("\n", sentences);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->why), score);
  adw_action_row_set_subtitle (self->why, why);
}

static void
mou_inspector_result_refresh (MouSection *section, const MouSubject *subject)
{
  MouInspectorResult *self = MOU_INSPECTOR_RESULT (section);
  const gboolean own = mou_subject_has_result (subject);
  const MouResult *result = own ? mou_assessment_get_result (subject->assessment, subject->indicator->id) : NULL;
  g_autofree char *title = g_markup_escape_text (subject->assessment->name, -1);

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), title);
  gtk_widget_set_visible (self->actual, subject->indicator->kind != MOU_KIND_GROUP);
  gtk_widget_set_visible (self->state, own);
  gtk_widget_set_visible (self->reason, result != NULL && (result->state == MOU_RESULT_NOT_APPLICABLE || result->reason != NULL));
  show_score (self, subject);
}

static void
mou_inspector_result_class_init (MouInspectorResultClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (MOU_TYPE_CHOICE_ROW);
  g_type_ensure (MOU_TYPE_FIELD_ROW);
  g_type_ensure (MOU_TYPE_TEXT_ROW);
  MOU_SECTION_CLASS (klass)->refresh = mou_inspector_result_refresh;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/mouscorecard/MouScorecard/inspector/mou-inspector-result.ui");
  gtk_widget_class_bind_template_child (widget_class, MouInspectorResult, actual);
  gtk_widget_class_bind_template_child (widget_class, MouInspectorResult, state);
  gtk_widget_class_bind_template_child (widget_class, MouInspectorResult, reason);
  gtk_widget_class_bind_template_child (widget_class, MouInspectorResult, why);
}

static void
mou_inspector_result_init (MouInspectorResult *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
