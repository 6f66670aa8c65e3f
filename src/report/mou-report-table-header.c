/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-report-table-header: what the forms that print the scorecard share: its two-level header, names and levels. */
#include "mou-report-form.h"

#include "mou-cell-text.h"
#include "mou-fiscal-year.h"
#include "mou-report-seal.h"

#include <string.h>

#define HEAD_ROWS 2

/* Equal content gives equal bytes: the fiscal year dates the file, not the clock. */
static gint64
find_creation_time (const MouAgreement *agreement)
{
  g_autofree char *day = mou_fiscal_year_first_day (agreement->fiscal_year, CLAMP (agreement->fiscal_year_start_month, 1, 12));
  g_autofree char *moment = g_strconcat (day, "T00:00:00Z", NULL);
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (moment, NULL);

  return time != NULL ? g_date_time_to_unix (time) : 0;
}

MouReportDocument *
mou_report_start_document (const MouAgreement *agreement, const char *title, const MouReportOptions *options)
{
  MouReportDocument *document = mou_report_document_new (title, agreement->organisation);

  document->created = find_creation_time (agreement);
  document->thai_digits = options->thai_digits;
  document->form = g_strdup_printf ("%s/%d", mou_report_form_get_key (options->form), MOU_REPORT_FORM_VERSION);
  document->seal = g_strdup (options->seal);
  document->evaluation_seal = options->form == MOU_FORM_EVALUATION ? g_strdup (options->evaluation_seal) : NULL;
  document->scale_floor = agreement->scale->floor;
  document->scale_top = agreement->scale->top;
  if (options->font != NULL && *options->font != '\0')
    {
      g_free (document->font);
      document->font = g_strdup (options->font);
    }
  return document;
}

void
mou_report_add_title (MouReportSection *section, const char *title)
{
  const char *year = title != NULL ? strstr (title, " ประจำปี") : NULL;
  g_autofree char *first = NULL;

  if (year == NULL)
    {
      mou_report_add_text (section, MOU_TEXT_TITLE, title);
      return;
    }
  first = g_strndup (title, (gsize) (year - title));
  mou_report_add_text (section, MOU_TEXT_TITLE, first);
  mou_report_add_text (section, MOU_TEXT_TITLE, year + 1);
}

void
mou_report_start_head (MouReportTable *table)
{
  for (int i = 0; i < HEAD_ROWS; i++)
    mou_report_table_add_row (table, MOU_ROW_HEAD);
}

void
mou_report_set_head (MouReportTable *table, guint column, const char *title)
{
  mou_report_set_text (table, 0, column, MOU_ALIGN_CENTRE, title);
  mou_report_span (table, 0, column, HEAD_ROWS, 1);
}

void
mou_report_set_head_over (MouReportTable *table, guint column, guint n, const char *title)
{
  mou_report_set_text (table, 0, column, MOU_ALIGN_CENTRE, title);
  mou_report_span (table, 0, column, 1, (int) n);
}

static char *
make_level_title (const MouScale *scale, int level)
{
  static const char *const three_levels[] = { "ขั้นต้น (50)", "มาตรฐาน (75)", "ขั้นสูง (100)" };

  if (scale->kind == MOU_SCALE_THREE_LEVEL)
    return g_strdup (three_levels[level]);
  if (scale->kind == MOU_SCALE_PERCENT)
    return g_strdup ("เป้าหมาย");
  return g_strdup_printf ("%d", scale->points[level]);
}

void
mou_report_set_head_over_levels (MouReportTable *table, guint column, const MouAgreement *agreement)
{
  g_autofree char *title = g_strdup_printf ("ค่าเกณฑ์วัดปีบัญชี %d", agreement->fiscal_year);

  mou_report_set_head_over (table, column, (guint) agreement->scale->level_count, title);
  for (int i = 0; i < agreement->scale->level_count; i++)
    {
      g_autofree char *level = make_level_title (agreement->scale, i);

      mou_report_set_text (table, 1, column + (guint) i, MOU_ALIGN_CENTRE, level);
    }
}

char *
mou_report_describe_indicator (const MouIndicator *indicator)
{
  const char *code = indicator->code != NULL ? indicator->code : "";
  const char *separator = strchr (code, '.') != NULL ? " " : ". ";

  return g_strconcat (code, *code != '\0' ? separator : "", indicator->name, NULL);
}

guint
mou_report_add_indicator_row (MouReportTable *table, const MouAgreement *agreement, guint node_index)
{
  const MouNode *node = mou_agreement_get_node (agreement, node_index);
  gboolean is_leaf = mou_node_is_leaf (node, node_index);
  guint row = mou_report_table_add_row (table, is_leaf ? MOU_ROW_LEAF : MOU_ROW_GROUP);
  g_autofree char *name = mou_report_describe_indicator (node->indicator);

  mou_report_set_text (table, row, 0, MOU_ALIGN_LEFT, name)->indent = node->depth;
  mou_report_set_text (table, row, 1, MOU_ALIGN_CENTRE, node->indicator->unit);
  return row;
}

void
mou_report_set_weight (MouReportTable *table, guint row, guint column, const MouIndicator *indicator)
{
  if (indicator->has_weight)
    mou_report_set_decimal (table, row, column, indicator->weight, indicator->weight.scale);
}

static gboolean
has_any_level (const MouLevels *levels)
{
  for (int i = 0; i < levels->count; i++)
    if (levels->levels[i].kind != MOU_LEVEL_ABSENT)
      return TRUE;
  return FALSE;
}

static void
set_level (MouReportTable *table, guint row, guint column, const MouLevel *level)
{
  MouReportCell *cell;

  switch (level->kind)
    {
    case MOU_LEVEL_NUMERIC:
      cell = mou_report_set_decimal (table, row, column, level->value, level->value.scale);
      cell->sign = level->op != MOU_OP_NONE ? mou_inequality_get_sign (level->op) : NULL;
      break;
    case MOU_LEVEL_WORDED:
      mou_report_set_text (table, row, column, MOU_ALIGN_LEFT, level->text);
      break;
    case MOU_LEVEL_ABSENT:
    default:
      mou_report_set_text (table, row, column, MOU_ALIGN_CENTRE, "-");
      break;
    }
}

/* Where levels are described elsewhere, the form prints what they are worth. */
static gboolean
prints_points (const MouIndicator *indicator)
{
  return indicator->kind == MOU_KIND_JUDGED || indicator->kind == MOU_KIND_GATED || indicator->kind == MOU_KIND_CHECKLIST;
}

void
mou_report_set_levels (MouReportTable *table, guint row, guint column, const MouAgreement *agreement, const MouIndicator *indicator,
                       const MouLevels *levels)
{
  static const MouLevel absent = { .kind = MOU_LEVEL_ABSENT };
  const MouScale *scale = agreement->scale;
  gboolean has_levels = has_any_level (levels);

  for (int i = 0; i < scale->level_count; i++)
    {
      if (has_levels)
        set_level (table, row, column + (guint) i, i < levels->count ? &levels->levels[i] : &absent);
      else if (prints_points (indicator))
        mou_report_set_decimal (table, row, column + (guint) i, (MouDecimal){ scale->points[i], 0 }, 0);
    }
}
