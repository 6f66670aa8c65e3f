/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What of a workbook is no longer as it was written. Cells that were sent and not met while reading are found at the end. */

#include "mou-xlsx-verify-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* Programs calculate the same formula in another order. */
#define RELATIVE_TOLERANCE 1e-9
#define LETTERS 26

typedef struct
{
  gint64 key;
  MouXlsxDifference *difference;
} Found;

typedef struct
{
  const SentSheet *sheet;
  GHashTable *met; /* keys of `sheet` */
  GArray *found;   /* Found */
} Comparison;

void
mou_xlsx_difference_free (MouXlsxDifference *self)
{
  g_free (self->sheet);
  g_free (self->cell);
  g_free (self->found);
  g_free (self->expected);
  g_free (self);
}

static void
clear_found (gpointer data)
{
  g_clear_pointer (&((Found *) data)->difference, mou_xlsx_difference_free);
}

/* "A1", "AB12" */
static char *
describe_place (gint64 key)
{
  guint row = (guint) (key / MOU_XLSX_COLUMNS_MAX), column = (guint) (key % MOU_XLSX_COLUMNS_MAX) + 1;
  g_autoptr (GString) place = g_string_new (NULL);

  for (; column > 0; column = (column - 1) / LETTERS)
    g_string_prepend_c (place, (char) ('A' + (column - 1) % LETTERS));
  g_string_append_printf (place, "%u", row + 1);
  return g_string_free (g_steal_pointer (&place), FALSE);
}

/* "4.5000" as "4.5" */
static char *
trim_zeros (char *text)
{
  gsize length = strlen (text);

  if (strchr (text, '.') == NULL)
    return text;
  while (text[length - 1] == '0')
    length--;
  text[text[length - 1] == '.' ? length - 1 : length] = '\0';
  return text;
}

static char *
format_number (double number, int places)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  if (places < 0 || fabs (number) >= 1e15)
    return g_strdup (g_ascii_formatd (digits, sizeof digits, "%.12g", number));
  return g_strdup (trim_zeros (g_ascii_formatd (digits, sizeof digits, "%.4f", number)));
}

static gboolean
is_same_number (double a, double b)
{
  return fabs (a - b) <= RELATIVE_TOLERANCE * fmax (fabs (a), fabs (b));
}

static gboolean
is_same (const SentCell *sent, const MouXlsxCell *found)
{
  if (sent->is_number)
    return found->type == MOU_XLSX_CELL_NUMBER && is_same_number (sent->number, found->number);
  return found->type == MOU_XLSX_CELL_TEXT && strcmp (sent->text, found->text) == 0;
}

static char *
quote (const char *text)
{
  return g_strdup_printf (_ ("“%s”"), text);
}

static char *
describe_sent (const SentCell *sent, int places)
{
  return sent->is_number ? format_number (sent->number, places) : quote (sent->text);
}

static char *
describe_met (const MouXlsxCell *met, int places)
{
  return met->type == MOU_XLSX_CELL_NUMBER ? format_number (met->number, places) : quote (met->text);
}

/* Either may be NULL. */
static void
add_difference (Comparison *self, gint64 key, const MouXlsxCell *met, const SentCell *sent)
{
  MouXlsxDifference *difference = g_new0 (MouXlsxDifference, 1);
  Found found = { key, difference };

  difference->sheet = g_strdup (self->sheet->name);
  difference->cell = describe_place (key);
  for (int places = 4; places >= -1; places -= 5)
    {
      g_free (difference->found);
      g_free (difference->expected);
      difference->found = met != NULL ? describe_met (met, places) : NULL;
      difference->expected = sent != NULL ? describe_sent (sent, places) : NULL;
      if (g_strcmp0 (difference->found, difference->expected) != 0)
        break;
    }
  g_array_append_val (self->found, found);
}

static gboolean
compare_cell_cb (const MouXlsxCell *met, gpointer data, GError **error)
{
  Comparison *self = data;
  gint64 key = _mou_xlsx_make_key (met->row, met->column);
  const SentCell *sent = g_hash_table_lookup (self->sheet->cells, &key);

  g_hash_table_add (self->met, g_memdup2 (&key, sizeof key));
  if (sent == NULL ? met->type != MOU_XLSX_CELL_TEXT || *met->text != '\0' : !is_same (sent, met))
    add_difference (self, key, met, sent);
  return TRUE;
}

/* A formula may give an empty text, which shows nothing. */
static gboolean
shows_something (const SentCell *sent)
{
  return sent->is_number || *sent->text != '\0';
}

static void
add_missing (Comparison *self)
{
  GHashTableIter cells;
  gpointer key, sent;

  g_hash_table_iter_init (&cells, self->sheet->cells);
  while (g_hash_table_iter_next (&cells, &key, &sent))
    if (shows_something (sent) && !g_hash_table_contains (self->met, key))
      add_difference (self, *(gint64 *) key, NULL, sent);
}

static int
compare_keys (gconstpointer a, gconstpointer b)
{
  const Found *left = a, *right = b;

  return left->key < right->key ? -1 : left->key > right->key;
}

/* -1: there is none of that name. */
static int
find_sheet (MouXlsxReader *reader, const char *name)
{
  for (guint i = 0; i < mou_xlsx_reader_get_n_sheets (reader); i++)
    if (strcmp (mou_xlsx_reader_get_sheet_name (reader, i), name) == 0)
      return (int) i;
  return -1;
}

static gboolean
compare_sheet (MouXlsxReader *reader, const SentSheet *sheet, GArray *found, GError **error)
{
  static const MouXlsxVisitor visitor = { compare_cell_cb, NULL };
  g_autoptr (GHashTable) met = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  Comparison comparison = { .sheet = sheet, .met = met, .found = found };
  int index = find_sheet (reader, sheet->name);

  if (index >= 0 && !mou_xlsx_reader_read_sheet (reader, (guint) index, &visitor, &comparison, error))
    return FALSE;
  add_missing (&comparison);
  g_array_sort (found, compare_keys);
  return TRUE;
}

static void
take_first (GArray *found, guint limit, GPtrArray *differences)
{
  for (guint i = 0; i < found->len && differences->len < limit; i++)
    g_ptr_array_add (differences, g_steal_pointer (&g_array_index (found, Found, i).difference));
}

gboolean
mou_xlsx_manifest_compare (MouXlsxManifest *self, const char *path, guint limit, GPtrArray **differences, guint *n_differences,
                           GError **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) mou_xlsx_difference_free);
  g_autoptr (MouXlsxReader) reader = NULL;
  guint count = 0;

  g_return_val_if_fail (self != NULL && path != NULL && differences != NULL && n_differences != NULL, FALSE);
  reader = mou_xlsx_reader_open (path, error);
  if (reader == NULL)
    return FALSE;
  for (guint i = 0; i < self->sheets->len; i++)
    {
      g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (Found));

      g_array_set_clear_func (found, clear_found);
      if (!compare_sheet (reader, self->sheets->pdata[i], found, error))
        return FALSE;
      count += found->len;
      take_first (found, limit, list);
    }
  *n_differences = count;
  *differences = g_steal_pointer (&list);
  return TRUE;
}
