/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The kind of a file by its first bytes, so that a wrong extension does no harm. */

#include "mou-import.h"

#include "mou-csv.h"
#include "mou-grid-workbook.h"
#include "mou-indicator-table.h"
#include "mou-input-file.h"
#include "mou-json-agreement.h"
#include "mou-workbook.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define ZIP_START "PK"

void
mou_import_free (MouImport *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->rows, mou_register_free);
  g_free (self->remark);
  g_free (self);
}

static MouRegister *
read_json (const char *text, gsize length, MouRegister *base, GError **error)
{
  g_autoptr (MouRegister) incoming = mou_json_agreement_parse (text, (gssize) length, error);
  g_autoptr (GPtrArray) changes = NULL;
  MouRegister *rows;

  if (incoming == NULL)
    return NULL;

  changes = mou_register_difference (base, incoming, FALSE);
  rows = mou_register_copy (base);
  for (guint i = 0; i < changes->len; i++)
    mou_register_apply (rows, changes->pdata[i]);

  return rows;
}

/* Of a workbook that is none of ours: its one table of indicators. */
static const MouGrid *
find_table (GPtrArray *grids, GError **error)
{
  const MouGrid *found = NULL;

  for (guint i = 0; i < grids->len; i++)
    {
      if (!mou_indicator_table_recognise (grids->pdata[i]))
        continue;
      if (found != NULL)
        {
          g_set_error (error, MOU_EXCHANGE_ERROR, MOU_EXCHANGE_ERROR_REFUSED,
                       _ ("both “%s” and “%s” are tables of indicators; leave one sheet"), found->name,
                       ((const MouGrid *) grids->pdata[i])->name);
          return NULL;
        }
      found = grids->pdata[i];
    }
  if (found == NULL)
    g_set_error_literal (error, MOU_EXCHANGE_ERROR, MOU_EXCHANGE_ERROR_REFUSED,
                         _ ("no sheet is one of an exported workbook, and none is a table of indicators with a column of codes"));

  return found;
}

static MouRegister *
read_workbook (GPtrArray *grids, MouRegister *base, gint64 agreement, GError **error)
{
  const MouGrid *table;

  if (mou_workbook_recognise (grids))
    return mou_workbook_read (grids, base, agreement, error);
  table = find_table (grids, error);

  return table != NULL ? mou_indicator_table_read (table, base, agreement, error) : NULL;
}

static char *
describe_dialect (const MouCsvDialect *dialect)
{
  const char *separator = *dialect->separator == '\t' ? C_ ("separator", "tab") : dialect->separator;

  if (strcmp (dialect->encoding, "UTF-8") == 0 && *dialect->separator == ',')
    return NULL;

  return g_strdup_printf (_ ("read as %s, separated by %s"), dialect->encoding, separator);
}

static MouRegister *
read_csv (const char *bytes, gsize length, MouRegister *base, gint64 agreement, char **remark, GError **error)
{
  MouCsvDialect dialect;
  g_autoptr (MouGrid) grid = mou_csv_parse (bytes, length, &dialect, error);

  if (grid == NULL)
    return NULL;
  *remark = describe_dialect (&dialect);

  return mou_indicator_table_read (grid, base, agreement, error);
}

static gboolean
begins_like_json (const char *bytes)
{
  const char *start = g_str_has_prefix (bytes, "\xEF\xBB\xBF") ? bytes + 3 : bytes;

  return start[strspn (start, " \t\r\n")] == '{';
}

static gboolean
is_json (const char *path, const char *bytes)
{
  g_autofree char *folded = g_ascii_strdown (path, -1);

  return g_str_has_suffix (folded, ".json") || begins_like_json (bytes);
}

MouImport *
mou_import_load (const char *path, MouRegister *base, gint64 agreement, GError **error)
{
  g_autoptr (MouImport) self = g_new0 (MouImport, 1);
  g_autoptr (GPtrArray) grids = NULL;
  g_autoptr (GError) cause = NULL;
  g_autofree char *bytes = NULL;
  gsize length;

  g_return_val_if_fail (path != NULL && base != NULL, NULL);

  bytes = mou_input_file_read (path, &length, error);
  if (bytes == NULL)
    return NULL;
  if (g_str_has_prefix (bytes, ZIP_START))
    {
      grids = mou_grid_load_workbook (path, error);
      if (grids == NULL)
        return NULL;
      self->rows = read_workbook (grids, base, agreement, &cause);
    }
  else if (is_json (path, bytes))
    self->rows = read_json (bytes, length, base, &cause);
  else
    self->rows = read_csv (bytes, length, base, agreement, &self->remark, &cause);

  if (self->rows != NULL)
    return g_steal_pointer (&self);
  mou_input_file_refuse (path, (MouExchangeError) cause->code, cause->message, error);

  return NULL;
}
