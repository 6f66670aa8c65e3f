/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* CSV as files of strangers have it: encodings, separators, quotes, limits; and that what is written reads back the same. */

#include "mou-csv.h"

#include <string.h>

/* A grid as one text: cells ended by "|", rows by "/". */
static char *
flatten (const MouGrid *grid)
{
  GString *text = g_string_new (NULL);

  for (guint row = 0; row < mou_grid_get_n_rows (grid); row++)
    {
      for (guint column = 0; column < mou_grid_get_n_columns (grid, row); column++)
        g_string_append_printf (text, "%s|", mou_grid_get (grid, row, column)->text);
      g_string_append_c (text, '/');
    }

  return g_string_free (text, FALSE);
}

#define BYTES(text) text, sizeof text - 1

static const struct
{
  const char *bytes;
  gsize length;
  const char *encoding, *separator, *cells;
} readable[] = {
  { BYTES (""), "UTF-8", ",", "" },
  { BYTES ("a,b\r\nc,d\r\n"), "UTF-8", ",", "a|b|/c|d|/" },
  { BYTES ("\xEF\xBB\xBF"
           "a,b\n"),
    "UTF-8", ",", "a|b|/" },
  { BYTES ("a;b\rc;d"), "UTF-8", ";", "a|b|/c|d|/" },
  { BYTES ("a\tb\n\nc\td\n"), "UTF-8", "\t", "a|b|//c|d|/" },
  { BYTES ("sep=;\r\na,b;c\r\n"), "UTF-8", ";", "a,b|c|/" },
  { BYTES ("title\n1;2;3\n4;5;6\n"), "UTF-8", ";", "title|/1|2|3|/4|5|6|/" },
  { BYTES ("\"a,\"\"b\"\"\",\"c\r\nd\"\r\n"), "UTF-8", ",", "a,\"b\"|c\r\nd|/" },
  { BYTES ("a,,b"), "UTF-8", ",", "a||b|/" },
  { BYTES ("'=1+1,'-5,'plain,''=x,'"), "UTF-8", ",", "=1+1|-5|'plain|'=x|'|/" },
  { BYTES ("ก,ข\n"), "UTF-8", ",", "ก|ข|/" },
  { BYTES ("\xA1;\xA2\n"), "TIS-620", ";", "ก|ข|/" },
  { BYTES ("\x93\xA1\x94,\x85,\x80"), "TIS-620", ",", "“ก”|…|€|/" },
  { BYTES ("\xFF\xFE"
           "\x01\x0E"
           ",\x00"
           "b\x00"),
    "UTF-16", ",", "ก|b|/" },
  { BYTES ("\xFE\xFF"
           "\x0E\x01"
           "\x00\t"
           "\x00"
           "b"),
    "UTF-16", "\t", "ก|b|/" },
};

static void
test_readable (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (readable); i++)
    {
      g_autoptr (GError) error = NULL;
      MouCsvDialect dialect;
      g_autoptr (MouGrid) grid = mou_csv_parse (readable[i].bytes, readable[i].length, &dialect, &error);
      g_autofree char *cells = NULL;

      g_assert_no_error (error);
      cells = flatten (grid);
      g_assert_cmpstr (cells, ==, readable[i].cells);
      g_assert_cmpstr (dialect.encoding, ==, readable[i].encoding);
      g_assert_cmpstr (dialect.separator, ==, readable[i].separator);
    }
}

static const struct
{
  const char *bytes;
  gsize length;
  const char *reason;
} refused[] = {
  { BYTES ("a,b\n\"c,d\ne,f\n"), "line 2: " },
  { BYTES ("a\n\"b\nc\"d,e\n"), "line 3: " },
  { BYTES ("a\0b"), "zero" },
  { BYTES ("\xFF\xFE"
           "a"),
    "UTF-16" },
  { BYTES ("\xFF\xFE"
           "\x00\xD8"
           "a\x00"),
    "UTF-16" },
  { BYTES ("\xFF\xFE"
           "\x00\x00"),
    "zero" },
  { BYTES ("\xFF"
           "a,b\n"),
    "TIS-620" },
};

static void
test_refused (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (mou_csv_parse (refused[i].bytes, refused[i].length, NULL, &error));
      g_assert_error (error, MOU_EXCHANGE_ERROR, MOU_EXCHANGE_ERROR_REFUSED);
      g_assert_nonnull (strstr (error->message, refused[i].reason));
    }
}

static void
assert_too_large (char *text)
{
  g_autofree char *bytes = text;
  g_autoptr (GError) error = NULL;

  g_assert_null (mou_csv_parse (bytes, strlen (bytes), NULL, &error));
  g_assert_error (error, MOU_EXCHANGE_ERROR, MOU_EXCHANGE_ERROR_REFUSED);
}

static void
test_limits (void)
{
  assert_too_large (g_strnfill (MOU_CSV_CELL_BYTES_MAX + 1, 'x'));
  assert_too_large (g_strnfill (MOU_CSV_COLUMNS_MAX + 1, ','));
  assert_too_large (g_strnfill (MOU_CSV_CELLS_MAX + 1, '\n'));
}

static const char *const texts[] = {
  "plain",
  "",
  "with, comma; and\ttab",
  "\"quoted\"",
  "line\nbreak",
  "=cmd|' /C calc'!A1",
  "+1",
  "-1",
  "@SUM(1)",
  "'=quoted",
  "''=twice",
  "'apostrophe",
  "\ttab",
  "\rreturn",
  "\nline",
  "ที่นี่ กำ ก็",
  "😀 e\xCC\x81",
  "\xE2\x80\xAEright to left",
  "\"",
  "\"\"\"",
};

static void
test_what_is_written_reads_back (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MouGrid) grid = NULL;
  g_autofree char *bytes = NULL;
  MouCsvWriter writer;

  mou_csv_writer_init (&writer);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      mou_csv_writer_add_text (&writer, texts[i]);
      mou_csv_writer_add_plain (&writer, "end");
      mou_csv_writer_end_record (&writer);
    }
  bytes = mou_csv_writer_finish (&writer);
  g_assert_true (g_str_has_prefix (bytes, "\xEF\xBB\xBF\"plain\",\"end\"\r\n"));

  grid = mou_csv_parse (bytes, strlen (bytes), NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (mou_grid_get_n_rows (grid), ==, G_N_ELEMENTS (texts));
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_assert_cmpstr (mou_grid_get (grid, i, 0)->text, ==, texts[i]);
      g_assert_cmpuint (mou_grid_get_n_columns (grid, i), ==, 2);
    }
}

/* A place is told by the line on which its record begins, whatever breaks stand in between. */
static void
test_places (void)
{
  static const char bytes[] = "a,b\n\"two\nlines\",c\nd,e\n";
  g_autoptr (MouGrid) grid = mou_csv_parse (BYTES (bytes), NULL, NULL);
  g_autofree char *place = mou_grid_describe (grid, 2, 1);

  g_assert_cmpstr (place, ==, "line 4, column 2");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/csv/readable", test_readable);
  g_test_add_func ("/csv/refused", test_refused);
  g_test_add_func ("/csv/limits", test_limits);
  g_test_add_func ("/csv/what-is-written-reads-back", test_what_is_written_reads_back);
  g_test_add_func ("/csv/places", test_places);

  return g_test_run ();
}
