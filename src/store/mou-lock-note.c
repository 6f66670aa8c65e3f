/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The note outlives its process by design. Taking one over is a read and a write; flock on the folder keeps two processes from
 * doing that at once. */

#include "mou-lock-note.h"

#include "mou-disk.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <sys/file.h>
#include <unistd.h>

#define GROUP "lock"

static char *
read_first_line (const char *path)
{
  g_autofree char *text = NULL;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    return g_strdup ("");

  return g_strdup (g_strchomp (text));
}

static char *
read_boot_id (void)
{
  return read_first_line ("/proc/sys/kernel/random/boot_id");
}

/* When the process started, in ticks since boot: field 22 of its stat line, counted after the name, which may hold spaces. */
static char *
read_start_time (gint64 pid)
{
  g_autofree char *path = g_strdup_printf ("/proc/%" G_GINT64_FORMAT "/stat", pid);
  g_autofree char *line = read_first_line (path);
  const char *after_name = strrchr (line, ')');

  if (after_name == NULL)
    return g_strdup ("");

  g_auto (GStrv) fields = g_strsplit (after_name, " ", 22);

  return g_strdup (g_strv_length (fields) > 20 ? fields[20] : "");
}

static char *
build_note (void)
{
  g_autoptr (GKeyFile) note = g_key_file_new ();
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *at = g_date_time_format (now, "%Y-%m-%dT%H:%M:%SZ");
  g_autofree char *user = g_utf8_make_valid (g_get_user_name (), -1);
  g_autofree char *boot = read_boot_id ();
  g_autofree char *started = read_start_time (getpid ());

  g_key_file_set_string (note, GROUP, "user", user);
  g_key_file_set_string (note, GROUP, "host", g_get_host_name ());
  g_key_file_set_string (note, GROUP, "boot", boot);
  g_key_file_set_int64 (note, GROUP, "pid", getpid ());
  g_key_file_set_string (note, GROUP, "started", started);
  g_key_file_set_string (note, GROUP, "at", at);

  return g_key_file_to_data (note, NULL, NULL);
}

/* NULL when there is no note that says anything. */
static GKeyFile *
read_note (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "lock", NULL);
  g_autoptr (GKeyFile) note = g_key_file_new ();

  if (!g_key_file_load_from_file (note, path, G_KEY_FILE_NONE, NULL) || !g_key_file_has_key (note, GROUP, "pid", NULL))
    return NULL;

  return g_steal_pointer (&note);
}

static gboolean
holds_key (GKeyFile *note, const char *key, const char *value)
{
  g_autofree char *found = g_key_file_get_string (note, GROUP, key, NULL);

  return g_strcmp0 (found, value) == 0;
}

static gboolean
note_is_alive (GKeyFile *note)
{
  gint64 pid = g_key_file_get_int64 (note, GROUP, "pid", NULL);
  g_autofree char *boot = read_boot_id ();
  g_autofree char *started = read_start_time (pid);

  if (!holds_key (note, "host", g_get_host_name ()))
    return TRUE;
  if (!holds_key (note, "boot", boot))
    return FALSE;
  if (pid <= 0 || pid > G_MAXINT || (kill ((pid_t) pid, 0) != 0 && errno == ESRCH))
    return FALSE;

  return holds_key (note, "started", started);
}

char *
mou_lock_note_dup_holder (const char *folder)
{
  g_return_val_if_fail (folder != NULL, NULL);

  g_autoptr (GKeyFile) note = read_note (folder);
  if (note == NULL || !note_is_alive (note))
    return NULL;

  g_autofree char *user = g_key_file_get_string (note, GROUP, "user", NULL);
  g_autofree char *host = g_key_file_get_string (note, GROUP, "host", NULL);

  return g_strdup_printf (_ ("%s, process %" PRId64 " on %s"), user != NULL ? user : "?", g_key_file_get_int64 (note, GROUP, "pid", NULL),
                          host != NULL ? host : "?");
}

static gboolean
write_note_unless_held (const char *folder, GError **error)
{
  g_autofree char *holder = mou_lock_note_dup_holder (folder);
  if (holder != NULL)
    {
      g_set_error (error, MOU_STORE_ERROR, MOU_STORE_ERROR_SYSTEM, _ ("This register is open already: %s."), holder);
      return FALSE;
    }

  g_autofree char *path = g_build_filename (folder, "lock", NULL);
  g_autofree char *text = build_note ();

  return mou_disk_write_note (path, text, error);
}

gboolean
mou_lock_note_take (const char *folder, GError **error)
{
  g_return_val_if_fail (folder != NULL, FALSE);

  int fd = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);
  if (fd < 0 || flock (fd, LOCK_EX) != 0)
    {
      mou_disk_set_read_error (error, errno, folder);
      if (fd >= 0)
        close (fd);
      return FALSE;
    }

  gboolean taken = write_note_unless_held (folder, error);
  close (fd);

  return taken;
}

void
mou_lock_note_release (const char *folder)
{
  g_return_if_fail (folder != NULL);

  g_autoptr (GKeyFile) note = read_note (folder);
  if (note == NULL || g_key_file_get_int64 (note, GROUP, "pid", NULL) != getpid () || !note_is_alive (note))
    return;

  g_autofree char *path = g_build_filename (folder, "lock", NULL);
  g_unlink (path);
}
