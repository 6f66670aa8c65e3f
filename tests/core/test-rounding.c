/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Half up, away from zero, exactly: above all the ties, which binary fractions would miss. */

#include "mou-rounding.h"

static void
test_round (void)
{
  static const struct
  {
    const char *ratio;
    int places;
    const char *text;
  } cases[] = {
    { "2150303/570000", 4, "3.7725" },
    { "1/16", 3, "0.063" },
    { "-1/16", 3, "-0.063" },
    { "1/32", 4, "0.0313" }, /* 0.03125 */
    { "-1/32", 4, "-0.0313" },
    { "20001/20000", 4, "1.0001" }, /* 1.00005, which no double holds */
    { "79981/20000", 4, "3.9991" }, /* 3.99905 */
    { "-79981/20000", 4, "-3.9991" },
    { "1/20000", 4, "0.0001" },
    { "-1/20000", 4, "-0.0001" },
    { "1/20001", 4, "0.0000" },
    { "-1/20001", 4, "0.0000" },
    { "0", 4, "0.0000" },
    { "5", 4, "5.0000" },
    { "99999/20000", 4, "5.0000" }, /* 4.99995 */
    { "1/3", 0, "0" },
    { "1/2", 0, "1" },
    { "-1/2", 0, "-1" },
    { "-3/2", 0, "-2" },
    { "2/3", 18, "0.666666666666666667" },
    { "1234567890123456789012345678901/2", 0, "617283945061728394506172839451" },
    { "-123456789012345678901234567890/7", 4, "-17636684144620811271604938270.0000" },
    { "9223372036854775807", 18, "9223372036854775807.000000000000000000" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MouRatio) ratio = mou_ratio_new_from_text (cases[i].ratio, NULL);
      g_autofree char *text = mou_rounding_to_text (ratio, cases[i].places);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

/* Every k ÷ 20000 with k odd is a tie on the fourth place. */
static void
test_every_tie (void)
{
  for (int k = 1; k < 100000; k += 2)
    {
      g_autoptr (MouRatio) tie = mou_ratio_new (k, 20000);
      g_autoptr (MouRatio) rounded = mou_rounding_round (tie, MOU_SCORE_PLACES);
      g_autoptr (MouRatio) expected = mou_ratio_new (k / 2 + 1, 10000);

      g_assert_true (mou_ratio_equal (rounded, expected));
    }
}

static void
test_round_is_stable (void)
{
  for (int k = -2000; k < 2000; k++)
    {
      g_autoptr (MouRatio) ratio = mou_ratio_new (k, 777);
      g_autoptr (MouRatio) once = mou_rounding_round (ratio, 2);
      g_autoptr (MouRatio) twice = mou_rounding_round (once, 2);
      g_autofree char *text = mou_rounding_to_text (ratio, 2);
      g_autofree char *again = mou_rounding_to_text (once, 2);

      g_assert_true (mou_ratio_equal (once, twice));
      g_assert_cmpstr (text, ==, again);
    }
}

static void
test_short_text (void)
{
  static const struct
  {
    const char *ratio;
    int places;
    const char *text;
  } cases[] = {
    { "127147/100", 4, "1271.47" },
    { "1250", 4, "1250" },
    { "96", 0, "96" },
    { "0", 4, "0" },
    { "-1/2", 4, "-0.5" },
    { "1/3", 4, "0.3333" },
    { "-2/3", 4, "-0.6667" },
    { "99999/100000", 4, "1.0000" },
    { "100", 2, "100" },
    { "1/10000", 4, "0.0001" },
    { "1/20000", 4, "0.0001" },
    { "-1/30000", 4, "0.0000" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MouRatio) ratio = mou_ratio_new_from_text (cases[i].ratio, NULL);
      g_autofree char *text = mou_rounding_to_short_text (ratio, cases[i].places);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/rounding/round", test_round);
  g_test_add_func ("/rounding/every-tie", test_every_tie);
  g_test_add_func ("/rounding/stable", test_round_is_stable);
  g_test_add_func ("/rounding/short-text", test_short_text);

  return g_test_run ();
}
