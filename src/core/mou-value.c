/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One function per type turns trimmed, valid UTF-8 into canonical text; one table says which. */

#include "mou-value.h"

#include "mou-decimal.h"
#include "mou-error.h"
#include "mou-fiscal-year.h"
#include "mou-thai.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Values at or beyond this are slips of the keyboard, not money or kilometres. */
#define MAGNITUDE_LIMIT ((MouDecimal){ G_GINT64_CONSTANT (1000000000000000), 0 })
#define MAX_ID ((G_GUINT64_CONSTANT (1) << 53) - 1)
#define QUOTED_CHARACTERS 60

typedef char *(*Normalise) (const MouField *field, const char *text, GError **error);

static gboolean
is_blank (gunichar c)
{
  const gunichar zero_width_space = 0x200B, byte_order_mark = 0xFEFF;

  return g_unichar_isspace (c) || c == zero_width_space || c == byte_order_mark;
}

static char *
trim (const char *text)
{
  const char *start = text;
  const char *end = text + strlen (text);

  while (start < end && is_blank (g_utf8_get_char (start)))
    start = g_utf8_next_char (start);
  while (end > start && is_blank (g_utf8_get_char (g_utf8_prev_char (end))))
    end = g_utf8_prev_char (end);

  return g_strndup (start, (gsize) (end - start));
}

/* The beginning of what was typed, so that a pasted page does not fill the message. */
static char *
quote (const char *text)
{
  if (g_utf8_strlen (text, -1) <= QUOTED_CHARACTERS)
    return g_strdup_printf ("“%s”", text);

  g_autofree char *head = g_utf8_substring (text, 0, QUOTED_CHARACTERS);

  return g_strdup_printf ("“%s…”", head);
}

static void
refuse (GError **error, MouCoreError code, const char *found, const char *expected)
{
  g_autofree char *quoted = quote (found);

  g_set_error (error, MOU_CORE_ERROR, (int) code, _ ("found %s, expected %s"), quoted, expected);
}

static gboolean
check_controls (const char *text, gboolean lines, GError **error)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_iscntrl (c) || (lines && c == '\n'))
        continue;
      if (c == '\n' || c == '\r')
        g_set_error_literal (error, MOU_CORE_ERROR, MOU_CORE_ERROR_INVALID, _ ("found a line break, expected one line of text"));
      else
        g_set_error (error, MOU_CORE_ERROR, MOU_CORE_ERROR_INVALID, _ ("found the control character U+%04X, expected text"), c);
      return FALSE;
    }

  return TRUE;
}

static char *
normalise_text (const MouField *field, const char *text, GError **error)
{
  if (!check_controls (text, FALSE, error))
    return NULL;

  return g_utf8_normalize (text, -1, G_NORMALIZE_NFC);
}

static char *
normalise_long_text (const MouField *field, const char *text, GError **error)
{
  g_autoptr (GString) lines = g_string_new (text);

  g_string_replace (lines, "\r\n", "\n", 0);
  if (!check_controls (lines->str, TRUE, error))
    return NULL;

  return g_utf8_normalize (lines->str, -1, G_NORMALIZE_NFC);
}

static char *
normalise_decimal (const MouField *field, const char *text, GError **error)
{
  MouDecimal value;

  if (!mou_decimal_parse (text, &value, NULL))
    {
      refuse (error, MOU_CORE_ERROR_INVALID, text, _ ("a number such as 2.5"));
      return NULL;
    }
  if (mou_decimal_compare (value, MAGNITUDE_LIMIT) >= 0 || mou_decimal_compare (value, mou_decimal_negate (MAGNITUDE_LIMIT)) <= 0)
    {
      refuse (error, MOU_CORE_ERROR_RANGE, text, _ ("a number of at most 15 digits before the point"));
      return NULL;
    }

  return mou_decimal_to_text (value);
}

static char *
normalise_integer (const MouField *field, const char *text, GError **error)
{
  g_autofree char *digits = mou_thai_digits_to_arabic (text);
  g_autofree char *expected = NULL;
  char *end;
  gint64 value = g_ascii_strtoll (digits, &end, 10);

  gboolean whole = g_ascii_isdigit (digits[digits[0] == '-']) && *end == '\0';

  if (whole && value >= field->minimum && value <= field->maximum)
    return g_strdup_printf ("%" G_GINT64_FORMAT, value);

  expected = g_strdup_printf (_ ("a whole number from %d to %d"), field->minimum, field->maximum);
  refuse (error, whole ? MOU_CORE_ERROR_RANGE : MOU_CORE_ERROR_INVALID, text, expected);

  return NULL;
}

static char *
normalise_choice (const MouField *field, const char *text, GError **error)
{
  g_autofree char *keys = NULL;
  g_autofree char *expected = NULL;

  if (g_strv_contains (field->choices, text))
    return g_strdup (text);

  keys = g_strjoinv (", ", (char **) field->choices);
  expected = g_strdup_printf (_ ("one of %s"), keys);
  refuse (error, MOU_CORE_ERROR_INVALID, text, expected);

  return NULL;
}

static char *
normalise_date (const MouField *field, const char *text, GError **error)
{
  g_autofree char *date = mou_thai_digits_to_arabic (text);

  if (mou_date_is_valid (date))
    return g_steal_pointer (&date);

  refuse (error, MOU_CORE_ERROR_INVALID, text, _ ("a day of the Common Era such as 2024-09-30"));

  return NULL;
}

static char *
normalise_year (const MouField *field, const char *text, GError **error)
{
  int year;

  if (!mou_fiscal_year_parse (text, &year, error))
    return NULL;

  return g_strdup_printf ("%d", year);
}

static char *
normalise_history (const MouField *field, const char *text, GError **error)
{
  static const char *const dashes[] = { "-", "–", "—", "−", NULL };
  MouDecimal value;

  if (g_strv_contains (dashes, text))
    return g_strdup ("-");
  if (g_ascii_strcasecmp (text, "N/A") == 0)
    return g_strdup ("N/A");
  if (mou_decimal_parse (text, &value, NULL))
    return normalise_decimal (field, text, error);

  refuse (error, MOU_CORE_ERROR_INVALID, text, _ ("a number such as 27.12, “-” for no data, or “N/A” for pending"));

  return NULL;
}

static char *
normalise_reference (const MouField *field, const char *text, GError **error)
{
  guint64 id;

  if (g_ascii_string_to_unsigned (text, 10, 1, MAX_ID, &id, NULL))
    return g_strdup_printf ("%" G_GUINT64_FORMAT, id);

  refuse (error, MOU_CORE_ERROR_INVALID, text, _ ("the id of a row"));

  return NULL;
}

/* Returns NULL both for false, which is stored as absent, and on error. */
static char *
normalise_boolean (const MouField *field, const char *text, GError **error)
{
  static const char *const yes[] = { "1", "true", "yes", NULL };
  static const char *const no[] = { "0", "false", "no", NULL };
  g_autofree char *digits = mou_thai_digits_to_arabic (text);
  g_autofree char *word = g_ascii_strdown (digits, -1);

  if (g_strv_contains (yes, word))
    return g_strdup ("1");
  if (!g_strv_contains (no, word))
    refuse (error, MOU_CORE_ERROR_INVALID, text, _ ("yes or no"));

  return NULL;
}

static const Normalise normalisers[] = {
  [MOU_FIELD_TEXT] = normalise_text,           [MOU_FIELD_LONG_TEXT] = normalise_long_text, [MOU_FIELD_DECIMAL] = normalise_decimal,
  [MOU_FIELD_INTEGER] = normalise_integer,     [MOU_FIELD_BOOLEAN] = normalise_boolean,     [MOU_FIELD_CHOICE] = normalise_choice,
  [MOU_FIELD_DATE] = normalise_date,           [MOU_FIELD_YEAR] = normalise_year,           [MOU_FIELD_HISTORY] = normalise_history,
  [MOU_FIELD_REFERENCE] = normalise_reference,
};

static gboolean
check_bytes (const char *input, GError **error)
{
  if (strlen (input) > MOU_TEXT_MAX_BYTES)
    g_set_error (error, MOU_CORE_ERROR, MOU_CORE_ERROR_RANGE, _ ("found %lu bytes, expected at most %d"), (gulong) strlen (input),
                 MOU_TEXT_MAX_BYTES);
  else if (!g_utf8_validate (input, -1, NULL))
    g_set_error_literal (error, MOU_CORE_ERROR, MOU_CORE_ERROR_INVALID, _ ("found bytes that are not UTF-8, expected text"));
  else
    return TRUE;

  return FALSE;
}

/* NULL for what is stored as absent, and on error. */
static char *
normalise (const MouField *field, const char *input, GError **error)
{
  g_autofree char *trimmed = NULL;

  if (!check_bytes (input, error))
    return NULL;

  trimmed = trim (input);
  if (*trimmed != '\0')
    return normalisers[field->type](field, trimmed, error);
  if (field->flags & MOU_FIELD_REQUIRED)
    g_set_error_literal (error, MOU_CORE_ERROR, MOU_CORE_ERROR_INVALID, _ ("found nothing, expected a value"));

  return NULL;
}

gboolean
mou_value_normalise (const MouField *field, const char *input, char **canonical, GError **error)
{
  g_autofree char *word = NULL;
  GError *failure = NULL;

  g_return_val_if_fail (field != NULL && canonical != NULL, FALSE);

  *canonical = normalise (field, input != NULL ? input : "", &failure);
  if (failure == NULL)
    return TRUE;

  word = mou_field_dup_word (field);
  g_propagate_prefixed_error (error, failure, "%s: ", word);

  return FALSE;
}

static const struct
{
  const char *choice;
  const char *label;
} choice_labels[] = {
  { "draft", N_ ("Draft") },
  { "proposed", N_ ("Proposed") },
  { "agreed", N_ ("Agreed") },
  { "signed", N_ ("Signed") },
  { "evaluated", N_ ("Evaluated") },
  { "rebased", N_ ("Re-based") },
  { "reopened", N_ ("Reopened") },
  { "five-level", N_ ("Five levels") },
  { "three-level", N_ ("Three levels") },
  { "percent", N_ ("Percent of the target") },
  { "rfd", N_ ("Results framework, 60 to 100") },
  { "full", N_ ("Full precision") },
  { "child4", N_ ("Each score to four places") },
  { "within-group", N_ ("Within the group") },
  { "across-card", N_ ("Across the scorecard") },
  { "count-as-floor", N_ ("Counts as the lowest score") },
  { "block", N_ ("No total") },
  { "group", N_ ("Group") },
  { "linear", N_ ("Linear") },
  { "stepped", N_ ("Stepped") },
  { "judged", N_ ("Judged") },
  { "gated", N_ ("Number and process") },
  { "checklist", N_ ("Checklist") },
  { "score", N_ ("Score given by an assessor") },
  { "bridge", N_ ("Interpolate across") },
  { "jump", N_ ("Jump") },
  { "output", N_ ("Output") },
  { "outcome", N_ ("Outcome") },
  { "strategic", N_ ("Strategic") },
  { "routine", N_ ("Routine") },
  { "self", N_ ("By the enterprise") },
  { "committee", N_ ("By the committee") },
  { "forecast", N_ ("Forecast") },
  { "what-if", N_ ("What if") },
  { "backtest", N_ ("Back-test") },
  { "plan", N_ ("Plan") },
  { "q1", N_ ("Quarter 1") },
  { "q2", N_ ("Quarter 2") },
  { "q3", N_ ("Quarter 3") },
  { "q4", N_ ("Quarter 4") },
  { "h1", N_ ("First half") },
  { "9m", N_ ("Nine months") },
  { "year", N_ ("Full year") },
  { "not-reported", N_ ("Not reported") },
  { "pending", N_ ("Pending") },
  { "not-applicable", N_ ("Not applicable") },
};

const char *
mou_value_choice_label (const MouField *field, const char *choice)
{
  g_return_val_if_fail (field != NULL && field->type == MOU_FIELD_CHOICE, NULL);
  g_return_val_if_fail (choice != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (choice_labels); i++)
    if (g_str_equal (choice_labels[i].choice, choice))
      return _ (choice_labels[i].label);

  return choice;
}
