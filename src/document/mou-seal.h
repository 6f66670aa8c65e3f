/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-seal: the seals of what a register holds, to match them with the code on a report. Pure but for finding what a register
 * held once, which reads its history. Callers: cli, ui. */
#pragma once

#include "mou-document.h"

G_BEGIN_DECLS

/* Of an agreement's signed scope, or of one evaluation of it. */
typedef struct {
  gint64 agreement;
  gint64 assessment;     /* 0: the seal is the agreement's */
  char *name;            /* "กปน./2567" */
  char *assessment_name; /* NULL: the seal is the agreement's */
  char *seal;            /* as mou_canon_seal writes it */
} MouSeal;

void mou_seal_free (MouSeal *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MouSeal, mou_seal_free)

/* MouSeal of every agreement, organisation by organisation, each followed by those of its evaluations. */
GPtrArray *mou_seal_list (MouRegister *rows) G_GNUC_WARN_UNUSED_RESULT;
char *mou_seal_dup_agreement (MouRegister *rows, gint64 agreement) G_GNUC_WARN_UNUSED_RESULT;
/* NULL when `evaluation` is of no assessment of the register. */
char *mou_seal_dup_evaluation (MouRegister *rows, const MouEvaluation *evaluation) G_GNUC_WARN_UNUSED_RESULT;

typedef struct {
  MouSeal *seal;
  gboolean current;  /* it is the content as it stands; all that follows is then empty */
  gint64 entry;      /* the last journal entry at which it still was */
  char *at, *author; /* of that entry */
  char *changed_by;  /* label of the entry after it */
  MouRegister *rows; /* the register as it was then; NULL where only the record of a signature bears the seal */
  char *signed_on;   /* the day of the act that the seal is on record with; NULL for none */
} MouSealMatch;

void mou_seal_match_free (MouSealMatch *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MouSealMatch, mou_seal_match_free)

/* TRUE of the content as it stands, and of what was signed. */
gboolean mou_seal_match_is_good (const MouSealMatch *self);

/* *match: what carries, or carried, `seal`, the newest state first; NULL when nothing ever did. `rows` are the document's, or, where
 * `document` is NULL, those of a file without history. The past is replayed once, and only what an entry touched is sealed anew;
 * a history that takes minutes all the same is not searched to its beginning. FALSE with MOU_DOCUMENT_ERROR. */
gboolean mou_seal_find (MouRegister *rows, MouDocument *document, const char *seal, MouSealMatch **match, GError **error);
/* The same for a report that carries the codes `evaluation` and `agreement`, either of which may be NULL. An evaluation's code stands for
 * its agreement's too; *only_agreement: nothing carries the former, but the match the latter. */
gboolean mou_seal_find_report (MouRegister *rows, MouDocument *document, const char *evaluation, const char *agreement,
                               MouSealMatch **match, gboolean *only_agreement, GError **error);
/* A sentence without its subject: "carries the code of กปน./2567". */
char *mou_seal_match_describe (const MouSealMatch *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
