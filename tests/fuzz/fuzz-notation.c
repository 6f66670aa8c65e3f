/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Every notation that is read survives writing, agrees with the levels it generates, and with any one of them moved proposes
 * either nothing or a level that makes all agree again. */

#include "fuzz-text.h"

#include "mou-notation.h"

static const MouDecimal level3 = { 2712, 2 };

static void
assert_same_steps (const MouDecimal *a, const MouDecimal *b)
{
  for (guint i = 0; i < 2; i++)
    {
      g_assert_cmpint (a[i].coefficient, ==, b[i].coefficient);
      g_assert_cmpuint (a[i].scale, ==, b[i].scale);
    }
}

static void
check_text (const MouNotation *notation)
{
  g_autofree char *text = mou_notation_to_text (notation);
  MouNotation again = { 0 };

  g_assert_true (mou_notation_parse (text, &again, NULL));
  g_assert_cmpint (again.symmetric, ==, notation->symmetric);
  g_assert_cmpint (again.left_present, ==, notation->left_present);
  g_assert_cmpint (again.right_present, ==, notation->right_present);
  assert_same_steps (again.left, notation->left);
  assert_same_steps (again.right, notation->right);
}

static void
check_moved_level (const MouNotation *notation, const MouDecimal levels[MOU_LEVEL_COUNT_MAX], const gboolean present[MOU_LEVEL_COUNT_MAX],
                   guint moved)
{
  MouDecimal changed[MOU_LEVEL_COUNT_MAX];
  MouNotationDisagreement found;

  memcpy (changed, levels, sizeof changed);
  if (!present[moved] || !mou_decimal_add (changed[moved], (MouDecimal){ 7, 1 }, &changed[moved])
      || mou_notation_agrees (notation, changed, present, &found) || found.fix_level == 0)
    return;

  changed[found.fix_level - 1] = found.fix_value;
  g_assert_true (mou_notation_agrees (notation, changed, present, NULL));
}

static void
check_levels (const MouNotation *notation, gboolean rising)
{
  MouDecimal levels[MOU_LEVEL_COUNT_MAX];
  gboolean present[MOU_LEVEL_COUNT_MAX];
  MouNotation derived;

  if (!mou_notation_generate (notation, level3, rising, levels, present))
    return;

  g_assert_true (mou_notation_agrees (notation, levels, present, NULL));
  if (mou_notation_derive (levels, present, &derived))
    g_assert_true (mou_notation_agrees (&derived, levels, present, NULL));
  for (guint i = 0; i < MOU_LEVEL_COUNT_MAX; i++)
    check_moved_level (notation, levels, present, i);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autofree char *text = fuzz_text_dup (data, size);
  g_autoptr (GError) error = NULL;
  MouNotation notation = { 0 };
  gboolean accepted = mou_notation_parse (text, &notation, &error);

  fuzz_text_assert_error (accepted, error);
  if (accepted)
    {
      check_text (&notation);
      check_levels (&notation, TRUE);
      check_levels (&notation, FALSE);
    }

  return 0;
}
