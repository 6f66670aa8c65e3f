/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The journal says what happened; undo and redo go by it, also after closing; random walks never reach a wrong state. */

#include "store-fixture.h"

static void
undo (MouStore *store, gint64 expected)
{
  g_autoptr (GError) error = NULL;
  gint64 entry = -1;

  g_assert_true (mou_journal_undo (store, "tester", &entry, &error));
  g_assert_no_error (error);
  g_assert_cmpint (entry, ==, expected);
}

static void
redo (MouStore *store, gint64 expected)
{
  g_autoptr (GError) error = NULL;
  gint64 entry = -1;

  g_assert_true (mou_journal_redo (store, "tester", &entry, &error));
  g_assert_no_error (error);
  g_assert_cmpint (entry, ==, expected);
}

static void
test_lines (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  gint64 entry = store_fixture_set (fixture->store, fixture->first, MOU_INDICATOR_WEIGHT, "55");
  g_autoptr (GPtrArray) lines = mou_journal_list_changes (fixture->store, entry, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (lines->len, ==, 1);
  const MouJournalChange *line = g_ptr_array_index (lines, 0);
  g_assert_cmpint (line->entity, ==, MOU_ENTITY_INDICATOR);
  g_assert_cmpint (line->row, ==, fixture->first);
  g_assert_cmpint (line->op, ==, 'u');
  g_assert_cmpstr (line->field, ==, "weight");
  g_assert_cmpstr (line->old_value, ==, "60");
  g_assert_cmpstr (line->new_value, ==, "55");
}

/* Typing into one cell again and again within one edit leaves one line. */
static void
test_lines_are_joined (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 entry;

  g_autoptr (MouEdit) edit = store_fixture_begin (fixture->store, "Add a level and fill it");
  gint64 level = store_fixture_insert (edit, MOU_ENTITY_LEVEL, fixture->second, MOU_LEVEL_NUMBER, "1", -1);
  g_assert_true (mou_edit_set (edit, level, MOU_LEVEL_VALUE, "1", &error));
  g_assert_true (mou_edit_set (edit, level, MOU_LEVEL_VALUE, "12", &error));
  g_assert_true (mou_edit_commit (edit, &entry, &error));
  g_autoptr (GPtrArray) lines = mou_journal_list_changes (fixture->store, entry, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (lines->len, ==, 4); /* parent, ordinal, number, value */
  g_assert_cmpint (((MouJournalChange *) g_ptr_array_index (lines, 3))->op, ==, 'i');
  g_assert_cmpstr (((MouJournalChange *) g_ptr_array_index (lines, 3))->new_value, ==, "12");
}

static void
test_list (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  store_fixture_set (fixture->store, fixture->first, MOU_INDICATOR_WEIGHT, "55");
  undo (fixture->store, 3);
  g_autoptr (GPtrArray) entries = mou_journal_list (fixture->store, 2, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (entries->len, ==, 2);
  const MouJournalEntry *newest = g_ptr_array_index (entries, 0), *older = g_ptr_array_index (entries, 1);
  g_assert_cmpint (newest->entry, ==, 3);
  g_assert_cmpint (newest->kind, ==, MOU_ENTRY_UNDO);
  g_assert_cmpint (newest->undoes, ==, 2);
  g_assert_cmpstr (newest->author, ==, "tester");
  g_assert_cmpstr (newest->label, ==, "Set a field");
  g_assert_cmpuint (strlen (newest->hash), ==, 64);
  g_assert_cmpuint (strlen (newest->at), ==, 20);
  g_assert_cmpint (older->entry, ==, 2);
  g_autoptr (GPtrArray) all = mou_journal_list (fixture->store, 0, &error);
  g_assert_cmpuint (all->len, ==, 3);
}

/* Do, undo, redo for each operation, with the store closed in between; the state is compared each time. */
typedef struct
{
  const char *name;
  void (*make) (StoreFixture *fixture, MouEdit *edit);
} Operation;

static void
make_insert (StoreFixture *fixture, MouEdit *edit)
{
  store_fixture_insert (edit, MOU_ENTITY_MEASURE, fixture->first, MOU_MEASURE_UNIT, "km", -1);
  store_fixture_insert (edit, MOU_ENTITY_ORGANISATION, 0, MOU_ORGANISATION_NAME, "Other", MOU_ORGANISATION_ABBREVIATION, "O",
                        MOU_ORGANISATION_FISCAL_YEAR_START_MONTH, "1", -1);
}

static void
make_bare_insert (StoreFixture *fixture, MouEdit *edit)
{
  store_fixture_insert (edit, MOU_ENTITY_MEASURE, fixture->first, -1);
}

static void
make_set (StoreFixture *fixture, MouEdit *edit)
{
  g_assert_true (mou_edit_set (edit, fixture->first, MOU_INDICATOR_NAME, NULL, NULL));
  g_assert_true (mou_edit_set (edit, fixture->second, MOU_INDICATOR_NAME, "ก", NULL));
  g_assert_true (mou_edit_set (edit, fixture->first, MOU_INDICATOR_DECIMALS, "2", NULL));
}

static void
make_move (StoreFixture *fixture, MouEdit *edit)
{
  g_assert_true (mou_edit_set_ordinal (edit, fixture->second, 0, NULL));
  g_assert_true (mou_edit_set (edit, fixture->second, MOU_INDICATOR_GROUP, NULL, NULL));
}

static void
make_delete (StoreFixture *fixture, MouEdit *edit)
{
  g_assert_true (mou_edit_delete (edit, fixture->organisation, NULL));
}

static void
make_mixture (StoreFixture *fixture, MouEdit *edit)
{
  gint64 note = store_fixture_insert (edit, MOU_ENTITY_NOTE, fixture->agreement, MOU_NOTE_NUMBER, "1", MOU_NOTE_TEXT, "a", -1);
  g_assert_true (mou_edit_set (edit, fixture->first, MOU_INDICATOR_WEIGHT, "1", NULL));
  g_assert_true (mou_edit_set (edit, note, MOU_NOTE_TEXT, "b", NULL));
  g_assert_true (mou_edit_set (edit, fixture->first, MOU_INDICATOR_WEIGHT, "2", NULL));
  g_assert_true (mou_edit_delete (edit, fixture->second, NULL));
  g_assert_true (mou_edit_set (edit, note, MOU_NOTE_TEXT, "c", NULL));
  g_assert_true (mou_edit_delete (edit, fixture->first, NULL));
}

static const Operation operations[] = {
  { "insert", make_insert }, { "bare-insert", make_bare_insert }, { "set", make_set },
  { "move", make_move },     { "delete", make_delete },           { "mixture", make_mixture },
};

static void
assert_state (StoreFixture *fixture, const char *expected)
{
  g_autofree char *found = store_fixture_dump (mou_store_get_register (fixture->store));
  g_assert_cmpstr (found, ==, expected);

  store_fixture_reopen (fixture);
  g_autofree char *reopened = store_fixture_dump (mou_store_get_register (fixture->store));
  g_assert_cmpstr (reopened, ==, expected);
}

static void
test_do_undo_redo (StoreFixture *fixture, gconstpointer data)
{
  const Operation *operation = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = store_fixture_dump (mou_store_get_register (fixture->store));

  MouEdit *edit = store_fixture_begin (fixture->store, operation->name);
  operation->make (fixture, edit);
  mou_edit_commit (edit, NULL, &error);
  g_assert_no_error (error);
  mou_edit_free (edit);
  g_autofree char *after = store_fixture_dump (mou_store_get_register (fixture->store));
  g_assert_cmpstr (before, !=, after);
  assert_state (fixture, after);

  undo (fixture->store, 3);
  assert_state (fixture, before);
  redo (fixture->store, 4);
  assert_state (fixture, after);
  undo (fixture->store, 5);
  assert_state (fixture, before);
  g_assert_true (mou_journal_verify (fixture->store, &error));
  g_assert_no_error (error);
}

static void
test_stacks (StoreFixture *fixture, gconstpointer data)
{
  const char *label = NULL;

  store_fixture_set (fixture->store, fixture->first, MOU_INDICATOR_WEIGHT, "1");
  store_fixture_set (fixture->store, fixture->first, MOU_INDICATOR_WEIGHT, "2");
  g_assert_cmpint (mou_journal_get_undoable (fixture->store, &label), ==, 3);
  g_assert_cmpstr (label, ==, "Set a field");
  g_assert_cmpint (mou_journal_get_redoable (fixture->store, &label), ==, 0);
  g_assert_null (label);
  redo (fixture->store, 0);

  undo (fixture->store, 4);
  undo (fixture->store, 5);
  store_fixture_reopen (fixture);
  g_assert_cmpint (mou_journal_get_undoable (fixture->store, &label), ==, 1);
  g_assert_cmpstr (label, ==, "Set up");
  g_assert_cmpint (mou_journal_get_redoable (fixture->store, NULL), ==, 2);

  redo (fixture->store, 6);
  g_assert_cmpstr (store_fixture_get (fixture->store, fixture->first, MOU_INDICATOR_WEIGHT), ==, "1");
  store_fixture_set (fixture->store, fixture->first, MOU_INDICATOR_WEIGHT, "7");
  g_assert_cmpint (mou_journal_get_redoable (fixture->store, NULL), ==, 0);
  store_fixture_reopen (fixture);
  g_assert_cmpint (mou_journal_get_redoable (fixture->store, NULL), ==, 0);
  g_assert_cmpint (mou_journal_get_undoable (fixture->store, NULL), ==, 7);
}

static void
test_nothing_to_undo (StoreFixture *fixture, gconstpointer data)
{
  undo (fixture->store, 0);
  redo (fixture->store, 0);
  g_assert_cmpint (mou_store_get_entry (fixture->store), ==, 0);
}

static const char *const forgeries[] = {
  "UPDATE journal SET label = 'Nothing' WHERE entry = 2",
  "UPDATE journal SET author = 'somebody else' WHERE entry = 1",
  "UPDATE journal SET at = '2001-01-01T00:00:00Z' WHERE entry = 3",
  "UPDATE journal SET hash = 'x' WHERE entry = 2",
  "UPDATE journal SET prev_hash = 'x' WHERE entry = 2",
  "UPDATE journal SET kind = 'edit', undoes = NULL WHERE entry = 3",
  "UPDATE change SET old = '59' WHERE entry = 2",
  "UPDATE change SET old = NULL WHERE entry = 2",
  "DELETE FROM change WHERE entry = 2",
  "UPDATE change SET entity = 'nothing' WHERE entry = 2",
  "DELETE FROM change WHERE entry = 1; DELETE FROM journal WHERE entry = 1",
};

static void
test_forged (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  store_fixture_set (fixture->store, fixture->first, MOU_INDICATOR_WEIGHT, "1");
  undo (fixture->store, 3);
  g_assert_true (mou_journal_verify (fixture->store, &error));
  store_fixture_tamper (fixture->path, data);
  g_assert_false (mou_journal_verify (fixture->store, &error));
  g_assert_error (error, MOU_STORE_ERROR, MOU_STORE_ERROR_DAMAGED);
}

/* A random walk of edits, undos and redos against a model that remembers every state: the store must always be in the state
 * the model says, and the journal must say so again after closing. */

typedef struct
{
  StoreFixture *fixture;
  GRand *random;
  GPtrArray *states; /* dumps; position is the current one */
  guint position;
} Walk;

static MouRow *
pick (Walk *walk, MouEntity entity, gint64 parent)
{
  GPtrArray *rows = mou_register_get_children (mou_store_get_register (walk->fixture->store), parent, entity);

  return rows->len == 0 ? NULL : g_ptr_array_index (rows, (guint) g_rand_int_range (walk->random, 0, (gint32) rows->len));
}

static void
walk_operation (Walk *walk, MouEdit *edit)
{
  MouRow *indicator = pick (walk, MOU_ENTITY_INDICATOR, walk->fixture->agreement);
  g_autofree char *number = g_strdup_printf ("%d", g_rand_int_range (walk->random, 1, 1000000));

  switch (g_rand_int_range (walk->random, 0, 6))
    {
    case 0:
      if (mou_register_lookup (mou_store_get_register (walk->fixture->store), walk->fixture->agreement) != NULL)
        store_fixture_insert (edit, MOU_ENTITY_INDICATOR, walk->fixture->agreement, MOU_INDICATOR_CODE, number, MOU_INDICATOR_KIND,
                              "linear", -1);
      break;
    case 1:
      if (indicator != NULL && g_rand_int_range (walk->random, 0, 3) == 0)
        mou_edit_delete (edit, indicator->id, NULL);
      break;
    case 2:
      if (indicator != NULL)
        mou_edit_set_ordinal (edit, indicator->id, g_rand_int_range (walk->random, 0, 5000), NULL);
      break;
    case 3:
      if (indicator != NULL)
        store_fixture_insert (edit, MOU_ENTITY_CONDITION, indicator->id, MOU_TEXT_TEXT, number, -1);
      break;
    case 4:
      if (indicator != NULL)
        mou_edit_set (edit, indicator->id, MOU_INDICATOR_NAME, g_rand_boolean (walk->random) ? number : NULL, NULL);
      break;
    default:
      if (indicator != NULL)
        mou_edit_set (edit, indicator->id, MOU_INDICATOR_WEIGHT, number, NULL);
    }
}

static void
walk_edit (Walk *walk)
{
  g_autoptr (GError) error = NULL;
  gint64 entry = 0;

  g_autoptr (MouEdit) edit = store_fixture_begin (walk->fixture->store, "Walk");
  for (int n = g_rand_int_range (walk->random, 1, 5); n > 0; n--)
    walk_operation (walk, edit);
  if (g_rand_int_range (walk->random, 0, 10) == 0)
    return; /* given up: rolled back */

  /* Two indicators may have drawn one code: then nothing has happened. */
  if (!mou_edit_commit (edit, &entry, &error) || entry == 0)
    return;
  g_ptr_array_set_size (walk->states, (int) walk->position + 1);
  g_ptr_array_add (walk->states, store_fixture_dump (mou_store_get_register (walk->fixture->store)));
  walk->position++;
}

static void
walk_undo_or_redo (Walk *walk, gboolean forwards)
{
  g_autoptr (GError) error = NULL;
  gboolean possible = forwards ? walk->position + 1 < walk->states->len : walk->position > 0;
  gint64 entry = -1;

  g_assert_true (forwards ? mou_journal_redo (walk->fixture->store, "tester", &entry, &error)
                          : mou_journal_undo (walk->fixture->store, "tester", &entry, &error));
  g_assert_no_error (error);
  g_assert_cmpint (entry != 0, ==, possible);
  if (possible)
    walk->position += forwards ? 1 : -1u;
}

static void
walk_step (Walk *walk)
{
  int action = g_rand_int_range (walk->random, 0, 100);

  if (action < 50)
    walk_edit (walk);
  else if (action < 74)
    walk_undo_or_redo (walk, FALSE);
  else if (action < 96)
    walk_undo_or_redo (walk, TRUE);
  else
    store_fixture_reopen (walk->fixture);

  g_autofree char *state = store_fixture_dump (mou_store_get_register (walk->fixture->store));
  g_assert_cmpstr (state, ==, g_ptr_array_index (walk->states, walk->position));
}

static void
walk_with_seed (guint32 seed, guint n_actions)
{
  StoreFixture fixture = { NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  g_autoptr (GPtrArray) states = g_ptr_array_new_with_free_func (g_free);

  g_test_message ("seed %u", seed);
  store_fixture_set_up_empty (&fixture, NULL);
  g_ptr_array_add (states, store_fixture_dump (mou_store_get_register (fixture.store)));
  store_fixture_tear_down (&fixture, NULL);
  store_fixture_set_up (&fixture, NULL);
  g_ptr_array_add (states, store_fixture_dump (mou_store_get_register (fixture.store)));

  Walk walk = { &fixture, random, states, 1 };
  for (guint i = 0; i < n_actions; i++)
    walk_step (&walk);
  g_assert_true (mou_journal_verify (fixture.store, &error));
  g_assert_no_error (error);
  store_fixture_tear_down (&fixture, NULL);
}

static void
test_walk (void)
{
  for (guint32 seed = 1; seed <= 10; seed++)
    walk_with_seed (seed, store_fixture_get_length (20));
}

#define ADD(name, function) g_test_add ("/store/journal/" name, StoreFixture, NULL, store_fixture_set_up, function, store_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("lines", test_lines);
  ADD ("lines-are-joined", test_lines_are_joined);
  ADD ("list", test_list);
  ADD ("stacks", test_stacks);
  g_test_add ("/store/journal/nothing-to-undo", StoreFixture, NULL, store_fixture_set_up_empty, test_nothing_to_undo,
              store_fixture_tear_down);
  for (guint i = 0; i < G_N_ELEMENTS (operations); i++)
    {
      g_autofree char *path = g_strdup_printf ("/store/journal/do-undo-redo/%s", operations[i].name);
      g_test_add (path, StoreFixture, &operations[i], store_fixture_set_up, test_do_undo_redo, store_fixture_tear_down);
    }
  for (guint i = 0; i < G_N_ELEMENTS (forgeries); i++)
    {
      g_autofree char *path = g_strdup_printf ("/store/journal/forged/%u", i);
      g_test_add (path, StoreFixture, forgeries[i], store_fixture_set_up, test_forged, store_fixture_tear_down);
    }
  g_test_add_func ("/store/journal/walk", test_walk);

  return g_test_run ();
}
