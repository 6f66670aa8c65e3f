/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-opening: see the header. */

#include "mou-opening.h"
#include "mou-document-edits.h"
#include "mou-json-agreement.h"

#include <glib/gi18n.h>

#define SAMPLE_RESOURCE "/io/github/mouscorecard/MouScorecard/mwa-2567.json"

/* With neither file, folder nor copied it is the sample that is read. */
struct _MouOpening
{
  GObject parent_instance;

  GFile *file;
  char *folder;
  char *copied; /* the file whose content becomes a register not saved yet */
  char *name;
  gboolean salvages;
  MouSalvageReport *report;
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (MouOpening, mou_opening, G_TYPE_OBJECT)

static guint done_signal;

/* A document that was never saved, with everything in `incoming`. */
static MouDocument *
new_document_from (MouRegister *incoming, const char *name, GError **error)
{
  g_autoptr (MouDocument) document = mou_document_new (NULL, NULL, error);

  if (document == NULL || !mou_document_import (document, incoming, name, NULL, error))
    return NULL;

  return g_steal_pointer (&document);
}

static MouDocument *
open_json (const char *path, GError **error)
{
  g_autoptr (MouRegister) incoming = mou_json_agreement_load (path, error);
  g_autofree char *name = g_path_get_basename (path);

  return incoming != NULL ? new_document_from (incoming, name, error) : NULL;
}

static MouDocument *
open_sample (GError **error)
{
  g_autoptr (GBytes) bytes = g_resources_lookup_data (SAMPLE_RESOURCE, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  g_autoptr (MouRegister) incoming = NULL;

  if (bytes == NULL)
    return NULL;

  incoming = mou_json_agreement_parse (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), error);
  return incoming != NULL ? new_document_from (incoming, _ ("sample"), error) : NULL;
}

static MouDocument *
open_file (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autofree char *path = g_file_get_path (file);
  g_autofree char *uri = g_file_get_uri (file);

  if (path == NULL)
    {
      g_set_error (error, MOU_DOCUMENT_ERROR, MOU_DOCUMENT_ERROR_SYSTEM, _ ("%s is not on a file system that can be reached by a path."),
                   uri);
      return NULL;
    }

  return g_str_has_suffix (path, ".json") ? open_json (path, error) : mou_document_open (path, NULL, NULL, cancellable, error);
}

static MouDocument *
salvage (MouOpening *self, GCancellable *cancellable, GError **error)
{
  g_autofree char *path = self->file != NULL ? g_file_get_path (self->file) : NULL;

  if (path != NULL)
    return mou_document_salvage (path, NULL, NULL, cancellable, &self->report, error);

  return mou_document_salvage_recoverable (self->folder, NULL, NULL, cancellable, &self->report, error);
}

static void
open_in_thread (GTask *task, gpointer object, gpointer task_data, GCancellable *cancellable)
{
  MouOpening *self = MOU_OPENING (object);
  g_autoptr (GError) error = NULL;
  MouDocument *document = NULL;

  if (self->salvages)
    document = salvage (self, cancellable, &error);
  else if (self->file != NULL)
    document = open_file (self->file, cancellable, &error);
  else if (self->folder != NULL)
    document = mou_document_recover (self->folder, NULL, &error);
  else if (self->copied != NULL)
    document = mou_document_open_copy (self->copied, NULL, NULL, cancellable, &error);
  else
    document = open_sample (&error);

  if (document != NULL)
    g_task_return_pointer (task, document, g_object_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
opened_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MouDocument) document = g_task_propagate_pointer (G_TASK (result), &error);

  g_signal_emit (object, done_signal, 0, document, error);
}

static MouOpening *
start (MouOpening *self)
{
  g_autoptr (GTask) task = g_task_new (self, self->cancellable, opened_cb, NULL);

  g_task_run_in_thread (task, open_in_thread);

  return self;
}

static void
mou_opening_finalize (GObject *object)
{
  MouOpening *self = MOU_OPENING (object);

  g_clear_object (&self->file);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->report, mou_salvage_report_free);
  g_free (self->folder);
  g_free (self->copied);
  g_free (self->name);

  G_OBJECT_CLASS (mou_opening_parent_class)->finalize (object);
}

static void
mou_opening_class_init (MouOpeningClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mou_opening_finalize;

  done_signal
      = g_signal_new ("done", MOU_TYPE_OPENING, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, MOU_TYPE_DOCUMENT, G_TYPE_ERROR);
}

static void
mou_opening_init (MouOpening *self)
{
  self->cancellable = g_cancellable_new ();
}

MouOpening *
mou_opening_new_for_file (GFile *file)
{
  MouOpening *self = g_object_new (MOU_TYPE_OPENING, NULL);

  g_return_val_if_fail (G_IS_FILE (file), self);

  self->file = g_object_ref (file);
  self->name = g_file_get_parse_name (file);

  return start (self);
}

MouOpening *
mou_opening_new_for_folder (const char *folder)
{
  MouOpening *self = g_object_new (MOU_TYPE_OPENING, NULL);

  g_return_val_if_fail (folder != NULL, self);

  self->folder = g_strdup (folder);

  return start (self);
}

MouOpening *
mou_opening_new_salvage (MouOpening *failed)
{
  MouOpening *self = g_object_new (MOU_TYPE_OPENING, NULL);

  g_return_val_if_fail (MOU_IS_OPENING (failed) && (failed->file != NULL || failed->folder != NULL), self);

  self->salvages = TRUE;
  g_set_object (&self->file, failed->file);
  self->folder = g_strdup (failed->folder);
  self->name = g_strdup (failed->name);

  return start (self);
}

MouOpening *
mou_opening_new_for_copy (const char *path)
{
  MouOpening *self = g_object_new (MOU_TYPE_OPENING, NULL);

  g_return_val_if_fail (path != NULL, self);

  self->copied = g_strdup (path);

  return start (self);
}

MouOpening *
mou_opening_new_for_sample (void)
{
  return start (g_object_new (MOU_TYPE_OPENING, NULL));
}

void
mou_opening_cancel (MouOpening *self)
{
  g_return_if_fail (MOU_IS_OPENING (self));

  g_cancellable_cancel (self->cancellable);
}

GFile *
mou_opening_get_file (MouOpening *self)
{
  g_return_val_if_fail (MOU_IS_OPENING (self), NULL);

  return self->file;
}

const char *
mou_opening_get_name (MouOpening *self)
{
  g_return_val_if_fail (MOU_IS_OPENING (self), NULL);

  return self->name;
}

const MouSalvageReport *
mou_opening_get_salvage_report (MouOpening *self)
{
  g_return_val_if_fail (MOU_IS_OPENING (self), NULL);

  return self->report;
}

gboolean
mou_opening_is_salvage (MouOpening *self)
{
  g_return_val_if_fail (MOU_IS_OPENING (self), FALSE);

  return self->salvages;
}
