/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Keys per entity: its content fields, then the entities below it, unless the format mixes them. */

#include "mou-json-format.h"

#define CHILDREN "children"

struct _MouJsonFormat
{
  GArray *keys[MOU_N_ENTITIES]; /* MouJsonKey */
};

/* Where fields and rows are mixed; every other object has its fields first. */
static const char *const agreement_order[]
    = { "fiscal_year", "title",   "status", "scale",      "rounding",    "not_applicable", "vision",   "missions", "terms",
        "copies",      "parties", "notes",  "indicators", "assessments", "projects",       "signings", NULL };
static const char *const indicator_order[]
    = { "code",      "name",    "unit",        "weight", "decimals", "kind",       "levels",     "notation",
        "gap",       "measure", "gates",       "items",  "history",  "definition", "conditions", "formula",
        "variables", "owner",   "data_source", "type",   "strategy", "rebases",    CHILDREN,     NULL };
static const char *const measure_order[] = { "unit", "decimals", "levels", "notation", NULL };
static const char *const result_order[] = { "value",     "state",   "reason",    "level",    "variables", "gates", "items",
                                            "narrative", "factors", "obstacles", "evidence", "comment",   NULL };

static const char *const *const orders[MOU_N_ENTITIES] = {
  [MOU_ENTITY_AGREEMENT] = agreement_order,
  [MOU_ENTITY_INDICATOR] = indicator_order,
  [MOU_ENTITY_MEASURE] = measure_order,
  [MOU_ENTITY_RESULT] = result_order,
};

static void
add_key (GArray *keys, const char *key, int field, MouEntity child)
{
  MouJsonKey entry = { key, field, child };

  g_array_append_val (keys, entry);
}

static gboolean
is_nested_below (MouEntity child, MouEntity entity)
{
  const MouEntityInfo *info = mou_entity_get_info (child);

  /* An agreement stands beside its organisation, not inside it. */
  return info->parent == entity && info->shape != MOU_SHAPE_NONE && child != MOU_ENTITY_AGREEMENT;
}

static GArray *
list_keys (MouEntity entity)
{
  GArray *keys = g_array_new (FALSE, FALSE, sizeof (MouJsonKey));
  guint n_fields;
  const MouField *fields = mou_field_table (entity, &n_fields);

  for (guint i = 0; i < n_fields; i++)
    if (!(fields[i].flags & MOU_FIELD_HIDDEN))
      add_key (keys, fields[i].key, (int) i, MOU_ENTITY_NONE);
  for (int child = 0; child < MOU_N_ENTITIES; child++)
    if (is_nested_below ((MouEntity) child, entity))
      add_key (keys, mou_entity_get_info ((MouEntity) child)->json_key, -1, (MouEntity) child);
  if (entity == MOU_ENTITY_INDICATOR)
    add_key (keys, CHILDREN, -1, MOU_ENTITY_INDICATOR);

  return keys;
}

static const MouJsonKey *
find_key (GArray *keys, const char *key)
{
  for (guint i = 0; i < keys->len; i++)
    if (g_str_equal (g_array_index (keys, MouJsonKey, i).key, key))
      return &g_array_index (keys, MouJsonKey, i);

  return NULL;
}

static GArray *
list_keys_in_order (MouEntity entity)
{
  g_autoptr (GArray) keys = list_keys (entity);
  g_autoptr (GArray) ordered = g_array_sized_new (FALSE, FALSE, sizeof (MouJsonKey), keys->len);

  if (orders[entity] == NULL)
    return g_steal_pointer (&keys);

  for (guint i = 0; orders[entity][i] != NULL; i++)
    {
      const MouJsonKey *entry = find_key (keys, orders[entity][i]);

      g_assert (entry != NULL);
      g_array_append_vals (ordered, entry, 1);
    }
  g_assert (ordered->len == keys->len);

  return g_steal_pointer (&ordered);
}

MouJsonFormat *
mou_json_format_new (void)
{
  MouJsonFormat *self = g_new0 (MouJsonFormat, 1);

  for (int entity = 0; entity < MOU_N_ENTITIES; entity++)
    self->keys[entity] = list_keys_in_order ((MouEntity) entity);

  return self;
}

void
mou_json_format_free (MouJsonFormat *self)
{
  if (self == NULL)
    return;

  for (int entity = 0; entity < MOU_N_ENTITIES; entity++)
    g_array_unref (self->keys[entity]);
  g_free (self);
}

GArray *
mou_json_format_get_keys (MouJsonFormat *self, MouEntity entity)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (entity >= 0 && entity < MOU_N_ENTITIES, NULL);

  return self->keys[entity];
}

const MouJsonKey *
mou_json_format_find (MouJsonFormat *self, MouEntity entity, const char *key)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (entity >= 0 && entity < MOU_N_ENTITIES, NULL);

  return find_key (self->keys[entity], key);
}

char *
mou_json_format_dup_key_names (MouJsonFormat *self, MouEntity entity)
{
  GString *names = g_string_new (NULL);
  GArray *keys = mou_json_format_get_keys (self, entity);

  for (guint i = 0; i < keys->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", g_array_index (keys, MouJsonKey, i).key);

  return g_string_free (names, FALSE);
}
