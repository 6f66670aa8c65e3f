/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Every decimal that is read survives each way of writing it, and agrees with exact arithmetic. */

#include "fuzz-text.h"

#include "mou-decimal.h"
#include "mou-rounding.h"
#include "mou-thai.h"

static void
assert_reads_as (const char *text, MouDecimal expected)
{
  MouDecimal value = MOU_DECIMAL_ZERO;

  g_assert_true (mou_decimal_parse (text, &value, NULL));
  g_assert_cmpint (value.coefficient, ==, expected.coefficient);
  g_assert_cmpuint (value.scale, ==, expected.scale);
}

static void
check_texts (MouDecimal value)
{
  g_autofree char *text = mou_decimal_to_text (value);
  g_autofree char *thai = mou_thai_digits_from_arabic (text);
  g_autofree char *grouped = mou_decimal_format (value, -1);

  assert_reads_as (text, value);
  assert_reads_as (thai, value);
  assert_reads_as (grouped, value);
}

static void
check_arithmetic (MouDecimal value)
{
  g_autoptr (MouRatio) ratio = mou_ratio_new_from_decimal (value);
  g_autofree char *text = mou_decimal_to_text (value);
  g_autofree char *rounded = mou_rounding_to_text (ratio, value.scale);
  MouDecimal negative = mou_decimal_negate (value), sum;

  g_assert_cmpstr (rounded, ==, text);
  g_assert_cmpint (mou_ratio_compare_decimal (ratio, value), ==, 0);
  g_assert_cmpint (mou_decimal_compare (value, MOU_DECIMAL_ZERO), ==, mou_decimal_sign (value));
  g_assert_cmpint (mou_decimal_compare (value, negative), ==, mou_decimal_sign (value));
  g_assert_true (mou_decimal_add (value, negative, &sum));
  g_assert_cmpint (mou_decimal_sign (sum), ==, 0);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autofree char *text = fuzz_text_dup (data, size);
  g_autoptr (GError) error = NULL;
  MouDecimal value = MOU_DECIMAL_ZERO;
  gboolean accepted = mou_decimal_parse (text, &value, &error);

  fuzz_text_assert_error (accepted, error);
  if (accepted)
    {
      check_texts (value);
      check_arithmetic (value);
    }

  return 0;
}
