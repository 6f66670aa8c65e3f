/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-json-format: which keys the JSON object of each entity has, and in which order (interchange.md section 1).
 *
 * Derived from the entity and field tables: a key is a field of the entity or the rows of an entity below it. Reader and writer
 * walk the same list, so what one writes the other reads. Callers: this folder. */
#pragma once

#include "mou-field.h"

G_BEGIN_DECLS

#define MOU_JSON_FORMAT "mou-scorecard/1"

typedef struct {
  const char *key;
  int field;       /* index into the entity's table, or -1 when the key holds rows */
  MouEntity child; /* whose rows the key holds, or MOU_ENTITY_NONE; INDICATOR inside INDICATOR is "children" */
} MouJsonKey;

typedef struct _MouJsonFormat MouJsonFormat;

MouJsonFormat *mou_json_format_new (void) G_GNUC_WARN_UNUSED_RESULT;
void mou_json_format_free (MouJsonFormat *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MouJsonFormat, mou_json_format_free)

/* Of MouJsonKey, in the order of the format; borrowed. */
GArray *mou_json_format_get_keys (MouJsonFormat *self, MouEntity entity);
/* Borrowed; NULL when the object has no such key. */
const MouJsonKey *mou_json_format_find (MouJsonFormat *self, MouEntity entity, const char *key);
/* "code, name, …" for messages. */
char *mou_json_format_dup_key_names (MouJsonFormat *self, MouEntity entity) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
