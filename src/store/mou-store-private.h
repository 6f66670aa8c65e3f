/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the files of store share about an open store; nobody else includes this. */
#pragma once

#include "mou-edit.h"
#include "mou-table.h"
#include "mou-undo-state.h"

G_BEGIN_DECLS

struct _MouStore
{
  GRecMutex lock; /* held by an edit or a walk through the journal while it lasts, and by a save while it reads */
  MouSqlite *db;
  MouTables *tables;
  MouRegister *reg;
  MouUndoState *undo;
  gint64 entry;     /* the last */
  char *hash;       /* its hash: the head of the chain */
  gboolean editing; /* one edit at a time */
  gboolean failed;  /* a commit ended so that file and memory may differ: nothing more is written */
};

/* Opens a working copy whose rows are known to be `rows`, which it takes over. */
MouStore *mou_store_open_with (const char *path, MouRegister *rows, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Undo and redo: an edit whose journal entry names the entry `undoes`. */
MouEdit *mou_edit_begin_again (MouStore *store, MouEntryKind kind, gint64 undoes, const char *author, const char *label, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
