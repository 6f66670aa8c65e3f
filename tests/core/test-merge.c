/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Merging: what one side changed arrives, what both changed is a conflict, and nothing is lost that is not listed. MOU_TEST_LENGTH
 * is the number of random pairs; without it a short run. */

#include "mou-canon.h"
#include "mou-merge-private.h"
#include "register-fixture.h"

#define N_EDITS 12

static MouRegister *
apply (MouRegister *rows, GPtrArray *changes)
{
  MouRegister *copy = mou_register_copy (rows);

  for (guint i = 0; i < changes->len; i++)
    mou_register_apply (copy, g_ptr_array_index (changes, i));

  return copy;
}

static MouRegister *
merge (MouRegister *base, MouRegister *mine, MouRegister *theirs, MouMergeSide winner, guint *n_conflicts)
{
  g_autoptr (MouMerge) merged = mou_merge_new (base, mine, theirs);

  mou_merge_set_default (merged, winner);
  if (n_conflicts != NULL)
    *n_conflicts = mou_merge_get_conflicts (merged)->len;

  return apply (mine, mou_merge_get_changes (merged));
}

static void
assert_same (MouRegister *a, MouRegister *b)
{
  g_autofree char *left = mou_canon_register_text (a);
  g_autofree char *right = mou_canon_register_text (b);

  g_assert_cmpstr (left, ==, right);
}

/* One field of indicator 1.1 on either side. */
static void
test_fields (void)
{
  static const struct
  {
    const char *field, *mine, *theirs; /* NULL: left alone */
    gboolean conflict;
    const char *expected;
  } cases[] = {
    { "weight", NULL, NULL, FALSE, "10" }, { "weight", "12", NULL, FALSE, "12" }, { "weight", NULL, "13", FALSE, "13" },
    { "weight", "12", "12", FALSE, "12" }, { "weight", "12", "13", TRUE, "12" },  { "unit", "ก", "ข", TRUE, "ก" },
    { "definition", "", "ข", FALSE, "ข" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MouRegister) base = fixture_new_sample (FALSE);
      g_autoptr (MouRegister) mine = mou_register_copy (base);
      g_autoptr (MouRegister) theirs = mou_register_copy (base);
      g_autoptr (MouRegister) result = NULL;
      gint64 row = fixture_get_indicator (base, "1.1");
      int field = mou_field_lookup (MOU_ENTITY_INDICATOR, cases[i].field);
      guint n_conflicts;

      if (cases[i].mine != NULL && *cases[i].mine != '\0')
        fixture_set (mine, row, cases[i].field, cases[i].mine);
      if (cases[i].theirs != NULL)
        fixture_set (theirs, row, cases[i].field, cases[i].theirs);
      result = merge (base, mine, theirs, MOU_MERGE_MINE, &n_conflicts);
      g_assert_cmpuint (n_conflicts, ==, cases[i].conflict ? 1 : 0);
      g_assert_cmpstr (mou_row_get (mou_register_lookup (result, row), field), ==, cases[i].expected);
    }
}

static void
remove_subtree (MouRegister *rows, gint64 row)
{
  g_autoptr (GPtrArray) subtree = mou_register_list_subtree (rows, row);

  for (guint i = subtree->len; i > 0; i--)
    fixture_remove (rows, ((const MouRow *) g_ptr_array_index (subtree, i - 1))->id);
}

/* Mine deleted an indicator of which theirs changed a level: either all of it stays or all of it goes. */
static void
test_deletion_against_edit (void)
{
  g_autoptr (MouRegister) base = fixture_new_sample (FALSE);
  g_autoptr (MouRegister) mine = mou_register_copy (base);
  g_autoptr (MouRegister) theirs = mou_register_copy (base);
  g_autoptr (MouRegister) without = NULL;
  g_autoptr (MouRegister) with = NULL;
  gint64 indicator = fixture_get_indicator (base, "1.1");
  guint n_conflicts;

  remove_subtree (mine, indicator);
  fixture_set (theirs, fixture_get_child (theirs, indicator, MOU_ENTITY_LEVEL, "3"), "value", "1234");
  without = merge (base, mine, theirs, MOU_MERGE_MINE, &n_conflicts);
  g_assert_cmpuint (n_conflicts, ==, 1);
  assert_same (without, mine);
  with = merge (base, mine, theirs, MOU_MERGE_THEIRS, &n_conflicts);
  g_assert_cmpuint (n_conflicts, ==, 1);
  assert_same (with, theirs);
}

/* Departments that fill in results of their own indicators come together. */
static void
test_departments (void)
{
  g_autoptr (MouRegister) base = fixture_new_sample (FALSE);
  gint64 assessment
      = fixture_add (base, MOU_ENTITY_ASSESSMENT, fixture_get_agreement (base), "name", "A", "kind", "self", "period", "year", NULL);
  g_autoptr (MouRegister) mine = mou_register_copy (base);
  g_autoptr (MouRegister) theirs = mou_register_copy (base);
  g_autoptr (MouRegister) result = NULL;
  g_autofree char *first = g_strdup_printf ("%" G_GINT64_FORMAT, fixture_get_indicator (base, "1.1"));
  g_autofree char *second = g_strdup_printf ("%" G_GINT64_FORMAT, fixture_get_indicator (base, "1.2"));
  g_autofree char *third = g_strdup_printf ("%" G_GINT64_FORMAT, fixture_get_indicator (base, "2.4"));
  gint64 both;
  guint n_conflicts;

  fixture_add (mine, MOU_ENTITY_RESULT, assessment, "indicator", first, "value", "1200", NULL);
  both = fixture_add (mine, MOU_ENTITY_RESULT, assessment, "indicator", third, "value", "27", NULL);
  fixture_add (theirs, MOU_ENTITY_RESULT, assessment, "indicator", second, "value", "5", NULL);
  fixture_add (theirs, MOU_ENTITY_RESULT, assessment, "indicator", third, "value", "27", "narrative", "เหตุผล", NULL);
  result = merge (base, mine, theirs, MOU_MERGE_MINE, &n_conflicts);
  g_assert_cmpuint (n_conflicts, ==, 0);
  g_assert_cmpuint (mou_register_get_children (result, assessment, MOU_ENTITY_RESULT)->len, ==, 3);
  g_assert_cmpstr (mou_row_get (mou_register_lookup (result, both), MOU_RESULT_NARRATIVE), ==, "เหตุผล");
}

/* A value on one side and a state on the other are two answers to one question. */
static void
test_cells (void)
{
  g_autoptr (MouRegister) base = fixture_new_sample (FALSE);
  gint64 level = fixture_get_child (base, fixture_get_indicator (base, "1.1"), MOU_ENTITY_LEVEL, "3");
  g_autoptr (MouRegister) mine = mou_register_copy (base);
  g_autoptr (MouRegister) theirs = mou_register_copy (base);
  g_autoptr (MouMerge) merged = NULL;

  fixture_set (mine, level, "value", "1234");
  fixture_set (theirs, level, "op", "<");
  merged = mou_merge_new (base, mine, theirs);
  g_assert_cmpuint (mou_merge_get_conflicts (merged)->len, ==, 1);
  g_assert_cmpuint (mou_merge_get_changes (merged)->len, ==, 0);
}

/* Both gave one code to different indicators. */
static void
test_one_code_for_two (void)
{
  g_autoptr (MouRegister) base = fixture_new_sample (FALSE);
  g_autoptr (MouRegister) mine = mou_register_copy (base);
  g_autoptr (MouRegister) theirs = mou_register_copy (base);

  fixture_set (mine, fixture_get_indicator (base, "1.1"), "code", "9.9");
  fixture_set (theirs, fixture_get_indicator (base, "1.2"), "code", "9.9");
  for (int side = MOU_MERGE_MINE; side <= MOU_MERGE_THEIRS; side++)
    {
      guint n_conflicts;
      g_autoptr (MouRegister) result = merge (base, mine, theirs, (MouMergeSide) side, &n_conflicts);
      g_autoptr (GError) error = NULL;

      g_assert_cmpuint (n_conflicts, ==, 1);
      g_assert_true (mou_register_validate (result, &error));
      assert_same (result, side == MOU_MERGE_MINE ? mine : theirs);
    }
}

/* Without a base every difference is a conflict, and what only one has stays. */
static void
test_two_way (void)
{
  g_autoptr (MouRegister) mine = fixture_new_sample (FALSE);
  g_autoptr (MouRegister) theirs = fixture_new_sample (FALSE);
  g_autoptr (MouRegister) with_mine = NULL;
  g_autoptr (MouRegister) with_theirs = NULL;
  guint n_conflicts;

  with_mine = merge (NULL, mine, theirs, MOU_MERGE_MINE, &n_conflicts);
  g_assert_cmpuint (n_conflicts, ==, 0);
  assert_same (with_mine, mine);
  g_clear_pointer (&with_mine, mou_register_free);

  fixture_set (theirs, fixture_get_indicator (theirs, "1.1"), "weight", "12");
  remove_subtree (theirs, fixture_get_indicator (theirs, "1.2"));
  with_mine = merge (NULL, mine, theirs, MOU_MERGE_MINE, &n_conflicts);
  g_assert_cmpuint (n_conflicts, ==, 1);
  assert_same (with_mine, mine);
  with_theirs = merge (NULL, mine, theirs, MOU_MERGE_THEIRS, &n_conflicts);
  g_assert_cmpstr (mou_row_get (mou_register_lookup (with_theirs, fixture_get_indicator (mine, "1.1")), MOU_INDICATOR_WEIGHT), ==, "12");
  g_assert_cmpuint (mou_register_get_size (with_theirs), ==, mou_register_get_size (mine));
}

/* Two copies of one register of which the history is lost: what is only on one side is taken, nothing is doubled. */
static void
test_two_way_of_one (void)
{
  g_autoptr (MouRegister) mine = fixture_new_sample (FALSE);
  gint64 pipes = fixture_get_indicator (mine, "1.1");
  gint64 assessment
      = fixture_add (mine, MOU_ENTITY_ASSESSMENT, fixture_get_agreement (mine), "name", "A", "kind", "self", "period", "year", NULL);
  g_autofree char *reference = g_strdup_printf ("%" G_GINT64_FORMAT, pipes);
  gint64 result = fixture_add (mine, MOU_ENTITY_RESULT, assessment, "indicator", reference, "narrative", "เหตุผล", NULL);
  g_autoptr (MouRegister) theirs = mou_register_copy (mine);
  g_autoptr (MouMerge) merged = NULL;
  MouRegister *rows;

  fixture_set (theirs, result, "value", "1250");
  fixture_set (theirs, result, "narrative", NULL);
  fixture_add (theirs, MOU_ENTITY_EVIDENCE, result, "text", "รายงาน ก", NULL);
  fixture_add (mine, MOU_ENTITY_EVIDENCE, result, "text", "รายงาน ข", NULL);
  fixture_set (mine, pipes, "weight", "12");
  merged = mou_merge_new (NULL, mine, theirs);
  g_assert_cmpuint (mou_merge_get_conflicts (merged)->len, ==, 1);
  rows = mou_merge_get_result (merged);
  g_assert_cmpstr (mou_row_get (mou_register_lookup (rows, result), MOU_RESULT_VALUE), ==, "1250");
  g_assert_cmpstr (mou_row_get (mou_register_lookup (rows, result), MOU_RESULT_NARRATIVE), ==, "เหตุผล");
  g_assert_cmpuint (mou_register_get_children (rows, result, MOU_ENTITY_EVIDENCE)->len, ==, 2);
}

/* A file made by hand gives the id of a row to something of another kind. */
static void
test_one_id_for_two (void)
{
  g_autoptr (MouRegister) base = fixture_new_sample (FALSE);
  g_autoptr (MouRegister) theirs = mou_register_copy (base);
  gint64 level = fixture_get_child (base, fixture_get_indicator (base, "1.1"), MOU_ENTITY_LEVEL, "3");
  const char *const values[MOU_N_NOTE_FIELDS] = { "7", "หมายเหตุ" };
  g_autoptr (MouRow) note = mou_row_new (MOU_ENTITY_NOTE, level, fixture_get_agreement (base), 99, values);
  g_autoptr (MouChange) change = mou_change_new (NULL, note);

  fixture_remove (theirs, level);
  mou_register_apply (theirs, change);
  for (int two_way = FALSE; two_way <= TRUE; two_way++)
    {
      g_autoptr (MouMerge) merged = mou_merge_new (two_way ? NULL : base, base, theirs);
      MouRegister *rows = mou_merge_get_result (merged);
      g_autoptr (GError) error = NULL;

      mou_register_validate (rows, &error);
      g_assert_no_error (error);
      g_assert_nonnull (mou_register_find (rows, fixture_get_agreement (base), MOU_ENTITY_NOTE, "7"));
      g_assert_cmpint (mou_register_lookup (rows, level) != NULL, ==, two_way);
    }
}

/* Two groups are each moved into the other: one of the two moves stands, as it is answered. */
static void
test_circle (void)
{
  g_autoptr (MouRegister) base = fixture_new_sample (FALSE);
  g_autoptr (MouRegister) mine = mou_register_copy (base);
  g_autoptr (MouRegister) theirs = mou_register_copy (base);
  gint64 first = fixture_get_indicator (base, "1"), second = fixture_get_indicator (base, "2");
  g_autofree char *first_id = g_strdup_printf ("%" G_GINT64_FORMAT, first);
  g_autofree char *second_id = g_strdup_printf ("%" G_GINT64_FORMAT, second);
  g_autoptr (MouMerge) merged = NULL;
  const MouConflict *conflict;

  fixture_set (mine, first, "group", second_id);
  fixture_set (theirs, second, "group", first_id);
  merged = mou_merge_new (base, mine, theirs);
  g_assert_cmpuint (mou_merge_get_conflicts (merged)->len, ==, 1);
  conflict = g_ptr_array_index (mou_merge_get_conflicts (merged), 0);
  g_assert_cmpint (conflict->row, ==, second);
  g_assert_cmpint (conflict->beside, ==, first);
  assert_same (mou_merge_get_result (merged), mine);
  mou_merge_answer (merged, 0, MOU_MERGE_THEIRS);
  assert_same (mou_merge_get_result (merged), theirs);
  g_assert_cmpint (conflict->taken, ==, MOU_MERGE_THEIRS);
}

/* Mine put a row under a group that theirs deleted, theirs put it under one that mine deleted: with both deletions there is no place
 * for it but the one of the default, and whoever answered so is told. */
static void
test_overruled (void)
{
  g_autoptr (MouRegister) base = fixture_new_sample (FALSE);
  gint64 agreement = fixture_get_agreement (base);
  gint64 a = fixture_add (base, MOU_ENTITY_INDICATOR, agreement, "code", "8", "name", "ก", "kind", "group", NULL);
  gint64 b = fixture_add (base, MOU_ENTITY_INDICATOR, agreement, "code", "9", "name", "ข", "kind", "group", NULL);
  gint64 moved = fixture_get_indicator (base, "1.1");
  g_autofree char *a_id = g_strdup_printf ("%" G_GINT64_FORMAT, a);
  g_autofree char *b_id = g_strdup_printf ("%" G_GINT64_FORMAT, b);
  g_autoptr (MouRegister) mine = mou_register_copy (base);
  g_autoptr (MouRegister) theirs = mou_register_copy (base);
  g_autoptr (MouMerge) merged = NULL;
  g_autoptr (GError) error = NULL;
  guint n_overruled = 0;

  fixture_set (mine, moved, "group", a_id);
  fixture_remove (mine, b);
  fixture_set (theirs, moved, "group", b_id);
  fixture_remove (theirs, a);
  merged = mou_merge_new (base, mine, theirs);
  g_assert_cmpuint (mou_merge_get_conflicts (merged)->len, ==, 3);
  for (guint i = 0; i < 3; i++)
    {
      const MouConflict *conflict = g_ptr_array_index (mou_merge_get_conflicts (merged), i);

      mou_merge_answer (merged, i, conflict->row == a ? MOU_MERGE_THEIRS : MOU_MERGE_MINE);
    }
  mou_register_validate (mou_merge_get_result (merged), &error);
  g_assert_no_error (error);
  for (guint i = 0; i < mou_merge_get_conflicts (merged)->len; i++)
    {
      const MouConflict *conflict = g_ptr_array_index (mou_merge_get_conflicts (merged), i);

      n_overruled += conflict->answered && conflict->taken != conflict->answer;
    }
  g_assert_cmpuint (n_overruled, ==, 1);
}

/* Random edits */

static void
collect_cb (MouRow *row, int depth, gpointer data)
{
  g_ptr_array_add (data, row);
}

/* Mostly among a few in the middle, so that two people meet there. */
static MouRow *
pick_from (GPtrArray *rows, GRand *random)
{
  gint32 n_rows = (gint32) rows->len;
  gint32 index
      = g_rand_int_range (random, 0, 3) == 0 ? g_rand_int_range (random, 0, n_rows) : n_rows / 2 + g_rand_int_range (random, 0, 12);

  return g_ptr_array_index (rows, MIN (index, n_rows - 1));
}

/* A row that edits are made at; borrowed. */
static MouRow *
pick_row (MouRegister *rows, GRand *random)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new ();

  mou_register_visit (rows, collect_cb, all);

  return pick_from (all, random);
}

/* A value that the field may have; NULL where there is none to be thought of. From a small pool, so that two meet. */
static char *
make_value (const MouField *field, GRand *random)
{
  int number = g_rand_int_range (random, 1, 5);

  switch (field->type)
    {
    case MOU_FIELD_TEXT:
    case MOU_FIELD_LONG_TEXT:
      return g_strdup_printf ("t%d", number);
    case MOU_FIELD_DECIMAL:
      return g_strdup_printf ("0.%d", number);
    case MOU_FIELD_CHOICE:
      return g_strdup (field->choices[g_rand_int_range (random, 0, (gint32) g_strv_length ((char **) field->choices))]);
    case MOU_FIELD_YEAR:
      return g_strdup_printf ("%d", 2560 + number);
    case MOU_FIELD_INTEGER:
      return g_strdup_printf ("%d", CLAMP (number, field->minimum, field->maximum));
    case MOU_FIELD_BOOLEAN:
    case MOU_FIELD_DATE:
    case MOU_FIELD_HISTORY:
    case MOU_FIELD_REFERENCE:
    default:
      return NULL;
    }
}

/* Only when the register stays valid. */
static void
try_change (MouRegister *rows, MouRow *before, MouRow *after)
{
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func ((GDestroyNotify) mou_change_free);

  g_ptr_array_add (changes, mou_change_new (before, after));
  mou_register_apply (rows, g_ptr_array_index (changes, 0));
  if (!mou_register_validate_changes (rows, changes, NULL))
    {
      g_autoptr (GPtrArray) inverse = mou_change_list_invert (changes);

      mou_register_apply (rows, g_ptr_array_index (inverse, 0));
    }
}

static void
set_something (MouRegister *rows, GRand *random)
{
  MouRow *row = pick_row (rows, random);
  int field = g_rand_int_range (random, 0, (gint32) row->n_values);
  g_autofree char *value = make_value (mou_field_get (row->entity, field), random);
  g_autoptr (MouRow) after = value != NULL ? mou_row_with_value (row, field, value) : NULL;

  if (after != NULL)
    try_change (rows, row, after);
}

/* Like one that is there, but for its key. */
static void
add_something (MouRegister *rows, GRand *random)
{
  MouRow *row = pick_row (rows, random);
  int key = mou_field_find_key (row->entity);
  g_autoptr (MouRow) copy = mou_row_new (row->entity, mou_row_new_id (), row->parent, row->ordinal + 1, (const char *const *) row->values);
  g_autofree char *value = key >= 0 ? make_value (mou_field_get (row->entity, key), random) : NULL;
  g_autoptr (MouRow) added = value != NULL ? mou_row_with_value (copy, key, value) : mou_row_ref (copy);

  try_change (rows, NULL, added);
}

/* Under another group, perhaps into a circle with what the other side does. */
static void
regroup_something (MouRegister *rows, GRand *random)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new ();
  MouRow *row, *group;

  mou_register_visit (rows, collect_cb, all);
  for (guint i = all->len; i > 0; i--)
    if (((const MouRow *) g_ptr_array_index (all, i - 1))->entity != MOU_ENTITY_INDICATOR)
      g_ptr_array_remove_index (all, i - 1);
  if (all->len == 0)
    return;

  row = pick_from (all, random);
  group = pick_from (all, random);
  {
    g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, group->id);
    g_autoptr (MouRow) after = mou_row_with_value (row, MOU_INDICATOR_GROUP, id);

    try_change (rows, row, after);
  }
}

static MouRegister *
edit (MouRegister *base, GRand *random)
{
  MouRegister *rows = mou_register_copy (base);

  for (int i = 0; i < N_EDITS; i++)
    {
      const MouRow *row = pick_row (rows, random);
      int kind = g_rand_int_range (random, 0, 10);

      if (kind < 1 && row->entity != MOU_ENTITY_ORGANISATION && row->entity != MOU_ENTITY_AGREEMENT)
        remove_subtree (rows, row->id);
      else if (kind < 4)
        add_something (rows, random);
      else if (kind < 6)
        regroup_something (rows, random);
      else
        set_something (rows, random);
    }

  return rows;
}

/* A conflict says what became of that field: it was asked after, or it went with what was. */
static gboolean
is_listed (MouMerge *merged, gint64 row, int field)
{
  GPtrArray *conflicts = mou_merge_get_conflicts (merged);
  const MouConflict *cause = g_hash_table_lookup (merged->fates, &row);

  for (guint i = 0; i < conflicts->len; i++)
    {
      const MouConflict *conflict = g_ptr_array_index (conflicts, i);

      if (conflict->row == row && (conflict->field == MOU_CONFLICT_ROW || (conflict->field <= field && field <= conflict->last)))
        return TRUE;
      for (guint k = 0; conflict->work != NULL && k < conflict->work->len; k++)
        if (mou_change_get_row (g_ptr_array_index (conflict->work, k))->id == row)
          return TRUE;
    }

  return (cause != NULL && g_hash_table_contains (merged->asked, cause)) || _mou_merge_find_deletion (merged, MOU_MERGE_MINE, row) != NULL
         || _mou_merge_find_deletion (merged, MOU_MERGE_THEIRS, row) != NULL;
}

/* Whatever `changed` did to the base, where `other` left it alone, is in the result, or listed. */
static void
assert_nothing_lost (MouRegister *base, MouRegister *changed, MouRegister *other, MouRegister *result, MouMerge *merged)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();

  mou_register_visit (changed, collect_cb, rows);
  for (guint i = 0; i < rows->len; i++)
    {
      const MouRow *row = g_ptr_array_index (rows, i);
      const MouRow *before = mou_register_lookup (base, row->id);
      const MouRow *beside = mou_register_lookup (other, row->id);
      const MouRow *after = mou_register_lookup (result, row->id);

      if (before == NULL)
        g_assert_true (after != NULL || is_listed (merged, row->id, MOU_CONFLICT_ROW));
      for (int field = 0; field < (int) row->n_values; field++)
        {
          const char *was = before != NULL ? before->values[field] : NULL;

          if (g_strcmp0 (was, row->values[field]) == 0 || (beside != NULL && g_strcmp0 (was, beside->values[field]) != 0))
            continue;
          g_assert_true (is_listed (merged, row->id, field)
                         || (after != NULL && g_strcmp0 (after->values[field], row->values[field]) == 0));
        }
    }

  g_ptr_array_set_size (rows, 0);
  mou_register_visit (base, collect_cb, rows);
  for (guint i = 0; i < rows->len; i++)
    {
      gint64 id = ((const MouRow *) g_ptr_array_index (rows, i))->id;

      if (mou_register_lookup (changed, id) == NULL)
        g_assert_true (mou_register_lookup (result, id) == NULL || is_listed (merged, id, MOU_CONFLICT_ROW));
    }
}

/* Every field is as one of the two has it. */
static void
assert_nothing_made_up (MouRegister *mine, MouRegister *theirs, MouRegister *result)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();

  mou_register_visit (result, collect_cb, rows);
  for (guint i = 0; i < rows->len; i++)
    {
      const MouRow *row = g_ptr_array_index (rows, i);
      const MouRow *left = mou_register_lookup (mine, row->id);
      const MouRow *right = mou_register_lookup (theirs, row->id);

      for (guint field = 0; field < row->n_values; field++)
        g_assert_true ((left != NULL && g_strcmp0 (left->values[field], row->values[field]) == 0)
                       || (right != NULL && g_strcmp0 (right->values[field], row->values[field]) == 0));
    }
}

/* What is said of each conflict is so in the result. */
static void
assert_truthful (MouMerge *merged, MouRegister *result)
{
  GPtrArray *conflicts = mou_merge_get_conflicts (merged);

  for (guint i = 0; i < conflicts->len; i++)
    {
      const MouConflict *conflict = g_ptr_array_index (conflicts, i);
      const MouRow *taken = conflict->taken == MOU_MERGE_MINE ? conflict->mine : conflict->theirs;
      const MouRow *now = mou_register_lookup (result, conflict->row);

      if (conflict->moot)
        continue;
      g_assert_true ((now == NULL) == (taken == NULL));
      for (int field = conflict->field; now != NULL && field >= 0 && field <= conflict->last; field++)
        g_assert_cmpstr (now->values[field], ==, taken->values[field]);
    }
}

static void
check_merged (MouRegister *base, MouRegister *mine, MouMerge *merged)
{
  g_autoptr (MouRegister) result = apply (mine, mou_merge_get_changes (merged));
  g_autoptr (GError) error = NULL;

  mou_register_validate (result, &error);
  g_assert_no_error (error);
  assert_same (result, mou_merge_get_result (merged));
  assert_nothing_lost (base, mine, merged->theirs, result, merged);
  assert_nothing_lost (base, merged->theirs, mine, result, merged);
  assert_nothing_made_up (mine, merged->theirs, result);
  assert_truthful (merged, result);
}

static void
check_pair (MouRegister *base, MouRegister *mine, MouRegister *theirs, MouMergeSide winner)
{
  g_autoptr (MouMerge) merged = mou_merge_new (base, mine, theirs);
  g_autoptr (MouRegister) mirrored = NULL;

  mou_merge_set_default (merged, winner);
  check_merged (base, mine, merged);
  mirrored = merge (base, merged->theirs, mine, winner == MOU_MERGE_MINE ? MOU_MERGE_THEIRS : MOU_MERGE_MINE, NULL);
  assert_same (mou_merge_get_result (merged), mirrored);
}

static guint
count_overruled (GPtrArray *conflicts)
{
  guint n = 0;

  for (guint i = 0; i < conflicts->len; i++)
    {
      const MouConflict *conflict = g_ptr_array_index (conflicts, i);

      n += !conflict->moot && conflict->answered && conflict->taken != conflict->answer;
    }

  return n;
}

/* Answers one after the other, as a person gives them, with changes of mind; counts conflicts and those that were overruled. */
static void
check_answers (MouRegister *base, MouRegister *mine, MouRegister *theirs, GRand *random, guint *n_conflicts, guint *n_overruled)
{
  g_autoptr (MouMerge) merged = mou_merge_new (base, mine, theirs);
  GPtrArray *conflicts = mou_merge_get_conflicts (merged);

  for (guint i = 0; i < conflicts->len; i++)
    mou_merge_answer (merged, i, g_rand_boolean (random) ? MOU_MERGE_MINE : MOU_MERGE_THEIRS);
  check_merged (base, mine, merged);
  for (guint i = 0; i < 3 && conflicts->len > 0; i++)
    {
      guint before = conflicts->len;

      mou_merge_answer (merged, (guint) g_rand_int_range (random, 0, (gint32) conflicts->len),
                        g_rand_boolean (random) ? MOU_MERGE_MINE : MOU_MERGE_THEIRS);
      check_merged (base, mine, merged);
      g_assert_cmpuint (mou_merge_get_conflicts (merged)->len, >=, before);
    }
  *n_conflicts += conflicts->len;
  *n_overruled += count_overruled (conflicts);
}

static void
check_identities (MouRegister *base, MouRegister *mine)
{
  static const MouMergeSide winners[] = { MOU_MERGE_MINE, MOU_MERGE_THEIRS };

  for (guint i = 0; i < G_N_ELEMENTS (winners); i++)
    {
      guint n_conflicts[3];
      g_autoptr (MouRegister) with_itself = merge (base, mine, mine, winners[i], &n_conflicts[0]);
      g_autoptr (MouRegister) with_base = merge (base, mine, base, winners[i], &n_conflicts[1]);
      g_autoptr (MouRegister) into_base = merge (base, base, mine, winners[i], &n_conflicts[2]);

      g_assert_cmpuint (n_conflicts[0] + n_conflicts[1] + n_conflicts[2], ==, 0);
      assert_same (with_itself, mine);
      assert_same (with_base, mine);
      assert_same (into_base, mine);
    }
}

static void
test_random (void)
{
  const char *length = g_getenv ("MOU_TEST_LENGTH");
  guint32 n_pairs = length != NULL ? (guint32) g_ascii_strtoull (length, NULL, 10) : 60;
  guint n_conflicts = 0, n_overruled = 0;

  for (guint32 seed = 1; seed <= n_pairs; seed++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed (seed);
      g_autoptr (MouRegister) base = fixture_new_random (seed % 20 + 1);
      g_autoptr (MouRegister) mine = edit (base, random);
      g_autoptr (MouRegister) theirs = edit (base, random);

      g_test_message ("seed %u", seed);
      check_pair (base, mine, theirs, MOU_MERGE_MINE);
      check_pair (base, mine, theirs, MOU_MERGE_THEIRS);
      check_answers (base, mine, theirs, random, &n_conflicts, &n_overruled);
      if (seed % 10 == 0)
        check_identities (base, mine);
    }
  g_test_message ("%u conflicts, %u answers overruled", n_conflicts, n_overruled);
  g_assert_cmpuint (n_conflicts, >, n_pairs / 2);
  g_assert_cmpuint (n_overruled, <=, n_conflicts / 20 + 1); /* of a few, one is more than a twentieth */
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/merge/fields", test_fields);
  g_test_add_func ("/merge/deletion-against-edit", test_deletion_against_edit);
  g_test_add_func ("/merge/departments", test_departments);
  g_test_add_func ("/merge/cells", test_cells);
  g_test_add_func ("/merge/one-code-for-two", test_one_code_for_two);
  g_test_add_func ("/merge/two-way", test_two_way);
  g_test_add_func ("/merge/two-way-of-one", test_two_way_of_one);
  g_test_add_func ("/merge/one-id-for-two", test_one_id_for_two);
  g_test_add_func ("/merge/circle", test_circle);
  g_test_add_func ("/merge/overruled", test_overruled);
  g_test_add_func ("/merge/random", test_random);

  return g_test_run ();
}
