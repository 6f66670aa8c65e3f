/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Bringing another register in: whatever it has that differs, as one entry that can be undone. Rows that it does not have stay. */

#include "mou-document-edits.h"
#include "mou-document-private.h"

#include <glib/gi18n-lib.h>

static gboolean
apply_all (MouEdit *edit, GPtrArray *changes, GError **error)
{
  for (guint i = 0; i < changes->len; i++)
    if (!mou_edit_apply (edit, g_ptr_array_index (changes, i), error))
      return FALSE;

  return TRUE;
}

gboolean
mou_document_import (MouDocument *self, MouRegister *incoming, const char *source, guint *n_changes, GError **error)
{
  g_autofree char *name = NULL;
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (MouEdit) edit = NULL;

  g_return_val_if_fail (MOU_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (incoming != NULL, FALSE);
  g_return_val_if_fail (source != NULL, FALSE);
  g_return_val_if_fail (self->rows != NULL, FALSE);

  changes = mou_register_difference (self->rows, incoming, FALSE);
  if (n_changes != NULL)
    *n_changes = changes->len;

  /* A register that is mailed on must not tell where things lay on this machine. */
  name = g_filename_display_basename (source);
  edit = _mou_document_begin (self, MOU_ENTRY_IMPORT, error, _ ("Import %s"), name);
  return _mou_document_finish (self, &edit, edit != NULL && apply_all (edit, changes, error), error);
}
