/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The verbs of the sheet's cells: levels, past results, and several cells at once. Operations are put_…, verbs wrap one of them
 * in an entry, and set_cells any number of them. */

#include "mou-document-edits.h"
#include "mou-document-private.h"

#include "mou-cell-text.h"

#include <glib/gi18n-lib.h>

const MouScale *
_mou_document_get_scale (MouDocument *self, const MouRow *row)
{
  const MouRow *agreement = mou_register_lookup (self->rows, row->parent);
  const char *key = agreement != NULL ? mou_row_get (agreement, MOU_AGREEMENT_SCALE) : NULL;
  const MouScale *scale = key != NULL ? mou_scale_lookup (key) : NULL;

  return scale != NULL ? scale : mou_scale_get (MOU_SCALE_FIVE_LEVEL);
}

/* Puts a new row under `parent` where its number (field 0) belongs. */
static gboolean
insert_numbered (MouDocument *self, MouEdit *edit, MouEntity entity, gint64 parent, int number, const char *const *values, GError **error)
{
  gint64 ordinal;

  return _mou_document_make_room_for_number (self, edit, parent, entity, 0, number, &ordinal, error)
         && mou_edit_insert (edit, entity, parent, ordinal, values, error) != 0;
}

/* Writes a cell into the row of level `number` under `owner`: an indicator, or a measure. */
static gboolean
put_level_cell (MouDocument *self, MouEdit *edit, MouEntity entity, gint64 owner, int number, const MouLevelCell *cell, GError **error)
{
  g_autofree char *key = g_strdup_printf ("%d", number);
  const MouRow *row = mou_register_find (self->rows, owner, entity, key);
  const char *values[MOU_N_LEVEL_FIELDS] = { key, cell->op, cell->value, cell->text };
  gboolean absent = cell->value == NULL && cell->text == NULL;
  gboolean words_beside_number;
  gint64 id;

  if (row == NULL)
    return absent || insert_numbered (self, edit, entity, owner, number, values, error);

  id = row->id;
  if (absent)
    return mou_edit_delete (edit, id, error);

  words_beside_number = cell->text == NULL && mou_row_get (row, MOU_LEVEL_VALUE) != NULL;
  return mou_edit_set (edit, id, MOU_LEVEL_OP, cell->op, error) && mou_edit_set (edit, id, MOU_LEVEL_VALUE, cell->value, error)
         && (words_beside_number || mou_edit_set (edit, id, MOU_LEVEL_TEXT, cell->text, error));
}

static gboolean
check_level_number (MouDocument *self, const MouRow *indicator, int number, GError **error)
{
  const MouScale *scale = _mou_document_get_scale (self, indicator);

  if (number >= 1 && number <= scale->level_count)
    return TRUE;

  return _mou_document_refuse (error, _ ("There is no level %d: the agreement's scale has %d."), number, scale->level_count);
}

static gboolean
put_level (MouDocument *self, MouEdit *edit, const MouRow *indicator, int number, const char *text, GError **error)
{
  g_auto (MouLevelCell) cell = { NULL };

  return check_level_number (self, indicator, number, error) && mou_level_cell_parse (text, &cell, error)
         && put_level_cell (self, edit, MOU_ENTITY_LEVEL, indicator->id, number, &cell, error);
}

/* The measure of an indicator, made when it has none; 0 on error. */
static gint64
ensure_measure (MouDocument *self, MouEdit *edit, const MouRow *indicator, GError **error)
{
  GPtrArray *measures = mou_register_get_children (self->rows, indicator->id, MOU_ENTITY_MEASURE);

  if (measures->len > 0)
    return ((const MouRow *) g_ptr_array_index (measures, 0))->id;

  return mou_edit_insert (edit, MOU_ENTITY_MEASURE, indicator->id, -1, NULL, error);
}

static gboolean
put_measure_level (MouDocument *self, MouEdit *edit, const MouRow *indicator, int number, const char *text, GError **error)
{
  g_auto (MouLevelCell) cell = { NULL };
  gint64 measure;

  if (!check_level_number (self, indicator, number, error) || !mou_level_cell_parse (text, &cell, error))
    return FALSE;

  measure = ensure_measure (self, edit, indicator, error);
  return measure != 0 && put_level_cell (self, edit, MOU_ENTITY_MEASURE_LEVEL, measure, number, &cell, error);
}

/* What a row says of its marks, for a typed value that carries none. */
static void
keep_history_marks (const MouRow *row, MouHistoryCell *cell)
{
  if (cell->provisional || cell->note != 0)
    return;

  cell->provisional = mou_row_get_boolean (row, MOU_HISTORY_PROVISIONAL);
  cell->note = (int) mou_row_get_integer (row, MOU_HISTORY_NOTE, 0);
}

gboolean
_mou_document_put_history (MouDocument *self, MouEdit *edit, const MouRow *indicator, int year, const char *text, gboolean keep_marks,
                           GError **error)
{
  g_autofree char *key = g_strdup_printf ("%d", year);
  g_autofree char *note = NULL;
  const MouRow *row = mou_register_find (self->rows, indicator->id, MOU_ENTITY_HISTORY, key);
  g_auto (MouHistoryCell) cell = { NULL };
  const char *values[MOU_N_HISTORY_FIELDS];
  gint64 id;

  if (!mou_history_cell_parse (text, &cell, error))
    return FALSE;
  if (cell.value == NULL)
    return row == NULL || mou_edit_delete (edit, row->id, error);

  if (keep_marks && row != NULL)
    keep_history_marks (row, &cell);
  note = cell.note > 0 ? g_strdup_printf ("%d", cell.note) : NULL;
  values[MOU_HISTORY_YEAR] = key;
  values[MOU_HISTORY_VALUE] = cell.value;
  values[MOU_HISTORY_PROVISIONAL] = cell.provisional ? "1" : NULL;
  values[MOU_HISTORY_NOTE] = note;
  if (row == NULL)
    return insert_numbered (self, edit, MOU_ENTITY_HISTORY, indicator->id, year, values, error);

  id = row->id;
  for (int field = MOU_HISTORY_VALUE; field < MOU_N_HISTORY_FIELDS; field++)
    if (!mou_edit_set (edit, id, field, values[field], error))
      return FALSE;

  return TRUE;
}

gboolean
mou_document_set_level (MouDocument *self, gint64 indicator, int level, const char *text, GError **error)
{
  g_autoptr (MouEdit) edit = NULL;
  const MouRow *row;

  g_return_val_if_fail (MOU_IS_DOCUMENT (self), FALSE);

  row = _mou_document_find_row (self, indicator, MOU_ENTITY_INDICATOR, error);
  if (row == NULL)
    return FALSE;

  edit = _mou_document_begin (self, MOU_ENTRY_EDIT, error, _ ("Change level %d of %s"), level, mou_row_get (row, MOU_INDICATOR_CODE));
  return _mou_document_finish (self, &edit, edit != NULL && put_level (self, edit, row, level, text, error), error);
}

gboolean
mou_document_set_measure_level (MouDocument *self, gint64 indicator, int level, const char *text, GError **error)
{
  g_autoptr (MouEdit) edit = NULL;
  const MouRow *row;

  g_return_val_if_fail (MOU_IS_DOCUMENT (self), FALSE);

  row = _mou_document_find_row (self, indicator, MOU_ENTITY_INDICATOR, error);
  if (row == NULL)
    return FALSE;

  edit = _mou_document_begin (self, MOU_ENTRY_EDIT, error, _ ("Change level %d of the measure of %s"), level,
                              mou_row_get (row, MOU_INDICATOR_CODE));
  return _mou_document_finish (self, &edit, edit != NULL && put_measure_level (self, edit, row, level, text, error), error);
}

gboolean
mou_document_set_history (MouDocument *self, gint64 indicator, int year, const char *text, GError **error)
{
  g_autoptr (MouEdit) edit = NULL;
  const MouRow *row;

  g_return_val_if_fail (MOU_IS_DOCUMENT (self), FALSE);

  row = _mou_document_find_row (self, indicator, MOU_ENTITY_INDICATOR, error);
  if (row == NULL)
    return FALSE;

  edit
      = _mou_document_begin (self, MOU_ENTRY_EDIT, error, _ ("Change the result of %d of %s"), year, mou_row_get (row, MOU_INDICATOR_CODE));
  return _mou_document_finish (self, &edit, edit != NULL && _mou_document_put_history (self, edit, row, year, text, FALSE, error), error);
}

/* The five levels that the notation of `levels` and its level 3 imply, under `owner`. */
static gboolean
generate_under (MouDocument *self, MouEdit *edit, MouEntity entity, gint64 owner, const MouLevels *levels, GError **error)
{
  MouDecimal generated[MOU_LEVEL_COUNT_MAX];
  gboolean present[MOU_LEVEL_COUNT_MAX];

  if (!mou_notation_generate (&levels->notation, levels->levels[2].value, mou_levels_get_direction (levels) >= 0, generated, present))
    return _mou_document_refuse (error, _ ("The levels that the interval notation implies are too large."));

  for (int i = 0; i < MOU_LEVEL_COUNT_MAX; i++)
    {
      g_auto (MouLevelCell) cell = { NULL };

      if (!present[i] || i == 2)
        continue;

      cell.value = mou_decimal_to_text (generated[i]);
      if (!put_level_cell (self, edit, entity, owner, i + 1, &cell, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
check_can_generate (const MouIndicator *indicator, const MouLevels *levels, GError **error)
{
  if (levels->notation_text == NULL)
    return _mou_document_refuse (error, _ ("%s has no interval notation to make levels from."), indicator->code);
  if (!levels->notation_valid)
    return _mou_document_refuse (error, _ ("The interval notation “%s” of %s cannot be read."), levels->notation_text, indicator->code);
  if (levels->count != MOU_LEVEL_COUNT_MAX)
    return _mou_document_refuse (error, _ ("Interval notation needs a scale of five levels."));
  if (levels->levels[2].kind != MOU_LEVEL_NUMERIC)
    return _mou_document_refuse (error, _ ("Level 3 of %s has to be a number; the other levels are made from it."), indicator->code);

  return TRUE;
}

gboolean
mou_document_generate_levels (MouDocument *self, gint64 indicator, GError **error)
{
  g_autoptr (MouAgreement) agreement = NULL;
  g_autoptr (MouEdit) edit = NULL;
  const MouIndicator *found;
  const MouRow *row;
  gboolean of_measure, done;

  g_return_val_if_fail (MOU_IS_DOCUMENT (self), FALSE);

  row = _mou_document_find_row (self, indicator, MOU_ENTITY_INDICATOR, error);
  if (row == NULL)
    return FALSE;

  agreement = mou_register_dup_agreement (self->rows, row->parent);
  found = mou_agreement_get_node (agreement, (guint) mou_agreement_find_id (agreement, indicator))->indicator;
  of_measure = found->levels.notation_text == NULL && found->measure != NULL;
  if (!check_can_generate (found, of_measure ? &found->measure->levels : &found->levels, error))
    return FALSE;

  edit = _mou_document_begin (self, MOU_ENTRY_EDIT, error, _ ("Make the levels of %s from its notation"), found->code);
  done = edit != NULL
         && (of_measure ? generate_under (self, edit, MOU_ENTITY_MEASURE_LEVEL, found->measure->id, &found->measure->levels, error)
                        : generate_under (self, edit, MOU_ENTITY_LEVEL, indicator, &found->levels, error));

  return _mou_document_finish (self, &edit, done, error);
}

static gboolean
put_cell (MouDocument *self, MouEdit *edit, const MouCellEdit *cell, GError **error)
{
  const MouRow *row = _mou_document_find_row (self, cell->row, MOU_ENTITY_INDICATOR, error);
  const MouRow *assessment;

  if (row == NULL)
    return FALSE;

  switch (cell->kind)
    {
    case MOU_CELL_FIELD:
      return _mou_document_put_field (self, edit, row, cell->index, cell->text, error);
    case MOU_CELL_LEVEL:
      return put_level (self, edit, row, cell->index, cell->text, error);
    case MOU_CELL_HISTORY:
      return _mou_document_put_history (self, edit, row, cell->index, cell->text, FALSE, error);
    case MOU_CELL_ACTUAL:
      assessment = _mou_document_find_row (self, cell->assessment, MOU_ENTITY_ASSESSMENT, error);
      return assessment != NULL && _mou_document_put_actual (self, edit, assessment, row, cell->text, error);
    default:
      g_return_val_if_reached (FALSE);
    }
}

static gboolean
put_cells (MouDocument *self, MouEdit *edit, const MouCellEdit *cells, guint n_cells, guint *failed, GError **error)
{
  for (guint i = 0; i < n_cells; i++)
    if (!put_cell (self, edit, &cells[i], error))
      {
        if (failed != NULL)
          *failed = i;
        return FALSE;
      }

  return TRUE;
}

gboolean
mou_document_set_cells (MouDocument *self, const char *label, const MouCellEdit *cells, guint n_cells, guint *failed, GError **error)
{
  g_autoptr (MouEdit) edit = NULL;

  g_return_val_if_fail (MOU_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (cells != NULL || n_cells == 0, FALSE);

  if (failed != NULL)
    *failed = n_cells;
  edit = label != NULL
             ? _mou_document_begin (self, MOU_ENTRY_EDIT, error, "%s", label)
             : _mou_document_begin (self, MOU_ENTRY_EDIT, error, ngettext ("Change %u cell", "Change %u cells", n_cells), n_cells);

  return _mou_document_finish (self, &edit, edit != NULL && put_cells (self, edit, cells, n_cells, failed, error), error);
}
