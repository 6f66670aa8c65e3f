/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The verbs that add an agreement or an assessment. The draft of the next year is in mou-document-new-year.c. */

#include "mou-document-edits.h"
#include "mou-document-private.h"

#include "mou-fiscal-year.h"

#include <glib/gi18n-lib.h>

/* As it is printed on the form; content, so not translated. */
#define TITLE "บันทึกข้อตกลงประเมินผลการดำเนินงานรัฐวิสาหกิจ ประจำปีบัญชี %d"

static gint64
ensure_organisation (MouDocument *self, MouEdit *edit, const char *name, const char *abbreviation, GError **error)
{
  const MouRow *row = mou_register_find (self->rows, 0, MOU_ENTITY_ORGANISATION, abbreviation);
  const char *values[MOU_N_ORGANISATION_FIELDS] = { NULL };

  if (row != NULL)
    return row->id;

  values[MOU_ORGANISATION_NAME] = name;
  values[MOU_ORGANISATION_ABBREVIATION] = abbreviation;
  values[MOU_ORGANISATION_FISCAL_YEAR_START_MONTH] = "10";
  return mou_edit_insert (edit, MOU_ENTITY_ORGANISATION, 0, -1, values, error);
}

static gint64
insert_agreement (MouEdit *edit, gint64 organisation, int fiscal_year, GError **error)
{
  g_autofree char *year = g_strdup_printf ("%d", fiscal_year);
  g_autofree char *title = g_strdup_printf (TITLE, fiscal_year);
  const char *values[MOU_N_AGREEMENT_FIELDS] = { NULL };

  values[MOU_AGREEMENT_FISCAL_YEAR] = year;
  values[MOU_AGREEMENT_TITLE] = title;
  values[MOU_AGREEMENT_STATUS] = "draft";
  values[MOU_AGREEMENT_SCALE] = "five-level";
  return mou_edit_insert (edit, MOU_ENTITY_AGREEMENT, organisation, -1, values, error);
}

gboolean
_mou_document_check_year_free (MouDocument *self, gint64 organisation, int fiscal_year, GError **error)
{
  g_autofree char *year = g_strdup_printf ("%d", fiscal_year);
  const MouRow *row = mou_register_lookup (self->rows, organisation);

  if (row == NULL || mou_register_find (self->rows, organisation, MOU_ENTITY_AGREEMENT, year) == NULL)
    return TRUE;

  return _mou_document_refuse (error, _ ("%s already has an agreement for fiscal year %d."),
                               mou_row_get (row, MOU_ORGANISATION_ABBREVIATION), fiscal_year);
}

gboolean
mou_document_new_agreement (MouDocument *self, const char *organisation, const char *abbreviation, int fiscal_year, gint64 *row,
                            GError **error)
{
  g_autoptr (MouEdit) edit = NULL;
  gint64 owner = 0, id = 0;

  g_return_val_if_fail (MOU_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (organisation != NULL && abbreviation != NULL, FALSE);

  edit = _mou_document_begin (self, MOU_ENTRY_EDIT, error, _ ("New agreement of %s for %d"), abbreviation, fiscal_year);
  if (edit != NULL)
    owner = ensure_organisation (self, edit, organisation, abbreviation, error);
  if (owner != 0 && _mou_document_check_year_free (self, owner, fiscal_year, error))
    id = insert_agreement (edit, owner, fiscal_year, error);
  if (row != NULL)
    *row = id;

  return _mou_document_finish_showing (self, &edit, id != 0, id, error);
}

/* A back-test needs a year to take results from: the last one before the agreement's. */
static char *
dup_history_year (MouDocument *self, const char *kind)
{
  const MouRow *agreement = mou_register_lookup (self->rows, self->agreement);

  if (g_strcmp0 (kind, "backtest") != 0)
    return NULL;

  return g_strdup_printf ("%d", (int) mou_row_get_integer (agreement, MOU_AGREEMENT_FISCAL_YEAR, MOU_FISCAL_YEAR_MIN) - 1);
}

gboolean
mou_document_add_assessment (MouDocument *self, const char *name, const char *kind, const char *period, gint64 *row, GError **error)
{
  g_autofree char *history_year = NULL;
  g_autoptr (MouEdit) edit = NULL;
  gint64 id = 0, shown;

  g_return_val_if_fail (MOU_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (name != NULL && kind != NULL && period != NULL, FALSE);

  if (self->agreement == 0)
    return _mou_document_refuse (error, _ ("There is no agreement to assess."));

  history_year = dup_history_year (self, kind);
  edit = _mou_document_begin (self, MOU_ENTRY_EDIT, error, _ ("Add assessment “%s”"), name);
  if (edit != NULL)
    {
      const char *const values[MOU_N_ASSESSMENT_FIELDS] = { name, kind, period, NULL, history_year };

      id = mou_edit_insert (edit, MOU_ENTITY_ASSESSMENT, self->agreement, -1, values, error);
    }
  if (row != NULL)
    *row = id;

  shown = self->assessment;
  self->assessment = id;
  if (_mou_document_finish (self, &edit, id != 0, error))
    return TRUE;

  self->assessment = shown;
  return FALSE;
}
