/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-act-dialog: asks for what an act is put on record with: a date, a name, a reason.
 *
 * Nothing can be confirmed before every entry is as it has to be; an entry that is not says so by its mark. Answers with the response
 * "confirm" or "cancel". Callers: mou-window-sign.c. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define MOU_TYPE_ACT_DIALOG (mou_act_dialog_get_type ())
G_DECLARE_FINAL_TYPE (MouActDialog, mou_act_dialog, MOU, ACT_DIALOG, AdwMessageDialog)

/* What an entry must hold; NULL stands for anything. */
typedef gboolean (*MouActCheck) (const char *text);
gboolean mou_act_is_day (const char *text);
gboolean mou_act_is_number (const char *text);
gboolean mou_act_is_said (const char *text);

/* `confirm` is the label of the button, `row` what the act is about. */
MouActDialog *mou_act_dialog_new (GtkWindow *parent, const char *heading, const char *body, const char *confirm, gint64 row);
/* Entries are counted from 0. */
void mou_act_dialog_add_entry (MouActDialog *self, const char *title, const char *text, MouActCheck check);
void mou_act_dialog_add_day (MouActDialog *self, const char *title);
/* Borrowed. */
const char *mou_act_dialog_get_text (MouActDialog *self, guint entry);
/* What was typed into an entry for a day, as ISO 8601. */
char *mou_act_dialog_dup_day (MouActDialog *self, guint entry) G_GNUC_WARN_UNUSED_RESULT;
gint64 mou_act_dialog_get_row (MouActDialog *self);

G_END_DECLS
