/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-cli-open: the FILE of a command: a register (.mou) or, to read from, an agreement as JSON (.json).
 *
 * A JSON file never becomes a document: neither SQLite nor a working copy is touched for it. */
#pragma once

#include "mou-cli-exit.h"
#include "mou-document.h"

G_BEGIN_DECLS

typedef struct {
  char *path;
  MouDocument *document;   /* NULL for JSON */
  MouRegister *parsed;     /* NULL for a register */
  MouRegister *rows;       /* borrowed: of whichever there is */
  gint64 agreement_id;     /* 0 until one is chosen */
  MouAgreement *agreement; /* snapshot of the chosen one */
} MouCliSource;

/* FALSE for a name that ends in .json: such a file is never written to. */
gboolean mou_cli_check_register_name (const char *path, GError **error);
/* To read; any file that is not .json is taken for a register. */
gboolean mou_cli_source_open (MouCliSource *self, const char *path, GError **error);
/* To change: a .json is refused. */
gboolean mou_cli_source_open_register (MouCliSource *self, const char *path, GError **error);
/* The agreement called `name`, "กปน./2567"; NULL: the only one. */
gboolean mou_cli_source_choose (MouCliSource *self, const char *name, GError **error);
/* After a change succeeded or not: saves the register when there is something to save. Passes `success` on. */
gboolean mou_cli_source_save (MouCliSource *self, gboolean success, GError **error);
/* Gives the working copy up. */
void mou_cli_source_close (MouCliSource *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MouCliSource, mou_cli_source_close)

/* "กปน./2567". */
char *mou_cli_source_dup_name (MouCliSource *self, gint64 agreement) G_GNUC_WARN_UNUSED_RESULT;
/* Ids (gint64) of all agreements. */
GArray *mou_cli_source_list_agreements (MouCliSource *self) G_GNUC_WARN_UNUSED_RESULT;
/* The assessment called `name`, NULL: the last one, which may be none: then *assessment is NULL. */
gboolean mou_cli_source_find_assessment (MouCliSource *self, const char *name, const MouAssessment **assessment, GError **error);

G_END_DECLS
