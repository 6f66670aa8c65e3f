/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-item-list: the indicators of the shown agreement in printed order, as a GListModel of MouItem.
 *
 * Follows its document: after each change rows appear, disappear and move with the smallest items-changed, and items whose
 * content or score changed emit "changed". */
#pragma once

#include "mou-item.h"

G_BEGIN_DECLS

#define MOU_TYPE_ITEM_LIST (mou_item_list_get_type ())
G_DECLARE_FINAL_TYPE (MouItemList, mou_item_list, MOU, ITEM_LIST, GObject)

MouItemList *mou_item_list_new (MouDocument *document) G_GNUC_WARN_UNUSED_RESULT;
/* Borrowed; NULL when the indicator is not in the list. */
MouItem *mou_item_list_find (MouItemList *self, gint64 id);

G_END_DECLS
