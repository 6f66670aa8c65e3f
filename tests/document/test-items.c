/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The list model of indicators: which rows it says changed, and which items. */

#include "document-fixture.h"

#include "mou-item-list.h"

typedef struct
{
  MouItemList *list;
  guint n_signals; /* items-changed */
  guint position, removed, added;
  GString *changed; /* codes of the items that said so */
} Watch;

static void
items_changed_cb (GListModel *model, guint position, guint removed, guint added, Watch *watch)
{
  watch->n_signals++;
  watch->position = position;
  watch->removed = removed;
  watch->added = added;
}

static void
item_changed_cb (MouItem *item, Watch *watch)
{
  g_string_append_printf (watch->changed, "%s ", mou_item_get_indicator (item)->code);
}

static void
watch_start (Watch *watch, MouDocument *document)
{
  watch->list = mou_item_list_new (document);
  watch->changed = g_string_new (NULL);
  g_signal_connect (watch->list, "items-changed", G_CALLBACK (items_changed_cb), watch);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (watch->list)); i++)
    {
      g_autoptr (MouItem) item = g_list_model_get_item (G_LIST_MODEL (watch->list), i);

      g_signal_connect (item, "changed", G_CALLBACK (item_changed_cb), watch);
    }
}

static void
watch_clear (Watch *watch)
{
  g_clear_object (&watch->list);
  g_string_free (watch->changed, TRUE);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Watch, watch_clear)

static void
forget (Watch *watch)
{
  watch->n_signals = 0;
  g_string_truncate (watch->changed, 0);
}

static char *
list_codes (Watch *watch)
{
  g_autoptr (GString) codes = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (watch->list)); i++)
    {
      g_autoptr (MouItem) item = g_list_model_get_item (G_LIST_MODEL (watch->list), i);

      g_assert_cmpuint (mou_item_get_node (item), ==, i);
      g_string_append_printf (codes, "%s%d ", mou_item_get_indicator (item)->code, mou_item_get_depth (item));
    }

  return g_string_free (g_steal_pointer (&codes), FALSE);
}

static void
assert_list (Watch *watch, const char *expected)
{
  g_autofree char *codes = list_codes (watch);

  g_assert_cmpstr (codes, ==, expected);
}

static void
assert_rows (Watch *watch, guint position, guint removed, guint added)
{
  g_assert_cmpuint (watch->n_signals, ==, 1);
  g_assert_cmpuint (watch->position, ==, position);
  g_assert_cmpuint (watch->removed, ==, removed);
  g_assert_cmpuint (watch->added, ==, added);
}

static void
test_content (void)
{
  g_auto (Fixture) f = { NULL };
  g_auto (Watch) watch = { NULL };

  fixture_init (&f);
  watch_start (&watch, f.document);
  assert_list (&watch, "10 1.11 1.21 20 2.11 ");
  g_assert_cmpuint (g_list_model_get_item_type (G_LIST_MODEL (watch.list)), ==, MOU_TYPE_ITEM);
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (watch.list), 5));
  g_assert_cmpint (mou_item_get_id (mou_item_list_find (watch.list, f.plan)), ==, f.plan);
  g_assert_null (mou_item_list_find (watch.list, 7));

  /* A unit is shown in its own row only. */
  g_assert_true (mou_document_set_field (f.document, f.pipes, MOU_INDICATOR_UNIT, "กม.", NULL));
  g_assert_cmpuint (watch.n_signals, ==, 0);
  g_assert_cmpstr (watch.changed->str, ==, "1.1 ");
  g_assert_cmpstr (mou_item_get_indicator (mou_item_list_find (watch.list, f.pipes))->unit, ==, "กม.");

  /* What is not about indicators changes none. */
  forget (&watch);
  g_assert_true (mou_document_set_field (f.document, f.agreement, MOU_AGREEMENT_VISION, "น้ำสะอาด", NULL));
  g_assert_cmpuint (watch.n_signals, ==, 0);
  g_assert_cmpstr (watch.changed->str, ==, "");
}

/* A new actual value scores its row and the groups above. */
static void
test_scores (void)
{
  g_auto (Fixture) f = { NULL };
  g_auto (Watch) watch = { NULL };
  const MouScore *score;

  fixture_init (&f);
  mou_document_set_assessment_id (f.document, f.own);
  watch_start (&watch, f.document);
  g_assert_cmpint (mou_item_get_score (mou_item_list_find (watch.list, f.pipes))->state, ==, MOU_STATE_NOT_REPORTED);

  g_assert_true (mou_document_set_actual (f.document, f.own, f.pipes, "1225", NULL));
  g_assert_cmpstr (watch.changed->str, ==, "1 1.1 ");
  score = mou_item_get_score (mou_item_list_find (watch.list, f.pipes));
  g_assert_cmpint (score->state, ==, MOU_STATE_SCORED);
  g_assert_cmpint (mou_ratio_compare_decimal (score->score, (MouDecimal){ 35, 1 }), ==, 0);

  forget (&watch);
  g_assert_true (mou_document_undo (f.document, NULL));
  g_assert_cmpstr (watch.changed->str, ==, "1 1.1 ");
  g_assert_cmpint (mou_item_get_score (mou_item_list_find (watch.list, f.pipes))->state, ==, MOU_STATE_NOT_REPORTED);
}

static void
test_rows (void)
{
  g_auto (Fixture) f = { NULL };
  g_auto (Watch) watch = { NULL };
  g_autoptr (MouItem) kept = NULL;

  fixture_init (&f);
  watch_start (&watch, f.document);
  kept = g_object_ref (mou_item_list_find (watch.list, f.income));

  g_assert_true (mou_document_add_indicator (f.document, f.pipes, FALSE, NULL, NULL));
  assert_rows (&watch, 2, 0, 1);
  assert_list (&watch, "10 1.11 1.31 1.21 20 2.11 ");
  forget (&watch);
  g_assert_true (mou_document_undo (f.document, NULL));
  assert_rows (&watch, 2, 1, 0);
  forget (&watch);
  g_assert_true (mou_document_move_indicator (f.document, f.pipes, 1, NULL));
  assert_rows (&watch, 1, 2, 2);
  assert_list (&watch, "10 1.21 1.11 20 2.11 ");
  forget (&watch);
  g_assert_true (mou_document_delete_row (f.document, f.strategy, NULL));
  assert_rows (&watch, 0, 3, 0);
  assert_list (&watch, "20 2.11 ");
  g_assert_true (mou_item_list_find (watch.list, f.income) == kept);
  g_assert_null (mou_item_list_find (watch.list, f.pipes));
  forget (&watch);
  g_assert_true (mou_document_delete_row (f.document, f.agreement, NULL));
  assert_rows (&watch, 0, 2, 0);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (watch.list)), ==, 0);
}

/* A deeper row says so though its content is the same. */
static void
test_depth (void)
{
  g_auto (Fixture) f = { NULL };
  g_auto (Watch) watch = { NULL };

  fixture_init (&f);
  watch_start (&watch, f.document);
  g_assert_true (mou_document_indent_indicator (f.document, f.plan, FALSE, NULL));
  g_assert_cmpuint (watch.n_signals, ==, 0);
  assert_list (&watch, "10 1.11 1.22 20 2.11 ");
  g_assert_nonnull (strstr (watch.changed->str, "1.1 "));
  g_assert_nonnull (strstr (watch.changed->str, "1.2 "));
  g_assert_null (strstr (watch.changed->str, "2.1 "));
}

static void
test_other_agreement (void)
{
  g_auto (Fixture) f = { NULL };
  g_auto (Watch) watch = { NULL };

  fixture_init (&f);
  watch_start (&watch, f.document);
  g_assert_true (mou_document_new_agreement (f.document, "การประปาส่วนภูมิภาค", "กปภ.", 2567, NULL, NULL));
  assert_rows (&watch, 0, 5, 0);
  forget (&watch);
  mou_document_set_agreement_id (f.document, f.agreement);
  assert_rows (&watch, 0, 0, 5);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/items/content", test_content);
  g_test_add_func ("/items/scores", test_scores);
  g_test_add_func ("/items/rows", test_rows);
  g_test_add_func ("/items/depth", test_depth);
  g_test_add_func ("/items/other-agreement", test_other_agreement);

  return g_test_run ();
}
