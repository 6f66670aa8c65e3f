/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-xlsx-writer: see the header. */
#include "mou-xlsx-writer.h"

#include "mou-thai.h"
#include "mou-xlsx-file.h"
#include "mou-xlsx-text.h"
#include "mou-xlsx-verify.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>
#include <xlsxwriter.h>

#define FONT "TH SarabunPSK"
#define FONT_POINTS 14
#define LINE_HEIGHT 23.0 /* of that font and those that stand in for it */
#define LINES_MAX 17     /* a row is at most 409 points high */
#define HEADING_LINES 2
#define CHARACTERS_PER_UNIT 0.8 /* of the widest font that stands in for it */
#define HEADING_FILL 0xE3EAF4
#define PAPER_A4 9
#define HEADING_ROW 1
#define CHOICES_BYTES_MAX 255 /* the format allows so many characters; libxlsxwriter's buffer has room for so many bytes */
#define CHOICE_ROWS 1000      /* beyond what there is: room for new rows */

struct _MouXlsxWriter
{
  const char *title;
  gint64 created;
  MouXlsxFill fill;
  gpointer data;
  lxw_workbook *workbook;
  lxw_worksheet *sheet; /* NULL before the first one */
  lxw_format *formats[MOU_XLSX_N_LOOKS];
  GHashTable *names; /* set of the sheets' names, folded */
  GArray *widths;    /* int, of the sheet's columns */
  GArray *lines;     /* int, of the sheet's rows */
  MouXlsxManifest *manifest;
  guint n_errors;
  lxw_error first_error;
};

static void
note (MouXlsxWriter *self, lxw_error error)
{
  if (error == LXW_NO_ERROR)
    return;
  if (self->n_errors++ == 0)
    self->first_error = error;
}

static lxw_format *
add_format (MouXlsxWriter *self, MouXlsxLook look)
{
  lxw_format *format = workbook_add_format (self->workbook);

  format_set_font_name (format, FONT);
  format_set_font_size (format, FONT_POINTS);
  format_set_align (format, LXW_ALIGN_VERTICAL_TOP);
  format_set_num_format (format, look == MOU_XLSX_LOOK_NUMBER ? "General" : "@");
  if (look == MOU_XLSX_LOOK_NUMBER)
    {
      format_set_align (format, LXW_ALIGN_RIGHT);
      format_set_indent (format, 1);
    }
  else
    format_set_text_wrap (format);
  if (look == MOU_XLSX_LOOK_HEADING)
    {
      format_set_bold (format);
      format_set_bg_color (format, HEADING_FILL);
      format_set_border (format, LXW_BORDER_THIN);
      format_set_align (format, LXW_ALIGN_CENTER);
      format_set_align (format, LXW_ALIGN_VERTICAL_CENTER);
    }
  return format;
}

/* Names must differ without regard to case. */
static char *
make_sheet_name (MouXlsxWriter *self, const char *wanted)
{
  g_autofree char *fallback = g_strdup_printf ("Sheet%u", g_hash_table_size (self->names) + 1);
  g_autofree char *name = mou_xlsx_text_for_sheet_name (wanted, fallback);
  g_autofree char *folded = g_utf8_casefold (name, -1);

  if (!g_hash_table_add (self->names, g_strdup (folded)))
    {
      g_hash_table_add (self->names, g_strdup (fallback));
      return g_steal_pointer (&fallback);
    }
  return g_steal_pointer (&name);
}

/* Programs that open the workbook need not measure the rows anew. */
static void
set_heights (MouXlsxWriter *self)
{
  for (guint row = 0; self->sheet != NULL && row < self->lines->len; row++)
    {
      int lines = g_array_index (self->lines, int, row);

      if (lines > 1)
        note (self, worksheet_set_row (self->sheet, row, MIN (lines, LINES_MAX) * LINE_HEIGHT, NULL));
    }
  g_array_set_size (self->lines, 0);
  g_array_set_size (self->widths, 0);
}

static void
grow (GArray *numbers, guint index)
{
  if (index >= numbers->len)
    g_array_set_size (numbers, index + 1);
}

/* What the text takes in its column. */
static void
count_lines (MouXlsxWriter *self, guint row, guint column, const char *text)
{
  g_auto (GStrv) paragraphs = g_strsplit (text, "\n", -1);
  int units, lines = 0;

  grow (self->widths, column);
  grow (self->lines, row);
  units = MAX (1, (int) (g_array_index (self->widths, int, column) * CHARACTERS_PER_UNIT));
  for (guint i = 0; paragraphs[i] != NULL; i++)
    lines += 1 + MAX (mou_thai_text_width (paragraphs[i]) - 1, 0) / units;
  g_array_index (self->lines, int, row) = MAX (g_array_index (self->lines, int, row), lines);
}

void
mou_xlsx_writer_add_sheet (MouXlsxWriter *self, const char *name)
{
  g_autofree char *legal = NULL;

  g_return_if_fail (self != NULL && name != NULL);
  set_heights (self);
  legal = make_sheet_name (self, name);
  self->sheet = workbook_add_worksheet (self->workbook, legal);
  if (self->sheet == NULL)
    {
      note (self, LXW_ERROR_MEMORY_MALLOC_FAILED);
      return;
    }
  mou_xlsx_manifest_add_sheet (self->manifest, legal);
  worksheet_set_paper (self->sheet, PAPER_A4);
  worksheet_set_landscape (self->sheet);
  worksheet_fit_to_pages (self->sheet, 1, 0);
  worksheet_set_default_row (self->sheet, LINE_HEIGHT, FALSE);
  note (self, worksheet_ignore_errors (self->sheet, LXW_IGNORE_NUMBER_STORED_AS_TEXT, "A1:XFD1048576"));
}

void
mou_xlsx_writer_set_column (MouXlsxWriter *self, guint column, int width, MouXlsxLook look)
{
  g_return_if_fail (self != NULL && look < MOU_XLSX_N_LOOKS);
  if (self->sheet == NULL)
    return;
  grow (self->widths, column);
  g_array_index (self->widths, int, column) = width;
  note (self, worksheet_set_column (self->sheet, (lxw_col_t) column, (lxw_col_t) column, width, self->formats[look]));
}

void
mou_xlsx_writer_put_text (MouXlsxWriter *self, guint row, guint column, const char *text, MouXlsxLook look)
{
  g_autofree char *cell = NULL;
  g_autofree char *stored = NULL;

  g_return_if_fail (self != NULL && text != NULL && look < MOU_XLSX_N_LOOKS);
  if (self->sheet == NULL || *text == '\0')
    return;
  cell = mou_xlsx_text_for_cell (text);
  stored = mou_xlsx_text_escape (cell);
  note (self, worksheet_write_string (self->sheet, row, (lxw_col_t) column, stored, self->formats[look]));
  mou_xlsx_manifest_add_text (self->manifest, row, column, cell, NULL);
  if (look == MOU_XLSX_LOOK_TEXT)
    count_lines (self, row, column, cell);
}

void
mou_xlsx_writer_put_number (MouXlsxWriter *self, guint row, guint column, double number)
{
  g_return_if_fail (self != NULL && isfinite (number));
  if (self->sheet == NULL)
    return;
  note (self, worksheet_write_number (self->sheet, row, (lxw_col_t) column, number, self->formats[MOU_XLSX_LOOK_NUMBER]));
  mou_xlsx_manifest_add_number (self->manifest, row, column, number, NULL);
}

void
mou_xlsx_writer_set_heading (MouXlsxWriter *self, guint n_columns, guint n_rows, guint n_frozen)
{
  lxw_row_col_options hidden = { .hidden = TRUE };

  g_return_if_fail (self != NULL && n_columns > 0);
  if (self->sheet == NULL)
    return;
  note (self, worksheet_set_row_opt (self->sheet, 0, LXW_DEF_ROW_HEIGHT, NULL, &hidden));
  note (self, worksheet_set_row (self->sheet, HEADING_ROW, HEADING_LINES * LINE_HEIGHT, NULL));
  worksheet_freeze_panes (self->sheet, HEADING_ROW + 1, (lxw_col_t) n_frozen);
  note (self, worksheet_repeat_rows (self->sheet, HEADING_ROW, HEADING_ROW));
  note (self, worksheet_autofilter (self->sheet, HEADING_ROW, 0, HEADING_ROW + n_rows, (lxw_col_t) (n_columns - 1)));
}

gboolean
mou_xlsx_writer_add_choices (MouXlsxWriter *self, guint first_row, guint column, const char *const *choices)
{
  g_autofree char *joined = NULL;
  lxw_data_validation validation = {
    .validate = LXW_VALIDATION_TYPE_LIST,
    .error_type = LXW_VALIDATION_ERROR_TYPE_INFORMATION,
    .value_list = (gpointer) choices, /* const in some versions of the library, and not in others */
  };

  g_return_val_if_fail (self != NULL && choices != NULL, FALSE);
  joined = g_strjoinv (",", (char **) choices);
  if (strlen (joined) > CHOICES_BYTES_MAX)
    return FALSE;
  if (self->sheet != NULL)
    note (self, worksheet_data_validation_range (self->sheet, first_row, (lxw_col_t) column, first_row + CHOICE_ROWS, (lxw_col_t) column,
                                                 &validation));
  return TRUE;
}

static void
set_properties (MouXlsxWriter *self)
{
  g_autofree char *title = mou_xlsx_text_for_property (self->title);
  lxw_doc_properties properties = { .title = title, .created = (time_t) self->created };

  note (self, workbook_set_properties (self->workbook, &properties));
}

static gboolean
fail (lxw_error code, GError **error)
{
  g_set_error (error, MOU_XLSX_ERROR, MOU_XLSX_ERROR_SYSTEM, _ ("the workbook could not be written: %s"), lxw_strerror (code));
  return FALSE;
}

static gboolean
write_book (const char *path, const char *folder, gpointer data, GError **error)
{
  MouXlsxWriter *self = data;
  g_autofree char *folder_copy = g_strdup (folder);
  lxw_workbook_options options = { .tmpdir = folder_copy };

  self->workbook = workbook_new_opt (path, &options);
  if (self->workbook == NULL)
    return fail (LXW_ERROR_MEMORY_MALLOC_FAILED, error);
  for (MouXlsxLook look = 0; look < MOU_XLSX_N_LOOKS; look++)
    self->formats[look] = add_format (self, look);
  set_properties (self);
  self->fill (self, self->data);
  set_heights (self);
  note (self, workbook_close (self->workbook));
  return self->n_errors == 0 || fail (self->first_error, error);
}

/* The reason may begin with the name of the temporary file, which tells nobody anything. */
static gboolean
verify (MouXlsxWriter *self, const char *path, GError **error)
{
  g_autoptr (GError) cause = NULL;
  const char *reason;

  if (mou_xlsx_manifest_verify (self->manifest, path, &cause))
    return TRUE;
  reason = g_str_has_prefix (cause->message, path) ? cause->message + strlen (path) + strlen (": ") : cause->message;
  g_set_error (error, MOU_XLSX_ERROR, MOU_XLSX_ERROR_SYSTEM,
               _ ("the workbook does not read back as it was written; is the disk full? (%s)"), reason);
  return FALSE;
}

static gboolean
make_verified (const char *path, const char *folder, gpointer data, GError **error)
{
  return mou_xlsx_file_make (path, folder, write_book, data, error) && verify (data, path, error);
}

gboolean
mou_xlsx_write (const char *path, const char *title, gint64 created, MouXlsxFill fill, gpointer data, GError **error)
{
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GArray) widths = g_array_new (FALSE, TRUE, sizeof (int));
  g_autoptr (GArray) lines = g_array_new (FALSE, TRUE, sizeof (int));
  g_autoptr (MouXlsxManifest) manifest = mou_xlsx_manifest_new ();
  MouXlsxWriter self = {
    .title = title, .created = created, .fill = fill, .data = data, .names = names, .widths = widths, .lines = lines, .manifest = manifest
  };

  g_return_val_if_fail (path != NULL && title != NULL && fill != NULL, FALSE);
  return mou_xlsx_file_replace (path, make_verified, &self, error);
}
