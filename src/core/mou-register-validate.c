/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The invariants of a register, rule by rule: first what concerns a row alone, then its relatives, then lists of siblings. */

#include "mou-register-private.h"

#include "mou-error.h"
#include "mou-value.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

typedef struct
{
  MouRegister *rows;
  GError **error;
} Validation;

static gboolean G_GNUC_PRINTF (3, 4) fail (const Validation *self, const MouRow *row, const char *format, ...)
{
  g_autofree char *place = _mou_register_describe (self->rows, row);
  g_autofree char *reason = NULL;
  va_list arguments;

  va_start (arguments, format);
  reason = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error (self->error, MOU_CORE_ERROR, MOU_CORE_ERROR_INVALID, "%s: %s", place, reason);

  return FALSE;
}

/* NULL where the climb meets a parent of the wrong entity: rows not checked yet may even be their own. */
static const MouRow *
get_agreement (MouRegister *rows, const MouRow *row)
{
  while (row != NULL && row->entity != MOU_ENTITY_AGREEMENT)
    {
      const MouRow *parent = mou_register_lookup (rows, row->parent);

      row = parent != NULL && parent->entity == mou_entity_get_info (row->entity)->parent ? parent : NULL;
    }

  return row;
}

static gboolean
check_numbers (const Validation *self, const MouRow *row)
{
  if (row->id < 1 || row->id > MOU_ROW_MAX_ID)
    return fail (self, row, _ ("found the id %" PRId64 ", expected a number below 2^53"), row->id);
  if (row->ordinal < 0 || row->ordinal > MOU_ROW_MAX_ID)
    return fail (self, row, _ ("found the ordinal %" PRId64 ", expected a number from 0 to 2^53"), row->ordinal);

  return TRUE;
}

static gboolean
check_values (const Validation *self, const MouRow *row)
{
  const MouField *fields = mou_field_table (row->entity, NULL);

  for (guint i = 0; i < row->n_values; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *canonical = NULL;

      if (row->values[i] == NULL && !(fields[i].flags & MOU_FIELD_REQUIRED))
        continue;
      if (!mou_value_normalise (&fields[i], row->values[i], &canonical, &error))
        return fail (self, row, "%s", error->message);
      if (g_strcmp0 (canonical, row->values[i]) != 0)
        return fail (self, row, _ ("%s: found “%s”, expected it written as “%s”"), fields[i].key, row->values[i],
                     canonical != NULL ? canonical : "");
    }

  return TRUE;
}

static gboolean
check_parent (const Validation *self, const MouRow *row)
{
  MouEntity expected = mou_entity_get_info (row->entity)->parent;
  const MouRow *parent = mou_register_lookup (self->rows, row->parent);

  if (expected == MOU_ENTITY_NONE)
    return row->parent == 0 || fail (self, row, _ ("found a parent, expected none"));
  if (parent == NULL || parent->entity != expected)
    return fail (self, row, _ ("its parent is not there: expected one of kind “%s”"), _ (mou_entity_get_info (expected)->label));

  return TRUE;
}

/* What was reported of a part must be of a part of the very indicator that the result is about. */
static gboolean
is_part_of_result (const Validation *self, const MouRow *row, const MouRow *target)
{
  const MouRow *result = mou_register_lookup (self->rows, row->parent);

  return result->entity != MOU_ENTITY_RESULT || target->parent == mou_row_get_reference (result, MOU_RESULT_INDICATOR);
}

static gboolean
check_references (const Validation *self, const MouRow *row)
{
  const MouField *fields = mou_field_table (row->entity, NULL);

  for (guint i = 0; i < row->n_values; i++)
    {
      const MouRow *target;

      if (fields[i].type != MOU_FIELD_REFERENCE || row->values[i] == NULL)
        continue;
      target = mou_register_lookup (self->rows, mou_row_get_reference (row, (int) i));
      if (target == NULL || target->entity != fields[i].target)
        return fail (self, row, _ ("%s: what it refers to is not there: expected one of kind “%s”"), fields[i].key,
                     _ (mou_entity_get_info (fields[i].target)->label));
      if (get_agreement (self->rows, target) != get_agreement (self->rows, row))
        return fail (self, row, _ ("%s: it refers to a row of another agreement"), fields[i].key);
      if (!is_part_of_result (self, row, target))
        return fail (self, row, _ ("%s: it refers to a part of another indicator"), fields[i].key);
    }

  return TRUE;
}

static gboolean
check_depth (const Validation *self, const MouRow *row)
{
  const MouRow *above = row;

  for (int depth = 0; depth < MOU_INDICATOR_MAX_DEPTH; depth++)
    {
      gint64 group = mou_row_get_reference (above, MOU_INDICATOR_GROUP);

      if (group == 0)
        return TRUE;
      if (group == row->id)
        return fail (self, row, _ ("the groups above it form a circle"));
      above = mou_register_lookup (self->rows, group);
      if (above == NULL || above->entity != MOU_ENTITY_INDICATOR)
        return fail (self, row, _ ("a group above it is not there"));
    }

  return fail (self, row, _ ("it stands more than %d groups deep"), MOU_INDICATOR_MAX_DEPTH);
}

/* Whatever else the record leaves open, nobody reopens an agreement without saying why. */
static gboolean
check_signing (const Validation *self, const MouRow *row)
{
  if (g_str_equal (row->values[MOU_SIGNING_ACT], "reopened") && row->values[MOU_SIGNING_REASON] == NULL)
    return fail (self, row, _ ("reason: found nothing, expected why the agreement was reopened"));

  return TRUE;
}

static gboolean
check_row (const Validation *self, const MouRow *row)
{
  return check_numbers (self, row) && check_values (self, row) && check_parent (self, row) && check_references (self, row)
         && (row->entity != MOU_ENTITY_INDICATOR || check_depth (self, row))
         && (row->entity != MOU_ENTITY_SIGNING || check_signing (self, row));
}

gboolean
mou_register_validate_row (MouRegister *self, const MouRow *row, GError **error)
{
  const Validation validation = { self, error };

  g_return_val_if_fail (self != NULL && row != NULL, FALSE);

  return check_row (&validation, row);
}

static gboolean
check_keys (const Validation *self, GPtrArray *siblings, int key_field)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < siblings->len; i++)
    {
      const MouRow *row = g_ptr_array_index (siblings, i);

      if (!g_hash_table_add (seen, (gpointer) mou_row_get (row, key_field)))
        return fail (self, row, _ ("%s: another one beside it has the same"), mou_field_get (row->entity, key_field)->key);
    }

  return TRUE;
}

/* A measure has no key, and yet an indicator has at most one. */
static gboolean
check_siblings (const Validation *self, gint64 parent, MouEntity entity)
{
  GPtrArray *siblings = mou_register_get_children (self->rows, parent, entity);
  int key_field = mou_field_find_key (entity);

  if (siblings->len < 2)
    return TRUE;
  if (key_field >= 0)
    return check_keys (self, siblings, key_field);
  if (mou_entity_get_info (entity)->shape == MOU_SHAPE_SINGLE)
    return fail (self, g_ptr_array_index (siblings, 1), _ ("found a second one, expected at most one"));

  return TRUE;
}

static gboolean
check_lists_below (const Validation *self, gint64 parent, MouEntity above)
{
  for (MouEntity entity = 0; entity < MOU_N_ENTITIES; entity++)
    if (mou_entity_get_info (entity)->parent == above && !check_siblings (self, parent, entity))
      return FALSE;

  return TRUE;
}

/* The rows of an entity, in a list sorted by entity, are those from begins[entity] to before begins[entity + 1]. */
static void
find_ranges (GPtrArray *all, guint begins[MOU_N_ENTITIES + 1])
{
  guint row = 0;

  for (int entity = 0; entity <= MOU_N_ENTITIES; entity++)
    {
      while (row < all->len && (int) ((const MouRow *) g_ptr_array_index (all, row))->entity < entity)
        row++;
      begins[entity] = row;
    }
}

static gboolean
check_all_siblings (const Validation *self, GPtrArray *all)
{
  guint begins[MOU_N_ENTITIES + 1];

  find_ranges (all, begins);
  for (MouEntity entity = 0; entity < MOU_N_ENTITIES; entity++)
    {
      const MouEntity above = mou_entity_get_info (entity)->parent;

      if (above == MOU_ENTITY_NONE && !check_siblings (self, 0, entity))
        return FALSE;
      for (guint i = above != MOU_ENTITY_NONE ? begins[above] : 0; above != MOU_ENTITY_NONE && i < begins[above + 1]; i++)
        if (!check_siblings (self, ((const MouRow *) g_ptr_array_index (all, i))->id, entity))
          return FALSE;
    }

  return TRUE;
}

gboolean
mou_register_validate (MouRegister *self, GError **error)
{
  const Validation validation = { self, error };
  g_autoptr (GPtrArray) all = NULL;

  g_return_val_if_fail (self != NULL, FALSE);

  all = _mou_register_list_all (self);
  for (guint i = 0; i < all->len; i++)
    if (!check_row (&validation, g_ptr_array_index (all, i)))
      return FALSE;

  return check_all_siblings (&validation, all);
}

/* Nothing may be left below a row that went, or refer to it. */
static gboolean
check_absence (const Validation *self, const MouRow *gone)
{
  GPtrArray *referrers = _mou_register_get_referrers (self->rows, gone->id);

  if (referrers->len > 0)
    return check_references (self, g_ptr_array_index (referrers, 0));

  for (MouEntity entity = 0; entity < MOU_N_ENTITIES; entity++)
    {
      GPtrArray *children = mou_register_get_children (self->rows, gone->id, entity);

      if (children->len > 0)
        return check_parent (self, g_ptr_array_index (children, 0));
    }

  return TRUE;
}

/* A row that came to refer to something else may have left those that depend on where it stood: its members, which are deeper
 * now, or the parts of a result, which are of another indicator. */
static gboolean
check_dependents (const Validation *self, const MouRow *row)
{
  g_autoptr (GPtrArray) subtree = mou_register_list_subtree (self->rows, row->id);

  for (guint i = 0; i < subtree->len; i++)
    if (!check_row (self, g_ptr_array_index (subtree, i)))
      return FALSE;

  return TRUE;
}

static gboolean
refers_elsewhere (const MouRow *before, const MouRow *after)
{
  const MouField *fields = mou_field_table (after->entity, NULL);

  for (guint i = 0; i < after->n_values; i++)
    if (fields[i].type == MOU_FIELD_REFERENCE && g_strcmp0 (before->values[i], after->values[i]) != 0)
      return TRUE;

  return FALSE;
}

static gboolean
check_change (const Validation *self, const MouChange *change)
{
  const MouRow *now = mou_register_lookup (self->rows, mou_change_get_row (change)->id);

  if (now == NULL)
    return check_absence (self, mou_change_get_row (change));
  if (change->before != NULL && refers_elsewhere (change->before, now))
    return check_dependents (self, now);

  return check_row (self, now);
}

/* FALSE where the row was there before under the same key. */
static gboolean
may_clash (const MouChange *change)
{
  int key_field = mou_field_find_key (mou_change_get_row (change)->entity);

  if (change->before == NULL || change->after == NULL)
    return change->after != NULL;

  return key_field >= 0 && g_strcmp0 (change->before->values[key_field], change->after->values[key_field]) != 0;
}

gboolean
mou_register_validate_changes (MouRegister *self, GPtrArray *changes, GError **error)
{
  const Validation validation = { self, error };
  g_autoptr (GHashTable) checked = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, NULL);

  g_return_val_if_fail (self != NULL && changes != NULL, FALSE);

  for (guint i = 0; i < changes->len; i++)
    if (!check_change (&validation, g_ptr_array_index (changes, i)))
      return FALSE;

  /* Each list of siblings once, however many of them changed. */
  for (guint i = 0; i < changes->len; i++)
    {
      const MouChange *change = g_ptr_array_index (changes, i);
      const MouRow *row = mou_change_get_row (change);

      if (may_clash (change) && g_hash_table_add (checked, (gpointer) &row->parent)
          && !check_lists_below (&validation, row->parent, mou_entity_get_info (row->entity)->parent))
        return FALSE;
    }

  return TRUE;
}
