/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Random verbs, undos and redos against the simplest model of undo there is: two stacks of whole texts. Verbs may be refused;
 * then nothing may have changed. Ten walks; the seed is GLib's (--seed). MOU_TEST_LENGTH is how many steps each has. */

#include "document-fixture.h"

#include <stdlib.h>

#define N_WALKS 10

typedef struct
{
  Fixture fixture;
  GPtrArray *past;   /* texts, the current one last */
  GPtrArray *future; /* texts that redo brings back, the next one last */
} Walk;

static gint64
pick_indicator (Walk *walk)
{
  MouAgreement *agreement = mou_document_get_agreement (walk->fixture.document);
  guint n_nodes = agreement != NULL ? mou_agreement_get_n_nodes (agreement) : 0;

  return n_nodes > 0 ? mou_agreement_get_node (agreement, (guint) g_test_rand_int_range (0, (gint32) n_nodes))->indicator->id : 1;
}

static const char *
pick_text (void)
{
  static const char *const texts[]
      = { "", "-", "N/A", "12", "๑๒.๕", "<96", "≥5", "1,250.00", "3", "4.5", "มีแผน", "1..2", "not applicable: x", "7*^1", "1.1", "group" };

  return texts[g_test_rand_int_range (0, G_N_ELEMENTS (texts))];
}

static void
edit_cell (Walk *walk, gint64 indicator)
{
  MouDocument *document = walk->fixture.document;
  gint64 assessment = g_test_rand_bit () ? walk->fixture.own : walk->fixture.backtest;
  int number = g_test_rand_int_range (1, 6);

  switch (g_test_rand_int_range (0, 5))
    {
    case 0:
      (void) mou_document_set_field (document, indicator, g_test_rand_int_range (1, MOU_N_INDICATOR_FIELDS), pick_text (), NULL);
      break;
    case 1:
      (void) mou_document_set_level (document, indicator, number, pick_text (), NULL);
      break;
    case 2:
      (void) mou_document_set_measure_level (document, indicator, number, pick_text (), NULL);
      break;
    case 3:
      (void) mou_document_set_history (document, indicator, 2560 + number, pick_text (), NULL);
      break;
    default:
      (void) mou_document_set_actual (document, assessment, indicator, pick_text (), NULL);
    }
}

static void
edit_rows (Walk *walk, gint64 indicator)
{
  MouDocument *document = walk->fixture.document;

  switch (g_test_rand_int_range (0, 8))
    {
    case 0:
    case 1:
      (void) mou_document_add_indicator (document, indicator, g_test_rand_bit (), NULL, NULL);
      break;
    case 2:
      (void) mou_document_delete_row (document, indicator, NULL);
      break;
    case 3:
      (void) mou_document_move_indicator (document, indicator, g_test_rand_int_range (-3, 4), NULL);
      break;
    case 4:
      (void) mou_document_indent_indicator (document, indicator, g_test_rand_bit (), NULL);
      break;
    case 5:
      (void) mou_document_renumber (document, NULL);
      break;
    case 6:
      (void) mou_document_generate_levels (document, indicator, NULL);
      break;
    default:
      (void) mou_document_add_indicator (document, 0, FALSE, NULL, NULL);
    }
}

/* Whatever the verb did, it made one entry or none. */
static void
note_edit (Walk *walk)
{
  if (walk->fixture.n_changed == 0)
    {
      fixture_assert_text (walk->fixture.document, g_ptr_array_index (walk->past, walk->past->len - 1));
      return;
    }

  g_assert_cmpuint (walk->fixture.n_changed, ==, 1);
  g_ptr_array_add (walk->past, fixture_text (walk->fixture.document));
  g_ptr_array_set_size (walk->future, 0);
}

static void
step_back (Walk *walk)
{
  if (walk->past->len == 1)
    return; /* it would take the sample back, and leave nothing to walk on */

  g_assert_true (mou_document_undo (walk->fixture.document, NULL));
  g_ptr_array_add (walk->future, g_ptr_array_steal_index (walk->past, walk->past->len - 1));
}

static void
step_forward (Walk *walk)
{
  gboolean possible = walk->future->len > 0;

  g_assert_cmpint (mou_document_redo (walk->fixture.document, NULL), ==, possible);
  if (possible)
    g_ptr_array_add (walk->past, g_ptr_array_steal_index (walk->future, walk->future->len - 1));
}

static void
step (Walk *walk)
{
  gint64 indicator = pick_indicator (walk);

  walk->fixture.n_changed = 0;
  switch (g_test_rand_int_range (0, 10))
    {
    case 0:
    case 1:
      step_back (walk);
      break;
    case 2:
      step_forward (walk);
      break;
    case 3:
    case 4:
    case 5:
      edit_rows (walk, indicator);
      note_edit (walk);
      break;
    default:
      edit_cell (walk, indicator);
      note_edit (walk);
    }

  fixture_assert_text (walk->fixture.document, g_ptr_array_index (walk->past, walk->past->len - 1));
}

static void
walk_once (int n_steps)
{
  Walk walk = { { NULL } };
  g_autoptr (GError) error = NULL;

  fixture_init (&walk.fixture);
  walk.past = g_ptr_array_new_with_free_func (g_free);
  walk.future = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (walk.past, fixture_text (walk.fixture.document));
  for (int i = 0; i < n_steps; i++)
    step (&walk);

  g_assert_true (mou_register_validate (mou_document_get_register (walk.fixture.document), &error));
  g_assert_no_error (error);

  while (walk.past->len > 1)
    step_back (&walk);
  fixture_assert_text (walk.fixture.document, g_ptr_array_index (walk.past, 0));

  g_ptr_array_unref (walk.past);
  g_ptr_array_unref (walk.future);
  fixture_clear (&walk.fixture);
}

static void
test_walk (void)
{
  const char *length = g_getenv ("MOU_TEST_LENGTH");
  int n_steps = length != NULL ? atoi (length) : 40;

  for (int i = 0; i < N_WALKS; i++)
    walk_once (n_steps);
  g_test_message ("%d walks of %d steps: 0 wrong states", N_WALKS, n_steps);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/walk", test_walk);

  return g_test_run ();
}
