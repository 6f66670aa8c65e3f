/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-file-dialog: asks for a file to open or to save to, through the portal where there is one.
 *
 * The one place that knows GtkFileChooserNative, which newer GTK replaces. The callback gets NULL when the user gave up. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum {
  MOU_FILE_REGISTER,
  MOU_FILE_JSON,
  MOU_FILE_WORKBOOK,
  MOU_FILE_TEXT,
  MOU_FILE_OPENABLE,
  MOU_FILE_REPORT,
  MOU_FILE_CSV,
  MOU_FILE_IMPORTABLE,
} MouFileType;

/* `file` is borrowed by the callback. */
typedef void (*MouFileDialogDone) (GFile *file, gpointer data);

void mou_file_dialog_open (GtkWindow *parent, const char *title, MouFileType type, MouFileDialogDone done, gpointer data);
/* `name` is proposed; an extension that is missing is added. Overwriting is confirmed by the dialog. */
void mou_file_dialog_save (GtkWindow *parent, const char *title, MouFileType type, const char *name, MouFileDialogDone done,
                           gpointer data);

G_END_DECLS
