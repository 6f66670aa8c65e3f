/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-inspector-texts: the section of definition and formula. */
#pragma once

#include "mou-section.h"

G_BEGIN_DECLS

#define MOU_TYPE_INSPECTOR_TEXTS (mou_inspector_texts_get_type ())
G_DECLARE_FINAL_TYPE (MouInspectorTexts, mou_inspector_texts, MOU, INSPECTOR_TEXTS, MouSection)

G_END_DECLS
