/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the files of mou-seal share. */
#pragma once

#include "mou-seal.h"

G_BEGIN_DECLS

/* Adds the seals of one agreement and of its evaluations. */
void _mou_seal_add_all (MouRegister *rows, gint64 agreement, GPtrArray *seals);
/* `agreement_hash` as in mou_canon_evaluation_text. */
MouSeal *_mou_seal_new_evaluation (MouRegister *rows, MouAgreement *agreement, const MouAssessment *assessment,
                                   const char *agreement_hash) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
