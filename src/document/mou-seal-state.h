/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-seal-state: whether a signed agreement still is what was signed.
 *
 * The last act on record (mou-signing.h) bears the seal of what then held. The program changes a signed agreement only by a further
 * act, so a seal that no longer fits tells of another program, or of one that did not know the record; the history then says which
 * entry it was. Callers: cli, ui. */
#pragma once

#include "mou-document.h"

G_BEGIN_DECLS

typedef enum {
  MOU_SEAL_NOT_SIGNED,
  MOU_SEAL_INTACT,
  MOU_SEAL_AMENDED,        /* the same but for re-bases, each of them on record */
  MOU_SEAL_BROKEN,         /* something else than what the last act sealed */
  MOU_SEAL_REOPENED,       /* not signed any more, and on record */
  MOU_SEAL_WITHOUT_RECORD, /* signed before there was a record, or elsewhere */
} MouSealStateKind;

typedef struct {
  MouSealStateKind kind;
  char *seal;       /* of the last act; WITHOUT_RECORD: of what the history says was signed; NULL when there is neither */
  char *date, *by;  /* of the last act; each may be NULL */
  char *reason;     /* REOPENED */
  guint n_rebases;  /* AMENDED: acts since the signature */
  gboolean changed; /* it is not what was signed; TRUE for BROKEN, perhaps for WITHOUT_RECORD */
  gint64 entry;     /* where `changed`: the journal entry since which it is not; 0 when the history does not say */
  char *at, *author, *label; /* of that entry */
} MouSealState;

void mou_seal_state_free (MouSealState *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MouSealState, mou_seal_state_free)

/* `document` NULL: `rows` are of a file without history. */
MouSealState *mou_seal_state_new (MouRegister *rows, MouDocument *document, gint64 agreement) G_GNUC_WARN_UNUSED_RESULT;
/* Borrowed until the next change, and kept over changes that cannot touch it: cheap to ask for after every one. */
const MouSealState *mou_document_get_seal_state (MouDocument *self, gint64 agreement);

/* "intact ✓": a word or two, for where there is little room. */
char *mou_seal_state_dup_word (const MouSealState *self) G_GNUC_WARN_UNUSED_RESULT;
/* A clause that says all of it. */
char *mou_seal_state_describe (const MouSealState *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
