/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the checks find in the agreement shown, kept until the next change. Apart from the rest, so that a program that never asks
 * does not carry the checks. */

#include "mou-document-private.h"

GPtrArray *
mou_document_get_findings (MouDocument *self)
{
  MouAgreement *agreement;

  g_return_val_if_fail (MOU_IS_DOCUMENT (self), NULL);

  agreement = mou_document_get_agreement (self);
  if (self->findings == NULL)
    self->findings
        = agreement != NULL ? mou_check_agreement (agreement) : g_ptr_array_new_with_free_func ((GDestroyNotify) mou_finding_free);

  return self->findings;
}
