/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-scale: what the levels of an agreement are worth (scoring.md sections 3 and 6).
 *
 * A scale is data: points of each level, the floor below the first, labels. Static, immutable; anyone may call. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum { MOU_SCALE_FIVE_LEVEL, MOU_SCALE_THREE_LEVEL, MOU_SCALE_PERCENT, MOU_SCALE_RFD, MOU_N_SCALES } MouScaleKind;

typedef struct {
  MouScaleKind kind;
  const char *key; /* as stored: "five-level" */
  const char *label; /* N_(): for people */
  int level_count; /* 5, 3, 1 or 5 */
  int points[5]; /* worth of each level: 1..5, 50/75/100, 100, 60..100 */
  int floor; /* the score below the first level: 1 or 0 */
  int top; /* the greatest score */
  gboolean proportional; /* percent: below the first level the score is value ÷ target × points */
  const char *level_labels[5]; /* N_() or NULL: "base", "standard", "advanced" */
  const char *floor_label; /* N_() or NULL: "below base" */
} MouScale;

const MouScale *mou_scale_get (MouScaleKind kind);
/* NULL when no scale has the key. */
const MouScale *mou_scale_lookup (const char *key);

G_END_DECLS
