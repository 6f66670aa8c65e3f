/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-register: all rows of a register in memory, indexed by id and by parent, and the source of typed snapshots.
 *
 * The store keeps one equal to its database; JSON import builds a free-standing one. Mutable only through apply, from one
 * thread. It caches typed indicators, so that a snapshot after an edit rebuilds only what the edit touched. */
#pragma once

#include "mou-change.h"

G_BEGIN_DECLS

typedef struct _MouRegister MouRegister;
typedef struct _MouAgreement MouAgreement;

MouRegister *mou_register_new (void) G_GNUC_WARN_UNUSED_RESULT;
MouRegister *mou_register_copy (MouRegister *self) G_GNUC_WARN_UNUSED_RESULT; /* rows shared */
void mou_register_free (MouRegister *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MouRegister, mou_register_free)

guint mou_register_get_size (MouRegister *self);
/* Borrowed; NULL when there is no such row. */
MouRow *mou_register_lookup (MouRegister *self, gint64 id);
/* The rows of `entity` under `parent` in order (MouRow, borrowed array, valid until the next apply); never NULL. For
 * MOU_ENTITY_ORGANISATION the parent is 0. Indicators: all of the agreement, whatever their group. */
GPtrArray *mou_register_get_children (MouRegister *self, gint64 parent, MouEntity entity);
/* The same, restricted to the indicators whose group is `group` (0: the roots); a new array. */
GPtrArray *mou_register_list_group (MouRegister *self, gint64 agreement, gint64 group) G_GNUC_WARN_UNUSED_RESULT;
/* The row of `entity` under `parent` whose KEY field equals `key` (canonical text); NULL when none. */
MouRow *mou_register_find (MouRegister *self, gint64 parent, MouEntity entity, const char *key);
/* `row` first, then every row below it: its children, for an indicator its sub-indicators, and the rows of other branches that
 * refer to any of them (results, deductions, links). Nothing precedes what it hangs on, so deleting them in reverse leaves no
 * dangling reference at any time. */
GPtrArray *mou_register_list_subtree (MouRegister *self, gint64 row) G_GNUC_WARN_UNUSED_RESULT;

/* Makes the change: inserts, replaces or removes one row. The caller has checked it. */
void mou_register_apply (MouRegister *self, const MouChange *change);
/* Calls `visit` on every row, parents before children, siblings in order; stable for equal content. */
typedef void (*MouRegisterVisit) (MouRow *row, int depth, gpointer data);
void mou_register_visit (MouRegister *self, MouRegisterVisit visit, gpointer data);

/* Every row, by entity, parents' entities first, even where its parent is missing (MouRow, referenced). */
GPtrArray *mou_register_list_rows (MouRegister *self) G_GNUC_WARN_UNUSED_RESULT;

/* What every whole register obeys, beyond single values: parents and references exist and are of the right entity, keys are
 * unique among siblings, the indicator tree has no cycle and depth ≤ 32, required fields are present, ordinals are sane, every
 * value is canonical. FALSE with an error naming the row in words. Intake, import and tests use it. */
gboolean mou_register_validate (MouRegister *self, GError **error);
/* One row by itself: its values, parent and references, not its siblings. For a register that is being put together from pieces. */
gboolean mou_register_validate_row (MouRegister *self, const MouRow *row, GError **error);
/* mou_register_validate for a valid register to which `changes` (MouChange) have just been applied: looks only at what they touched. */
gboolean mou_register_validate_changes (MouRegister *self, GPtrArray *changes, GError **error);

/* Ordinals that put the rows `order` (gint64 ids, some of them new) in that order, into `ordinals` (&id → gint64 *, both owned):
 * rows keep theirs and new ones go between, unless that cannot be; then all are numbered anew. */
void mou_register_assign_ordinals (MouRegister *self, GArray *order, GHashTable *ordinals);

/* The typed snapshot of one agreement; a reference. NULL when `agreement` is not the id of one. */
MouAgreement *mou_register_dup_agreement (MouRegister *self, gint64 agreement) G_GNUC_WARN_UNUSED_RESULT;

/* Changes that turn `self` into `other` where rows match by entity, parent and KEY field (by order where there is none): for
 * import. New rows get ids of their own. With `remove`, rows missing from `other` are deleted; rows of `other` are otherwise only
 * added or updated. Array of MouChange, in an order that can be applied. */
GPtrArray *mou_register_difference (MouRegister *self, MouRegister *other, gboolean remove) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
