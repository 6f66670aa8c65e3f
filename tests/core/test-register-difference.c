/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The difference of two registers, applied to the first, gives the second; and touches nothing that need not change. */

#include "mou-canon.h"
#include "register-fixture.h"

#define N_PAIRS 60

static void
apply_all (MouRegister *rows, GPtrArray *changes)
{
  for (guint i = 0; i < changes->len; i++)
    mou_register_apply (rows, g_ptr_array_index (changes, i));
}

static void
assert_valid (MouRegister *rows)
{
  g_autoptr (GError) error = NULL;

  mou_register_validate (rows, &error);
  g_assert_no_error (error);
}

static void
assert_same_text (MouRegister *a, MouRegister *b)
{
  g_autofree char *left = mou_canon_register_text (a);
  g_autofree char *right = mou_canon_register_text (b);

  g_assert_cmpstr (left, ==, right);
}

static void
assert_no_difference (MouRegister *rows, MouRegister *other)
{
  g_autoptr (GPtrArray) changes = mou_register_difference (rows, other, FALSE);

  g_assert_cmpuint (changes->len, ==, 0);
}

static void
test_becomes_the_other (void)
{
  for (guint32 seed = 1; seed <= N_PAIRS; seed++)
    {
      g_autoptr (MouRegister) mine = fixture_new_random (seed);
      g_autoptr (MouRegister) theirs = fixture_new_random (seed + N_PAIRS);
      g_autoptr (GPtrArray) changes = mou_register_difference (mine, theirs, TRUE);
      g_autoptr (GPtrArray) inverse = NULL;
      g_autoptr (MouRegister) original = mou_register_copy (mine);

      assert_valid (mine);
      apply_all (mine, changes);
      assert_valid (mine);
      assert_same_text (mine, theirs);
      assert_no_difference (mine, theirs);

      inverse = mou_change_list_invert (changes);
      apply_all (mine, inverse);
      assert_same_text (mine, original);
    }
}

static void
note_row (MouRow *row, int depth, gpointer data)
{
  g_hash_table_add (data, &row->id);
}

/* Without removal every row of mine is still there, and all of theirs is: importing it again changes nothing. */
static void
test_adds_the_other (void)
{
  for (guint32 seed = 1; seed <= N_PAIRS; seed++)
    {
      g_autoptr (MouRegister) mine = fixture_new_random (seed);
      g_autoptr (MouRegister) theirs = fixture_new_random (seed + N_PAIRS);
      g_autoptr (MouRegister) original = mou_register_copy (mine);
      g_autoptr (GPtrArray) changes = mou_register_difference (mine, theirs, FALSE);
      g_autoptr (GHashTable) ids = g_hash_table_new (g_int64_hash, g_int64_equal);
      GHashTableIter iter;
      gpointer id;

      apply_all (mine, changes);
      assert_valid (mine);
      assert_no_difference (mine, theirs);
      mou_register_visit (original, note_row, ids);
      g_hash_table_iter_init (&iter, ids);
      while (g_hash_table_iter_next (&iter, &id, NULL))
        g_assert_nonnull (mou_register_lookup (mine, *(gint64 *) id));
    }
}

static void
test_into_empty (void)
{
  g_autoptr (MouRegister) mine = mou_register_new ();
  g_autoptr (MouRegister) theirs = fixture_new_random (7);
  g_autoptr (GPtrArray) changes = mou_register_difference (mine, theirs, FALSE);

  g_assert_cmpuint (changes->len, ==, mou_register_get_size (theirs));
  apply_all (mine, changes);
  assert_same_text (mine, theirs);
}

static void
test_one_value (void)
{
  g_autoptr (MouRegister) mine = fixture_new_sample (TRUE);
  g_autoptr (MouRegister) theirs = fixture_new_sample (FALSE);
  g_autoptr (GPtrArray) changes = mou_register_difference (mine, theirs, TRUE);

  g_assert_cmpuint (changes->len, ==, 4);
  for (guint i = 0; i < changes->len; i++)
    {
      const MouChange *change = g_ptr_array_index (changes, i);

      g_assert_true (change->before != NULL && change->after != NULL);
      g_assert_cmpint (change->before->ordinal, ==, change->after->ordinal);
    }
}

/* An indicator is the same by its code, whatever group it stands in, and keeps its id when it moves. */
static void
test_moved_to_another_group (void)
{
  g_autoptr (MouRegister) mine = fixture_new_sample (FALSE);
  g_autoptr (MouRegister) theirs = fixture_new_sample (FALSE);
  g_autofree char *group = g_strdup_printf ("%" G_GINT64_FORMAT, fixture_get_indicator (theirs, "1"));
  gint64 id = fixture_get_indicator (mine, "2.4");
  g_autoptr (GPtrArray) changes = NULL;

  fixture_set (theirs, fixture_get_indicator (theirs, "2.4"), "group", group);
  changes = mou_register_difference (mine, theirs, TRUE);
  g_assert_cmpuint (changes->len, ==, 1);
  apply_all (mine, changes);
  g_assert_cmpint (fixture_get_indicator (mine, "2.4"), ==, id);
  g_assert_cmpint (mou_row_get_reference (mou_register_lookup (mine, id), MOU_INDICATOR_GROUP), ==, fixture_get_indicator (mine, "1"));
}

/* Turning a group and its member round must not make a circle on the way. */
static void
test_turned_round (void)
{
  static const FixtureIndicator inner[] = { { "a", NULL, "group" }, { "a.b", NULL, "group" } };
  g_autoptr (MouRegister) mine = mou_register_new ();
  g_autoptr (MouRegister) theirs = mou_register_new ();
  g_autofree char *group = NULL;
  g_autoptr (GPtrArray) changes = NULL;

  fixture_add_indicators (mine, fixture_add_agreement (mine), inner, 2);
  fixture_add_indicators (theirs, fixture_add_agreement (theirs), inner, 2);
  fixture_set (theirs, fixture_get_indicator (theirs, "a.b"), "group", NULL);
  group = g_strdup_printf ("%" G_GINT64_FORMAT, fixture_get_indicator (theirs, "a.b"));
  fixture_set (theirs, fixture_get_indicator (theirs, "a"), "group", group);

  changes = mou_register_difference (mine, theirs, TRUE);
  g_assert_cmpuint (changes->len, ==, 2);
  for (guint i = 0; i < changes->len; i++)
    {
      mou_register_apply (mine, g_ptr_array_index (changes, i));
      assert_valid (mine);
    }
}

/* A row between two others takes an ordinal between theirs where there is room, and moves the others where there is none. */
static void
test_places (void)
{
  static const FixtureIndicator two[] = { { "a", NULL, "linear" }, { "c", NULL, "linear" } };
  static const FixtureIndicator three[] = { { "a", NULL, "linear" }, { "b", NULL, "linear" }, { "c", NULL, "linear" } };
  g_autoptr (MouRegister) theirs = mou_register_new ();

  fixture_add_indicators (theirs, fixture_add_agreement (theirs), three, 3);
  for (gint64 room = 1; room <= 2; room++)
    {
      g_autoptr (MouRegister) mine = mou_register_new ();
      g_autoptr (GPtrArray) changes = NULL;

      fixture_add_indicators (mine, fixture_add_agreement (mine), two, 2);
      if (room == 2)
        {
          MouRow *row = mou_register_lookup (mine, fixture_get_indicator (mine, "c"));
          g_autoptr (MouRow) moved = mou_row_with_ordinal (row, 3);
          g_autoptr (MouChange) change = mou_change_new (row, moved);

          mou_register_apply (mine, change);
        }
      changes = mou_register_difference (mine, theirs, FALSE);
      g_assert_cmpuint (changes->len, ==, room == 2 ? 1 : 2);
      apply_all (mine, changes);
      assert_same_text (mine, theirs);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/difference/becomes-the-other", test_becomes_the_other);
  g_test_add_func ("/difference/adds-the-other", test_adds_the_other);
  g_test_add_func ("/difference/into-empty", test_into_empty);
  g_test_add_func ("/difference/one-value", test_one_value);
  g_test_add_func ("/difference/moved", test_moved_to_another_group);
  g_test_add_func ("/difference/turned-round", test_turned_round);
  g_test_add_func ("/difference/places", test_places);

  return g_test_run ();
}
