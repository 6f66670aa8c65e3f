/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The indices of a register follow every change; walks give printed order and whole subtrees. */

#include "register-fixture.h"

static char *
join_keys (GPtrArray *rows)
{
  g_autoptr (GString) keys = g_string_new (NULL);

  for (guint i = 0; i < rows->len; i++)
    {
      const MouRow *row = g_ptr_array_index (rows, i);
      int key = mou_field_find_key (row->entity);

      g_string_append_printf (keys, "%s%s", keys->len > 0 ? " " : "", key >= 0 ? mou_row_get (row, key) : "?");
    }

  return g_string_free (g_steal_pointer (&keys), FALSE);
}

static void
assert_keys (GPtrArray *rows, const char *expected)
{
  g_autofree char *keys = join_keys (rows);

  g_assert_cmpstr (keys, ==, expected);
}

static void
move (MouRegister *rows, gint64 id, gint64 ordinal)
{
  MouRow *before = mou_register_lookup (rows, id);
  g_autoptr (MouRow) after = mou_row_with_ordinal (before, ordinal);
  g_autoptr (MouChange) change = mou_change_new (before, after);

  mou_register_apply (rows, change);
}

static void
test_lookup (void)
{
  g_autoptr (MouRegister) rows = fixture_new_sample (FALSE);
  gint64 id = fixture_get_indicator (rows, "2.4");

  g_assert_cmpint (mou_register_lookup (rows, id)->id, ==, id);
  g_assert_null (mou_register_lookup (rows, 1));
  g_assert_null (mou_register_find (rows, fixture_get_agreement (rows), MOU_ENTITY_INDICATOR, "9.9"));
  g_assert_cmpuint (mou_register_get_children (rows, 1, MOU_ENTITY_LEVEL)->len, ==, 0);
}

static void
test_order (void)
{
  g_autoptr (MouRegister) rows = mou_register_new ();
  gint64 agreement = fixture_add_agreement (rows);
  gint64 a = fixture_add (rows, MOU_ENTITY_INDICATOR, agreement, "code", "a", "kind", "linear", NULL);
  gint64 b = fixture_add (rows, MOU_ENTITY_INDICATOR, agreement, "code", "b", "kind", "linear", NULL);
  gint64 c = fixture_add (rows, MOU_ENTITY_INDICATOR, agreement, "code", "c", "kind", "linear", NULL);

  assert_keys (mou_register_get_children (rows, agreement, MOU_ENTITY_INDICATOR), "a b c");
  move (rows, c, 0);
  assert_keys (mou_register_get_children (rows, agreement, MOU_ENTITY_INDICATOR), "c a b");
  move (rows, a, 0);
  assert_keys (mou_register_get_children (rows, agreement, MOU_ENTITY_INDICATOR), a < c ? "a c b" : "c a b");
  fixture_remove (rows, b);
  assert_keys (mou_register_get_children (rows, agreement, MOU_ENTITY_INDICATOR), a < c ? "a c" : "c a");
}

static void
test_groups (void)
{
  g_autoptr (MouRegister) rows = fixture_new_sample (FALSE);
  gint64 agreement = fixture_get_agreement (rows);
  gint64 group = fixture_get_indicator (rows, "2");
  g_autoptr (GPtrArray) roots = mou_register_list_group (rows, agreement, 0);
  g_autoptr (GPtrArray) members = mou_register_list_group (rows, agreement, group);
  g_autoptr (GPtrArray) left = NULL;

  assert_keys (roots, "1 2 3");
  assert_keys (members, "2.2 2.3 2.4");

  fixture_set (rows, fixture_get_indicator (rows, "2.3"), "group", NULL);
  left = mou_register_list_group (rows, agreement, group);
  assert_keys (left, "2.2 2.4");
}

/* More indicators than are searched one by one, so the index by key must follow what happens to the list. */
static void
test_find_follows_changes (void)
{
  g_autoptr (MouRegister) rows = fixture_new_large (100);
  gint64 agreement = fixture_get_agreement (rows);
  gint64 id = fixture_get_indicator (rows, "3.7");
  gint64 twin;

  fixture_set (rows, id, "code", "new");
  g_assert_null (mou_register_find (rows, agreement, MOU_ENTITY_INDICATOR, "3.7"));
  g_assert_cmpint (fixture_get_indicator (rows, "new"), ==, id);

  twin = fixture_add (rows, MOU_ENTITY_INDICATOR, agreement, "code", "new", "kind", "linear", NULL);
  g_assert_cmpint (fixture_get_indicator (rows, "new"), ==, id);
  fixture_remove (rows, id);
  g_assert_cmpint (fixture_get_indicator (rows, "new"), ==, twin);
  fixture_remove (rows, twin);
  g_assert_null (mou_register_find (rows, agreement, MOU_ENTITY_INDICATOR, "new"));
  g_assert_nonnull (mou_register_find (rows, agreement, MOU_ENTITY_INDICATOR, "5.20"));
}

static void
append_visit (MouRow *row, int depth, gpointer data)
{
  int key = mou_field_find_key (row->entity);

  if (row->entity == MOU_ENTITY_INDICATOR || row->entity == MOU_ENTITY_AGREEMENT || row->entity == MOU_ENTITY_LEVEL)
    g_string_append_printf (data, "%d:%s ", depth, mou_row_get (row, key));
}

static void
test_visit (void)
{
  static const FixtureIndicator indicators[] = {
    { "1", NULL, "group" },
    { "2", NULL, "linear", NULL, NULL, { "5", "6" } },
    { "1.1", NULL, "linear", NULL, NULL, { "7" } },
    { "3", NULL, "linear" },
    { "1.2", NULL, "linear" },
  };
  g_autoptr (MouRegister) rows = mou_register_new ();
  g_autoptr (GString) order = g_string_new (NULL);

  fixture_add_indicators (rows, fixture_add_agreement (rows), indicators, G_N_ELEMENTS (indicators));
  mou_register_visit (rows, append_visit, order);

  g_assert_cmpstr (order->str, ==, "1:2567 2:1 3:1.1 4:1 3:1.2 2:2 3:1 3:2 2:3 ");
}

static void
count_visit (MouRow *row, int depth, gpointer data)
{
  (*(guint *) data)++;
}

/* Deleting a subtree backwards must never leave a row whose parent or target is gone. */
static void
assert_removable (MouRegister *rows, gint64 top)
{
  g_autoptr (GPtrArray) subtree = mou_register_list_subtree (rows, top);

  g_assert_cmpint (((MouRow *) g_ptr_array_index (subtree, 0))->id, ==, top);
  for (guint i = subtree->len; i > 0; i--)
    {
      g_autoptr (GPtrArray) alone = NULL;
      gint64 id = ((MouRow *) g_ptr_array_index (subtree, i - 1))->id;

      alone = mou_register_list_subtree (rows, id);
      g_assert_cmpuint (alone->len, ==, 1);
      fixture_remove (rows, id);
    }
}

static void
test_subtree (void)
{
  g_autoptr (MouRegister) rows = fixture_new_sample (FALSE);
  gint64 agreement = fixture_get_agreement (rows);
  g_autofree char *physical = g_strdup_printf ("%" G_GINT64_FORMAT, fixture_get_indicator (rows, "2.2.1"));
  g_autofree char *loss = g_strdup_printf ("%" G_GINT64_FORMAT, fixture_get_indicator (rows, "2.4"));
  gint64 assessment = fixture_add (rows, MOU_ENTITY_ASSESSMENT, agreement, "name", "x", "kind", "self", "period", "year", NULL);
  gint64 result = fixture_add (rows, MOU_ENTITY_RESULT, assessment, "indicator", physical, "value", "97", NULL);
  gint64 evidence = fixture_add (rows, MOU_ENTITY_EVIDENCE, result, "text", "report", NULL);
  gint64 other = fixture_add (rows, MOU_ENTITY_RESULT, assessment, "indicator", loss, "value", "27", NULL);
  gint64 deduction = fixture_add (rows, MOU_ENTITY_DEDUCTION, assessment, "indicator", physical, "amount", "0.25", NULL);
  guint size = mou_register_get_size (rows);

  /* 2.2 and 2.2.1 with four levels and five years; result, evidence, deduction */
  assert_removable (rows, fixture_get_indicator (rows, "2.2"));
  g_assert_cmpuint (size - mou_register_get_size (rows), ==, 2 + 4 + 5 + 3);
  g_assert_null (mou_register_lookup (rows, result));
  g_assert_null (mou_register_lookup (rows, evidence));
  g_assert_null (mou_register_lookup (rows, deduction));
  g_assert_nonnull (mou_register_lookup (rows, other));
}

/* A member that stands before its group in the agreement's list still goes first when all is deleted. */
static void
test_subtree_of_agreement (void)
{
  g_autoptr (MouRegister) rows = fixture_new_sample (FALSE);

  move (rows, fixture_get_indicator (rows, "2.2.1"), 0);
  assert_removable (rows, fixture_get_agreement (rows));
  g_assert_cmpuint (mou_register_get_size (rows), ==, 1);
}

static void
test_copy (void)
{
  g_autoptr (MouRegister) rows = fixture_new_sample (FALSE);
  g_autoptr (MouRegister) copy = mou_register_copy (rows);
  gint64 id = fixture_get_indicator (rows, "1.1");
  guint visited = 0;

  fixture_set (copy, id, "weight", "99");
  g_assert_cmpstr (mou_row_get (mou_register_lookup (rows, id), MOU_INDICATOR_WEIGHT), ==, "10");
  g_assert_cmpstr (mou_row_get (mou_register_lookup (copy, id), MOU_INDICATOR_WEIGHT), ==, "99");
  mou_register_visit (copy, count_visit, &visited);
  g_assert_cmpuint (visited, ==, mou_register_get_size (rows));
}

/* Applying the inverse of changes gives back the same rows in the same order. */
static void
test_undo (void)
{
  g_autoptr (MouRegister) rows = fixture_new_sample (FALSE);
  gint64 agreement = fixture_get_agreement (rows);
  MouRow *row = mou_register_lookup (rows, fixture_get_indicator (rows, "1.1"));
  g_autoptr (MouRow) renamed = mou_row_with_value (row, MOU_INDICATOR_CODE, "9");
  g_autoptr (MouRow) last = mou_row_with_ordinal (renamed, 1000);
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func ((GDestroyNotify) mou_change_free);
  g_autoptr (GPtrArray) inverse = NULL;
  g_autofree char *before = join_keys (mou_register_get_children (rows, agreement, MOU_ENTITY_INDICATOR));

  g_ptr_array_add (changes, mou_change_new (row, last));
  mou_register_apply (rows, g_ptr_array_index (changes, 0));
  g_assert_cmpint (fixture_get_indicator (rows, "9"), ==, last->id);
  inverse = mou_change_list_invert (changes);
  mou_register_apply (rows, g_ptr_array_index (inverse, 0));
  assert_keys (mou_register_get_children (rows, agreement, MOU_ENTITY_INDICATOR), before);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/register/lookup", test_lookup);
  g_test_add_func ("/register/order", test_order);
  g_test_add_func ("/register/groups", test_groups);
  g_test_add_func ("/register/find", test_find_follows_changes);
  g_test_add_func ("/register/visit", test_visit);
  g_test_add_func ("/register/subtree", test_subtree);
  g_test_add_func ("/register/subtree-of-agreement", test_subtree_of_agreement);
  g_test_add_func ("/register/copy", test_copy);
  g_test_add_func ("/register/undo", test_undo);

  return g_test_run ();
}
