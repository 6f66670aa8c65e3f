/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is locked, and the sentences that say so. What a list of changes may do is in mou-signing-check.c. */

#include "mou-signing-private.h"

#include "mou-canon.h"

#include <glib/gi18n-lib.h>

gboolean
mou_signing_is_locking (const char *status)
{
  return g_strcmp0 (status, "signed") == 0 || g_strcmp0 (status, "evaluated") == 0;
}

gboolean
mou_signing_is_locked (MouRegister *rows, gint64 agreement)
{
  const MouRow *row;

  g_return_val_if_fail (rows != NULL, FALSE);

  row = mou_register_lookup (rows, agreement);

  return row != NULL && row->entity == MOU_ENTITY_AGREEMENT && mou_signing_is_locking (mou_row_get (row, MOU_AGREEMENT_STATUS));
}

const MouRow *
mou_signing_get_last (MouRegister *rows, gint64 agreement)
{
  GPtrArray *acts;

  g_return_val_if_fail (rows != NULL, NULL);

  acts = mou_register_get_children (rows, agreement, MOU_ENTITY_SIGNING);

  return acts->len > 0 ? g_ptr_array_index (acts, acts->len - 1) : NULL;
}

char *
mou_signing_dup_seal (MouRegister *rows, gint64 agreement)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (rows != NULL, NULL);

  text = mou_canon_agreement_text (rows, agreement);

  return text != NULL ? mou_canon_seal (text) : NULL;
}

char *
_mou_signing_build_name (const MouRow *organisation, const MouRow *agreement)
{
  return g_strdup_printf (C_ ("organisation and year", "%s %s"), mou_row_get (organisation, MOU_ORGANISATION_ABBREVIATION),
                          mou_row_get (agreement, MOU_AGREEMENT_FISCAL_YEAR));
}

char *
mou_signing_dup_name (MouRegister *rows, gint64 agreement)
{
  const MouRow *row;

  g_return_val_if_fail (rows != NULL, NULL);
  row = mou_register_lookup (rows, agreement);
  g_return_val_if_fail (row != NULL && row->entity == MOU_ENTITY_AGREEMENT, NULL);

  return _mou_signing_build_name (mou_register_lookup (rows, row->parent), row);
}

char *
_mou_signing_describe (const char *name, const char *indicator, MouEntity entity)
{
  g_autofree char *word = NULL;

  if (indicator != NULL)
    return g_strdup_printf (_ ("%s is signed; %s can be changed only after reopening it with a reason, or by a re-base of its level 3."),
                            name, indicator);
  if (entity == MOU_ENTITY_AGREEMENT)
    return g_strdup_printf (_ ("%s is signed; it can be changed only after reopening it with a reason."), name);

  word = mou_entity_dup_word (entity);

  return g_strdup_printf (_ ("%s is signed; its %s can be changed only after reopening it with a reason."), name, word);
}

gint64
_mou_signing_find_locked (MouRegister *rows, gint64 organisation)
{
  GPtrArray *agreements = mou_register_get_children (rows, organisation, MOU_ENTITY_AGREEMENT);

  for (guint i = 0; i < agreements->len; i++)
    {
      const MouRow *agreement = g_ptr_array_index (agreements, i);

      if (mou_signing_is_locked (rows, agreement->id))
        return agreement->id;
    }

  return 0;
}

char *
mou_signing_dup_reason (MouRegister *rows, gint64 row, MouEntity entity, int field)
{
  const MouRow *at;
  const char *indicator = NULL;
  g_autofree char *name = NULL;
  gint64 agreement;

  g_return_val_if_fail (rows != NULL, NULL);
  g_return_val_if_fail (entity >= 0 && entity < MOU_N_ENTITIES, NULL);

  if (field >= 0 ? !mou_canon_is_signed_field (entity, field) : !mou_canon_is_signed (entity))
    return NULL;

  for (at = mou_register_lookup (rows, row); at != NULL && at->entity > MOU_ENTITY_AGREEMENT; at = mou_register_lookup (rows, at->parent))
    if (at->entity == MOU_ENTITY_INDICATOR)
      indicator = mou_row_get (at, MOU_INDICATOR_CODE);
  if (at == NULL)
    return NULL;

  agreement = at->entity == MOU_ENTITY_ORGANISATION ? _mou_signing_find_locked (rows, at->id) : at->id;

  if (!mou_signing_is_locked (rows, agreement))
    return NULL;

  name = mou_signing_dup_name (rows, agreement);

  return _mou_signing_describe (name, indicator, entity);
}
