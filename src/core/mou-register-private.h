/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the files of mou-register share with the rest of core. Nobody outside core includes this. */
#pragma once

#include "mou-register.h"

G_BEGIN_DECLS

#define MOU_ROW_MAX_ID ((G_GINT64_CONSTANT (1) << 53) - 1)
#define MOU_INDICATOR_MAX_DEPTH 32

/* The rows of any entity with a REFERENCE field that holds `target`, in order; borrowed, never NULL. */
GPtrArray *_mou_register_get_referrers (MouRegister *self, gint64 target);
/* As mou_register_list_group; borrowed, never NULL. */
GPtrArray *_mou_register_get_group (MouRegister *self, gint64 agreement, gint64 group);
/* Every row, even where its parent is missing (MouRow, borrowed): by entity, then as among siblings. */
GPtrArray *_mou_register_list_all (MouRegister *self) G_GNUC_WARN_UNUSED_RESULT;
/* Its place for people, outermost first: "Agreement “2567”, Indicator “2.4”, Level “4”". */
char *_mou_register_describe (MouRegister *self, const MouRow *row) G_GNUC_WARN_UNUSED_RESULT;
/* TRUE where the place of a row among its siblings says something: FALSE where numbers, years or targets already order them. */
gboolean _mou_entity_is_ordered (MouEntity entity);
G_END_DECLS
