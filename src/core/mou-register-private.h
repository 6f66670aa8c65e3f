/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the files of mou-register share. Callers: mou-register*.c only. */
#pragma once

#include "mou-register.h"

G_BEGIN_DECLS

#define MOU_ROW_MAX_ID ((G_GINT64_CONSTANT (1) << 53) - 1)
#define MOU_INDICATOR_MAX_DEPTH 32

/* The rows of any entity with a REFERENCE field that holds `target`, in order; borrowed, never NULL. */
GPtrArray *_mou_register_get_referrers (MouRegister *self, gint64 target);
/* All ids in no particular order (gint64 pointers into the rows). */
void _mou_register_foreach (MouRegister *self, GFunc function, gpointer data);
/* Its place for people, outermost first: "Agreement “2567”, Indicator “2.4”, Level “4”". */
char *_mou_register_describe (MouRegister *self, const MouRow *row) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
