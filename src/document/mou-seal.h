/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-seal: the seals of what a register holds now, to match them with the code on a report. Pure. Callers: cli, ui. */
#pragma once

#include "mou-register.h"

G_BEGIN_DECLS

typedef struct {
  gint64 agreement;
  char *name; /* "กปน./2567" */
  char *seal; /* of the agreement's signed scope, as mou_canon_seal writes it */
} MouAgreementSeal;

void mou_agreement_seal_free (MouAgreementSeal *self);
/* MouAgreementSeal of every agreement, organisation by organisation. */
GPtrArray *mou_seal_list (MouRegister *rows) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
