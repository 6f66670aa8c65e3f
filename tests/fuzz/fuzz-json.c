/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Agreements as JSON: any bytes are refused with a sentence or read, and what was read is written, read again and written to the
 * same bytes. */

#include "fuzz-text.h"

#include "mou-json-agreement.h"

static char *
write_agreement (MouRegister *rows)
{
  const MouRow *organisation = mou_register_get_children (rows, 0, MOU_ENTITY_ORGANISATION)->pdata[0];
  const MouRow *agreement = mou_register_get_children (rows, organisation->id, MOU_ENTITY_AGREEMENT)->pdata[0];

  return mou_json_agreement_write (rows, agreement->id);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MouRegister) rows = mou_json_agreement_parse ((const char *) data, (gssize) size, &error);
  g_autoptr (MouRegister) again = NULL;
  g_autofree char *once = NULL;
  g_autofree char *twice = NULL;

  fuzz_text_assert_error (rows != NULL, error);
  if (rows == NULL)
    return 0;

  once = write_agreement (rows);
  again = mou_json_agreement_parse (once, -1, &error);
  g_assert_no_error (error);
  twice = write_agreement (again);
  g_assert_cmpstr (once, ==, twice);

  return 0;
}
