/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What was written says what the register says, in every variant, and each thing that is changed since is named. */
#include "mou-json-agreement.h"
#include "mou-report-compare.h"

#include <glib/gstdio.h>
#include <string.h>

#define AGREEMENT_SEAL "7KQ2M-0ZC4T-5XW1E-9RBNH"
#define EVALUATION_SEAL "7KQ2M-0ZC4T-5XW1E-9RBNJ"

typedef struct
{
  char *folder;
  char *path;
  MouRegister *rows;
  gint64 agreement, assessment;
} CompareFixture;

static gint64
get_first_child (MouRegister *rows, gint64 parent, MouEntity entity)
{
  return ((const MouRow *) g_ptr_array_index (mou_register_get_children (rows, parent, entity), 0))->id;
}

static void
set_up (CompareFixture *fixture, gconstpointer data)
{
  g_autofree char *sample = g_build_filename (g_getenv ("MOU_SAMPLES"), "mwa-2567.json", NULL);

  fixture->folder = g_dir_make_tmp ("mou-compare-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "report", NULL);
  fixture->rows = mou_json_agreement_load (sample, NULL);
  fixture->agreement = get_first_child (fixture->rows, get_first_child (fixture->rows, 0, MOU_ENTITY_ORGANISATION), MOU_ENTITY_AGREEMENT);
  fixture->assessment = get_first_child (fixture->rows, fixture->agreement, MOU_ENTITY_ASSESSMENT);
}

static void
tear_down (CompareFixture *fixture, gconstpointer data)
{
  mou_register_free (fixture->rows);
  g_unlink (fixture->path);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static void
write_report (CompareFixture *fixture, const MouReportOptions *options)
{
  g_autoptr (MouAgreement) agreement = mou_register_dup_agreement (fixture->rows, fixture->agreement);
  g_autoptr (MouEvaluation) evaluation = mou_engine_evaluate (agreement, mou_agreement_get_assessment (agreement, fixture->assessment));
  g_autoptr (GError) error = NULL;

  g_assert_true (mou_report_write (agreement, evaluation, options, fixture->path, NULL, NULL, &error));
  g_assert_no_error (error);
}

/* The differences as "place found expected", a line each. */
static char *
compare (CompareFixture *fixture, guint *n_differences)
{
  g_auto (MouReportSeals) seals = { 0 };
  g_autoptr (GPtrArray) differences = NULL;
  g_autoptr (GString) told = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (mou_report_read_seals (fixture->path, &seals, &error));
  g_assert_no_error (error);
  g_assert_true (mou_report_can_compare (&seals));
  g_assert_true (mou_report_compare (fixture->rows, fixture->agreement, seals.evaluation != NULL ? fixture->assessment : 0, &seals,
                                     fixture->path, 5, &differences, n_differences, &error));
  g_assert_no_error (error);
  for (guint i = 0; i < differences->len; i++)
    {
      const MouReportDifference *one = g_ptr_array_index (differences, i);

      g_string_append_printf (told, "%s %s %s\n", one->place, one->found != NULL ? one->found : "nothing",
                              one->expected != NULL ? one->expected : "nothing");
    }

  return g_string_free (g_steal_pointer (&told), FALSE);
}

static void
test_every_variant (CompareFixture *fixture, gconstpointer data)
{
  for (int variant = 0; variant < 16; variant++)
    {
      MouReportOptions options = { .form = (variant & 1) != 0 ? MOU_FORM_EVALUATION : MOU_FORM_AGREEMENT,
                                   .renderer = (variant & 2) != 0 ? MOU_RENDER_TEXT : MOU_RENDER_XLSX,
                                   .thai_digits = (variant & 4) != 0,
                                   .values_only = (variant & 8) != 0,
                                   .seal = AGREEMENT_SEAL,
                                   .evaluation_seal = EVALUATION_SEAL };
      g_autofree char *told = NULL;
      guint n_differences;

      write_report (fixture, &options);
      told = compare (fixture, &n_differences);
      g_assert_cmpstr (told, ==, "");
      g_assert_cmpuint (n_differences, ==, 0);
    }
}

static void
test_seals (CompareFixture *fixture, gconstpointer data)
{
  for (int variant = 0; variant < 4; variant++)
    {
      gboolean is_evaluation = (variant & 1) != 0, is_text = (variant & 2) != 0;
      MouReportOptions options = { .form = is_evaluation ? MOU_FORM_EVALUATION : MOU_FORM_AGREEMENT,
                                   .renderer = is_text ? MOU_RENDER_TEXT : MOU_RENDER_XLSX,
                                   .seal = AGREEMENT_SEAL,
                                   .evaluation_seal = EVALUATION_SEAL };
      g_auto (MouReportSeals) seals = { 0 };

      write_report (fixture, &options);
      g_assert_true (mou_report_read_seals (fixture->path, &seals, NULL));
      g_assert_cmpstr (seals.agreement, ==, AGREEMENT_SEAL);
      g_assert_cmpstr (seals.evaluation, ==, is_evaluation ? EVALUATION_SEAL : NULL);
      g_assert_cmpint (seals.file, ==, is_text ? MOU_REPORT_FILE_TEXT : MOU_REPORT_FILE_WORKBOOK);
      g_assert_cmpint (seals.form, ==, is_text ? MOU_N_FORMS : options.form);
    }
}

/* The register has moved on, as a hand in the workbook would have: both sides are told. */
static void
test_workbook_differs (CompareFixture *fixture, gconstpointer data)
{
  MouReportOptions options = { .form = MOU_FORM_EVALUATION, .seal = AGREEMENT_SEAL, .evaluation_seal = EVALUATION_SEAL };
  const MouRow *pipes = mou_register_find (fixture->rows, fixture->agreement, MOU_ENTITY_INDICATOR, "1.1");
  g_autoptr (MouRow) changed = mou_row_with_value (pipes, MOU_INDICATOR_UNIT, "เมตร");
  g_autoptr (MouChange) change = mou_change_new ((MouRow *) pipes, changed);
  g_autofree char *told = NULL;
  guint n_differences;

  write_report (fixture, &options);
  mou_register_apply (fixture->rows, change);
  told = compare (fixture, &n_differences);
  g_assert_cmpstr (told, ==, "ผลการประเมิน!B7 “กิโลเมตร” “เมตร”\n");
  g_assert_cmpuint (n_differences, ==, 1);
}

static void
test_text_differs (CompareFixture *fixture, gconstpointer data)
{
  MouReportOptions options
      = { .form = MOU_FORM_EVALUATION, .renderer = MOU_RENDER_TEXT, .seal = AGREEMENT_SEAL, .evaluation_seal = EVALUATION_SEAL };
  g_autofree char *text = NULL;
  g_autofree char *told = NULL;
  g_auto (GStrv) parts = NULL;
  g_autofree char *changed = NULL;
  guint n_differences;

  write_report (fixture, &options);
  g_assert_true (g_file_get_contents (fixture->path, &text, NULL, NULL));
  parts = g_strsplit (text, " 4.4294 ", 2);
  changed = g_strjoinv (" 4.4299 ", parts);
  g_assert_true (g_file_set_contents (fixture->path, changed, -1, NULL));
  told = compare (fixture, &n_differences);
  g_assert_cmpstr (told, ==, "line 10 4.4299 4.4294\n");
  g_assert_cmpuint (n_differences, ==, 1);
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *path;
    void (*test) (CompareFixture *fixture, gconstpointer data);
  } tests[] = {
    { "/report/compare/every-variant", test_every_variant },
    { "/report/compare/seals", test_seals },
    { "/report/compare/workbook-differs", test_workbook_differs },
    { "/report/compare/text-differs", test_text_differs },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, CompareFixture, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
