/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Every operation of an edit, what a roll-back leaves, and what commit refuses. */

#include "store-fixture.h"

/* What is in memory is what a fresh reading of the file gives. */
static void
assert_durable (StoreFixture *fixture)
{
  g_autofree char *before = store_fixture_dump (mou_store_get_register (fixture->store));
  store_fixture_reopen (fixture);
  g_autofree char *after = store_fixture_dump (mou_store_get_register (fixture->store));

  g_assert_cmpstr (before, ==, after);
}

static void
test_create_refuses_existing (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_autoptr (MouStore) second = mou_store_create (fixture->path, &error);
  g_assert_null (second);
  g_assert_error (error, MOU_STORE_ERROR, MOU_STORE_ERROR_SYSTEM);
}

static void
test_open_missing (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = store_fixture_build_path (fixture, "missing.mou");

  g_autoptr (MouStore) store = mou_store_open (path, &error);
  g_assert_null (store);
  g_assert_error (error, MOU_STORE_ERROR, MOU_STORE_ERROR_SYSTEM);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

static void
test_insert (StoreFixture *fixture, gconstpointer data)
{
  MouRegister *reg = mou_store_get_register (fixture->store);

  g_assert_cmpuint (mou_register_get_size (reg), ==, 8);
  g_assert_cmpint (mou_store_get_entry (fixture->store), ==, 1);
  g_assert_cmpstr (store_fixture_get (fixture->store, fixture->first, MOU_INDICATOR_NAME), ==, "น้ำสูญเสีย");
  g_assert_cmpuint (mou_register_get_children (reg, fixture->agreement, MOU_ENTITY_INDICATOR)->len, ==, 3);
  assert_durable (fixture);
  g_assert_cmpint (mou_store_get_entry (fixture->store), ==, 1);
}

static void
test_set (StoreFixture *fixture, gconstpointer data)
{
  g_assert_cmpint (store_fixture_set (fixture->store, fixture->first, MOU_INDICATOR_WEIGHT, " ๕๕.๕ "), ==, 2);
  g_assert_cmpstr (store_fixture_get (fixture->store, fixture->first, MOU_INDICATOR_WEIGHT), ==, "55.5");
  g_assert_cmpint (store_fixture_set (fixture->store, fixture->first, MOU_INDICATOR_NAME, NULL), ==, 3);
  g_assert_cmpstr (store_fixture_get (fixture->store, fixture->first, MOU_INDICATOR_NAME), ==, NULL);
  assert_durable (fixture);
}

static void
test_set_ordinal (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_autoptr (MouEdit) edit = store_fixture_begin (fixture->store, "Move up");
  g_assert_true (mou_edit_set_ordinal (edit, fixture->second, 0, &error));
  g_assert_true (mou_edit_commit (edit, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (mou_register_lookup (mou_store_get_register (fixture->store), fixture->second)->ordinal, ==, 0);
  assert_durable (fixture);
}

/* Deleting an indicator takes its level, and the result that another branch holds about it. */
static void
test_delete (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  MouRegister *reg = mou_store_get_register (fixture->store);

  g_autoptr (MouEdit) edit = store_fixture_begin (fixture->store, "Delete 1.1");
  g_assert_true (mou_edit_delete (edit, fixture->first, &error));
  g_assert_true (mou_edit_commit (edit, NULL, &error));
  g_assert_no_error (error);
  g_assert_null (mou_register_lookup (reg, fixture->first));
  g_assert_null (mou_register_lookup (reg, fixture->level));
  g_assert_null (mou_register_lookup (reg, fixture->result));
  g_assert_nonnull (mou_register_lookup (reg, fixture->second));
  assert_durable (fixture);
}

static void
test_empty (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 entry = -1;

  g_assert_cmpint (store_fixture_set (fixture->store, fixture->first, MOU_INDICATOR_WEIGHT, "60"), ==, 0);

  g_autoptr (MouEdit) edit = store_fixture_begin (fixture->store, "There and back");
  gint64 note = store_fixture_insert (edit, MOU_ENTITY_NOTE, fixture->agreement, MOU_NOTE_NUMBER, "1", MOU_NOTE_TEXT, "x", -1);
  g_assert_true (mou_edit_delete (edit, note, &error));
  g_assert_true (mou_edit_set (edit, fixture->first, MOU_INDICATOR_WEIGHT, "61", &error));
  g_assert_false (mou_edit_is_empty (edit));
  g_assert_true (mou_edit_set (edit, fixture->first, MOU_INDICATOR_WEIGHT, "60", &error));
  g_assert_true (mou_edit_is_empty (edit));
  g_assert_true (mou_edit_commit (edit, &entry, &error));
  g_assert_cmpint (entry, ==, 0);
  g_assert_cmpint (mou_store_get_entry (fixture->store), ==, 1);
}

static void
test_roll_back (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  MouRegister *reg = mou_store_get_register (fixture->store);
  g_autofree char *before = store_fixture_dump (reg);

  MouEdit *edit = store_fixture_begin (fixture->store, "Given up");
  gint64 mission = store_fixture_insert (edit, MOU_ENTITY_MISSION, fixture->agreement, MOU_TEXT_TEXT, "Water", -1);
  g_assert_nonnull (mou_register_lookup (reg, mission));
  g_assert_true (mou_edit_set (edit, fixture->second, MOU_INDICATOR_WEIGHT, "1", &error));
  g_assert_true (mou_edit_delete (edit, fixture->group, &error));
  g_assert_null (mou_register_lookup (reg, fixture->second));
  mou_edit_free (edit);

  g_autofree char *after = store_fixture_dump (reg);
  g_assert_cmpstr (before, ==, after);
  assert_durable (fixture);
  store_fixture_set (fixture->store, fixture->second, MOU_INDICATOR_WEIGHT, "2");
}

static void
test_one_at_a_time (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_autoptr (MouEdit) first = store_fixture_begin (fixture->store, "First");
  g_assert_true (mou_edit_is_empty (first));
  g_autoptr (MouEdit) second = mou_edit_begin (fixture->store, MOU_ENTRY_EDIT, "tester", "Second", &error);
  g_assert_null (second);
  g_assert_error (error, MOU_STORE_ERROR, MOU_STORE_ERROR_INVALID);
}

/* An operation that is refused leaves the edit as it was. */
static void
test_operation_refused (StoreFixture *fixture, gconstpointer data)
{
  const char *values[MOU_N_INDICATOR_FIELDS] = { NULL };
  g_autoptr (GError) error = NULL;

  g_autoptr (MouEdit) edit = store_fixture_begin (fixture->store, "Refused");
  g_assert_false (mou_edit_set (edit, fixture->first, MOU_INDICATOR_WEIGHT, "much", &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_assert_false (mou_edit_set (edit, fixture->first, MOU_INDICATOR_CODE, "", &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_assert_false (mou_edit_set (edit, 12345, MOU_INDICATOR_CODE, "9", &error));
  g_assert_error (error, MOU_STORE_ERROR, MOU_STORE_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_cmpint (mou_edit_insert (edit, MOU_ENTITY_INDICATOR, fixture->agreement, -1, values, &error), ==, 0);
  g_assert_nonnull (error);
  g_clear_error (&error);
  values[MOU_INDICATOR_CODE] = "9";
  values[MOU_INDICATOR_KIND] = "linear";
  g_assert_cmpint (mou_edit_insert (edit, MOU_ENTITY_INDICATOR, fixture->first, -1, values, &error), ==, 0);
  g_assert_error (error, MOU_STORE_ERROR, MOU_STORE_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (mou_edit_delete (edit, 12345, &error));
  g_assert_error (error, MOU_STORE_ERROR, MOU_STORE_ERROR_INVALID);
  g_assert_true (mou_edit_is_empty (edit));
}

typedef struct
{
  const char *name;
  void (*make) (StoreFixture *fixture, MouEdit *edit);
} Refusal;

static void
set_reference (MouEdit *edit, gint64 row, int field, gint64 target)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, target);

  mou_edit_set (edit, row, field, text, &error);
  g_assert_no_error (error);
}

static void
make_duplicate_code (StoreFixture *fixture, MouEdit *edit)
{
  mou_edit_set (edit, fixture->first, MOU_INDICATOR_CODE, "1.2", NULL);
}

static void
make_cycle (StoreFixture *fixture, MouEdit *edit)
{
  set_reference (edit, fixture->group, MOU_INDICATOR_GROUP, fixture->first);
}

static void
make_own_group (StoreFixture *fixture, MouEdit *edit)
{
  set_reference (edit, fixture->first, MOU_INDICATOR_GROUP, fixture->first);
}

static void
make_missing_reference (StoreFixture *fixture, MouEdit *edit)
{
  set_reference (edit, fixture->result, MOU_RESULT_INDICATOR, 4711);
}

static void
make_wrong_reference (StoreFixture *fixture, MouEdit *edit)
{
  set_reference (edit, fixture->result, MOU_RESULT_INDICATOR, fixture->agreement);
}

static void
make_deep_tree (StoreFixture *fixture, MouEdit *edit)
{
  gint64 above = fixture->first;

  for (int i = 0; i < 40; i++)
    {
      g_autofree char *code = g_strdup_printf ("deep %d", i);
      g_autofree char *group = g_strdup_printf ("%" G_GINT64_FORMAT, above);
      above = store_fixture_insert (edit, MOU_ENTITY_INDICATOR, fixture->agreement, MOU_INDICATOR_GROUP, group, MOU_INDICATOR_CODE, code,
                                    MOU_INDICATOR_KIND, "group", -1);
    }
}

/* A prepared change that takes a row away under its children. */
static void
make_orphans (StoreFixture *fixture, MouEdit *edit)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MouChange) change = mou_change_new (mou_register_lookup (mou_store_get_register (fixture->store), fixture->first), NULL);

  mou_edit_apply (edit, change, &error);
  g_assert_no_error (error);
}

/* A prepared change with a value that no typing could have produced. */
static void
make_uncanonical (StoreFixture *fixture, MouEdit *edit)
{
  g_autoptr (GError) error = NULL;
  MouRow *row = mou_register_lookup (mou_store_get_register (fixture->store), fixture->first);
  g_autoptr (MouRow) after = mou_row_with_value (row, MOU_INDICATOR_WEIGHT, "0060");
  g_autoptr (MouChange) change = mou_change_new (row, after);

  mou_edit_apply (edit, change, &error);
  g_assert_no_error (error);
}

static const Refusal refusals[] = {
  { "duplicate-code", make_duplicate_code },
  { "cycle", make_cycle },
  { "own-group", make_own_group },
  { "missing-reference", make_missing_reference },
  { "wrong-reference", make_wrong_reference },
  { "deep-tree", make_deep_tree },
  { "orphans", make_orphans },
  { "uncanonical", make_uncanonical },
};

static void
test_commit_refused (StoreFixture *fixture, gconstpointer data)
{
  const Refusal *refusal = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = store_fixture_dump (mou_store_get_register (fixture->store));

  MouEdit *edit = store_fixture_begin (fixture->store, refusal->name);
  refusal->make (fixture, edit);
  g_assert_false (mou_edit_commit (edit, NULL, &error));
  g_assert_nonnull (error);
  mou_edit_free (edit);

  g_autofree char *after = store_fixture_dump (mou_store_get_register (fixture->store));
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpint (mou_store_get_entry (fixture->store), ==, 1);
  assert_durable (fixture);
  g_assert_cmpint (store_fixture_set (fixture->store, fixture->first, MOU_INDICATOR_WEIGHT, "61"), ==, 2);
}

/* Renaming 1.1 to 1.2 and 1.2 to 1.1 is fine as a whole, though not half-way. */
static void
test_swap_codes (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_autoptr (MouEdit) edit = store_fixture_begin (fixture->store, "Swap");
  g_assert_true (mou_edit_set (edit, fixture->first, MOU_INDICATOR_CODE, "1.2", &error));
  g_assert_true (mou_edit_set (edit, fixture->second, MOU_INDICATOR_CODE, "1.1", &error));
  g_assert_true (mou_edit_commit (edit, NULL, &error));
  g_assert_no_error (error);
  assert_durable (fixture);
}

static void
test_apply_stale (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MouRow) row = mou_row_ref (mou_register_lookup (mou_store_get_register (fixture->store), fixture->first));
  g_autoptr (MouRow) after = mou_row_with_value (row, MOU_INDICATOR_WEIGHT, "10");
  g_autoptr (MouChange) change = mou_change_new (row, after);

  store_fixture_set (fixture->store, fixture->first, MOU_INDICATOR_WEIGHT, "20");
  g_autoptr (MouEdit) edit = store_fixture_begin (fixture->store, "Stale");
  g_assert_false (mou_edit_apply (edit, change, &error));
  g_assert_error (error, MOU_STORE_ERROR, MOU_STORE_ERROR_INVALID);
}

#define ADD(name, function) g_test_add ("/store/edit/" name, StoreFixture, NULL, store_fixture_set_up, function, store_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("create-refuses-existing", test_create_refuses_existing);
  ADD ("open-missing", test_open_missing);
  ADD ("insert", test_insert);
  ADD ("set", test_set);
  ADD ("set-ordinal", test_set_ordinal);
  ADD ("delete", test_delete);
  ADD ("empty", test_empty);
  ADD ("roll-back", test_roll_back);
  ADD ("one-at-a-time", test_one_at_a_time);
  ADD ("operation-refused", test_operation_refused);
  ADD ("swap-codes", test_swap_codes);
  ADD ("apply-stale", test_apply_stale);
  for (guint i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      g_autofree char *path = g_strdup_printf ("/store/edit/commit-refused/%s", refusals[i].name);
      g_test_add (path, StoreFixture, &refusals[i], store_fixture_set_up, test_commit_refused, store_fixture_tear_down);
    }

  return g_test_run ();
}
