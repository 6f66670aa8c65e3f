/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-render-xlsx: a document as a workbook, one sheet a section (platform.md section 4).
 *
 * Cells are written by mou-render-xlsx-table and -writing; this file lays out blocks, sets pages up for print, and sees that the
 * finished file is read back before anyone trusts it. */
#include "mou-render-xlsx-private.h"

#include "mou-report-seal.h"
#include "mou-thai.h"
#include "mou-xlsx-text.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <locale.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#define PAPER_A4 9
#define MARGIN_SIDE_INCHES 0.5
#define MARGIN_TOP_INCHES 0.8
#define MARGIN_BOTTOM_INCHES 0.75
#define A4_SHORT_POINTS 595.0
#define A4_LONG_POINTS 842.0
#define POINTS_PER_INCH 72.0
#define TITLE_POINTS 20
#define HEADER_POINTS 12
#define HEADER_UNITS_MAX 150
#define SEAL_UNITS_MAX 60
#define DOTTED_LINE "ลงชื่อ ..................................................." /* dots are narrow: one line */

static const struct
{
  MouAlign align;
  int points, bold, indent;
} text_looks[MOU_N_TEXT_ROLES] = {
  [MOU_TEXT_TITLE] = { MOU_ALIGN_CENTRE, TITLE_POINTS, TRUE, 0 },    [MOU_TEXT_CENTRED] = { MOU_ALIGN_CENTRE, MOU_BODY_POINTS, FALSE, 0 },
  [MOU_TEXT_HEADING] = { MOU_ALIGN_LEFT, MOU_BODY_POINTS, TRUE, 0 }, [MOU_TEXT_PARAGRAPH] = { MOU_ALIGN_LEFT, MOU_BODY_POINTS, FALSE, 0 },
  [MOU_TEXT_ITEM] = { MOU_ALIGN_LEFT, MOU_BODY_POINTS, FALSE, 3 },   [MOU_TEXT_NOTE] = { MOU_ALIGN_LEFT, MOU_TABLE_POINTS, FALSE, 2 },
};

static double
get_page_height (const MouReportSection *section)
{
  return (section->landscape ? A4_SHORT_POINTS : A4_LONG_POINTS) - (MARGIN_TOP_INCHES + MARGIN_BOTTOM_INCHES) * POINTS_PER_INCH;
}

static const MouReportTable *
find_table (const MouReportSection *section)
{
  for (guint i = 0; i < section->blocks->len; i++)
    {
      const MouReportBlock *block = section->blocks->pdata[i];

      if (block->type == MOU_BLOCK_TABLE)
        return block->table;
    }
  return NULL;
}

/* A new page before `points` more would be cut; by estimate, and never inside a table, whose sheet is scaled. */
static void
keep_together (MouWriting *self, double points)
{
  lxw_row_t row = self->row;

  if (self->page_used + points <= get_page_height (self->section) || self->page_used < 1 || find_table (self->section) != NULL)
    return;
  g_array_append_val (self->breaks, row);
  self->page_used = 0;
}

static void
write_text (MouWriting *self, const MouReportBlock *block)
{
  guint last_column = self->section->widths->len - 1;
  MouLook look = {
    .points = text_looks[block->role].points,
    .bold = text_looks[block->role].bold,
    .align = (int) text_looks[block->role].align,
    .indent = text_looks[block->role].indent,
    .top = TRUE,
  };
  int lines = mou_writing_count_lines (self, block->text, 0, last_column + 1, look.indent, look.points);
  double height = lines * mou_writing_get_line_height (look.points);

  keep_together (self, height);
  mou_writing_merge (self, self->row, 0, self->row, last_column, &look);
  mou_writing_set_height (self, self->row, height);
  mou_writing_put_text (self, self->row, 0, block->text, MOU_MARK_NONE, &look);
  self->row++;
}

static void
write_space (MouWriting *self, int lines)
{
  for (int i = 0; i < lines; i++)
    mou_writing_set_height (self, self->row++, mou_writing_get_line_height (MOU_BODY_POINTS));
}

/* Left or right half of the columns. */
static void
find_half (const MouReportSection *section, int side, guint *first, guint *n_columns)
{
  guint half = MAX (section->widths->len / 2, 1);

  *first = side == 0 ? 0 : MIN (half, section->widths->len - 1);
  *n_columns = side == 0 ? half : section->widths->len - *first;
}

/* One line of one signature; returns how many lines it wraps to. */
static int
write_signature_line (MouWriting *self, guint row, int side, const char *text)
{
  MouLook look = { .points = MOU_BODY_POINTS, .align = MOU_ALIGN_CENTRE, .top = TRUE };
  guint first, n_columns;

  if (text == NULL)
    return 1;
  find_half (self->section, side, &first, &n_columns);
  mou_writing_merge (self, row, first, row, first + n_columns - 1, &look);
  mou_writing_put_text (self, row, first, text, MOU_MARK_NONE, &look);
  if (strcmp (text, DOTTED_LINE) == 0)
    return 1;
  return mou_writing_count_lines (self, text, first, n_columns, 0, look.points);
}

enum
{
  LINE_GAP,
  LINE_DOTS,
  LINE_NAME,
  LINE_OFFICE,
  N_SIGNATURE_LINES
};

static char *
write_office (const MouReportSignature *signature)
{
  g_autofree char *on_behalf = signature->on_behalf_of != NULL ? g_strconcat ("ในนาม", signature->on_behalf_of, NULL) : NULL;

  if (signature->position == NULL || on_behalf == NULL)
    return g_strdup (on_behalf != NULL ? on_behalf : signature->position);
  return g_strconcat (signature->position, "\n", on_behalf, NULL);
}

static char *
write_line_of (const MouReportSignature *signature, int line)
{
  switch (line)
    {
    case LINE_DOTS:
      return g_strdup (DOTTED_LINE);
    case LINE_NAME:
      return signature->name != NULL ? g_strconcat ("(", signature->name, ")", NULL) : NULL;
    case LINE_OFFICE:
      return write_office (signature);
    case LINE_GAP:
    default:
      return NULL;
    }
}

/* Signatures that stand side by side, line by line. */
static void
write_signature_pair (MouWriting *self, const MouReportBlock *block, guint index)
{
  double height = mou_writing_get_line_height (MOU_BODY_POINTS);

  for (int line = 0; line < N_SIGNATURE_LINES; line++)
    {
      int n_lines = line == LINE_GAP ? 2 : 1;

      for (int side = 0; side < 2; side++)
        if (index < block->signatures[side]->len)
          {
            g_autofree char *text = write_line_of (block->signatures[side]->pdata[index], line);

            n_lines = MAX (n_lines, write_signature_line (self, self->row, side, text));
          }
      mou_writing_set_height (self, self->row++, n_lines * height);
    }
}

static void
write_signatures (MouWriting *self, const MouReportBlock *block)
{
  guint n_pairs = MAX (block->signatures[0]->len, block->signatures[1]->len);

  keep_together (self, n_pairs * (N_SIGNATURE_LINES + 4) * mou_writing_get_line_height (MOU_BODY_POINTS));
  for (guint i = 0; i < n_pairs; i++)
    write_signature_pair (self, block, i);
}

/* Column titles stay in view, and stand on each page. */
static void
keep_head_rows (MouWriting *self, const MouReportTable *table)
{
  guint n_head_rows = mou_report_table_count_head_rows (table);

  if (table != find_table (self->section) || n_head_rows == 0)
    return;
  worksheet_freeze_panes (self->sheet, self->row + n_head_rows, (lxw_col_t) table->n_frozen);
  mou_writing_note (self, worksheet_repeat_rows (self->sheet, self->row, self->row + n_head_rows - 1));
}

static void
write_block (MouWriting *self, const MouReportBlock *block)
{
  switch (block->type)
    {
    case MOU_BLOCK_TEXT:
      write_text (self, block);
      break;
    case MOU_BLOCK_TABLE:
      keep_head_rows (self, block->table);
      mou_render_xlsx_table (self, block->table);
      break;
    case MOU_BLOCK_SIGNATURES:
      write_signatures (self, block);
      break;
    case MOU_BLOCK_SPACE:
    default:
      write_space (self, block->lines);
      break;
    }
}

/* "รหัสตรวจสอบ 7KQ2M-…", and the code of the evaluation where the form has one. */
static char *
describe_seals (const MouReportDocument *document)
{
  g_autofree char *agreement = mou_xlsx_text_for_header (document->seal, SEAL_UNITS_MAX);
  g_autofree char *evaluation = mou_xlsx_text_for_header (document->evaluation_seal, SEAL_UNITS_MAX);

  return g_strconcat (*agreement != '\0' ? MOU_REPORT_SEAL_LABEL " " : "", agreement,
                      *evaluation != '\0' ? "   " MOU_REPORT_EVALUATION_SEAL_LABEL " " : "", evaluation, NULL);
}

/* Left: whose and which; right: the page. The seals tie paper to file. */
static void
set_header_and_footer (MouWriting *self)
{
  const MouReportDocument *document = self->document;
  g_autofree char *font = mou_xlsx_text_for_header (document->font, SEAL_UNITS_MAX);
  g_autofree char *organisation = mou_xlsx_text_for_header (document->organisation, HEADER_UNITS_MAX);
  g_autofree char *seals = describe_seals (document);
  g_autofree char *header = g_strdup_printf ("&R&\"%s,Regular\"&%d%s", font, HEADER_POINTS, organisation);
  g_autofree char *footer
      = g_strdup_printf ("&L&\"%s,Regular\"&%d%s&R&\"%s,Regular\"&%dหน้า &P จาก &N", font, HEADER_POINTS, seals, font, HEADER_POINTS);

  mou_writing_note (self, worksheet_set_header (self->sheet, header));
  mou_writing_note (self, worksheet_set_footer (self->sheet, footer));
}

static void
set_up_page (MouWriting *self)
{
  lxw_worksheet *sheet = self->sheet;

  worksheet_set_paper (sheet, PAPER_A4);
  if (self->section->landscape)
    worksheet_set_landscape (sheet);
  else
    worksheet_set_portrait (sheet);
  worksheet_fit_to_pages (sheet, 1, 0);
  worksheet_set_margins (sheet, MARGIN_SIDE_INCHES, MARGIN_SIDE_INCHES, MARGIN_TOP_INCHES, MARGIN_BOTTOM_INCHES);
  worksheet_center_horizontally (sheet);
  worksheet_gridlines (sheet, LXW_HIDE_ALL_GRIDLINES);
  set_header_and_footer (self);
}

static void
set_column_widths (MouWriting *self)
{
  for (guint i = 0; i < self->section->widths->len; i++)
    mou_writing_note (
        self, worksheet_set_column (self->sheet, (lxw_col_t) i, (lxw_col_t) i, g_array_index (self->section->widths, int, i), NULL));
}

static void
protect_sheet (MouWriting *self)
{
  lxw_protection allowed = { .format_columns = TRUE, .format_rows = TRUE };

  if (self->document->protect)
    worksheet_protect (self->sheet, NULL, &allowed);
}

static void
write_section (MouWriting *self, const MouReportSection *section, guint index)
{
  g_autofree char *fallback = g_strdup_printf ("Sheet%u", index + 1);
  g_autofree char *name = mou_xlsx_text_for_sheet_name (section->name, fallback);
  lxw_row_t end = 0;

  self->section = section;
  self->row = 0;
  self->page_used = 0;
  g_array_set_size (self->breaks, 0);
  self->sheet = workbook_add_worksheet (self->workbook, name);
  if (self->sheet == NULL)
    {
      mou_writing_note (self, LXW_ERROR_MEMORY_MALLOC_FAILED);
      return;
    }
  mou_xlsx_manifest_add_sheet (self->manifest, name);
  set_up_page (self);
  set_column_widths (self);
  for (guint i = 0; i < section->blocks->len; i++)
    write_block (self, section->blocks->pdata[i]);
  if (self->row > 0)
    mou_writing_note (self, worksheet_print_area (self->sheet, 0, 0, self->row - 1, (lxw_col_t) (section->widths->len - 1)));
  g_array_append_val (self->breaks, end);
  if (self->breaks->len > 1)
    mou_writing_note (self, worksheet_set_h_pagebreaks (self->sheet, (lxw_row_t *) (gpointer) self->breaks->data));
  protect_sheet (self);
}

static void
set_custom_property (MouWriting *self, const char *name, const char *text)
{
  g_autofree char *value = mou_xlsx_text_for_property (text);

  if (*value != '\0')
    mou_writing_note (self, workbook_set_custom_property_string (self->workbook, name, value));
}

/* Everything a program could put a clock or a login into is set here. */
static void
set_properties (MouWriting *self)
{
  const MouReportDocument *document = self->document;
  g_autofree char *title = mou_xlsx_text_for_property (document->title);
  g_autofree char *organisation = mou_xlsx_text_for_property (document->organisation);
  lxw_doc_properties properties = {
    .title = title,
    .author = organisation,
    .company = organisation,
    .created = (time_t) document->created,
  };

  mou_writing_note (self, workbook_set_properties (self->workbook, &properties));
  set_custom_property (self, MOU_REPORT_FORM_PROPERTY, document->form);
  set_custom_property (self, MOU_REPORT_SEAL_PROPERTY, document->seal);
  set_custom_property (self, MOU_REPORT_EVALUATION_SEAL_PROPERTY, document->evaluation_seal);
}

static gboolean
fail (const char *reason, GError **error)
{
  g_set_error (error, MOU_REPORT_ERROR, MOU_REPORT_ERROR_SYSTEM, _ ("the workbook could not be written: %s"), reason);
  return FALSE;
}

static void
write_sections (MouWriting *self, MouReportProgress progress, gpointer data)
{
  GPtrArray *sections = self->document->sections;

  set_properties (self);
  for (guint i = 0; i < sections->len; i++)
    {
      write_section (self, sections->pdata[i], i);
      if (progress != NULL)
        progress (MOU_PROGRESS_WRITTEN / 2 * (i + 1) / sections->len, data);
    }
}

static gboolean
write_workbook (const MouReportDocument *document, const char *path, const char *folder, MouXlsxManifest *manifest,
                MouReportProgress progress, gpointer data, GError **error)
{
  g_autofree char *folder_copy = g_strdup (folder);
  lxw_workbook_options options = { .tmpdir = folder_copy };
  lxw_workbook *workbook = workbook_new_opt (path, &options);
  g_autoptr (MouFormats) formats = NULL;
  g_autoptr (GArray) breaks = g_array_new (FALSE, FALSE, sizeof (lxw_row_t));
  MouWriting writing = { .document = document, .workbook = workbook, .manifest = manifest, .breaks = breaks };

  if (workbook == NULL)
    return fail (lxw_strerror (LXW_ERROR_MEMORY_MALLOC_FAILED), error);
  formats = mou_formats_new (workbook, document->font, document->thai_digits);
  writing.formats = formats;
  write_sections (&writing, progress, data);
  mou_writing_note (&writing, workbook_close (workbook));
  return writing.n_errors == 0 || fail (lxw_strerror (writing.first_error), error);
}

/* libxlsxwriter prints numbers in the locale's way. */
static gboolean
write_workbook_in_c_locale (const MouReportDocument *document, const char *path, const char *folder, MouXlsxManifest *manifest,
                            MouReportProgress progress, gpointer data, GError **error)
{
  locale_t plain = newlocale (LC_NUMERIC_MASK, "C", (locale_t) 0);
  locale_t before = uselocale (plain);
  gboolean done = write_workbook (document, path, folder, manifest, progress, data, error);

  uselocale (before);
  freelocale (plain);
  return done;
}

static gboolean
copy_bytes (int from, int to)
{
  char block[65536];
  gssize length;

  if (lseek (from, 0, SEEK_SET) != 0)
    return FALSE;
  while ((length = read (from, block, sizeof block)) > 0)
    for (gssize done = 0, written = 0; done < length; done += written)
      {
        written = write (to, block + done, (gsize) (length - done));
        if (written <= 0)
          return FALSE;
      }
  return length == 0;
}

static gboolean
copy_to_file (int from, const char *path, GError **error)
{
  int to = open (path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
  gboolean done = to >= 0 && copy_bytes (from, to);

  if (!done)
    fail (g_strerror (errno), error);
  if (to >= 0 && close (to) != 0 && done)
    done = fail (g_strerror (errno), error);
  return done;
}

/* libxlsxwriter prints to standard error, and forgets the reason, when its file cannot be written: it gets one in memory. `path` NULL:
 * nothing is kept of it but the manifest. */
static gboolean
write_through_memory (const MouReportDocument *document, const char *path, const char *folder, MouXlsxManifest *manifest,
                      MouReportProgress progress, gpointer data, GError **error)
{
  int fd = memfd_create ("mou-report", MFD_CLOEXEC);
  g_autofree char *memory_path = g_strdup_printf ("/proc/self/fd/%d", fd);
  gboolean done;

  if (fd < 0)
    return fail (g_strerror (errno), error);
  done = write_workbook_in_c_locale (document, memory_path, folder, manifest, progress, data, error)
         && (path == NULL || copy_to_file (fd, path, error));
  close (fd);
  return done;
}

/* The reason may begin with the name of the temporary file, which tells nobody anything. */
static gboolean
fail_verification (const char *reason, const char *path, GError **error)
{
  const char *detail = g_str_has_prefix (reason, path) ? reason + strlen (path) + strlen (": ") : reason;

  g_set_error (error, MOU_REPORT_ERROR, MOU_REPORT_ERROR_SYSTEM,
               _ ("the workbook does not read back as it was written; is the disk full? (%s)"), detail);
  return FALSE;
}

gboolean
mou_render_xlsx (const MouReportDocument *document, const char *path, const char *folder, MouReportProgress progress, gpointer data,
                 GError **error)
{
  g_autoptr (MouXlsxManifest) manifest = mou_xlsx_manifest_new ();
  g_autoptr (GError) cause = NULL;

  g_return_val_if_fail (document != NULL && path != NULL && folder != NULL, FALSE);
  if (!write_through_memory (document, path, folder, manifest, progress, data, error))
    return FALSE;
  if (progress != NULL)
    progress (MOU_PROGRESS_WRITTEN, data);
  if (!mou_xlsx_manifest_verify (manifest, path, &cause))
    return fail_verification (cause->message, path, error);
  if (progress != NULL)
    progress (1, data);
  return TRUE;
}

MouXlsxManifest *
mou_render_xlsx_manifest (const MouReportDocument *document, const char *folder, GError **error)
{
  g_autoptr (MouXlsxManifest) manifest = mou_xlsx_manifest_new ();

  g_return_val_if_fail (document != NULL && folder != NULL, NULL);
  if (!write_through_memory (document, NULL, folder, manifest, NULL, NULL, error))
    return NULL;
  return g_steal_pointer (&manifest);
}
