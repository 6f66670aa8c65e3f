/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-editor: a row that edits one value of the document.
 *
 * What is typed is written when the row is left or confirmed; a value that is refused keeps its text, marks the row and says why, and
 * nothing has changed. Escape gives the stored value back. A change from elsewhere never takes a text away that is being typed.
 * Derived: one class a way of typing. Callers: sections. */
#pragma once

#include "mou-target.h"

G_BEGIN_DECLS

#define MOU_TYPE_EDITOR (mou_editor_get_type ())
G_DECLARE_DERIVABLE_TYPE (MouEditor, mou_editor, MOU, EDITOR, AdwPreferencesRow)

struct _MouEditorClass {
  AdwPreferencesRowClass parent_class;

  /* The text as it stands in the widget, and putting one there. */
  char *(*dup_text) (MouEditor *self);
  void (*set_text) (MouEditor *self, const char *text);
  /* The target is another one; its text follows. Optional. */
  void (*target_set) (MouEditor *self, const MouTarget *target);
};

/* Properties "place" ("indicator/weight"): which value of the shown indicator this row edits, NULL for rows given a target of their
 * own; "movable": it stands for a whole row of the document and has a menu to move and remove it. Without a title it takes the
 * field's name. Signals "remove" () and "move" (int: places, negative is up). */
const char *mou_editor_get_place (MouEditor *self);
/* What it edits from now on; `document` is not kept alive. The same target again refreshes. */
void mou_editor_show (MouEditor *self, MouDocument *document, const MouTarget *target);
/* Forgets document and text. */
void mou_editor_detach (MouEditor *self);
const MouTarget *mou_editor_get_target (MouEditor *self);

/* Whether the text differs from what the document says. */
gboolean mou_editor_is_typed (MouEditor *self);
/* Writes what is typed; TRUE when it was taken or nothing was typed. */
gboolean mou_editor_commit (MouEditor *self);
/* TRUE when there was something to give up. */
gboolean mou_editor_restore (MouEditor *self);
void mou_editor_take_focus (MouEditor *self);
/* Writes what is being typed anywhere below `ancestor`; TRUE when it was taken or nobody types there. */
gboolean mou_editor_commit_below (GtkWidget *ancestor);

/* For implementations: `input` is the widget that is typed in, `reason` the label below it. */
void mou_editor_set_input (MouEditor *self, GtkWidget *input, GtkLabel *reason);
/* The menu of a movable row, which is made when it is first opened. */
void mou_editor_set_menu_button (MouEditor *self, GtkMenuButton *button);

G_END_DECLS
