/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Building registers row by row. */

#include "register-fixture.h"

#include "mou-value.h"

#include <string.h>

#define FIXTURE_YEAR 2567

static gint64
insert (MouRegister *rows, MouEntity entity, gint64 parent, const char *const *values)
{
  GPtrArray *siblings = mou_register_get_children (rows, parent, entity);
  gint64 ordinal = siblings->len == 0 ? 1 : ((MouRow *) g_ptr_array_index (siblings, siblings->len - 1))->ordinal + 1;
  g_autoptr (MouRow) row = mou_row_new (entity, mou_row_new_id (), parent, ordinal, values);
  g_autoptr (MouChange) change = mou_change_new (NULL, row);

  mou_register_apply (rows, change);

  return row->id;
}

static char *
normalise (const MouField *field, const char *text)
{
  g_autoptr (GError) error = NULL;
  char *canonical;

  mou_value_normalise (field, text, &canonical, &error);
  g_assert_no_error (error);

  return canonical;
}

gint64
fixture_add (MouRegister *rows, MouEntity entity, gint64 parent, ...)
{
  guint n_fields;
  const MouField *fields = mou_field_table (entity, &n_fields);
  g_auto (GStrv) values = g_new0 (char *, n_fields + 1);
  const char *key;
  gint64 id;
  va_list pairs;

  va_start (pairs, parent);
  while ((key = va_arg (pairs, const char *)) != NULL)
    {
      int field = mou_field_lookup (entity, key);

      g_assert_cmpint (field, >=, 0);
      g_free (values[field]);
      values[field] = normalise (&fields[field], va_arg (pairs, const char *));
    }
  va_end (pairs);

  id = insert (rows, entity, parent, (const char *const *) values);
  for (guint i = 0; i < n_fields; i++)
    g_clear_pointer (&values[i], g_free);

  return id;
}

void
fixture_set (MouRegister *rows, gint64 row, const char *key, const char *value)
{
  MouRow *before = mou_register_lookup (rows, row);
  int field = mou_field_lookup (before->entity, key);
  g_autofree char *canonical = value != NULL ? normalise (mou_field_get (before->entity, field), value) : NULL;
  g_autoptr (MouRow) after = mou_row_with_value (before, field, canonical);
  g_autoptr (MouChange) change = mou_change_new (before, after);

  mou_register_apply (rows, change);
}

void
fixture_remove (MouRegister *rows, gint64 row)
{
  g_autoptr (MouChange) change = mou_change_new (mou_register_lookup (rows, row), NULL);

  mou_register_apply (rows, change);
}

gint64
fixture_add_agreement (MouRegister *rows)
{
  gint64 organisation = fixture_add (rows, MOU_ENTITY_ORGANISATION, 0, "name", "การประปานครหลวง", "abbreviation", "กปน.",
                                     "fiscal_year_start_month", "10", NULL);
  gint64 agreement = fixture_add (rows, MOU_ENTITY_AGREEMENT, organisation, "fiscal_year", "2567", "title", "บันทึกข้อตกลง", "status", "draft",
                                  "scale", "five-level", NULL);

  fixture_add (rows, MOU_ENTITY_PARTY, agreement, "side", "1", "name", "นายสุทธิพงษ์ จุลเจริญ", "position", "ปลัดกระทรวงมหาดไทย", NULL);
  fixture_add (rows, MOU_ENTITY_PARTY, agreement, "side", "2", "name", "นายมานิต ปานเอม", "position", "ผู้ว่าการ", NULL);
  fixture_add (rows, MOU_ENTITY_NOTE, agreement, "number", "1", "text", "ผลปีบัญชี 2566 ยังไม่ผ่านความเห็นชอบ", NULL);
  fixture_add (rows, MOU_ENTITY_NOTE, agreement, "number", "4", "text", "N/A หมายถึงอยู่ระหว่างพิจารณาผลปีบัญชี 2566", NULL);

  return agreement;
}

static void
add_level (MouRegister *rows, gint64 indicator, int number, const char *text)
{
  g_autofree char *level = g_strdup_printf ("%d", number);
  gsize signs = strspn (text, "<>=");
  g_autofree char *op = g_strndup (text, signs);

  if (g_str_has_prefix (text, "“"))
    fixture_add (rows, MOU_ENTITY_LEVEL, indicator, "number", level, "text", text, NULL);
  else
    fixture_add (rows, MOU_ENTITY_LEVEL, indicator, "number", level, "op", op, "value", text + signs, NULL);
}

static void
add_history (MouRegister *rows, gint64 indicator, int year, const char *text)
{
  g_autofree char *key = g_strdup_printf ("%d", year);
  g_auto (GStrv) parts = g_strsplit (text, "*", 2);

  fixture_add (rows, MOU_ENTITY_HISTORY, indicator, "year", key, "value", parts[0], "provisional", parts[1] != NULL ? "1" : NULL, "note",
               parts[1], NULL);
}

static char *
find_group (MouRegister *rows, gint64 agreement, const char *code)
{
  const char *point = strrchr (code, '.');

  if (point == NULL)
    return NULL;

  g_autofree char *above = g_strndup (code, (gsize) (point - code));
  const MouRow *group = mou_register_find (rows, agreement, MOU_ENTITY_INDICATOR, above);

  return group != NULL ? g_strdup_printf ("%" G_GINT64_FORMAT, group->id) : NULL;
}

static void
add_indicator (MouRegister *rows, gint64 agreement, const FixtureIndicator *indicator)
{
  g_autofree char *group = find_group (rows, agreement, indicator->code);
  gint64 id = fixture_add (rows, MOU_ENTITY_INDICATOR, agreement, "group", group, "code", indicator->code, "name", indicator->name, "unit",
                           indicator->unit, "weight", indicator->weight, "kind", indicator->kind, "notation", indicator->notation, NULL);

  for (int i = 0; i < FIXTURE_N_LEVELS; i++)
    if (indicator->levels[i] != NULL)
      add_level (rows, id, i + 1, indicator->levels[i]);
  for (int i = 0; i < FIXTURE_N_YEARS; i++)
    if (indicator->history[i] != NULL)
      add_history (rows, id, FIXTURE_YEAR - FIXTURE_N_YEARS + i, indicator->history[i]);
}

void
fixture_add_indicators (MouRegister *rows, gint64 agreement, const FixtureIndicator *indicators, guint n_indicators)
{
  for (guint i = 0; i < n_indicators; i++)
    add_indicator (rows, agreement, &indicators[i]);
}

#define ENABLER(code, weight)                                                                                                              \
  {                                                                                                                                        \
    code, "Enabler " code, "score", "ระดับ", weight, { "1", "2", "3", "4", "5" }, "-/+1",                                                   \
    {                                                                                                                                      \
      "-", "2.8450", "3.2792", "3.4205", "N/A"                                                                                             \
    }                                                                                                                                      \
  }

/* clang-format off */
static const FixtureIndicator sample[] = {
  { "1", "การดำเนินงานตามยุทธศาสตร์", "group", NULL, "12" },
  { "1.1", "โครงการปรับปรุงท่อเพื่อลดอัตราน้ำสูญเสีย", "linear", "กิโลเมตร", "10", { "1100", "1150", "1200", "1250", "1300" }, "-/+50",
    { "784.56", "1002.42", "1130.72", "1271.47", "1271.47*1" } },
  { "1.2", "จำนวนผู้ใช้บริการเอกสารอิเล็กทรอนิกส์", "linear", "ราย", "2", { "443500", "486750", "530000", "573250", "616500" }, "-/+43250",
    { "-", "-", "139854", "203862", "357300*1" } },
  { "2", "ผลการดำเนินงานที่สำคัญ", "group", NULL, "25" },
  { "2.2", "คุณภาพน้ำประปา", "group", NULL, "1" },
  { "2.2.1", "ด้านกายภาพ", "linear", "ร้อยละ", "1", { "<96.0", NULL, "96.0", "98.0", "100.00" }, "+2",
    { "100.00", "99.97", "99.96", "99.97", "100.00*1" } },
  { "2.3", "การบริหารจัดการแรงดันน้ำ", "linear", "เมตร", "10", { "7.36", "7.41", "7.46", "7.65", "7.75" }, "-0.05/+0.19,+0.10",
    { "8.47", "7.21", "6.75", "7.10", "7.56*1" } },
  { "2.4", "การบริหารจัดการน้ำสูญเสีย", "linear", "ร้อยละ", "14", { "29.12", "28.12", "27.12", "26.00", "25.50" }, "+1/-1.12,-0.5",
    { "29.29", "31.25", "33.09", "31.64", "27.12*1" } },
  { "3", "Core Business Enablers", "group", NULL, "63" },
  ENABLER ("3.1", "8"), ENABLER ("3.2", "8"), ENABLER ("3.3", "8"), ENABLER ("3.4", "8"),
  ENABLER ("3.5", "8"), ENABLER ("3.6", "8"), ENABLER ("3.7", "8"), ENABLER ("3.8", "7"),
};
/* clang-format on */

static void
set_level (MouRegister *rows, const char *code, const char *number, const char *value)
{
  fixture_set (rows, fixture_get_child (rows, fixture_get_indicator (rows, code), MOU_ENTITY_LEVEL, number), "value", value);
}

MouRegister *
fixture_new_sample (gboolean as_printed)
{
  MouRegister *rows = mou_register_new ();

  fixture_add_indicators (rows, fixture_add_agreement (rows), sample, G_N_ELEMENTS (sample));
  if (as_printed)
    {
      set_level (rows, "1.1", "2", "1100");
      fixture_set (rows, fixture_get_indicator (rows, "1.2"), "notation", "-/+");
      set_level (rows, "2.3", "3", "7.56");
      set_level (rows, "2.4", "4", "26.10");
    }

  return rows;
}

MouRegister *
fixture_new_large (guint n_indicators)
{
  const guint members = 20;
  MouRegister *rows = mou_register_new ();
  gint64 agreement = fixture_add_agreement (rows);
  FixtureIndicator indicator
      = { NULL, "ตัวชี้วัด", "linear", "ร้อยละ", "1", { "10", "20", "30", "40", "50" }, "-/+10", { "11.5", "12.25", "13", "14.75", "15" } };

  for (guint i = 0; i < n_indicators; i++)
    {
      g_autofree char *group = g_strdup_printf ("%u", i / members + 1);
      g_autofree char *code = g_strdup_printf ("%s.%u", group, i % members + 1);
      const FixtureIndicator heading = { group, "กลุ่ม", "group", NULL, "20" };
      gint64 id;

      if (i % members == 0)
        fixture_add_indicators (rows, agreement, &heading, 1);
      indicator.code = code;
      fixture_add_indicators (rows, agreement, &indicator, 1);
      id = fixture_get_child (rows, agreement, MOU_ENTITY_INDICATOR, code);
      for (const char *const *name = (const char *const[]){ "a", "b", "c", "d", NULL }; *name != NULL; name++)
        fixture_add (rows, MOU_ENTITY_VARIABLE, id, "name", *name, NULL);
    }

  return rows;
}

gint64
fixture_get_agreement (MouRegister *rows)
{
  GPtrArray *organisations = mou_register_get_children (rows, 0, MOU_ENTITY_ORGANISATION);
  GPtrArray *agreements;

  g_assert_cmpuint (organisations->len, ==, 1);
  agreements = mou_register_get_children (rows, ((MouRow *) g_ptr_array_index (organisations, 0))->id, MOU_ENTITY_AGREEMENT);
  g_assert_cmpuint (agreements->len, ==, 1);

  return ((MouRow *) g_ptr_array_index (agreements, 0))->id;
}

gint64
fixture_get_indicator (MouRegister *rows, const char *code)
{
  return fixture_get_child (rows, fixture_get_agreement (rows), MOU_ENTITY_INDICATOR, code);
}

gint64
fixture_get_child (MouRegister *rows, gint64 parent, MouEntity entity, const char *key)
{
  const MouRow *row = mou_register_find (rows, parent, entity, key);

  g_assert_nonnull (row);

  return row->id;
}
