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
#define JSON_FORMAT "\"mou-evaluation/1\""
#define JSON_SEAL "\"seal\":"

static gboolean G_GNUC_PRINTF (2, 3) refuse (GError **error, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_propagate_error (error, g_error_new_valist (MOU_REPORT_ERROR, MOU_REPORT_ERROR_REFUSED, format, arguments));
  va_end (arguments);
  return FALSE;
}

/* At most TEXT_BYTES_MAX; NULL with an error. */
static char *
read_start (const char *path, gsize *length, GError **error)
{
  g_autofree char *bytes = NULL;
  g_autoptr (GError) cause = NULL;
  GStatBuf info;

  if (g_stat (path, &info) == 0 && info.st_size > TEXT_BYTES_MAX)
    {
      refuse (error, _ ("%s: the file is too large for a report"), path);
      return NULL;
    }
  if (g_file_get_contents (path, &bytes, length, &cause))
    return g_steal_pointer (&bytes);
  g_set_error (error, MOU_REPORT_ERROR, MOU_REPORT_ERROR_SYSTEM, _ ("%s: cannot be read: %s"), path, cause->message);
  return NULL;
}

/* The word behind the last `label`; NULL when there is none. */
static char *
find_in_text (const char *text, const char *label)
{
  const char *start = g_strrstr (text, label);

  if (start == NULL)
    return NULL;
  start += strlen (label);
  start += strspn (start, " ");
  return g_strndup (start, strcspn (start, " \r\n"));
}

/* The evaluation's JSON has one member of that name, at its top; no text inside can look like it, since quotes are escaped there. */
static char *
find_in_json (const char *text)
{
  const char *start = strstr (text, JSON_FORMAT) != NULL ? strstr (text, JSON_SEAL) : NULL;

  if (start == NULL)
    return NULL;
  start += strlen (JSON_SEAL);
  start += strspn (start, " \"");
  return g_strndup (start, strcspn (start, "\""));
}

static char *
parse_written (const char *written)
{
  return written != NULL ? mou_canon_parse_seal (written) : NULL;
}

/* "evaluation/1"; MOU_N_FORMS when this version would write it otherwise. */
static MouReportForm
parse_form (const char *written)
{
  g_auto (GStrv) parts = g_strsplit (written != NULL ? written : "", "/", 2);

  if (g_strv_length (parts) < 2 || !g_str_equal (parts[1], G_STRINGIFY (MOU_REPORT_FORM_VERSION)))
    return MOU_N_FORMS;
  return mou_report_form_lookup (parts[0]);
}

static gboolean
read_workbook (const char *path, MouReportSeals *seals, GError **error)
{
  g_autofree char *agreement = NULL;
  g_autofree char *evaluation = NULL;
  g_autofree char *form = NULL;
  g_autoptr (GError) cause = NULL;

  if (!mou_xlsx_property_read (path, MOU_REPORT_SEAL_PROPERTY, &agreement, &cause)
      || !mou_xlsx_property_read (path, MOU_REPORT_EVALUATION_SEAL_PROPERTY, &evaluation, &cause)
      || !mou_xlsx_property_read (path, MOU_REPORT_FORM_PROPERTY, &form, &cause))
    return refuse (error, "%s", cause->message);
  seals->file = MOU_REPORT_FILE_WORKBOOK;
  seals->form = parse_form (form);
  seals->agreement = parse_written (agreement);
  seals->evaluation = parse_written (evaluation);
  return TRUE;
}

static void
read_text (const char *text, MouReportSeals *seals)
{
  gboolean is_json = text[strspn (text, " \t\r\n")] == '{';
  g_autofree char *agreement = is_json ? NULL : find_in_text (text, MOU_REPORT_SEAL_LABEL);
  g_autofree char *evaluation = is_json ? find_in_json (text) : find_in_text (text, MOU_REPORT_EVALUATION_SEAL_LABEL);

  seals->file = is_json ? MOU_REPORT_FILE_JSON : MOU_REPORT_FILE_TEXT;
  seals->agreement = parse_written (agreement);
  seals->evaluation = parse_written (evaluation);
}

void
mou_report_seals_clear (MouReportSeals *self)
{
  g_clear_pointer (&self->agreement, g_free);
  g_clear_pointer (&self->evaluation, g_free);
}

gboolean
mou_report_read_seals (const char *path, MouReportSeals *seals, GError **error)
{
  g_autofree char *bytes = NULL;
  gsize length;

  g_return_val_if_fail (path != NULL && seals != NULL, FALSE);
  *seals = (MouReportSeals){ MOU_REPORT_FILE_TEXT, MOU_N_FORMS, NULL, NULL };
  bytes = read_start (path, &length, error);
  if (bytes == NULL)
    return FALSE;
  if (g_str_has_prefix (bytes, "%PDF"))
    return refuse (error, _ ("%s: the code of a PDF is not read; give the code printed on its pages instead"), path);
  if (!g_str_has_prefix (bytes, "PK"))
    read_text (bytes, seals);
  else if (!read_workbook (path, seals, error))
    return FALSE;
  if (seals->agreement != NULL || seals->evaluation != NULL)
    return TRUE;
  return refuse (error, _ ("%s: it carries no code; it is no report of this program"), path);
}
