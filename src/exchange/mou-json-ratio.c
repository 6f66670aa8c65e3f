/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Ratios become texts by mou-rounding alone. */

#include "mou-json-ratio.h"

#include "mou-json-evaluation.h"
#include "mou-rounding.h"

void
mou_json_write_score (MouJsonWriter *out, const char *key, const MouRatio *ratio)
{
  g_autofree char *text = ratio != NULL ? mou_rounding_to_text (ratio, MOU_SCORE_PLACES) : NULL;

  mou_json_writer_member_string (out, key, text);
}

void
mou_json_write_value (MouJsonWriter *out, const char *key, const MouRatio *ratio)
{
  g_autofree char *text = ratio != NULL ? mou_rounding_to_short_text (ratio, MOU_JSON_VALUE_PLACES) : NULL;

  mou_json_writer_member_string (out, key, text);
}

void
mou_json_write_exact (MouJsonWriter *out, const char *key, const MouRatio *ratio)
{
  g_autofree char *text = ratio != NULL ? mou_ratio_to_text (ratio) : NULL;

  mou_json_writer_member_string (out, key, text);
}

void
mou_json_write_figure (MouJsonWriter *out, const char *key, double number)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE * 10];

  mou_json_writer_member_string (out, key, g_ascii_formatd (text, sizeof text, "%.4f", number));
}
