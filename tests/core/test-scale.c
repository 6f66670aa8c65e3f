/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The scales: found by key, rising points, and consistent with their floor and top. */

#include "mou-scale.h"

static void
test_lookup (void)
{
  static const char *const keys[MOU_N_SCALES] = { "five-level", "three-level", "percent", "rfd" };

  for (guint i = 0; i < MOU_N_SCALES; i++)
    {
      const MouScale *scale = mou_scale_lookup (keys[i]);

      g_assert_true (scale == mou_scale_get ((MouScaleKind) i));
      g_assert_cmpint (scale->kind, ==, i);
    }

  g_assert_null (mou_scale_lookup ("six-level"));
  g_assert_null (mou_scale_lookup (""));
}

static void
test_points (void)
{
  static const struct
  {
    int level_count, first, last, floor;
  } cases[MOU_N_SCALES] = { { 5, 1, 5, 1 }, { 3, 50, 100, 0 }, { 1, 100, 100, 0 }, { 5, 60, 100, 0 } };

  for (guint i = 0; i < MOU_N_SCALES; i++)
    {
      const MouScale *scale = mou_scale_get ((MouScaleKind) i);

      g_assert_cmpint (scale->level_count, ==, cases[i].level_count);
      g_assert_cmpint (scale->points[0], ==, cases[i].first);
      g_assert_cmpint (scale->points[scale->level_count - 1], ==, cases[i].last);
      g_assert_cmpint (scale->floor, ==, cases[i].floor);
      g_assert_cmpint (scale->top, ==, cases[i].last);
      g_assert_cmpint (scale->proportional, ==, i == MOU_SCALE_PERCENT);
      for (int level = 1; level < scale->level_count; level++)
        g_assert_cmpint (scale->points[level], >, scale->points[level - 1]);
    }
}

static void
test_labels (void)
{
  const MouScale *scale = mou_scale_get (MOU_SCALE_THREE_LEVEL);

  g_assert_cmpstr (scale->level_labels[0], ==, "base");
  g_assert_cmpstr (scale->level_labels[1], ==, "standard");
  g_assert_cmpstr (scale->level_labels[2], ==, "advanced");
  g_assert_cmpstr (scale->floor_label, ==, "below base");
  g_assert_null (mou_scale_get (MOU_SCALE_FIVE_LEVEL)->level_labels[0]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/scale/lookup", test_lookup);
  g_test_add_func ("/scale/points", test_points);
  g_test_add_func ("/scale/labels", test_labels);

  return g_test_run ();
}
