/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Works group by group: the lines of one row that stand together are put into one draft, and the draft becomes one change. The
 * register moves on between groups, so a row that is touched twice is read as the first change left it. */

#include "mou-journal-replay.h"

#include <glib/gi18n-lib.h>

/* A row while it is put together; parent and ordinal are only present where a line has said them. */
typedef struct
{
  MouEntity entity;
  gint64 id, parent, ordinal;
  GPtrArray *values; /* owned texts, NULL where absent */
} Draft;

static gboolean
refuse (const MouJournalChange *line, GError **error)
{
  g_set_error (error, MOU_STORE_ERROR, MOU_STORE_ERROR_INVALID, _ ("%s: it is no longer as the history says."),
               _ (mou_entity_get_info (line->entity)->label));

  return FALSE;
}

static void
draft_init (Draft *draft, const MouJournalChange *line, const MouRow *row)
{
  guint n_fields;

  mou_field_table (line->entity, &n_fields);
  draft->entity = line->entity;
  draft->id = line->row;
  draft->parent = row != NULL ? row->parent : 0;
  draft->ordinal = row != NULL ? row->ordinal : 0;
  draft->values = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < n_fields; i++)
    g_ptr_array_add (draft->values, row != NULL ? g_strdup (row->values[i]) : NULL);
}

static void
draft_clear (Draft *draft)
{
  g_ptr_array_unref (draft->values);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Draft, draft_clear)

static gboolean
parse_integer (const char *text, gint64 *value)
{
  return text != NULL && g_ascii_string_to_signed (text, 10, G_MININT64, G_MAXINT64, value, NULL);
}

/* Writes one field, provided it is now what the line says it was. */
static gboolean
draft_set (Draft *draft, const char *field, const char *from, const char *to)
{
  gint64 old_ordinal = 0, new_ordinal = 0;

  if (g_str_equal (field, "ordinal"))
    {
      if (!parse_integer (from, &old_ordinal) || !parse_integer (to, &new_ordinal) || old_ordinal != draft->ordinal)
        return FALSE;
      draft->ordinal = new_ordinal;
      return TRUE;
    }

  int index = mou_field_lookup (draft->entity, field);
  if (index < 0 || g_strcmp0 (g_ptr_array_index (draft->values, index), from) != 0)
    return FALSE;
  g_free (g_ptr_array_index (draft->values, index));
  g_ptr_array_index (draft->values, index) = g_strdup (to);

  return TRUE;
}

static gboolean
draft_place (Draft *draft, const char *field, const char *value, gboolean *is_place)
{
  gboolean is_parent = g_str_equal (field, "parent");

  *is_place = is_parent || g_str_equal (field, "ordinal");

  return !*is_place || parse_integer (value, is_parent ? &draft->parent : &draft->ordinal);
}

static MouRow *
draft_finish (Draft *draft)
{
  return mou_row_new (draft->entity, draft->id, draft->parent, draft->ordinal, (const char *const *) draft->values->pdata);
}

/* The row that a group of 'i' or 'd' lines describes. */
static MouRow *
build_described_row (GPtrArray *lines, guint start, guint end)
{
  g_auto (Draft) draft = { 0 };
  gboolean fits = TRUE;

  draft_init (&draft, g_ptr_array_index (lines, start), NULL);
  for (guint i = start; i < end && fits; i++)
    {
      const MouJournalChange *line = g_ptr_array_index (lines, i);
      const char *value = line->op == 'i' ? line->new_value : line->old_value;
      gboolean is_place;
      fits = draft_place (&draft, line->field, value, &is_place) && (is_place || draft_set (&draft, line->field, NULL, value));
    }

  return fits ? draft_finish (&draft) : NULL;
}

/* What becomes of `row` by a group of 'u' lines. */
static MouRow *
build_updated_row (const MouRow *row, GPtrArray *lines, guint start, guint end, gboolean backwards)
{
  g_auto (Draft) draft = { 0 };
  gboolean fits = TRUE;

  draft_init (&draft, g_ptr_array_index (lines, start), row);
  for (guint i = start; i < end && fits; i++)
    {
      const MouJournalChange *line = g_ptr_array_index (lines, i);
      fits = backwards ? draft_set (&draft, line->field, line->new_value, line->old_value)
                       : draft_set (&draft, line->field, line->old_value, line->new_value);
    }

  return fits ? draft_finish (&draft) : NULL;
}

static MouChange *
build_change (MouRegister *reg, GPtrArray *lines, guint start, guint end, gboolean backwards)
{
  const MouJournalChange *line = g_ptr_array_index (lines, start);
  MouRow *row = mou_register_lookup (reg, line->row);
  gboolean inserts = line->op == (backwards ? 'd' : 'i');
  g_autoptr (MouRow) result = NULL;

  if (row != NULL ? inserts || row->entity != line->entity : !inserts)
    return NULL;
  result = line->op == 'u' ? build_updated_row (row, lines, start, end, backwards) : build_described_row (lines, start, end);
  if (result == NULL)
    return NULL;
  if (inserts)
    return mou_change_new (NULL, result);
  if (line->op == 'u')
    return mou_change_new (row, result);

  return mou_row_equal (row, result) ? mou_change_new (row, NULL) : NULL;
}

/* Lines of one row and one kind that stand together are one change. */
static gboolean
same_change (GPtrArray *lines, guint a, guint b)
{
  const MouJournalChange *left = g_ptr_array_index (lines, a), *right = g_ptr_array_index (lines, b);

  return left->row == right->row && left->op == right->op && left->entity == right->entity;
}

static gboolean
replay_group (MouRegister *reg, GPtrArray *lines, guint start, guint end, gboolean backwards, MouReplayApply apply, gpointer data,
              GError **error)
{
  g_autoptr (MouChange) change = build_change (reg, lines, start, end, backwards);
  if (change == NULL)
    return refuse (g_ptr_array_index (lines, start), error);

  return apply (change, data, error);
}

gboolean
mou_journal_replay (MouRegister *reg, GPtrArray *lines, gboolean backwards, MouReplayApply apply, gpointer data, GError **error)
{
  g_return_val_if_fail (reg != NULL && lines != NULL && apply != NULL, FALSE);

  guint start = backwards ? lines->len : 0;
  while (backwards ? start > 0 : start < lines->len)
    {
      guint from = backwards ? start - 1 : start, to = from + 1;
      while (backwards && from > 0 && same_change (lines, from - 1, from))
        from--;
      while (!backwards && to < lines->len && same_change (lines, to - 1, to))
        to++;
      if (!replay_group (reg, lines, from, to, backwards, apply, data, error))
        return FALSE;
      start = backwards ? from : to;
    }

  return TRUE;
}
