/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the two files of mou-signing share. Callers: mou-signing*.c only. */
#pragma once

#include "mou-signing.h"

G_BEGIN_DECLS

/* "กปน. 2567", also of rows that have gone. */
char *_mou_signing_build_name (const MouRow *organisation, const MouRow *agreement) G_GNUC_WARN_UNUSED_RESULT;
/* The sentence that refuses a change of a row of `entity` in the agreement `name`; `indicator` is the code of the one it is of, or
 * NULL. */
char *_mou_signing_describe (const char *name, const char *indicator, MouEntity entity) G_GNUC_WARN_UNUSED_RESULT;
/* A locked agreement of the organisation; 0 when there is none. */
gint64 _mou_signing_find_locked (MouRegister *rows, gint64 organisation);

G_END_DECLS
