/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-document-edits: the verbs: one function per user intention, each one undoable journal entry.
 *
 * All return FALSE with MOU_DOCUMENT_ERROR and change nothing when the value or the place is not right; texts are as typed (Thai
 * digits, commas). A verb that changes nothing succeeds without an entry. Callers: ui actions, cli commands. */
#pragma once

#include "mou-document.h"

G_BEGIN_DECLS

/* Any field of any row: what the inspector and `mou set` use. */
gboolean mou_document_set_field (MouDocument *self, gint64 row, int field, const char *text, GError **error);

/* A level as a planner types it: "96.0", "<96", "-" or "" for absent, other text for a worded level. */
gboolean mou_document_set_level (MouDocument *self, gint64 indicator, int level, const char *text, GError **error);
gboolean mou_document_set_measure_level (MouDocument *self, gint64 indicator, int level, const char *text, GError **error);
/* "27.12", "-", "N/A", "" removes; a trailing "*" marks it provisional. */
gboolean mou_document_set_history (MouDocument *self, gint64 indicator, int year, const char *text, GError **error);
/* The actual value of an indicator in an assessment: a number; "" not reported; "N/A" pending; "n/a: reason"… see the .c. For judged kinds: the level. */
gboolean mou_document_set_actual (MouDocument *self, gint64 assessment, gint64 indicator, const char *text, GError **error);
gboolean mou_document_set_result_state (MouDocument *self, gint64 assessment, gint64 indicator, const char *state, const char *reason, GError **error);
gboolean mou_document_set_result_variable (MouDocument *self, gint64 assessment, gint64 variable, const char *text, GError **error);
gboolean mou_document_set_result_gate (MouDocument *self, gint64 assessment, gint64 gate, const char *text, GError **error);
gboolean mou_document_set_result_item (MouDocument *self, gint64 assessment, gint64 item, const char *text, GError **error);
/* A text of the result: MOU_RESULT_NARRATIVE and so on. */
gboolean mou_document_set_result_text (MouDocument *self, gint64 assessment, gint64 indicator, int field, const char *text, GError **error);

/* Rows. `*row` (may be NULL) receives the new id. */
gboolean mou_document_add_indicator (MouDocument *self, gint64 after, gboolean as_child, gint64 *row, GError **error); /* after 0: a first one */
gboolean mou_document_add_row (MouDocument *self, MouEntity entity, gint64 parent, const char *const *values, gint64 *row, GError **error);
gboolean mou_document_delete_row (MouDocument *self, gint64 row, GError **error);
gboolean mou_document_delete_rows (MouDocument *self, const gint64 *rows, guint n_rows, GError **error);
gboolean mou_document_move_indicator (MouDocument *self, gint64 row, int places, GError **error); /* among its siblings */
gboolean mou_document_indent_indicator (MouDocument *self, gint64 row, gboolean outdent, GError **error);
gboolean mou_document_generate_levels (MouDocument *self, gint64 indicator, GError **error); /* from level 3 and notation */
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
/* On failure `*failed` (may be NULL) is the index of the first cell that was refused. */
gboolean mou_document_set_cells (MouDocument *self, const char *label, const MouCellEdit *cells, guint n_cells, guint *failed, GError **error);

/* Agreements. */
gboolean mou_document_new_agreement (MouDocument *self, const char *organisation, const char *abbreviation, int fiscal_year, gint64 *row, GError **error);
/* Next year's draft from this one: history shifted, levels and weights kept, results left behind. */
gboolean mou_document_new_year (MouDocument *self, gint64 agreement, gint64 *row, GError **error);
gboolean mou_document_add_assessment (MouDocument *self, const char *name, const char *kind, const char *period, gint64 *row, GError **error);

/* Everything in `incoming` that differs (mou_register_difference), as one entry; *n_changes may be NULL. */
gboolean mou_document_import (MouDocument *self, MouRegister *incoming, const char *source, guint *n_changes, GError **error);

gboolean mou_document_undo (MouDocument *self, GError **error);
gboolean mou_document_redo (MouDocument *self, GError **error);

G_END_DECLS
