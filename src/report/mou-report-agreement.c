/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-report-agreement: the agreement as it is signed: cover, text, table of targets, definitions, terms and signatures.
 *
 * Order and numbering follow the printed agreements; a part that has no content is left out and the numbers close up. */
#include "mou-report-form.h"

#include "mou-fiscal-year.h"
#include "mou-report-definitions.h"

#include <string.h>

#define HISTORY_YEARS 5

enum
{
  COLUMN_NAME,
  COLUMN_UNIT,
  COLUMN_WEIGHT,
  COLUMN_HISTORY,
  COLUMN_LEVELS = COLUMN_HISTORY + HISTORY_YEARS
};

static const int text_widths[] = { 86 };
static const int signature_widths[] = { 43, 43 };

typedef struct
{
  const MouAgreement *agreement;
  MouReportDocument *document;
  int chapter;                   /* the number of the last chapter */
  int year_marks[HISTORY_YEARS]; /* the footnote that a whole year carries */
} AgreementForm;

static void
add_chapter (AgreementForm *self, MouReportSection *section, const char *title)
{
  mou_report_add_textf (section, MOU_TEXT_HEADING, "%d. %s", ++self->chapter, title);
}

static void
add_numbered (AgreementForm *self, MouReportSection *section, const GArray *texts)
{
  for (guint i = 0; i < texts->len; i++)
    mou_report_add_textf (section, MOU_TEXT_ITEM, "%d.%u %s", self->chapter, i + 1, g_array_index (texts, MouText, i).text);
}

static gboolean
has_side (const MouAgreement *agreement, int side)
{
  for (guint i = 0; i < agreement->parties->len; i++)
    if (g_array_index (agreement->parties, MouParty, i).side == side)
      return TRUE;
  return FALSE;
}

/* The cover names the offices of the first side and the organisation. */
static void
add_cover (AgreementForm *self)
{
  const MouAgreement *agreement = self->agreement;
  MouReportSection *section = mou_report_add_section (self->document, "ปก", FALSE, text_widths, G_N_ELEMENTS (text_widths));

  mou_report_add_space (section, 6);
  mou_report_add_title (section, self->document->title);
  if (has_side (agreement, 1))
    {
      mou_report_add_space (section, 3);
      mou_report_add_text (section, MOU_TEXT_CENTRED, "ระหว่าง");
      mou_report_add_space (section, 1);
      for (guint i = 0; i < agreement->parties->len; i++)
        {
          const MouParty *party = &g_array_index (agreement->parties, MouParty, i);

          if (party->side == 1)
            mou_report_add_text (section, MOU_TEXT_TITLE, party->on_behalf_of != NULL ? party->on_behalf_of : party->position);
        }
      mou_report_add_space (section, 1);
      mou_report_add_text (section, MOU_TEXT_CENTRED, "กับ");
    }
  mou_report_add_space (section, 1);
  mou_report_add_text (section, MOU_TEXT_TITLE, agreement->organisation);
}

static void
add_parties_of_side (AgreementForm *self, MouReportSection *section, int side)
{
  for (guint i = 0; i < self->agreement->parties->len; i++)
    {
      const MouParty *party = &g_array_index (self->agreement->parties, MouParty, i);
      g_autofree char *on_behalf = party->on_behalf_of != NULL ? g_strconcat (" ในนาม", party->on_behalf_of, NULL) : NULL;

      if (party->side == side)
        mou_report_add_textf (section, MOU_TEXT_ITEM, "- %s %s%s", party->name, party->position != NULL ? party->position : "",
                              on_behalf != NULL ? on_behalf : "");
    }
}

static void
add_parties (AgreementForm *self, MouReportSection *section)
{
  if (self->agreement->parties->len == 0)
    return;
  add_chapter (self, section, "คู่สัญญา");
  mou_report_add_text (section, MOU_TEXT_PARAGRAPH, "ข้อตกลงประเมินผลการดำเนินงานระหว่าง");
  add_parties_of_side (self, section, 1);
  if (has_side (self->agreement, 1) && has_side (self->agreement, 2))
    mou_report_add_text (section, MOU_TEXT_PARAGRAPH, "กับ");
  add_parties_of_side (self, section, 2);
}

static void
add_period (AgreementForm *self, MouReportSection *section)
{
  int month = CLAMP (self->agreement->fiscal_year_start_month, 1, 12);
  g_autofree char *first = mou_fiscal_year_first_day (self->agreement->fiscal_year, month);
  g_autofree char *last = mou_fiscal_year_last_day (self->agreement->fiscal_year, month);
  g_autofree char *first_text = mou_date_format_thai (first, FALSE);
  g_autofree char *last_text = mou_date_format_thai (last, FALSE);

  add_chapter (self, section, "ระยะเวลา");
  mou_report_add_textf (section, MOU_TEXT_ITEM, "ข้อตกลงนี้มีระยะเวลา 1 ปี ตั้งแต่วันที่ %s ถึงวันที่ %s", first_text, last_text);
}

static void
add_text_pages (AgreementForm *self)
{
  const MouAgreement *agreement = self->agreement;
  MouReportSection *section = mou_report_add_section (self->document, "ข้อตกลง", FALSE, text_widths, G_N_ELEMENTS (text_widths));

  mou_report_add_title (section, self->document->title);
  mou_report_add_textf (section, MOU_TEXT_TITLE, "ของ%s", agreement->organisation);
  mou_report_add_space (section, 1);
  add_parties (self, section);
  add_period (self, section);
  if (agreement->vision != NULL)
    {
      add_chapter (self, section, "วิสัยทัศน์ (Vision)");
      mou_report_add_text (section, MOU_TEXT_ITEM, agreement->vision);
    }
  if (agreement->missions->len > 0)
    {
      add_chapter (self, section, "พันธกิจ (Mission)");
      add_numbered (self, section, agreement->missions);
    }
  add_chapter (self, section, "เป้าหมายของผลการดำเนินงาน (Performance Obligations)");
  mou_report_add_textf (section, MOU_TEXT_ITEM, "%sจะต้องบรรลุผลการดำเนินงานในปีบัญชี %d ตามตารางเป้าหมายที่แนบในหน้าถัดไป", agreement->organisation,
                        agreement->fiscal_year);
}

/* The one note that every number of the year has, when all are provisional: then the year carries it. */
static int
find_common_mark (const MouAgreement *agreement, int year)
{
  int mark = MOU_MARK_NONE;

  for (guint i = 0; i < mou_agreement_get_n_nodes (agreement); i++)
    {
      const MouHistory *history = mou_indicator_get_history (mou_agreement_get_node (agreement, i)->indicator, year);
      int own;

      if (history == NULL || history->state != MOU_HISTORY_NUMBER)
        continue;
      own = history->note > 0 ? history->note : history->provisional ? MOU_MARK_STAR : MOU_MARK_NONE;
      if (own == MOU_MARK_NONE || (mark != MOU_MARK_NONE && mark != own))
        return MOU_MARK_NONE;
      mark = own;
    }
  return mark;
}

static int
get_first_year (const MouAgreement *agreement)
{
  return agreement->fiscal_year - HISTORY_YEARS;
}

static void
set_history (AgreementForm *self, MouReportTable *table, guint row, int year_index, const MouIndicator *indicator)
{
  const MouHistory *history = mou_indicator_get_history (indicator, get_first_year (self->agreement) + year_index);
  guint column = COLUMN_HISTORY + (guint) year_index;
  MouReportCell *cell;

  if (history == NULL)
    return;
  if (history->state == MOU_HISTORY_NUMBER)
    cell = mou_report_set_decimal (table, row, column, history->value, MAX (history->value.scale, indicator->decimals));
  else
    cell = mou_report_set_text (table, row, column, MOU_ALIGN_CENTRE, history->state == MOU_HISTORY_PENDING ? "N/A" : "-");
  if (self->year_marks[year_index] == MOU_MARK_NONE)
    cell->mark = history->note > 0 ? history->note : history->provisional ? MOU_MARK_STAR : MOU_MARK_NONE;
}

static void
set_history_head (AgreementForm *self, MouReportTable *table)
{
  mou_report_set_head_over (table, COLUMN_HISTORY, HISTORY_YEARS, "ผลการดำเนินงานในอดีต");
  for (int i = 0; i < HISTORY_YEARS; i++)
    {
      int year = get_first_year (self->agreement) + i;
      g_autofree char *text = g_strdup_printf ("%d", year);

      self->year_marks[i] = find_common_mark (self->agreement, year);
      mou_report_set_text (table, 1, COLUMN_HISTORY + (guint) i, MOU_ALIGN_CENTRE, text)->mark = self->year_marks[i];
    }
}

static const char *
get_notation (const MouIndicator *indicator)
{
  if (indicator->levels.notation_text != NULL || indicator->measure == NULL)
    return indicator->levels.notation_text;
  return indicator->measure->levels.notation_text;
}

static void
add_target_row (AgreementForm *self, MouReportTable *table, guint node)
{
  const MouAgreement *agreement = self->agreement;
  const MouIndicator *indicator = mou_agreement_get_node (agreement, node)->indicator;
  guint row = mou_report_add_indicator_row (table, agreement, node);

  mou_report_set_weight (table, row, COLUMN_WEIGHT, indicator);
  for (int i = 0; i < HISTORY_YEARS; i++)
    set_history (self, table, row, i, indicator);
  mou_report_set_levels (table, row, COLUMN_LEVELS, agreement, indicator, &indicator->levels);
  mou_report_set_text (table, row, table->n_columns - 1, MOU_ALIGN_CENTRE, get_notation (indicator))->one_line = TRUE;
}

/* Σ of the leaves; FALSE when one has no weight. */
static gboolean
sum_weights (const MouAgreement *agreement, MouDecimal *sum)
{
  *sum = MOU_DECIMAL_ZERO;
  for (guint i = 0; i < mou_agreement_get_n_nodes (agreement); i++)
    {
      const MouNode *node = mou_agreement_get_node (agreement, i);

      if (mou_node_is_leaf (node, i) && (!node->indicator->has_weight || !mou_decimal_add (*sum, node->indicator->weight, sum)))
        return FALSE;
    }
  return mou_agreement_get_n_nodes (agreement) > 0;
}

/* 100.0 is written 100. */
static int
count_needed_places (MouDecimal value)
{
  int places = value.scale;

  for (gint64 rest = value.coefficient; places > 0 && rest % 10 == 0; rest /= 10)
    places--;
  return places;
}

static void
add_total_row (AgreementForm *self, MouReportTable *table)
{
  MouDecimal sum;
  guint row;

  if (!sum_weights (self->agreement, &sum))
    return;
  row = mou_report_table_add_row (table, MOU_ROW_TOTAL);
  mou_report_set_text (table, row, COLUMN_NAME, MOU_ALIGN_CENTRE, "รวม");
  mou_report_set_decimal (table, row, COLUMN_WEIGHT, sum, count_needed_places (sum));
}

static gboolean
has_star (const MouAgreement *agreement)
{
  for (guint i = 0; i < mou_agreement_get_n_nodes (agreement); i++)
    for (int year = agreement->fiscal_year - HISTORY_YEARS; year < agreement->fiscal_year; year++)
      {
        const MouHistory *history = mou_indicator_get_history (mou_agreement_get_node (agreement, i)->indicator, year);

        if (history != NULL && history->provisional && history->note <= 0)
          return TRUE;
      }
  return FALSE;
}

static void
add_notes (AgreementForm *self, MouReportSection *section)
{
  const MouAgreement *agreement = self->agreement;
  gboolean star = has_star (agreement);

  if (agreement->notes->len == 0 && !star)
    return;
  mou_report_add_text (section, MOU_TEXT_HEADING, "หมายเหตุ");
  for (guint i = 0; i < agreement->notes->len; i++)
    {
      const MouNote *note = &g_array_index (agreement->notes, MouNote, i);

      mou_report_add_textf (section, MOU_TEXT_NOTE, "%d. %s", note->number, note->text);
    }
  if (star)
    mou_report_add_text (section, MOU_TEXT_NOTE, "* ผลการดำเนินงานเบื้องต้น ยังไม่ผ่านความเห็นชอบ");
}

/* name, unit, weight, five years, the scale's levels, notation */
static GArray *
list_target_widths (const MouScale *scale)
{
  static const int first[] = { 44, 11, 8, 9, 9, 9, 9, 9 };
  GArray *widths = g_array_new (FALSE, FALSE, sizeof (int));
  const int level_width = scale->level_count > 3 ? 9 : 16, notation_width = 19;

  g_array_append_vals (widths, first, G_N_ELEMENTS (first));
  for (int i = 0; i < scale->level_count; i++)
    g_array_append_val (widths, level_width);
  g_array_append_val (widths, notation_width);
  return widths;
}

static void
add_targets (AgreementForm *self)
{
  const MouAgreement *agreement = self->agreement;
  g_autoptr (GArray) widths = list_target_widths (agreement->scale);
  MouReportSection *section
      = mou_report_add_section (self->document, "ตารางเป้าหมาย", TRUE, (const int *) (gpointer) widths->data, widths->len);
  MouReportTable *table;

  mou_report_add_textf (section, MOU_TEXT_TITLE, "ตารางเป้าหมายของ%s ปีบัญชี %d", agreement->organisation, agreement->fiscal_year);
  table = mou_report_add_table (section, COLUMN_HISTORY);
  mou_report_start_head (table);
  mou_report_set_head (table, COLUMN_NAME, "เกณฑ์วัดการดำเนินงาน");
  mou_report_set_head (table, COLUMN_UNIT, "หน่วยวัด");
  mou_report_set_head (table, COLUMN_WEIGHT, "น้ำหนัก (%)");
  set_history_head (self, table);
  mou_report_set_head_over_levels (table, COLUMN_LEVELS, agreement);
  mou_report_set_head (table, table->n_columns - 1, "การปรับค่าเกณฑ์วัด");
  for (guint i = 0; i < mou_agreement_get_n_nodes (agreement); i++)
    add_target_row (self, table, i);
  add_total_row (self, table);
  mou_report_add_space (section, 1);
  add_notes (self, section);
}

static void
add_signatures (AgreementForm *self, MouReportSection *section)
{
  MouReportBlock *block;

  if (self->agreement->parties->len == 0)
    return;
  block = mou_report_add_signatures (section);
  for (guint i = 0; i < self->agreement->parties->len; i++)
    {
      const MouParty *party = &g_array_index (self->agreement->parties, MouParty, i);

      mou_report_add_signature (block, party->side == 2, party->name, party->position, party->on_behalf_of);
    }
}

static void
add_terms_and_signatures (AgreementForm *self)
{
  const MouAgreement *agreement = self->agreement;
  MouReportSection *section
      = mou_report_add_section (self->document, "ข้อกำหนดและลงนาม", FALSE, signature_widths, G_N_ELEMENTS (signature_widths));

  if (agreement->terms->len > 0)
    {
      add_chapter (self, section, "ข้อกำหนดอื่น");
      add_numbered (self, section, agreement->terms);
    }
  if (agreement->copies > 0)
    {
      mou_report_add_space (section, 1);
      mou_report_add_textf (section, MOU_TEXT_PARAGRAPH,
                            "ข้อตกลงนี้จัดทำขึ้น %d ฉบับ มีข้อความถูกต้องตรงกัน คู่สัญญาได้อ่านและเข้าใจข้อความโดยละเอียดแล้ว "
                            "จึงลงลายมือชื่อไว้เป็นหลักฐาน และเก็บไว้ฝ่ายละหนึ่งฉบับ",
                            agreement->copies);
    }
  mou_report_add_space (section, 1);
  add_signatures (self, section);
}

MouReportDocument *
mou_report_build_agreement (const MouAgreement *agreement, const MouReportOptions *options)
{
  g_autofree char *title = agreement->title != NULL
                               ? g_strdup (agreement->title)
                               : g_strdup_printf ("บันทึกข้อตกลงประเมินผลการดำเนินงาน ประจำปีบัญชี %d", agreement->fiscal_year);
  AgreementForm self = { .agreement = agreement, .document = mou_report_start_document (agreement, title, options) };

  add_cover (&self);
  add_text_pages (&self);
  add_targets (&self);
  mou_report_add_definitions (self.document, agreement);
  add_terms_and_signatures (&self);
  return self.document;
}
