/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Signing, reopening, re-basing. The seal is taken inside the edit, of the rows as they will be. */

#include "mou-document-sign.h"

#include "mou-document-private.h"

#include "mou-canon.h"
#include "mou-rebase.h"
#include "mou-row-name.h"
#include "mou-signing.h"
#include "mou-value.h"

#include <glib/gi18n-lib.h>

static char *
dup_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return g_date_time_format (now, "%Y-%m-%d");
}

static gboolean
is_blank (const char *text)
{
  while (text != NULL && g_ascii_isspace (*text))
    text++;

  return text == NULL || *text == '\0';
}

/* `date` blank: today. */
static gboolean
insert_act (MouDocument *self, MouEdit *edit, gint64 agreement, const char *act, const char *date, const char *reason, const char *by,
            GError **error)
{
  g_autofree char *seal = mou_signing_dup_seal (self->rows, agreement);
  g_autofree char *today = dup_today ();
  const char *const values[MOU_N_SIGNING_FIELDS] = { act, is_blank (date) ? today : date, seal, reason, by };

  return mou_edit_insert (edit, MOU_ENTITY_SIGNING, agreement, -1, values, error) != 0;
}

GPtrArray *
mou_document_list_sign_errors (MouDocument *self, gint64 agreement)
{
  g_autoptr (MouAgreement) snapshot = NULL;
  GPtrArray *findings;

  g_return_val_if_fail (MOU_IS_DOCUMENT (self), NULL);
  g_return_val_if_fail (self->rows != NULL, NULL);

  snapshot = mou_register_dup_agreement (self->rows, agreement);
  g_return_val_if_fail (snapshot != NULL, NULL);

  findings = mou_check_agreement (snapshot);
  for (guint i = findings->len; i > 0; i--)
    {
      const MouFinding *finding = g_ptr_array_index (findings, i - 1);

      if (finding->severity != MOU_SEVERITY_ERROR || !mou_canon_is_signed (finding->entity))
        g_ptr_array_remove_index (findings, i - 1);
    }

  return findings;
}

static gboolean
check_signable (MouDocument *self, gint64 agreement, const char *name, gboolean despite_errors, GError **error)
{
  g_autoptr (GPtrArray) errors = NULL;

  if (mou_signing_is_locked (self->rows, agreement))
    return _mou_document_refuse (error, _ ("%s is signed already."), name);
  if (despite_errors)
    return TRUE;

  errors = mou_document_list_sign_errors (self, agreement);
  if (errors->len == 0)
    return TRUE;

  return _mou_document_refuse (error,
                               ngettext ("%s has %u error that should be put right before it is signed: %s",
                                         "%s has %u errors that should be put right before it is signed; the first: %s", errors->len),
                               name, errors->len, ((const MouFinding *) g_ptr_array_index (errors, 0))->message);
}

gboolean
mou_document_sign (MouDocument *self, gint64 agreement, const char *date, const char *by, gboolean despite_errors, GError **error)
{
  g_autofree char *name = NULL;
  g_autoptr (MouEdit) edit = NULL;

  g_return_val_if_fail (MOU_IS_DOCUMENT (self), FALSE);

  if (_mou_document_find_row (self, agreement, MOU_ENTITY_AGREEMENT, error) == NULL)
    return FALSE;
  name = mou_row_name_by_id (self->rows, NULL, agreement);
  if (!check_signable (self, agreement, name, despite_errors, error))
    return FALSE;

  edit = _mou_document_begin (self, MOU_ENTRY_STATUS, error, _ ("Sign %s"), name);

  return _mou_document_finish (self, &edit,
                               edit != NULL && mou_edit_set (edit, agreement, MOU_AGREEMENT_STATUS, "signed", error)
                                   && insert_act (self, edit, agreement, "signed", date, NULL, by, error),
                               error);
}

gboolean
mou_document_reopen (MouDocument *self, gint64 agreement, const char *reason, const char *by, GError **error)
{
  g_autofree char *name = NULL;
  g_autoptr (MouEdit) edit = NULL;

  g_return_val_if_fail (MOU_IS_DOCUMENT (self), FALSE);

  if (_mou_document_find_row (self, agreement, MOU_ENTITY_AGREEMENT, error) == NULL)
    return FALSE;
  name = mou_row_name_by_id (self->rows, NULL, agreement);
  if (!mou_signing_is_locked (self->rows, agreement))
    return _mou_document_refuse (error, _ ("%s is not signed, so there is nothing to reopen."), name);
  if (is_blank (reason))
    return _mou_document_refuse (error, _ ("Say why %s is reopened."), name);

  edit = _mou_document_begin (self, MOU_ENTRY_STATUS, error, _ ("Reopen %s"), name);

  return _mou_document_finish (self, &edit,
                               edit != NULL && mou_edit_set (edit, agreement, MOU_AGREEMENT_STATUS, "draft", error)
                                   && insert_act (self, edit, agreement, "reopened", NULL, reason, by, error),
                               error);
}

/* Choosing "Signed" in a list signs; what else a status may become, mou-signing judges. */
gboolean
_mou_document_set_status (MouDocument *self, const MouRow *agreement, const char *text, GError **error)
{
  gboolean locked = mou_signing_is_locked (self->rows, agreement->id);
  g_autofree char *name = NULL;
  g_autofree char *status = NULL;

  if (!mou_value_normalise (mou_field_get (MOU_ENTITY_AGREEMENT, MOU_AGREEMENT_STATUS), text, &status, error))
    return _mou_document_adopt_error (error);
  if (!locked && g_str_equal (status, "signed"))
    return mou_document_sign (self, agreement->id, NULL, NULL, FALSE, error);

  name = mou_row_name (self->rows, NULL, agreement);
  if (!locked && g_str_equal (status, "evaluated"))
    return _mou_document_refuse (error, _ ("%s has to be signed before it is evaluated."), name);

  return _mou_document_set_any_field (self, agreement, MOU_AGREEMENT_STATUS, status, error);
}

/* Re-bases */

char *
mou_document_dup_rebase_start (MouDocument *self, gint64 indicator)
{
  g_autoptr (MouAgreement) snapshot = NULL;
  const MouRow *row;
  const MouLevels *levels;
  MouLevels storage;
  int node, middle;

  g_return_val_if_fail (MOU_IS_DOCUMENT (self), NULL);
  g_return_val_if_fail (self->rows != NULL, NULL);

  row = mou_register_lookup (self->rows, indicator);
  g_return_val_if_fail (row != NULL && row->entity == MOU_ENTITY_INDICATOR, NULL);

  snapshot = mou_register_dup_agreement (self->rows, row->parent);
  node = mou_agreement_find_id (snapshot, indicator);
  levels = mou_indicator_get_effective_levels (mou_agreement_get_node (snapshot, (guint) node)->indicator, &storage);
  middle = levels != NULL ? (levels->count - 1) / 2 : 0;
  if (levels == NULL || levels->count == 0 || levels->levels[middle].kind != MOU_LEVEL_NUMERIC)
    return NULL;

  return mou_decimal_to_text (levels->levels[middle].value);
}

static gboolean
check_move (const char *code, const char *from, const char *to, GError **error)
{
  MouDecimal start, end;

  if (from == NULL)
    return _mou_document_refuse (error, _ ("%s has no number at level 3 that could be moved."), code);
  if (!mou_decimal_parse (to != NULL ? to : "", &end, error))
    return _mou_document_adopt_error (error);
  if (mou_decimal_parse (from, &start, NULL) && mou_decimal_equal (start, end))
    return _mou_document_refuse (error, _ ("Level 3 of %s is %s already."), code, from);

  return TRUE;
}

gboolean
mou_document_rebase (MouDocument *self, gint64 indicator, const char *to, const char *reason, const char *approved_by, const char *date,
                     GError **error)
{
  g_autofree char *from = NULL;
  g_autofree char *name = NULL;
  g_autofree char *today = dup_today ();
  g_autoptr (MouEdit) edit = NULL;
  const MouRow *row;
  gint64 agreement;
  gboolean done;

  g_return_val_if_fail (MOU_IS_DOCUMENT (self), FALSE);

  row = _mou_document_find_row (self, indicator, MOU_ENTITY_INDICATOR, error);
  if (row == NULL)
    return FALSE;
  agreement = row->parent;
  from = mou_document_dup_rebase_start (self, indicator);
  if (!check_move (mou_row_get (row, MOU_INDICATOR_CODE), from, to, error))
    return FALSE;

  const char *const values[MOU_N_REBASE_FIELDS] = { from, to, reason, approved_by, is_blank (date) ? today : date };
  name = mou_row_name (self->rows, NULL, row);
  edit = _mou_document_begin (self, MOU_ENTRY_EDIT, error, _ ("Re-base %s"), name);
  done = edit != NULL && mou_edit_insert (edit, MOU_ENTITY_REBASE, indicator, -1, values, error) != 0
         && (!mou_signing_is_locked (self->rows, agreement)
             || insert_act (self, edit, agreement, "rebased", date, reason, approved_by, error));

  return _mou_document_finish (self, &edit, done, error);
}
