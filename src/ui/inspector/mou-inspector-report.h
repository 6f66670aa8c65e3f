/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-inspector-report: the section of the texts of a result: what was done, what helped, what hindered, the comment. */
#pragma once

#include "mou-section.h"

G_BEGIN_DECLS

#define MOU_TYPE_INSPECTOR_REPORT (mou_inspector_report_get_type ())
G_DECLARE_FINAL_TYPE (MouInspectorReport, mou_inspector_report, MOU, INSPECTOR_REPORT, MouSection)

G_END_DECLS
