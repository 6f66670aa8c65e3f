/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The sample register is put together row by row, so that no test leans on the verbs it is about. */

#include "document-fixture.h"

#include "mou-canon.h"

#include <glib/gstdio.h>

static void
count_cb (Fixture *self)
{
  self->n_changed++;
}

static gint64
put (MouRegister *rows, MouEntity entity, gint64 parent, gint64 ordinal, const char *const *values)
{
  g_autoptr (MouRow) row = mou_row_new (entity, mou_row_new_id (), parent, ordinal, values);
  g_autoptr (MouChange) change = mou_change_new (NULL, row);

  mou_register_apply (rows, change);
  return row->id;
}

static gint64
put_indicator (MouRegister *rows, gint64 agreement, gint64 group, int ordinal, const char *code, const char *name, const char *kind,
               const char *weight)
{
  g_autofree char *group_text = group != 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, group) : NULL;
  const char *const values[MOU_N_INDICATOR_FIELDS] = { group_text, code, name, NULL, weight, NULL, kind };

  return put (rows, MOU_ENTITY_INDICATOR, agreement, ordinal, values);
}

static void
put_levels (MouRegister *rows, gint64 indicator, const char *const *values, const char *const *texts)
{
  static const char *const numbers[] = { "1", "2", "3", "4", "5" };

  for (int i = 0; i < 5; i++)
    {
      const char *const level[MOU_N_LEVEL_FIELDS]
          = { numbers[i], NULL, values != NULL ? values[i] : NULL, texts != NULL ? texts[i] : NULL };

      put (rows, MOU_ENTITY_LEVEL, indicator, i, level);
    }
}

static void
put_pipes (MouRegister *rows, gint64 agreement, gint64 group)
{
  static const char *const levels[] = { "1100", "1150", "1200", "1250", "1300" };
  static const char *const history[][MOU_N_HISTORY_FIELDS]
      = { { "2562", "784.56" }, { "2563", "1002.42" }, { "2564", "1130.72" }, { "2565", "1271.47" }, { "2566", "1271.47", "1", "1" } };
  g_autofree char *group_text = g_strdup_printf ("%" G_GINT64_FORMAT, group);
  const char *const values[MOU_N_INDICATOR_FIELDS] = { group_text, "1.1", "โครงการปรับปรุงท่อ", "กิโลเมตร", "10", "2", "linear", "-/+50" };
  gint64 pipes = put (rows, MOU_ENTITY_INDICATOR, agreement, 0, values);

  put_levels (rows, pipes, levels, NULL);
  for (int i = 0; i < 5; i++)
    put (rows, MOU_ENTITY_HISTORY, pipes, i, history[i]);
}

static void
put_indicators (MouRegister *rows, gint64 agreement)
{
  static const char *const words[] = { "ไม่มีแผน", "มีแผน", "แผนผ่านความเห็นชอบ", "ดำเนินการตามแผน", "บรรลุแผน" };
  gint64 strategy = put_indicator (rows, agreement, 0, 0, "1", "การดำเนินงานตามยุทธศาสตร์", "group", "26");
  gint64 results = put_indicator (rows, agreement, 0, 1, "2", "ผลการดำเนินงาน", "group", "74");

  put_pipes (rows, agreement, strategy);
  put_levels (rows, put_indicator (rows, agreement, strategy, 1, "1.2", "แผนแม่บท", "judged", "16"), NULL, words);
  put_indicator (rows, agreement, results, 0, "2.1", "รายได้", "linear", "74");
}

/* Made without the verbs that are to be tested. */
static MouRegister *
make_sample (void)
{
  static const char *const organisation[MOU_N_ORGANISATION_FIELDS] = { "การประปานครหลวง", NULL, "กปน.", NULL, "10" };
  static const char *const agreement[MOU_N_AGREEMENT_FIELDS] = { "2567", "บันทึกข้อตกลง ปีบัญชี 2567", "draft", "five-level" };
  static const char *const own[MOU_N_ASSESSMENT_FIELDS] = { "ประเมินตนเอง", "self", "year" };
  static const char *const backtest[MOU_N_ASSESSMENT_FIELDS] = { "ทดสอบเกณฑ์", "backtest", "year", NULL, "2566" };
  MouRegister *rows = mou_register_new ();
  gint64 owner = put (rows, MOU_ENTITY_ORGANISATION, 0, 0, organisation);
  gint64 id = put (rows, MOU_ENTITY_AGREEMENT, owner, 0, agreement);

  put_indicators (rows, id);
  put (rows, MOU_ENTITY_ASSESSMENT, id, 0, own);
  put (rows, MOU_ENTITY_ASSESSMENT, id, 1, backtest);
  return rows;
}

static gint64
find_code (Fixture *self, const char *code)
{
  MouAgreement *agreement = mou_document_get_agreement (self->document);
  int node = mou_agreement_find_code (agreement, code);

  g_assert_cmpint (node, >=, 0);
  return mou_agreement_get_node (agreement, (guint) node)->indicator->id;
}

void
fixture_init (Fixture *self)
{
  g_autoptr (MouRegister) sample = make_sample ();
  g_autoptr (GError) error = NULL;

  self->state_dir = fixture_make_directory ();
  self->document = mou_document_new (self->state_dir, "ผู้ทดสอบ", &error);
  g_assert_no_error (error);
  g_signal_connect_swapped (self->document, "changed", G_CALLBACK (count_cb), self);
  g_assert_true (mou_document_import (self->document, sample, "sample", NULL, &error));
  g_assert_no_error (error);

  self->agreement = mou_document_get_agreement_id (self->document);
  self->strategy = find_code (self, "1");
  self->pipes = find_code (self, "1.1");
  self->plan = find_code (self, "1.2");
  self->results = find_code (self, "2");
  self->income = find_code (self, "2.1");
  self->own = mou_agreement_find_assessment (mou_document_get_agreement (self->document), "ประเมินตนเอง")->id;
  self->backtest = mou_agreement_find_assessment (mou_document_get_agreement (self->document), "ทดสอบเกณฑ์")->id;
  self->n_changed = 0;
}

void
fixture_clear (Fixture *self)
{
  if (self->document != NULL)
    mou_document_close (self->document);
  g_clear_object (&self->document);
  if (self->state_dir != NULL)
    fixture_remove_directory (self->state_dir);
  g_clear_pointer (&self->state_dir, g_free);
}

char *
fixture_text (MouDocument *document)
{
  return mou_canon_register_text (mou_document_get_register (document));
}

void
fixture_assert_text (MouDocument *document, const char *expected)
{
  g_autofree char *text = fixture_text (document);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_auto (GStrv) expected_lines = g_strsplit (expected, "\n", -1);

  for (guint i = 0; lines[i] != NULL && expected_lines[i] != NULL; i++)
    g_assert_cmpstr (lines[i], ==, expected_lines[i]);
  g_assert_cmpuint (g_strv_length (lines), ==, g_strv_length (expected_lines));
}

char *
fixture_make_directory (void)
{
  g_autoptr (GError) error = NULL;
  char *path = g_dir_make_tmp ("mou-document-XXXXXX", &error);

  g_assert_no_error (error);
  return path;
}

void
fixture_remove_directory (const char *path)
{
  g_autoptr (GDir) directory = g_dir_open (path, 0, NULL);
  const char *name;

  while (directory != NULL && (name = g_dir_read_name (directory)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR))
        fixture_remove_directory (child);
      else
        g_unlink (child);
    }
  g_rmdir (path);
}

const char *
fixture_get (MouDocument *document, gint64 row, int field)
{
  const MouRow *found = mou_register_lookup (mou_document_get_register (document), row);

  g_assert_nonnull (found);
  return mou_row_get (found, field);
}

char *
fixture_codes (MouDocument *document)
{
  MouAgreement *agreement = mou_document_get_agreement (document);
  g_autoptr (GString) codes = g_string_new (NULL);

  for (guint i = 0; i < mou_agreement_get_n_nodes (agreement); i++)
    g_string_append_printf (codes, "%s%s", i > 0 ? " " : "", mou_agreement_get_node (agreement, i)->indicator->code);

  return g_string_free (g_steal_pointer (&codes), FALSE);
}
