/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-window-private: what the files of MouWindow share: mou-window.c (the widget), mou-window-actions.c (the commands), and one file
 * for each thing that takes more than a line: opening, saving, exporting, merging, signing… Nobody else includes it. */
#pragma once

#include "mou-document-edits.h"
#include "mou-document-view.h"
#include "mou-opening.h"
#include "mou-welcome.h"
#include "mou-window.h"

G_BEGIN_DECLS

struct _MouWindow {
  AdwApplicationWindow parent_instance;

  AdwToastOverlay *toasts;
  AdwWindowTitle *title;
  AdwSplitButton *open_button;
  GtkWidget *undo_button;
  GtkWidget *redo_button;
  GtkMenuButton *menu_button;
  GtkWidget *export_button;
  GtkStack *content;
  AdwStatusPage *loading;
  GtkRevealer *read_only_bar;
  GtkLabel *read_only_reason;
  MouWelcome *welcome;
  MouDocumentView *view;

  GSettings *settings;
  GSettings *recents; /* mou-recents */
  MouDocument *document;
  AdwToast *toast;     /* weak: the last one that is shown or waits to be */
  MouOpening *opening; /* under way; NULL when none is */
  gboolean closing;    /* the user has answered what becomes of unsaved changes, or waits for a save */
  gboolean save_again; /* asked for while a save went on */
  guint saving_source; /* until a save that takes long is shown */
};

/* Takes a reference; NULL goes back to the welcome page. */
void mou_window_set_document (MouWindow *self, MouDocument *document);
MouDocument *mou_window_get_document (MouWindow *self);
/* A short sentence that goes away by itself; plain text. */
void mou_window_toast (MouWindow *self, const char *message);
/* A sentence that must be read. */
void mou_window_alert (MouWindow *self, const char *title, const char *message);

void mou_window_refresh_title (MouWindow *self);

/* mou-window-file.c */
void mou_window_remember_recent (MouWindow *self);

/* mou-window-save.c */
void mou_window_save (MouWindow *self);
void mou_window_save_as (MouWindow *self);
/* TRUE when the window may go now; else the user is being asked. */
gboolean mou_window_may_close (MouWindow *self);

/* mou-window-salvage.c */
/* Says that the file is damaged, and offers to read what can be read. */
void mou_window_offer_salvage (MouWindow *self, MouOpening *failed, const char *message);
void mou_window_tell_salvaged (MouWindow *self, const MouSalvageReport *report);

/* mou-window-read-only.c */
/* Shows why the document cannot be changed, or nothing. */
void mou_window_read_only_update (MouWindow *self);
gboolean mou_window_is_read_only (MouWindow *self);
/* Whether `command` ("win.save") makes sense for what is only shown. */
gboolean mou_window_read_only_allows (MouWindow *self, const char *command);

/* mou-window-import.c: asks for the file. */
void mou_window_import (MouWindow *self);

/* mou-window-backups.c */
void mou_window_revert (MouWindow *self);
void mou_window_show_backups (MouWindow *self);
/* Of a file that cannot be opened: to look at, and to save under a name. */
void mou_window_show_backups_of (MouWindow *self, const char *path);

/* mou-window-copy.c */
void mou_window_save_clean_copy (MouWindow *self);

/* mou-window-export.c */
void mou_window_export_report (MouWindow *self, const char *form);
void mou_window_export_json (MouWindow *self);

/* mou-window-sign.c */
void mou_window_sign (MouWindow *self);
void mou_window_reopen (MouWindow *self);
void mou_window_rebase (MouWindow *self, gint64 indicator);

/* mou-window-merge.c */
/* Another copy, which the user chooses; or what somebody else wrote to the document's own file, which is saved over then. */
void mou_window_merge (MouWindow *self);
void mou_window_merge_target (MouWindow *self);

/* mou-window-verify.c */
void mou_window_verify (MouWindow *self);

/* mou-window-export-data.c */
void mou_window_export_tables (MouWindow *self);
void mou_window_export_csv (MouWindow *self);

/* mou-window-actions.c */
void mou_window_actions_install (GtkWidgetClass *klass);
/* Which commands make sense now, and what undo and redo would do. */
void mou_window_actions_update (MouWindow *self);

G_END_DECLS
