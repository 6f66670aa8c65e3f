/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Evaluations as CSV: the shape, quoting, and that no cell runs as a formula. */

#include "exchange-fixture.h"
#include "mou-json-evaluation.h"

#include <string.h>

#define BYTE_ORDER_MARK "\xEF\xBB\xBF"

/* The cells of each record, by the rules of RFC 4180 alone. */
static GPtrArray *
parse_records (const char *text)
{
  GPtrArray *records = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GPtrArray) record = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) cell = g_string_new (NULL);
  gboolean quoted = FALSE;

  for (const char *p = text; *p != '\0'; p++)
    if (quoted && *p == '"' && p[1] == '"')
      g_string_append_c (cell, *p++);
    else if (*p == '"')
      quoted = !quoted;
    else if (quoted || (*p != ',' && *p != '\r'))
      g_string_append_c (cell, *p);
    else
      {
        g_ptr_array_add (record, g_strdup (cell->str));
        g_string_truncate (cell, 0);
        if (*p == '\r')
          {
            g_assert_cmpint (*++p, ==, '\n');
            g_ptr_array_add (records, g_steal_pointer (&record));
            record = g_ptr_array_new_with_free_func (g_free);
          }
      }

  g_assert_false (quoted);
  g_assert_cmpuint (record->len, ==, 0);

  return records;
}

static const char *
get_cell (GPtrArray *records, guint record, const char *column)
{
  GPtrArray *header = records->pdata[0];
  GPtrArray *cells = records->pdata[record];

  for (guint i = 0; i < header->len; i++)
    if (g_str_equal (header->pdata[i], column))
      return cells->pdata[i];

  g_assert_not_reached ();
}

static GPtrArray *
write_records (const MouEvaluation *evaluation)
{
  g_autofree char *text = mou_csv_evaluation_write (evaluation);

  g_assert_true (g_str_has_prefix (text, BYTE_ORDER_MARK));

  return parse_records (text + strlen (BYTE_ORDER_MARK));
}

static void
test_sample_is_rectangular (void)
{
  g_autoptr (MouEvaluation) evaluation = exchange_fixture_evaluate_sample ("mwa-2567.json");
  g_autoptr (GPtrArray) records = write_records (evaluation);
  guint last = records->len - 1;

  g_assert_cmpuint (records->len, ==, mou_agreement_get_n_nodes (evaluation->agreement) + 2);
  for (guint i = 0; i < records->len; i++)
    g_assert_cmpuint (((GPtrArray *) records->pdata[i])->len, ==, ((GPtrArray *) records->pdata[0])->len);

  g_assert_cmpstr (get_cell (records, 2, "code"), ==, "1.1");
  g_assert_cmpstr (get_cell (records, 2, "actual"), ==, "1271.47");
  g_assert_cmpstr (get_cell (records, 2, "score"), ==, "4.4294");
  g_assert_cmpstr (get_cell (records, last, "kind"), ==, "total");
  g_assert_cmpstr (get_cell (records, last, "score"), ==, "3.7725");
  g_assert_cmpstr (get_cell (records, last, "weighted"), ==, "2.2635");
  g_assert_cmpstr (get_cell (records, last, "effective_weight"), ==, "60");
}

static const struct
{
  const char *name, *written;
} names[] = {
  { "plain", "plain" },
  { "with, comma", "with, comma" },
  { "with \\\"quotes\\\"", "with \"quotes\"" },
  { "=HYPERLINK(1)", "'=HYPERLINK(1)" },
  { "+1", "'+1" },
  { "-1", "'-1" },
  { "@SUM(1)", "'@SUM(1)" },
};

static void
test_texts_are_quoted_and_harmless (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *indicators
          = g_strdup_printf ("[{\"code\":\"1\",\"name\":\"%s\",\"weight\":\"100\",\"kind\":\"linear\",\"levels\":[{\"value\":\"-5\"},"
                             "{\"value\":\"-4\"},{\"value\":\"-3\"},{\"value\":\"-2\"},{\"value\":\"-1\"}]}]",
                             names[i].name);
      g_autoptr (MouEvaluation) evaluation = exchange_fixture_evaluate (indicators, "{\"1\":{\"value\":\"-3\"}}", "");
      g_autoptr (GPtrArray) records = write_records (evaluation);

      g_assert_cmpstr (get_cell (records, 1, "name"), ==, names[i].written);
      g_assert_cmpstr (get_cell (records, 1, "actual"), ==, "-3");
      g_assert_cmpstr (get_cell (records, 1, "score"), ==, "3.0000");
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/csv-evaluation/sample-is-rectangular", test_sample_is_rectangular);
  g_test_add_func ("/csv-evaluation/texts-are-quoted-and-harmless", test_texts_are_quoted_and_harmless);

  return g_test_run ();
}
