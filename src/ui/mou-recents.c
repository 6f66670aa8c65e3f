/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-recents: see the header. */

#define G_SETTINGS_ENABLE_BACKEND
#include "mou-recents.h"

#include <gio/gsettingsbackend.h>

#define SCHEMA MOU_APPLICATION_ID ".Recent"
#define ROOT "/io/github/mouscorecard/MouScorecard/recent/"
#define KEY "registers"
#define LIMIT 10

GSettings *
mou_recents_new_settings (void)
{
  g_autofree char *path = g_build_filename (g_get_user_state_dir (), "mou-scorecard", "recent", NULL);
  g_autoptr (GSettingsBackend) backend = g_keyfile_settings_backend_new (path, ROOT, "recent");

  return g_settings_new_with_backend (SCHEMA, backend);
}

void
mou_recents_add (GSettings *settings, GFile *file)
{
  g_auto (GStrv) old = g_settings_get_strv (settings, KEY);
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();
  g_autofree char *uri = g_file_get_uri (file);

  g_ptr_array_add (kept, uri);
  for (guint i = 0; old[i] != NULL && kept->len < LIMIT; i++)
    if (!g_str_equal (old[i], uri))
      g_ptr_array_add (kept, old[i]);
  g_ptr_array_add (kept, NULL);

  g_settings_set_strv (settings, KEY, (const char *const *) kept->pdata);
}

GPtrArray *
mou_recents_list (GSettings *settings)
{
  g_auto (GStrv) uris = g_settings_get_strv (settings, KEY);
  GPtrArray *files = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; uris[i] != NULL; i++)
    {
      g_autoptr (GFile) file = g_file_new_for_uri (uris[i]);

      if (g_file_query_exists (file, NULL))
        g_ptr_array_add (files, g_steal_pointer (&file));
    }

  return files;
}

GMenuModel *
mou_recents_new_menu (GSettings *settings)
{
  g_autoptr (GPtrArray) files = mou_recents_list (settings);
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < files->len; i++)
    {
      g_autofree char *name = g_file_get_basename (files->pdata[i]);
      g_autofree char *uri = g_file_get_uri (files->pdata[i]);
      g_autoptr (GMenuItem) item = g_menu_item_new (name, NULL);

      g_menu_item_set_action_and_target (item, "app.open-recent", "s", uri);
      g_menu_append_item (menu, item);
    }

  return G_MENU_MODEL (menu);
}
