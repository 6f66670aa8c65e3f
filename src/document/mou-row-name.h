/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-row-name: what people call a row: "1.1", "level 4 of 2.4", "party “นาย…”". For labels of edits and for the history.
 *
 * Words come from the entity and field tables, keys from the row, so a new entity needs nothing here. Pure; anyone may call. */
#pragma once

#include "mou-register.h"

G_BEGIN_DECLS

/* `gone` (id as gint64 * → MouRow; may be NULL) holds rows that are no longer in the register but may be referred to. */
char *mou_row_name (MouRegister *rows, GHashTable *gone, const MouRow *row) G_GNUC_WARN_UNUSED_RESULT;
/* The same without quoting the text of a row that has no key: "party", "checklist item of 2.1". */
char *mou_row_name_unquoted (MouRegister *rows, GHashTable *gone, const MouRow *row) G_GNUC_WARN_UNUSED_RESULT;
/* mou_row_name for an id; "?" when nobody knows the row. */
char *mou_row_name_by_id (MouRegister *rows, GHashTable *gone, gint64 id) G_GNUC_WARN_UNUSED_RESULT;

/* "กปน./2567": the agreement that the row is part of, or is; NULL when it is part of none. */
char *mou_row_dup_agreement_name (MouRegister *rows, GHashTable *gone, const MouRow *row) G_GNUC_WARN_UNUSED_RESULT;

/* At most `length` characters on one line, with "…" where it was cut. */
char *mou_text_dup_short (const char *text, int length) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
