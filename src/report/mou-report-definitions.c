/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-report-definitions: see the header. */
#include "mou-report-definitions.h"

#include <string.h>

static const int widths[] = { 38, 104 };

static gboolean
is_name_start (const char *p)
{
  return g_ascii_isalpha (*p) || *p == '_' || (guchar) *p >= 0x80;
}

static gboolean
is_name_part (const char *p)
{
  return is_name_start (p) || g_ascii_isdigit (*p);
}

static const char *
find_word (const MouIndicator *indicator, const char *name)
{
  static const struct
  {
    const char *name, *word;
  } functions[] = { { "mean", "ค่าเฉลี่ย" }, { "sum", "ผลรวม" }, { "min", "ค่าต่ำสุด" }, { "max", "ค่าสูงสุด" } };

  for (guint i = 0; i < indicator->variables->len; i++)
    {
      const MouVariable *variable = &g_array_index (indicator->variables, MouVariable, i);

      if (g_strcmp0 (variable->name, name) == 0)
        return variable->label != NULL ? variable->label : name;
    }
  for (guint i = 0; i < G_N_ELEMENTS (functions); i++)
    if (strcmp (functions[i].name, name) == 0)
      return functions[i].word;
  return name;
}

char *
mou_report_word_formula (const MouIndicator *indicator)
{
  GString *words = g_string_new (NULL);

  g_return_val_if_fail (indicator != NULL && indicator->formula != NULL, NULL);
  for (const char *p = indicator->formula; *p != '\0';)
    {
      const char *end = p;
      g_autofree char *name = NULL;

      if (!is_name_start (p))
        {
          const char typed[] = { *p, '\0' };

          g_string_append (words, *p == '*' ? "×" : *p == '/' ? "÷" : typed);
          p++;
          continue;
        }
      while (*end != '\0' && is_name_part (end))
        end++;
      name = g_strndup (p, (gsize) (end - p));
      g_string_append (words, find_word (indicator, name));
      p = end;
    }
  return g_string_free (words, FALSE);
}

static void
append_line (GString *text, const char *line)
{
  if (text->len > 0)
    g_string_append_c (text, '\n');
  g_string_append (text, line);
}

static void
append_texts (GString *text, const char *heading, const GArray *texts)
{
  if (texts == NULL || texts->len == 0)
    return;
  append_line (text, heading);
  for (guint i = 0; i < texts->len; i++)
    {
      g_autofree char *line = g_strconcat ("• ", g_array_index (texts, MouText, i).text, NULL);

      append_line (text, line);
    }
}

static void
append_formula (GString *text, const MouIndicator *indicator)
{
  g_autofree char *words = NULL;
  g_autofree char *line = NULL;

  if (indicator->formula == NULL)
    return;
  words = mou_report_word_formula (indicator);
  line = g_strconcat ("สูตรการคำนวณ: ", words, NULL);
  append_line (text, line);
}

/* "ค่าเกณฑ์วัดของแฟคเตอร์: ระดับ 1 = 1.04382, …" */
static void
append_measure (GString *text, const MouMeasure *measure)
{
  g_autoptr (GString) line = g_string_new ("ค่าเกณฑ์วัด");

  if (measure == NULL)
    return;
  if (measure->unit != NULL)
    g_string_append_printf (line, " (%s)", measure->unit);
  g_string_append (line, ":");
  for (int i = 0; i < measure->levels.count; i++)
    {
      g_autofree char *level = mou_level_format (&measure->levels.levels[i], -1);

      if (*level != '\0')
        g_string_append_printf (line, "%s ระดับ %d = %s", i > 0 ? "," : "", i + 1, level);
    }
  append_line (text, line->str);
  if (measure->levels.notation_text != NULL)
    {
      g_autofree char *notation = g_strconcat ("การปรับค่าเกณฑ์วัด: ", measure->levels.notation_text, NULL);

      append_line (text, notation);
    }
}

static void
append_gates (GString *text, const GArray *gates)
{
  for (guint i = 0; gates != NULL && i < gates->len; i++)
    {
      const MouGate *gate = &g_array_index (gates, MouGate, i);
      g_autofree char *line
          = g_strdup_printf ("ระดับ %d: %s%s", gate->level, gate->text != NULL ? gate->text : "", gate->pro_rata ? " (คิดตามสัดส่วน)" : "");

      append_line (text, line);
    }
}

static void
append_items (GString *text, const GArray *items)
{
  for (guint i = 0; items != NULL && i < items->len; i++)
    {
      const MouChecklistItem *item = &g_array_index (items, MouChecklistItem, i);
      g_autofree char *weight = mou_decimal_format (item->weight, -1);
      g_autofree char *line = g_strdup_printf ("%u) %s (น้ำหนัก %s)", i + 1, item->text != NULL ? item->text : "", weight);

      append_line (text, line);
    }
}

static char *
describe_definition (const MouIndicator *indicator)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (indicator->definition != NULL)
    append_line (text, indicator->definition);
  append_formula (text, indicator);
  append_measure (text, indicator->measure);
  append_gates (text, indicator->gates);
  append_items (text, indicator->items);
  append_texts (text, "เงื่อนไข:", indicator->conditions);
  return g_strdup (text->str);
}

/* A tall definition becomes several rows without a line between them. */
static void
add_definition (MouReportTable *table, const MouIndicator *indicator, int depth, const char *definition)
{
  g_auto (GStrv) pieces = mou_report_split_text (definition, widths[1], MOU_REPORT_PIECE_LINES);
  g_autofree char *name = mou_report_describe_indicator (indicator);

  for (guint i = 0; pieces[i] != NULL; i++)
    {
      guint row = mou_report_table_add_row (table, i == 0 ? MOU_ROW_LEAF : MOU_ROW_CONTINUED);

      if (i == 0)
        mou_report_set_text (table, row, 0, MOU_ALIGN_LEFT, name)->indent = depth;
      mou_report_set_text (table, row, 1, MOU_ALIGN_LEFT, pieces[i]);
    }
}

/* A group is named when something below it is defined. */
static gboolean
subtree_has_definition (const MouAgreement *agreement, guint node)
{
  guint end = (guint) mou_agreement_get_node (agreement, node)->end;

  for (guint i = node; i < end; i++)
    {
      g_autofree char *definition = describe_definition (mou_agreement_get_node (agreement, i)->indicator);

      if (*definition != '\0')
        return TRUE;
    }
  return FALSE;
}

static void
add_node (MouReportTable *table, const MouAgreement *agreement, guint index)
{
  const MouNode *node = mou_agreement_get_node (agreement, index);
  g_autofree char *definition = describe_definition (node->indicator);

  if (*definition != '\0')
    add_definition (table, node->indicator, node->depth, definition);
  else if (!mou_node_is_leaf (node, index) && subtree_has_definition (agreement, index))
    {
      g_autofree char *name = mou_report_describe_indicator (node->indicator);
      guint row = mou_report_table_add_row (table, MOU_ROW_GROUP);

      mou_report_set_text (table, row, 0, MOU_ALIGN_LEFT, name)->indent = node->depth;
    }
}

static gboolean
has_definitions (const MouAgreement *agreement)
{
  for (guint i = 0; i < mou_agreement_get_n_nodes (agreement); i++)
    {
      g_autofree char *definition = describe_definition (mou_agreement_get_node (agreement, i)->indicator);

      if (*definition != '\0')
        return TRUE;
    }
  return FALSE;
}

void
mou_report_add_definitions (MouReportDocument *document, const MouAgreement *agreement)
{
  MouReportSection *section;
  MouReportTable *table;
  guint row;

  if (!has_definitions (agreement))
    return;
  section = mou_report_add_section (document, "คำจำกัดความ", TRUE, widths, G_N_ELEMENTS (widths));
  mou_report_add_text (section, MOU_TEXT_TITLE, "คำจำกัดความ/สูตรการคำนวณ");
  table = mou_report_add_table (section, 1);
  table->prose = TRUE;
  row = mou_report_table_add_row (table, MOU_ROW_HEAD);
  mou_report_set_text (table, row, 0, MOU_ALIGN_CENTRE, "ตัวชี้วัด");
  mou_report_set_text (table, row, 1, MOU_ALIGN_CENTRE, "คำจำกัดความ/สูตรการคำนวณ");
  for (guint i = 0; i < mou_agreement_get_n_nodes (agreement); i++)
    add_node (table, agreement, i);
}
