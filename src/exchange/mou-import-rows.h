/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-import-rows: a copy of a register while a table is read into it.
 *
 * Rows that are there keep their ids and places; new ones stand behind the row they follow in the table. Finishing validates the
 * whole. Callers: the table readers of this folder. */
#pragma once

#include "mou-register.h"

G_BEGIN_DECLS

typedef struct {
  MouRegister *base;     /* borrowed: what was there */
  MouRegister *rows;     /* the copy */
  gint64 last_ordinal;   /* of the new rows, until they get their places */
  GHashTable *mentioned; /* siblings, as text → GArray of gint64: their ids in the order of the table */
} MouImportRows;

void mou_import_rows_init (MouImportRows *self, MouRegister *base);
void mou_import_rows_clear (MouImportRows *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MouImportRows, mou_import_rows_clear)

/* `values`: one element a field, canonical. Returns the new row's id. */
gint64 mou_import_rows_insert (MouImportRows *self, MouEntity entity, gint64 parent, const char *const *values);
void mou_import_rows_set (MouImportRows *self, gint64 row, int field, const char *value);
/* A row that nothing hangs on. */
void mou_import_rows_remove (MouImportRows *self, gint64 row);
gboolean mou_import_rows_is_new (const MouImportRows *self, gint64 row);
/* The table has the row here: what is new is placed by it. To be told once of each row, when its group is known. */
void mou_import_rows_mention (MouImportRows *self, gint64 row);
/* Gives the new rows their places and takes the copy out; NULL with an error that names the row when the whole is not valid. */
MouRegister *mou_import_rows_finish (MouImportRows *self, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
