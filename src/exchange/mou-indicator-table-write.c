/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One record an indicator, in printed order; the cells are those of the window's sheet. */

#include "mou-indicator-table.h"

#include "mou-agreement.h"
#include "mou-cell-text.h"
#include "mou-csv.h"
#include "mou-indicator-heading.h"

#include <string.h>

static const MouIndicatorField fields[] = {
  MOU_INDICATOR_CODE,   MOU_INDICATOR_GROUP, MOU_INDICATOR_NAME,     MOU_INDICATOR_UNIT,
  MOU_INDICATOR_WEIGHT, MOU_INDICATOR_KIND,  MOU_INDICATOR_NOTATION,
};

static int
compare_years (gconstpointer a, gconstpointer b)
{
  return *(const int *) a - *(const int *) b;
}

/* Every year in which any indicator has a result, once. */
static GArray *
list_years (const MouAgreement *agreement)
{
  GArray *years = g_array_new (FALSE, FALSE, sizeof (int));

  for (guint node = 0; node < mou_agreement_get_n_nodes (agreement); node++)
    {
      const GArray *history = mou_agreement_get_node (agreement, node)->indicator->history;

      for (guint i = 0; i < history->len; i++)
        g_array_append_val (years, g_array_index (history, MouHistory, i).year);
    }
  g_array_sort (years, compare_years);
  for (guint i = years->len; i > 1; i--)
    if (g_array_index (years, int, i - 1) == g_array_index (years, int, i - 2))
      g_array_remove_index (years, i - 1);

  return years;
}

static void
add_heading (MouCsvWriter *out, MouHeadingRole role, int index)
{
  g_autofree char *text = mou_indicator_heading_write ((MouHeading){ role, index });

  mou_csv_writer_add_plain (out, text);
}

static void
write_head (MouCsvWriter *out, const MouAgreement *agreement, GArray *years)
{
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    add_heading (out, MOU_HEADING_FIELD, (int) fields[i]);
  for (int level = 1; level <= agreement->scale->level_count; level++)
    add_heading (out, MOU_HEADING_LEVEL, level);
  for (guint i = 0; i < years->len; i++)
    add_heading (out, MOU_HEADING_YEAR, g_array_index (years, int, i));
  mou_csv_writer_end_record (out);
}

static void
add_field (MouCsvWriter *out, MouRegister *rows, const MouRow *row, MouIndicatorField field)
{
  const char *value = mou_row_get (row, (int) field);
  const MouRow *group = field == MOU_INDICATOR_GROUP ? mou_register_lookup (rows, mou_row_get_reference (row, (int) field)) : NULL;

  if (field == MOU_INDICATOR_WEIGHT)
    mou_csv_writer_add_plain (out, value);
  else
    mou_csv_writer_add_text (out, group != NULL ? mou_row_get (group, MOU_INDICATOR_CODE) : value);
}

/* A number below zero and the dash for no data are no formulas. */
static void
add_cell (MouCsvWriter *out, const char *text)
{
  MouDecimal value;

  if (strcmp (text, "-") == 0 || mou_decimal_parse (text, &value, NULL))
    mou_csv_writer_add_plain (out, text);
  else
    mou_csv_writer_add_text (out, text);
}

static void
write_indicator (MouCsvWriter *out, MouRegister *rows, const MouAgreement *agreement, const MouIndicator *indicator, GArray *years)
{
  const MouRow *row = mou_register_lookup (rows, indicator->id);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    add_field (out, rows, row, fields[i]);
  for (int level = 0; level < agreement->scale->level_count; level++)
    {
      g_autofree char *text = mou_level_cell_format (&indicator->levels.levels[level]);

      add_cell (out, text);
    }
  for (guint i = 0; i < years->len; i++)
    {
      g_autofree char *text = mou_history_cell_format (mou_indicator_get_history (indicator, g_array_index (years, int, i)));

      add_cell (out, text);
    }
  mou_csv_writer_end_record (out);
}

char *
mou_indicator_table_write (MouRegister *rows, gint64 id)
{
  g_autoptr (MouAgreement) agreement = NULL;
  g_autoptr (GArray) years = NULL;
  MouCsvWriter out;

  g_return_val_if_fail (rows != NULL, NULL);
  agreement = mou_register_dup_agreement (rows, id);
  g_return_val_if_fail (agreement != NULL, NULL);

  years = list_years (agreement);
  mou_csv_writer_init (&out);
  write_head (&out, agreement, years);
  for (guint node = 0; node < mou_agreement_get_n_nodes (agreement); node++)
    write_indicator (&out, rows, agreement, mou_agreement_get_node (agreement, node)->indicator, years);

  return mou_csv_writer_finish (&out);
}
