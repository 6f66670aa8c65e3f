/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What rows are called: by their key, by what they refer to, or by their place; where that place means anything; and how to give
 * rows places. */

#include "mou-register-private.h"

#include <glib/gi18n-lib.h>

gboolean
_mou_entity_is_ordered (MouEntity entity)
{
  int field = mou_field_find_key (entity);
  const MouField *key;

  if (entity == MOU_ENTITY_ORGANISATION)
    return FALSE;
  if (field < 0)
    return TRUE;

  key = mou_field_get (entity, field);

  return key->type == MOU_FIELD_TEXT || (key->type == MOU_FIELD_REFERENCE && !(key->flags & MOU_FIELD_HIDDEN));
}

static char *
dup_name (MouRegister *rows, const MouRow *row)
{
  int field = mou_field_find_key (row->entity);
  guint position;

  if (field >= 0 && row->values[field] == NULL)
    return g_strdup (_ ("without a key"));
  if (field >= 0 && mou_field_get (row->entity, field)->type != MOU_FIELD_REFERENCE)
    return g_strdup_printf ("“%s”", row->values[field]);
  if (field >= 0)
    {
      const MouRow *target = mou_register_lookup (rows, mou_row_get_reference (row, field));

      return target != NULL && target->entity < row->entity ? dup_name (rows, target) : g_strdup (_ ("of something missing"));
    }
  if (!g_ptr_array_find (mou_register_get_children (rows, row->parent, row->entity), row, &position))
    return g_strdup ("");

  return g_strdup_printf ("%u", position + 1);
}

char *
_mou_register_describe (MouRegister *self, const MouRow *row)
{
  g_autoptr (GString) place = g_string_new (NULL);

  /* The parents of an invalid row may be anything, even itself; entities bound the climb. */
  for (int steps = 0; row != NULL && steps < MOU_N_ENTITIES; steps++)
    {
      g_autofree char *name = dup_name (self, row);
      g_autofree char *part = g_strdup_printf ("%s %s%s", _ (mou_entity_get_info (row->entity)->label), name, steps > 0 ? ", " : "");

      g_string_prepend (place, part);
      row = mou_register_lookup (self, row->parent);
    }

  return g_string_free (g_steal_pointer (&place), FALSE);
}

static void
set_ordinal (GHashTable *ordinals, gint64 id, gint64 ordinal)
{
  g_hash_table_replace (ordinals, g_memdup2 (&id, sizeof id), g_memdup2 (&ordinal, sizeof ordinal));
}

/* The number of new rows from `start` on, and in *next the row that follows them, or NULL. */
static guint
count_new (MouRegister *rows, GArray *order, guint start, const MouRow **next)
{
  guint count = 0;

  *next = NULL;
  while (start + count < order->len && *next == NULL)
    {
      *next = mou_register_lookup (rows, g_array_index (order, gint64, start + count));
      if (*next == NULL)
        count++;
    }

  return count;
}

/* Numbers `count` new rows between the ordinals of their neighbours; FALSE when there is no room. */
static gboolean
fill_gap (GArray *order, guint start, guint count, gint64 low, const MouRow *next, GHashTable *ordinals)
{
  gint64 step = next != NULL ? (next->ordinal - low) / ((gint64) count + 1) : 1;

  for (guint i = 0; i < count; i++)
    set_ordinal (ordinals, g_array_index (order, gint64, start + i), low + step * ((gint64) i + 1));

  return count == 0 || step > 0;
}

static gboolean
keep_ordinals (MouRegister *rows, GArray *order, GHashTable *ordinals)
{
  const MouRow *previous = NULL;
  const MouRow *next;

  for (guint start = 0; start < order->len; start++)
    {
      guint count = count_new (rows, order, start, &next);

      if (!fill_gap (order, start, count, previous != NULL ? previous->ordinal : 0, next, ordinals))
        return FALSE;
      if (previous != NULL && next != NULL
          && (next->ordinal < previous->ordinal || (next->ordinal == previous->ordinal && next->id < previous->id)))
        return FALSE;
      if (next != NULL)
        set_ordinal (ordinals, next->id, next->ordinal);
      previous = next;
      start += count;
    }

  return TRUE;
}

void
mou_register_assign_ordinals (MouRegister *self, GArray *order, GHashTable *ordinals)
{
  if (keep_ordinals (self, order, ordinals))
    return;

  for (guint i = 0; i < order->len; i++)
    set_ordinal (ordinals, g_array_index (order, gint64, i), (gint64) i + 1);
}
