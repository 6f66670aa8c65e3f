/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reading the short texts of the engine's tests. */

#include "criterion-fixture.h"

#include "mou-rounding.h"

#include <string.h>

typedef struct
{
  MouRegister *rows;
  gint64 parent;    /* the indicator, or the result */
  gint64 indicator; /* the same in both cases */
} Target;

typedef void (*Visit) (Target *target, const char *key, const char *value);

static void
visit_pairs (Target *target, const char *text, Visit visit)
{
  g_auto (GStrv) pairs = g_strsplit (text, ";", -1);

  for (guint i = 0; pairs[i] != NULL; i++)
    {
      char *value = strchr (pairs[i], '=');

      if (g_str_equal (pairs[i], "."))
        continue;
      g_assert_nonnull (value);
      *value++ = '\0';
      visit (target, pairs[i], value);
    }
}

static void
add_level (MouRegister *rows, gint64 parent, MouEntity entity, guint number, const char *text)
{
  g_autofree char *key = g_strdup_printf ("%u", number);
  gsize signs = strspn (text, "<>=");
  g_autofree char *op = g_strndup (text, signs);

  if (g_str_has_prefix (text, "“"))
    fixture_add (rows, entity, parent, "number", key, "text", text, NULL);
  else if (!g_str_equal (text, "-"))
    fixture_add (rows, entity, parent, "number", key, "op", op, "value", text + signs, NULL);
}

static void
add_levels (MouRegister *rows, gint64 parent, MouEntity entity, const char *text)
{
  g_auto (GStrv) levels = g_strsplit (text, "|", -1);

  for (guint i = 0; levels[i] != NULL; i++)
    add_level (rows, parent, entity, i + 1, levels[i]);
}

static void
add_gate (MouRegister *rows, gint64 indicator, const char *text)
{
  g_autofree char *level = g_strndup (text, 1);

  fixture_add (rows, MOU_ENTITY_GATE, indicator, "level", level, "pro_rata", text[1] == '~' ? "1" : NULL, NULL);
}

static void
add_rebase (MouRegister *rows, gint64 indicator, const char *text)
{
  g_auto (GStrv) ends = g_strsplit (text, ">", 2);

  fixture_add (rows, MOU_ENTITY_REBASE, indicator, "from", ends[0], "to", ends[1], "reason", "ค่า Ft", NULL);
}

static void
set_indicator_pair (Target *target, const char *key, const char *value)
{
  if (g_str_equal (key, "levels"))
    add_levels (target->rows, target->indicator, MOU_ENTITY_LEVEL, value);
  else if (g_str_equal (key, "measure"))
    add_levels (target->rows, fixture_add (target->rows, MOU_ENTITY_MEASURE, target->indicator, NULL), MOU_ENTITY_MEASURE_LEVEL, value);
  else if (g_str_equal (key, "gate"))
    add_gate (target->rows, target->indicator, value);
  else if (g_str_equal (key, "item"))
    fixture_add (target->rows, MOU_ENTITY_ITEM, target->indicator, "text", "ข้อ", "weight", value, NULL);
  else if (g_str_equal (key, "variable"))
    fixture_add (target->rows, MOU_ENTITY_VARIABLE, target->indicator, "name", value, NULL);
  else if (g_str_equal (key, "rebase"))
    add_rebase (target->rows, target->indicator, value);
  else
    fixture_set (target->rows, target->indicator, key, value);
}

gint64
criterion_fixture_add_indicator (MouRegister *rows, gint64 agreement, gint64 group, const char *code, const char *text)
{
  g_autofree char *above = group != 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, group) : NULL;
  Target target = { .rows = rows };

  target.indicator
      = fixture_add (rows, MOU_ENTITY_INDICATOR, agreement, "group", above, "code", code, "kind", "linear", "weight", "10", NULL);
  visit_pairs (&target, text, set_indicator_pair);

  return target.indicator;
}

static char *
dup_id (gint64 id)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, id);
}

/* "key:value": a part of the result that refers to a child row of the indicator by its key, or by its number. */
static void
add_part (Target *target, const char *pair, MouEntity children, MouEntity part, const char *field, const char *value_field)
{
  g_auto (GStrv) halves = g_strsplit (pair, ":", 2);
  g_autofree char *id = NULL;

  if (children == MOU_ENTITY_ITEM)
    {
      GPtrArray *items = mou_register_get_children (target->rows, target->indicator, children);
      guint number = (guint) g_ascii_strtoull (halves[0], NULL, 10);

      g_assert_cmpuint (number, <=, items->len);
      id = dup_id (((MouRow *) g_ptr_array_index (items, number - 1))->id);
    }
  else
    id = dup_id (fixture_get_child (target->rows, target->indicator, children, halves[0]));

  fixture_add (target->rows, part, target->parent, field, id, value_field, halves[1], NULL);
}

static void
set_result_pair (Target *target, const char *key, const char *value)
{
  if (g_str_equal (key, "var"))
    add_part (target, value, MOU_ENTITY_VARIABLE, MOU_ENTITY_RESULT_VARIABLE, "variable", "value");
  else if (g_str_equal (key, "gate"))
    add_part (target, value, MOU_ENTITY_GATE, MOU_ENTITY_RESULT_GATE, "gate", "fulfilled");
  else if (g_str_equal (key, "item"))
    add_part (target, value, MOU_ENTITY_ITEM, MOU_ENTITY_RESULT_ITEM, "item", "fulfilled");
  else
    fixture_set (target->rows, target->parent, key, value);
}

gboolean
criterion_fixture_is_past (const char *result)
{
  return g_str_has_prefix (result, "past=");
}

void
criterion_fixture_add_result (MouRegister *rows, gint64 assessment, gint64 indicator, const char *text)
{
  g_autofree char *id = dup_id (indicator);
  g_autofree char *year = g_strdup_printf ("%d", CRITERION_YEAR);
  Target target = { .rows = rows, .indicator = indicator };

  if (g_str_equal (text, ".") || g_str_equal (text, "past="))
    return;
  if (criterion_fixture_is_past (text))
    {
      fixture_add (rows, MOU_ENTITY_HISTORY, indicator, "year", year, "value", text + strlen ("past="), NULL);
      return;
    }

  target.parent = fixture_add (rows, MOU_ENTITY_RESULT, assessment, "indicator", id, NULL);
  visit_pairs (&target, text, set_result_pair);
}

gint64
criterion_fixture_add_agreement (MouRegister *rows, const char *scale, gboolean backtest, gint64 *assessment)
{
  gint64 agreement = fixture_add_agreement (rows);
  g_autofree char *year = g_strdup_printf ("%d", CRITERION_YEAR);

  fixture_set (rows, agreement, "scale", scale);
  *assessment = fixture_add (rows, MOU_ENTITY_ASSESSMENT, agreement, "name", "ผลประเมิน", "kind", backtest ? "backtest" : "self", "period",
                             "year", "history_year", backtest ? year : NULL, NULL);

  return agreement;
}

MouEvaluation *
criterion_fixture_evaluate (MouRegister *rows)
{
  g_autoptr (MouAgreement) agreement = mou_register_dup_agreement (rows, fixture_get_agreement (rows));

  return mou_engine_evaluate (agreement, mou_agreement_find_assessment (agreement, NULL));
}

char *
criterion_fixture_exact (const MouRatio *ratio)
{
  return ratio != NULL ? mou_ratio_to_text (ratio) : g_strdup (".");
}

char *
criterion_fixture_rounded (const MouRatio *ratio, int places)
{
  return ratio != NULL ? mou_rounding_to_text (ratio, places) : g_strdup (".");
}
