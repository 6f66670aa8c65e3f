/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-sheet-pool: widgets kept for reuse, each holding one key (a row or a column) or spare.
 *
 * A pane pools its strips by row, a strip its cells by column, so scrolling moves and rebinds widgets and hardly ever makes one. The
 * pool borrows the widgets; their parent owns them. */
#pragma once

#include "mou-sheet-layout.h"

G_BEGIN_DECLS

typedef struct {
  GPtrArray *widgets;
  GArray *keys; /* guint, MOU_SHEET_NONE when spare */
} MouSheetPool;

void mou_sheet_pool_init (MouSheetPool *self);
void mou_sheet_pool_clear (MouSheetPool *self);

guint mou_sheet_pool_get_size (const MouSheetPool *self);
gpointer mou_sheet_pool_get (const MouSheetPool *self, guint index);
guint mou_sheet_pool_get_key (const MouSheetPool *self, guint index);
/* The widget that holds the key, or NULL. */
gpointer mou_sheet_pool_find (const MouSheetPool *self, guint key);
/* Makes spare what holds neither a key in the span nor `extra` (which may be NONE). */
void mou_sheet_pool_retain (MouSheetPool *self, MouSheetSpan span, guint extra);
/* Gives the key to a spare widget; NULL when none is spare. */
gpointer mou_sheet_pool_claim (MouSheetPool *self, guint key);
void mou_sheet_pool_add (MouSheetPool *self, gpointer widget, guint key);
/* Keys from `position` on move with their rows; those of removed rows become spare. */
void mou_sheet_pool_splice (MouSheetPool *self, guint position, guint removed, guint added);

G_END_DECLS
