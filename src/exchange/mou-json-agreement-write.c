/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Writes an agreement by the tables of mou-json-format, the mirror of the reader: absent values and empty lists are left out, and
 * what is keyed (years, indicators, gates) stands in the order of its keys, so that equal registers give equal bytes. */

#include "mou-json-agreement.h"

#include "mou-json-format.h"
#include "mou-json-writer.h"
#include "mou-scale.h"

typedef struct
{
  MouJsonFormat *format;
  MouRegister *rows;
  MouJsonWriter *out;
  GHashTable *positions; /* id of an indicator, as a pointer to its row → its place in printed order, from 1 */
  gint64 agreement;
  guint level_count; /* of the agreement's scale */
} Writer;

static void write_object (Writer *self, const MouRow *row);

static void
writer_clear (Writer *self)
{
  g_clear_pointer (&self->format, mou_json_format_free);
  g_clear_pointer (&self->out, mou_json_writer_free);
  g_clear_pointer (&self->positions, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Writer, writer_clear)

/* Values */

/* The key of the row that a REFERENCE names: an indicator's code, a variable's name, a gate's level. */
static const char *
get_referred_key (Writer *self, const MouField *field, const MouRow *row, int index)
{
  const MouRow *target = mou_register_lookup (self->rows, mou_row_get_reference (row, index));

  return target != NULL ? mou_row_get (target, mou_field_find_key (field->target)) : NULL;
}

static const char *
get_text (Writer *self, const MouRow *row, int index)
{
  const MouField *field = mou_field_get (row->entity, index);

  if (field->type == MOU_FIELD_REFERENCE)
    return get_referred_key (self, field, row, index);

  return mou_row_get (row, index);
}

static void
write_value (Writer *self, const MouRow *row, int index)
{
  switch (mou_field_get (row->entity, index)->type)
    {
    case MOU_FIELD_INTEGER:
    case MOU_FIELD_YEAR:
      mou_json_writer_integer (self->out, mou_row_get_integer (row, index, 0));
      break;
    case MOU_FIELD_BOOLEAN:
      mou_json_writer_boolean (self->out, mou_row_get_boolean (row, index));
      break;
    case MOU_FIELD_TEXT:
    case MOU_FIELD_LONG_TEXT:
    case MOU_FIELD_DECIMAL:
    case MOU_FIELD_CHOICE:
    case MOU_FIELD_DATE:
    case MOU_FIELD_HISTORY:
    case MOU_FIELD_REFERENCE:
    default:
      mou_json_writer_string (self->out, get_text (self, row, index));
      break;
    }
}

/* Shapes */

static void
write_texts (Writer *self, GPtrArray *rows)
{
  mou_json_writer_begin_array (self->out);
  for (guint i = 0; i < rows->len; i++)
    mou_json_writer_string (self->out, get_text (self, rows->pdata[i], MOU_TEXT_TEXT));
  mou_json_writer_end_array (self->out);
}

static MouRow *
find_level (GPtrArray *rows, gint64 number)
{
  for (guint i = 0; i < rows->len; i++)
    if (mou_row_get_integer (rows->pdata[i], MOU_LEVEL_NUMBER, 0) == number)
      return rows->pdata[i];

  return NULL;
}

/* As many slots as the scale has levels, more when a level stands beyond them. */
static void
write_slots (Writer *self, GPtrArray *rows)
{
  gint64 count = self->level_count;

  for (guint i = 0; i < rows->len; i++)
    count = MAX (count, mou_row_get_integer (rows->pdata[i], MOU_LEVEL_NUMBER, 0));

  mou_json_writer_begin_array (self->out);
  for (gint64 number = 1; number <= count; number++)
    {
      MouRow *row = find_level (rows, number);

      if (row != NULL && (mou_row_get (row, MOU_LEVEL_VALUE) != NULL || mou_row_get (row, MOU_LEVEL_TEXT) != NULL))
        write_object (self, row);
      else
        mou_json_writer_null (self->out);
    }
  mou_json_writer_end_array (self->out);
}

/* The printed order of an indicator, the number of a level, year or note; 0 for a date, which sorts as text. */
static gint64
get_position (Writer *self, const MouRow *row, int key)
{
  MouRow *target;

  if (mou_field_get (row->entity, key)->type != MOU_FIELD_REFERENCE)
    return mou_row_get_integer (row, key, 0);
  target = mou_register_lookup (self->rows, mou_row_get_reference (row, key));
  if (target == NULL)
    return 0;
  if (target->entity == MOU_ENTITY_INDICATOR)
    return (gint64) GPOINTER_TO_SIZE (g_hash_table_lookup (self->positions, target));

  return target->entity == MOU_ENTITY_GATE ? mou_row_get_integer (target, MOU_GATE_LEVEL, 0) : target->ordinal;
}

static int
compare_keys (gconstpointer a, gconstpointer b, gpointer data)
{
  Writer *self = data;
  const MouRow *left = *(MouRow *const *) a, *right = *(MouRow *const *) b;
  int key = mou_field_find_key (left->entity);
  gint64 left_position = get_position (self, left, key), right_position = get_position (self, right, key);

  if (left_position != right_position)
    return left_position < right_position ? -1 : 1;

  return g_strcmp0 (get_text (self, left, key), get_text (self, right, key));
}

/* Rows whose key is a number, a date or a row of the same agreement stand in its order; others as their author put them. */
static GPtrArray *
list_sorted (Writer *self, MouEntity entity, GPtrArray *rows)
{
  int key = mou_field_find_key (entity);
  GPtrArray *sorted;

  if (key < 0 || mou_field_get (entity, key)->type == MOU_FIELD_TEXT)
    return g_ptr_array_ref (rows);
  sorted = g_ptr_array_copy (rows, NULL, NULL);
  g_ptr_array_sort_with_data (sorted, compare_keys, self);

  return sorted;
}

static void
write_list (Writer *self, MouEntity entity, GPtrArray *rows)
{
  g_autoptr (GPtrArray) sorted = list_sorted (self, entity, rows);

  mou_json_writer_begin_array (self->out);
  for (guint i = 0; i < sorted->len; i++)
    write_object (self, sorted->pdata[i]);
  mou_json_writer_end_array (self->out);
}

static gboolean
has_only_value (const MouRow *row)
{
  for (guint i = 2; i < row->n_values; i++)
    if (row->values[i] != NULL)
      return FALSE;

  return row->entity != MOU_ENTITY_RESULT;
}

static void
write_map (Writer *self, MouEntity entity, GPtrArray *rows)
{
  g_autoptr (GPtrArray) sorted = list_sorted (self, entity, rows);

  mou_json_writer_begin_object (self->out);
  for (guint i = 0; i < sorted->len; i++)
    {
      const MouRow *row = sorted->pdata[i];

      mou_json_writer_key (self->out, get_text (self, row, 0));
      if (has_only_value (row))
        write_value (self, row, 1);
      else
        write_object (self, row);
    }
  mou_json_writer_end_object (self->out);
}

static const MouRow *
find_result_item (GPtrArray *rows, gint64 item)
{
  for (guint i = 0; i < rows->len; i++)
    if (mou_row_get_reference (rows->pdata[i], MOU_RESULT_ITEM_ITEM) == item)
      return rows->pdata[i];

  return NULL;
}

/* In the order of the indicator's items, null where nothing is said, up to the last of which something is. */
static void
write_result_items (Writer *self, const MouRow *result, GPtrArray *rows)
{
  GPtrArray *items = mou_register_get_children (self->rows, mou_row_get_reference (result, MOU_RESULT_INDICATOR), MOU_ENTITY_ITEM);
  guint written = 0;

  mou_json_writer_begin_array (self->out);
  for (guint i = 0; i < items->len && written < rows->len; i++)
    {
      const MouRow *row = find_result_item (rows, ((MouRow *) items->pdata[i])->id);

      if (row != NULL)
        {
          write_value (self, row, MOU_RESULT_ITEM_FULFILLED);
          written++;
        }
      else
        mou_json_writer_null (self->out);
    }
  mou_json_writer_end_array (self->out);
}

/* Objects */

static void
write_rows (Writer *self, const MouRow *parent, MouEntity entity, GPtrArray *rows)
{
  switch (mou_entity_get_info (entity)->shape)
    {
    case MOU_SHAPE_SINGLE:
      write_object (self, rows->pdata[0]);
      break;
    case MOU_SHAPE_LIST:
      if (entity == MOU_ENTITY_RESULT_ITEM)
        write_result_items (self, parent, rows);
      else
        write_list (self, entity, rows);
      break;
    case MOU_SHAPE_TEXTS:
      write_texts (self, rows);
      break;
    case MOU_SHAPE_MAP:
      write_map (self, entity, rows);
      break;
    case MOU_SHAPE_SLOTS:
      write_slots (self, rows);
      break;
    case MOU_SHAPE_NONE:
    default:
      g_assert_not_reached ();
    }
}

static GPtrArray *
list_rows (Writer *self, const MouRow *parent, MouEntity entity)
{
  if (entity == MOU_ENTITY_INDICATOR)
    return mou_register_list_group (self->rows, self->agreement, parent->entity == MOU_ENTITY_INDICATOR ? parent->id : 0);

  return g_ptr_array_ref (mou_register_get_children (self->rows, parent->id, entity));
}

static void
write_member (Writer *self, const MouRow *row, const MouJsonKey *key)
{
  g_autoptr (GPtrArray) rows = NULL;

  if (key->field >= 0 && mou_row_get (row, key->field) != NULL)
    {
      mou_json_writer_key (self->out, key->key);
      write_value (self, row, key->field);
    }
  if (key->field >= 0)
    return;

  rows = list_rows (self, row, key->child);
  if (rows->len > 0)
    {
      mou_json_writer_key (self->out, key->key);
      write_rows (self, row, key->child, rows);
    }
}

static void
write_object (Writer *self, const MouRow *row)
{
  GArray *keys = mou_json_format_get_keys (self->format, row->entity);

  mou_json_writer_begin_object (self->out);
  for (guint i = 0; i < keys->len; i++)
    write_member (self, row, &g_array_index (keys, MouJsonKey, i));
  mou_json_writer_end_object (self->out);
}

/* The whole */

static void
number_indicators (Writer *self, gint64 group)
{
  g_autoptr (GPtrArray) members = mou_register_list_group (self->rows, self->agreement, group);

  for (guint i = 0; i < members->len; i++)
    {
      MouRow *row = members->pdata[i];

      g_hash_table_insert (self->positions, row, GSIZE_TO_POINTER (g_hash_table_size (self->positions) + 1));
      number_indicators (self, row->id);
    }
}

static guint
get_level_count (const MouRow *agreement)
{
  const char *key = mou_row_get (agreement, MOU_AGREEMENT_SCALE);
  const MouScale *scale = key != NULL ? mou_scale_lookup (key) : NULL;

  return scale != NULL ? (guint) scale->level_count : 0;
}

char *
mou_json_agreement_write (MouRegister *rows, gint64 agreement)
{
  g_auto (Writer) writer = { NULL };
  const MouRow *row, *organisation;

  g_return_val_if_fail (rows != NULL, NULL);
  row = mou_register_lookup (rows, agreement);
  g_return_val_if_fail (row != NULL && row->entity == MOU_ENTITY_AGREEMENT, NULL);
  organisation = mou_register_lookup (rows, row->parent);

  writer.format = mou_json_format_new ();
  writer.out = mou_json_writer_new ();
  writer.positions = g_hash_table_new (NULL, NULL);
  writer.rows = rows;
  writer.agreement = agreement;
  writer.level_count = get_level_count (row);
  number_indicators (&writer, 0);

  mou_json_writer_begin_object (writer.out);
  mou_json_writer_member_string (writer.out, "format", MOU_JSON_FORMAT);
  mou_json_writer_key (writer.out, mou_entity_get_info (MOU_ENTITY_ORGANISATION)->json_key);
  write_object (&writer, organisation);
  mou_json_writer_key (writer.out, mou_entity_get_info (MOU_ENTITY_AGREEMENT)->json_key);
  write_object (&writer, row);
  mou_json_writer_end_object (writer.out);

  return mou_json_writer_finish (writer.out);
}
