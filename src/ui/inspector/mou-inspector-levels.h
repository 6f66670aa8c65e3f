/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-inspector-levels: the section of levels and interval notation: of the indicator (entity LEVEL) or of its measure (MEASURE_LEVEL). */
#pragma once

#include "mou-section.h"

G_BEGIN_DECLS

#define MOU_TYPE_INSPECTOR_LEVELS (mou_inspector_levels_get_type ())
G_DECLARE_FINAL_TYPE (MouInspectorLevels, mou_inspector_levels, MOU, INSPECTOR_LEVELS, MouSection)

G_END_DECLS
