/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-inspector-result: the section of what the shown assessment says: actual value, state, and why the score is what it is. */
#pragma once

#include "mou-section.h"

G_BEGIN_DECLS

#define MOU_TYPE_INSPECTOR_RESULT (mou_inspector_result_get_type ())
G_DECLARE_FINAL_TYPE (MouInspectorResult, mou_inspector_result, MOU, INSPECTOR_RESULT, MouSection)

G_END_DECLS
