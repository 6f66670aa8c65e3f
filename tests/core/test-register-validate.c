/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Each invariant of a register, broken once: by the whole check and by the check of just that change. */

#include "mou-agreement.h"
#include "mou-error.h"
#include "register-fixture.h"

#define MISSING_ID "4503599627370497"

static char *
dup_id (gint64 id)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, id);
}

static gint64
add_result (MouRegister *rows, const char *code)
{
  gint64 assessment
      = fixture_add (rows, MOU_ENTITY_ASSESSMENT, fixture_get_agreement (rows), "name", "A", "kind", "self", "period", "year", NULL);
  g_autofree char *id = dup_id (fixture_get_indicator (rows, code));

  return fixture_add (rows, MOU_ENTITY_RESULT, assessment, "indicator", id, NULL);
}

/* A change that sets `field` of a row to a text as it is, canonical or not. */
static MouChange *
set_raw (MouRegister *rows, gint64 id, int field, const char *text)
{
  MouRow *before = mou_register_lookup (rows, id);
  g_autoptr (MouRow) after = mou_row_with_value (before, field, text);

  return mou_change_new (before, after);
}

static MouChange *
insert_raw (MouEntity entity, gint64 id, gint64 parent, gint64 ordinal, const char *const *values)
{
  g_autoptr (MouRow) row = mou_row_new (entity, id, parent, ordinal, values);

  return mou_change_new (NULL, row);
}

static MouChange *
break_value (MouRegister *rows)
{
  return set_raw (rows, fixture_get_indicator (rows, "1.1"), MOU_INDICATOR_WEIGHT, "heavy");
}

static MouChange *
break_canonical (MouRegister *rows)
{
  return set_raw (rows, fixture_get_indicator (rows, "1.1"), MOU_INDICATOR_WEIGHT, "1,000");
}

static MouChange *
break_false (MouRegister *rows)
{
  gint64 past = fixture_get_child (rows, fixture_get_indicator (rows, "1.1"), MOU_ENTITY_HISTORY, "2566");

  return set_raw (rows, past, MOU_HISTORY_PROVISIONAL, "0");
}

static MouChange *
break_required (MouRegister *rows)
{
  return set_raw (rows, fixture_get_agreement (rows), MOU_AGREEMENT_TITLE, NULL);
}

static MouChange *
break_key (MouRegister *rows)
{
  return set_raw (rows, fixture_get_indicator (rows, "1.1"), MOU_INDICATOR_CODE, "2.4");
}

static MouChange *
break_level_key (MouRegister *rows)
{
  const char *values[MOU_N_LEVEL_FIELDS] = { "4", NULL, "9", NULL };

  return insert_raw (MOU_ENTITY_LEVEL, 77, fixture_get_indicator (rows, "2.4"), 9, values);
}

static MouChange *
break_single (MouRegister *rows)
{
  gint64 indicator = fixture_get_indicator (rows, "2.4");

  fixture_add (rows, MOU_ENTITY_MEASURE, indicator, "unit", "m", NULL);

  return insert_raw (MOU_ENTITY_MEASURE, 77, indicator, 9, NULL);
}

static MouChange *
break_parent (MouRegister *rows)
{
  const char *values[MOU_N_LEVEL_FIELDS] = { "4", NULL, "9", NULL };

  return insert_raw (MOU_ENTITY_LEVEL, 77, fixture_get_agreement (rows), 9, values);
}

static MouChange *
break_root (MouRegister *rows)
{
  const char *values[MOU_N_ORGANISATION_FIELDS] = { "x", NULL, "x", NULL, "1" };

  return insert_raw (MOU_ENTITY_ORGANISATION, 77, fixture_get_agreement (rows), 9, values);
}

static MouChange *
break_ordinal (MouRegister *rows)
{
  return insert_raw (MOU_ENTITY_VARIABLE, 77, fixture_get_indicator (rows, "2.4"), -1, (const char *[]){ "a", NULL, NULL });
}

static MouChange *
break_id (MouRegister *rows)
{
  return insert_raw (MOU_ENTITY_VARIABLE, -5, fixture_get_indicator (rows, "2.4"), 1, (const char *[]){ "a", NULL, NULL });
}

static MouChange *
break_reference (MouRegister *rows)
{
  return set_raw (rows, fixture_get_indicator (rows, "1.1"), MOU_INDICATOR_GROUP, MISSING_ID);
}

static MouChange *
break_reference_kind (MouRegister *rows)
{
  g_autofree char *id = dup_id (fixture_get_agreement (rows));

  return set_raw (rows, fixture_get_indicator (rows, "1.1"), MOU_INDICATOR_GROUP, id);
}

static MouChange *
break_own_group (MouRegister *rows)
{
  g_autofree char *id = dup_id (fixture_get_indicator (rows, "2"));

  return set_raw (rows, fixture_get_indicator (rows, "2"), MOU_INDICATOR_GROUP, id);
}

static MouChange *
break_circle (MouRegister *rows)
{
  g_autofree char *id = dup_id (fixture_get_indicator (rows, "2.2.1"));

  return set_raw (rows, fixture_get_indicator (rows, "2"), MOU_INDICATOR_GROUP, id);
}

/* Moving a group deeper, so that only its members come to stand too deep. */
static MouChange *
break_depth (MouRegister *rows)
{
  gint64 agreement = fixture_get_agreement (rows);
  g_autofree char *above = NULL;

  for (int i = 1; i <= 31; i++)
    {
      g_autofree char *code = g_strdup_printf ("d%d", i);
      gint64 id = fixture_add (rows, MOU_ENTITY_INDICATOR, agreement, "code", code, "kind", "group", "group", above, NULL);

      g_free (above);
      above = dup_id (id);
    }

  return set_raw (rows, fixture_get_indicator (rows, "2.2"), MOU_INDICATOR_GROUP, above);
}

static MouChange *
break_agreement (MouRegister *rows)
{
  gint64 organisation = mou_register_lookup (rows, fixture_get_agreement (rows))->parent;
  gint64 indicator = fixture_get_indicator (rows, "1.1");
  gint64 other = fixture_add (rows, MOU_ENTITY_AGREEMENT, organisation, "fiscal_year", "2568", "title", "T", "status", "draft", "scale",
                              "five-level", NULL);
  g_autofree char *id = dup_id (fixture_add (rows, MOU_ENTITY_INDICATOR, other, "code", "1", "kind", "group", NULL));

  return set_raw (rows, indicator, MOU_INDICATOR_GROUP, id);
}

static MouChange *
break_part (MouRegister *rows)
{
  gint64 result = add_result (rows, "2.4");
  g_autofree char *id = dup_id (fixture_add (rows, MOU_ENTITY_VARIABLE, fixture_get_indicator (rows, "2.3"), "name", "a", NULL));

  return insert_raw (MOU_ENTITY_RESULT_VARIABLE, 77, result, 1, (const char *[]){ id, "1" });
}

/* The result moves to another indicator, and its parts stay behind. */
static MouChange *
break_result (MouRegister *rows)
{
  gint64 result = add_result (rows, "2.4");
  g_autofree char *id = dup_id (fixture_add (rows, MOU_ENTITY_VARIABLE, fixture_get_indicator (rows, "2.4"), "name", "a", NULL));
  g_autofree char *other = dup_id (fixture_get_indicator (rows, "2.3"));

  fixture_add (rows, MOU_ENTITY_RESULT_VARIABLE, result, "variable", id, "value", "1", NULL);

  return set_raw (rows, result, MOU_RESULT_INDICATOR, other);
}

static MouChange *
break_by_removal (MouRegister *rows)
{
  return mou_change_new (mou_register_lookup (rows, fixture_get_indicator (rows, "2")), NULL);
}

static MouChange *
break_by_orphans (MouRegister *rows)
{
  return mou_change_new (mou_register_lookup (rows, fixture_get_indicator (rows, "2.4")), NULL);
}

#define HEAD "Organisation “กปน.”, Agreement “2567”, "

static const struct
{
  const char *name;
  MouChange *(*make) (MouRegister *rows);
  const char *message;
} broken[] = {
  { "value", break_value, HEAD "Indicator “1.1”: weight: found “heavy”, expected a number such as 2.5" },
  { "canonical", break_canonical, HEAD "Indicator “1.1”: weight: found “1,000”, expected it written as “1000”" },
  { "false", break_false, HEAD "Indicator “1.1”, Past result “2566”: provisional: found “0”, expected it written as “”" },
  { "required", break_required, "Organisation “กปน.”, Agreement “2567”: title: found nothing, expected a value" },
  { "key", break_key, HEAD "Indicator “2.4”: code: another one beside it has the same" },
  { "level-key", break_level_key, HEAD "Indicator “2.4”, Level “4”: number: another one beside it has the same" },
  { "single", break_single, HEAD "Indicator “2.4”, Measure 2: found a second one, expected at most one" },
  { "parent", break_parent, HEAD "Level “4”: its parent is not there: expected one of kind “Indicator”" },
  { "root", break_root, HEAD "Organisation “x”: found a parent, expected none" },
  { "ordinal", break_ordinal, HEAD "Indicator “2.4”, Variable “a”: found the ordinal -1, expected a number from 0 to 2^53" },
  { "id", break_id, HEAD "Indicator “2.4”, Variable “a”: found the id -5, expected a number below 2^53" },
  { "reference", break_reference, HEAD "Indicator “1.1”: group: what it refers to is not there: expected one of kind “Indicator”" },
  { "reference-kind", break_reference_kind,
    HEAD "Indicator “1.1”: group: what it refers to is not there: expected one of kind “Indicator”" },
  { "own-group", break_own_group, HEAD "Indicator “2”: the groups above it form a circle" },
  { "circle", break_circle, HEAD "Indicator “2”: the groups above it form a circle" },
  { "depth", break_depth, HEAD "Indicator “2.2.1”: it stands more than 32 groups deep" },
  { "agreement", break_agreement, HEAD "Indicator “1.1”: group: it refers to a row of another agreement" },
  { "part", break_part, HEAD "Assessment “A”, Result “2.4”, Value of a variable “a”: variable: it refers to a part of another indicator" },
  { "result", break_result,
    HEAD "Assessment “A”, Result “2.3”, Value of a variable “a”: variable: it refers to a part of another indicator" },
  { "removal", break_by_removal, HEAD "Indicator “2.2”: group: what it refers to is not there: expected one of kind “Indicator”" },
  { "orphans", break_by_orphans, "Level “1”: its parent is not there: expected one of kind “Indicator”" },
};

static void
test_broken (gconstpointer data)
{
  guint index = GPOINTER_TO_UINT (data);
  g_autoptr (MouRegister) rows = fixture_new_sample (FALSE);
  g_autoptr (MouChange) change = broken[index].make (rows);
  g_autoptr (GPtrArray) changes = g_ptr_array_new ();
  g_autoptr (GError) whole = NULL;
  g_autoptr (GError) part = NULL;

  g_assert_true (mou_register_validate (rows, NULL));
  mou_register_apply (rows, change);
  g_ptr_array_add (changes, change);

  g_assert_false (mou_register_validate (rows, &whole));
  g_assert_error (whole, MOU_CORE_ERROR, MOU_CORE_ERROR_INVALID);
  g_assert_cmpstr (whole->message, ==, broken[index].message);
  g_assert_false (mou_register_validate_changes (rows, changes, &part));
  g_assert_cmpstr (part->message, ==, broken[index].message);
}

/* A row that is its own parent must be refused, not climbed for ever. */
static void
test_own_parent (void)
{
  g_autoptr (MouRegister) rows = fixture_new_sample (FALSE);
  g_autoptr (MouChange) change = insert_raw (MOU_ENTITY_INDICATOR, 77, 77, 1000,
                                             (const char *[MOU_N_INDICATOR_FIELDS]){ NULL, "x", NULL, NULL, NULL, NULL, "group" });

  mou_register_apply (rows, change);
  fixture_set (rows, fixture_get_indicator (rows, "1"), "group", "77");
  g_assert_false (mou_register_validate (rows, NULL));
}

static void
test_whole (void)
{
  g_autoptr (GError) error = NULL;

  for (guint32 seed = 1; seed <= 50; seed++)
    {
      g_autoptr (MouRegister) rows = fixture_new_random (seed);
      g_autoptr (MouRegister) empty = mou_register_new ();
      g_autoptr (GPtrArray) changes = mou_register_difference (empty, rows, FALSE);

      mou_register_validate (rows, &error);
      g_assert_no_error (error);
      for (guint i = 0; i < changes->len; i++)
        mou_register_apply (empty, g_ptr_array_index (changes, i));
      mou_register_validate_changes (empty, changes, &error);
      g_assert_no_error (error);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/validate/whole", test_whole);
  g_test_add_func ("/validate/own-parent", test_own_parent);
  for (guint i = 0; i < G_N_ELEMENTS (broken); i++)
    {
      g_autofree char *path = g_strconcat ("/validate/broken/", broken[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_broken);
    }

  return g_test_run ();
}
