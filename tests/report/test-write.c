/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Writing a report: the same input gives the same bytes, and what fails leaves everything as it was. */
#include "report-fixture.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

typedef struct
{
  char *folder;
  char *path;
  MouAgreement *agreement;
  MouEvaluation *evaluation;
} WriteFixture;

static void
set_up (WriteFixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("mou-write-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "report.xlsx", NULL);
  fixture->agreement = report_fixture_load ("mwa-2567.json");
  fixture->evaluation = report_fixture_evaluate (fixture->agreement);
}

static guint
count_entries (const char *folder)
{
  g_autoptr (GDir) entries = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (entries) != NULL)
    n++;
  return n;
}

static void
tear_down (WriteFixture *fixture, gconstpointer data)
{
  g_unlink (fixture->path);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  mou_evaluation_unref (fixture->evaluation);
  mou_agreement_unref (fixture->agreement);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static void
write_report (WriteFixture *fixture, const MouReportOptions *options)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (mou_report_write (fixture->agreement, fixture->evaluation, options, fixture->path, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count_entries (fixture->folder), ==, 1);
}

static GBytes *
read_bytes (const char *path)
{
  char *content;
  gsize length;

  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  return g_bytes_new_take (content, length);
}

static void
test_same_bytes (WriteFixture *fixture, gconstpointer data)
{
  for (int form = 0; form < MOU_N_FORMS; form++)
    for (int variant = 0; variant < 4; variant++)
      {
        MouReportOptions options = { .form = (MouReportForm) form, .thai_digits = variant & 1, .values_only = variant & 2, .seal = "S" };
        g_autoptr (GBytes) first = NULL;
        g_autoptr (GBytes) second = NULL;

        write_report (fixture, &options);
        first = read_bytes (fixture->path);
        g_usleep (1100000 * (form == 0 && variant == 0)); /* a clock that leaked in would show */
        write_report (fixture, &options);
        second = read_bytes (fixture->path);
        g_assert_true (g_bytes_equal (first, second));
      }
}

static void
test_cells (WriteFixture *fixture, gconstpointer data)
{
  MouReportOptions options = { .form = MOU_FORM_EVALUATION };
  g_autoptr (GHashTable) cells = NULL;

  write_report (fixture, &options);
  cells = report_fixture_read_workbook (fixture->path);
  g_assert_cmpstr (g_hash_table_lookup (cells, "ผลการประเมิน!31,9"), ==, "3.772461403508772");
  g_assert_cmpstr (g_hash_table_lookup (cells, "ผลการประเมิน!31,0"), ==, "คะแนนรวม (ชั่วคราว)");
  g_assert_cmpstr (g_hash_table_lookup (cells, "ผลการประเมิน!6,3"), ==, "1100");
}

static void
test_thai_digits (WriteFixture *fixture, gconstpointer data)
{
  MouReportOptions options = { .form = MOU_FORM_AGREEMENT, .thai_digits = TRUE };
  g_autoptr (GHashTable) cells = NULL;

  write_report (fixture, &options);
  cells = report_fixture_read_workbook (fixture->path);
  g_assert_cmpstr (g_hash_table_lookup (cells, "ตารางเป้าหมาย!2,7"), ==, "๒๕๖๖๑");
  g_assert_cmpstr (g_hash_table_lookup (cells, "ตารางเป้าหมาย!4,8"), ==, "1100");
}

/* Words that a spreadsheet would take for something else. */
static void
test_hostile_words (WriteFixture *fixture, gconstpointer data)
{
  MouReportOptions options = { .form = MOU_FORM_AGREEMENT };
  g_autoptr (GHashTable) cells = NULL;
  g_autofree char *definition = g_strnfill (90000, 'x');
  g_autofree char *indicators
      = g_strdup_printf ("{\"code\":\"1\",\"name\":\"=HYPERLINK(\\\"x\\\") & _x0041_ <b>\",\"unit\":\"=1+1\",\"kind\":"
                         "\"linear\",\"definition\":\"%s\"}",
                         definition);

  mou_agreement_unref (fixture->agreement);
  fixture->agreement = report_fixture_make (indicators, "");
  options.seal = "&P & &N";
  write_report (fixture, &options);
  cells = report_fixture_read_workbook (fixture->path);
  g_assert_cmpstr (g_hash_table_lookup (cells, "ตารางเป้าหมาย!3,0"), ==, "1. =HYPERLINK(\"x\") & _x0041_ <b>");
  g_assert_cmpstr (g_hash_table_lookup (cells, "ตารางเป้าหมาย!3,1"), ==, "=1+1");
}

static void
count_progress_cb (double fraction, gpointer data)
{
  double *last = data;

  g_assert_true (fraction >= *last);
  *last = fraction;
}

static void
test_progress (WriteFixture *fixture, gconstpointer data)
{
  MouReportOptions options = { .form = MOU_FORM_AGREEMENT };
  double last = 0;

  g_assert_true (mou_report_write (fixture->agreement, fixture->evaluation, &options, fixture->path, count_progress_cb, &last, NULL));
  g_assert_true (last > 0.99 && last < 1.01);
}

static void
assert_fails (WriteFixture *fixture, const MouReportOptions *options, const char *path, MouReportError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (mou_report_write (fixture->agreement, fixture->evaluation, options, path, NULL, NULL, &error));
  g_assert_error (error, MOU_REPORT_ERROR, (int) code);
}

static void
test_bad_places (WriteFixture *fixture, gconstpointer data)
{
  MouReportOptions options = { .form = MOU_FORM_AGREEMENT };

  assert_fails (fixture, &options, "/nonexistent/folder/report.xlsx", MOU_REPORT_ERROR_SYSTEM);
  assert_fails (fixture, &options, fixture->folder, MOU_REPORT_ERROR_SYSTEM);
  assert_fails (fixture, &options, "/proc/report.xlsx", MOU_REPORT_ERROR_SYSTEM);
  g_assert_cmpuint (count_entries (fixture->folder), ==, 0);
}

static void
test_bad_options (WriteFixture *fixture, gconstpointer data)
{
  MouReportOptions options = { .form = MOU_FORM_AGREEMENT, .font = "Bad\"Font" };

  assert_fails (fixture, &options, fixture->path, MOU_REPORT_ERROR_REFUSED);
  options.font = NULL;
  options.form = MOU_N_FORMS;
  assert_fails (fixture, &options, fixture->path, MOU_REPORT_ERROR_REFUSED);
  options.form = MOU_FORM_EVALUATION;
  g_clear_pointer (&fixture->evaluation, mou_evaluation_unref);
  assert_fails (fixture, &options, fixture->path, MOU_REPORT_ERROR_REFUSED);
  fixture->evaluation = report_fixture_evaluate (fixture->agreement);
  g_assert_cmpuint (count_entries (fixture->folder), ==, 0);
}

/* A disk that fills at any point: never a false success, never a changed or a leftover file. */
static void
test_full_disk (WriteFixture *fixture, gconstpointer data)
{
  MouReportOptions options = { .form = MOU_FORM_EVALUATION };
  g_autoptr (GBytes) before = NULL;
  struct rlimit whole, limit;
  guint n_failures = 0;

  signal (SIGXFSZ, SIG_IGN);
  write_report (fixture, &options);
  before = read_bytes (fixture->path);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &whole), ==, 0);
  for (rlim_t size = 0; size < 24000; size += 800)
    {
      g_autoptr (GBytes) after = NULL;
      g_autoptr (GError) error = NULL;
      gboolean done;

      options.renderer = size % 1600 == 0 ? MOU_RENDER_XLSX : MOU_RENDER_TEXT;
      limit = (struct rlimit){ size, whole.rlim_max };
      g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
      done = mou_report_write (fixture->agreement, fixture->evaluation, &options, fixture->path, NULL, NULL, &error);
      g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &whole), ==, 0);
      g_assert_cmpuint (count_entries (fixture->folder), ==, 1);
      after = read_bytes (fixture->path);
      if (done)
        {
          g_bytes_unref (before);
          before = g_steal_pointer (&after);
          continue;
        }
      n_failures++;
      g_assert_error (error, MOU_REPORT_ERROR, MOU_REPORT_ERROR_SYSTEM);
      g_assert_true (g_str_has_prefix (error->message, fixture->path));
      g_assert_null (strstr (error->message, ".mou-report-"));
      g_assert_true (g_bytes_equal (before, after));
    }
  g_assert_cmpuint (n_failures, >=, 10);
}

static void
test_lookup (WriteFixture *fixture, gconstpointer data)
{
  g_assert_cmpint (mou_report_form_lookup ("agreement"), ==, MOU_FORM_AGREEMENT);
  g_assert_cmpint (mou_report_form_lookup ("evaluation"), ==, MOU_FORM_EVALUATION);
  g_assert_cmpint (mou_report_form_lookup ("Agreement"), ==, MOU_N_FORMS);
  g_assert_cmpint (mou_report_form_lookup (""), ==, MOU_N_FORMS);
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *path;
    void (*test) (WriteFixture *fixture, gconstpointer data);
  } tests[] = {
    { "/report/write/same-bytes", test_same_bytes },   { "/report/write/cells", test_cells },
    { "/report/write/thai-digits", test_thai_digits }, { "/report/write/hostile-words", test_hostile_words },
    { "/report/write/progress", test_progress },       { "/report/write/bad-places", test_bad_places },
    { "/report/write/bad-options", test_bad_options }, { "/report/write/full-disk", test_full_disk },
    { "/report/write/lookup", test_lookup },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, WriteFixture, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
