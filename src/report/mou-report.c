/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-report: see the header.
 *
 * A report is made in a private folder beside the target, so that it is on the same file system: the library's temporary files
 * cannot fill another disk unseen, and the last step is a rename. */
#include "mou-report.h"

#include "mou-render.h"
#include "mou-report-form.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

#define FOLDER_PREFIX ".mou-report-" /* and the process, and six random letters */
#define FONT_BYTES_MAX 60

G_DEFINE_QUARK (mou - report - error - quark, mou_report_error)

static const char *const form_keys[MOU_N_FORMS] = {
  [MOU_FORM_AGREEMENT] = "agreement",
  [MOU_FORM_EVALUATION] = "evaluation",
};

const char *
mou_report_form_get_key (MouReportForm form)
{
  g_return_val_if_fail (form >= 0 && form < MOU_N_FORMS, NULL);
  return form_keys[form];
}

MouReportForm
mou_report_form_lookup (const char *key)
{
  g_return_val_if_fail (key != NULL, MOU_N_FORMS);
  for (int form = 0; form < MOU_N_FORMS; form++)
    if (strcmp (form_keys[form], key) == 0)
      return (MouReportForm) form;
  return MOU_N_FORMS;
}

static gboolean
fail_on_file (const char *path, GError **error)
{
  int code = errno;

  g_set_error (error, MOU_REPORT_ERROR, MOU_REPORT_ERROR_SYSTEM, _ ("%s: cannot be written: %s"), path, g_strerror (code));
  return FALSE;
}

static gboolean
refuse (GError **error, const char *reason)
{
  g_set_error_literal (error, MOU_REPORT_ERROR, MOU_REPORT_ERROR_REFUSED, reason);
  return FALSE;
}

/* The font's name goes into page headers, where a quote would end it. */
static gboolean
check_options (const MouEvaluation *evaluation, const MouReportOptions *options, GError **error)
{
  if (options->form < 0 || options->form >= MOU_N_FORMS)
    return refuse (error, _ ("There is no such report"));
  if (options->form != MOU_FORM_AGREEMENT && evaluation == NULL)
    return refuse (error, _ ("This report needs an assessment to evaluate"));
  if (options->font != NULL
      && (strlen (options->font) > FONT_BYTES_MAX || strpbrk (options->font, "\",&\n") != NULL
          || !g_utf8_validate (options->font, -1, NULL)))
    return refuse (error, _ ("The name of the font is not one"));
  return TRUE;
}

MouReportDocument *
mou_report_build (const MouAgreement *agreement, const MouEvaluation *evaluation, const MouReportOptions *options)
{
  if (options->form == MOU_FORM_EVALUATION)
    return mou_report_build_evaluation (agreement, evaluation, options);
  return mou_report_build_agreement (agreement, options);
}

static gboolean
write_all (int fd, const char *text, gsize length)
{
  while (length > 0)
    {
      gssize written = write (fd, text, length);

      if (written < 0 && errno == EINTR)
        continue;
      if (written <= 0)
        return FALSE;
      text += written;
      length -= (gsize) written;
    }
  return TRUE;
}

static gboolean
fail_writing (GError **error)
{
  int code = errno;

  g_set_error (error, MOU_REPORT_ERROR, MOU_REPORT_ERROR_SYSTEM, _ ("cannot be written: %s"), g_strerror (code));
  return FALSE;
}

static gboolean
render_text (const MouReportDocument *document, const char *path, GError **error)
{
  g_autofree char *text = mou_render_text (document);
  int fd = open (path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
  gboolean done = fd >= 0 && write_all (fd, text, strlen (text));

  if (!done)
    fail_writing (error);
  if (fd >= 0 && close (fd) != 0 && done)
    done = fail_writing (error);
  return done;
}

static gboolean
sync_path (const char *path, int flags, GError **error)
{
  int fd = open (path, O_RDONLY | O_CLOEXEC | flags);
  gboolean done = fd >= 0 && fsync (fd) == 0;

  if (!done)
    fail_on_file (path, error);
  if (fd >= 0)
    close (fd);
  return done;
}

/* After this the report is there, whole, whatever happens to the machine. */
static gboolean
publish (const char *temporary, const char *folder, const char *path, GError **error)
{
  if (!sync_path (temporary, 0, NULL))
    return fail_on_file (path, error);
  if (g_rename (temporary, path) != 0)
    return fail_on_file (path, error);
  return sync_path (folder, O_DIRECTORY, error);
}

/* The library leaves temporary files behind when it fails. */
void
mou_report_remove_folder (const char *folder)
{
  g_autoptr (GDir) entries = g_dir_open (folder, 0, NULL);
  const char *name;

  while (entries != NULL && (name = g_dir_read_name (entries)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
}

/* What a process has left that was killed in the middle. */
static void
remove_stale_folders (const char *target_folder)
{
  g_autoptr (GDir) entries = g_dir_open (target_folder, 0, NULL);
  const char *name;

  while (entries != NULL && (name = g_dir_read_name (entries)) != NULL)
    {
      gint64 pid = g_str_has_prefix (name, FOLDER_PREFIX) ? g_ascii_strtoll (name + strlen (FOLDER_PREFIX), NULL, 10) : 0;

      if (pid > 0 && pid <= G_MAXINT && kill ((pid_t) pid, 0) != 0 && errno == ESRCH)
        {
          g_autofree char *path = g_build_filename (target_folder, name, NULL);

          mou_report_remove_folder (path);
        }
    }
}

static char *
make_folder (const char *target_folder)
{
  g_autofree char *folder = g_strdup_printf ("%s/" FOLDER_PREFIX "%d-XXXXXX", target_folder, (int) getpid ());

  remove_stale_folders (target_folder);
  return g_mkdtemp (folder) != NULL ? g_steal_pointer (&folder) : NULL;
}

static gboolean
render_in_folder (const MouReportDocument *document, MouReportRenderer renderer, const char *folder, const char *path,
                  MouReportProgress progress, gpointer data, GError **error)
{
  g_autofree char *temporary = g_build_filename (folder, "report", NULL);
  g_autofree char *target_folder = g_path_get_dirname (path);
  gboolean done = renderer == MOU_RENDER_TEXT ? render_text (document, temporary, error)
                                              : mou_render_xlsx (document, temporary, folder, progress, data, error);

  if (!done)
    {
      g_prefix_error (error, "%s: ", path);
      return FALSE;
    }
  return publish (temporary, target_folder, path, error);
}

gboolean
mou_report_write (const MouAgreement *agreement, const MouEvaluation *evaluation, const MouReportOptions *options, const char *path,
                  MouReportProgress progress, gpointer data, GError **error)
{
  g_autoptr (MouReportDocument) document = NULL;
  g_autofree char *target_folder = NULL;
  g_autofree char *folder = NULL;
  gboolean done;

  g_return_val_if_fail (agreement != NULL && options != NULL && path != NULL, FALSE);
  if (!check_options (evaluation, options, error))
    return FALSE;
  document = mou_report_build (agreement, evaluation, options);
  target_folder = g_path_get_dirname (path);
  folder = make_folder (target_folder);
  if (folder == NULL)
    return fail_on_file (path, error);
  done = render_in_folder (document, options->renderer, folder, path, progress, data, error);
  mou_report_remove_folder (folder);
  return done;
}

char *
mou_report_to_text (const MouAgreement *agreement, const MouEvaluation *evaluation, const MouReportOptions *options)
{
  g_autoptr (MouReportDocument) document = NULL;

  g_return_val_if_fail (agreement != NULL && options != NULL, NULL);
  g_return_val_if_fail (options->form == MOU_FORM_AGREEMENT || evaluation != NULL, NULL);
  document = mou_report_build (agreement, evaluation, options);
  return mou_render_text (document);
}
