/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The header and the pages of the schema are the same in every file this program writes of one version, whatever its rows: the
 * migrations make the schema before there are rows, and VACUUM does the same. So where a file has lost them, those of an empty
 * register take their place, provided that its tables and indices begin on the pages where they then should. That also leaves nothing
 * of a schema that is not ours. */

#include "mou-salvage-private.h"

#include "mou-disk.h"
#include "mou-intake-header.h"
#include "mou-migration.h"
#include "mou-schema.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

#define PAGE_SIZE 4096
#define OFFSET_PAGES 28
#define MAX_DEPTH 4
/* SQLite takes no schema that names pages beyond the end: all that an empty register has must be there. */
#define MIN_PAGES 256
/* Of the tables and indices, how many must begin where they should: some may have lost their first page. */
#define PLAUSIBLE_PERCENT 80
/* Instructions: some four times what intake needs, since rows may be looked for one by one. */
#define BUDGET_BASE 200000000
#define BUDGET_PER_PAGE 200000

typedef enum
{
  PAGE_INTERIOR_INDEX = 0x02,
  PAGE_INTERIOR_TABLE = 0x05,
  PAGE_LEAF_INDEX = 0x0a,
  PAGE_LEAF_TABLE = 0x0d
} PageType;

/* An empty register, as bytes. */
typedef struct
{
  char *data;
  gsize size;
  GArray *roots; /* Root */
  int version;
} Template;

typedef struct
{
  gint64 page;
  gboolean by_rowid;
} Root;

static void
template_free (Template *self)
{
  g_free (self->data);
  g_clear_pointer (&self->roots, g_array_unref);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Template, template_free)

static guint32
read_number (const char *at)
{
  const guint8 *bytes = (const guint8 *) at;

  return (guint32) bytes[0] << 24 | (guint32) bytes[1] << 16 | (guint32) bytes[2] << 8 | bytes[3];
}

static void
write_number (char *at, guint32 number)
{
  for (int i = 0; i < 4; i++)
    at[i] = (char) (number >> (24 - 8 * i));
}

/* Making templates */

static gboolean
read_roots (MouSqlite *db, GArray *roots, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (MouStatement) select
      = mou_statement_new (db, "SELECT rootpage, type = 'table' AND sql NOT LIKE '%WITHOUT ROWID' FROM sqlite_schema", error);
  if (select == NULL)
    return FALSE;

  while (mou_statement_next (select, &failure))
    {
      Root root = { mou_statement_get_integer (select, 0), mou_statement_get_integer (select, 1) != 0 };
      g_array_append_val (roots, root);
    }
  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}

static Template *
load_template (const char *path, int version, GError **error)
{
  g_autoptr (Template) self = g_new0 (Template, 1);

  self->version = version;
  self->roots = g_array_new (FALSE, FALSE, sizeof (Root));
  {
    g_autoptr (MouSqlite) db = mou_sqlite_open (path, MOU_SQLITE_WRITE, NULL, error);
    if (db == NULL || !read_roots (db, self->roots, error))
      return NULL;
  }
  if (!g_file_get_contents (path, &self->data, &self->size, error))
    return NULL;

  return g_steal_pointer (&self);
}

/* As a register is when it is new, or when it was published: rows move nothing of this. */
static Template *
make_template (const char *folder, int version, gboolean published, GError **error)
{
  g_autofree char *fresh = g_strdup_printf ("%s/fresh-%d%d", folder, version, published);
  g_autofree char *vacuumed = g_strconcat (fresh, "-published", NULL);

  {
    g_autoptr (MouSqlite) db = mou_sqlite_open (fresh, MOU_SQLITE_CREATE, NULL, error);
    if (db == NULL || !mou_migration_run (db, 0, version, error) || (published && !mou_sqlite_vacuum_into (db, vacuumed, error)))
      return NULL;
  }

  return load_template (published ? vacuumed : fresh, version, error);
}

/* Fitting one to the file */

static gboolean
has_root (const char *data, gsize size, const Root *root)
{
  gsize at = root->page > 1 ? (gsize) (root->page - 1) * PAGE_SIZE : size;

  if (at >= size)
    return FALSE;

  int type = data[at];

  return root->by_rowid ? type == PAGE_LEAF_TABLE || type == PAGE_INTERIOR_TABLE : type == PAGE_LEAF_INDEX || type == PAGE_INTERIOR_INDEX;
}

static guint
count_roots (const Template *self, const char *data, gsize size)
{
  guint n_found = 0;

  for (guint i = 0; i < self->roots->len; i++)
    n_found += has_root (data, size, &g_array_index (self->roots, Root, i));

  return n_found * 100 / self->roots->len;
}

/* The layout that fits best; NULL without an error when none does. `version` 0: unknown. */
static Template *
find_template (const char *folder, int version, const char *data, gsize size, GError **error)
{
  g_autoptr (Template) best = NULL;
  guint best_score = PLAUSIBLE_PERCENT;

  for (int v = version > 0 ? version : MOU_SCHEMA_VERSION; v >= (version > 0 ? version : 1); v--)
    for (int published = 1; published >= 0; published--)
      {
        g_autoptr (Template) candidate = make_template (folder, v, published != 0, error);
        if (candidate == NULL)
          return NULL;
        guint score = count_roots (candidate, data, size);
        if (score <= best_score)
          continue;
        g_clear_pointer (&best, template_free);
        best = g_steal_pointer (&candidate);
        best_score = score;
      }

  return g_steal_pointer (&best);
}

/* The pages of the schema: the tree that begins on page 1. */
static void
graft_page (const Template *self, guint32 page, int depth, char *data, gsize size)
{
  gsize at = (gsize) (page - 1) * PAGE_SIZE;

  if (page == 0 || depth > MAX_DEPTH || at + PAGE_SIZE > self->size || at + PAGE_SIZE > size)
    return;

  memcpy (data + at, self->data + at, PAGE_SIZE);
  const char *tree = self->data + at + (page == 1 ? MOU_HEADER_SIZE : 0);
  if (tree[0] != PAGE_INTERIOR_TABLE)
    return;

  guint n_cells = (guint) (guint8) tree[3] << 8 | (guint8) tree[4];
  for (guint i = 0; i < n_cells; i++)
    {
      const guint8 *pointer = (const guint8 *) tree + 12 + 2 * i;
      graft_page (self, read_number (self->data + at + (pointer[0] << 8 | pointer[1])), depth + 1, data, size);
    }
  graft_page (self, read_number (tree + 8), depth + 1, data, size);
}

/* The copy, in memory: whole pages, and enough of them */

typedef struct
{
  const char *path, *source;
  GCancellable *cancellable;
  char *data;
  gsize size, real_size;
} Copy;

static void
copy_clear (Copy *self)
{
  g_clear_pointer (&self->data, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Copy, copy_clear)

static gboolean
load_copy (Copy *self, GError **error)
{
  g_autofree char *read = NULL;

  if (!g_file_get_contents (self->path, &read, &self->real_size, error))
    return FALSE;

  self->size = MAX ((self->real_size + PAGE_SIZE - 1) / PAGE_SIZE, MIN_PAGES) * PAGE_SIZE;
  self->data = g_malloc0 (self->size);
  memcpy (self->data, read, self->real_size);

  return TRUE;
}

/* Not replaced by a rename, which would be synced: nothing here need outlive a crash. */
static gboolean
store_copy (const char *path, const char *data, gsize size, GError **error)
{
  int fd = g_open (path, O_WRONLY | O_TRUNC | O_CLOEXEC, 0600);
  gboolean written = fd >= 0 && mou_disk_write_all (fd, data, size);

  if (!written)
    mou_disk_set_write_error (error, errno, path);
  if (fd >= 0)
    close (fd);

  return written;
}

/* The database at `path` as it now is, when its schema is ours. */
static MouSqlite *
try_copy (const Copy *self, int version, GError **error)
{
  g_autoptr (MouSqlite) db = NULL;

  if (store_copy (self->path, self->data, self->size, error))
    db = mou_sqlite_open (self->path, MOU_SQLITE_CHECK, self->source, error);
  if (db == NULL)
    return NULL;

  mou_sqlite_forbid_schema_changes (db);
  mou_sqlite_set_budget (db, BUDGET_BASE + BUDGET_PER_PAGE * (guint64) (self->size / PAGE_SIZE), self->cancellable);
  if (!mou_schema_check (db, version, error))
    {
      /* With objects of somebody else in it, it is not damage that makes it differ. */
      if (mou_schema_has_foreign_objects (db, version) && error != NULL)
        (*error)->code = MOU_STORE_ERROR_REFUSED;
      else if (error != NULL && g_error_matches (*error, MOU_STORE_ERROR, MOU_STORE_ERROR_REFUSED))
        (*error)->code = MOU_STORE_ERROR_DAMAGED;
      return NULL;
    }

  return g_steal_pointer (&db);
}

static gboolean
refuse_unreadable (const char *source, GError **error)
{
  g_autofree char *name = g_filename_display_name (source);

  g_set_error (error, MOU_STORE_ERROR, MOU_STORE_ERROR_DAMAGED, _ ("Nothing could be read of “%s”."), name);

  return FALSE;
}

/* With the pages of an empty register. `version` 0: not known; then `refusal` is why, if the file does not look like ours. */
static MouSqlite *
try_grafted (Copy *self, const char *folder, int version, const GError *refusal, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (Template) fitting = find_template (folder, version, self->data, self->size, &failure);

  if (fitting == NULL && failure == NULL && refusal != NULL)
    failure = g_error_copy (refusal);
  if (fitting == NULL && failure == NULL)
    refuse_unreadable (self->source, &failure);
  if (fitting == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }

  graft_page (fitting, 1, 0, self->data, self->size);
  write_number (self->data + OFFSET_PAGES, (guint32) (self->size / PAGE_SIZE));

  return try_copy (self, fitting->version, error);
}

static MouSqlite *
open_copy (Copy *self, const char *folder, GError **error)
{
  g_autoptr (GError) refusal = NULL;
  g_autoptr (GError) failure = NULL;
  g_autofree char *name = g_filename_display_name (self->source);
  int version = 0;

  if (!mou_header_check ((const guint8 *) self->data, MIN (self->real_size, MOU_HEADER_SIZE), self->real_size, name, &version, &refusal)
      && (self->real_size <= PAGE_SIZE || g_error_matches (refusal, MOU_STORE_ERROR, MOU_STORE_ERROR_NEWER)))
    {
      g_propagate_error (error, g_steal_pointer (&refusal));
      return NULL;
    }
  if (refusal != NULL && version == 0)
    return try_grafted (self, folder, 0, refusal, error);

  write_number (self->data + OFFSET_PAGES, (guint32) (self->size / PAGE_SIZE));
  MouSqlite *db = try_copy (self, version, &failure);
  if (db != NULL)
    return db;
  if (g_error_matches (failure, MOU_STORE_ERROR, MOU_STORE_ERROR_DAMAGED))
    return try_grafted (self, folder, version, NULL, error);

  g_propagate_error (error, g_steal_pointer (&failure));

  return NULL;
}

MouSqlite *
_mou_salvage_open (const char *path, const char *folder, const char *source, GCancellable *cancellable, GError **error)
{
  g_auto (Copy) copy = { path, source, cancellable, NULL, 0, 0 };

  g_assert (path != NULL && folder != NULL && source != NULL);

  if (!load_copy (&copy, error))
    return NULL;

  return open_copy (&copy, folder, error);
}
