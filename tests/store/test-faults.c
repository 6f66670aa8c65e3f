/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Every call by which SQLite changes the disk fails in turn, once and for good, during an edit, an undo and publishing. Then:
 * no crash; memory and file agree; an error means that nothing was done, or that the store says it must be opened again;
 * success means that it is there; and the same thing works afterwards.
 *
 * A VFS between SQLite and the system counts the calls. */

#include "mou-publish.h"
#include "store-fixture.h"

#include <sqlite3.h>

typedef struct
{
  guint calls;
  guint fails_at; /* counted from 1; 0: never */
  gboolean for_good;
} Faults;

static Faults faults;

static gboolean
is_due (void)
{
  faults.calls++;

  return faults.fails_at != 0 && (faults.calls == faults.fails_at || (faults.for_good && faults.calls > faults.fails_at));
}

/* A file of ours: SQLite's methods, with the real file behind. */
typedef struct
{
  sqlite3_file base;
  sqlite3_file *real;
} FaultyFile;

static sqlite3_file *
get_real (sqlite3_file *file)
{
  return ((FaultyFile *) (gpointer) file)->real;
}

static int
file_close (sqlite3_file *file)
{
  sqlite3_file *real = get_real (file);
  int result = real->pMethods->xClose (real);

  g_free (real);

  return result;
}

static int
file_read (sqlite3_file *file, void *data, int size, sqlite3_int64 offset)
{
  return get_real (file)->pMethods->xRead (get_real (file), data, size, offset);
}

static int
file_write (sqlite3_file *file, const void *data, int size, sqlite3_int64 offset)
{
  return is_due () ? SQLITE_FULL : get_real (file)->pMethods->xWrite (get_real (file), data, size, offset);
}

static int
file_truncate (sqlite3_file *file, sqlite3_int64 size)
{
  return is_due () ? SQLITE_IOERR_TRUNCATE : get_real (file)->pMethods->xTruncate (get_real (file), size);
}

static int
file_sync (sqlite3_file *file, int flags)
{
  return is_due () ? SQLITE_IOERR_FSYNC : get_real (file)->pMethods->xSync (get_real (file), flags);
}

static int
file_size (sqlite3_file *file, sqlite3_int64 *size)
{
  return get_real (file)->pMethods->xFileSize (get_real (file), size);
}

static int
file_lock (sqlite3_file *file, int level)
{
  return get_real (file)->pMethods->xLock (get_real (file), level);
}

static int
file_unlock (sqlite3_file *file, int level)
{
  return get_real (file)->pMethods->xUnlock (get_real (file), level);
}

static int
file_check_lock (sqlite3_file *file, int *result)
{
  return get_real (file)->pMethods->xCheckReservedLock (get_real (file), result);
}

static int
file_control (sqlite3_file *file, int operation, void *argument)
{
  return get_real (file)->pMethods->xFileControl (get_real (file), operation, argument);
}

static int
file_sector_size (sqlite3_file *file)
{
  return get_real (file)->pMethods->xSectorSize (get_real (file));
}

static int
file_characteristics (sqlite3_file *file)
{
  return get_real (file)->pMethods->xDeviceCharacteristics (get_real (file));
}

static const sqlite3_io_methods file_methods = {
  .iVersion = 1,
  .xClose = file_close,
  .xRead = file_read,
  .xWrite = file_write,
  .xTruncate = file_truncate,
  .xSync = file_sync,
  .xFileSize = file_size,
  .xLock = file_lock,
  .xUnlock = file_unlock,
  .xCheckReservedLock = file_check_lock,
  .xFileControl = file_control,
  .xSectorSize = file_sector_size,
  .xDeviceCharacteristics = file_characteristics,
};

static sqlite3_vfs *
get_system (sqlite3_vfs *vfs)
{
  return vfs->pAppData;
}

static int
vfs_open (sqlite3_vfs *vfs, sqlite3_filename name, sqlite3_file *file, int flags, int *out_flags)
{
  sqlite3_vfs *system = get_system (vfs);
  FaultyFile *faulty = (FaultyFile *) (gpointer) file;

  faulty->base.pMethods = NULL;
  if ((flags & SQLITE_OPEN_CREATE) != 0 && is_due ())
    return SQLITE_CANTOPEN;
  faulty->real = g_malloc0 ((gsize) system->szOsFile);
  int result = system->xOpen (system, name, faulty->real, flags, out_flags);
  if (result == SQLITE_OK)
    faulty->base.pMethods = &file_methods;
  else
    g_clear_pointer (&faulty->real, g_free);

  return result;
}

static int
vfs_delete (sqlite3_vfs *vfs, const char *name, int sync_folder)
{
  return is_due () ? SQLITE_IOERR_DELETE : get_system (vfs)->xDelete (get_system (vfs), name, sync_folder);
}

static void
install_vfs (void)
{
  static sqlite3_vfs vfs;
  sqlite3_vfs *system = sqlite3_vfs_find (NULL);

  vfs = *system;
  vfs.pNext = NULL;
  vfs.zName = "faulty";
  vfs.szOsFile = sizeof (FaultyFile);
  vfs.pAppData = system;
  vfs.xOpen = vfs_open;
  vfs.xDelete = vfs_delete;
  g_assert_cmpint (sqlite3_vfs_register (&vfs, 1), ==, SQLITE_OK);
}

static void
arm (guint fails_at, gboolean for_good)
{
  faults = (Faults){ 0, fails_at, for_good };
}

/* The actions */

typedef struct
{
  const char *name;
  gboolean (*act) (StoreFixture *fixture, const char *target, GError **error);
  gboolean is_edit;
} Action;

static gboolean
act_edit (StoreFixture *fixture, const char *target, GError **error)
{
  g_autofree char *text = g_strnfill (9000, 'x');

  g_autoptr (MouEdit) edit = mou_edit_begin (fixture->store, MOU_ENTRY_EDIT, "tester", "Edit", error);

  return edit != NULL && mou_edit_set (edit, fixture->first, MOU_INDICATOR_DEFINITION, text, error)
         && mou_edit_delete (edit, fixture->second, error) && mou_edit_commit (edit, NULL, error);
}

static gboolean
act_undo (StoreFixture *fixture, const char *target, GError **error)
{
  return mou_journal_undo (fixture->store, "tester", NULL, error);
}

static gboolean
act_publish (StoreFixture *fixture, const char *target, GError **error)
{
  MouFileIdentity identity;

  return mou_publish (fixture->store, target, NULL, &identity, NULL, error);
}

static const Action actions[] = {
  { "edit", act_edit, TRUE },
  { "undo", act_undo, TRUE },
  { "publish", act_publish, FALSE },
};

static char *
dump (StoreFixture *fixture)
{
  return store_fixture_dump (mou_store_get_register (fixture->store));
}

/* After a failure the file holds the state before; only where the store refuses to go on may it hold the state after. */
static void
check_failed_edit (StoreFixture *fixture, const char *before)
{
  g_autoptr (GError) error = NULL;
  gint64 entry = mou_store_get_entry (fixture->store);
  g_autofree char *in_memory = dump (fixture);
  g_assert_cmpstr (in_memory, ==, before);

  g_autoptr (MouEdit) next = mou_edit_begin (fixture->store, MOU_ENTRY_EDIT, "tester", "Next", &error);
  gboolean goes_on = next != NULL;
  g_clear_pointer (&next, mou_edit_free);
  store_fixture_reopen (fixture);
  g_autofree char *in_file = dump (fixture);
  if (goes_on)
    g_assert_cmpstr (in_file, ==, before);
  else
    g_assert_cmpint (mou_store_get_entry (fixture->store), <=, entry + 1);
}

static void
check_target (StoreFixture *fixture, const char *target, const char *old, gsize old_size, gboolean published)
{
  g_autoptr (GError) error = NULL;
  MouFileIdentity identity;
  gsize size;
  g_autofree char *data = store_fixture_read (target, &size);
  g_autofree char *copy = store_fixture_build_path (fixture, "copy.mou");

  if (!published)
    g_assert_cmpmem (data, size, old, old_size);
  g_assert_true (mou_intake (target, copy, &identity, NULL, &error));
  g_assert_no_error (error);
  g_remove (copy);
}

/* FALSE when the action took fewer calls than `fails_at`, so that there is nothing left to try. */
static gboolean
try_with_fault (const Action *action, guint fails_at, gboolean for_good)
{
  StoreFixture fixture = { NULL };
  g_autoptr (GError) error = NULL;
  gsize size;

  store_fixture_set_up (&fixture, NULL);
  g_autofree char *target = store_fixture_build_path (&fixture, "user.mou");
  g_assert_true (act_publish (&fixture, target, &error));
  store_fixture_set (fixture.store, fixture.first, MOU_INDICATOR_WEIGHT, "7");
  g_autofree char *old = store_fixture_read (target, &size);
  g_autofree char *before = dump (&fixture);

  arm (fails_at, for_good);
  gboolean done = action->act (&fixture, target, &error);
  gboolean reached = faults.calls >= fails_at;
  arm (0, FALSE);

  g_assert_cmpint (done, ==, error == NULL);
  if (!done)
    g_assert_cmpint (error->domain, ==, MOU_STORE_ERROR);
  if (!done && action->is_edit)
    check_failed_edit (&fixture, before);
  check_target (&fixture, target, old, size, done && !action->is_edit);

  store_fixture_reopen (&fixture);
  g_autoptr (GError) later = NULL;
  store_fixture_set (fixture.store, fixture.first, MOU_INDICATOR_WEIGHT, "8");
  g_assert_true (act_publish (&fixture, target, &later));
  g_assert_no_error (later);
  check_target (&fixture, target, NULL, 0, TRUE);
  store_fixture_tear_down (&fixture, NULL);

  return reached;
}

static void
test_faults (gconstpointer data)
{
  const Action *action = data;
  /* A short run tries some of the calls, a long one each of them. */
  guint step = store_fixture_get_length (0) > 0 ? 1 : 17;

  for (int for_good = 0; for_good < 2; for_good++)
    {
      guint n = 1;
      while (try_with_fault (action, n, for_good != 0))
        n += step;
      g_assert_cmpuint (n, >, 5);
      g_test_message ("%s: %u calls failed in turn, %s", action->name, (n - 1) / step, for_good ? "for good" : "once");
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  install_vfs ();

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      g_autofree char *path = g_strdup_printf ("/store/faults/%s", actions[i].name);
      g_test_add_data_func (path, &actions[i], test_faults);
    }

  return g_test_run ();
}
