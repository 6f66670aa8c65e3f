/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-document-salvage: what can still be read of a damaged register, as a new register, with a report of what is missing in words a
 * planner understands. Callers: cli, ui. */
#pragma once

#include "mou-document.h"

G_BEGIN_DECLS

typedef struct {
  char *kind; /* "Indicator" */
  guint kept; /* as they were */
  guint restored; /* from the history */
  guint lost;
} MouSalvageCount;

typedef struct {
  gboolean complete;  /* nothing is missing or doubtful, the history included */
  char *summary;      /* one sentence */
  GPtrArray *counts;  /* MouSalvageCount, of the kinds there are */
  char **losses;      /* a sentence each: "กปน./2567: Level of 2.4: 3 could not be read" */
  char **restorations; /* the same of what came back from the history: nothing to worry about, but good to know */
} MouSalvageReport;

void mou_salvage_report_free (MouSalvageReport *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MouSalvageReport, mou_salvage_report_free)
/* All of it as lines of text, to print or to copy. */
char *mou_salvage_report_dup_text (const MouSalvageReport *self) G_GNUC_WARN_UNUSED_RESULT;

/* A document that has no path and is shown as modified; the damaged file at `path` is only read. *report is owned, NULL on error:
 * MOU_DOCUMENT_ERROR_DAMAGED when nothing can be read, _REFUSED when the file is not ours. Runs in any thread. */
MouDocument *mou_document_salvage (const char *path, const char *state_dir, const char *author, GCancellable *cancellable,
                                   MouSalvageReport **report, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* The same of what a crash left; the folder stays as it is. */
MouDocument *mou_document_salvage_recoverable (const char *folder, const char *state_dir, const char *author, GCancellable *cancellable,
                                               MouSalvageReport **report, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
