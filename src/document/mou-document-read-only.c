/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A register of a newer version is looked at, and nothing else: what this version does not know of it would be lost by the first save. */

#include "mou-document-private.h"

#include "mou-intake-newer.h"

#include <glib/gi18n-lib.h>

MouStore *
_mou_document_open_newer (const char *path, const char *copy, MouFileIdentity *identity, GCancellable *cancellable, GError **error)
{
  if (!mou_intake_newer (path, copy, identity, cancellable, error))
    return NULL;

  return mou_store_open (copy, error);
}

void
_mou_document_make_read_only (MouDocument *self, const char *path)
{
  g_autofree char *name = g_filename_display_basename (path);

  g_assert (self->read_only_reason == NULL);

  self->read_only_reason = g_strdup_printf (_ ("“%s” was written by a newer version of the program. It is shown read-only, so that nothing "
                                               "it holds is lost; update the program to edit it."),
                                            name);
}

gboolean
_mou_document_check_writable (MouDocument *self, GError **error)
{
  if (self->read_only_reason == NULL)
    return TRUE;

  g_set_error_literal (error, MOU_DOCUMENT_ERROR, MOU_DOCUMENT_ERROR_REFUSED, self->read_only_reason);

  return FALSE;
}

const char *
mou_document_get_read_only_reason (MouDocument *self)
{
  g_return_val_if_fail (MOU_IS_DOCUMENT (self), NULL);

  return self->read_only_reason;
}
