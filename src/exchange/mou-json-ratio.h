/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-json-ratio: exact numbers as JSON members; NULL writes null. Callers: the writers of this folder. */
#pragma once

#include "mou-json-writer.h"
#include "mou-ratio.h"

G_BEGIN_DECLS

/* A score: MOU_SCORE_PLACES digits. */
void mou_json_write_score (MouJsonWriter *out, const char *key, const MouRatio *ratio);
/* Without places that say nothing, at most MOU_JSON_VALUE_PLACES: weights and measured values. */
void mou_json_write_value (MouJsonWriter *out, const char *key, const MouRatio *ratio);
/* "p/q" */
void mou_json_write_exact (MouJsonWriter *out, const char *key, const MouRatio *ratio);
/* A figure of a simulation or of a spread: four places. */
void mou_json_write_figure (MouJsonWriter *out, const char *key, double number);

G_END_DECLS
