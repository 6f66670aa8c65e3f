/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Thai digits, column widths and search keys. */

#include "mou-thai.h"

static void
test_digits (void)
{
  static const struct
  {
    const char *thai, *arabic;
  } cases[] = {
    { "๐๑๒๓๔๕๖๗๘๙", "0123456789" }, { "ปี ๒๕๖๗", "ปี 2567" }, { "", "" }, { "ก\xffข", "ก\xffข" }, { "ก\xe0\xb9", "ก\xe0\xb9" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *arabic = mou_thai_digits_to_arabic (cases[i].thai);
      g_autofree char *thai = mou_thai_digits_from_arabic (cases[i].arabic);

      g_assert_cmpstr (arabic, ==, cases[i].arabic);
      g_assert_cmpstr (thai, ==, cases[i].thai);
    }
}

static void
test_width (void)
{
  static const struct
  {
    const char *text;
    int width;
  } cases[] = {
    { "", 0 },     { "abc", 3 },  { "น้ำ", 2 },      { "ปีบัญชี", 4 },     { "ที่", 1 },
    { "๒๕๖๗", 4 }, { "水道", 4 }, { "e\u0301", 1 }, { "ก\u200bข", 2 }, { "ก\xff", 2 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (mou_thai_text_width (cases[i].text), ==, cases[i].width);
}

static void
test_search_key (void)
{
  static const struct
  {
    const char *text, *key;
  } cases[] = {
    { "น้ำสูญเสีย", "นำสูญเสีย" },
    { "นํ้า", "นำ" },
    { "น้ํา", "นำ" },
    { "เป็น", "เปน" },
    { "ปี ๒๕๖๗", "ปี 2567" },
    { "EBITDA", "ebitda" },
    { "e\u0301", "\u00e9" },
    { "การ\u200bประปา", "การประปา" },
    { "กำ", "กำ" },
    { "\u0e4d", "\u0e4d" },
    { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *key = mou_thai_search_key (cases[i].text);
      g_autofree char *again = mou_thai_search_key (key);

      g_assert_cmpstr (key, ==, cases[i].key);
      g_assert_cmpstr (again, ==, key);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/thai/digits", test_digits);
  g_test_add_func ("/thai/width", test_width);
  g_test_add_func ("/thai/search-key", test_search_key);

  return g_test_run ();
}
