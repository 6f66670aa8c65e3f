/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A model in the shape of the printed scorecard: 18 columns, the rows of a real agreement or as many as a test asks for. */

#include "fake-sheet-model.h"

typedef enum
{
  COLUMN_CODE,
  COLUMN_NAME,
  COLUMN_UNIT,
  COLUMN_WEIGHT,
  COLUMN_HISTORY,
  COLUMN_NOTATION = COLUMN_HISTORY + 5,
  COLUMN_LEVEL,
  COLUMN_ACTUAL = COLUMN_LEVEL + 5,
  COLUMN_SCORE,
  COLUMN_WEIGHTED,
  N_COLUMNS,
} FakeColumn;

/* clang-format off */
static const MouSheetColumn columns[N_COLUMNS] = {
  { "ที่", NULL, 5, MOU_SHEET_ALIGN_START, FALSE, FALSE },
  { "เกณฑ์วัดการดำเนินงาน", NULL, 34, MOU_SHEET_ALIGN_START, TRUE, TRUE },
  { "หน่วยวัด", NULL, 9, MOU_SHEET_ALIGN_CENTRE, TRUE, FALSE },
  { "น้ำหนัก (ร้อยละ)", NULL, 7, MOU_SHEET_ALIGN_END, TRUE, FALSE },
  { "2562", "ผลการดำเนินงานในอดีต", 8, MOU_SHEET_ALIGN_END, TRUE, FALSE },
  { "2563", "ผลการดำเนินงานในอดีต", 8, MOU_SHEET_ALIGN_END, TRUE, FALSE },
  { "2564", "ผลการดำเนินงานในอดีต", 8, MOU_SHEET_ALIGN_END, TRUE, FALSE },
  { "2565", "ผลการดำเนินงานในอดีต", 8, MOU_SHEET_ALIGN_END, TRUE, FALSE },
  { "2566", "ผลการดำเนินงานในอดีต", 8, MOU_SHEET_ALIGN_END, TRUE, FALSE },
  { "ค่าเกณฑ์วัด +/-", NULL, 11, MOU_SHEET_ALIGN_CENTRE, TRUE, FALSE },
  { "ระดับ 1", "ค่าเกณฑ์วัด", 8, MOU_SHEET_ALIGN_END, TRUE, FALSE },
  { "ระดับ 2", "ค่าเกณฑ์วัด", 8, MOU_SHEET_ALIGN_END, TRUE, FALSE },
  { "ระดับ 3", "ค่าเกณฑ์วัด", 8, MOU_SHEET_ALIGN_END, TRUE, FALSE },
  { "ระดับ 4", "ค่าเกณฑ์วัด", 8, MOU_SHEET_ALIGN_END, TRUE, FALSE },
  { "ระดับ 5", "ค่าเกณฑ์วัด", 8, MOU_SHEET_ALIGN_END, TRUE, FALSE },
  { "ผลการดำเนินงาน", "ผลการประเมิน", 8, MOU_SHEET_ALIGN_END, TRUE, FALSE },
  { "คะแนนที่ได้", "ผลการประเมิน", 8, MOU_SHEET_ALIGN_END, FALSE, FALSE },
  { "ถ่วงน้ำหนัก", "ผลการประเมิน", 8, MOU_SHEET_ALIGN_END, FALSE, FALSE },
};

static const struct {
  guint depth;
  const char *code;
  const char *name;
  const char *unit;
  const char *weight;
  const char *history[5];
  const char *notation;
  const char *levels[5];
} scorecard[] = {
  { 0, "1", "การดำเนินงานตามยุทธศาสตร์", NULL, "26", { NULL, NULL, NULL, NULL, NULL }, NULL, { NULL, NULL, NULL, NULL, NULL } },
  { 1, "1.1", "โครงการปรับปรุงท่อเพื่อลดอัตราน้ำสูญเสีย", "กิโลเมตร", "10", { "784.56", "1002.42", "1130.72", "1271.47", "1271.47" }, "-/+50", { "1100", "1150", "1200", "1250", "1300" } },
  { 1, "1.2", "จำนวนผู้ใช้บริการเอกสารอิเล็กทรอนิกส์ (e-Invoice/e-Tax/e-Receipt) (นับสะสม)", "ราย", "2", { "-", "-", "139854", "203862", "357300" }, "-/+43250", { "443500", "486750", "530000", "573250", "616500" } },
  { 1, "1.3", "รายได้เสริมจากธุรกิจที่เกี่ยวข้อง", "ล้านบาท", "4", { "941.14", "773.33", "771.38", "940.45", "1123.91" }, "-/+38", { "1048", "1086", "1124", "1162", "1200" } },
  { 1, "1.4", "ความสามารถในการบริหารแผนลงทุน", NULL, "5", { NULL, NULL, NULL, NULL, NULL }, NULL, { NULL, NULL, NULL, NULL, NULL } },
  { 2, "1.4.1", "ร้อยละของภาพรวมการเบิกจ่ายที่เกิดขึ้นจริงในช่วงปี", "ร้อยละ", "2.5", { "100.00", "100.00", "100.00", "64.35", "100.00" }, "-/+5", { "80", "85", "90", "95", "100" } },
  { 2, "1.4.2", "ร้อยละของความสามารถในการเบิกจ่ายตามแผน", "ร้อยละ", "2.5", { "100.00", "100.00", "100.00", "75.37", "100.00" }, "-/+5", { "80", "85", "90", "95", "100" } },
  { 1, "1.5", "ประสิทธิภาพเชิงนิเวศเศรษฐกิจ (Eco-Efficiency)", "ระดับ", "5", { "-", "-", "-", "2.3326", "5.0000" }, "-/+1", { NULL, NULL, NULL, NULL, NULL } },
  { 0, "2", "ผลการดำเนินงานที่สำคัญ", NULL, "34", { NULL, NULL, NULL, NULL, NULL }, NULL, { NULL, NULL, NULL, NULL, NULL } },
  { 1, "2.1", "EBITDA Margin", "ร้อยละ", "3", { "62.87", "61.35", "57.35", "54.52", "50.53" }, "-/+1", { "46.93", "47.93", "48.93", "49.93", "50.93" } },
  { 1, "2.2", "คุณภาพน้ำประปา", NULL, "3", { NULL, NULL, NULL, NULL, NULL }, NULL, { NULL, NULL, NULL, NULL, NULL } },
  { 2, "2.2.1", "ด้านกายภาพ", "ร้อยละ", "1", { "100.00", "99.97", "99.96", "99.97", "100.00" }, "+2", { "96.0", "-", "96.0", "98.0", "100.00" } },
  { 2, "2.2.2", "ด้านเคมี", "ร้อยละ", "1", { "99.81", "98.82", "96.41", "100.00", "100.00" }, "+2", { "96.0", "-", "96.0", "98.0", "100.00" } },
  { 2, "2.2.3", "ด้านแบคทีเรีย", "ร้อยละ", "1", { "99.97", "99.94", "99.96", "99.97", "100.00" }, "+2", { "96.0", "-", "96.0", "98.0", "100.00" } },
  { 1, "2.3", "การบริหารจัดการแรงดันน้ำ", "เมตร", "10", { "8.47", "7.21", "6.75", "7.10", "7.56" }, "-0.05/+0.19,+0.10", { "7.36", "7.41", "7.46", "7.65", "7.75" } },
  { 1, "2.4", "การบริหารจัดการน้ำสูญเสีย", "ร้อยละ", "14", { "29.29", "31.25", "33.09", "31.64", "27.12" }, "+1/-1.12,-0.5", { "29.12", "28.12", "27.12", "26.00", "25.50" } },
  { 1, "2.5", "การบริหารจัดการการใช้น้ำอย่างรู้คุณค่า (Demand Side Management : DSM)", "หน่วยงาน/โครงการ", "4", { "-", "-", "3", "7", "17" }, "-/+4", { "9", "13", "17", "21", "25" } },
  { 0, "3", "Core Business Enablers", "ระดับ", "40", { "-", "4.1999", "4.0746", "3.9432", "N/A" }, "-/+1", { "1", "2", "3", "4", "5" } },
  { 1, "3.1", "การกำกับดูแลที่ดีและการนำองค์กร", "ระดับ", "5", { "-", "2.8450", "3.2792", "3.4205", "N/A" }, "-/+1", { "1", "2", "3", "4", "5" } },
  { 1, "3.2", "การวางแผนเชิงกลยุทธ์", "ระดับ", "6", { "-", "2.7183", "2.8083", "2.9898", "N/A" }, "-/+1", { "1", "2", "3", "4", "5" } },
  { 1, "3.3", "การบริหารความเสี่ยงและการควบคุมภายใน", "ระดับ", "5", { "-", "2.1900", "2.1600", "2.3833", "N/A" }, "-/+1", { "1", "2", "3", "4", "5" } },
  { 1, "3.4", "การมุ่งเน้นผู้มีส่วนได้ส่วนเสียและลูกค้า", "ระดับ", "5", { "-", "1.8233", "2.9029", "3.4333", "N/A" }, "-/+1", { "1", "2", "3", "4", "5" } },
  { 1, "3.5", "การพัฒนาเทคโนโลยีดิจิทัล", "ระดับ", "5", { "-", "2.5316", "2.9025", "2.6350", "N/A" }, "-/+1", { "1", "2", "3", "4", "5" } },
  { 1, "3.6", "การบริหารทุนมนุษย์", "ระดับ", "4", { "-", "3.2863", "3.4332", "3.6578", "N/A" }, "-/+1", { "1", "2", "3", "4", "5" } },
  { 1, "3.7", "การจัดการความรู้และนวัตกรรม", "ระดับ", "5", { "-", "2.0082", "2.3140", "2.5737", "N/A" }, "-/+1", { "1", "2", "3", "4", "5" } },
  { 1, "3.8", "การตรวจสอบภายใน", "ระดับ", "5", { "-", "3.1353", "3.5833", "3.9532", "N/A" }, "-/+1", { "1", "2", "3", "4", "5" } },
};
/* clang-format on */

typedef struct
{
  guint depth;
  gboolean expanded;
  char *texts[N_COLUMNS];
} FakeRow;

struct _FakeSheetModel
{
  GObject parent_instance;

  GPtrArray *rows; /* FakeRow, all of them */
  GArray *visible; /* guint: indices of the rows no ancestor hides */
  guint n_writes;
  char *last_label;
  char *refusal; /* of every cell; NULL: none is locked */
};

static void model_init (MouSheetModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (FakeSheetModel, fake_sheet_model, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (MOU_TYPE_SHEET_MODEL, model_init))

static void
row_free (FakeRow *row)
{
  for (guint i = 0; i < N_COLUMNS; i++)
    g_free (row->texts[i]);
  g_free (row);
}

static FakeRow *
get_fake_row (FakeSheetModel *self, guint row)
{
  return g_ptr_array_index (self->rows, g_array_index (self->visible, guint, row));
}

static gboolean
is_expandable (FakeSheetModel *self, guint index)
{
  const FakeRow *row = g_ptr_array_index (self->rows, index), *next;

  if (index + 1 >= self->rows->len)
    return FALSE;
  next = g_ptr_array_index (self->rows, index + 1);
  return next->depth > row->depth;
}

static void
find_visible (FakeSheetModel *self)
{
  guint hidden_from = G_MAXUINT;

  g_array_set_size (self->visible, 0);
  for (guint i = 0; i < self->rows->len; i++)
    {
      const FakeRow *row = g_ptr_array_index (self->rows, i);

      if (row->depth > hidden_from)
        continue;
      hidden_from = row->expanded ? G_MAXUINT : row->depth;
      g_array_append_val (self->visible, i);
    }
}

static guint
get_n_rows (MouSheetModel *model)
{
  return FAKE_SHEET_MODEL (model)->visible->len;
}

static guint
get_n_columns (MouSheetModel *model)
{
  return N_COLUMNS;
}

static guint
get_n_frozen (MouSheetModel *model)
{
  return 2;
}

static const MouSheetColumn *
get_column (MouSheetModel *model, guint column)
{
  return &columns[column];
}

static void
get_row (MouSheetModel *model, guint row, MouSheetRow *info)
{
  FakeSheetModel *self = FAKE_SHEET_MODEL (model);
  const FakeRow *fake = get_fake_row (self, row);

  info->depth = fake->depth;
  info->expandable = is_expandable (self, g_array_index (self->visible, guint, row));
  info->expanded = fake->expanded;
  info->group = info->expandable;
}

static char *
dup_row_label (MouSheetModel *model, guint row)
{
  const FakeRow *fake = get_fake_row (FAKE_SHEET_MODEL (model), row);

  return g_strdup_printf ("%s %s", fake->texts[COLUMN_CODE], fake->texts[COLUMN_NAME]);
}

static gboolean
is_missing (const char *text)
{
  return g_strcmp0 (text, "-") == 0 || g_strcmp0 (text, "N/A") == 0;
}

static void
get_cell (MouSheetModel *model, guint row, guint column, MouSheetCellInfo *info)
{
  FakeSheetModel *self = FAKE_SHEET_MODEL (model);
  const FakeRow *fake = get_fake_row (self, row);

  info->text = g_strdup (fake->texts[column]);
  if (is_missing (info->text))
    info->flags |= MOU_SHEET_CELL_ABSENT;
  if (column == COLUMN_CODE || (column > COLUMN_UNIT && is_expandable (self, g_array_index (self->visible, guint, row))))
    info->flags |= MOU_SHEET_CELL_READ_ONLY;
  if (self->refusal != NULL)
    {
      info->flags |= MOU_SHEET_CELL_READ_ONLY;
      info->refusal = g_strdup (self->refusal);
    }
  if (column == COLUMN_SCORE || column == COLUMN_WEIGHTED)
    info->flags |= MOU_SHEET_CELL_COMPUTED;
  if (column == COLUMN_HISTORY + 4)
    info->flags |= MOU_SHEET_CELL_PROVISIONAL;
  if (column == COLUMN_LEVEL + 3 && g_strcmp0 (info->text, "7.65") == 0)
    {
      info->flags |= MOU_SHEET_CELL_ERROR;
      info->reason = g_strdup ("Notation -0.05/+0.19,+0.10 gives 7.56 at level 4, but 7.65 is written here.");
    }
  if (column == COLUMN_WEIGHT && g_strcmp0 (info->text, "14") == 0)
    {
      info->flags |= MOU_SHEET_CELL_WARNING;
      info->reason = g_strdup ("A weight above 10 is unusual.");
    }
}

static void
set_expanded (MouSheetModel *model, guint row, gboolean expanded)
{
  FakeSheetModel *self = FAKE_SHEET_MODEL (model);
  guint before = self->visible->len, changed;

  get_fake_row (self, row)->expanded = expanded;
  find_visible (self);
  changed = expanded ? self->visible->len - before : before - self->visible->len;
  mou_sheet_model_rows_changed (model, row + 1, expanded ? 0 : changed, expanded ? changed : 0);
  mou_sheet_model_cells_changed (model, row, row);
}

static gboolean
check_cell (const MouSheetCellText *cell, GError **error)
{
  const char *text = *cell->text == '<' || *cell->text == '>' ? cell->text + 1 : cell->text;
  char *end;

  if (cell->column < COLUMN_WEIGHT || cell->column == COLUMN_NOTATION || *text == '\0' || is_missing (text))
    return TRUE;
  g_ascii_strtod (text, &end);
  if (*end == '\0')
    return TRUE;
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, "“%s” is not a number.", text);
  return FALSE;
}

static gboolean
set_cells (MouSheetModel *model, const MouSheetCellText *cells, guint n_cells, const char *label, guint *failed, GError **error)
{
  FakeSheetModel *self = FAKE_SHEET_MODEL (model);
  guint first = G_MAXUINT, last = 0;

  for (*failed = 0; *failed < n_cells; ++*failed)
    if (!check_cell (&cells[*failed], error))
      return FALSE;
  for (guint i = 0; i < n_cells; i++)
    {
      char **text = &get_fake_row (self, cells[i].row)->texts[cells[i].column];

      g_free (*text);
      *text = g_strdup (cells[i].text);
      first = MIN (first, cells[i].row);
      last = MAX (last, cells[i].row);
    }
  self->n_writes++;
  g_free (self->last_label);
  self->last_label = g_strdup (label);
  mou_sheet_model_cells_changed (model, first, last);
  return TRUE;
}

static void
model_init (MouSheetModelInterface *iface)
{
  iface->get_n_rows = get_n_rows;
  iface->get_n_columns = get_n_columns;
  iface->get_n_frozen = get_n_frozen;
  iface->get_column = get_column;
  iface->get_row = get_row;
  iface->dup_row_label = dup_row_label;
  iface->get_cell = get_cell;
  iface->set_expanded = set_expanded;
  iface->set_cells = set_cells;
}

static void
fake_sheet_model_finalize (GObject *object)
{
  FakeSheetModel *self = FAKE_SHEET_MODEL (object);

  g_ptr_array_unref (self->rows);
  g_array_unref (self->visible);
  g_free (self->last_label);
  g_free (self->refusal);
  G_OBJECT_CLASS (fake_sheet_model_parent_class)->finalize (object);
}

static void
fake_sheet_model_class_init (FakeSheetModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fake_sheet_model_finalize;
}

static void
fake_sheet_model_init (FakeSheetModel *self)
{
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) row_free);
  self->visible = g_array_new (FALSE, FALSE, sizeof (guint));
}

static FakeRow *
create_row (guint index)
{
  FakeRow *row = g_new0 (FakeRow, 1);
  guint source = index % G_N_ELEMENTS (scorecard);

  row->depth = scorecard[source].depth;
  row->expanded = TRUE;
  row->texts[COLUMN_CODE] = g_strdup (scorecard[source].code);
  row->texts[COLUMN_NAME] = g_strdup (scorecard[source].name);
  row->texts[COLUMN_UNIT] = g_strdup (scorecard[source].unit);
  row->texts[COLUMN_WEIGHT] = g_strdup (scorecard[source].weight);
  row->texts[COLUMN_NOTATION] = g_strdup (scorecard[source].notation);
  for (guint i = 0; i < 5; i++)
    {
      row->texts[COLUMN_HISTORY + i] = g_strdup (scorecard[source].history[i]);
      row->texts[COLUMN_LEVEL + i] = g_strdup (scorecard[source].levels[i]);
    }
  if (scorecard[source].levels[0] != NULL)
    {
      row->texts[COLUMN_ACTUAL] = g_strdup (scorecard[source].history[4]);
      row->texts[COLUMN_SCORE] = g_strdup ("3.7725");
      row->texts[COLUMN_WEIGHTED] = g_strdup ("0.3773");
    }
  return row;
}

FakeSheetModel *
fake_sheet_model_new (guint n_rows)
{
  FakeSheetModel *self = g_object_new (FAKE_TYPE_SHEET_MODEL, NULL);

  if (n_rows == 0)
    n_rows = G_N_ELEMENTS (scorecard);
  for (guint i = 0; i < n_rows; i++)
    g_ptr_array_add (self->rows, create_row (i));
  find_visible (self);
  return self;
}

const char *
fake_sheet_model_get_text (FakeSheetModel *self, guint row, guint column)
{
  return get_fake_row (self, row)->texts[column];
}

guint
fake_sheet_model_get_n_writes (FakeSheetModel *self)
{
  return self->n_writes;
}

const char *
fake_sheet_model_get_last_label (FakeSheetModel *self)
{
  return self->last_label;
}

void
fake_sheet_model_lock (FakeSheetModel *self, const char *refusal)
{
  g_free (self->refusal);
  self->refusal = g_strdup (refusal);
  mou_sheet_model_cells_changed (MOU_SHEET_MODEL (self), 0, self->visible->len - 1);
}

void
fake_sheet_model_remove_rows (FakeSheetModel *self, guint position, guint n_rows)
{
  g_ptr_array_remove_range (self->rows, position, n_rows);
  find_visible (self);
  mou_sheet_model_rows_changed (MOU_SHEET_MODEL (self), position, n_rows, 0);
}
