/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Every formula that is read can be written and read again as the same formula, and with its values filled in it still has the
 * same value, or lacks one for the same reason. */

#include "fuzz-text.h"

#include "mou-formula.h"

/* One name in eight has no value; the others have small values of either sign, zero and thirds among them. */
static const MouRatio *
look_up_cb (const char *name, gpointer data)
{
  GPtrArray *values = data;

  return g_ptr_array_index (values, g_str_hash (name) % values->len);
}

static const MouRatio *
look_up_nothing_cb (const char *name, gpointer data)
{
  return NULL;
}

static char *
refer_cb (const char *name, gpointer data)
{
  return g_strdup (name);
}

static GPtrArray *
create_values (void)
{
  GPtrArray *values = g_ptr_array_new_with_free_func ((GDestroyNotify) mou_ratio_free);

  for (int i = -3; i <= 3; i++)
    g_ptr_array_add (values, mou_ratio_new (i, i % 2 == 0 ? 8 : 3));
  g_ptr_array_add (values, NULL);
  return values;
}

static void
check_text (const MouFormula *formula)
{
  g_autofree char *text = mou_formula_substitute (formula, look_up_nothing_cb, NULL);
  g_autofree char *excel = mou_formula_to_excel (formula, refer_cb, NULL);
  g_autoptr (MouFormula) again = mou_formula_parse (text, NULL);
  g_autofree char *excel_again = NULL;

  /* Spaces are added, so the text may have outgrown the limit; nothing else may refuse it. */
  g_assert_true (again != NULL || strlen (text) > MOU_FORMULA_MAX_BYTES);
  if (again == NULL)
    return;

  excel_again = mou_formula_to_excel (again, refer_cb, NULL);
  g_assert_cmpstr (excel_again, ==, excel);
}

static void
check_value (const MouFormula *formula)
{
  g_autoptr (GPtrArray) values = create_values ();
  g_autofree char *text = mou_formula_substitute (formula, look_up_cb, values);
  g_autoptr (MouFormula) filled = mou_formula_parse (text, NULL);
  g_autoptr (MouRatio) value = NULL;
  g_autoptr (MouRatio) again = NULL;
  g_autofree char *culprit = NULL;
  MouFormulaState state = mou_formula_evaluate (formula, look_up_cb, values, &value, &culprit);

  g_assert_cmpint (state == MOU_FORMULA_OK, ==, value != NULL);
  g_assert_cmpint (state == MOU_FORMULA_OK, ==, culprit == NULL);

  /* Values may bring the text beyond the limits of length and depth. */
  if (filled == NULL)
    return;

  g_assert_cmpint (mou_formula_evaluate (filled, look_up_cb, values, &again, NULL), ==, state);
  g_assert_true (value == NULL || mou_ratio_equal (value, again));
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autofree char *text = fuzz_text_dup (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (MouFormula) formula = mou_formula_parse (text, &error);

  fuzz_text_assert_error (formula != NULL, error);
  if (formula != NULL)
    {
      check_text (formula);
      check_value (formula);
    }

  return 0;
}
