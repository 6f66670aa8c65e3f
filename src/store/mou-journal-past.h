/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-journal-past: the register as it was, entry by entry back from now. Nothing is written. Callers: mou-document's seals. */
#pragma once

#include "mou-journal.h"

G_BEGIN_DECLS

typedef struct {
  /* `rows` is about to take `change` (before: as it is, after: as it was). May be NULL. */
  void (*stepping) (MouRegister *rows, const MouChange *change, gpointer data);
  /* `rows` is now the register as it was before `undone`; borrowed. FALSE stops. */
  gboolean (*arrived) (MouRegister *rows, const MouJournalEntry *undone, gpointer data);
} MouPastVisitor;

/* From before the last entry down to after `until`; it does not arrive at the present. FALSE only with an error. */
gboolean mou_journal_visit_past (MouStore *store, gint64 until, const MouPastVisitor *visitor, gpointer data, GError **error);

G_END_DECLS
