/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The errors of the document: front ends see one domain, whichever layer below found the fault; the sentence stays. */

#include "mou-document-private.h"

#include "mou-error.h"

G_DEFINE_QUARK (mou - document - error - quark, mou_document_error)

gboolean
_mou_document_refuse (GError **error, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  if (error != NULL)
    *error = g_error_new_valist (MOU_DOCUMENT_ERROR, MOU_DOCUMENT_ERROR_INVALID, format, arguments);
  va_end (arguments);

  return FALSE;
}

static MouDocumentError
translate_store_error (MouStoreError code)
{
  switch (code)
    {
    case MOU_STORE_ERROR_REFUSED:
    case MOU_STORE_ERROR_NEWER:
      return MOU_DOCUMENT_ERROR_REFUSED;
    case MOU_STORE_ERROR_DAMAGED:
      return MOU_DOCUMENT_ERROR_DAMAGED;
    case MOU_STORE_ERROR_CHANGED:
      return MOU_DOCUMENT_ERROR_CHANGED;
    case MOU_STORE_ERROR_INVALID:
      return MOU_DOCUMENT_ERROR_INVALID;
    case MOU_STORE_ERROR_SYSTEM:
    default:
      return MOU_DOCUMENT_ERROR_SYSTEM;
    }
}

gboolean
_mou_document_adopt_error (GError **error)
{
  MouDocumentError code = MOU_DOCUMENT_ERROR_SYSTEM;

  if (error == NULL || *error == NULL || (*error)->domain == MOU_DOCUMENT_ERROR
      || g_error_matches (*error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return FALSE;

  if ((*error)->domain == MOU_STORE_ERROR)
    code = translate_store_error ((MouStoreError) (*error)->code);
  else if ((*error)->domain == MOU_CORE_ERROR)
    code = MOU_DOCUMENT_ERROR_INVALID;

  (*error)->domain = MOU_DOCUMENT_ERROR;
  (*error)->code = (int) code;
  return FALSE;
}
