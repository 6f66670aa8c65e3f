/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Opens FILE by its name, and finds the agreement and assessment that the options name. */

#include "mou-cli-open.h"

#include "mou-json-agreement.h"
#include "mou-thai.h"

#include <glib/gi18n.h>

static gboolean
check_exists (const char *path, GError **error)
{
  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return TRUE;

  return mou_cli_refuse (error, MOU_CLI_ERROR_REFUSED, _ ("%s: there is no such file"), path);
}

static gboolean
is_json (const char *path)
{
  g_autofree char *folded = g_ascii_strdown (path, -1);

  return g_str_has_suffix (folded, ".json");
}

gboolean
mou_cli_check_register_name (const char *path, GError **error)
{
  if (!is_json (path))
    return TRUE;

  return mou_cli_refuse (error, MOU_CLI_ERROR_USAGE, _ ("%s: a JSON file is only read; import it into a register (.mou) to change it"),
                         path);
}

gboolean
mou_cli_source_open_register (MouCliSource *self, const char *path, GError **error)
{
  if (!mou_cli_check_register_name (path, error) || !check_exists (path, error))
    return FALSE;

  self->document = mou_document_open (path, NULL, NULL, NULL, error);
  if (self->document == NULL)
    return FALSE;
  self->path = g_strdup (path);
  self->rows = mou_document_get_register (self->document);

  return TRUE;
}

gboolean
mou_cli_source_open (MouCliSource *self, const char *path, GError **error)
{
  if (!is_json (path))
    return mou_cli_source_open_register (self, path, error);
  if (!check_exists (path, error))
    return FALSE;

  self->parsed = mou_json_agreement_load (path, error);
  if (self->parsed == NULL)
    return FALSE;
  self->path = g_strdup (path);
  self->rows = self->parsed;

  return TRUE;
}

void
mou_cli_source_close (MouCliSource *self)
{
  g_clear_pointer (&self->agreement, mou_agreement_unref);
  if (self->document != NULL)
    mou_document_close (self->document);
  g_clear_object (&self->document);
  g_clear_pointer (&self->parsed, mou_register_free);
  g_clear_pointer (&self->path, g_free);
}

char *
mou_cli_source_dup_name (MouCliSource *self, gint64 agreement)
{
  const MouRow *row = mou_register_lookup (self->rows, agreement);
  const MouRow *organisation = mou_register_lookup (self->rows, row->parent);

  return g_strdup_printf ("%s/%s", mou_row_get (organisation, MOU_ORGANISATION_ABBREVIATION), mou_row_get (row, MOU_AGREEMENT_FISCAL_YEAR));
}

GArray *
mou_cli_source_list_agreements (MouCliSource *self)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  GPtrArray *organisations = mou_register_get_children (self->rows, 0, MOU_ENTITY_ORGANISATION);

  for (guint i = 0; i < organisations->len; i++)
    {
      const MouRow *organisation = organisations->pdata[i];
      GPtrArray *agreements = mou_register_get_children (self->rows, organisation->id, MOU_ENTITY_AGREEMENT);

      for (guint j = 0; j < agreements->len; j++)
        g_array_append_val (ids, ((MouRow *) agreements->pdata[j])->id);
    }

  return ids;
}

static char *
join_names (MouCliSource *self, GArray *ids)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < ids->len; i++)
    {
      g_autofree char *name = mou_cli_source_dup_name (self, g_array_index (ids, gint64, i));

      g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", name);
    }

  return g_string_free (names, FALSE);
}

static gint64
find_agreement (MouCliSource *self, GArray *ids, const char *wanted)
{
  g_autofree char *arabic = mou_thai_digits_to_arabic (wanted);

  for (guint i = 0; i < ids->len; i++)
    {
      g_autofree char *name = mou_cli_source_dup_name (self, g_array_index (ids, gint64, i));
      g_autofree char *arabic_name = mou_thai_digits_to_arabic (name);

      if (g_str_equal (arabic_name, arabic))
        return g_array_index (ids, gint64, i);
    }

  return 0;
}

gboolean
mou_cli_source_choose (MouCliSource *self, const char *name, GError **error)
{
  g_autoptr (GArray) ids = mou_cli_source_list_agreements (self);
  g_autofree char *names = join_names (self, ids);

  if (ids->len == 0)
    return mou_cli_refuse (error, MOU_CLI_ERROR_REFUSED, _ ("%s: there is no agreement inside yet; mou import brings one in"), self->path);
  if (name == NULL && ids->len > 1)
    return mou_cli_refuse (error, MOU_CLI_ERROR_USAGE, _ ("%s: there are %u agreements inside; choose with --agreement one of %s"),
                           self->path, ids->len, names);

  self->agreement_id = name != NULL ? find_agreement (self, ids, name) : g_array_index (ids, gint64, 0);
  if (self->agreement_id == 0)
    return mou_cli_refuse (error, MOU_CLI_ERROR_REFUSED, _ ("%s: there is no agreement “%s” inside; there is %s"), self->path, name, names);
  self->agreement = mou_register_dup_agreement (self->rows, self->agreement_id);
  if (self->document != NULL)
    mou_document_set_agreement_id (self->document, self->agreement_id);

  return TRUE;
}

gboolean
mou_cli_source_find_assessment (MouCliSource *self, const char *name, const MouAssessment **assessment, GError **error)
{
  *assessment = mou_agreement_find_assessment (self->agreement, name);
  if (*assessment == NULL && name != NULL)
    return mou_cli_refuse (error, MOU_CLI_ERROR_REFUSED, _ ("%s: there is no assessment “%s”; mou list shows what is inside"), self->path,
                           name);

  return TRUE;
}

/* Whoever has the file open keeps the own work and is asked when saving; but it is better to know of each other. */
static void
tell_about_others (MouCliSource *self)
{
  g_autofree char *holder = NULL;

  if (mou_document_find_other_holder (self->document, &holder))
    mou_cli_note (_ ("%s is open elsewhere too (%s); saving there will ask what to do about this change"), self->path, holder);
}

gboolean
mou_cli_source_save (MouCliSource *self, gboolean success, GError **error)
{
  if (!success)
    return FALSE;
  if (!mou_document_get_modified (self->document))
    return TRUE;
  if (!mou_document_save (self->document, FALSE, error))
    return FALSE;

  tell_about_others (self);
  if (mou_document_get_backup_problem (self->document) != NULL)
    mou_cli_note (_ ("%s was saved, but what it was before could not be kept: %s"), self->path,
                  mou_document_get_backup_problem (self->document));

  return TRUE;
}
