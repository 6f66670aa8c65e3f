/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The level chart without a display: what it says of an indicator, and where everything stands. */

#include "document-fixture.h"
#include "mou-level-chart-layout.h"

#define WIDTH 336
#define HEIGHT 220
#define LINE 16.0

/* Every character is 7 wide. */
static void
measure_cb (const char *text, gboolean strong, double *width, double *height, gpointer data)
{
  *width = 7.0 * (double) g_utf8_strlen (text, -1);
  *height = LINE;
}

static const MouIndicator *
get_indicator (Fixture *fixture, gint64 id)
{
  const MouAgreement *agreement = mou_document_get_agreement (fixture->document);

  return mou_agreement_get_node (agreement, (guint) mou_agreement_find_id (agreement, id))->indicator;
}

static const MouScore *
get_score (Fixture *fixture, gint64 id)
{
  const MouEvaluation *evaluation = mou_document_get_evaluation (fixture->document);

  return mou_evaluation_get_score (evaluation, (guint) mou_agreement_find_id (evaluation->agreement, id));
}

static void
init_input (MouLevelChartInput *input, Fixture *fixture, gint64 id, gboolean thai_digits)
{
  mou_level_chart_input_init (input, mou_document_get_agreement (fixture->document), get_indicator (fixture, id), get_score (fixture, id),
                              thai_digits);
}

static void
set_levels (Fixture *fixture, gint64 id, const char *const *levels)
{
  for (int i = 0; i < 5; i++)
    g_assert_true (mou_document_set_level (fixture->document, id, i + 1, levels[i], NULL));
}

static void
test_words (void)
{
  g_auto (Fixture) fixture = { NULL };
  g_auto (MouLevelChartInput) input = { 0 };
  g_autofree char *words = NULL;

  fixture_init (&fixture);
  init_input (&input, &fixture, fixture.pipes, FALSE);
  words = mou_level_chart_input_dup_description (&input);

  g_assert_cmpstr (words, ==,
                   "Level 1: 1,100. Level 2: 1,150. Level 3: 1,200. Level 4: 1,250. Level 5: 1,300. 2562: 784.56. 2563: 1,002.42. "
                   "2564: 1,130.72. 2565: 1,271.47. 2566: 1,271.47 (provisional). Actual: 1,271.47. Score: 4.4294.");
}

static void
test_thai_digits (void)
{
  g_auto (Fixture) fixture = { NULL };
  g_auto (MouLevelChartInput) input = { 0 };

  fixture_init (&fixture);
  init_input (&input, &fixture, fixture.pipes, TRUE);

  g_assert_cmpstr (input.levels[0].label, ==, "๑,๑๐๐");
  g_assert_cmpstr (input.years[0].title, ==, "๒๕๖๒");
  g_assert_cmpstr (input.score, ==, "๔.๔๒๙๔");
  g_assert_cmpstr (mou_chart_point_get_short_title (&input.years[0]), ==, "๖๒");
}

/* Where values stand, in thousandths of a level. */
static void
test_positions (void)
{
  static const struct
  {
    const char *levels[5];
    double value;
    int position;
  } cases[] = {
    { { "1100", "1150", "1200", "1250", "1300" }, 1225, 3500 },
    { { "1100", "1150", "1200", "1250", "1300" }, 1300, 5000 },
    { { "1100", "1150", "1200", "1250", "1300" }, 1050, 0 },
    { { "29.12", "28.12", "27.12", "26.00", "25.50" }, 27.12, 3000 },
    { { "29.12", "28.12", "27.12", "26.00", "25.50" }, 25.75, 4500 },
    { { "29.12", "28.12", "27.12", "26.00", "25.50" }, 30.12, 0 },
    { { "<96.0", "-", "96.0", "98.0", "100.00" }, 97, 3500 },
    { { "<96.0", "-", "96.0", "98.0", "100.00" }, 95.9, 950 },
    { { "10", "-", "20", "-", "30" }, 15, 2000 },
    { { "-", "-", "80", "-", "-" }, 80, 3000 },
    { { "-", "-", "80", "-", "-" }, 0, 2000 },
    { { "0.000001", "0.000002", "0.000003", "0.000004", "0.000005" }, 0.0000025, 2500 },
    { { "6012749", "6012699", "6012649", "6012599", "6012549" }, 6012574, 4500 },
  };

  g_auto (Fixture) fixture = { NULL };

  fixture_init (&fixture);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (MouLevelChartInput) input = { 0 };

      set_levels (&fixture, fixture.income, cases[i].levels);
      init_input (&input, &fixture, fixture.income, FALSE);
      g_test_message ("case %u", i);
      g_assert_cmpfloat_with_epsilon (mou_level_chart_input_get_position (&input, cases[i].value), cases[i].position / 1000.0, 1e-6);
    }
}

/* What past results of judged indicators are is a score, so the axis is the scale; the words stand beside it. */
static void
test_judged (void)
{
  g_auto (Fixture) fixture = { NULL };
  g_auto (MouLevelChartInput) input = { 0 };

  fixture_init (&fixture);
  g_assert_true (mou_document_set_history (fixture.document, fixture.plan, 2565, "3.5", NULL));
  g_assert_true (mou_document_set_history (fixture.document, fixture.plan, 2564, "-", NULL));
  g_assert_true (mou_document_set_history (fixture.document, fixture.plan, 2566, "N/A", NULL));
  init_input (&input, &fixture, fixture.plan, FALSE);

  g_assert_true (input.levels[0].worded);
  g_assert_cmpstr (input.levels[4].label, ==, "บรรลุแผน");
  g_assert_cmpfloat_with_epsilon (mou_level_chart_input_get_position (&input, input.years[3].value), 3.5, 1e-9);
  g_assert_cmpint (input.years[1].state, ==, MOU_CHART_POINT_BLANK);
  g_assert_cmpint (input.years[2].state, ==, MOU_CHART_POINT_NO_DATA);
  g_assert_cmpint (input.years[4].state, ==, MOU_CHART_POINT_PENDING);
}

static gboolean
overlap (const MouChartText *a, const MouChartText *b)
{
  return a->shown && b->shown && a->box.x < b->box.x + b->box.width && b->box.x < a->box.x + a->box.width
         && a->box.y < b->box.y + b->box.height && b->box.y < a->box.y + a->box.height;
}

static void
list_texts (const MouLevelChartLayout *layout, const MouLevelChartInput *input, GPtrArray *texts)
{
  for (int i = 0; i < input->n_levels; i++)
    {
      g_ptr_array_add (texts, (gpointer) &layout->levels[i].name);
      g_ptr_array_add (texts, (gpointer) &layout->levels[i].label);
    }
  for (guint i = 0; i < input->n_years; i++)
    {
      g_ptr_array_add (texts, (gpointer) &layout->years[i].title);
      g_ptr_array_add (texts, (gpointer) &layout->years[i].label);
    }
  g_ptr_array_add (texts, (gpointer) &layout->actual.title);
  g_ptr_array_add (texts, (gpointer) &layout->actual.label);
  g_ptr_array_add (texts, (gpointer) &layout->score);
}

static void
assert_legible (const MouLevelChartLayout *layout, const MouLevelChartInput *input, double width, double height)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();

  list_texts (layout, input, texts);
  for (guint i = 0; i < texts->len; i++)
    {
      const MouChartText *text = texts->pdata[i];

      if (!text->shown)
        continue;
      g_assert_cmpfloat (text->box.x, >=, -0.01);
      g_assert_cmpfloat (text->box.x + text->box.width, <=, width + 0.01);
      g_assert_cmpfloat (text->box.y + text->box.height, <=, height + 0.01);
      for (guint j = 0; j < i; j++)
        g_assert_false (overlap (text, texts->pdata[j]));
    }
}

/* Random levels and years, at sizes from comfortable to none: no text covers another or leaves the widget, better is always higher. */
static void
test_legible (void)
{
  for (int round = 0; round < 300; round++)
    {
      g_auto (MouLevelChartInput) input = { .n_levels = 5, .direction = g_test_rand_bit () ? 1 : -1, .n_years = MOU_CHART_YEARS };
      const double width = g_test_rand_double_range (220, 500);
      const double height = g_test_rand_double_range (150, 320);
      const double spread = g_test_rand_bit () ? 1e9 : 10;
      MouLevelChartLayout layout;

      for (int i = 0; i < 5; i++)
        {
          input.levels[i] = (MouChartLevel){ g_strdup_printf ("%d", i + 1), g_strdup_printf ("%d", 1000 * i), FALSE, FALSE, TRUE,
                                             input.direction * 1000.0 * i };
          input.years[i] = (MouChartPoint){ g_strdup_printf ("256%d", i), g_strdup ("1,271.47"),
                                            g_test_rand_bit () ? MOU_CHART_POINT_NUMBER : MOU_CHART_POINT_PENDING,
                                            g_test_rand_double_range (-spread, spread), FALSE };
        }
      input.actual = (MouChartPoint){ g_strdup ("Actual"), g_strdup ("1,300"), MOU_CHART_POINT_NUMBER, input.direction * 3500.0, FALSE };
      input.score = g_strdup ("4.5000");

      mou_level_chart_layout_init (&layout, &input, width, height, measure_cb, NULL);
      assert_legible (&layout, &input, width, height);
      g_assert_true (layout.score.shown);
      for (int i = 1; i < 5; i++)
        g_assert_cmpfloat (layout.levels[i].y, <, layout.levels[i - 1].y);
      g_assert_cmpfloat_with_epsilon (layout.actual.y, (layout.levels[3].y + layout.levels[4].y) / 2, 0.01);
      for (int i = 0; i < 5; i++)
        if (layout.years[i].marked)
          g_assert_true (layout.years[i].y > 0 && layout.years[i].y < layout.plot.height);
    }
}

/* Levels out of order: they are listed, and nothing is placed among them. */
static void
test_disorder (void)
{
  static const char *const levels[] = { "10", "30", "20", "40", "50" };
  g_auto (Fixture) fixture = { NULL };
  g_auto (MouLevelChartInput) input = { 0 };
  MouLevelChartLayout layout;

  fixture_init (&fixture);
  set_levels (&fixture, fixture.pipes, levels);
  init_input (&input, &fixture, fixture.pipes, FALSE);
  mou_level_chart_layout_init (&layout, &input, WIDTH, HEIGHT, measure_cb, NULL);

  for (int i = 0; i < 5; i++)
    {
      g_assert_true (layout.levels[i].label.shown);
      g_assert_false (layout.years[i].marked);
    }
  g_assert_false (layout.actual.marked);
}

static void
test_nothing (void)
{
  g_auto (Fixture) fixture = { NULL };
  g_auto (MouLevelChartInput) input = { 0 };
  g_auto (MouLevelChartInput) empty = { 0 };
  MouLevelChartLayout layout;

  fixture_init (&fixture);
  init_input (&input, &fixture, fixture.income, FALSE);
  g_assert_true (mou_level_chart_input_is_empty (&input));
  mou_level_chart_layout_init (&layout, &input, WIDTH, HEIGHT, measure_cb, NULL);
  g_assert_true (mou_level_chart_input_is_empty (&empty));
  mou_level_chart_layout_init (&layout, &empty, WIDTH, HEIGHT, measure_cb, NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/level-chart/words", test_words);
  g_test_add_func ("/level-chart/thai-digits", test_thai_digits);
  g_test_add_func ("/level-chart/positions", test_positions);
  g_test_add_func ("/level-chart/judged", test_judged);
  g_test_add_func ("/level-chart/legible", test_legible);
  g_test_add_func ("/level-chart/disorder", test_disorder);
  g_test_add_func ("/level-chart/nothing", test_nothing);

  return g_test_run ();
}
