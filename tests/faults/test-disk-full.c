/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A disk with room for so many bytes, from none to nearly enough, while a person edits, undoes, imports, opens, saves and exports. An
 * export must not need room where temporary files usually are. MOU_TEST_LENGTH is the number of sizes. */

#include "fault-world.h"

#include <stdlib.h>

static guint64
measure (World *world, const WorldAction *action)
{
  FaultPlan plan = { .room = ROOM_WITHOUT_END };

  g_assert_true (world_try (world, action, &plan));

  return plan.written;
}

static void
test_disk_full (gconstpointer data)
{
  const WorldAction *action = data;
  const char *length = g_getenv ("MOU_TEST_LENGTH");
  guint n_sizes = length != NULL ? (guint) atoi (length) : 20;
  g_auto (World) world = { NULL };
  guint n_failed = 0;

  world_init (&world);
  guint64 needed = measure (&world, action);
  for (guint i = 0; i < n_sizes; i++)
    {
      FaultPlan plan = { .room = needed * i / n_sizes };
      gboolean done = world_try (&world, action, &plan);
      g_assert_cmpuint (plan.n_failed, >, 0);
      n_failed += !done;
    }
  g_test_message ("%s: needs %" G_GUINT64_FORMAT " bytes; %u sizes, %u failures told of", action->name, needed, n_sizes, n_failed);
  g_assert_cmpuint (n_failed, ==, n_sizes);
}

/* Not one call: so it may be full, or not be there. */
static void
test_temporary_folder (void)
{
  g_auto (World) world = { NULL };

  world_init (&world);
  for (guint i = 0; i < n_world_actions; i++)
    {
      FaultPlan plan = { .fails_at = 1, .for_good = TRUE, .room = 0 };
      g_autofree char *path = g_build_filename (world.disk, "user", world_actions[i].target, NULL);
      if (world_actions[i].target == NULL)
        continue;
      world_actions[i].prepare (&world, path);
      g_autofree char *usual = g_strdup (g_get_tmp_dir ());
      g_setenv ("TMPDIR", world.elsewhere, TRUE);
      fault_plan_start (&plan, world.elsewhere);
      gboolean done = world_actions[i].act (&world, path, NULL);
      fault_plan_stop (&plan);
      g_setenv ("TMPDIR", usual, TRUE);
      g_assert_true (done);
      g_assert_cmpuint (plan.n_calls, ==, 0);
      g_assert_true (world_actions[i].is_whole (&world, path));
    }
}

int
main (int argc, char **argv)
{
  disk_calls_work_in_memory ();
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < n_world_actions; i++)
    {
      g_autofree char *path = g_strdup_printf ("/disk-full/%s", world_actions[i].name);
      g_test_add_data_func (path, &world_actions[i], test_disk_full);
    }
  g_test_add_func ("/disk-full/temporary-folder", test_temporary_folder);

  return g_test_run ();
}
