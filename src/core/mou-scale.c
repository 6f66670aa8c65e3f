/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The four scales as one static table, in the order of MouScaleKind. */

#include "mou-scale.h"

#include <glib/gi18n-lib.h>

static const MouScale scales[MOU_N_SCALES] = {
  {
      .kind = MOU_SCALE_FIVE_LEVEL,
      .key = "five-level",
      .label = N_ ("Five levels (1 to 5)"),
      .level_count = 5,
      .points = { 1, 2, 3, 4, 5 },
      .floor = 1,
      .top = 5,
  },
  {
      .kind = MOU_SCALE_THREE_LEVEL,
      .key = "three-level",
      .label = N_ ("Three levels (50, 75, 100)"),
      .level_count = 3,
      .points = { 50, 75, 100 },
      .floor = 0,
      .top = 100,
      .level_labels = { N_ ("base"), N_ ("standard"), N_ ("advanced") },
      .floor_label = N_ ("below base"),
  },
  {
      .kind = MOU_SCALE_PERCENT,
      .key = "percent",
      .label = N_ ("Percent of the target"),
      .level_count = 1,
      .points = { 100 },
      .floor = 0,
      .top = 100,
      .proportional = TRUE,
  },
  {
      .kind = MOU_SCALE_RFD,
      .key = "rfd",
      .label = N_ ("Results framework (60 to 100)"),
      .level_count = 5,
      .points = { 60, 70, 80, 90, 100 },
      .floor = 0,
      .top = 100,
  },
};

const MouScale *
mou_scale_get (MouScaleKind kind)
{
  g_return_val_if_fail ((guint) kind < MOU_N_SCALES, NULL);

  return &scales[kind];
}

const MouScale *
mou_scale_lookup (const char *key)
{
  g_return_val_if_fail (key != NULL, NULL);

  for (guint i = 0; i < MOU_N_SCALES; i++)
    if (g_str_equal (scales[i].key, key))
      return &scales[i];

  return NULL;
}
