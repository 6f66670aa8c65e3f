/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-inspector-list: the section of the rows an indicator or the agreement has any number of (the entity: gates, items, variables, …; missions,
 * parties, terms, notes), which can be added, moved and removed here. What is edited of a row is what its field table says. */
#pragma once

#include "mou-section.h"

G_BEGIN_DECLS

#define MOU_TYPE_INSPECTOR_LIST (mou_inspector_list_get_type ())
G_DECLARE_FINAL_TYPE (MouInspectorList, mou_inspector_list, MOU, INSPECTOR_LIST, MouSection)

G_END_DECLS
