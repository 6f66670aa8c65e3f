/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-canon: the canonical text of a register, an agreement or an evaluation, and its SHA-256.
 *
 * Two registers that say the same have the same text, whatever their ids, so the hash survives export and import. One line a
 * value, "path\tfield\tvalue" with \\, \t and \n escaped, in printed order. The seal is the first 20 characters of the hash in
 * base 32 (Crockford), in groups of five. Anyone may call. */
#pragma once

#include "mou-agreement.h"
#include "mou-register.h"

G_BEGIN_DECLS

char *mou_canon_register_text (MouRegister *self) G_GNUC_WARN_UNUSED_RESULT;
/* The signed scope of one agreement: everything but its assessments, projects, status and the record of its signings; and what its
 * organisation is called. */
char *mou_canon_agreement_text (MouRegister *self, gint64 agreement) G_GNUC_WARN_UNUSED_RESULT;
/* Whether the signed scope takes in the rows of `entity`, wherever they hang. */
gboolean mou_canon_is_signed (MouEntity entity);
/* The same of one field of such a row. */
gboolean mou_canon_is_signed_field (MouEntity entity, int field);
/* 64 hexadecimal digits. */
char *mou_canon_hash (const char *text) G_GNUC_WARN_UNUSED_RESULT;
/* "7KQ2M-0ZC4T-…": 20 characters in four groups. */
char *mou_canon_seal (const char *text) G_GNUC_WARN_UNUSED_RESULT;
/* A seal as somebody typed or copied it: in any case, with or without hyphens and spaces, O for 0, I and L for 1. NULL when it
 * is none. */
char *mou_canon_parse_seal (const char *typed) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
