/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-document-private: what the files of the document share: its state, and the one frame every verb stands in.
 *
 * A verb checks its place, begins an edit with the label people read, makes its operations, and finishes:
 *
 *   g_autoptr (MouEdit) edit = _mou_document_begin (self, MOU_ENTRY_EDIT, error, _("Delete %s"), name);
 *   gboolean done = edit != NULL && mou_edit_delete (edit, row, error);
 *   return _mou_document_finish (self, &edit, done, error);
 *
 * Operations show in the register at once; a failure takes all of them out again. Rows are borrowed from the register, and one
 * that an operation replaces is gone: read what is needed of it before. */
#pragma once

#include "mou-document.h"

#include "mou-journal.h"
#include "mou-working-copy.h"

G_BEGIN_DECLS

struct _MouDocument
{
  GObject parent_instance;

  char *author;
  MouWorkingCopy *working_copy; /* NULL once closed */
  MouStore *store;              /* NULL once closed */
  MouRegister *rows;            /* borrowed from the store */

  gint64 agreement; /* shown; 0: none */
  gint64 assessment; /* shown; 0: the last one */

  /* Made when asked, dropped by every change. */
  MouAgreement *snapshot;
  MouEvaluation *evaluation;
  GPtrArray *findings;

  GHashTable *seal_states; /* of mou-seal-state, which knows how long each holds; NULL until somebody asks */

  /* What the properties said last. */
  char *path;
  char *undo_label;
  char *redo_label;
  gboolean modified;
  char *read_only_reason; /* NULL: it may be changed */

  gint64 reverted_entry;   /* the entry whose content is the saved file's again; 0: none */
  char written_sha256[65]; /* of the file as this document wrote it last; "": it has not */
  char *backup_problem;    /* of the last save; NULL: none */
  gboolean saving;         /* in a thread, which uses the store */
};

/* The frame of a verb. `format` is the entry's label. */
MouEdit *_mou_document_begin (MouDocument *self, MouEntryKind kind, GError **error, const char *format, ...)
    G_GNUC_PRINTF (4, 5) G_GNUC_WARN_UNUSED_RESULT;
/* Consumes *edit: commits when `done`, and then tells everybody; else rolls back and returns FALSE with the error that there is. */
gboolean _mou_document_finish (MouDocument *self, MouEdit **edit, gboolean done, GError **error);
/* The same, and shows `agreement` from then on. */
gboolean _mou_document_finish_showing (MouDocument *self, MouEdit **edit, gboolean done, gint64 agreement, GError **error);

/* One entry after which the rows are those of `content`, ids and places included. */
gboolean _mou_document_become (MouDocument *self, MouRegister *content, MouEntryKind kind, const char *label, GError **error);
/* Keeps what `target` is before it is replaced. A full home directory must keep nobody from saving, so a failure is only noted in
 * backup_problem. */
void _mou_document_back_up (MouDocument *self, const char *target);

/* Both return FALSE. The first sets MOU_DOCUMENT_ERROR_INVALID, the second brings an error of a lower layer into our domain. */
gboolean _mou_document_refuse (GError **error, const char *format, ...) G_GNUC_PRINTF (2, 3);
gboolean _mou_document_adopt_error (GError **error);

/* Borrowed; NULL with an error when there is no such row. */
MouRow *_mou_document_find_row (MouDocument *self, gint64 id, MouEntity entity, GError **error);
MouRow *_mou_document_find_any (MouDocument *self, gint64 id, GError **error);
/* Children that may change while they are walked: a new array with references. */
GPtrArray *_mou_document_list_children (MouDocument *self, gint64 parent, MouEntity entity) G_GNUC_WARN_UNUSED_RESULT;
/* The rows have changed: drops what was made of them, mends what is shown, notifies, and emits "changed". */
void _mou_document_refresh (MouDocument *self);
/* The store on what is known of a file of a newer version. */
MouStore *_mou_document_open_newer (const char *path, const char *copy, MouFileIdentity *identity, GCancellable *cancellable,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* The file at `path` is of a newer version. */
void _mou_document_make_read_only (MouDocument *self, const char *path);
/* FALSE with the reason: asked first by everything that changes rows or writes the file. */
gboolean _mou_document_check_writable (MouDocument *self, GError **error);
/* What `author` NULL stands for. */
char *_mou_document_dup_author (const char *author) G_GNUC_WARN_UNUSED_RESULT;
/* A document over both, which it takes. */
MouDocument *_mou_document_make (MouWorkingCopy *working_copy, MouStore *store, const char *author) G_GNUC_WARN_UNUSED_RESULT;
/* Lets the store and the working copy go; `discard` forgets the copy for good. */
void _mou_document_release (MouDocument *self, gboolean discard);
/* Only the properties. */
void _mou_document_notify_state (MouDocument *self);

/* An id as a REFERENCE field stores it. */
char *_mou_id_text (gint64 id) G_GNUC_WARN_UNUSED_RESULT;

/* An ordinal for a row that shall stand at `index` among `siblings` (MouRow, in order, without the row itself). Leaves gaps; only
 * where one is used up are the siblings numbered anew. */
gboolean _mou_document_make_room (MouEdit *edit, GPtrArray *siblings, guint index, gint64 *ordinal, GError **error);
/* The same for a row among the children of `parent` that are ordered by a whole number in `field`: levels, years. */
gboolean _mou_document_make_room_for_number (MouDocument *self, MouEdit *edit, gint64 parent, MouEntity entity, int field, int number,
                                             gint64 *ordinal, GError **error);

/* Operations that several verbs share. */
gboolean _mou_document_put_field (MouDocument *self, MouEdit *edit, const MouRow *row, int field, const char *text, GError **error);
/* `keep_marks`: what is typed says nothing about the footnote, so the one that stands there stays. */
gboolean _mou_document_put_history (MouDocument *self, MouEdit *edit, const MouRow *indicator, int year, const char *text,
                                    gboolean keep_marks, GError **error);
gboolean _mou_document_put_actual (MouDocument *self, MouEdit *edit, const MouRow *assessment, const MouRow *indicator, const char *text,
                                   GError **error);
/* The verb of one field, whichever it is. */
gboolean _mou_document_set_any_field (MouDocument *self, const MouRow *row, int field, const char *text, GError **error);
/* The verb of an agreement's status: see mou-document-sign.h for what it leads to. */
gboolean _mou_document_set_status (MouDocument *self, const MouRow *agreement, const char *text, GError **error);
/* The scale of the agreement that the row is a child of. */
const MouScale *_mou_document_get_scale (MouDocument *self, const MouRow *row);
gboolean _mou_document_check_year_free (MouDocument *self, gint64 organisation, int fiscal_year, GError **error);
/* Makes an indicator that receives a first child a group. */
gboolean _mou_document_make_group (MouDocument *self, MouEdit *edit, gint64 indicator, GError **error);

G_END_DECLS
