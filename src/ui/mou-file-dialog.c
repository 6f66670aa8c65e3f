/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-file-dialog: see the header. */

#include "mou-file-dialog.h"

#include <glib/gi18n.h>

typedef struct
{
  GtkFileChooserNative *native;
  MouFileType type;
  MouFileDialogDone done;
  gpointer data;
} Request;

static const struct
{
  const char *label;
  const char *extension;
} types[] = {
  [MOU_FILE_REGISTER] = { N_ ("Registers"), ".mou" },
  [MOU_FILE_JSON] = { N_ ("Agreements as JSON"), ".json" },
  [MOU_FILE_WORKBOOK] = { N_ ("Excel workbooks"), ".xlsx" },
  [MOU_FILE_TEXT] = { N_ ("Plain text"), ".txt" },
  [MOU_FILE_OPENABLE] = { N_ ("Registers and agreements"), ".mou" },
  [MOU_FILE_REPORT] = { N_ ("Reports"), ".xlsx" },
  [MOU_FILE_CSV] = { N_ ("Comma-separated values"), ".csv" },
  [MOU_FILE_IMPORTABLE] = { N_ ("Agreements and tables"), ".json" },
};

/* What is imported beside JSON. */
static const char *const tables[] = { "xlsx", "csv", "tsv", "txt" };

static void
add_filter (GtkFileChooser *chooser, MouFileType type)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _ (types[type].label));
  gtk_file_filter_add_suffix (filter, types[type].extension + 1);
  if (type == MOU_FILE_OPENABLE || type == MOU_FILE_REPORT)
    gtk_file_filter_add_suffix (filter, "json");
  if (type == MOU_FILE_REPORT)
    gtk_file_filter_add_suffix (filter, "txt");
  for (guint i = 0; type == MOU_FILE_IMPORTABLE && i < G_N_ELEMENTS (tables); i++)
    gtk_file_filter_add_suffix (filter, tables[i]);
  gtk_file_chooser_add_filter (chooser, filter);
}

static void
request_free (Request *request)
{
  gtk_native_dialog_destroy (GTK_NATIVE_DIALOG (request->native));
  g_object_unref (request->native);
  g_free (request);
}

/* The chosen file, with the type's extension when a name to save to has none. */
static GFile *
dup_chosen_file (Request *request)
{
  GtkFileChooser *chooser = GTK_FILE_CHOOSER (request->native);
  g_autoptr (GFile) file = gtk_file_chooser_get_file (chooser);
  g_autofree char *name = file != NULL ? g_file_get_basename (file) : NULL;
  g_autofree char *full = NULL;
  g_autoptr (GFile) folder = NULL;

  if (name == NULL || gtk_file_chooser_get_action (chooser) != GTK_FILE_CHOOSER_ACTION_SAVE || strchr (name, '.') != NULL)
    return g_steal_pointer (&file);

  full = g_strconcat (name, types[request->type].extension, NULL);
  folder = g_file_get_parent (file);
  return g_file_get_child (folder, full);
}

static void
response_cb (GtkNativeDialog *native, int response, Request *request)
{
  g_autoptr (GFile) file = response == GTK_RESPONSE_ACCEPT ? dup_chosen_file (request) : NULL;
  MouFileDialogDone done = request->done;
  gpointer data = request->data;

  request_free (request);
  done (file, data);
}

/* People keep documents in Documents; where there is no such folder the dialog decides. */
static void
set_folder (GtkFileChooser *chooser)
{
  const char *path = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);
  g_autoptr (GFile) folder = path != NULL ? g_file_new_for_path (path) : NULL;

  if (folder != NULL && g_file_query_exists (folder, NULL))
    gtk_file_chooser_set_current_folder (chooser, folder, NULL);
}

static void
show_dialog (GtkWindow *parent, const char *title, GtkFileChooserAction action, MouFileType type, const char *name, MouFileDialogDone done,
             gpointer data)
{
  Request *request = g_new0 (Request, 1);
  const gboolean save = action == GTK_FILE_CHOOSER_ACTION_SAVE;

  request->native = gtk_file_chooser_native_new (title, parent, action, save ? _ ("_Save") : _ ("_Open"), _ ("_Cancel"));
  request->type = type;
  request->done = done;
  request->data = data;
  add_filter (GTK_FILE_CHOOSER (request->native), type);
  if (name != NULL)
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (request->native), name);
  set_folder (GTK_FILE_CHOOSER (request->native));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (request->native), TRUE);
  g_signal_connect (request->native, "response", G_CALLBACK (response_cb), request);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (request->native));
}

void
mou_file_dialog_open (GtkWindow *parent, const char *title, MouFileType type, MouFileDialogDone done, gpointer data)
{
  g_return_if_fail (done != NULL);

  show_dialog (parent, title, GTK_FILE_CHOOSER_ACTION_OPEN, type, NULL, done, data);
}

void
mou_file_dialog_save (GtkWindow *parent, const char *title, MouFileType type, const char *name, MouFileDialogDone done, gpointer data)
{
  g_return_if_fail (done != NULL);

  show_dialog (parent, title, GTK_FILE_CHOOSER_ACTION_SAVE, type, name, done, data);
}
