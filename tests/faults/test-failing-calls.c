/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The Nth call to the disk fails, once or from then on, for each N, while a person edits, undoes, imports, opens, saves and exports. A
 * short run tries some of the calls, and each of the last ones, which put things in place; MOU_TEST_LENGTH all of them. */

#include "fault-world.h"

#define N_LAST 6

static guint
get_next (guint n, guint n_calls)
{
  guint stride = g_getenv ("MOU_TEST_LENGTH") != NULL ? 1 : MAX (n_calls / 6, 1);

  return MAX (n + 1, MIN (n + stride, MAX (n_calls, N_LAST) - N_LAST));
}

static void
sweep (World *world, const WorldAction *action, gboolean for_good, guint n_calls)
{
  guint n_tried = 0, n_failed = 0;

  for (guint n = 1;; n = get_next (n, n_calls))
    {
      FaultPlan plan = { .fails_at = n, .for_good = for_good, .room = ROOM_WITHOUT_END };
      gboolean done = world_try (world, action, &plan);
      if (plan.n_failed == 0)
        {
          g_assert_true (done);
          break;
        }
      n_tried++;
      n_failed += !done;
    }

  g_test_message ("%s, %s: %u calls tried, %u failures told of", action->name, for_good ? "for good" : "once", n_tried, n_failed);
  g_assert_cmpuint (n_tried, >=, 2);
  g_assert_cmpuint (n_failed, >, 0);
}

static guint
count_calls (World *world, const WorldAction *action)
{
  FaultPlan plan = { .room = ROOM_WITHOUT_END };

  g_assert_true (world_try (world, action, &plan));

  return plan.n_calls;
}

static void
test_failing_calls (gconstpointer data)
{
  const WorldAction *action = data;
  g_auto (World) world = { NULL };

  world_init (&world);
  guint n_calls = count_calls (&world, action);
  for (int for_good = 0; for_good < 2; for_good++)
    sweep (&world, action, for_good != 0, n_calls);
}

int
main (int argc, char **argv)
{
  disk_calls_work_in_memory ();
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < n_world_actions; i++)
    {
      g_autofree char *path = g_strdup_printf ("/failing-calls/%s", world_actions[i].name);
      g_test_add_data_func (path, &world_actions[i], test_failing_calls);
    }

  return g_test_run ();
}
