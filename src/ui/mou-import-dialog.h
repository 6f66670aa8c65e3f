/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-import-dialog: what an import would change, sentence by sentence, before anything changes. Answers "import" or "cancel". */
#pragma once

#include "mou-import.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define MOU_TYPE_IMPORT_DIALOG (mou_import_dialog_get_type ())
G_DECLARE_FINAL_TYPE (MouImportDialog, mou_import_dialog, MOU, IMPORT_DIALOG, AdwMessageDialog)

/* `differences` are MouDifference, at least one; `name` is the file's. */
GtkWindow *mou_import_dialog_new (GtkWindow *parent, const char *name, const MouImport *import, GPtrArray *differences);

G_END_DECLS
