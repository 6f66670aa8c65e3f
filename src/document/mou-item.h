/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-item: one indicator of the document as an observable object: a row of a list model.
 *
 * Created and refreshed by mou-item-list only; emits "changed" when anything shown of it changed. */
#pragma once

#include "mou-document.h"

G_BEGIN_DECLS

#define MOU_TYPE_ITEM (mou_item_get_type ())
G_DECLARE_FINAL_TYPE (MouItem, mou_item, MOU, ITEM, GObject)

gint64 mou_item_get_id (MouItem *self);
/* Index of its node in the current snapshot. */
guint mou_item_get_node (MouItem *self);
int mou_item_get_depth (MouItem *self);
const MouIndicator *mou_item_get_indicator (MouItem *self);
/* Borrowed; the score in the current evaluation. */
const MouScore *mou_item_get_score (MouItem *self);

G_END_DECLS
