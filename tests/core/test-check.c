/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Every check: one edit of a sound agreement that brings exactly its finding, at its place, with its fix. */

#include "mou-check.h"
#include "register-fixture.h"

static GPtrArray *
check (MouRegister *rows)
{
  g_autoptr (MouAgreement) agreement = mou_register_dup_agreement (rows, fixture_get_agreement (rows));

  return mou_check_agreement (agreement);
}

/* "error weights-sum agreement/weight 101 100": all that is canonical in a finding. */
static char *
write_finding (const MouFinding *finding)
{
  return g_strdup_printf ("%s %s %s %s %s", mou_severity_key (finding->severity), finding->code, finding->place,
                          finding->found != NULL ? finding->found : "·", finding->expected != NULL ? finding->expected : "·");
}

static GStrv
write_findings (MouRegister *rows)
{
  g_autoptr (GPtrArray) findings = check (rows);
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();

  for (guint i = 0; i < findings->len; i++)
    {
      g_autofree char *line = write_finding (g_ptr_array_index (findings, i));

      g_strv_builder_add (lines, line);
    }

  return g_strv_builder_end (lines);
}

static gint64
add_indicator (MouRegister *rows, const FixtureIndicator *indicator)
{
  fixture_add_indicators (rows, fixture_get_agreement (rows), indicator, 1);

  return fixture_get_indicator (rows, indicator->code);
}

/* A new indicator of 2 weight below group 1, which grows by as much. */
static gint64
add_to_group (MouRegister *rows, FixtureIndicator indicator)
{
  indicator.code = "1.9";
  indicator.weight = "2";
  if (indicator.name == NULL)
    indicator.name = "ใหม่";
  fixture_set (rows, fixture_get_indicator (rows, "1"), "weight", "14");
  fixture_set (rows, fixture_get_indicator (rows, "3"), "weight", "61");
  fixture_set (rows, fixture_get_indicator (rows, "3.8"), "weight", "5");

  return add_indicator (rows, &indicator);
}

#define PAST                                                                                                                               \
  {                                                                                                                                        \
    "1", "2", "3", "3", "3"                                                                                                                \
  }
#define RISING                                                                                                                             \
  {                                                                                                                                        \
    "1", "2", "3", "4", "5"                                                                                                                \
  }

static gint64
add_linear (MouRegister *rows)
{
  return add_to_group (rows, (FixtureIndicator){ .kind = "linear", .unit = "ราย", .levels = RISING, .notation = "-/+1", .history = PAST });
}

static gint64
get_past (MouRegister *rows, const char *code, const char *year)
{
  return fixture_get_child (rows, fixture_get_indicator (rows, code), MOU_ENTITY_HISTORY, year);
}

static gint64
get_note (MouRegister *rows, const char *number)
{
  return fixture_get_child (rows, fixture_get_agreement (rows), MOU_ENTITY_NOTE, number);
}

static gint64
add_assessment (MouRegister *rows)
{
  return fixture_add (rows, MOU_ENTITY_ASSESSMENT, fixture_get_agreement (rows), "name", "A", "kind", "self", "period", "year", NULL);
}

static void
edit_sum (MouRegister *rows)
{
  fixture_set (rows, fixture_get_indicator (rows, "1"), "weight", "12.5");
  fixture_set (rows, fixture_get_indicator (rows, "1.1"), "weight", "10.5");
}

static void
edit_no_weight (MouRegister *rows)
{
  fixture_set (rows, fixture_get_indicator (rows, "1.1"), "weight", NULL);
}

static void
edit_heavy (MouRegister *rows)
{
  fixture_set (rows, fixture_get_indicator (rows, "2.3"), "weight", "3.5");
  fixture_set (rows, fixture_get_indicator (rows, "2.4"), "weight", "20.5");
}

static void
edit_negative (MouRegister *rows)
{
  fixture_set (rows, fixture_get_indicator (rows, "1.1"), "weight", "13");
  fixture_set (rows, fixture_get_indicator (rows, "1.2"), "weight", "-1");
}

static void
edit_member (MouRegister *rows)
{
  fixture_set (rows, fixture_get_indicator (rows, "1.1"), "weight", "12");
}

static void
edit_group_without_weight (MouRegister *rows)
{
  fixture_set (rows, fixture_get_indicator (rows, "2"), "weight", NULL);
}

static void
edit_bad_notation (MouRegister *rows)
{
  fixture_set (rows, fixture_get_indicator (rows, "1.2"), "notation", "-/+");
}

static void
edit_level (MouRegister *rows)
{
  fixture_set (rows, fixture_get_child (rows, fixture_get_indicator (rows, "2.4"), MOU_ENTITY_LEVEL, "4"), "value", "26.10");
}

static void
edit_notation (MouRegister *rows)
{
  fixture_set (rows, fixture_get_indicator (rows, "1.1"), "notation", "-10,-20/+30,+40");
}

static void
edit_measure (MouRegister *rows)
{
  gint64 id = add_to_group (rows, (FixtureIndicator){ .kind = "gated", .history = { "1", "2", "3", "4", "4.5" } });
  gint64 measure = fixture_add (rows, MOU_ENTITY_MEASURE, id, "unit", "m", "notation", "-/+1", NULL);

  for (int i = 1; i <= 5; i++)
    {
      g_autofree char *number = g_strdup_printf ("%d", i);

      fixture_add (rows, MOU_ENTITY_MEASURE_LEVEL, measure, "number", number, "value", i == 4 ? "4.5" : number, NULL);
    }
}

static void
edit_order (MouRegister *rows)
{
  add_to_group (rows, (FixtureIndicator){ .kind = "stepped", .unit = "ราย", .levels = { "1", "2", "2", "4", "5" }, .history = PAST });
}

static void
edit_no_levels (MouRegister *rows)
{
  add_to_group (rows, (FixtureIndicator){ .kind = "linear", .unit = "ราย", .levels = { "1" }, .history = PAST });
}

static void
edit_nothing_described (MouRegister *rows)
{
  add_to_group (rows, (FixtureIndicator){ .kind = "judged", .history = PAST });
}

static void
edit_not_described (MouRegister *rows)
{
  add_to_group (rows, (FixtureIndicator){ .kind = "judged", .levels = { "“1”", "“2”", "“3”", NULL, "“5”" }, .history = PAST });
}

static void
edit_direction (MouRegister *rows)
{
  static const FixtureIndicator falling = { .kind = "linear", .unit = "ราย", .levels = { "5", "4", "3", "2", "1" }, .history = PAST };

  fixture_set (rows, fixture_get_indicator (rows, "1.1"), "unit", "ราย");
  add_to_group (rows, falling);
}

static void
edit_unit (MouRegister *rows)
{
  fixture_set (rows, fixture_get_indicator (rows, "2.3"), "unit", NULL);
}

static void
edit_name (MouRegister *rows)
{
  fixture_set (rows, fixture_get_indicator (rows, "2.3"), "name", NULL);
}

static void
edit_same_name (MouRegister *rows)
{
  fixture_set (rows, fixture_get_indicator (rows, "2.4"), "name", "การบริหารจัดการแรงดันน้ำ");
}

static void
edit_same_code (MouRegister *rows)
{
  fixture_set (rows, fixture_get_indicator (rows, "2.4"), "code", "๒.๓");
}

static void
edit_gap (MouRegister *rows)
{
  fixture_remove (rows, get_past (rows, "2.3", "2563"));
  fixture_remove (rows, get_past (rows, "2.3", "2565"));
}

static void
edit_no_past (MouRegister *rows)
{
  add_to_group (rows, (FixtureIndicator){ .kind = "linear", .unit = "ราย", .levels = RISING, .notation = "-/+1" });
}

/* Nobody has last year's result yet: one finding, not one an indicator. */
static void
edit_column (MouRegister *rows)
{
  GPtrArray *indicators = mou_register_get_children (rows, fixture_get_agreement (rows), MOU_ENTITY_INDICATOR);

  fixture_set (rows, get_past (rows, "2.4", "2565"), "value", "27.12");
  for (guint i = 0; i < indicators->len; i++)
    {
      const MouRow *past = mou_register_find (rows, ((MouRow *) g_ptr_array_index (indicators, i))->id, MOU_ENTITY_HISTORY, "2566");

      if (past != NULL)
        fixture_remove (rows, past->id);
    }
}

static void
edit_one_provisional (MouRegister *rows)
{
  fixture_set (rows, get_past (rows, "2.3", "2566"), "note", NULL);
}

static void
edit_all_provisional (MouRegister *rows)
{
  fixture_remove (rows, get_note (rows, "1"));
}

static void
edit_pending (MouRegister *rows)
{
  fixture_set (rows, get_note (rows, "4"), "text", "หมายเหตุ");
}

static void
edit_met (MouRegister *rows)
{
  fixture_set (rows, get_past (rows, "2.4", "2566"), "value", "25.50");
}

static void
edit_out_of_reach (MouRegister *rows)
{
  fixture_set (rows, get_past (rows, "2.4", "2566"), "value", "27.13");
}

static void
edit_formula (MouRegister *rows)
{
  fixture_set (rows, fixture_get_indicator (rows, "2.4"), "formula", "1 +");
}

static void
edit_unknown (MouRegister *rows)
{
  gint64 id = fixture_get_indicator (rows, "2.4");

  fixture_set (rows, id, "formula", "sold / made");
  fixture_add (rows, MOU_ENTITY_VARIABLE, id, "name", "sold", NULL);
}

static void
edit_unused (MouRegister *rows)
{
  gint64 id = fixture_get_indicator (rows, "2.4");

  fixture_set (rows, id, "formula", "sold * 100");
  fixture_add (rows, MOU_ENTITY_VARIABLE, id, "name", "sold", NULL);
  fixture_add (rows, MOU_ENTITY_VARIABLE, id, "name", "made", NULL);
}

static void
edit_no_formula (MouRegister *rows)
{
  gint64 id = fixture_get_indicator (rows, "2.4");

  fixture_add (rows, MOU_ENTITY_VARIABLE, id, "name", "sold", NULL);
  fixture_add (rows, MOU_ENTITY_VARIABLE, id, "name", "made", NULL);
}

static void
edit_gate (MouRegister *rows)
{
  gint64 id = fixture_get_indicator (rows, "2.4");

  fixture_add (rows, MOU_ENTITY_GATE, id, "level", "1", "text", "plan", NULL);
  fixture_add (rows, MOU_ENTITY_GATE, id, "level", "2", NULL);
}

static void
edit_party (MouRegister *rows)
{
  GPtrArray *parties = mou_register_get_children (rows, fixture_get_agreement (rows), MOU_ENTITY_PARTY);

  fixture_remove (rows, ((MouRow *) g_ptr_array_index (parties, 1))->id);
}

static void
edit_not_applicable (MouRegister *rows)
{
  gint64 assessment = add_assessment (rows);
  g_autofree char *one = g_strdup_printf ("%" G_GINT64_FORMAT, fixture_get_indicator (rows, "2.4"));
  g_autofree char *two = g_strdup_printf ("%" G_GINT64_FORMAT, fixture_get_indicator (rows, "2.3"));

  fixture_add (rows, MOU_ENTITY_RESULT, assessment, "indicator", one, "state", "not-applicable", NULL);
  fixture_add (rows, MOU_ENTITY_RESULT, assessment, "indicator", two, "state", "not-applicable", "reason", "closed", NULL);
}

static void
edit_deduction (MouRegister *rows)
{
  gint64 assessment = add_assessment (rows);

  fixture_add (rows, MOU_ENTITY_DEDUCTION, assessment, "amount", "0.25", "reason", "late", NULL);
  fixture_add (rows, MOU_ENTITY_DEDUCTION, assessment, "amount", "0.125", NULL);
}

static const struct
{
  void (*edit) (MouRegister *rows);
  const char *finding;
  const char *fix; /* the value, or NULL */
} cases[] = {
  { edit_sum, "error weights-sum agreement/weight 100.5 100", NULL },
  { edit_no_weight, "error weight-missing 1.1/weight · ·", NULL },
  { edit_heavy, "hint weight-unusual 2.4/weight 20.5 ·", NULL },
  { edit_negative, "error weight-unusual 1.2/weight -1 ·", NULL },
  { edit_member, "error parent-weight 1/weight 14 12", NULL },
  { edit_bad_notation, "warning notation-invalid 1.2/notation -/+ -/+43250", "-/+43250" },
  { edit_level, "error notation-disagrees 2.4/level/4 26.10 26.00", "26.00" },
  { edit_notation, "error notation-disagrees 1.1/notation -10,-20/+30,+40 -/+50", "-/+50" },
  { edit_measure, "error notation-disagrees 1.9/measure/level/4 4.5 4.0", "4.0" },
  { edit_order, "error levels-not-monotone 1.9/level/3 2 ·", NULL },
  { edit_no_levels, "error levels-missing 1.9/levels · ·", NULL },
  { edit_nothing_described, "warning levels-missing 1.9/levels · ·", NULL },
  { edit_not_described, "warning text-level-without-description 1.9/level/4 · ·", NULL },
  { edit_direction, "hint direction-unlike-neighbours 1.9/levels · ·", NULL },
  { edit_unit, "warning unit-missing 2.3/unit · ·", NULL },
  { edit_name, "warning name-missing 2.3/name · ·", NULL },
  { edit_same_name, "warning duplicate-name 2.4/name การบริหารจัดการแรงดันน้ำ ·", NULL },
  { edit_same_code, "error duplicate-code ๒.๓/code ๒.๓ ·", NULL },
  { edit_gap, "warning history-gap 2.3/history/2563 · 2563, 2565", NULL },
  { edit_no_past, "warning history-gap 1.9/history/2562 · 2562, 2563, 2564, 2565, 2566", NULL },
  { edit_column, "hint history-gap agreement/history/2566 · ·", NULL },
  { edit_one_provisional, "warning provisional-without-note 2.3/history/2566 · 1", "1" },
  { edit_all_provisional, "warning provisional-without-note 1.1/history/2566 · ·", NULL },
  { edit_pending, "warning pending-without-note 3.1/history/2566 · ·", NULL },
  { edit_met, "hint level5-already-met 2.4/level/5 25.50 ·", NULL },
  { edit_out_of_reach, "hint level3-beyond-past 2.4/level/3 27.12 ·", NULL },
  { edit_formula, "error formula-invalid 2.4/formula 1 + ·", NULL },
  { edit_unknown, "error formula-unknown-variable 2.4/formula made ·", NULL },
  { edit_unused, "warning variable-unused 2.4/variable/made made ·", NULL },
  { edit_no_formula, "warning variable-unused 2.4/variable/sold sold ·", NULL },
  { edit_gate, "warning gate-without-text 2.4/gate/2 · ·", NULL },
  { edit_party, "warning party-missing agreement/parties · ·", NULL },
  { edit_not_applicable, "warning not-applicable-without-reason A/2.4/reason · ·", NULL },
  { edit_deduction, "warning deduction-without-reason A/deduction/2 · ·", NULL },
};

/* The one finding that is new since `before`; the others are the same. */
static MouFinding *
take_new (GPtrArray *findings, GStrv before)
{
  for (guint i = findings->len; i > 0; i--)
    {
      g_autofree char *line = write_finding (g_ptr_array_index (findings, i - 1));

      if (g_strv_contains ((const char *const *) before, line))
        g_ptr_array_remove_index (findings, i - 1);
    }
  g_assert_cmpuint (findings->len, ==, 1);

  return g_ptr_array_steal_index (findings, 0);
}

static void
test_case (gconstpointer data)
{
  guint index = GPOINTER_TO_UINT (data);
  g_autoptr (MouRegister) rows = fixture_new_sample (FALSE);
  g_auto (GStrv) before = write_findings (rows);
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (MouFinding) finding = NULL;
  g_autofree char *line = NULL;

  cases[index].edit (rows);
  findings = check (rows);
  finding = take_new (findings, before);
  line = write_finding (finding);
  g_assert_cmpstr (line, ==, cases[index].finding);
  g_assert_cmpstr (finding->fix != NULL ? finding->fix->value : NULL, ==, cases[index].fix);
  g_assert_true (g_str_has_suffix (finding->message, ".") || g_str_has_suffix (finding->message, "?"));
  if (finding->row != 0)
    {
      g_assert_nonnull (mou_register_lookup (rows, finding->row));
      g_assert_cmpint ((int) mou_register_lookup (rows, finding->row)->entity, ==, (int) finding->entity);
    }
  if (finding->fix == NULL)
    return;

  g_assert_cmpint (finding->fix->row, ==, finding->row);
  fixture_set (rows, finding->fix->row, mou_field_get (finding->fix->entity, finding->fix->field)->key, finding->fix->value);
  {
    g_autoptr (GPtrArray) fixed = check (rows);

    g_assert_cmpuint (fixed->len, ==, g_strv_length (before));
  }
}

static void
assert_findings (MouRegister *rows, const char *expected)
{
  g_auto (GStrv) lines = write_findings (rows);
  g_autofree char *all = g_strjoinv ("\n", lines);

  g_assert_cmpstr (all, ==, expected);
}

/* Nothing but true remarks on a sound agreement. */
static void
test_sound (void)
{
  g_autoptr (MouRegister) rows = fixture_new_sample (FALSE);

  assert_findings (rows, "hint level3-beyond-past 1.2/level/3 530000 ·\n"
                         "hint level5-already-met 2.2.1/level/5 100.00 ·");
}

/* In printed order, and the graver first. */
static void
test_as_printed (void)
{
  g_autoptr (MouRegister) rows = fixture_new_sample (TRUE);

  assert_findings (rows, "error notation-disagrees 1.1/level/2 1100 1150\n"
                         "error levels-not-monotone 1.1/level/2 1100 ·\n"
                         "warning notation-invalid 1.2/notation -/+ -/+43250\n"
                         "hint level3-beyond-past 1.2/level/3 530000 ·\n"
                         "hint level5-already-met 2.2.1/level/5 100.00 ·\n"
                         "error notation-disagrees 2.3/level/3 7.56 7.46\n"
                         "error notation-disagrees 2.4/level/4 26.10 26.00");
}

/* On a scale of one level the target is both the top and the middle. */
static void
test_percent_scale (void)
{
  static const FixtureIndicator indicators[] = {
    { "1", "met", "linear", "%", "20", { "80" }, NULL, { "70", "75", "78", "79", "80" } },
    { "2", "far", "linear", "%", "20", { "80" }, NULL, { "70", "75", "78", "79", "79.9" } },
    { "3", "sound", "linear", "%", "60", { "80" }, NULL, { "70", "75", "81", "79", "79.9" } },
  };
  g_autoptr (MouRegister) rows = mou_register_new ();
  gint64 agreement = fixture_add_agreement (rows);

  fixture_set (rows, agreement, "scale", "percent");
  fixture_add_indicators (rows, agreement, indicators, G_N_ELEMENTS (indicators));
  assert_findings (rows, "hint level5-already-met 1/level/1 80 ·\n"
                         "hint level3-beyond-past 2/level/1 80 ·\n"
                         "hint weight-unusual 3/weight 60 ·");
}

static void
test_group_without_weight (void)
{
  g_autoptr (MouRegister) rows = fixture_new_sample (FALSE);
  g_auto (GStrv) before = write_findings (rows);
  g_auto (GStrv) after = NULL;

  edit_group_without_weight (rows);
  after = write_findings (rows);
  g_assert_true (g_strv_equal ((const char *const *) before, (const char *const *) after));
}

static void
test_new_indicator_is_sound (void)
{
  g_autoptr (MouRegister) rows = fixture_new_sample (FALSE);
  g_auto (GStrv) before = write_findings (rows);
  g_auto (GStrv) after = NULL;

  add_linear (rows);
  after = write_findings (rows);
  g_assert_true (g_strv_equal ((const char *const *) before, (const char *const *) after));
}

static void
test_empty (void)
{
  g_autoptr (MouRegister) rows = mou_register_new ();

  fixture_add_agreement (rows);
  assert_findings (rows, "");
}

/* Anything that a register can hold can be checked. */
static void
test_random (void)
{
  for (guint32 seed = 1; seed <= 100; seed++)
    {
      g_autoptr (MouRegister) rows = fixture_new_random (seed);
      GPtrArray *organisations = mou_register_get_children (rows, 0, MOU_ENTITY_ORGANISATION);
      GPtrArray *agreements = mou_register_get_children (rows, ((MouRow *) g_ptr_array_index (organisations, 0))->id, MOU_ENTITY_AGREEMENT);

      for (guint i = 0; i < agreements->len; i++)
        {
          g_autoptr (MouAgreement) agreement = mou_register_dup_agreement (rows, ((MouRow *) g_ptr_array_index (agreements, i))->id);
          g_autoptr (GPtrArray) findings = mou_check_agreement (agreement);

          for (guint n = 0; n < findings->len; n++)
            {
              const MouFinding *finding = g_ptr_array_index (findings, n);
              const MouRow *row = mou_register_lookup (rows, finding->row);

              /* What is missing altogether has no row. */
              g_assert_true (row != NULL ? finding->field < (int) row->n_values : finding->row == 0 && finding->field == -1);
            }
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/check/sound", test_sound);
  g_test_add_func ("/check/as-printed", test_as_printed);
  g_test_add_func ("/check/percent-scale", test_percent_scale);
  g_test_add_func ("/check/group-without-weight", test_group_without_weight);
  g_test_add_func ("/check/new-indicator", test_new_indicator_is_sound);
  g_test_add_func ("/check/empty", test_empty);
  g_test_add_func ("/check/random", test_random);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv) words = g_strsplit (cases[i].finding, " ", 3);
      g_autofree char *path = g_strdup_printf ("/check/case/%s/%u", words[1], i);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_case);
    }

  return g_test_run ();
}
