/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-inspector-basics: the section of what an indicator is: name, unit, weight, kind, who answers for it. */
#pragma once

#include "mou-section.h"

G_BEGIN_DECLS

#define MOU_TYPE_INSPECTOR_BASICS (mou_inspector_basics_get_type ())
G_DECLARE_FINAL_TYPE (MouInspectorBasics, mou_inspector_basics, MOU, INSPECTOR_BASICS, MouSection)

G_END_DECLS
