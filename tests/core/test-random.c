/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The generator against its published algorithm, and its numbers against their distributions. */

#include "mou-random.h"

#include <math.h>

#define N_NUMBERS 200000

/* Computed by a second program written from the published algorithm. */
static void
test_reference (void)
{
  static const struct
  {
    guint64 seed, numbers[3];
  } rows[] = {
    { 0, { G_GUINT64_CONSTANT (0x99ec5f36cb75f2b4), G_GUINT64_CONSTANT (0xbf6e1f784956452a), G_GUINT64_CONSTANT (0x1a5f849d4933e6e0) } },
    { 2567, { G_GUINT64_CONSTANT (0x10cdc7678d06e045), G_GUINT64_CONSTANT (0x5c5820f12818a43d), G_GUINT64_CONSTANT (0x21561e465d0a38af) } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      MouRandom random;

      mou_random_init (&random, rows[i].seed);
      for (guint j = 0; j < G_N_ELEMENTS (rows[i].numbers); j++)
        g_assert_cmpuint (mou_random_next (&random), ==, rows[i].numbers[j]);
    }
}

static void
test_uniform (void)
{
  MouRandom random;
  double sum = 0;

  mou_random_init (&random, 1);
  for (guint i = 0; i < N_NUMBERS; i++)
    {
      double number = mou_random_next_uniform (&random);

      g_assert_true (number >= 0 && number < 1);
      sum += number;
    }
  g_assert_cmpfloat_with_epsilon (sum / N_NUMBERS, 0.5, 0.005);
}

/* Mean, variance, and the share within one standard deviation. */
static void
test_normal (void)
{
  MouRandom random;
  double sum = 0, squares = 0, within = 0;

  mou_random_init (&random, 2);
  for (guint i = 0; i < N_NUMBERS; i++)
    {
      double number = mou_random_next_normal (&random);

      sum += number;
      squares += number * number;
      within += fabs (number) < 1 ? 1 : 0;
    }
  g_assert_cmpfloat_with_epsilon (sum / N_NUMBERS, 0, 0.01);
  g_assert_cmpfloat_with_epsilon (squares / N_NUMBERS, 1, 0.02);
  g_assert_cmpfloat_with_epsilon (within / N_NUMBERS, 0.6827, 0.005);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/random/reference", test_reference);
  g_test_add_func ("/random/uniform", test_uniform);
  g_test_add_func ("/random/normal", test_normal);

  return g_test_run ();
}
