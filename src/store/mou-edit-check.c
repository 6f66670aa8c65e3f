/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou_register_validate reads the whole register; this reads what an edit touched and the siblings of that. Rows that an edit
 * leaves behind without their parent or target are caught by SQLite's deferred foreign keys when the edit commits. */

#include "mou-store-private.h"

#include "mou-value.h"

#include <glib/gi18n-lib.h>

#define MAX_DEPTH 32

static gboolean
refuse (const MouRow *row, const char *reason, GError **error)
{
  g_set_error (error, MOU_STORE_ERROR, MOU_STORE_ERROR_INVALID, _ ("%s: %s"), _ (mou_entity_get_info (row->entity)->label), reason);

  return FALSE;
}

static gboolean
check_parent (MouRegister *reg, const MouRow *row, GError **error)
{
  MouEntity entity = mou_entity_get_info (row->entity)->parent;
  const MouRow *parent = row->parent != 0 ? mou_register_lookup (reg, row->parent) : NULL;

  if (entity == MOU_ENTITY_NONE ? row->parent == 0 : parent != NULL && parent->entity == entity)
    return TRUE;

  return refuse (row, _ ("there is nothing it could belong to."), error);
}

static gboolean
check_reference (MouRegister *reg, const MouRow *row, int index, GError **error)
{
  const MouField *field = mou_field_get (row->entity, index);
  const MouRow *target = mou_register_lookup (reg, mou_row_get_reference (row, index));

  if (target != NULL && target->entity == field->target)
    return TRUE;

  return refuse (row, _ ("what it refers to does not exist."), error);
}

/* Prepared changes have not been through mou_value_normalise; the others pass it again for nothing but a little time. */
static gboolean
check_value (const MouRow *row, int index, GError **error)
{
  g_autofree char *canonical = NULL;
  const char *value = row->values[index];

  if (!mou_value_normalise (mou_field_get (row->entity, index), value != NULL ? value : "", &canonical, error))
    return FALSE;

  return g_strcmp0 (canonical, value) == 0 || refuse (row, _ ("a value is not written as this program writes it."), error);
}

static gboolean
check_values (MouRegister *reg, const MouRow *row, GError **error)
{
  for (guint i = 0; i < row->n_values; i++)
    {
      if (!check_value (row, (int) i, error))
        return FALSE;
      if (row->values[i] != NULL && mou_field_get (row->entity, (int) i)->type == MOU_FIELD_REFERENCE
          && !check_reference (reg, row, (int) i, error))
        return FALSE;
    }

  return TRUE;
}

/* Keys among siblings */

static gboolean
touches_key (const MouChange *change, int key_field)
{
  if (change->after == NULL || key_field < 0)
    return FALSE;

  return change->before == NULL || g_strcmp0 (change->before->values[key_field], change->after->values[key_field]) != 0;
}

static gboolean
check_siblings (MouRegister *reg, const MouRow *row, int key_field, GError **error)
{
  g_autoptr (GHashTable) keys = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *siblings = mou_register_get_children (reg, row->parent, row->entity);

  for (guint i = 0; i < siblings->len; i++)
    {
      char *key = ((MouRow *) g_ptr_array_index (siblings, i))->values[key_field];
      if (key != NULL && !g_hash_table_add (keys, key))
        {
          g_set_error (error, MOU_STORE_ERROR, MOU_STORE_ERROR_INVALID, _ ("%s: there is already one with %s “%s”."),
                       _ (mou_entity_get_info (row->entity)->label), _ (mou_field_get (row->entity, key_field)->label), key);
          return FALSE;
        }
    }

  return TRUE;
}

/* Each list of siblings once, however many of them a paste has touched. */
static gboolean
check_keys (MouRegister *reg, GPtrArray *changes, GError **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < changes->len; i++)
    {
      const MouChange *change = g_ptr_array_index (changes, i);
      const MouRow *row = mou_change_get_row (change);
      int key_field = mou_field_find_key (row->entity);

      if (!touches_key (change, key_field) || !g_hash_table_add (seen, g_strdup_printf ("%d %" G_GINT64_FORMAT, row->entity, row->parent)))
        continue;
      if (!check_siblings (reg, row, key_field, error))
        return FALSE;
    }

  return TRUE;
}

/* The indicator tree */

static gboolean
check_chain (MouRegister *reg, const MouRow *indicator, GError **error)
{
  const MouRow *row = indicator;

  for (int depth = 1; depth <= MAX_DEPTH; depth++)
    {
      gint64 group = mou_row_get_reference (row, MOU_INDICATOR_GROUP);
      if (group == 0)
        return TRUE;
      row = mou_register_lookup (reg, group);
      if (row == NULL || row->entity != MOU_ENTITY_INDICATOR || row->parent != indicator->parent)
        return refuse (indicator, _ ("its group is not an indicator of the same agreement."), error);
    }

  return refuse (indicator, _ ("its groups are nested in a circle, or more than 32 deep."), error);
}

static gboolean
check_tree (MouRegister *reg, gint64 agreement, GError **error)
{
  GPtrArray *indicators = mou_register_get_children (reg, agreement, MOU_ENTITY_INDICATOR);

  for (guint i = 0; i < indicators->len; i++)
    if (!check_chain (reg, g_ptr_array_index (indicators, i), error))
      return FALSE;

  return TRUE;
}

static gboolean
moves_indicator (const MouChange *change)
{
  return change->after != NULL && change->after->entity == MOU_ENTITY_INDICATOR
         && (change->before == NULL
             || mou_row_get_reference (change->before, MOU_INDICATOR_GROUP) != mou_row_get_reference (change->after, MOU_INDICATOR_GROUP));
}

/* Moving a group deepens everything in it, so the whole agreement is looked at, once. */
static gboolean
check_groups (MouRegister *reg, GPtrArray *changes, GError **error)
{
  gint64 checked = 0;

  for (guint i = 0; i < changes->len; i++)
    {
      const MouChange *change = g_ptr_array_index (changes, i);
      if (!moves_indicator (change) || change->after->parent == checked)
        continue;
      checked = change->after->parent;
      if (!check_tree (reg, checked, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
check_row (MouRegister *reg, const MouRow *row, GError **error)
{
  if (row->ordinal < 0)
    return refuse (row, _ ("its place among the others is not a number from 0."), error);

  return check_parent (reg, row, error) && check_values (reg, row, error);
}

gboolean
mou_edit_check (MouRegister *reg, GPtrArray *changes, GError **error)
{
  g_return_val_if_fail (reg != NULL && changes != NULL, FALSE);

  for (guint i = 0; i < changes->len; i++)
    {
      /* As it is now: a row may be touched twice, and be gone at the end. */
      const MouRow *row = mou_register_lookup (reg, mou_change_get_row (g_ptr_array_index (changes, i))->id);
      if (row != NULL && !check_row (reg, row, error))
        return FALSE;
    }

  return check_keys (reg, changes, error) && check_groups (reg, changes, error);
}
