/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Interval notation against levels, of an indicator and of its measure: they check each other, and where changing one cell makes
 * them agree, that is the fix. */

#include "mou-check-private.h"

#include <glib/gi18n-lib.h>

/* One set of levels with its notation, and how its parts are called. */
typedef struct
{
  const MouIndicator *indicator;
  const MouLevels *levels;
  const char *path; /* before "level" and "notation" in a place */
  MouEntity level_entity;
  MouEntity entity; /* of the notation */
  gint64 row;
  int field;
  MouDecimal values[MOU_LEVEL_COUNT_MAX];
  gboolean present[MOU_LEVEL_COUNT_MAX];
} Subject;

static void
read_levels (Subject *subject)
{
  for (int i = 0; i < subject->levels->count; i++)
    {
      const MouLevel *level = &subject->levels->levels[i];

      /* "<96" says where a level is not, so no step leads to it. */
      subject->present[i] = level->kind == MOU_LEVEL_NUMERIC && level->op != MOU_OP_LESS && level->op != MOU_OP_GREATER;
      subject->values[i] = level->value;
    }
}

static MouFinding
describe_notation (const Subject *subject, const char *code, MouSeverity severity)
{
  return (MouFinding){ .code = code,
                       .severity = severity,
                       .entity = subject->entity,
                       .row = subject->row,
                       .field = subject->field,
                       .place = g_strdup_printf ("%s/%snotation", subject->indicator->code, subject->path),
                       .found = g_strdup (subject->levels->notation_text) };
}

/* The notation that the levels have; NULL when they have none. */
static char *
derive (const Subject *subject)
{
  MouNotation notation;

  if (mou_levels_get_direction (subject->levels) == 0 || !mou_notation_derive (subject->values, subject->present, &notation))
    return NULL;

  return mou_notation_to_text (&notation);
}

static void
propose_notation (const Subject *subject, MouFinding *finding, const char *derived)
{
  if (derived == NULL)
    return;

  finding->expected = g_strdup (derived);
  finding->fix = _mou_fix_new (subject->entity, subject->row, 0, subject->field, derived);
}

static void
report_invalid (MouCheckRun *run, int node, const Subject *subject)
{
  MouFinding finding = describe_notation (subject, "notation-invalid", MOU_SEVERITY_WARNING);
  g_autofree char *derived = derive (subject);

  propose_notation (subject, &finding, derived);
  finding.message = derived != NULL
                        ? g_strdup_printf (_ ("The notation “%s” of %s cannot be read. The levels say %s; enter that."), finding.found,
                                           subject->indicator->code, derived)
                        : g_strdup_printf (_ ("The notation “%s” of %s cannot be read. Write it as -/+50 or -0.05/+0.19,+0.10."),
                                           finding.found, subject->indicator->code);
  _mou_check_add (run, node, finding);
}

/* One level is wrong if the notation is right. */
static void
report_level (MouCheckRun *run, int node, const Subject *subject, const MouNotationDisagreement *disagreement)
{
  int number = disagreement->fix_level;
  const MouLevel *level = &subject->levels->levels[number - 1];
  g_autofree char *fixed = mou_decimal_to_text (disagreement->fix_value);
  g_autofree char *found = mou_decimal_format (level->value, level->value.scale);
  g_autofree char *expected = mou_decimal_format (disagreement->fix_value, disagreement->fix_value.scale);

  _mou_check_add (run, node,
                  (MouFinding){ .code = "notation-disagrees",
                                .severity = MOU_SEVERITY_ERROR,
                                .entity = subject->level_entity,
                                .row = level->id,
                                .field = MOU_LEVEL_VALUE,
                                .place = g_strdup_printf ("%s/%slevel/%d", subject->indicator->code, subject->path, number),
                                .found = mou_decimal_to_text (level->value),
                                .expected = g_strdup (fixed),
                                .message = g_strdup_printf (
                                    _ ("Level %d of %s is %s, but the notation %s makes it %s. Correct the level, or the notation."),
                                    number, subject->indicator->code, found, subject->levels->notation_text, expected),
                                .fix = _mou_fix_new (subject->level_entity, level->id, 0, MOU_LEVEL_VALUE, fixed) });
}

/* "1–2, 3–4": the steps that the notation contradicts. */
static char *
write_steps (guint wrong_steps)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (int i = 0; i < MOU_LEVEL_COUNT_MAX - 1; i++)
    if (wrong_steps & (1u << i))
      g_string_append_printf (text, "%s%d–%d", text->len > 0 ? ", " : "", i + 1, i + 2);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
report_steps (MouCheckRun *run, int node, const Subject *subject, const MouNotationDisagreement *disagreement)
{
  MouFinding finding = describe_notation (subject, "notation-disagrees", MOU_SEVERITY_ERROR);
  g_autofree char *derived = derive (subject);
  g_autofree char *steps = write_steps (disagreement->wrong_steps);

  propose_notation (subject, &finding, derived);
  finding.message = derived != NULL
                        ? g_strdup_printf (_ ("The notation %s of %s contradicts its levels between %s; they say %s. Correct either."),
                                           finding.found, subject->indicator->code, steps, derived)
                        : g_strdup_printf (_ ("The notation %s of %s contradicts its levels between %s. Correct either."), finding.found,
                                           subject->indicator->code, steps);
  _mou_check_add (run, node, finding);
}

static void
check_subject (MouCheckRun *run, int node, Subject *subject)
{
  MouNotationDisagreement disagreement;

  if (subject->levels->notation_text == NULL || subject->levels->count != MOU_LEVEL_COUNT_MAX)
    return;

  read_levels (subject);
  if (!subject->levels->notation_valid)
    report_invalid (run, node, subject);
  else if (mou_notation_agrees (&subject->levels->notation, subject->values, subject->present, &disagreement))
    return;
  else if (disagreement.fix_level > 0)
    report_level (run, node, subject, &disagreement);
  else
    report_steps (run, node, subject, &disagreement);
}

void
_mou_check_notation (MouCheckRun *run, int node)
{
  const MouIndicator *indicator = _mou_check_get_indicator (run, node);
  Subject own = { indicator, &indicator->levels, "", MOU_ENTITY_LEVEL, MOU_ENTITY_INDICATOR, indicator->id, MOU_INDICATOR_NOTATION };

  check_subject (run, node, &own);
  if (indicator->measure != NULL)
    {
      const MouMeasure *measure = indicator->measure;
      Subject measured
          = { indicator, &measure->levels, "measure/", MOU_ENTITY_MEASURE_LEVEL, MOU_ENTITY_MEASURE, measure->id, MOU_MEASURE_NOTATION };

      check_subject (run, node, &measured);
    }
}
