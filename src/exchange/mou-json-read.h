/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-json-read: strict reading of JSON values, and the path to the one being read for error messages.
 *
 * Nothing is converted: a number is no text and a text no number. Every refusal is "PATH: reason", such as
 * "agreement.indicators[0].weight: …"; the path is a GString that grows and shrinks with the descent. Callers: the readers of this folder. */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* The root of a text that has passed mou_json_scan; NULL with MOU_EXCHANGE_ERROR_REFUSED. A byte order mark is skipped. */
JsonNode *mou_json_read_root (const char *text, gsize length, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Each enter returns the mark that leave takes back. */
gsize mou_json_path_enter (GString *path, const char *key);
gsize mou_json_path_enter_index (GString *path, guint index);
gsize mou_json_path_enter_name (GString *path, const char *name); /* a key that is data: results["1.1"] */
void mou_json_path_leave (GString *path, gsize mark);

/* Always FALSE. */
gboolean mou_json_refuse (GString *path, GError **error, const char *format, ...) G_GNUC_PRINTF (3, 4);

/* Borrowed from `node`; NULL when it is of another type. */
JsonObject *mou_json_read_object (GString *path, JsonNode *node, GError **error);
JsonArray *mou_json_read_array (GString *path, JsonNode *node, GError **error);
const char *mou_json_read_string (GString *path, JsonNode *node, GError **error);
gboolean mou_json_read_integer (GString *path, JsonNode *node, gint64 *out, GError **error);
gboolean mou_json_read_boolean (GString *path, JsonNode *node, gboolean *out, GError **error);

G_END_DECLS
