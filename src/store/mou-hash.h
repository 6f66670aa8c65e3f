/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-hash: SHA-256 over a sequence of texts and numbers, each written as "length:bytes" ("-" when absent), so that no two
 * sequences have the same bytes. Callers: mou-journal-rows, mou-journal-chain, mou-content. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _MouHash MouHash;

MouHash *mou_hash_new (void) G_GNUC_WARN_UNUSED_RESULT;
void mou_hash_free (MouHash *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MouHash, mou_hash_free)

void mou_hash_add_text (MouHash *self, const char *text);
void mou_hash_add_integer (MouHash *self, gint64 value);
/* 64 hexadecimal digits; nothing can be added afterwards. */
char *mou_hash_finish (MouHash *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
