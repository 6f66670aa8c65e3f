/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-xlsx-sheet: see the header. Cells must come in order, each at most once, as every producer writes them. */
#include "mou-xlsx-sheet.h"

#include "mou-xlsx-strings.h"
#include "mou-xlsx-xml.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

typedef enum
{
  STORED_NUMBER,
  STORED_SHARED,
  STORED_INLINE,
  STORED_RESULT,
  STORED_BOOLEAN,
  STORED_ERROR,
  STORED_DATE
} StoredType;
typedef enum
{
  GATHER_NOTHING,
  GATHER_VALUE,
  GATHER_FORMULA
} Gathering;

typedef struct
{
  GPtrArray *strings;
  guint *cells_left;
  const MouXlsxVisitor *visitor;
  gpointer data;
  guint next_row, next_column; /* the earliest place the next row or cell may have */
  guint row;
  MouXlsxCell cell;
  StoredType stored;
  gboolean in_cell, in_phonetic, has_value, has_formula;
  Gathering gathering;
  GString *value, *formula;
} SheetReading;

static const struct
{
  const char *key;
  StoredType type;
} stored_types[] = {
  { "n", STORED_NUMBER },  { "s", STORED_SHARED }, { "inlineStr", STORED_INLINE }, { "str", STORED_RESULT },
  { "b", STORED_BOOLEAN }, { "e", STORED_ERROR },  { "d", STORED_DATE },
};

gboolean
mou_xlsx_sheet_parse_address (const char *address, guint *row, guint *column)
{
  guint64 number;
  guint letters = 0;
  char *end;

  for (; g_ascii_isupper (*address) && letters <= MOU_XLSX_COLUMNS_MAX; address++)
    letters = letters * 26 + (guint) (*address - 'A') + 1;
  if (letters == 0 || letters > MOU_XLSX_COLUMNS_MAX || !g_ascii_isdigit (*address) || *address == '0')
    return FALSE;
  number = g_ascii_strtoull (address, &end, 10);
  if (*end != '\0' || number > MOU_XLSX_ROWS_MAX)
    return FALSE;
  *row = (guint) number - 1;
  *column = letters - 1;
  return TRUE;
}

static gboolean
start_row (SheetReading *reading, const char **attributes, GError **error)
{
  const char *text = mou_xlsx_xml_get_attribute (attributes, "r");
  guint64 number = reading->next_row + 1;

  if (text != NULL && !g_ascii_string_to_unsigned (text, 10, 1, MOU_XLSX_ROWS_MAX, &number, NULL))
    return mou_xlsx_xml_refuse (error, _ ("a row lies outside the sheet"));
  if (number > MOU_XLSX_ROWS_MAX || number < reading->next_row + 1)
    return mou_xlsx_xml_refuse (error, _ ("the rows are not in order"));
  reading->row = (guint) number - 1;
  reading->next_row = reading->row + 1;
  reading->next_column = 0;
  return TRUE;
}

static gboolean
place_cell (SheetReading *reading, const char *address, GError **error)
{
  reading->cell.row = reading->row;
  reading->cell.column = reading->next_column;
  if (address != NULL && !mou_xlsx_sheet_parse_address (address, &reading->cell.row, &reading->cell.column))
    return mou_xlsx_xml_refuse (error, _ ("a cell lies outside the sheet"));
  if (reading->next_row == 0 || reading->cell.row != reading->row || reading->cell.column < reading->next_column
      || reading->cell.column >= MOU_XLSX_COLUMNS_MAX)
    return mou_xlsx_xml_refuse (error, _ ("the cells are not in order"));
  reading->next_column = reading->cell.column + 1;
  return TRUE;
}

static gboolean
find_stored_type (const char *key, StoredType *type, GError **error)
{
  *type = STORED_NUMBER;
  if (key == NULL)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (stored_types); i++)
    if (strcmp (stored_types[i].key, key) == 0)
      {
        *type = stored_types[i].type;
        return TRUE;
      }
  return mou_xlsx_xml_refuse (error, _ ("a cell has an unknown type"));
}

static gboolean
start_cell (SheetReading *reading, const char **attributes, GError **error)
{
  if (*reading->cells_left == 0)
    return mou_xlsx_xml_refuse (error, _ ("the workbook has too many cells"));
  (*reading->cells_left)--;
  reading->in_cell = TRUE;
  reading->has_value = FALSE;
  reading->has_formula = FALSE;
  g_string_truncate (reading->value, 0);
  g_string_truncate (reading->formula, 0);
  return find_stored_type (mou_xlsx_xml_get_attribute (attributes, "t"), &reading->stored, error)
         && place_cell (reading, mou_xlsx_xml_get_attribute (attributes, "r"), error);
}

static void
start_cell_content (SheetReading *reading, const char *name)
{
  if (strcmp (name, "rPh") == 0)
    reading->in_phonetic = TRUE;
  else if (strcmp (name, "f") == 0)
    {
      reading->has_formula = TRUE;
      reading->gathering = GATHER_FORMULA;
    }
  else if (strcmp (name, "v") == 0 || (strcmp (name, "t") == 0 && !reading->in_phonetic))
    {
      reading->has_value = TRUE;
      reading->gathering = GATHER_VALUE;
    }
}

static gboolean
visit_merged (SheetReading *reading, const char **attributes, GError **error)
{
  const char *range = mou_xlsx_xml_get_attribute (attributes, "ref");

  if (range == NULL)
    return mou_xlsx_xml_refuse (error, _ ("a merged range has no address"));
  return reading->visitor->merged == NULL || reading->visitor->merged (range, reading->data, error);
}

static gboolean
element_started_cb (const char *name, const char **attributes, gpointer data, GError **error)
{
  SheetReading *reading = data;

  if (reading->in_cell)
    start_cell_content (reading, name);
  else if (strcmp (name, "c") == 0)
    return start_cell (reading, attributes, error);
  else if (strcmp (name, "row") == 0)
    return start_row (reading, attributes, error);
  else if (strcmp (name, "mergeCell") == 0)
    return visit_merged (reading, attributes, error);
  return TRUE;
}

static gboolean
text_found_cb (const char *text, int length, gpointer data, GError **error)
{
  SheetReading *reading = data;

  if (reading->gathering == GATHER_VALUE)
    return mou_xlsx_strings_gather (reading->value, text, length, error);
  if (reading->gathering == GATHER_FORMULA)
    {
      if (reading->formula->len + (gsize) length > MOU_XLSX_FORMULA_BYTES_MAX)
        return mou_xlsx_xml_refuse (error, _ ("a formula is too long"));
      g_string_append_len (reading->formula, text, length);
    }
  return TRUE;
}

static gboolean
visit_cell (SheetReading *reading, MouXlsxCellType type, const char *text, GError **error)
{
  reading->cell.type = type;
  reading->cell.text = text;
  reading->cell.formula = reading->has_formula ? reading->formula->str : NULL;
  return reading->visitor->cell == NULL || reading->visitor->cell (&reading->cell, reading->data, error);
}

static gboolean
visit_number (SheetReading *reading, GError **error)
{
  char *end;

  reading->cell.number = g_ascii_strtod (reading->value->str, &end);
  if (end == reading->value->str || *end != '\0' || !isfinite (reading->cell.number))
    return mou_xlsx_xml_refuse (error, _ ("a cell holds something that is not a number"));
  return visit_cell (reading, MOU_XLSX_CELL_NUMBER, reading->value->str, error);
}

static gboolean
visit_shared (SheetReading *reading, GError **error)
{
  guint64 index;

  if (reading->strings->len == 0 || !g_ascii_string_to_unsigned (reading->value->str, 10, 0, reading->strings->len - 1, &index, NULL))
    return mou_xlsx_xml_refuse (error, _ ("a cell refers to a text that is not there"));
  return visit_cell (reading, MOU_XLSX_CELL_TEXT, reading->strings->pdata[index], error);
}

static gboolean
visit_own_text (SheetReading *reading, GError **error)
{
  g_autofree char *text = mou_xlsx_strings_decode (reading->value, error);

  return text != NULL && visit_cell (reading, MOU_XLSX_CELL_TEXT, text, error);
}

/* A formula without a cached value gives an empty text, so that the caller sees it. */
static gboolean
finish_cell (SheetReading *reading, GError **error)
{
  reading->in_cell = FALSE;
  if (!reading->has_value)
    return !reading->has_formula || visit_cell (reading, MOU_XLSX_CELL_TEXT, "", error);
  switch (reading->stored)
    {
    case STORED_NUMBER:
      return visit_number (reading, error);
    case STORED_SHARED:
      return visit_shared (reading, error);
    case STORED_BOOLEAN:
      return visit_cell (reading, MOU_XLSX_CELL_BOOLEAN, strcmp (reading->value->str, "1") == 0 ? "1" : "0", error);
    case STORED_ERROR:
      return visit_cell (reading, MOU_XLSX_CELL_ERROR, reading->value->str, error);
    case STORED_INLINE:
    case STORED_RESULT:
    case STORED_DATE:
    default:
      return visit_own_text (reading, error);
    }
}

static gboolean
element_ended_cb (const char *name, gpointer data, GError **error)
{
  SheetReading *reading = data;

  if (!reading->in_cell)
    return TRUE;
  if (strcmp (name, "rPh") == 0)
    reading->in_phonetic = FALSE;
  else if (strcmp (name, "c") == 0)
    return finish_cell (reading, error);
  else
    reading->gathering = GATHER_NOTHING;
  return TRUE;
}

gboolean
mou_xlsx_sheet_read (MouXlsxZip *zip, const char *part, GPtrArray *strings, guint *cells_left, const MouXlsxVisitor *visitor, gpointer data,
                     GError **error)
{
  static const MouXlsxXmlHandlers handlers = { element_started_cb, element_ended_cb, text_found_cb };
  g_autoptr (GString) value = g_string_new (NULL);
  g_autoptr (GString) formula = g_string_new (NULL);
  SheetReading reading
      = { .strings = strings, .cells_left = cells_left, .visitor = visitor, .data = data, .value = value, .formula = formula };

  g_return_val_if_fail (zip != NULL && part != NULL && visitor != NULL, FALSE);
  return mou_xlsx_xml_read (zip, part, &handlers, &reading, error);
}
