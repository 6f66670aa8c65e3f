/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-inspector-history: the section of the past five years, with the footnotes they refer to. */
#pragma once

#include "mou-section.h"

G_BEGIN_DECLS

#define MOU_TYPE_INSPECTOR_HISTORY (mou_inspector_history_get_type ())
G_DECLARE_FINAL_TYPE (MouInspectorHistory, mou_inspector_history, MOU, INSPECTOR_HISTORY, MouSection)

G_END_DECLS
