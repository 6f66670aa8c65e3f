/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-document-sign: the verbs that lock an agreement, open it again, and move a level of a locked one.
 *
 * Each appends an act with the seal of what then holds (mou-signing.h has the rules, which every edit obeys). All return FALSE with
 * MOU_DOCUMENT_ERROR and change nothing when something is not right. Callers: ui actions, cli commands. */
#pragma once

#include "mou-document.h"

G_BEGIN_DECLS

/* What speaks against signing: MouFinding, the errors in what is signed (weights that do not sum up, contradictory levels); those of
 * results do not count. */
GPtrArray *mou_document_list_sign_errors (MouDocument *self, gint64 agreement) G_GNUC_WARN_UNUSED_RESULT;
/* Status "signed". `date` as typed, NULL or "": today; `by` may be NULL. Refused while there are errors as above, unless
 * `despite_errors`: a paper that was signed with them is recorded as it is. */
gboolean mou_document_sign (MouDocument *self, gint64 agreement, const char *date, const char *by, gboolean despite_errors,
                            GError **error);
/* Back to "draft", today; `reason` must say something. */
gboolean mou_document_reopen (MouDocument *self, gint64 agreement, const char *reason, const char *by, GError **error);

/* Level 3 of the indicator as it is in force now (of its measure, where it has one), the start of a re-base; NULL when that is no
 * number. */
char *mou_document_dup_rebase_start (MouDocument *self, gint64 indicator) G_GNUC_WARN_UNUSED_RESULT;
/* Moves level 3, and with it all others, to `to`. `approved_by` may be NULL; `date` NULL or "": today. Of an agreement that is not
 * signed yet the same, without an act. */
gboolean mou_document_rebase (MouDocument *self, gint64 indicator, const char *to, const char *reason, const char *approved_by,
                              const char *date, GError **error);

G_END_DECLS
