/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-report-seal: see the header. What kind of file it is, its first bytes say. */
#include "mou-report-seal.h"

#include "mou-canon.h"
#include "mou-report.h"
#include "mou-xlsx-property.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#define TEXT_BYTES_MAX (16 * 1024 * 1024)

static char *G_GNUC_PRINTF (2, 3) refuse (GError **error, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_propagate_error (error, g_error_new_valist (MOU_REPORT_ERROR, MOU_REPORT_ERROR_REFUSED, format, arguments));
  va_end (arguments);
  return NULL;
}

/* At most TEXT_BYTES_MAX; NULL with an error. */
static char *
read_start (const char *path, gsize *length, GError **error)
{
  g_autofree char *bytes = NULL;
  g_autoptr (GError) cause = NULL;
  GStatBuf info;

  if (g_stat (path, &info) == 0 && info.st_size > TEXT_BYTES_MAX)
    return refuse (error, _ ("%s: the file is too large for a report"), path);
  if (g_file_get_contents (path, &bytes, length, &cause))
    return g_steal_pointer (&bytes);
  g_set_error (error, MOU_REPORT_ERROR, MOU_REPORT_ERROR_SYSTEM, _ ("%s: cannot be read: %s"), path, cause->message);
  return NULL;
}

/* The word behind the last label; NULL when there is none. */
static char *
find_in_text (const char *text)
{
  const char *label = g_strrstr (text, MOU_REPORT_SEAL_LABEL);
  const char *start;

  if (label == NULL)
    return NULL;
  start = label + strlen (MOU_REPORT_SEAL_LABEL);
  start += strspn (start, " ");
  return g_strndup (start, strcspn (start, " \r\n"));
}

char *
mou_report_read_seal (const char *path, GError **error)
{
  g_autofree char *bytes = NULL;
  g_autofree char *written = NULL;
  char *seal;
  gsize length;

  g_return_val_if_fail (path != NULL, NULL);
  bytes = read_start (path, &length, error);
  if (bytes == NULL)
    return NULL;
  if (g_str_has_prefix (bytes, "%PDF"))
    return refuse (error, _ ("%s: the code of a PDF is not read; give the code printed on its pages instead"), path);
  if (g_str_has_prefix (bytes, "PK"))
    {
      g_autoptr (GError) cause = NULL;

      if (!mou_xlsx_property_read (path, MOU_REPORT_SEAL_PROPERTY, &written, &cause))
        return refuse (error, "%s", cause->message);
    }
  else
    written = find_in_text (bytes);
  seal = written != NULL ? mou_canon_parse_seal (written) : NULL;
  return seal != NULL ? seal : refuse (error, _ ("%s: it carries no code; it is no report of this program"), path);
}
