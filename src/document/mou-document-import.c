/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Bringing another register in, as one entry that can be undone: whatever it has that differs, or all that was done to a copy. */

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

static gboolean
import_changes (MouDocument *self, GPtrArray *changes, const char *source, guint *n_changes, GError **error)
{
  /* A register that is mailed on must not tell where things lay on this machine. */
  g_autofree char *name = g_filename_display_basename (source);
  g_autoptr (MouEdit) edit = NULL;

  if (n_changes != NULL)
    *n_changes = changes->len;
  edit = _mou_document_begin (self, MOU_ENTRY_IMPORT, error, _ ("Import %s"), name);

  return _mou_document_finish (self, &edit, edit != NULL && apply_all (edit, changes, error), error);
}

gboolean
mou_document_import (MouDocument *self, MouRegister *incoming, const char *source, guint *n_changes, GError **error)
{
  g_autoptr (GPtrArray) changes = NULL;

  g_return_val_if_fail (MOU_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (incoming != NULL, FALSE);
  g_return_val_if_fail (source != NULL, FALSE);
  g_return_val_if_fail (self->rows != NULL, FALSE);

  changes = mou_register_difference (self->rows, incoming, FALSE);

  return import_changes (self, changes, source, n_changes, error);
}

typedef struct
{
  MouRegister *other;
  GPtrArray *found[MOU_N_ENTITIES]; /* MouChange */
} Comparison;

/* What became of a row that is in the copy. */
static void
compare_visit (MouRow *row, int depth, gpointer data)
{
  Comparison *self = data;
  MouRow *before = mou_register_lookup (self->other, row->id);

  if (before == NULL || !mou_row_equal (before, row))
    g_ptr_array_add (self->found[row->entity], mou_change_new (before, row));
}

/* A row that the copy has no more. */
static void
miss_visit (MouRow *row, int depth, gpointer data)
{
  Comparison *self = data;

  if (mou_register_lookup (self->other, row->id) == NULL)
    g_ptr_array_add (self->found[row->entity], mou_change_new (row, NULL));
}

static void
open_comparison (Comparison *self, MouRegister *rows, MouRegisterVisit visit, MouRegister *other)
{
  self->other = other;
  for (MouEntity entity = 0; entity < MOU_N_ENTITIES; entity++)
    self->found[entity] = g_ptr_array_new ();
  mou_register_visit (rows, visit, self);
}

/* What is referred to comes first, and goes last. */
static void
take_changes (Comparison *self, gboolean reversed, GPtrArray *changes)
{
  for (int i = 0; i < MOU_N_ENTITIES; i++)
    {
      GPtrArray *found = self->found[reversed ? MOU_N_ENTITIES - 1 - i : i];

      for (guint j = 0; j < found->len; j++)
        g_ptr_array_add (changes, found->pdata[reversed ? found->len - 1 - j : j]);
      g_ptr_array_unref (found);
    }
}

gboolean
mou_document_import_rows (MouDocument *self, MouRegister *after, const char *source, guint *n_changes, GError **error)
{
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func ((GDestroyNotify) mou_change_free);
  Comparison comparison;

  g_return_val_if_fail (MOU_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (after != NULL && source != NULL, FALSE);
  g_return_val_if_fail (self->rows != NULL, FALSE);

  open_comparison (&comparison, after, compare_visit, self->rows);
  take_changes (&comparison, FALSE, changes);
  open_comparison (&comparison, self->rows, miss_visit, after);
  take_changes (&comparison, TRUE, changes);

  return import_changes (self, changes, source, n_changes, error);
}
