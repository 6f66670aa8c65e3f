/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-salvage: what can still be read of a damaged register, in a new one, with a note of everything that is missing or doubtful.
 *
 * The damaged file is copied before anything else, and only the copy is looked into. Rows are taken from the tables as far as those can
 * be read, and from the history as far as its hash chain holds; what cannot stand without what is lost is left out. The new register
 * is made by the ordinary store and passes intake. Nothing of a foreign structure is ever used. Callers: mou-document, tests. */
#pragma once

#include "mou-store.h"

G_BEGIN_DECLS

typedef enum {
  MOU_SALVAGE_UNREADABLE,     /* `count` rows of `entity` below `parent` (0: not known of what) could not be read; 0: how many is not known */
  MOU_SALVAGE_DROPPED,        /* `row` was read, but cannot stand: `reason` */
  MOU_SALVAGE_ORPHANED,       /* `count` rows of `entity` were read, but `parent`, to which they belong, is lost */
  MOU_SALVAGE_CLEARED,        /* `field` of `row` made no sense, and is now absent */
  MOU_SALVAGE_RESTORED,       /* `count` rows of `entity` below `parent` came back from the history */
  MOU_SALVAGE_RESTORED_VALUE, /* `field` (-1: its place) of `row` is what the history says; in the table it was `reason` (NULL: unreadable) */
  MOU_SALVAGE_ATTACHMENTS,    /* `count` attached files (0: not known) were not readable, or no longer what was attached */
  MOU_SALVAGE_UNPROVEN,       /* nothing proves that the values are those that were saved */
} MouSalvageNoteKind;

typedef struct {
  MouSalvageNoteKind kind;
  MouEntity entity;
  gint64 parent;
  guint count;
  MouRow *row;
  int field;
  char *reason;
} MouSalvageNote;

typedef struct {
  guint kept[MOU_N_ENTITIES]; /* read as they were */
  guint restored[MOU_N_ENTITIES];
  guint lost[MOU_N_ENTITIES]; /* known to be missing */
  gint64 n_entries;           /* of the history that are in the new register */
  gboolean history_whole;     /* and there were no others */
  GPtrArray *notes;           /* MouSalvageNote, by entity */
  GHashTable *gone;           /* id (gint64 *) → MouRow: rows that are not in the new register, to name them by */
} MouSalvage;

void mou_salvage_free (MouSalvage *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MouSalvage, mou_salvage_free)
/* TRUE when nothing is missing or doubtful, the history included. */
gboolean mou_salvage_is_complete (const MouSalvage *self);

/* A new register at `into`, which must not exist (and does not when this fails). What is not as the history leaves it is one entry
 * with `author` and `label`. MOU_STORE_ERROR_DAMAGED when nothing can be read, _REFUSED when the file is not ours or hostile, _NEWER. */
MouSalvage *mou_salvage_run (const char *source, const char *into, const char *author, const char *label, GCancellable *cancellable,
                             GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
