/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-import: what a register would be after a file was brought in, whatever the file is: JSON, the data workbook, or a table of
 * indicators as CSV or in a workbook.
 *
 * Everything is parsed before anything is said: a file with any error imports nothing. The caller shows what would change
 * (mou_compare_registers) and makes the change (mou_document_import_rows). Callers: cli, ui. */
#pragma once

#include "mou-exchange-error.h"
#include "mou-register.h"

G_BEGIN_DECLS

typedef struct {
  MouRegister *rows; /* a copy of the register with the import; rows that were there keep their ids */
  char *remark;      /* how the file was understood, for people ("TIS-620, separated by ;"); NULL when that goes without saying */
} MouImport;

/* `agreement`: what a table is of that does not say so itself; 0 for none. The error begins with the path. */
MouImport *mou_import_load (const char *path, MouRegister *base, gint64 agreement, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void mou_import_free (MouImport *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MouImport, mou_import_free)

G_END_DECLS
