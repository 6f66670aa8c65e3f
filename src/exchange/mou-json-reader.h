/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-json-reader: what has been read of an agreement so far: the rows, their keys, and the path to what is being read.
 *
 * Reads single values by the field tables, resolves references among the rows, and inserts rows whose keys are new. All return
 * FALSE (or 0) with an error that names the path. Caller: mou-json-agreement-read. */
#pragma once

#include "mou-json-format.h"
#include "mou-register.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

typedef struct {
  MouJsonFormat *format;
  MouRegister *rows;
  GString *path;
  GHashTable *ids;  /* "entity parent key" → gint64 id, of every row with a key */
  gint64 agreement; /* 0 until it has been read */
  guint depth;      /* of the indicator being read */
} MouJsonReader;

/* Where a row goes. */
typedef struct {
  gint64 parent;
  gint64 ordinal;
  const char *hidden; /* value of the entity's first field when that is not written inside the object, or NULL */
} MouJsonPlace;

void mou_json_reader_init (MouJsonReader *self);
void mou_json_reader_clear (MouJsonReader *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MouJsonReader, mou_json_reader_clear)

/* Always FALSE: the cause, with the path before it. */
gboolean mou_json_reader_refuse (MouJsonReader *self, const GError *cause, GError **error);
/* The canonical text of `text`, owned; NULL when it is blank. */
gboolean mou_json_reader_normalise (MouJsonReader *self, const MouField *field, const char *text, char **value, GError **error);
/* The same of a node, which must be of the JSON type that the field is written as. */
gboolean mou_json_reader_read_value (MouJsonReader *self, const MouField *field, JsonNode *node, char **value, GError **error);
/* The id, as the text a REFERENCE stores, of the row of `target` that `text` names: an indicator of the agreement, or a variable
 * or gate of the indicator that `result` is about. */
gboolean mou_json_reader_find_reference (MouJsonReader *self, MouEntity target, gint64 result, const char *text, char **id, GError **error);
/* The new row's id, 0 on error. `values` has one element a field. */
gint64 mou_json_reader_insert (MouJsonReader *self, MouEntity entity, const MouJsonPlace *place, GPtrArray *values, GError **error);

G_END_DECLS
