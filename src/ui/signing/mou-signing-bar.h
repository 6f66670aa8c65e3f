/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-signing-bar: says whether the agreement is signed, when and by whom, and offers what can be done about it.
 *
 * Over the page of the agreement it is always there; with "of-indicator", in the inspector, only while the agreement is locked, and
 * offers the re-base. Callers: mou-agreement-page, mou-inspector. */
#pragma once

#include "mou-seal-state.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define MOU_TYPE_SIGNING_BAR (mou_signing_bar_get_type ())
G_DECLARE_FINAL_TYPE (MouSigningBar, mou_signing_bar, MOU, SIGNING_BAR, AdwBin)

/* `indicator` 0: none. */
void mou_signing_bar_show (MouSigningBar *self, MouDocument *document, gint64 indicator, gboolean thai_digits);

/* "Signed on 28 September 2023": the state of an agreement in a few words. */
char *mou_signing_dup_state (MouRegister *rows, gint64 agreement, gboolean thai_digits) G_GNUC_WARN_UNUSED_RESULT;
/* mou_seal_state_describe () with its days and times as people read them. */
char *mou_signing_describe_seal (const MouSealState *state, gboolean thai_digits) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
