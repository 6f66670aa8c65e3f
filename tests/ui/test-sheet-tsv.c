/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Ranges as text: what Excel and Calc put on the clipboard, and what they expect to find there. */

#include "mou-sheet-tsv.h"

#include <string.h>

typedef struct
{
  const char *text;
  guint n_rows;
  guint n_columns;
  const char *cells[6]; /* "~" where there is no field */
} TsvCase;

static const TsvCase parsed[] = {
  { "12", 1, 1, { "12" } },
  { "12\n", 1, 1, { "12" } },
  { "12\r\n", 1, 1, { "12" } },
  { "a\tb\nc\td\n", 2, 2, { "a", "b", "c", "d" } },
  { "a\tb\r\nc\td\r\n", 2, 2, { "a", "b", "c", "d" } },
  { "a\rb", 2, 1, { "a", "b" } },
  { "\t\n", 1, 2, { "", "" } },
  { "\n\n", 2, 1, { "", "" } },
  { "a\n\nb", 3, 1, { "a", "", "b" } },
  { "a\tb\nc", 2, 2, { "a", "b", "c", "~" } },
  { "\"a\tb\"\tc", 1, 2, { "a\tb", "c" } },
  { "\"two\nlines\"\nx\n", 2, 1, { "two\nlines", "x" } },
  { "\"say \"\"yes\"\"\"\t\"\"", 1, 2, { "say \"yes\"", "" } },
  { "5\" pipe\t6", 1, 2, { "5\" pipe", "6" } },
  { "\"open\tb\n\"c", 2, 2, { "\"open", "b", "\"c", "~" } },
  { "น้ำสูญเสีย\t๒๗.๑๒\n", 1, 2, { "น้ำสูญเสีย", "๒๗.๑๒" } },
};

static void
test_parse (gconstpointer data)
{
  const TsvCase *expected = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MouSheetTable) table = mou_sheet_tsv_parse (expected->text, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (table->n_rows, ==, expected->n_rows);
  g_assert_cmpuint (table->n_columns, ==, expected->n_columns);
  for (guint i = 0; i < table->n_rows * table->n_columns; i++)
    {
      const char *cell = mou_sheet_table_get (table, i / table->n_columns, i % table->n_columns);

      g_assert_cmpstr (cell != NULL ? cell : "~", ==, expected->cells[i]);
    }
}

static MouSheetTable *
create_table (const char *const *cells, guint n_rows, guint n_columns)
{
  MouSheetTable *table = mou_sheet_table_new (n_rows, n_columns);

  for (guint i = 0; i < n_rows * n_columns; i++)
    mou_sheet_table_take (table, i / n_columns, i % n_columns, g_strdup (cells[i]));
  return table;
}

static void
test_write (void)
{
  static const char *const cells[] = { "<96", "a\tb", "two\nlines", "say \"yes\"", NULL, "กี่ & น้ำ" };
  g_autoptr (MouSheetTable) table = create_table (cells, 2, 3);
  g_autofree char *text = mou_sheet_tsv_write (table);
  g_autofree char *html = mou_sheet_html_write (table);

  g_assert_cmpstr (text, ==, "<96\t\"a\tb\"\t\"two\nlines\"\n\"say \"\"yes\"\"\"\t\tกี่ & น้ำ\n");
  g_assert_nonnull (strstr (html, "<td>&lt;96</td>"));
  g_assert_nonnull (strstr (html, "<td></td><td>กี่ &amp; น้ำ</td></tr>"));
}

/* What is written reads back, whatever is in the cells. */
static void
test_round_trip (void)
{
  static const char *const pieces[] = { "", "\"", "\"\"", "\t", "\n", "\r\n", "x", "น้ำ", " ", "\"x", "x\"" };

  for (guint round = 0; round < 500; round++)
    {
      guint n_rows = (guint) g_test_rand_int_range (1, 4), n_columns = (guint) g_test_rand_int_range (1, 4);
      g_autoptr (MouSheetTable) table = mou_sheet_table_new (n_rows, n_columns), read = NULL;
      g_autofree char *text = NULL;

      for (guint i = 0; i < n_rows * n_columns; i++)
        mou_sheet_table_take (table, i / n_columns, i % n_columns,
                              g_strconcat (pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))],
                                           pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))], NULL));
      text = mou_sheet_tsv_write (table);
      read = mou_sheet_tsv_parse (text, NULL);
      g_assert_cmpuint (read->n_rows, ==, n_rows);
      g_assert_cmpuint (read->n_columns, ==, n_columns);
      for (guint i = 0; i < n_rows * n_columns; i++)
        g_assert_cmpstr (read->cells[i], ==, table->cells[i]);
    }
}

static void
test_refused (void)
{
  g_autofree char *wide = g_strnfill (1000, '\t');
  g_autofree char *tall = g_strnfill (1001, '\n');
  g_autofree char *both = g_strconcat (wide, tall, NULL);
  g_autofree char *large = g_strnfill (17 * 1024 * 1024, 'x');
  const char *const texts[] = { "", "\xff\xfe", both, large };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (mou_sheet_tsv_parse (texts[i], &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
    }
}

/* Many unclosed quotes must not be searched to the end each. */
static void
test_unclosed_quotes_are_linear (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (MouSheetTable) table = NULL;

  for (guint i = 0; i < 500000; i++)
    g_string_append (text, "\"a\n");
  g_test_timer_start ();
  table = mou_sheet_tsv_parse (text->str, NULL);
  g_assert_cmpuint (table->n_rows, ==, 500000);
  g_assert_cmpfloat (g_test_timer_elapsed (), <, 5.0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parsed); i++)
    {
      g_autofree char *path = g_strdup_printf ("/sheet/tsv/parse/%u", i);

      g_test_add_data_func (path, &parsed[i], test_parse);
    }
  g_test_add_func ("/sheet/tsv/write", test_write);
  g_test_add_func ("/sheet/tsv/round-trip", test_round_trip);
  g_test_add_func ("/sheet/tsv/refused", test_refused);
  g_test_add_func ("/sheet/tsv/unclosed-quotes", test_unclosed_quotes_are_linear);

  return g_test_run ();
}
