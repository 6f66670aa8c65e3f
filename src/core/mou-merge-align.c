/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which of the rows that theirs added are rows that mine added as well, parents before what hangs on them. */

#include "mou-merge-private.h"
#include "mou-register-private.h"

typedef struct
{
  MouRegister *base;
  MouRegister *mine;
  MouRegister *theirs;
  GHashTable *ids;     /* id in theirs (gint64 *) → id in mine (gint64 *), where they are not the same */
  GHashTable *taken;   /* set of rows of mine that have a counterpart */
  GHashTable *origins; /* the other way round */
} Alignment;

static gint64
translate (const Alignment *self, gint64 id)
{
  const gint64 *here = g_hash_table_lookup (self->ids, &id);

  return here != NULL ? *here : id;
}

static char *
dup_translated (const Alignment *self, const MouRow *row, int field)
{
  if (row->values[field] == NULL || mou_field_get (row->entity, field)->type != MOU_FIELD_REFERENCE)
    return g_strdup (row->values[field]);

  return g_strdup_printf ("%" G_GINT64_FORMAT, translate (self, mou_row_get_reference (row, field)));
}

static MouRow *
make_translated (const Alignment *self, const MouRow *row)
{
  g_autoptr (GPtrArray) values = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < row->n_values; i++)
    g_ptr_array_add (values, dup_translated (self, row, (int) i));

  return mou_row_new (row->entity, translate (self, row->id), translate (self, row->parent), row->ordinal,
                      (const char *const *) values->pdata);
}

/* A row of mine that can be one of theirs under another id: it was not there when they parted. */
static gboolean
is_free (const Alignment *self, MouRow *row)
{
  return mou_register_lookup (self->base, row->id) == NULL && mou_register_lookup (self->theirs, row->id) == NULL
         && !g_hash_table_contains (self->taken, row);
}

static gboolean
have_equal_values (const MouRow *a, const MouRow *b)
{
  for (guint i = 0; i < a->n_values; i++)
    if (g_strcmp0 (a->values[i], b->values[i]) != 0)
      return FALSE;

  return TRUE;
}

/* `row` is translated already. `loosely`: any that is free will do where there is no key. */
static MouRow *
find_counterpart (const Alignment *self, const MouRow *row, gboolean loosely)
{
  GPtrArray *siblings = mou_register_get_children (self->mine, row->parent, row->entity);
  int key = mou_field_find_key (row->entity);
  gboolean any = loosely || mou_entity_get_info (row->entity)->shape == MOU_SHAPE_SINGLE;

  if (key >= 0)
    {
      MouRow *found = mou_register_find (self->mine, row->parent, row->entity, mou_row_get (row, key));

      return found != NULL && is_free (self, found) ? found : NULL;
    }
  for (guint i = 0; i < siblings->len; i++)
    {
      MouRow *sibling = g_ptr_array_index (siblings, i);

      if (is_free (self, sibling) && (any || have_equal_values (row, sibling)))
        return sibling;
    }

  return NULL;
}

/* A file that somebody made by hand can give one id to different things. */
static gboolean
is_at_odds (const MouRow *row, const MouRow *namesake)
{
  return namesake != NULL && (namesake->entity != row->entity || namesake->parent != row->parent);
}

static void
rename_row (Alignment *self, gint64 from, gint64 to)
{
  g_hash_table_insert (self->ids, g_memdup2 (&from, sizeof from), g_memdup2 (&to, sizeof to));
  g_hash_table_insert (self->origins, g_memdup2 (&to, sizeof to), g_memdup2 (&from, sizeof from));
}

static void
match_row (Alignment *self, const MouRow *row, gboolean loosely)
{
  MouRow *base = mou_register_lookup (self->base, row->id);
  MouRow *mine = mou_register_lookup (self->mine, row->id);
  g_autoptr (MouRow) translated = NULL;
  MouRow *counterpart;
  gboolean at_odds;

  if (g_hash_table_contains (self->ids, &row->id))
    return;

  translated = make_translated (self, row);
  at_odds = is_at_odds (translated, base) || is_at_odds (translated, mine);
  if (!at_odds && (base != NULL || mine != NULL))
    return;
  counterpart = find_counterpart (self, translated, loosely);
  if (counterpart != NULL)
    {
      rename_row (self, row->id, counterpart->id);
      g_hash_table_add (self->taken, counterpart);
    }
  else if (at_odds)
    {
      rename_row (self, row->id, mou_row_new_id ());
    }
}

/* Registers that share a row were one once: what has no key and is not equal is then not the same. */
static gboolean
are_related (const Alignment *self, GPtrArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    if (mou_register_lookup (self->mine, ((const MouRow *) g_ptr_array_index (rows, i))->id) != NULL)
      return TRUE;

  return FALSE;
}

/* Entity by entity; first what is equal, so that it is not taken for another. */
static void
match_rows (Alignment *self, GPtrArray *rows, gboolean loosely)
{
  for (guint first = 0, end; first < rows->len; first = end)
    {
      MouEntity entity = ((const MouRow *) g_ptr_array_index (rows, first))->entity;

      for (end = first; end < rows->len && ((const MouRow *) g_ptr_array_index (rows, end))->entity == entity; end++)
        match_row (self, g_ptr_array_index (rows, end), FALSE);
      for (guint i = first; loosely && i < end; i++)
        match_row (self, g_ptr_array_index (rows, i), TRUE);
    }
}

MouRegister *
_mou_merge_align (MouRegister *base, MouRegister *mine, MouRegister *theirs, gboolean two_way, GHashTable *origins)
{
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  g_autoptr (GHashTable) taken = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) rows = _mou_register_list_all (theirs);
  Alignment self = { base, mine, theirs, ids, taken, origins };
  MouRegister *aligned = mou_register_new ();

  match_rows (&self, rows, two_way && !are_related (&self, rows));
  for (guint i = 0; i < rows->len; i++)
    {
      g_autoptr (MouRow) row = make_translated (&self, g_ptr_array_index (rows, i));
      g_autoptr (MouChange) change = mou_change_new (NULL, row);

      mou_register_apply (aligned, change);
    }

  return aligned;
}
