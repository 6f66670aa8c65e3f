/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-document-edits: the verbs: one function per user intention, each one undoable journal entry.
 *
 * All return FALSE with MOU_DOCUMENT_ERROR and change nothing when the value or the place is not right; texts are as typed (Thai
 * digits, commas). A verb that changes nothing succeeds without an entry. Callers: ui actions, cli commands. */
#pragma once

#include "mou-document.h"

G_BEGIN_DECLS

/* Any field of any row: what the inspector and `mou set` use. "" or NULL removes the value. The status "signed" is
 * mou_document_sign, today; what is signed is locked (mou-document-sign.h). */
gboolean mou_document_set_field (MouDocument *self, gint64 row, int field, const char *text, GError **error);

/* Cells; what may be typed is in mou-cell-text.h.
 * A level of an indicator, or of its measure (which is made when there is none): 1 .. the number of levels of the scale. A
 * number leaves the words beside it alone; an absent level has no row. */
gboolean mou_document_set_level (MouDocument *self, gint64 indicator, int level, const char *text, GError **error);
gboolean mou_document_set_measure_level (MouDocument *self, gint64 indicator, int level, const char *text, GError **error);
/* The text says all about the cell: without "*" the result is not provisional, without "^1" it has no footnote. */
gboolean mou_document_set_history (MouDocument *self, gint64 indicator, int year, const char *text, GError **error);

/* The actual value of an indicator in an assessment; refused for a group.
 *   a number                   the value; for a judged indicator the level picked (within the scale), for a score its points
 *                              (within the scale). Takes away any state and reason; the level picked for a worded top level stays.
 *   "-"                        state not-reported; value and level go
 *   "N/A"                      state pending; value and level go
 *   "not applicable: REASON"   state not-applicable with its reason; value and level go (Thai: "ไม่เกี่ยวข้อง: เหตุผล")
 *   ""                         value, level, state and reason go; the result row too when nothing else is in it
 * In a back-test the actuals are the history of its year: there this changes that history of the indicator (number, "-", "N/A" or
 * ""; a footnote mark that stands there stays), and so every assessment and form that shows it. */
gboolean mou_document_set_actual (MouDocument *self, gint64 assessment, gint64 indicator, const char *text, GError **error);
/* The verbs below are refused in a back-test, but for texts. `state`: a key of MOU_RESULT_STATE, which takes the place of value and
 * level; NULL or "": none. */
gboolean mou_document_set_result_state (MouDocument *self, gint64 assessment, gint64 indicator, const char *state, const char *reason, GError **error);
/* The value of a variable; how far a gate or an item is fulfilled, 0 to 1. "" removes. */
gboolean mou_document_set_result_variable (MouDocument *self, gint64 assessment, gint64 variable, const char *text, GError **error);
gboolean mou_document_set_result_gate (MouDocument *self, gint64 assessment, gint64 gate, const char *text, GError **error);
gboolean mou_document_set_result_item (MouDocument *self, gint64 assessment, gint64 item, const char *text, GError **error);
/* A text of the result: MOU_RESULT_NARRATIVE and so on. */
gboolean mou_document_set_result_text (MouDocument *self, gint64 assessment, gint64 indicator, int field, const char *text, GError **error);

/* Rows. `*row` (may be NULL) receives the new id, 0 on error. */
/* Behind `after`, or as its last child; `after` 0: as the last of the shown agreement's roots. It has the next free code and the
 * kind and decimals of the sibling before it (linear when there is none). What receives a child becomes a group, in the same
 * entry, and keeps its levels. */
gboolean mou_document_add_indicator (MouDocument *self, gint64 after, gboolean as_child, gint64 *row, GError **error);
/* `values` as typed, indexed by the entity's field enum; NULL: all absent. It comes last among its siblings. */
gboolean mou_document_add_row (MouDocument *self, MouEntity entity, gint64 parent, const char *const *values, gint64 *row, GError **error);
/* With everything below, and whatever refers to it. */
gboolean mou_document_delete_row (MouDocument *self, gint64 row, GError **error);
gboolean mou_document_delete_rows (MouDocument *self, const gint64 *rows, guint n_rows, GError **error);
/* By `places` among the rows of its entity beside it (negative: up), no further than to an end; not for indicators. */
gboolean mou_document_move_row (MouDocument *self, gint64 row, int places, GError **error);
/* By `places` among its siblings (negative: up), no further than to an end. Codes stay as they are. */
gboolean mou_document_move_indicator (MouDocument *self, gint64 row, int places, GError **error);
/* Under the sibling before it, as its last child; or out, behind the group it was in. Codes stay as they are. */
gboolean mou_document_indent_indicator (MouDocument *self, gint64 row, gboolean outdent, GError **error);
/* Gives every indicator of the shown agreement the code of its position: "1", "1.1", "1.1.1". */
gboolean mou_document_renumber (MouDocument *self, GError **error);
/* The levels that level 3 and the interval notation imply (of the measure, when only that has a notation); five-level scales. */
gboolean mou_document_generate_levels (MouDocument *self, gint64 indicator, GError **error);
gboolean mou_document_apply_fix (MouDocument *self, const MouFix *fix, GError **error);

/* Several cells as one entry (paste, fill down, clear): all or nothing. */
typedef enum { MOU_CELL_FIELD, MOU_CELL_LEVEL, MOU_CELL_HISTORY, MOU_CELL_ACTUAL } MouCellKind;
typedef struct {
  MouCellKind kind;
  gint64 row;        /* the indicator */
  int index;         /* field of the indicator, level number, or year */
  gint64 assessment; /* ACTUAL */
  const char *text;
} MouCellEdit;
/* `label` NULL: "Change 12 cells". On failure `*failed` (may be NULL) is the index of the first cell that was refused, n_cells when
 * it was all of them together (two equal codes). */
gboolean mou_document_set_cells (MouDocument *self, const char *label, const MouCellEdit *cells, guint n_cells, guint *failed, GError **error);

/* Agreements; the new one, or the new assessment, is shown from then on. */
/* The organisation is the one with that abbreviation, or a new one. A draft on the five-level scale. */
gboolean mou_document_new_agreement (MouDocument *self, const char *organisation, const char *abbreviation, int fiscal_year, gint64 *row, GError **error);
/* Next year's draft from this one: parties, missions, terms, notes and indicators with levels as re-based in the end, gates, items,
 * variables and texts. Of the history the last four years stay, and the closing year enters it from the last full-year
 * assessment, the committee's before the enterprise's own: numbers marked provisional, blank where there is none. Assessments,
 * re-bases and projects stay behind; texts other than the title are not touched. */
gboolean mou_document_new_year (MouDocument *self, gint64 agreement, gint64 *row, GError **error);
/* Of the shown agreement; keys of MOU_ASSESSMENT_KIND and _PERIOD. A back-test is of the year before the agreement's. */
gboolean mou_document_add_assessment (MouDocument *self, const char *name, const char *kind, const char *period, gint64 *row, GError **error);

/* Everything in `incoming` that differs (mou_register_difference; nothing is deleted), as one entry; *n_changes may be NULL. `source`,
 * a path or a name, is told in the label by its last part. */
gboolean mou_document_import (MouDocument *self, MouRegister *incoming, const char *source, guint *n_changes, GError **error);
/* The same where the import has been carried out in `after`, a copy of the document's register: rows are the same by their ids, and
 * what the copy has no more is deleted. */
gboolean mou_document_import_rows (MouDocument *self, MouRegister *after, const char *source, guint *n_changes, GError **error);

/* MOU_DOCUMENT_ERROR_INVALID when there is nothing to undo or redo. */
gboolean mou_document_undo (MouDocument *self, GError **error);
gboolean mou_document_redo (MouDocument *self, GError **error);

/* Back to what the file held when it was last read or saved, as one entry: undo brings the work back, and the history keeps it. The
 * document is then no longer modified. MOU_DOCUMENT_ERROR_INVALID when it was never saved. */
gboolean mou_document_revert (MouDocument *self, GError **error);

G_END_DECLS
