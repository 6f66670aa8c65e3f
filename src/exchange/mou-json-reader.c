/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Values, keys and references, and the rows that they make. */

#include "mou-json-reader.h"

#include "mou-json-read.h"
#include "mou-value.h"

#include <glib/gi18n-lib.h>

gboolean
mou_json_reader_refuse (MouJsonReader *self, const GError *cause, GError **error)
{
  return mou_json_refuse (self->path, error, "%s", cause->message);
}

gboolean
mou_json_reader_normalise (MouJsonReader *self, const MouField *field, const char *text, char **value, GError **error)
{
  g_autoptr (GError) cause = NULL;

  if (!mou_value_normalise (field, text, value, &cause))
    return mou_json_reader_refuse (self, cause, error);

  return TRUE;
}

/* Keys and references */

static char *
make_address (MouEntity entity, gint64 parent, const char *key)
{
  return g_strdup_printf ("%d %" G_GINT64_FORMAT " %s", (int) entity, parent, key);
}

gboolean
mou_json_reader_find_reference (MouJsonReader *self, MouEntity target, gint64 result, const char *text, char **id, GError **error)
{
  g_autofree char *key = NULL;
  g_autofree char *address = NULL;
  gint64 parent = self->agreement;
  const gint64 *found;

  if (target != MOU_ENTITY_INDICATOR)
    parent = mou_row_get_reference (mou_register_lookup (self->rows, result), MOU_RESULT_INDICATOR);
  if (!mou_json_reader_normalise (self, mou_field_get (target, mou_field_find_key (target)), text, &key, error))
    return FALSE;

  address = make_address (target, parent, key);
  found = g_hash_table_lookup (self->ids, address);
  if (found == NULL)
    return mou_json_refuse (self->path, error, _ ("there is no %s “%s”"), mou_entity_get_info (target)->table, text);
  *id = g_strdup_printf ("%" G_GINT64_FORMAT, *found);

  return TRUE;
}

/* Rows */

static gboolean
refuse_twice (MouJsonReader *self, const MouField *field, const char *key, GError **error)
{
  gsize mark = self->path->len;

  if (field->flags & MOU_FIELD_HIDDEN || field->type == MOU_FIELD_REFERENCE)
    return mou_json_refuse (self->path, error, _ ("it stands twice"));
  mou_json_path_enter (self->path, field->key);
  mou_json_refuse (self->path, error, _ ("“%s” stands twice"), key);
  mou_json_path_leave (self->path, mark);

  return FALSE;
}

static gboolean
remember_key (MouJsonReader *self, MouEntity entity, gint64 parent, gint64 id, GPtrArray *values, GError **error)
{
  g_autofree char *address = NULL;
  int field = mou_field_find_key (entity);

  if (field < 0)
    return TRUE;

  address = make_address (entity, parent, values->pdata[field]);
  if (g_hash_table_contains (self->ids, address))
    return refuse_twice (self, mou_field_get (entity, field), values->pdata[field], error);
  g_hash_table_insert (self->ids, g_steal_pointer (&address), g_memdup2 (&id, sizeof id));

  return TRUE;
}

static gint64
make_id (MouJsonReader *self)
{
  gint64 id;

  do
    id = mou_row_new_id ();
  while (mou_register_lookup (self->rows, id) != NULL);

  return id;
}

gint64
mou_json_reader_insert (MouJsonReader *self, MouEntity entity, const MouJsonPlace *place, GPtrArray *values, GError **error)
{
  gint64 id = make_id (self);
  g_autoptr (MouRow) row = NULL;
  g_autoptr (MouChange) change = NULL;

  if (!remember_key (self, entity, place->parent, id, values, error))
    return 0;

  row = mou_row_new (entity, id, place->parent, place->ordinal, (const char *const *) values->pdata);
  change = mou_change_new (NULL, row);
  mou_register_apply (self->rows, change);

  return id;
}

/* Values */

static gboolean
read_integer (MouJsonReader *self, const MouField *field, JsonNode *node, char **value, GError **error)
{
  g_autofree char *text = NULL;
  gint64 number;

  if (!mou_json_read_integer (self->path, node, &number, error))
    return FALSE;
  text = g_strdup_printf ("%" G_GINT64_FORMAT, number);

  return mou_json_reader_normalise (self, field, text, value, error);
}

static gboolean
read_boolean (MouJsonReader *self, JsonNode *node, char **value, GError **error)
{
  gboolean truth;

  if (!mou_json_read_boolean (self->path, node, &truth, error))
    return FALSE;
  *value = truth ? g_strdup ("1") : NULL;

  return TRUE;
}

gboolean
mou_json_reader_read_value (MouJsonReader *self, const MouField *field, JsonNode *node, char **value, GError **error)
{
  const char *text;

  switch (field->type)
    {
    case MOU_FIELD_INTEGER:
    case MOU_FIELD_YEAR:
      return read_integer (self, field, node, value, error);
    case MOU_FIELD_BOOLEAN:
      return read_boolean (self, node, value, error);
    case MOU_FIELD_REFERENCE:
      text = mou_json_read_string (self->path, node, error);
      return text != NULL && mou_json_reader_find_reference (self, field->target, 0, text, value, error);
    case MOU_FIELD_TEXT:
    case MOU_FIELD_LONG_TEXT:
    case MOU_FIELD_DECIMAL:
    case MOU_FIELD_CHOICE:
    case MOU_FIELD_DATE:
    case MOU_FIELD_HISTORY:
    default:
      text = mou_json_read_string (self->path, node, error);
      return text != NULL && mou_json_reader_normalise (self, field, text, value, error);
    }
}

void
mou_json_reader_init (MouJsonReader *self)
{
  *self = (MouJsonReader){ 0 };
  self->format = mou_json_format_new ();
  self->rows = mou_register_new ();
  self->path = g_string_new (NULL);
  self->ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

void
mou_json_reader_clear (MouJsonReader *self)
{
  g_clear_pointer (&self->format, mou_json_format_free);
  g_clear_pointer (&self->rows, mou_register_free);
  g_clear_pointer (&self->ids, g_hash_table_unref);
  if (self->path != NULL)
    g_string_free (g_steal_pointer (&self->path), TRUE);
}
