/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-window-export: writes reports and files for other programs from a window's document. */

#include "mou-window-private.h"
#include "mou-file-dialog.h"
#include "mou-json-agreement.h"
#include "mou-report.h"
#include "mou-seal.h"

#include <glib/gi18n.h>

/* One export that waits for its file name, and then for its thread. */
typedef struct
{
  MouWindow *window;
  MouReportForm form;
  MouAgreement *agreement;
  MouEvaluation *evaluation;
  char *seal, *evaluation_seal;
  char *path;
  gboolean thai_digits;
} Export;

static void
export_free (Export *export)
{
  g_clear_object (&export->window);
  g_clear_pointer (&export->agreement, mou_agreement_unref);
  g_clear_pointer (&export->evaluation, mou_evaluation_unref);
  g_free (export->seal);
  g_free (export->evaluation_seal);
  g_free (export->path);
  g_free (export);
}

static void
export_in_thread (GTask *task, gpointer window, gpointer task_data, GCancellable *cancellable)
{
  const Export *export = task_data;
  const MouReportOptions options = { .form = export->form,
                                     .renderer = MOU_RENDER_XLSX,
                                     .thai_digits = export->thai_digits,
                                     .seal = export->seal,
                                     .evaluation_seal = export->evaluation_seal };
  g_autoptr (GError) error = NULL;

  if (mou_report_write (export->agreement, export->evaluation, &options, export->path, NULL, NULL, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
exported_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  MouWindow *self = MOU_WINDOW (object);
  const Export *export = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_path_get_basename (export->path);
  g_autofree char *message = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      mou_window_alert (self, _ ("The workbook was not written"), error->message);
      return;
    }

  message = g_strdup_printf (_ ("Written: %s"), name);
  mou_window_toast (self, message);
}

static void
report_file_chosen_cb (GFile *file, gpointer data)
{
  Export *export = data;
  g_autoptr (GTask) task = NULL;

  export->path = file != NULL ? g_file_get_path (file) : NULL;
  if (export->path == NULL)
    {
      export_free (export);
      return;
    }

  task = g_task_new (export->window, NULL, exported_cb, NULL);
  g_task_set_task_data (task, export, (GDestroyNotify) export_free);
  g_task_run_in_thread (task, export_in_thread);
}

/* Snapshot and evaluation are immutable, so the window stays free to be edited while the workbook is written. */
void
mou_window_export_report (MouWindow *self, const char *form)
{
  MouAgreement *agreement = mou_document_get_agreement (self->document);
  Export *export = g_new0 (Export, 1);
  MouRegister *rows = mou_document_get_register (self->document);
  g_autofree char *name = g_strdup_printf ("%s-%d-%s.xlsx", agreement->abbreviation, agreement->fiscal_year, form);

  export->window = g_object_ref (self);
  export->form = mou_report_form_lookup (form);
  export->agreement = mou_agreement_ref (agreement);
  export->evaluation = mou_evaluation_ref (mou_document_get_evaluation (self->document));
  export->seal = mou_seal_dup_agreement (rows, agreement->id);
  export->evaluation_seal = mou_seal_dup_evaluation (rows, export->evaluation);
  export->thai_digits = mou_selection_get_thai_digits (mou_document_view_get_selection (self->view));
  mou_file_dialog_save (GTK_WINDOW (self), _ ("Export a workbook"), MOU_FILE_WORKBOOK, name, report_file_chosen_cb, export);
}

static void
json_file_chosen_cb (GFile *file, gpointer data)
{
  g_autoptr (MouWindow) self = data;
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
  g_autofree char *text = NULL;
  g_autofree char *message = NULL;
  g_autoptr (GError) error = NULL;

  if (path == NULL || self->document == NULL)
    return;

  text = mou_json_agreement_write (mou_document_get_register (self->document), mou_document_get_agreement_id (self->document));
  if (!g_file_set_contents_full (path, text, -1, G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0666, &error))
    {
      mou_window_alert (self, _ ("The file was not written"), error->message);
      return;
    }

  message = g_strdup_printf (_ ("Written: %s"), path);
  mou_window_toast (self, message);
}

void
mou_window_export_json (MouWindow *self)
{
  const MouAgreement *agreement = mou_document_get_agreement (self->document);
  g_autofree char *name = g_strdup_printf ("%s-%d.json", agreement->abbreviation, agreement->fiscal_year);

  mou_file_dialog_save (GTK_WINDOW (self), _ ("Export the agreement"), MOU_FILE_JSON, name, json_file_chosen_cb, g_object_ref (self));
}
