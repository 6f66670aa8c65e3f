/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-application: the process: its windows (one a register), the actions that need no document, and what a crash left behind. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define MOU_TYPE_APPLICATION (mou_application_get_type ())
G_DECLARE_FINAL_TYPE (MouApplication, mou_application, MOU, APPLICATION, AdwApplication)

MouApplication *mou_application_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* Before it runs: `file` is what the command line is going to open, so reading it may begin at once. */
void mou_application_expect (MouApplication *self, GFile *file);
/* Shows `file` in the window that has it, else in an empty window, else in a new one. */
void mou_application_open_file (MouApplication *self, GFile *file);
/* Brings back the working copy in `folder`, likewise. */
/* As a register that was never saved: the file at `path` is only read. */
void mou_application_open_copy (MouApplication *self, const char *path);
void mou_application_recover (MouApplication *self, const char *folder);

G_END_DECLS
