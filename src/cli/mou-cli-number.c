/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Numbers for tables, and from arguments. */

#include "mou-cli-number.h"

#include "mou-rounding.h"
#include "mou-thai.h"

#include <glib/gi18n.h>
#include <string.h>

#define VALUE_PLACES 4

char *
mou_cli_format_score (const MouRatio *ratio)
{
  return ratio != NULL ? mou_rounding_to_text (ratio, MOU_SCORE_PLACES) : NULL;
}

char *
mou_cli_format_value (const MouRatio *ratio)
{
  g_autofree char *text = ratio != NULL ? mou_rounding_to_short_text (ratio, VALUE_PLACES) : NULL;
  MouDecimal value;

  /* A number too great for a decimal stands as it is. */
  if (text == NULL || !mou_decimal_parse (text, &value, NULL))
    return g_steal_pointer (&text);

  return mou_decimal_format (value, -1);
}

char *
mou_cli_format_figure (double number, int places)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE * 10];
  g_autofree char *format = g_strdup_printf ("%%.%df", places);

  return g_strdup (g_ascii_formatd (text, sizeof text, format, number));
}

static gboolean
find_leaf (const MouCliSource *source, const char *code, guint *node, GError **error)
{
  g_autofree char *arabic = mou_thai_digits_to_arabic (code);
  int found = mou_agreement_find_code (source->agreement, arabic);

  if (found < 0)
    return mou_cli_refuse (error, MOU_CLI_ERROR_REFUSED, _ ("%s: there is no indicator “%s”"), source->path, code);
  *node = (guint) found;
  if (!mou_node_is_leaf (mou_agreement_get_node (source->agreement, *node), *node))
    return mou_cli_refuse (error, MOU_CLI_ERROR_REFUSED, _ ("%s: %s is a group, which has no value of its own"), source->path, code);

  return TRUE;
}

gboolean
mou_cli_parse_pair (const MouCliSource *source, const char *text, guint *node, MouDecimal *value, GError **error)
{
  const char *sign = strchr (text, '=');
  g_autofree char *code = NULL;
  g_autoptr (GError) cause = NULL;

  if (sign == NULL || sign == text || sign[1] == '\0')
    return mou_cli_refuse (error, MOU_CLI_ERROR_USAGE, _ ("expected CODE=NUMBER, not “%s”"), text);

  code = g_strndup (text, (gsize) (sign - text));
  if (!find_leaf (source, code, node, error))
    return FALSE;
  if (!mou_decimal_parse (sign + 1, value, &cause))
    return mou_cli_refuse (error, MOU_CLI_ERROR_REFUSED, "%s: %s", code, cause->message);

  return TRUE;
}
