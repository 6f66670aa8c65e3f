/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-row-scope: what a row belongs to: the rows above it, and those it refers to: a result is of its assessment and of its indicator.
 *
 * `gone` (id as gint64 * → MouRow; may be NULL) holds rows that are no longer in the register. Pure. Callers: mou-compare, mou-history. */
#pragma once

#include "mou-register.h"

G_BEGIN_DECLS

/* Borrowed; NULL when neither knows the row. */
const MouRow *mou_row_scope_find (MouRegister *rows, GHashTable *gone, gint64 id);
/* Whether the row is `root`, hangs below it, or refers to something that does. */
gboolean mou_row_scope_contains (MouRegister *rows, GHashTable *gone, gint64 root, gint64 id);
/* The indicator, or the agreement (`entity`), that the row is, hangs below, or refers to; 0 when there is none. */
gint64 mou_row_scope_find_above (MouRegister *rows, GHashTable *gone, gint64 id, MouEntity entity);

G_END_DECLS
