/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-scorecard-columns: see the header. */

#include "mou-scorecard-columns.h"
#include "mou-cell-text.h"
#include "mou-thai.h"

#include <glib/gi18n.h>

#define YEARS 5

static void
column_clear (gpointer data)
{
  g_free (((MouScorecardColumn *) data)->title);
}

/* `title` is taken. */
static void
add (GArray *columns, MouCellKind kind, int index, char *title, const char *group, guint width, MouSheetAlignment alignment)
{
  MouScorecardColumn column = { .kind = kind, .index = index, .title = title };

  column.info = (MouSheetColumn){ .title = title, .group = group, .width = width, .alignment = alignment, .editable = TRUE };
  column.info.tree = kind == MOU_CELL_FIELD && index == MOU_INDICATOR_CODE;
  g_array_append_val (columns, column);
}

static char *
number_title (int number, gboolean thai_digits)
{
  g_autofree char *text = g_strdup_printf ("%d", number);

  return thai_digits ? mou_thai_digits_from_arabic (text) : g_steal_pointer (&text);
}

static void
add_history (GArray *columns, const MouAgreement *agreement, gboolean thai_digits)
{
  const int last = agreement != NULL ? agreement->fiscal_year - 1 : 0;

  for (int year = last - YEARS + 1; agreement != NULL && year <= last; year++)
    add (columns, MOU_CELL_HISTORY, year, number_title (year, thai_digits), _ ("Past results"), 10, MOU_SHEET_ALIGN_END);
}

static void
add_levels (GArray *columns, const MouAgreement *agreement, gboolean thai_digits)
{
  const MouScale *scale = agreement != NULL ? agreement->scale : mou_scale_get (MOU_SCALE_FIVE_LEVEL);

  for (int level = 1; level <= scale->level_count; level++)
    add (columns, MOU_CELL_LEVEL, level, number_title (scale->points[level - 1], thai_digits), _ ("Criteria levels"), 10,
         MOU_SHEET_ALIGN_END);
}

GArray *
mou_scorecard_columns_new (const MouAgreement *agreement, gboolean thai_digits)
{
  GArray *columns = g_array_new (FALSE, TRUE, sizeof (MouScorecardColumn));

  g_array_set_clear_func (columns, column_clear);
  add (columns, MOU_CELL_FIELD, MOU_INDICATOR_CODE, g_strdup (_ ("Code")), NULL, 12, MOU_SHEET_ALIGN_START);
  add (columns, MOU_CELL_FIELD, MOU_INDICATOR_NAME, g_strdup (_ ("Performance criterion")), NULL, 28, MOU_SHEET_ALIGN_START);
  add (columns, MOU_CELL_FIELD, MOU_INDICATOR_UNIT, g_strdup (_ ("Unit")), NULL, 10, MOU_SHEET_ALIGN_CENTRE);
  add (columns, MOU_CELL_FIELD, MOU_INDICATOR_WEIGHT, g_strdup (_ ("Weight (%)")), NULL, 8, MOU_SHEET_ALIGN_END);
  add_history (columns, agreement, thai_digits);
  add_levels (columns, agreement, thai_digits);
  add (columns, MOU_CELL_FIELD, MOU_INDICATOR_NOTATION, g_strdup (_ ("Interval notation")), NULL, 18, MOU_SHEET_ALIGN_CENTRE);

  return columns;
}

static const char *
get_field (const MouIndicator *indicator, int field)
{
  switch ((MouIndicatorField) field)
    {
    case MOU_INDICATOR_CODE:
      return indicator->code;
    case MOU_INDICATOR_NAME:
      return indicator->name;
    case MOU_INDICATOR_UNIT:
      return indicator->unit;
    case MOU_INDICATOR_NOTATION:
      return indicator->levels.notation_text;
    case MOU_INDICATOR_GROUP:
    case MOU_INDICATOR_WEIGHT:
    case MOU_INDICATOR_DECIMALS:
    case MOU_INDICATOR_KIND:
    case MOU_INDICATOR_GAP:
    case MOU_INDICATOR_DEFINITION:
    case MOU_INDICATOR_FORMULA:
    case MOU_INDICATOR_OWNER:
    case MOU_INDICATOR_DATA_SOURCE:
    case MOU_INDICATOR_TYPE:
    case MOU_N_INDICATOR_FIELDS:
    default:
      return NULL;
    }
}

static char *
dup_field_text (int field, const MouIndicator *indicator)
{
  if (field == MOU_INDICATOR_WEIGHT)
    return indicator->has_weight ? mou_decimal_format (indicator->weight, -1) : g_strdup ("");

  return g_strdup (get_field (indicator, field) != NULL ? get_field (indicator, field) : "");
}

/* "1,271.47" in italics with its footnote: "1,271.47 ¹" */
static char *
dup_history_text (const MouHistory *history, MouSheetCellFlags *flags)
{
  static const char *const superscripts[] = { "", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹" };
  g_autofree char *number = NULL;

  if (history == NULL)
    return g_strdup ("");
  if (history->provisional)
    *flags |= MOU_SHEET_CELL_PROVISIONAL;
  if (history->state != MOU_HISTORY_NUMBER)
    {
      *flags |= MOU_SHEET_CELL_ABSENT;
      return g_strdup (history->state == MOU_HISTORY_PENDING ? "N/A" : "-");
    }

  number = mou_decimal_format (history->value, -1);
  return g_strconcat (number, history->note > 0 && history->note < 10 ? superscripts[history->note] : "", NULL);
}

static const MouLevel *
get_level (const MouIndicator *indicator, int number)
{
  return number <= indicator->levels.count ? &indicator->levels.levels[number - 1] : NULL;
}

/* A level that other levels surround is printed "-" where it is absent; an indicator without levels shows blanks. */
static char *
dup_level_text (const MouIndicator *indicator, int number, MouSheetCellFlags *flags)
{
  const MouLevel *level = get_level (indicator, number);
  gboolean any = FALSE;

  if (level != NULL && level->kind != MOU_LEVEL_ABSENT)
    return mou_level_format (level, -1);

  for (int i = 0; i < indicator->levels.count; i++)
    any = any || indicator->levels.levels[i].kind != MOU_LEVEL_ABSENT;
  *flags |= MOU_SHEET_CELL_ABSENT;

  return g_strdup (any ? "-" : "");
}

char *
mou_scorecard_column_dup_text (const MouScorecardColumn *column, const MouIndicator *indicator, MouSheetCellFlags *flags)
{
  switch (column->kind)
    {
    case MOU_CELL_LEVEL:
      return dup_level_text (indicator, column->index, flags);
    case MOU_CELL_HISTORY:
      return dup_history_text (mou_indicator_get_history (indicator, column->index), flags);
    case MOU_CELL_FIELD:
    case MOU_CELL_ACTUAL:
    default:
      return dup_field_text (column->index, indicator);
    }
}

char *
mou_scorecard_column_dup_edit_text (const MouScorecardColumn *column, const MouIndicator *indicator)
{
  const MouLevel *level = NULL;

  switch (column->kind)
    {
    case MOU_CELL_LEVEL:
      level = get_level (indicator, column->index);
      return level != NULL ? mou_level_cell_format (level) : g_strdup ("");
    case MOU_CELL_HISTORY:
      return mou_history_cell_format (mou_indicator_get_history (indicator, column->index));
    case MOU_CELL_FIELD:
    case MOU_CELL_ACTUAL:
    default:
      if (column->index == MOU_INDICATOR_WEIGHT)
        return indicator->has_weight ? mou_decimal_to_text (indicator->weight) : g_strdup ("");
      return dup_field_text (column->index, indicator);
    }
}

gboolean
mou_scorecard_column_shows (const MouScorecardColumn *column, MouEntity entity, int field, const char *key)
{
  if (column->kind == MOU_CELL_FIELD)
    return entity == MOU_ENTITY_INDICATOR && field == column->index;
  if (key == NULL)
    return FALSE;

  return entity == (column->kind == MOU_CELL_LEVEL ? MOU_ENTITY_LEVEL : MOU_ENTITY_HISTORY)
         && g_ascii_strtoll (key, NULL, 10) == column->index;
}
