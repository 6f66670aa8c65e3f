/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Folders are born 0700; one that a backup program or a careless copy has opened to others is closed again when it is next used. */

#include "mou-state-folder.h"

#include "mou-disk.h"

#include <errno.h>
#include <glib/gstdio.h>

char *
mou_state_folder_build (const char *state_dir, const char *name)
{
  g_autofree char *base = state_dir != NULL ? g_strdup (state_dir) : g_build_filename (g_get_user_state_dir (), "mou-scorecard", NULL);

  return name != NULL ? g_build_filename (base, name, NULL) : g_steal_pointer (&base);
}

static gboolean
make_private (const char *path, GError **error)
{
  struct stat info;

  if (g_mkdir_with_parents (path, 0700) == 0 && g_stat (path, &info) == 0
      && ((info.st_mode & 0077) == 0 || g_chmod (path, info.st_mode & 0700) == 0))
    return TRUE;

  mou_disk_set_write_error (error, errno, path);

  return FALSE;
}

char *
mou_state_folder_make (const char *state_dir, const char *name, GError **error)
{
  g_autofree char *base = mou_state_folder_build (state_dir, NULL);
  g_autofree char *path = mou_state_folder_build (state_dir, name);

  /* A `state_dir` of the caller's is the caller's to guard. */
  if ((state_dir == NULL && !make_private (base, error)) || !make_private (path, error))
    return NULL;

  return g_steal_pointer (&path);
}
