/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Seals of all agreements of a register. */

#include "mou-seal.h"

#include "mou-canon.h"
#include "mou-row-name.h"

void
mou_agreement_seal_free (MouAgreementSeal *self)
{
  g_free (self->name);
  g_free (self->seal);
  g_free (self);
}

static MouAgreementSeal *
make_seal (MouRegister *rows, const MouRow *agreement)
{
  g_autofree char *text = mou_canon_agreement_text (rows, agreement->id);
  MouAgreementSeal *self = g_new (MouAgreementSeal, 1);

  *self = (MouAgreementSeal){ agreement->id, mou_row_dup_agreement_name (rows, NULL, agreement), mou_canon_seal (text) };

  return self;
}

GPtrArray *
mou_seal_list (MouRegister *rows)
{
  GPtrArray *seals = g_ptr_array_new_with_free_func ((GDestroyNotify) mou_agreement_seal_free);
  GPtrArray *organisations = mou_register_get_children (rows, 0, MOU_ENTITY_ORGANISATION);

  for (guint i = 0; i < organisations->len; i++)
    {
      const MouRow *organisation = g_ptr_array_index (organisations, i);
      GPtrArray *agreements = mou_register_get_children (rows, organisation->id, MOU_ENTITY_AGREEMENT);

      for (guint j = 0; j < agreements->len; j++)
        g_ptr_array_add (seals, make_seal (rows, g_ptr_array_index (agreements, j)));
    }

  return seals;
}
