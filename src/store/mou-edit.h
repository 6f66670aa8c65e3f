/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-edit: the one way rows change: a transaction that writes data, changes and a journal entry together.
 *
 * begin, any number of row operations, then commit or free (which rolls back). Operations show in the store's register at
 * once, so later ones can build on earlier ones; a roll-back takes them out again. Values are normalised by mou-value, and the
 * invariants of mou_register_validate that the edit touches are checked at commit; so is that a signed
 * agreement changes only as mou-signing allows. Callers: mou-document and journal's undo. */
#pragma once

#include "mou-store.h"

G_BEGIN_DECLS

typedef enum { MOU_ENTRY_EDIT, MOU_ENTRY_UNDO, MOU_ENTRY_REDO, MOU_ENTRY_IMPORT, MOU_ENTRY_MERGE, MOU_ENTRY_STATUS } MouEntryKind;

typedef struct _MouEdit MouEdit;

/* `label` is what the person did, for the undo menu and the history ("Change weight of 1.1"). */
MouEdit *mou_edit_begin (MouStore *store, MouEntryKind kind, const char *author, const char *label, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void mou_edit_free (MouEdit *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MouEdit, mou_edit_free)

/* `values` as typed, indexed by the entity's field enum; NULL means all absent. `ordinal` -1: after the last sibling.
 * Returns the new id, 0 on error. */
gint64 mou_edit_insert (MouEdit *self, MouEntity entity, gint64 parent, gint64 ordinal, const char *const *values, GError **error);
gboolean mou_edit_set (MouEdit *self, gint64 row, int field, const char *value, GError **error);
gboolean mou_edit_set_ordinal (MouEdit *self, gint64 row, gint64 ordinal, GError **error);
/* With everything below it and every row that refers to it. */
gboolean mou_edit_delete (MouEdit *self, gint64 row, GError **error);
/* A prepared change (import, merge, undo): applied as it is. */
gboolean mou_edit_apply (MouEdit *self, const MouChange *change, GError **error);

/* TRUE when nothing has changed so far: such an edit commits without an entry. */
gboolean mou_edit_is_empty (MouEdit *self);
/* Durable when it returns TRUE; *entry (may be NULL) is the entry's number, 0 for an empty edit. */
gboolean mou_edit_commit (MouEdit *self, gint64 *entry, GError **error);

G_END_DECLS
