/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What one sentence of the history is made of. */

#include "mou-history-line.h"

#include "mou-change-words.h"
#include "mou-row-name.h"
#include "mou-row-scope.h"

void
mou_history_line_free (MouHistoryLine *line)
{
  g_free (line->before);
  g_free (line->after);
  g_free (line->before_words);
  g_free (line->after_words);
  g_free (line->place);
  g_free (line->text);
  g_free (line);
}

gboolean
mou_history_line_find (GPtrArray *lines, guint number, guint *first, guint *end)
{
  g_return_val_if_fail (lines != NULL && first != NULL && end != NULL, FALSE);

  *end = 0;
  for (guint i = 0; i < number && (i == 0 || *end < lines->len); i++)
    {
      *first = *end;
      *end = *first < lines->len ? mou_change_words_find_end (lines, *first) : *first;
      if (i + 1 == number)
        return *first < lines->len;
    }

  return FALSE;
}

/* What it hung on must be there again before it can be: its parent, and whatever it refers to. */
static gboolean
has_ground (MouRegister *rows, GPtrArray *lines, guint first, guint end)
{
  for (guint i = first; i < end; i++)
    {
      const MouJournalChange *line = g_ptr_array_index (lines, i);
      int field = mou_field_lookup (line->entity, line->field);
      gboolean refers = field >= 0 ? mou_field_get (line->entity, field)->type == MOU_FIELD_REFERENCE : g_str_equal (line->field, "parent");
      gint64 id = refers && line->old_value != NULL ? g_ascii_strtoll (line->old_value, NULL, 10) : 0;

      if (id != 0 && mou_register_lookup (rows, id) == NULL)
        return FALSE;
    }

  return TRUE;
}

gboolean
mou_history_line_is_restorable (MouRegister *rows, GPtrArray *lines, guint first, guint end)
{
  const MouJournalChange *line;
  const MouRow *row;
  int field;

  g_return_val_if_fail (rows != NULL && lines != NULL && first < end && end <= lines->len, FALSE);

  line = g_ptr_array_index (lines, first);
  row = mou_register_lookup (rows, line->row);
  if (line->entity == MOU_ENTITY_SIGNING)
    return FALSE;
  if (line->op == 'd')
    return row == NULL && has_ground (rows, lines, first, end);

  field = mou_field_lookup (line->entity, line->field);
  return line->op == 'u' && row != NULL && field >= 0 && !(line->entity == MOU_ENTITY_AGREEMENT && field == MOU_AGREEMENT_STATUS)
         && g_strcmp0 (mou_row_get (row, field), line->old_value) != 0;
}

static void
tell_field (MouHistoryLine *self, MouRegister *rows, GHashTable *gone, const MouJournalChange *line)
{
  int field = mou_field_lookup (line->entity, line->field);

  if (field < 0)
    return;

  self->field = mou_field_get (line->entity, field);
  self->before = g_strdup (line->old_value);
  self->after = g_strdup (line->new_value);
  self->before_words = mou_change_words_dup_value (rows, gone, self->field, line->old_value);
  self->after_words = mou_change_words_dup_value (rows, gone, self->field, line->new_value);
}

MouHistoryLine *
mou_history_line_new (MouRegister *rows, GHashTable *gone, GPtrArray *lines, guint first, guint end, guint number)
{
  MouHistoryLine *self;
  const MouJournalChange *line;

  g_return_val_if_fail (rows != NULL && lines != NULL && first < end && end <= lines->len, NULL);

  line = g_ptr_array_index (lines, first);
  self = g_new0 (MouHistoryLine, 1);
  self->number = number;
  self->kind = line->op == 'i' ? MOU_DIFFERENCE_ADDED : line->op == 'd' ? MOU_DIFFERENCE_REMOVED : MOU_DIFFERENCE_CHANGED;
  self->entity = line->entity;
  self->row = line->row;
  self->indicator = mou_row_scope_find_above (rows, gone, line->row, MOU_ENTITY_INDICATOR);
  self->agreement = mou_row_scope_find_above (rows, gone, line->row, MOU_ENTITY_AGREEMENT);
  if (line->op == 'u')
    tell_field (self, rows, gone, line);
  self->place = mou_row_name_by_id (rows, gone, line->row);
  self->text = mou_change_words_dup_sentence (rows, gone, lines, first, end);
  self->restorable = mou_history_line_is_restorable (rows, lines, first, end);

  return self;
}
