/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Strict reading over json-glib, with the path for messages. */

#include "mou-json-read.h"

#include "mou-exchange-error.h"
#include "mou-json-scan.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define BYTE_ORDER_MARK "\xEF\xBB\xBF"

JsonNode *
mou_json_read_root (const char *text, gsize length, GError **error)
{
  g_autoptr (JsonParser) parser = NULL;
  g_autoptr (GError) json_error = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  if (length >= strlen (BYTE_ORDER_MARK) && memcmp (text, BYTE_ORDER_MARK, strlen (BYTE_ORDER_MARK)) == 0)
    {
      text += strlen (BYTE_ORDER_MARK);
      length -= strlen (BYTE_ORDER_MARK);
    }
  if (!mou_json_scan (text, length, error))
    return NULL;

  parser = json_parser_new ();
  if (!json_parser_load_from_data (parser, text, (gssize) length, &json_error))
    {
      g_set_error (error, MOU_EXCHANGE_ERROR, MOU_EXCHANGE_ERROR_REFUSED, _ ("the text is not JSON: %s"), json_error->message);
      return NULL;
    }

  return json_parser_steal_root (parser);
}

gsize
mou_json_path_enter (GString *path, const char *key)
{
  gsize mark = path->len;

  if (mark > 0)
    g_string_append_c (path, '.');
  g_string_append (path, key);

  return mark;
}

gsize
mou_json_path_enter_index (GString *path, guint index)
{
  gsize mark = path->len;

  g_string_append_printf (path, "[%u]", index);

  return mark;
}

gsize
mou_json_path_enter_name (GString *path, const char *name)
{
  gsize mark = path->len;

  g_string_append_printf (path, "[\"%s\"]", name);

  return mark;
}

void
mou_json_path_leave (GString *path, gsize mark)
{
  g_string_truncate (path, mark);
}

gboolean
mou_json_refuse (GString *path, GError **error, const char *format, ...)
{
  g_autofree char *reason = NULL;
  va_list arguments;

  va_start (arguments, format);
  reason = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  if (path->len > 0)
    g_set_error (error, MOU_EXCHANGE_ERROR, MOU_EXCHANGE_ERROR_REFUSED, "%s: %s", path->str, reason);
  else
    g_set_error_literal (error, MOU_EXCHANGE_ERROR, MOU_EXCHANGE_ERROR_REFUSED, reason);

  return FALSE;
}

static const char *
describe_node (JsonNode *node)
{
  switch (JSON_NODE_TYPE (node))
    {
    case JSON_NODE_OBJECT:
      return _ ("an object");
    case JSON_NODE_ARRAY:
      return _ ("an array");
    case JSON_NODE_NULL:
      return _ ("null");
    case JSON_NODE_VALUE:
    default:
      break;
    }
  if (json_node_get_value_type (node) == G_TYPE_STRING)
    return _ ("a text");
  if (json_node_get_value_type (node) == G_TYPE_BOOLEAN)
    return _ ("true or false");

  return _ ("a number without quotes");
}

static gboolean
refuse_type (GString *path, JsonNode *node, const char *expected, GError **error)
{
  return mou_json_refuse (path, error, _ ("here stands %s; expected %s"), describe_node (node), expected);
}

JsonObject *
mou_json_read_object (GString *path, JsonNode *node, GError **error)
{
  if (JSON_NODE_HOLDS_OBJECT (node))
    return json_node_get_object (node);
  refuse_type (path, node, _ ("an object"), error);

  return NULL;
}

JsonArray *
mou_json_read_array (GString *path, JsonNode *node, GError **error)
{
  if (JSON_NODE_HOLDS_ARRAY (node))
    return json_node_get_array (node);
  refuse_type (path, node, _ ("an array"), error);

  return NULL;
}

const char *
mou_json_read_string (GString *path, JsonNode *node, GError **error)
{
  if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING)
    return json_node_get_string (node);
  refuse_type (path, node, _ ("a text in quotes"), error);

  return NULL;
}

gboolean
mou_json_read_integer (GString *path, JsonNode *node, gint64 *out, GError **error)
{
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_INT64)
    return refuse_type (path, node, _ ("a whole number without quotes"), error);
  *out = json_node_get_int (node);

  return TRUE;
}

gboolean
mou_json_read_boolean (GString *path, JsonNode *node, gboolean *out, GError **error)
{
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_BOOLEAN)
    return refuse_type (path, node, _ ("true or false"), error);
  *out = json_node_get_boolean (node);

  return TRUE;
}
