/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Rows are immutable values; changes are pairs of them and can be inverted. */

#include "mou-change.h"

static const char *const level_values[MOU_N_LEVEL_FIELDS] = { "4", NULL, "26.10", "" };

static void
test_values (void)
{
  g_autoptr (MouRow) row = mou_row_new (MOU_ENTITY_LEVEL, 7, 3, 2, level_values);

  g_assert_cmpuint (row->n_values, ==, MOU_N_LEVEL_FIELDS);
  g_assert_cmpint (mou_row_get_integer (row, MOU_LEVEL_NUMBER, -1), ==, 4);
  g_assert_cmpint (mou_row_get_integer (row, MOU_LEVEL_OP, -1), ==, -1);
  g_assert_cmpstr (mou_row_get (row, MOU_LEVEL_VALUE), ==, "26.10");
  g_assert_cmpstr (mou_row_get (row, MOU_LEVEL_TEXT), ==, "");
  g_assert_null (mou_row_get (row, MOU_LEVEL_OP));
}

static void
test_absent_values (void)
{
  g_autoptr (MouRow) row = mou_row_new (MOU_ENTITY_RESULT, 7, 3, 0, NULL);

  for (int i = 0; i < MOU_N_RESULT_FIELDS; i++)
    g_assert_null (mou_row_get (row, i));
  g_assert_cmpint (mou_row_get_reference (row, MOU_RESULT_INDICATOR), ==, 0);
}

static void
test_copies (void)
{
  g_autoptr (MouRow) row = mou_row_new (MOU_ENTITY_LEVEL, 7, 3, 2, level_values);
  g_autoptr (MouRow) valued = mou_row_with_value (row, MOU_LEVEL_VALUE, "26.00");
  g_autoptr (MouRow) cleared = mou_row_with_value (row, MOU_LEVEL_VALUE, NULL);
  g_autoptr (MouRow) moved = mou_row_with_ordinal (row, 9);
  g_autoptr (MouRow) back = mou_row_with_value (valued, MOU_LEVEL_VALUE, "26.10");

  g_assert_cmpstr (mou_row_get (row, MOU_LEVEL_VALUE), ==, "26.10");
  g_assert_cmpstr (mou_row_get (valued, MOU_LEVEL_VALUE), ==, "26.00");
  g_assert_cmpstr (mou_row_get (valued, MOU_LEVEL_NUMBER), ==, "4");
  g_assert_null (mou_row_get (cleared, MOU_LEVEL_VALUE));
  g_assert_cmpint (moved->ordinal, ==, 9);
  g_assert_true (mou_row_equal (row, back));
  g_assert_false (mou_row_equal (row, valued));
  g_assert_false (mou_row_equal (row, cleared));
  g_assert_false (mou_row_equal (row, moved));
}

static void
test_ids (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < 10000; i++)
    {
      gint64 id = mou_row_new_id ();

      g_assert_cmpint (id, >, 0);
      g_assert_cmpint (id, <, G_GINT64_CONSTANT (1) << 53);
      g_assert_true (g_hash_table_add (seen, g_memdup2 (&id, sizeof id)));
    }
}

static void
test_invert (void)
{
  g_autoptr (MouRow) before = mou_row_new (MOU_ENTITY_LEVEL, 7, 3, 2, level_values);
  g_autoptr (MouRow) after = mou_row_with_value (before, MOU_LEVEL_VALUE, "26.00");
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func ((GDestroyNotify) mou_change_free);
  g_autoptr (GPtrArray) inverse = NULL;
  const MouChange *first, *second;

  g_ptr_array_add (changes, mou_change_new (NULL, before));
  g_ptr_array_add (changes, mou_change_new (before, after));
  inverse = mou_change_list_invert (changes);

  first = g_ptr_array_index (inverse, 0);
  second = g_ptr_array_index (inverse, 1);
  g_assert_cmpuint (inverse->len, ==, 2);
  g_assert_true (first->before == after && first->after == before);
  g_assert_true (second->before == before && second->after == NULL);
  g_assert_true (mou_change_get_row (first) == before);
  g_assert_true (mou_change_get_row (second) == before);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/row/values", test_values);
  g_test_add_func ("/row/absent-values", test_absent_values);
  g_test_add_func ("/row/copies", test_copies);
  g_test_add_func ("/row/ids", test_ids);
  g_test_add_func ("/change/invert", test_invert);

  return g_test_run ();
}
