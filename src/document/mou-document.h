/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-document: the open register, as front ends see it.
 *
 * It owns a working copy and its store, hands out immutable snapshots and evaluations, and changes only through the verbs of
 * mou-document-edits. After every change it emits "changed" once. No SQL text here. Callers: cli, ui, tests. */
#pragma once

#include "mou-check.h"
#include "mou-engine.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* The one domain front ends see, whichever layer below found the fault; a cancelled operation stays G_IO_ERROR_CANCELLED. */
#define MOU_DOCUMENT_ERROR (mou_document_error_quark ())
GQuark mou_document_error_quark (void);
typedef enum {
  MOU_DOCUMENT_ERROR_REFUSED, /* the file: not ours, hostile, newer: see the message */
  MOU_DOCUMENT_ERROR_DAMAGED, /* the file is ours but not whole: mou_document_salvage may bring back what can be read */
  MOU_DOCUMENT_ERROR_CHANGED, /* the target changed on disk since it was opened */
  MOU_DOCUMENT_ERROR_INVALID, /* the value or the edit; nothing changed */
  MOU_DOCUMENT_ERROR_SYSTEM,  /* disk, permission */
} MouDocumentError;

#define MOU_TYPE_DOCUMENT (mou_document_get_type ())
G_DECLARE_FINAL_TYPE (MouDocument, mou_document, MOU, DOCUMENT, GObject)

/* Properties (read-only, notified): "path" (NULL before the first save), "modified", "undo-label", "redo-label" (NULL: cannot), "read-only" (constant).
 * Signals: "changed" (after each edit, undo, redo, import). */

/* `state_dir` NULL: the user's. `author` NULL: the user's real name. An empty register, shown as not modified. */
MouDocument *mou_document_new (const char *state_dir, const char *author, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* MOU_DOCUMENT_ERROR_REFUSED, _DAMAGED or _SYSTEM; the file is never written to. Somebody else having it open is no error: see find_holder. */
MouDocument *mou_document_open (const char *path, const char *state_dir, const char *author, GCancellable *cancellable, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* A register never saved, with the content and the history of the file at `path`: shown as modified. */
MouDocument *mou_document_open_copy (const char *path, const char *state_dir, const char *author, GCancellable *cancellable, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* From what a crash left: `folder` as MouAbandonedCopy names it. */
MouDocument *mou_document_recover (const char *folder, const char *author, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* MouAbandonedCopy of the store, re-exported for the front ends as a list of MouRecoverable. */
typedef struct { char *folder; char *target; char *modified; guint unsaved; } MouRecoverable;
void mou_recoverable_free (MouRecoverable *self);
GPtrArray *mou_document_list_recoverable (const char *state_dir) G_GNUC_WARN_UNUSED_RESULT;
/* Forgets one for good. */
gboolean mou_document_discard_recoverable (const char *folder, GError **error);
/* TRUE when a living process, this one included, has `path` open; *holder then says who (owned), for a sentence. */
gboolean mou_document_find_holder (const char *path, const char *state_dir, char **holder);

/* The same of the document's own file, the document itself not counted: whoever it is writes to the same file. */
gboolean mou_document_find_other_holder (MouDocument *self, char **holder);

/* How many entries the journal has, and how many of them the file has not. */
gint64 mou_document_get_n_entries (MouDocument *self);
guint mou_document_count_unsaved (MouDocument *self);

/* Why nothing of it can be changed or saved, as a sentence: a newer version wrote it. Every verb then fails with this sentence
 * (MOU_DOCUMENT_ERROR_REFUSED). NULL: it can. */
const char *mou_document_get_read_only_reason (MouDocument *self);

const char *mou_document_get_path (MouDocument *self);
gboolean mou_document_get_modified (MouDocument *self);
const char *mou_document_get_undo_label (MouDocument *self);
const char *mou_document_get_redo_label (MouDocument *self);

/* Publishes to the path it has (MOU_DOCUMENT_ERROR_INVALID when it has none), or to another, which it then has. `replace` agrees to
 * overwrite a target that changed since it was read (else MOU_DOCUMENT_ERROR_CHANGED); save_as always replaces: the front end
 * has asked. A failure before the new file has taken the target's place leaves the target as it was. One after that, when the
 * folder cannot be synced or the working copy cannot note it, leaves the new file there, whole; the document still counts as
 * modified, and saving again is the way on. */
gboolean mou_document_save (MouDocument *self, gboolean replace, GError **error);
gboolean mou_document_save_as (MouDocument *self, const char *path, GError **error);
/* The same in a thread; `path` NULL: where it was saved last. The document can be read and edited meanwhile (an edit waits while the
 * register is being read), but not closed or saved; what is edited meanwhile may or may not be in the file, and counts as unsaved. */
void mou_document_save_async (MouDocument *self, const char *path, gboolean replace, GAsyncReadyCallback callback, gpointer data);
gboolean mou_document_save_finish (MouDocument *self, GAsyncResult *result, GError **error);
gboolean mou_document_is_saving (MouDocument *self);
/* Why the last save could not keep what the file was before it (mou-document-backups.h), though it saved; NULL when it did or need
 * not. Borrowed until the next save. */
const char *mou_document_get_backup_problem (MouDocument *self);
/* Gives the working copy up, saved or not; the object is then dead: getters return NULL or 0, verbs must not be called. Dropping the last reference without closing
 * leaves an unsaved working copy to be recovered. */
void mou_document_close (MouDocument *self);

/* The rows; borrowed, read-only, changing with every verb. */
MouRegister *mou_document_get_register (MouDocument *self);
/* The agreement shown: the id of one in the register, 0 when there is none. Setting emits "changed". When it is deleted the newest
 * of the first organisation takes its place. */
gint64 mou_document_get_agreement_id (MouDocument *self);
void mou_document_set_agreement_id (MouDocument *self, gint64 agreement);
/* Ids (gint64) of all agreements, organisation by organisation, newest year first. */
GArray *mou_document_list_agreements (MouDocument *self) G_GNUC_WARN_UNUSED_RESULT;
/* Current snapshot and evaluation, borrowed until the next change and made when first asked after it; NULL when there is no
 * agreement. The evaluation is of the assessment chosen below. */
MouAgreement *mou_document_get_agreement (MouDocument *self);
MouEvaluation *mou_document_get_evaluation (MouDocument *self);
/* The assessment shown: the one that was set, else the last one; 0 when the agreement has none. Setting 0 means the last again,
 * and setting emits "changed". Showing another agreement forgets the choice. */
gint64 mou_document_get_assessment_id (MouDocument *self);
void mou_document_set_assessment_id (MouDocument *self, gint64 assessment);
/* MouFinding of the current agreement; borrowed until the next change; computed when first asked. */
GPtrArray *mou_document_get_findings (MouDocument *self);

G_END_DECLS
