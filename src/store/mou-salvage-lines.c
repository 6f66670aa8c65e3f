/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where the hash chain is broken, the lines of the history that can still be read prove nothing, but may be all that is left of a row:
 * an entry that has lost one page of a hundred tells the rest as it was. So they are put together as far as they go, and used only
 * for rows that no table has any more. */

#include "mou-salvage-private.h"

#include "mou-journal.h"
#include "mou-value.h"

/* A line and where it stood. */
typedef struct
{
  gint64 entry, ordinal;
  MouJournalChange change;
} Line;

/* A row while it is put together. */
typedef struct
{
  MouEntity entity;
  gint64 id, parent, ordinal;
  gboolean placed;   /* its parent is known */
  GPtrArray *values; /* owned texts, NULL where absent */
} Draft;

static void
line_free (gpointer data)
{
  Line *line = data;

  g_free (line->change.field);
  g_free (line->change.new_value);
  g_free (line);
}

/* NULL for a line that makes no sense. */
static Line *
read_line (MouStatement *select)
{
  const char *table = mou_statement_get_text (select, 2);
  const char *op = mou_statement_get_text (select, 4);
  const char *field = mou_statement_get_text (select, 5);
  const char *value = mou_statement_get_text (select, 6);
  MouEntity entity = table != NULL ? mou_entity_lookup (table) : MOU_ENTITY_NONE;

  if (mou_statement_forgive_text (select) || entity == MOU_ENTITY_NONE || op == NULL || field == NULL)
    return NULL;

  Line *line = g_new0 (Line, 1);
  line->entry = mou_statement_get_integer (select, 0);
  line->ordinal = mou_statement_get_integer (select, 1);
  line->change.entity = entity;
  line->change.row = mou_statement_get_integer (select, 3);
  line->change.op = op[0];
  line->change.field = g_strdup (field);
  line->change.new_value = g_strdup (value);

  return line;
}

/* From (*entry, *ordinal) on in one direction, until the end (TRUE) or a fault; both then name the last line met. */
static gboolean
scan (MouStatement *select, gint64 *entry, gint64 *ordinal, GPtrArray *lines, guint *n_met)
{
  g_autoptr (GError) failure = NULL;

  *n_met = 0;
  mou_statement_bind_integer (select, 1, *entry);
  mou_statement_bind_integer (select, 2, *ordinal);
  while (mou_statement_next (select, &failure))
    {
      Line *line = read_line (select);
      *entry = mou_statement_get_integer (select, 0);
      *ordinal = mou_statement_get_integer (select, 1);
      ++*n_met;
      if (line != NULL)
        g_ptr_array_add (lines, line);
    }

  return failure == NULL;
}

/* TRUE when all lines after entry `after` were read. */
static gboolean
scan_on (MouSqlite *db, gint64 after, gboolean up, GPtrArray *lines)
{
  g_autofree char *sql = g_strdup_printf ("SELECT entry, ordinal, entity, \"row\", op, field, new FROM change "
                                          "WHERE (entry, ordinal) %s (?1, ?2) ORDER BY entry %s, ordinal %s",
                                          up ? ">" : "<", up ? "ASC" : "DESC", up ? "ASC" : "DESC");
  g_autoptr (MouStatement) select = mou_statement_new (db, sql, NULL);
  gint64 entry = up ? after : G_MAXINT64, ordinal = G_MAXINT64;
  guint n_met = 1;

  while (select != NULL && n_met > 0)
    if (scan (select, &entry, &ordinal, lines, &n_met))
      return TRUE;

  return FALSE;
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  const Line *left = *(Line *const *) a, *right = *(Line *const *) b;

  if (left->entry != right->entry)
    return left->entry < right->entry ? -1 : 1;

  return (left->ordinal > right->ordinal) - (left->ordinal < right->ordinal);
}

static void
remove_repeated (GPtrArray *lines)
{
  for (guint i = lines->len; i > 1; i--)
    if (compare_lines (&lines->pdata[i - 2], &lines->pdata[i - 1]) == 0)
      g_ptr_array_remove_index (lines, i - 1);
}

/* Those after entry `after`, in order. */
static GPtrArray *
read_lines (MouSqlite *db, gint64 after)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (line_free);

  if (scan_on (db, after, TRUE, lines))
    return lines;

  guint n_forwards = lines->len;
  scan_on (db, after, FALSE, lines);
  g_ptr_array_sort (lines, compare_lines);
  if (lines->len > n_forwards)
    remove_repeated (lines);

  return lines;
}

/* Putting rows together */

static void
draft_init (Draft *draft, const MouJournalChange *line, const MouRow *row)
{
  guint n_fields;

  mou_field_table (line->entity, &n_fields);
  draft->entity = line->entity;
  draft->id = line->row;
  draft->parent = row != NULL ? row->parent : 0;
  draft->ordinal = row != NULL ? row->ordinal : 0;
  draft->placed = row != NULL || mou_entity_get_info (line->entity)->parent == MOU_ENTITY_NONE;
  draft->values = g_ptr_array_new_full (n_fields, g_free);
  for (guint i = 0; i < n_fields; i++)
    g_ptr_array_add (draft->values, g_strdup (row != NULL ? row->values[i] : NULL));
}

static void
draft_clear (Draft *draft)
{
  g_clear_pointer (&draft->values, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Draft, draft_clear)

static void
draft_set (Draft *draft, const char *key, const char *value)
{
  int field = mou_field_lookup (draft->entity, key);
  char *canonical = NULL;

  if (g_str_equal (key, "parent") && value != NULL)
    {
      draft->parent = g_ascii_strtoll (value, NULL, 10);
      draft->placed = TRUE;
    }
  else if (g_str_equal (key, "ordinal") && value != NULL)
    draft->ordinal = g_ascii_strtoll (value, NULL, 10);
  else if (field >= 0 && mou_value_normalise (mou_field_get (draft->entity, field), value, &canonical, NULL))
    {
      g_free (draft->values->pdata[field]);
      draft->values->pdata[field] = canonical;
    }
}

static gboolean
same_row (const Line *a, const Line *b)
{
  return a->change.row == b->change.row && a->change.op == b->change.op && a->change.entity == b->change.entity;
}

/* The lines first .. end - 1, which are of one row. */
static void
apply_lines (MouRegister *rows, GPtrArray *lines, guint first, guint end)
{
  const Line *line = g_ptr_array_index (lines, first);
  MouRow *before = mou_register_lookup (rows, line->change.row);
  g_auto (Draft) draft = { 0 };

  if (line->change.row < 1 || (before != NULL && before->entity != line->change.entity))
    return;

  draft_init (&draft, &line->change, before);
  for (guint i = first; i < end; i++)
    {
      const Line *next = g_ptr_array_index (lines, i);
      draft_set (&draft, next->change.field, next->change.new_value);
    }

  g_autoptr (MouRow) after = NULL;
  if (line->change.op != 'd' && draft.placed)
    after = mou_row_new (draft.entity, draft.id, draft.parent, draft.ordinal, (const char *const *) draft.values->pdata);
  const MouChange change = { before, after };
  if (before != NULL || after != NULL)
    mou_register_apply (rows, &change);
}

MouRegister *
_mou_salvage_follow_lines (MouSqlite *db, const MouSalvageJournal *journal)
{
  g_assert (db != NULL && journal != NULL);

  MouRegister *rows = mou_register_copy (journal->rows);
  g_autoptr (GPtrArray) lines = read_lines (db, journal->entries->len);

  for (guint first = 0, end; first < lines->len; first = end)
    {
      end = first + 1;
      while (end < lines->len && same_row (g_ptr_array_index (lines, first), g_ptr_array_index (lines, end)))
        end++;
      apply_lines (rows, lines, first, end);
    }

  return rows;
}
