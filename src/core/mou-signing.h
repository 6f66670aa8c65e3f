/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-signing: a signed agreement is locked (DESIGN section 5).
 *
 * Locked is what mou-canon calls the signed scope, while the status is signed or evaluated. It changes only by an act that stands
 * in the record (MOU_ENTITY_SIGNING) with the seal of what then holds: a signature, a re-base, a reopening. So of a locked
 * agreement with a record, the last act's seal is always that of its content. One that was signed before there was a record, by
 * version 1 of the file or on import, is locked as well; its first re-base gives it a seal. Pure. Anyone may call. */
#pragma once

#include "mou-register.h"

G_BEGIN_DECLS

gboolean mou_signing_is_locked (MouRegister *rows, gint64 agreement);
/* TRUE of the statuses that lock: "signed", "evaluated". */
gboolean mou_signing_is_locking (const char *status);
/* The last act on record (an MOU_ENTITY_SIGNING row, borrowed); NULL when there is none. */
const MouRow *mou_signing_get_last (MouRegister *rows, gint64 agreement);
/* The seal of the agreement as it is now. */
char *mou_signing_dup_seal (MouRegister *rows, gint64 agreement) G_GNUC_WARN_UNUSED_RESULT;
/* "กปน. 2567" */
char *mou_signing_dup_name (MouRegister *rows, gint64 agreement) G_GNUC_WARN_UNUSED_RESULT;

/* Why a field of `entity` may not be changed, as a sentence that says what to do instead; NULL when it may. `row` is such a row, or
 * what it hangs on where there is none yet: the indicator of a level. `field` -1: the row as a whole, its coming and going. */
char *mou_signing_dup_reason (MouRegister *rows, gint64 row, MouEntity entity, int field) G_GNUC_WARN_UNUSED_RESULT;

/* FALSE when `changes` (MouChange), which have just been applied to `rows`, do to a locked agreement what needs an act and has none:
 *
 *   its signed scope      changes by re-bases that are added with an act "rebased"; or whole, reopened and signed anew at once
 *   its status            leaves signed and evaluated with an act "reopened", whose reason mou_register_validate asks for
 *   the agreement         is not deleted
 *   acts                  are never changed or removed, of whatever agreement
 *   becoming locked       the last act, where there is any, bears the seal of the content
 *
 * and TRUE for all else: results, projects, signed to evaluated and back, an agreement that comes in as a whole. With `undoing`,
 * what was added in one piece may go again: an agreement that came signed, a re-base with its act, a reopening, as long as the act
 * that is then the last bears the seal of the content. A signature stays: undoing it would unlock without a reason. */
gboolean mou_signing_check_changes (MouRegister *rows, GPtrArray *changes, gboolean undoing, GError **error);

G_END_DECLS
