/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What has become of an agreement since an entry: the register is taken back to it in memory and compared with what it is now. */

#include "mou-history.h"

#include "mou-document-private.h"
#include "mou-journal-fork.h"
#include "mou-journal-walk.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

/* An evaluated agreement was signed before. */
static gboolean
is_signed (const char *status)
{
  return g_strcmp0 (status, "signed") == 0 || g_strcmp0 (status, "evaluated") == 0;
}

gint64
mou_document_get_signed_entry (MouDocument *self, gint64 agreement)
{
  g_autoptr (GPtrArray) values = NULL;
  g_autoptr (GError) error = NULL;
  gboolean was_signed = FALSE;
  gint64 entry = 0;

  g_return_val_if_fail (MOU_IS_DOCUMENT (self), 0);
  g_return_val_if_fail (self->store != NULL, 0);

  values = mou_journal_list_standing (self->store, MOU_ENTITY_AGREEMENT, agreement,
                                      mou_field_get (MOU_ENTITY_AGREEMENT, MOU_AGREEMENT_STATUS)->key, &error);
  if (values == NULL)
    g_warning ("%s", error->message);
  for (guint i = 0; values != NULL && i < values->len; i++)
    {
      const MouJournalStanding *value = g_ptr_array_index (values, i);

      if (is_signed (value->value) && !was_signed)
        entry = value->entry;
      was_signed = is_signed (value->value);
    }

  return entry;
}

gint64
mou_document_get_saved_entry (MouDocument *self)
{
  g_return_val_if_fail (MOU_IS_DOCUMENT (self), 0);
  g_return_val_if_fail (self->store != NULL, 0);

  return mou_working_copy_get_target (self->working_copy) != NULL ? mou_working_copy_get_saved_entry (self->working_copy) : 0;
}

GPtrArray *
mou_document_list_changes_since (MouDocument *self, gint64 agreement, gint64 entry, GError **error)
{
  g_autoptr (MouRegister) then = NULL;

  g_return_val_if_fail (MOU_IS_DOCUMENT (self), NULL);
  g_return_val_if_fail (self->store != NULL, NULL);

  if (entry < 0 || entry > mou_store_get_entry (self->store))
    _mou_document_refuse (error, _ ("The history has no entry %" PRId64 "."), entry);
  else
    then = mou_journal_rewind (self->store, entry, error);
  if (then != NULL)
    return mou_compare_versions (then, self->rows, agreement);

  _mou_document_adopt_error (error);
  return NULL;
}
