/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reading and writing the text of level, history and actual cells. A text that looks like a number must be one: a slip of the
 * finger ("1,20O" apart) must not become a worded level. */

#include "mou-cell-text.h"

#include "mou-error.h"
#include "mou-thai.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define NOTE_MAX 999

static const char *const superscripts[10] = { "⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹" };

/* The spellings of each inequality, longest first; keys as the level table stores them. */
static const struct
{
  const char *spelling;
  const char *key;
} inequalities[] = {
  { "<=", "<=" }, { "=<", "<=" }, { "≤", "<=" }, { ">=", ">=" }, { "=>", ">=" }, { "≥", ">=" }, { "<", "<" }, { ">", ">" },
};

static const char *
skip_space (const char *text)
{
  while (*text != '\0' && g_unichar_isspace (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);

  return text;
}

/* Also cuts no-break spaces, which spreadsheets put around numbers. */
static char *
dup_trimmed (const char *text, gsize length)
{
  const char *start = skip_space (text);
  const char *end = text + length;

  while (end > start && g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (end))))
    end = g_utf8_prev_char (end);

  return start < end ? g_strndup (start, (gsize) (end - start)) : g_strdup ("");
}

static char *
dup_checked (const char *typed, GError **error)
{
  if (typed == NULL)
    return g_strdup ("");
  if (!g_utf8_validate (typed, -1, NULL))
    {
      g_set_error_literal (error, MOU_CORE_ERROR, MOU_CORE_ERROR_INVALID, _ ("The text is not valid UTF-8."));
      return NULL;
    }

  return dup_trimmed (typed, strlen (typed));
}

static gboolean
is_dash (const char *text)
{
  static const char *const dashes[] = { "-", "–", "—", "−", NULL };

  return g_strv_contains (dashes, text);
}

static gboolean
is_not_available (const char *text)
{
  return g_ascii_strcasecmp (text, "n/a") == 0;
}

/* Made of nothing but what numbers are written with. */
static gboolean
looks_numeric (const char *text)
{
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (!g_unichar_isdigit (c) && !g_unichar_isspace (c) && c != 0x2212 && (c > 127 || strchr ("+-.,", (int) c) == NULL))
        return FALSE;
    }

  return *text != '\0';
}

static const char *
take_inequality (const char **text)
{
  for (guint i = 0; i < G_N_ELEMENTS (inequalities); i++)
    if (g_str_has_prefix (*text, inequalities[i].spelling))
      {
        *text = skip_space (*text + strlen (inequalities[i].spelling));
        return inequalities[i].key;
      }

  return NULL;
}

gboolean
mou_level_cell_parse (const char *typed, MouLevelCell *cell, GError **error)
{
  g_autofree char *text = dup_checked (typed, error);
  const char *number = text;
  const char *op;
  MouDecimal value;

  g_return_val_if_fail (cell != NULL, FALSE);

  *cell = (MouLevelCell){ NULL, NULL, NULL };
  if (text == NULL)
    return FALSE;
  if (*text == '\0' || is_dash (text))
    return TRUE;
  if (is_not_available (text))
    {
      g_set_error (error, MOU_CORE_ERROR, MOU_CORE_ERROR_INVALID,
                   _ ("A level cannot be “%s”: type “-” or leave it empty when there is no such level."), text);
      return FALSE;
    }

  op = take_inequality (&number);
  if (*number != '\0' && !looks_numeric (number))
    {
      cell->text = g_steal_pointer (&text);
      return TRUE;
    }
  if (!mou_decimal_parse (number, &value, error))
    return FALSE;

  cell->op = op;
  cell->value = mou_decimal_to_text (value);
  return TRUE;
}

void
mou_level_cell_clear (MouLevelCell *cell)
{
  g_clear_pointer (&cell->value, g_free);
  g_clear_pointer (&cell->text, g_free);
  cell->op = NULL;
}

const char *
mou_inequality_get_sign (MouInequality op)
{
  switch (op)
    {
    case MOU_OP_LESS:
      return "<";
    case MOU_OP_LESS_EQUAL:
      return "≤";
    case MOU_OP_GREATER:
      return ">";
    case MOU_OP_GREATER_EQUAL:
      return "≥";
    case MOU_OP_NONE:
    default:
      return "";
    }
}

char *
mou_level_cell_format (const MouLevel *level)
{
  g_autofree char *value = NULL;

  g_return_val_if_fail (level != NULL, NULL);

  switch (level->kind)
    {
    case MOU_LEVEL_NUMERIC:
      value = mou_decimal_to_text (level->value);
      return g_strconcat (mou_inequality_get_sign (level->op), value, NULL);
    case MOU_LEVEL_WORDED:
      return g_strdup (level->text);
    case MOU_LEVEL_ABSENT:
    default:
      return g_strdup ("");
    }
}

/* The digit at `*at` of a footnote mark, raised or (behind a caret) plain; -1 when there is none. */
static int
take_note_digit (const char **at, gboolean behind_caret)
{
  gunichar c = g_utf8_get_char (*at);

  for (int digit = 0; digit < 10; digit++)
    if (g_str_has_prefix (*at, superscripts[digit]))
      {
        *at += strlen (superscripts[digit]);
        return digit;
      }
  if (!behind_caret || !g_unichar_isdigit (c))
    return -1;

  *at = g_utf8_next_char (*at);
  return g_unichar_digit_value (c);
}

static gboolean
take_note (const char **at, int *note)
{
  gboolean behind_caret = **at == '^';
  int digit, number = 0;

  if (behind_caret)
    (*at)++;
  while ((digit = take_note_digit (at, behind_caret)) >= 0 && number <= NOTE_MAX)
    number = number * 10 + digit;

  if (number < 1 || number > NOTE_MAX || *note != 0)
    return FALSE;

  *note = number;
  return TRUE;
}

/* "*", "^1", "¹" in any order, each at most once. */
static gboolean
parse_marks (const char *marks, MouHistoryCell *cell)
{
  for (const char *at = skip_space (marks); *at != '\0'; at = skip_space (at))
    if (*at == '*' && !cell->provisional)
      {
        cell->provisional = TRUE;
        at++;
      }
    else if (!take_note (&at, &cell->note))
      return FALSE;

  return TRUE;
}

static const char *
find_marks (const char *text)
{
  const char *first = text + strcspn (text, "*^");

  for (guint i = 0; i < G_N_ELEMENTS (superscripts); i++)
    {
      const char *found = strstr (text, superscripts[i]);

      if (found != NULL && found < first)
        first = found;
    }

  return first;
}

static char *
dup_history_value (const char *text)
{
  MouDecimal value;

  if (is_dash (text))
    return g_strdup ("-");
  if (is_not_available (text))
    return g_strdup ("N/A");

  return mou_decimal_parse (text, &value, NULL) ? mou_decimal_to_text (value) : NULL;
}

gboolean
mou_history_cell_parse (const char *typed, MouHistoryCell *cell, GError **error)
{
  g_autofree char *text = dup_checked (typed, error);
  g_autofree char *head = NULL;
  const char *marks;

  g_return_val_if_fail (cell != NULL, FALSE);

  *cell = (MouHistoryCell){ NULL, FALSE, 0 };
  if (text == NULL)
    return FALSE;
  if (*text == '\0')
    return TRUE;

  marks = find_marks (text);
  head = dup_trimmed (text, (gsize) (marks - text));
  cell->value = dup_history_value (head);
  if (cell->value != NULL && parse_marks (marks, cell))
    return TRUE;

  mou_history_cell_clear (cell);
  g_set_error (error, MOU_CORE_ERROR, MOU_CORE_ERROR_INVALID,
               _ ("“%s” is not a past result: type a number, “-” (no data) or “N/A” (pending), with “*” behind it when it is "
                  "provisional and “^1” for footnote 1."),
               text);
  return FALSE;
}

void
mou_history_cell_clear (MouHistoryCell *cell)
{
  g_clear_pointer (&cell->value, g_free);
  cell->provisional = FALSE;
  cell->note = 0;
}

static char *
dup_history_text (const MouHistory *history)
{
  switch (history->state)
    {
    case MOU_HISTORY_NO_DATA:
      return g_strdup ("-");
    case MOU_HISTORY_PENDING:
      return g_strdup ("N/A");
    case MOU_HISTORY_NUMBER:
    default:
      return mou_decimal_to_text (history->value);
    }
}

char *
mou_history_cell_format (const MouHistory *history)
{
  g_autofree char *value = NULL;
  g_autofree char *note = NULL;
  g_autoptr (GString) text = NULL;

  if (history == NULL)
    return g_strdup ("");

  value = dup_history_text (history);
  note = history->note > 0 ? g_strdup_printf ("%d", history->note) : g_strdup ("");
  text = g_string_new (value);
  if (history->provisional)
    g_string_append_c (text, '*');
  for (const char *digit = note; *digit != '\0'; digit++)
    g_string_append (text, superscripts[g_ascii_digit_value (*digit)]);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* The rest of `text` behind "not applicable" in any of its spellings; NULL when it says something else. */
static const char *
skip_not_applicable (const char *text)
{
  const char *const spellings[] = { "not applicable", "ไม่เกี่ยวข้อง", _ ("not applicable") };

  for (guint i = 0; i < G_N_ELEMENTS (spellings); i++)
    {
      gsize length = strlen (spellings[i]);

      if (g_ascii_strncasecmp (text, spellings[i], length) == 0)
        {
          const char *rest = skip_space (text + length);

          return *rest == ':' ? skip_space (rest + 1) : *rest == '\0' ? rest : NULL;
        }
    }

  return NULL;
}

gboolean
mou_actual_cell_parse (const char *typed, MouActualCell *cell, GError **error)
{
  g_autofree char *text = dup_checked (typed, error);
  const char *reason;

  g_return_val_if_fail (cell != NULL, FALSE);

  *cell = (MouActualCell){ MOU_ACTUAL_BLANK, MOU_DECIMAL_ZERO, NULL };
  if (text == NULL)
    return FALSE;

  reason = skip_not_applicable (text);
  if (*text == '\0')
    cell->kind = MOU_ACTUAL_BLANK;
  else if (is_dash (text))
    cell->kind = MOU_ACTUAL_NOT_REPORTED;
  else if (is_not_available (text))
    cell->kind = MOU_ACTUAL_PENDING;
  else if (reason != NULL)
    {
      cell->kind = MOU_ACTUAL_NOT_APPLICABLE;
      cell->reason = *reason != '\0' ? g_strdup (reason) : NULL;
    }
  else if (mou_decimal_parse (text, &cell->value, NULL))
    cell->kind = MOU_ACTUAL_NUMBER;
  else
    {
      g_set_error (error, MOU_CORE_ERROR, MOU_CORE_ERROR_INVALID,
                   _ ("“%s” is not an actual value: type a number, “-” (not reported), “N/A” (pending) or “not applicable: reason”."),
                   text);
      return FALSE;
    }

  return TRUE;
}

void
mou_actual_cell_clear (MouActualCell *cell)
{
  g_clear_pointer (&cell->reason, g_free);
  cell->kind = MOU_ACTUAL_BLANK;
}

char *
mou_actual_cell_format (const MouResult *result, MouIndicatorKind kind)
{
  if (result == NULL)
    return g_strdup ("");

  switch (result->state)
    {
    case MOU_RESULT_PENDING:
      return g_strdup ("N/A");
    case MOU_RESULT_NOT_APPLICABLE:
      return g_strconcat (_ ("not applicable"), result->reason != NULL ? ": " : "", result->reason, NULL);
    case MOU_RESULT_NOT_REPORTED:
      return g_strdup ("-");
    case MOU_RESULT_REPORTED:
    default:
      break;
    }

  if (kind == MOU_KIND_JUDGED && result->has_level)
    return mou_decimal_to_text (result->level);

  return result->has_value ? mou_decimal_to_text (result->value) : g_strdup ("");
}
