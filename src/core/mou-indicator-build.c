/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From the rows of one indicator to a MouIndicator. */

#include "mou-agreement-private.h"

typedef struct
{
  MouIndicator indicator; /* first: callers see a MouIndicator */
  MouMeasure measure;
  const MouScale *scale;
  GPtrArray *rows;
} IndicatorBox;

gboolean
_mou_row_read_decimal (const MouRow *row, int field, MouDecimal *out)
{
  const char *text = mou_row_get (row, field);

  return text != NULL && mou_decimal_parse (text, out, NULL);
}

guint
_mou_row_read_choice (const MouRow *row, int field)
{
  const char *const *choices = mou_field_get (row->entity, field)->choices;
  const char *text = mou_row_get (row, field);

  for (guint i = 0; text != NULL && choices[i] != NULL; i++)
    if (g_str_equal (choices[i], text))
      return i;

  return 0;
}

GArray *
_mou_texts_new (MouRegister *rows, gint64 parent, MouEntity entity, GPtrArray *keep)
{
  GPtrArray *children = mou_register_get_children (rows, parent, entity);
  GArray *texts = g_array_sized_new (FALSE, FALSE, sizeof (MouText), children->len);

  for (guint i = 0; i < children->len; i++)
    {
      MouRow *row = g_ptr_array_index (children, i);
      MouText text = { row->id, mou_row_get (row, MOU_TEXT_TEXT) };

      g_array_append_val (texts, text);
      g_ptr_array_add (keep, mou_row_ref (row));
    }

  return texts;
}

static MouLevel
read_level (const MouRow *row)
{
  MouLevel level = { .id = row->id };

  level.text = mou_row_get (row, MOU_LEVEL_TEXT);
  if (_mou_row_read_decimal (row, MOU_LEVEL_VALUE, &level.value))
    level.kind = MOU_LEVEL_NUMERIC;
  else if (level.text != NULL)
    level.kind = MOU_LEVEL_WORDED;
  if (level.kind == MOU_LEVEL_NUMERIC && mou_row_get (row, MOU_LEVEL_OP) != NULL)
    level.op = MOU_OP_LESS + _mou_row_read_choice (row, MOU_LEVEL_OP);

  return level;
}

static void
read_levels (IndicatorBox *box, MouRegister *rows, gint64 parent, MouEntity entity, const char *notation, MouLevels *levels)
{
  GPtrArray *children = mou_register_get_children (rows, parent, entity);

  levels->count = box->scale->level_count;
  for (guint i = 0; i < children->len; i++)
    {
      MouRow *row = g_ptr_array_index (children, i);
      gint64 number = mou_row_get_integer (row, MOU_LEVEL_NUMBER, 0);

      if (number < 1 || number > levels->count)
        continue;
      levels->levels[number - 1] = read_level (row);
      g_ptr_array_add (box->rows, mou_row_ref (row));
    }

  levels->notation_text = notation;
  levels->notation_valid = notation != NULL && mou_notation_parse (notation, &levels->notation, NULL);
}

static void
read_measure (IndicatorBox *box, MouRegister *rows)
{
  GPtrArray *children = mou_register_get_children (rows, box->indicator.id, MOU_ENTITY_MEASURE);
  MouRow *row;

  if (children->len == 0)
    return;

  row = g_ptr_array_index (children, 0);
  g_ptr_array_add (box->rows, mou_row_ref (row));
  box->measure.id = row->id;
  box->measure.unit = mou_row_get (row, MOU_MEASURE_UNIT);
  box->measure.decimals = (int) mou_row_get_integer (row, MOU_MEASURE_DECIMALS, -1);
  read_levels (box, rows, row->id, MOU_ENTITY_MEASURE_LEVEL, mou_row_get (row, MOU_MEASURE_NOTATION), &box->measure.levels);
  box->indicator.measure = &box->measure;
}

static MouHistory
read_history (const MouRow *row)
{
  MouHistory past = { .id = row->id, .year = (int) mou_row_get_integer (row, MOU_HISTORY_YEAR, 0) };

  if (_mou_row_read_decimal (row, MOU_HISTORY_VALUE, &past.value))
    past.state = MOU_HISTORY_NUMBER;
  else if (g_strcmp0 (mou_row_get (row, MOU_HISTORY_VALUE), "N/A") == 0)
    past.state = MOU_HISTORY_PENDING;
  else
    past.state = MOU_HISTORY_NO_DATA;
  past.provisional = mou_row_get_boolean (row, MOU_HISTORY_PROVISIONAL);
  past.note = (int) mou_row_get_integer (row, MOU_HISTORY_NOTE, 0);

  return past;
}

static MouGate
read_gate (const MouRow *row)
{
  return (MouGate){ row->id, (int) mou_row_get_integer (row, MOU_GATE_LEVEL, 0), mou_row_get (row, MOU_GATE_TEXT),
                    mou_row_get_boolean (row, MOU_GATE_PRO_RATA) };
}

static MouChecklistItem
read_item (const MouRow *row)
{
  MouChecklistItem item = { row->id, mou_row_get (row, MOU_ITEM_TEXT), MOU_DECIMAL_ZERO };

  _mou_row_read_decimal (row, MOU_ITEM_WEIGHT, &item.weight);

  return item;
}

static MouVariable
read_variable (const MouRow *row)
{
  return (MouVariable){ row->id, mou_row_get (row, MOU_VARIABLE_NAME), mou_row_get (row, MOU_VARIABLE_LABEL),
                        mou_row_get (row, MOU_VARIABLE_UNIT) };
}

static MouRebase
read_rebase (const MouRow *row)
{
  MouRebase rebase = { .id = row->id };

  _mou_row_read_decimal (row, MOU_REBASE_FROM, &rebase.from);
  _mou_row_read_decimal (row, MOU_REBASE_TO, &rebase.to);
  rebase.reason = mou_row_get (row, MOU_REBASE_REASON);
  rebase.approved_by = mou_row_get (row, MOU_REBASE_APPROVED_BY);
  rebase.date = mou_row_get (row, MOU_REBASE_DATE);

  return rebase;
}

static int
compare_years (gconstpointer a, gconstpointer b)
{
  return ((const MouHistory *) a)->year - ((const MouHistory *) b)->year;
}

static int
compare_gates (gconstpointer a, gconstpointer b)
{
  return ((const MouGate *) a)->level - ((const MouGate *) b)->level;
}

/* One list of child rows as a GArray of `type`. */
#define READ_LIST(box, rows, entity, type, read) read_list ((box), (rows), (entity), sizeof (type), read##_into)

#define DEFINE_READ_INTO(type, read)                                                                                                       \
  static void read##_into (const MouRow *row, gpointer out)                                                                                \
  {                                                                                                                                        \
    *(type *) out = read (row);                                                                                                            \
  }

DEFINE_READ_INTO (MouHistory, read_history)
DEFINE_READ_INTO (MouGate, read_gate)
DEFINE_READ_INTO (MouChecklistItem, read_item)
DEFINE_READ_INTO (MouVariable, read_variable)
DEFINE_READ_INTO (MouRebase, read_rebase)

static GArray *
read_list (IndicatorBox *box, MouRegister *rows, MouEntity entity, guint size, void (*read_into) (const MouRow *row, gpointer out))
{
  GPtrArray *children = mou_register_get_children (rows, box->indicator.id, entity);
  GArray *list = g_array_sized_new (FALSE, TRUE, size, children->len);

  g_array_set_size (list, children->len);
  for (guint i = 0; i < children->len; i++)
    {
      MouRow *row = g_ptr_array_index (children, i);

      read_into (row, list->data + (gsize) i * size);
      g_ptr_array_add (box->rows, mou_row_ref (row));
    }

  return list;
}

static void
read_own_fields (MouIndicator *indicator, const MouRow *row)
{
  indicator->id = row->id;
  indicator->code = mou_row_get (row, MOU_INDICATOR_CODE);
  indicator->name = mou_row_get (row, MOU_INDICATOR_NAME);
  indicator->unit = mou_row_get (row, MOU_INDICATOR_UNIT);
  indicator->has_weight = _mou_row_read_decimal (row, MOU_INDICATOR_WEIGHT, &indicator->weight);
  indicator->decimals = (int) mou_row_get_integer (row, MOU_INDICATOR_DECIMALS, -1);
  indicator->kind = (MouIndicatorKind) _mou_row_read_choice (row, MOU_INDICATOR_KIND);
  indicator->gap = (MouGap) _mou_row_read_choice (row, MOU_INDICATOR_GAP);
  indicator->definition = mou_row_get (row, MOU_INDICATOR_DEFINITION);
  indicator->formula = mou_row_get (row, MOU_INDICATOR_FORMULA);
  indicator->owner = mou_row_get (row, MOU_INDICATOR_OWNER);
  indicator->data_source = mou_row_get (row, MOU_INDICATOR_DATA_SOURCE);
  indicator->type = mou_row_get (row, MOU_INDICATOR_TYPE);
}

MouIndicator *
_mou_indicator_new (MouRegister *rows, MouRow *row, const MouScale *scale)
{
  IndicatorBox *box = g_atomic_rc_box_new0 (IndicatorBox);
  MouIndicator *indicator = &box->indicator;

  box->scale = scale;
  box->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) mou_row_unref);
  g_ptr_array_add (box->rows, mou_row_ref (row));

  read_own_fields (indicator, row);
  read_levels (box, rows, row->id, MOU_ENTITY_LEVEL, mou_row_get (row, MOU_INDICATOR_NOTATION), &indicator->levels);
  read_measure (box, rows);
  indicator->history = READ_LIST (box, rows, MOU_ENTITY_HISTORY, MouHistory, read_history);
  g_array_sort (indicator->history, compare_years);
  indicator->gates = READ_LIST (box, rows, MOU_ENTITY_GATE, MouGate, read_gate);
  g_array_sort (indicator->gates, compare_gates);
  indicator->items = READ_LIST (box, rows, MOU_ENTITY_ITEM, MouChecklistItem, read_item);
  indicator->variables = READ_LIST (box, rows, MOU_ENTITY_VARIABLE, MouVariable, read_variable);
  indicator->rebases = READ_LIST (box, rows, MOU_ENTITY_REBASE, MouRebase, read_rebase);
  indicator->conditions = _mou_texts_new (rows, row->id, MOU_ENTITY_CONDITION, box->rows);
  indicator->strategies = _mou_texts_new (rows, row->id, MOU_ENTITY_STRATEGY, box->rows);

  return indicator;
}

static void
clear_indicator (gpointer data)
{
  IndicatorBox *box = data;
  MouIndicator *indicator = &box->indicator;

  g_clear_pointer (&indicator->history, g_array_unref);
  g_clear_pointer (&indicator->gates, g_array_unref);
  g_clear_pointer (&indicator->items, g_array_unref);
  g_clear_pointer (&indicator->variables, g_array_unref);
  g_clear_pointer (&indicator->conditions, g_array_unref);
  g_clear_pointer (&indicator->strategies, g_array_unref);
  g_clear_pointer (&indicator->rebases, g_array_unref);
  g_clear_pointer (&box->rows, g_ptr_array_unref);
}

const MouIndicator *
_mou_indicator_ref (const MouIndicator *self)
{
  return g_atomic_rc_box_acquire ((gpointer) self);
}

void
_mou_indicator_unref (const MouIndicator *self)
{
  g_atomic_rc_box_release_full ((gpointer) self, clear_indicator);
}

const MouScale *
_mou_indicator_get_scale (const MouIndicator *self)
{
  return ((const IndicatorBox *) self)->scale;
}
