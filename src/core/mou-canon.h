/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-canon: the canonical text of a register, an agreement or an evaluation, and its SHA-256.
 *
 * Two registers that say the same have the same text, whatever their ids, so the hash survives export and import. One line a
 * value, "path\tfield\tvalue" with \\, \t and \n escaped, in printed order. The seal is the first 20 characters of the hash in
 * base 32 (Crockford), in groups of five. Anyone may call. */
#pragma once

#include "mou-evaluation.h"
#include "mou-register.h"

G_BEGIN_DECLS

char *mou_canon_register_text (MouRegister *self) G_GNUC_WARN_UNUSED_RESULT;
/* The signed scope of one agreement: everything but its assessments, projects, status and the record of its signings; and what its
 * organisation is called. What is re-based is part of it. */
char *mou_canon_agreement_text (MouRegister *self, gint64 agreement) G_GNUC_WARN_UNUSED_RESULT;
/* Whether the signed scope takes in the rows of `entity`, wherever they hang. */
gboolean mou_canon_is_signed (MouEntity entity);
/* The same of one field of such a row. */
gboolean mou_canon_is_signed_field (MouEntity entity, int field);
/* An evaluation: "these results against these criteria give these scores". The agreement and the assessment by name, the hash of
 * the agreement's signed scope, the scale and both policies, everything that was reported, its narratives, comments and evidence
 * too since they are what a score was argued with, and the exact score of every indicator and of the total. Attachments are not
 * in it: the interchange has none. `evaluation` is of an agreement of `self` as it is now; without an assessment, or for a past year,
 * nothing is reported. `agreement_hash`: mou_canon_hash of the agreement's text where that is at hand, else NULL. */
char *mou_canon_evaluation_text (MouRegister *self, const MouEvaluation *evaluation,
                                 const char *agreement_hash) G_GNUC_WARN_UNUSED_RESULT;
/* 64 hexadecimal digits. */
char *mou_canon_hash (const char *text) G_GNUC_WARN_UNUSED_RESULT;
/* "7KQ2M-0ZC4T-…": 20 characters in four groups. */
char *mou_canon_seal (const char *text) G_GNUC_WARN_UNUSED_RESULT;
/* A seal as somebody typed or copied it: in any case, with or without hyphens and spaces, O for 0, I and L for 1. NULL when it
 * is none. */
char *mou_canon_parse_seal (const char *typed) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
