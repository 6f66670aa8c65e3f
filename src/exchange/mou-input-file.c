/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Neither a pipe nor a disk image is swallowed. */

#include "mou-input-file.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

gboolean
mou_input_file_refuse (const char *path, MouExchangeError code, const char *reason, GError **error)
{
  g_set_error (error, MOU_EXCHANGE_ERROR, (int) code, "%s: %s", path, reason);

  return FALSE;
}

static gboolean
check_file (const char *path, GError **error)
{
  GStatBuf status;

  if (g_stat (path, &status) != 0)
    return mou_input_file_refuse (path, MOU_EXCHANGE_ERROR_SYSTEM, g_strerror (errno), error);
  if (!S_ISREG (status.st_mode))
    return mou_input_file_refuse (path, MOU_EXCHANGE_ERROR_REFUSED, _ ("it is not a regular file"), error);
  if (status.st_size > MOU_INPUT_MAX_BYTES)
    return mou_input_file_refuse (path, MOU_EXCHANGE_ERROR_REFUSED, _ ("it is larger than 50 MB"), error);
  if (g_access (path, R_OK) != 0)
    return mou_input_file_refuse (path, MOU_EXCHANGE_ERROR_SYSTEM, g_strerror (errno), error);

  return TRUE;
}

char *
mou_input_file_read (const char *path, gsize *length, GError **error)
{
  g_autoptr (GError) cause = NULL;
  g_autofree char *bytes = NULL;

  g_return_val_if_fail (path != NULL && length != NULL, NULL);

  if (!check_file (path, error))
    return NULL;
  if (!g_file_get_contents (path, &bytes, length, &cause))
    mou_input_file_refuse (path, MOU_EXCHANGE_ERROR_SYSTEM, cause->message, error);

  return g_steal_pointer (&bytes);
}
