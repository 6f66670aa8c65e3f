/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads an agreement by the tables of mou-json-format: fields of an object first, then the rows below it, shape by shape.
 *
 * Objects are walked in the order of the format, not of the file, so that what is referred to (indicators, their variables, gates
 * and items) has been read before what refers to it. */

#include "mou-json-agreement.h"

#include "mou-input-file.h"
#include "mou-json-read.h"
#include "mou-json-reader.h"
#include "mou-json-scan.h"

#include <glib/gi18n-lib.h>

#define INDICATOR_MAX_DEPTH 32

static gboolean read_child_rows (MouJsonReader *self, MouEntity entity, const MouJsonKey *key, gint64 row, JsonNode *node, GError **error);

/* Objects */

static gboolean
check_keys (MouJsonReader *self, MouEntity entity, JsonObject *object, GError **error)
{
  JsonObjectIter iterator;
  const char *name;

  json_object_iter_init_ordered (&iterator, object);
  while (json_object_iter_next_ordered (&iterator, &name, NULL))
    if (mou_json_format_find (self->format, entity, name) == NULL)
      {
        g_autofree char *names = mou_json_format_dup_key_names (self->format, entity);

        return mou_json_refuse (self->path, error, _ ("unknown key “%s”; expected one of %s"), name, names);
      }

  return TRUE;
}

static gboolean
read_member (MouJsonReader *self, const MouField *field, JsonObject *object, gpointer *value, GError **error)
{
  JsonNode *node = json_object_get_member (object, field->key);
  gsize mark;
  char *text = NULL;

  if (node == NULL)
    return !(field->flags & MOU_FIELD_REQUIRED) || mou_json_refuse (self->path, error, _ ("the key “%s” is missing"), field->key);

  mark = mou_json_path_enter (self->path, field->key);
  if (!mou_json_reader_read_value (self, field, node, &text, error))
    return FALSE;
  mou_json_path_leave (self->path, mark);
  *value = text;

  return TRUE;
}

static gboolean
read_fields (MouJsonReader *self, MouEntity entity, JsonObject *object, GPtrArray *values, GError **error)
{
  GArray *keys = mou_json_format_get_keys (self->format, entity);

  for (guint i = 0; i < keys->len; i++)
    {
      int field = g_array_index (keys, MouJsonKey, i).field;

      if (field >= 0 && !read_member (self, mou_field_get (entity, field), object, &values->pdata[field], error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
check_level (MouJsonReader *self, GPtrArray *values, GError **error)
{
  if (values->pdata[MOU_LEVEL_VALUE] == NULL && values->pdata[MOU_LEVEL_TEXT] == NULL)
    return mou_json_refuse (self->path, error, _ ("a level has a value or a text; null stands for an absent one"));
  if (values->pdata[MOU_LEVEL_VALUE] == NULL && values->pdata[MOU_LEVEL_OP] != NULL)
    return mou_json_refuse (self->path, error, _ ("an inequality needs a value"));

  return TRUE;
}

static GPtrArray *
make_values (MouEntity entity, const MouJsonPlace *place)
{
  GPtrArray *values = g_ptr_array_new_with_free_func (g_free);
  guint n_fields;

  mou_field_table (entity, &n_fields);
  g_ptr_array_set_size (values, (int) n_fields);
  values->pdata[0] = g_strdup (place->hidden);

  return values;
}

/* The new row's id, 0 on error. */
static gint64
read_row (MouJsonReader *self, MouEntity entity, const MouJsonPlace *place, JsonNode *node, GError **error)
{
  JsonObject *object = mou_json_read_object (self->path, node, error);
  GArray *keys = mou_json_format_get_keys (self->format, entity);
  g_autoptr (GPtrArray) values = make_values (entity, place);
  gint64 id;

  if (object == NULL || !check_keys (self, entity, object, error) || !read_fields (self, entity, object, values, error))
    return 0;
  if ((entity == MOU_ENTITY_LEVEL || entity == MOU_ENTITY_MEASURE_LEVEL) && !check_level (self, values, error))
    return 0;

  id = mou_json_reader_insert (self, entity, place, values, error);
  if (entity == MOU_ENTITY_AGREEMENT)
    self->agreement = id;
  for (guint i = 0; id != 0 && i < keys->len; i++)
    {
      const MouJsonKey *key = &g_array_index (keys, MouJsonKey, i);
      JsonNode *child = key->field < 0 ? json_object_get_member (object, key->key) : NULL;

      if (child != NULL && !read_child_rows (self, entity, key, id, child, error))
        return 0;
    }

  return id;
}

/* A row that is written as one bare value, its field `field`. */
static gboolean
read_bare_row (MouJsonReader *self, MouEntity entity, int field, const MouJsonPlace *place, JsonNode *node, GError **error)
{
  g_autoptr (GPtrArray) values = make_values (entity, place);
  char *value = NULL;

  if (!mou_json_reader_read_value (self, mou_field_get (entity, field), node, &value, error))
    return FALSE;
  if (value == NULL)
    return mou_json_refuse (self->path, error, _ ("it is empty"));
  values->pdata[field] = value;

  return mou_json_reader_insert (self, entity, place, values, error) != 0;
}

/* Shapes */

typedef gboolean (*ReadElement) (MouJsonReader *self, MouEntity entity, const MouJsonPlace *place, JsonNode *node, GError **error);

static gboolean
read_object_element (MouJsonReader *self, MouEntity entity, const MouJsonPlace *place, JsonNode *node, GError **error)
{
  return read_row (self, entity, place, node, error) != 0;
}

static gboolean
read_text_element (MouJsonReader *self, MouEntity entity, const MouJsonPlace *place, JsonNode *node, GError **error)
{
  return read_bare_row (self, entity, MOU_TEXT_TEXT, place, node, error);
}

static gboolean
read_slot_element (MouJsonReader *self, MouEntity entity, const MouJsonPlace *place, JsonNode *node, GError **error)
{
  g_autofree char *position = g_strdup_printf ("%" G_GINT64_FORMAT, place->ordinal + 1);
  g_autofree char *number = NULL;
  MouJsonPlace slot = *place;

  if (!mou_json_reader_normalise (self, mou_field_get (entity, MOU_LEVEL_NUMBER), position, &number, error))
    return FALSE;
  slot.hidden = number;

  return JSON_NODE_HOLDS_NULL (node) || read_row (self, entity, &slot, node, error) != 0;
}

/* The fulfilment of the checklist item in the same position of the indicator; null where nothing is said. */
static gboolean
read_result_item_element (MouJsonReader *self, MouEntity entity, const MouJsonPlace *place, JsonNode *node, GError **error)
{
  gint64 indicator = mou_row_get_reference (mou_register_lookup (self->rows, place->parent), MOU_RESULT_INDICATOR);
  GPtrArray *items = mou_register_get_children (self->rows, indicator, MOU_ENTITY_ITEM);
  g_autofree char *id = NULL;
  MouJsonPlace item = *place;

  if (place->ordinal >= (gint64) items->len)
    return mou_json_refuse (self->path, error, _ ("the indicator has only %u checklist items"), items->len);
  if (JSON_NODE_HOLDS_NULL (node))
    return TRUE;
  id = g_strdup_printf ("%" G_GINT64_FORMAT, ((MouRow *) items->pdata[place->ordinal])->id);
  item.hidden = id;

  return read_bare_row (self, entity, MOU_RESULT_ITEM_FULFILLED, &item, node, error);
}

static gboolean
read_array (MouJsonReader *self, MouEntity entity, MouJsonPlace place, JsonNode *node, ReadElement read_element, GError **error)
{
  JsonArray *array = mou_json_read_array (self->path, node, error);

  if (array == NULL)
    return FALSE;

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      gsize mark = mou_json_path_enter_index (self->path, i);

      place.ordinal = i;
      if (!read_element (self, entity, &place, json_array_get_element (array, i), error))
        return FALSE;
      mou_json_path_leave (self->path, mark);
    }

  return TRUE;
}

static gboolean
read_indicators (MouJsonReader *self, gint64 group, JsonNode *node, GError **error)
{
  g_autofree char *hidden = group != 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, group) : NULL;
  MouJsonPlace place = { .parent = self->agreement, .hidden = hidden };
  gboolean success;

  if (self->depth == INDICATOR_MAX_DEPTH)
    return mou_json_refuse (self->path, error, _ ("indicators are nested more than %d deep"), INDICATOR_MAX_DEPTH);
  self->depth++;
  success = read_array (self, MOU_ENTITY_INDICATOR, place, node, read_object_element, error);
  self->depth--;

  return success;
}

/* A past result may be a bare value or an object, a result is an object; the value of a variable or gate is bare. */
static gboolean
is_bare (MouEntity entity, JsonNode *node)
{
  guint n_fields;

  mou_field_table (entity, &n_fields);

  return n_fields == 2 || (entity == MOU_ENTITY_HISTORY && !JSON_NODE_HOLDS_OBJECT (node));
}

static gboolean
read_map_entry (MouJsonReader *self, MouEntity entity, MouJsonPlace place, const char *name, JsonNode *node, GError **error)
{
  const MouField *field = mou_field_get (entity, 0);
  g_autofree char *key = NULL;
  gboolean success;

  if (field->type == MOU_FIELD_REFERENCE)
    success = mou_json_reader_find_reference (self, field->target, place.parent, name, &key, error);
  else
    success = mou_json_reader_normalise (self, field, name, &key, error);
  if (!success)
    return FALSE;
  place.hidden = key;

  return is_bare (entity, node) ? read_bare_row (self, entity, 1, &place, node, error) : read_row (self, entity, &place, node, error) != 0;
}

static gboolean
read_map (MouJsonReader *self, MouEntity entity, MouJsonPlace place, JsonNode *node, GError **error)
{
  JsonObject *object = mou_json_read_object (self->path, node, error);
  JsonObjectIter iterator;
  const char *name;
  JsonNode *value;

  if (object == NULL)
    return FALSE;

  json_object_iter_init_ordered (&iterator, object);
  while (json_object_iter_next_ordered (&iterator, &name, &value))
    {
      gsize mark = mou_json_path_enter_name (self->path, name);

      if (!read_map_entry (self, entity, place, name, value, error))
        return FALSE;
      mou_json_path_leave (self->path, mark);
      place.ordinal++;
    }

  return TRUE;
}

static gboolean
read_shape (MouJsonReader *self, const MouEntityInfo *info, gint64 parent, JsonNode *node, GError **error)
{
  MouJsonPlace place = { .parent = parent };

  switch (info->shape)
    {
    case MOU_SHAPE_SINGLE:
      return read_row (self, info->entity, &place, node, error) != 0;
    case MOU_SHAPE_LIST:
      return read_array (self, info->entity, place, node,
                         info->entity == MOU_ENTITY_RESULT_ITEM ? read_result_item_element : read_object_element, error);
    case MOU_SHAPE_TEXTS:
      return read_array (self, info->entity, place, node, read_text_element, error);
    case MOU_SHAPE_MAP:
      return read_map (self, info->entity, place, node, error);
    case MOU_SHAPE_SLOTS:
      return read_array (self, info->entity, place, node, read_slot_element, error);
    case MOU_SHAPE_NONE:
    default:
      g_return_val_if_reached (FALSE);
    }
}

static gboolean
read_child_rows (MouJsonReader *self, MouEntity entity, const MouJsonKey *key, gint64 row, JsonNode *node, GError **error)
{
  gsize mark = mou_json_path_enter (self->path, key->key);
  gboolean success;

  if (key->child == MOU_ENTITY_INDICATOR)
    success = read_indicators (self, entity == MOU_ENTITY_INDICATOR ? row : 0, node, error);
  else
    success = read_shape (self, mou_entity_get_info (key->child), row, node, error);
  if (success)
    mou_json_path_leave (self->path, mark);

  return success;
}

/* The whole */

static JsonNode *
get_top_member (MouJsonReader *self, JsonObject *object, const char *key, GError **error)
{
  JsonNode *node = json_object_get_member (object, key);

  if (node == NULL)
    mou_json_refuse (self->path, error, _ ("the key “%s” is missing"), key);

  return node;
}

static gboolean
check_top (MouJsonReader *self, JsonObject *object, GError **error)
{
  static const char *const keys[] = { "format", "organisation", "agreement", NULL };
  JsonNode *node = get_top_member (self, object, "format", error);
  JsonObjectIter iterator;
  const char *name;
  const char *format;

  if (node == NULL || (format = mou_json_read_string (self->path, node, error)) == NULL)
    return FALSE;
  if (!g_str_equal (format, MOU_JSON_FORMAT))
    return mou_json_refuse (self->path, error, _ ("the format is “%s”; expected “%s”"), format, MOU_JSON_FORMAT);

  json_object_iter_init_ordered (&iterator, object);
  while (json_object_iter_next_ordered (&iterator, &name, NULL))
    if (!g_strv_contains (keys, name))
      return mou_json_refuse (self->path, error, _ ("unknown key “%s”; expected one of format, organisation, agreement"), name);

  return TRUE;
}

static gint64
read_top_row (MouJsonReader *self, MouEntity entity, gint64 parent, JsonObject *object, GError **error)
{
  const char *key = mou_entity_get_info (entity)->json_key;
  JsonNode *node = get_top_member (self, object, key, error);
  MouJsonPlace place = { .parent = parent };
  gsize mark;
  gint64 id;

  if (node == NULL)
    return 0;
  mark = mou_json_path_enter (self->path, key);
  id = read_row (self, entity, &place, node, error);
  if (id != 0)
    mou_json_path_leave (self->path, mark);

  return id;
}

static gboolean
read_top (MouJsonReader *self, JsonNode *root, GError **error)
{
  JsonObject *object = mou_json_read_object (self->path, root, error);
  g_autoptr (GError) cause = NULL;
  gint64 organisation;

  if (object == NULL || !check_top (self, object, error))
    return FALSE;
  organisation = read_top_row (self, MOU_ENTITY_ORGANISATION, 0, object, error);
  if (organisation == 0 || read_top_row (self, MOU_ENTITY_AGREEMENT, organisation, object, error) == 0)
    return FALSE;

  return mou_register_validate (self->rows, &cause) || mou_json_reader_refuse (self, cause, error);
}

MouRegister *
mou_json_agreement_parse (const char *text, gssize length, GError **error)
{
  g_autoptr (JsonNode) root = NULL;
  g_auto (MouJsonReader) reader = { NULL };

  g_return_val_if_fail (text != NULL, NULL);

  mou_json_reader_init (&reader);
  root = mou_json_read_root (text, length < 0 ? strlen (text) : (gsize) length, error);
  if (root == NULL || !read_top (&reader, root, error))
    return NULL;

  return g_steal_pointer (&reader.rows);
}

MouRegister *
mou_json_agreement_load (const char *path, GError **error)
{
  g_autoptr (GError) cause = NULL;
  g_autofree char *text = NULL;
  gsize length;
  MouRegister *rows;

  g_return_val_if_fail (path != NULL, NULL);

  text = mou_input_file_read (path, &length, error);
  if (text == NULL)
    return NULL;

  rows = mou_json_agreement_parse (text, (gssize) length, &cause);
  if (rows == NULL)
    mou_input_file_refuse (path, MOU_EXCHANGE_ERROR_REFUSED, cause->message, error);

  return rows;
}
