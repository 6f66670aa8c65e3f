/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Rows first, with their own fields; then, when all codes are known, groups, levels and past results. */

#include "mou-indicator-table.h"

#include "mou-agreement.h"
#include "mou-cell-text.h"
#include "mou-grid-value.h"
#include "mou-import-rows.h"
#include "mou-indicator-heading.h"
#include "mou-value.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define HEADING_ROWS_MAX 20
#define TOTAL_WORD "รวม"

typedef struct
{
  const MouGrid *grid;
  MouImportRows rows;
  gint64 agreement;
  int level_count;
  guint heading_row;
  GArray *columns; /* MouHeading, by column */
  GArray *ids;     /* gint64, by row of the grid; 0 where there is none */
} Reading;

/* The heading */

static MouHeading
parse_heading (const MouGrid *grid, guint row, guint column)
{
  g_autofree char *text = NULL;

  if (!mou_grid_read_text (grid, row, column, &text, NULL))
    return (MouHeading){ MOU_HEADING_UNKNOWN, 0 };

  return mou_indicator_heading_parse (text);
}

/* -1 when no row of the first ones has a column of codes and another that is known. */
static int
find_heading_row (const MouGrid *grid)
{
  for (guint row = 0; row < MIN (mou_grid_get_n_rows (grid), HEADING_ROWS_MAX); row++)
    {
      gboolean has_code = FALSE;
      guint n_known = 0;

      for (guint column = 0; column < mou_grid_get_n_columns (grid, row); column++)
        {
          const MouHeading heading = parse_heading (grid, row, column);

          has_code |= heading.role == MOU_HEADING_FIELD && heading.index == MOU_INDICATOR_CODE;
          n_known += heading.role != MOU_HEADING_UNKNOWN;
        }
      if (has_code && n_known > 1)
        return (int) row;
    }

  return -1;
}

gboolean
mou_indicator_table_recognise (const MouGrid *grid)
{
  g_return_val_if_fail (grid != NULL, FALSE);

  return find_heading_row (grid) >= 0;
}

/* -1 when there is no such column. */
static int
find_column (const Reading *self, MouHeadingRole role, int index)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      const MouHeading *heading = &g_array_index (self->columns, MouHeading, i);

      if (heading->role == role && heading->index == index)
        return (int) i;
    }

  return -1;
}

static gboolean
read_heading (Reading *self, GError **error)
{
  int row = find_heading_row (self->grid);

  if (row < 0)
    return mou_grid_refuse (self->grid, 0, 0, error, _ ("there is no heading with a column of codes, such as “ลำดับ” or “code”"));
  self->heading_row = (guint) row;
  for (guint i = 0; i < mou_grid_get_n_columns (self->grid, self->heading_row); i++)
    {
      const char *text = mou_grid_get (self->grid, self->heading_row, i)->text;
      const MouHeading heading = parse_heading (self->grid, self->heading_row, i);

      if (heading.role == MOU_HEADING_UNKNOWN && *text != '\0')
        return mou_grid_refuse (self->grid, self->heading_row, i, error, _ ("there is no column “%s”"), text);
      if (heading.role == MOU_HEADING_LEVEL && heading.index > self->level_count)
        return mou_grid_refuse (self->grid, self->heading_row, i, error, _ ("the agreement's scale has %d levels"), self->level_count);
      if (heading.role != MOU_HEADING_UNKNOWN && find_column (self, heading.role, heading.index) >= 0)
        return mou_grid_refuse (self->grid, self->heading_row, i, error, _ ("the column “%s” stands twice"), text);
      g_array_append_val (self->columns, heading);
    }

  return TRUE;
}

/* Fields of the indicator */

static gboolean
is_late (const MouHeading *heading)
{
  return heading->role != MOU_HEADING_FIELD || heading->index == MOU_INDICATOR_GROUP;
}

static gboolean
update_indicator (Reading *self, guint row, gint64 id, GError **error)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      const MouHeading *heading = &g_array_index (self->columns, MouHeading, i);
      const char *stored = is_late (heading) ? NULL : mou_row_get (mou_register_lookup (self->rows.rows, id), heading->index);
      const MouField *field = is_late (heading) ? NULL : mou_field_get (MOU_ENTITY_INDICATOR, heading->index);
      g_autofree char *value = NULL;

      if (is_late (heading) || (stored != NULL && mou_grid_says (self->grid, row, i, field, stored)))
        continue;
      if (!mou_grid_read_value (self->grid, row, i, field, &value, error))
        return FALSE;
      mou_import_rows_set (&self->rows, id, heading->index, value);
    }

  return TRUE;
}

/* "2.4" has "2.4.1" below it. */
static gboolean
has_codes_below (const Reading *self, const char *code)
{
  g_autofree char *prefix = g_strconcat (code, ".", NULL);
  guint column = (guint) find_column (self, MOU_HEADING_FIELD, MOU_INDICATOR_CODE);

  for (guint row = self->heading_row + 1; row < mou_grid_get_n_rows (self->grid); row++)
    if (g_str_has_prefix (mou_grid_get (self->grid, row, column)->text, prefix))
      return TRUE;

  return FALSE;
}

static const char *
guess_kind (const Reading *self, const char *code)
{
  const char *const *kinds = mou_field_get (MOU_ENTITY_INDICATOR, MOU_INDICATOR_KIND)->choices;

  return kinds[has_codes_below (self, code) ? MOU_KIND_GROUP : MOU_KIND_LINEAR];
}

static gboolean
insert_indicator (Reading *self, guint row, const char *code, gint64 *id, GError **error)
{
  const char *values[MOU_N_INDICATOR_FIELDS] = { NULL };
  int column = find_column (self, MOU_HEADING_FIELD, MOU_INDICATOR_KIND);
  g_autofree char *kind = NULL;

  if (column >= 0 && mou_grid_get (self->grid, row, (guint) column)->type != MOU_GRID_BLANK
      && !mou_grid_read_value (self->grid, row, (guint) column, mou_field_get (MOU_ENTITY_INDICATOR, MOU_INDICATOR_KIND), &kind, error))
    return FALSE;

  values[MOU_INDICATOR_CODE] = code;
  values[MOU_INDICATOR_KIND] = kind != NULL ? kind : guess_kind (self, code);
  *id = mou_import_rows_insert (&self->rows, MOU_ENTITY_INDICATOR, self->agreement, values);

  for (guint i = 0; i < self->columns->len; i++)
    {
      const MouHeading *heading = &g_array_index (self->columns, MouHeading, i);
      g_autofree char *value = NULL;

      if (is_late (heading) || heading->index == MOU_INDICATOR_KIND)
        continue;
      if (!mou_grid_read_value (self->grid, row, i, mou_field_get (MOU_ENTITY_INDICATOR, heading->index), &value, error))
        return FALSE;
      mou_import_rows_set (&self->rows, *id, heading->index, value);
    }

  return TRUE;
}

static gboolean
says_total (const char *text)
{
  return g_str_has_prefix (text, TOTAL_WORD) || g_ascii_strcasecmp (text, "total") == 0;
}

/* The line below a printed table that adds the weights up: it has no code, or has the word in its place. */
static gboolean
is_total (const Reading *self, guint row)
{
  const char *code = mou_grid_get (self->grid, row, (guint) find_column (self, MOU_HEADING_FIELD, MOU_INDICATOR_CODE))->text;

  if (*code != '\0')
    return says_total (code);
  for (guint i = 0; i < self->columns->len; i++)
    if (says_total (mou_grid_get (self->grid, row, i)->text))
      return TRUE;

  return FALSE;
}

static gboolean
read_indicator (Reading *self, guint row, GHashTable *seen, GError **error)
{
  guint column = (guint) find_column (self, MOU_HEADING_FIELD, MOU_INDICATOR_CODE);
  gint64 *id = &g_array_index (self->ids, gint64, row);
  g_autofree char *code = NULL;
  const MouRow *before;

  if (!mou_grid_read_value (self->grid, row, column, mou_field_get (MOU_ENTITY_INDICATOR, MOU_INDICATOR_CODE), &code, error))
    return FALSE;
  if (g_hash_table_contains (seen, code))
    return mou_grid_refuse (self->grid, row, column, error, _ ("“%s” stands twice"), code);

  before = mou_register_find (self->rows.rows, self->agreement, MOU_ENTITY_INDICATOR, code);
  if (before != NULL)
    *id = before->id;
  if (before != NULL ? !update_indicator (self, row, *id, error) : !insert_indicator (self, row, code, id, error))
    return FALSE;
  g_hash_table_add (seen, g_steal_pointer (&code));

  return TRUE;
}

/* The group */

static gint64
find_code (const Reading *self, const char *code)
{
  const MouRow *row = mou_register_find (self->rows.rows, self->agreement, MOU_ENTITY_INDICATOR, code);

  return row != NULL ? row->id : 0;
}

/* Of "2.4.1" that of "2.4", else of "2"; 0 when there is none. */
static gint64
guess_group (const Reading *self, const char *code)
{
  g_autofree char *prefix = g_strdup (code);
  gint64 group = 0;

  for (char *dot = strrchr (prefix, '.'); group == 0 && dot != NULL; dot = strrchr (prefix, '.'))
    {
      *dot = '\0';
      group = find_code (self, prefix);
    }

  return group;
}

static void
set_group (Reading *self, gint64 id, gint64 group)
{
  g_autofree char *value = group != 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, group) : NULL;

  mou_import_rows_set (&self->rows, id, MOU_INDICATOR_GROUP, value);
}

static gboolean
read_group (Reading *self, guint row, gint64 id, GError **error)
{
  int column = find_column (self, MOU_HEADING_FIELD, MOU_INDICATOR_GROUP);
  const MouField *field = mou_field_get (MOU_ENTITY_INDICATOR, MOU_INDICATOR_CODE);
  g_autofree char *code = NULL;
  gint64 group;

  if (column < 0 && mou_import_rows_is_new (&self->rows, id))
    set_group (self, id, guess_group (self, mou_row_get (mou_register_lookup (self->rows.rows, id), MOU_INDICATOR_CODE)));
  if (column < 0)
    return TRUE;
  if (mou_grid_get (self->grid, row, (guint) column)->type == MOU_GRID_BLANK)
    {
      set_group (self, id, 0);
      return TRUE;
    }

  if (!mou_grid_read_value (self->grid, row, (guint) column, field, &code, error))
    return FALSE;
  group = find_code (self, code);
  if (group == 0)
    return mou_grid_refuse (self->grid, row, (guint) column, error, _ ("there is no “%s” of kind “%s”"), code,
                            _ (mou_entity_get_info (MOU_ENTITY_INDICATOR)->label));
  set_group (self, id, group);

  return TRUE;
}

/* Levels and past results */

/* `values` into the row of `entity` under `indicator` whose key is their first, or none of it where their second and last are
 * NULL. */
static void
put_row (Reading *self, MouEntity entity, gint64 indicator, const char *const *values, gboolean absent)
{
  const MouRow *row = mou_register_find (self->rows.rows, indicator, entity, values[0]);
  gint64 id = row != NULL ? row->id : 0;

  if (row == NULL && !absent)
    mou_import_rows_mention (&self->rows, mou_import_rows_insert (&self->rows, entity, indicator, values));
  else if (row != NULL && absent)
    mou_import_rows_remove (&self->rows, id);
  else if (row != NULL)
    for (guint i = 1, n = row->n_values; i < n; i++)
      mou_import_rows_set (&self->rows, id, (int) i, values[i]);
}

static gboolean
read_level (Reading *self, guint row, guint column, int number, gint64 indicator, GError **error)
{
  g_autofree char *key = g_strdup_printf ("%d", number);
  const MouRow *before = mou_register_find (self->rows.rows, indicator, MOU_ENTITY_LEVEL, key);
  const char *stored = before != NULL ? mou_row_get (before, MOU_LEVEL_VALUE) : NULL;
  const char *words = stored != NULL ? mou_row_get (before, MOU_LEVEL_TEXT) : NULL;
  const MouField *text_field = mou_field_get (MOU_ENTITY_LEVEL, MOU_LEVEL_TEXT);
  g_auto (MouLevelCell) cell = { NULL };
  g_autoptr (GError) cause = NULL;
  g_autofree char *text = NULL;
  g_autofree char *canonical = NULL;

  if (stored != NULL && mou_row_get (before, MOU_LEVEL_OP) == NULL
      && mou_grid_says (self->grid, row, column, mou_field_get (MOU_ENTITY_LEVEL, MOU_LEVEL_VALUE), stored))
    return TRUE;
  if (!mou_grid_read_text (self->grid, row, column, &text, error))
    return FALSE;
  if (!mou_level_cell_parse (text, &cell, &cause) || !mou_value_normalise (text_field, cell.text, &canonical, &cause))
    return mou_grid_refuse (self->grid, row, column, error, "%s", cause->message);

  /* The words beside a number are not in the table. */
  const char *const values[MOU_N_LEVEL_FIELDS] = { key, cell.op, cell.value, canonical != NULL ? canonical : words };
  gboolean absent = cell.value == NULL && canonical == NULL;

  put_row (self, MOU_ENTITY_LEVEL, indicator, values, absent);

  return TRUE;
}

static gboolean
read_year (Reading *self, guint row, guint column, int year, gint64 indicator, GError **error)
{
  g_autofree char *key = g_strdup_printf ("%d", year);
  const MouRow *before = mou_register_find (self->rows.rows, indicator, MOU_ENTITY_HISTORY, key);
  gboolean marked
      = before != NULL && (mou_row_get (before, MOU_HISTORY_PROVISIONAL) != NULL || mou_row_get (before, MOU_HISTORY_NOTE) != NULL);
  const MouField *field = mou_field_get (MOU_ENTITY_HISTORY, MOU_HISTORY_VALUE);
  g_auto (MouHistoryCell) cell = { NULL };
  g_autoptr (GError) cause = NULL;
  g_autofree char *text = NULL;
  g_autofree char *note = NULL;

  if (before != NULL && !marked && mou_grid_says (self->grid, row, column, field, mou_row_get (before, MOU_HISTORY_VALUE)))
    return TRUE;
  if (!mou_grid_read_text (self->grid, row, column, &text, error))
    return FALSE;
  if (!mou_history_cell_parse (text, &cell, &cause))
    return mou_grid_refuse (self->grid, row, column, error, "%s", cause->message);

  note = cell.note > 0 ? g_strdup_printf ("%d", cell.note) : NULL;
  const char *const values[MOU_N_HISTORY_FIELDS] = { key, cell.value, cell.provisional ? "1" : NULL, note };

  put_row (self, MOU_ENTITY_HISTORY, indicator, values, cell.value == NULL);

  return TRUE;
}

static gboolean
read_late_cells (Reading *self, guint row, gint64 id, GError **error)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      const MouHeading *heading = &g_array_index (self->columns, MouHeading, i);

      if (heading->role == MOU_HEADING_LEVEL && !read_level (self, row, i, heading->index, id, error))
        return FALSE;
      if (heading->role == MOU_HEADING_YEAR && !read_year (self, row, i, heading->index, id, error))
        return FALSE;
    }

  return read_group (self, row, id, error);
}

/* The whole */

static gboolean
read_rows (Reading *self, GError **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n_rows = mou_grid_get_n_rows (self->grid);

  g_array_set_size (self->ids, n_rows);
  for (guint row = self->heading_row + 1; row < n_rows; row++)
    if (!mou_grid_is_blank_row (self->grid, row) && !is_total (self, row) && !read_indicator (self, row, seen, error))
      return FALSE;
  for (guint row = self->heading_row + 1; row < n_rows; row++)
    {
      gint64 id = g_array_index (self->ids, gint64, row);

      if (id != 0 && !read_late_cells (self, row, id, error))
        return FALSE;
    }
  for (guint row = self->heading_row + 1; row < n_rows; row++)
    if (g_array_index (self->ids, gint64, row) != 0)
      mou_import_rows_mention (&self->rows, g_array_index (self->ids, gint64, row));

  return TRUE;
}

static int
get_level_count (MouRegister *base, gint64 agreement)
{
  const MouRow *row = mou_register_lookup (base, agreement);
  const MouScale *scale = row != NULL ? mou_scale_lookup (mou_row_get (row, MOU_AGREEMENT_SCALE)) : NULL;

  return scale != NULL ? scale->level_count : 0;
}

MouRegister *
mou_indicator_table_read (const MouGrid *grid, MouRegister *base, gint64 agreement, GError **error)
{
  g_autoptr (GArray) columns = g_array_new (FALSE, FALSE, sizeof (MouHeading));
  g_autoptr (GArray) ids = g_array_new (FALSE, TRUE, sizeof (gint64));
  Reading reading = { .grid = grid, .agreement = agreement, .columns = columns, .ids = ids };
  MouRegister *rows = NULL;

  g_return_val_if_fail (grid != NULL && base != NULL, NULL);

  if (mou_register_lookup (base, agreement) == NULL)
    {
      g_set_error_literal (error, MOU_EXCHANGE_ERROR, MOU_EXCHANGE_ERROR_REFUSED,
                           _ ("a table of indicators does not say which agreement it is of: open or name one"));
      return NULL;
    }
  reading.level_count = get_level_count (base, agreement);
  mou_import_rows_init (&reading.rows, base);
  if (read_heading (&reading, error) && read_rows (&reading, error))
    rows = mou_import_rows_finish (&reading.rows, error);
  mou_import_rows_clear (&reading.rows);

  return rows;
}
