/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Looking for entries: by row, person, day, kind and text, in one go or in pieces. */

#include "document-fixture.h"

#include "mou-history-search.h"

/* The entries found, newest first: "5 3 1". */
static char *
join_entries (GPtrArray *found)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < found->len; i++)
    g_string_append_printf (text, "%s%" G_GINT64_FORMAT, i > 0 ? " " : "", ((const MouHistoryEntry *) g_ptr_array_index (found, i))->entry);

  return g_string_free (text, FALSE);
}

static void
assert_found (Fixture *f, MouHistoryFilter filter, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = mou_document_search_history (f->document, &filter, 0, &error);
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  text = join_entries (found);
  g_assert_cmpstr (text, ==, expected);
}

/*  1 import, 2 weight of 1.1, 3 level of 1.1, 4 result of 1.1, 5 name of 1.2, 6 undoes it, 7 status, 8 own organisation, 9 deletes 1.1 */
static void
make_history (Fixture *f)
{
  fixture_init (f);
  g_assert_true (mou_document_set_field (f->document, f->pipes, MOU_INDICATOR_WEIGHT, "12", NULL));
  g_assert_true (mou_document_set_level (f->document, f->pipes, 4, "1260", NULL));
  g_assert_true (mou_document_set_actual (f->document, f->own, f->pipes, "1225", NULL));
  g_assert_true (mou_document_set_field (f->document, f->plan, MOU_INDICATOR_NAME, "แผนน้ำประปา", NULL));
  g_assert_true (mou_document_undo (f->document, NULL));
  g_assert_true (mou_document_set_field (f->document, f->agreement, MOU_AGREEMENT_STATUS, "proposed", NULL));
  g_assert_true (mou_document_set_field (f->document, mou_register_lookup (mou_document_get_register (f->document), f->agreement)->parent,
                                         MOU_ORGANISATION_MINISTRY, "กระทรวงมหาดไทย", NULL));
  g_assert_true (mou_document_delete_row (f->document, f->pipes, NULL));
}

static void
test_rows (void)
{
  g_auto (Fixture) f = { NULL };

  make_history (&f);
  assert_found (&f, (MouHistoryFilter){ 0 }, "9 8 7 6 5 4 3 2 1");
  /* Gone, it still has its levels and results; its group has it; its assessment has the result that went with it. */
  assert_found (&f, (MouHistoryFilter){ .row = f.pipes }, "9 4 3 2 1");
  assert_found (&f, (MouHistoryFilter){ .row = f.strategy }, "9 6 5 4 3 2 1");
  assert_found (&f, (MouHistoryFilter){ .row = f.own }, "9 4 1");
  assert_found (&f, (MouHistoryFilter){ .row = f.income }, "1");
  assert_found (&f, (MouHistoryFilter){ .row = f.agreement }, "9 7 6 5 4 3 2 1");
  assert_found (&f, (MouHistoryFilter){ .row = 12345 }, "");
}

static void
test_text (void)
{
  static const struct
  {
    const char *search, *expected;
  } cases[] = {
    { "1260", "9 3" },    { "๑๒๖๐", "9 3" },       { "นํ้า", "6 5" }, /* nikhahit, tone mark, sara aa */
    { "น้ำประปา", "6 5" }, { "WEIGHT", "2" },       { "ผู้ทดสอบ", "9 8 7 6 5 4 3 2 1" },
    { "กระทรวง", "8" },   { "nothing of it", "" },
  };
  g_auto (Fixture) f = { NULL };

  make_history (&f);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_found (&f, (MouHistoryFilter){ .search = cases[i].search }, cases[i].expected);
  assert_found (&f, (MouHistoryFilter){ .row = f.own, .search = "1260" }, "");
}

/* A sentence shortens what is long; the search does not. */
static void
test_long_text (void)
{
  const char *text = "ก ข ค ง จ ฉ ช ซ ฌ ญ ฎ ฏ ฐ ฑ ฒ ณ ด ต ถ ท ธ น บ ป ผ ฝ พ ฟ ภ ม ย ร ล ว ศ ษ ส ห ฬ อ ฮ กระต่ายตัวสุดท้าย";
  g_auto (Fixture) f = { NULL };

  fixture_init (&f);
  g_assert_true (mou_document_set_field (f.document, f.pipes, MOU_INDICATOR_DEFINITION, text, NULL));
  assert_found (&f, (MouHistoryFilter){ .search = "กระต่าย" }, "2");
}

static void
test_kinds (void)
{
  g_auto (Fixture) f = { NULL };
  const char *const nobody[] = { "ผู้ท", NULL };
  const char *const me[] = { "somebody", "ผู้ทดสอบ", NULL };

  make_history (&f);
  assert_found (&f, (MouHistoryFilter){ .kinds = 1 << MOU_HISTORY_IMPORT }, "1");
  assert_found (&f, (MouHistoryFilter){ .kinds = 1 << MOU_HISTORY_STATUS | 1 << MOU_HISTORY_UNDO }, "7 6");
  assert_found (&f, (MouHistoryFilter){ .standing = TRUE }, "9 8 7 4 3 2 1");
  assert_found (&f, (MouHistoryFilter){ .after = 6 }, "9 8 7");
  assert_found (&f, (MouHistoryFilter){ .after = 9 }, "");
  assert_found (&f, (MouHistoryFilter){ .authors = nobody }, "");
  assert_found (&f, (MouHistoryFilter){ .authors = me, .after = 7 }, "9 8");
}

static void
test_days (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *iso = g_date_time_format (now, "%Y-%m-%d");
  g_autofree char *thai
      = g_strdup_printf ("%d/%d/%d", g_date_time_get_day_of_month (now), g_date_time_get_month (now), g_date_time_get_year (now) + 543);
  g_autofree char *today = mou_history_parse_day (iso, 0, NULL);
  g_autofree char *also_today = mou_history_parse_day (thai, 0, NULL);
  g_autofree char *tomorrow = mou_history_parse_day (iso, 1, NULL);
  g_auto (Fixture) f = { NULL };

  g_assert_cmpstr (today, ==, also_today);
  fixture_init (&f);
  assert_found (&f, (MouHistoryFilter){ .since = today, .until = tomorrow }, "1");
  assert_found (&f, (MouHistoryFilter){ .since = tomorrow }, "");
  assert_found (&f, (MouHistoryFilter){ .until = today }, "");
}

static void
test_bad_days (void)
{
  static const char *const bad[] = { "", "today", "2026-13-01", "2569-02-30", "2569", "1/2/3/4", "31/4/2569", "2026-11-21T10:00" };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (mou_history_parse_day (bad[i], 0, &error));
      g_assert_error (error, MOU_DOCUMENT_ERROR, MOU_DOCUMENT_ERROR_INVALID);
    }
}

/* In pieces of any size the same is found, undone or not. */
static void
test_pieces (void)
{
  g_auto (Fixture) f = { NULL };
  const MouHistoryFilter filter = { 0 };
  g_autoptr (GPtrArray) all = NULL;

  make_history (&f);
  all = mou_document_search_history (f.document, &filter, 0, NULL);
  for (guint effort = 1; effort < 100; effort = effort * 2 + 1)
    {
      g_autoptr (MouHistorySearch) search = mou_history_search_new (f.document, &filter);
      g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify) mou_history_entry_free);

      for (guint limit = 1; !mou_history_search_is_over (search); limit += 2)
        {
          g_assert_true (mou_history_search_continue (search, limit, effort, found, NULL));
          g_assert_cmpuint (found->len, <=, limit);
        }
      g_assert_cmpuint (found->len, ==, all->len);
      for (guint i = 0; i < all->len; i++)
        {
          const MouHistoryEntry *a = g_ptr_array_index (all, i);
          const MouHistoryEntry *b = g_ptr_array_index (found, i);

          g_assert_cmpint (a->entry, ==, b->entry);
          g_assert_cmpint (a->undone, ==, b->undone);
          g_assert_cmpstr (a->lines[0], ==, b->lines[0]);
        }
    }
}

/* Of an entry with many rows only the lines that concern the row are told, under the numbers they have. */
static void
test_details (void)
{
  g_auto (Fixture) f = { NULL };
  g_autoptr (GPtrArray) found = NULL;
  const MouHistoryEntry *import;
  const MouHistoryLine *line;

  fixture_init (&f);
  g_assert_true (mou_document_set_level (f.document, f.pipes, 4, "1260", NULL));
  found = mou_document_search_history (f.document, &(MouHistoryFilter){ .row = f.pipes }, 0, NULL);
  line = g_ptr_array_index (((const MouHistoryEntry *) g_ptr_array_index (found, 0))->details, 0);
  g_assert_cmpuint (line->number, ==, 1);
  g_assert_cmpint (line->kind, ==, MOU_DIFFERENCE_CHANGED);
  g_assert_cmpint (line->entity, ==, MOU_ENTITY_LEVEL);
  g_assert_cmpint (line->indicator, ==, f.pipes);
  g_assert_cmpint (line->agreement, ==, f.agreement);
  g_assert_cmpstr (line->field->key, ==, "value");
  g_assert_cmpstr (line->before, ==, "1250");
  g_assert_cmpstr (line->after_words, ==, "1260");
  g_assert_cmpstr (line->place, ==, "level 4 of 1.1");
  g_assert_true (line->restorable);

  import = g_ptr_array_index (found, 1);
  g_assert_cmpuint (import->details->len, ==, 11); /* itself, five levels, five years */
  g_assert_cmpuint (import->n_elsewhere, ==, 13);
  g_assert_cmpstr (import->lines[11], ==, "and 13 changes elsewhere");
  line = g_ptr_array_index (import->details, 0);
  g_assert_cmpuint (line->number, >, 1);
  g_assert_false (line->restorable);
}

static void
test_authors (void)
{
  g_auto (Fixture) f = { NULL };
  g_autoptr (GPtrArray) authors = NULL;

  fixture_init (&f);
  authors = mou_document_list_authors (f.document, NULL);
  g_assert_cmpuint (authors->len, ==, 1);
  g_assert_cmpstr (authors->pdata[0], ==, "ผู้ทดสอบ");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/history-search/rows", test_rows);
  g_test_add_func ("/history-search/text", test_text);
  g_test_add_func ("/history-search/long-text", test_long_text);
  g_test_add_func ("/history-search/kinds", test_kinds);
  g_test_add_func ("/history-search/days", test_days);
  g_test_add_func ("/history-search/bad-days", test_bad_days);
  g_test_add_func ("/history-search/pieces", test_pieces);
  g_test_add_func ("/history-search/details", test_details);
  g_test_add_func ("/history-search/authors", test_authors);

  return g_test_run ();
}
