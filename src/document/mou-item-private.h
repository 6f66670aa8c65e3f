/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-item-private: how mou-item-list makes and refreshes its items. */
#pragma once

#include "mou-item.h"

G_BEGIN_DECLS

MouItem *_mou_item_new (MouAgreement *agreement, MouEvaluation *evaluation, guint node) G_GNUC_WARN_UNUSED_RESULT;
/* TRUE when something shown of it is not what it was; the caller then emits. */
gboolean _mou_item_update (MouItem *self, MouAgreement *agreement, MouEvaluation *evaluation, guint node);
void _mou_item_emit_changed (MouItem *self);

G_END_DECLS
