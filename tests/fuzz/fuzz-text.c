/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Set-up and the assertion that every text parser must pass; see the header. */

#include "fuzz-text.h"

int
LLVMFuzzerInitialize (int *argc, char ***argv)
{
  g_log_set_always_fatal (G_LOG_FATAL_MASK | G_LOG_LEVEL_CRITICAL | G_LOG_LEVEL_WARNING);
  return 0;
}

char *
fuzz_text_dup (const guint8 *data, gsize size)
{
  return g_strndup ((const char *) data, size);
}

void
fuzz_text_assert_error (gboolean accepted, const GError *error)
{
  g_assert_cmpint (accepted, ==, error == NULL);
  g_assert_true (error == NULL || g_utf8_validate (error->message, -1, NULL));
}
