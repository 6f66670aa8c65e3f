/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-inspector-parts: the section of what a result is made of (the entity: RESULT_VARIABLE, RESULT_GATE or RESULT_ITEM): one row for each
 * variable, gate or item of the indicator. */
#pragma once

#include "mou-section.h"

G_BEGIN_DECLS

#define MOU_TYPE_INSPECTOR_PARTS (mou_inspector_parts_get_type ())
G_DECLARE_FINAL_TYPE (MouInspectorParts, mou_inspector_parts, MOU, INSPECTOR_PARTS, MouSection)

G_END_DECLS
