/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* An evaluation as CSV: a header, one record an indicator, and the total as the last one.
 *
 * A text that a spreadsheet would run as a formula gets an apostrophe before it; numbers are our own and stay as they are. */

#include "mou-json-evaluation.h"

#include "mou-rounding.h"

#include <string.h>

#define BYTE_ORDER_MARK "\xEF\xBB\xBF"

typedef struct
{
  GString *text;
  gboolean is_first; /* no cell yet in this record */
} Csv;

static void
append_cell (Csv *self, const char *text)
{
  if (!self->is_first)
    g_string_append_c (self->text, ',');
  self->is_first = FALSE;
  if (text == NULL)
    return;

  if (strpbrk (text, ",\"\r\n") == NULL)
    {
      g_string_append (self->text, text);
      return;
    }
  g_string_append_c (self->text, '"');
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (self->text, '"');
      g_string_append_c (self->text, *p);
    }
  g_string_append_c (self->text, '"');
}

static void
append_text (Csv *self, const char *text)
{
  g_autofree char *harmless = NULL;

  if (text != NULL && *text != '\0' && strchr ("=+-@\t\r", *text) != NULL)
    harmless = g_strconcat ("'", text, NULL);
  append_cell (self, harmless != NULL ? harmless : text);
}

static void
append_rounded (Csv *self, const MouRatio *ratio)
{
  g_autofree char *text = ratio != NULL ? mou_rounding_to_text (ratio, MOU_SCORE_PLACES) : NULL;

  append_cell (self, text);
}

static void
append_short (Csv *self, const MouRatio *ratio)
{
  g_autofree char *text = ratio != NULL ? mou_rounding_to_short_text (ratio, MOU_JSON_VALUE_PLACES) : NULL;

  append_cell (self, text);
}

static void
end_record (Csv *self)
{
  g_string_append (self->text, "\r\n");
  self->is_first = TRUE;
}

static void
append_header (Csv *self)
{
  static const char *const columns[] = { "code",   "name",  "kind",     "unit",  "weight", "effective_weight", "state",
                                         "actual", "score", "weighted", "level", "label",  "deduction",        "reason" };

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    append_cell (self, columns[i]);
  end_record (self);
}

static void
append_indicator (Csv *self, const MouEvaluation *evaluation, guint node)
{
  const MouIndicator *indicator = mou_agreement_get_node (evaluation->agreement, node)->indicator;
  const MouScore *score = mou_evaluation_get_score (evaluation, node);
  g_autofree char *weight = indicator->has_weight ? mou_decimal_to_text (indicator->weight) : NULL;
  g_autofree char *level = score->score != NULL ? g_strdup_printf ("%d", score->level) : NULL;

  append_text (self, indicator->code);
  append_text (self, indicator->name);
  append_cell (self, mou_field_get (MOU_ENTITY_INDICATOR, MOU_INDICATOR_KIND)->choices[indicator->kind]);
  append_text (self, indicator->unit);
  append_cell (self, weight);
  append_short (self, score->effective_weight);
  append_cell (self, mou_score_state_key (score->state));
  append_short (self, score->actual);
  append_rounded (self, score->score);
  append_rounded (self, score->weighted);
  append_cell (self, level);
  append_text (self, score->label);
  append_short (self, score->deduction);
  append_text (self, score->reason);
  end_record (self);
}

static void
append_total (Csv *self, const MouEvaluation *evaluation)
{
  append_cell (self, NULL);
  append_cell (self, NULL);
  append_cell (self, "total");
  append_cell (self, NULL);
  append_short (self, evaluation->weight);
  append_short (self, evaluation->evaluated_weight);
  append_cell (self, evaluation->complete ? "complete" : "incomplete");
  append_cell (self, NULL);
  append_rounded (self, evaluation->total);
  append_rounded (self, evaluation->points);
  append_cell (self, NULL);
  append_cell (self, NULL);
  append_short (self, evaluation->total_deduction);
  append_cell (self, NULL);
  end_record (self);
}

char *
mou_csv_evaluation_write (const MouEvaluation *evaluation)
{
  Csv csv = { NULL, TRUE };

  g_return_val_if_fail (evaluation != NULL, NULL);

  csv.text = g_string_new (BYTE_ORDER_MARK);
  append_header (&csv);
  for (guint node = 0; node < mou_agreement_get_n_nodes (evaluation->agreement); node++)
    append_indicator (&csv, evaluation, node);
  append_total (&csv, evaluation);

  return g_string_free (csv.text, FALSE);
}
