/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A node is a file or a folder. Of both it is known what is safe, and what has been done since, in order; of a folder also what
 * it holds as programs see it, which is how the paths of a recording are found. */

#include "power-cut.h"

#include "disk-calls.h"

#include <glib/gstdio.h>
#include <string.h>

#define SECTOR 512

typedef struct
{
  DiskCallKind kind;
  char *path;
  char *to;
  guint8 *data;
  gsize offset;
  gsize size;
} Step;

typedef struct _Node Node;

/* In a folder: `name` came to stand for `node`, or for nothing; with a rename another name goes in the same moment. */
typedef struct
{
  char *name;
  Node *node;
  char *gone;
} NameChange;

struct _Node
{
  gboolean is_folder;
  /* of a file */
  GByteArray *safe;
  GPtrArray *steps; /* borrowed Step, writes and resizes */
  /* of a folder: name to Node */
  GHashTable *safe_names;
  GHashTable *names;
  GPtrArray *changes; /* NameChange */
};

struct _PowerCut
{
  char *folder;
  GPtrArray *steps;
  guint played;
  GPtrArray *nodes; /* owned */
  Node *root;
};

/* How much of what was not safe is there, of one file or folder in one image. */
typedef struct
{
  GRand *random;
  double chance;
  gboolean tears;   /* sector by sector, or each call as a whole */
  gboolean rubbish; /* in space that was added and not filled */
} Luck;

static void
step_free (Step *step)
{
  g_free (step->path);
  g_free (step->to);
  g_free (step->data);
  g_free (step);
}

static void
name_change_free (NameChange *change)
{
  g_free (change->name);
  g_free (change->gone);
  g_free (change);
}

static void
node_free (Node *node)
{
  g_byte_array_unref (node->safe);
  g_ptr_array_unref (node->steps);
  g_hash_table_unref (node->safe_names);
  g_hash_table_unref (node->names);
  g_ptr_array_unref (node->changes);
  g_free (node);
}

static Node *
add_node (PowerCut *self, gboolean is_folder)
{
  Node *node = g_new0 (Node, 1);

  node->is_folder = is_folder;
  node->safe = g_byte_array_new ();
  node->steps = g_ptr_array_new ();
  node->safe_names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  node->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  node->changes = g_ptr_array_new_with_free_func ((GDestroyNotify) name_change_free);
  g_ptr_array_add (self->nodes, node);

  return node;
}

/* Everything below a real folder, as safe. */
static void
read_folder (PowerCut *self, Node *folder, const char *path)
{
  const char *name;

  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);
      g_autofree char *data = NULL;
      gsize size;
      Node *node = add_node (self, g_file_test (child, G_FILE_TEST_IS_DIR));
      g_hash_table_insert (folder->safe_names, g_strdup (name), node);
      g_hash_table_insert (folder->names, g_strdup (name), node);
      if (node->is_folder)
        read_folder (self, node, child);
      else if (g_file_get_contents (child, &data, &size, NULL))
        g_byte_array_append (node->safe, (const guint8 *) data, (guint) size);
    }
}

PowerCut *
power_cut_new (const char *folder)
{
  PowerCut *self = g_new0 (PowerCut, 1);

  self->folder = g_strdup (folder);
  self->steps = g_ptr_array_new_with_free_func ((GDestroyNotify) step_free);
  self->nodes = g_ptr_array_new_with_free_func ((GDestroyNotify) node_free);
  self->root = add_node (self, TRUE);
  read_folder (self, self->root, folder);

  return self;
}

void
power_cut_free (PowerCut *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->steps);
  g_ptr_array_unref (self->nodes);
  g_free (self->folder);
  g_free (self);
}

/* Recording */

static void
record_cb (const DiskCall *call, gpointer data)
{
  PowerCut *self = data;

  if (call->kind == DISK_OPEN || call->kind == DISK_CLOSE)
    return;

  Step *step = g_new0 (Step, 1);
  step->kind = call->kind;
  step->path = g_strdup (call->path);
  step->to = g_strdup (call->to);
  step->data = g_memdup2 (call->data, call->data != NULL ? call->size : 0);
  step->offset = call->offset;
  step->size = call->size;
  g_ptr_array_add (self->steps, step);
}

void
power_cut_start (PowerCut *self)
{
  disk_calls_watch (self->folder, NULL, record_cb, self);
}

void
power_cut_stop (PowerCut *self)
{
  disk_calls_unwatch ();
}

guint
power_cut_get_n_calls (PowerCut *self)
{
  return self->steps->len;
}

/* Playing */

static Node *
find_node (PowerCut *self, const char *path)
{
  g_auto (GStrv) names = g_strsplit (path, "/", -1);
  Node *node = self->root;

  for (guint i = 0; node != NULL && names[i] != NULL && *path != '\0'; i++)
    node = g_hash_table_lookup (node->names, names[i]);

  return node;
}

static Node *
find_folder (PowerCut *self, const char *path)
{
  const char *slash = strrchr (path, '/');
  g_autofree char *folder = slash != NULL ? g_strndup (path, (gsize) (slash - path)) : g_strdup ("");

  Node *node = find_node (self, folder);
  g_assert_true (node != NULL && node->is_folder);

  return node;
}

static void
set_name (GHashTable *names, const char *name, Node *node)
{
  if (name == NULL)
    return;
  if (node != NULL)
    g_hash_table_insert (names, g_strdup (name), node);
  else
    g_hash_table_remove (names, name);
}

static void
apply_name_change (GHashTable *names, const NameChange *change)
{
  set_name (names, change->gone, NULL);
  set_name (names, change->name, change->node);
}

static void
change_name (PowerCut *self, const char *path, Node *node, const char *gone)
{
  Node *folder = find_folder (self, path);
  NameChange *change = g_new0 (NameChange, 1);

  change->name = g_path_get_basename (path);
  change->node = node;
  change->gone = gone != NULL ? g_path_get_basename (gone) : NULL;
  g_ptr_array_add (folder->changes, change);
  apply_name_change (folder->names, change);
}

static void
rename_node (PowerCut *self, const Step *step)
{
  Node *node = find_node (self, step->path);

  g_assert_true (find_folder (self, step->path) == find_folder (self, step->to) || !node->is_folder);
  if (find_folder (self, step->path) == find_folder (self, step->to))
    {
      change_name (self, step->to, node, step->path);
      return;
    }
  change_name (self, step->to, node, NULL);
  change_name (self, step->path, NULL, NULL);
}

static void
resize (GByteArray *bytes, gsize size, const Luck *luck)
{
  guint old = bytes->len;

  g_byte_array_set_size (bytes, (guint) size);
  for (guint i = old; i < size; i++)
    bytes->data[i] = luck != NULL && luck->rubbish ? (guint8) g_rand_int (luck->random) : 0;
}

static void
apply_bytes (GByteArray *bytes, const Step *step, gsize from, gsize to, const Luck *luck)
{
  if (step->offset + to > bytes->len)
    resize (bytes, step->offset + to, luck);
  memcpy (bytes->data + step->offset + from, step->data + from, to - from);
}

static void
make_safe (Node *node)
{
  for (guint i = 0; i < node->steps->len; i++)
    {
      const Step *step = g_ptr_array_index (node->steps, i);
      if (step->kind == DISK_RESIZE)
        resize (node->safe, step->size, NULL);
      else
        apply_bytes (node->safe, step, 0, step->size, NULL);
    }
  g_ptr_array_set_size (node->steps, 0);

  for (guint i = 0; i < node->changes->len; i++)
    apply_name_change (node->safe_names, g_ptr_array_index (node->changes, i));
  g_ptr_array_set_size (node->changes, 0);
}

static void
play_step (PowerCut *self, Step *step)
{
  Node *node = find_node (self, step->path);

  switch (step->kind)
    {
    case DISK_CREATE:
    case DISK_MAKE_FOLDER:
      change_name (self, step->path, add_node (self, step->kind == DISK_MAKE_FOLDER), NULL);
      break;
    case DISK_WRITE:
    case DISK_RESIZE:
      if (node != NULL) /* else a file without a name, which nobody will find again */
        g_ptr_array_add (node->steps, step);
      break;
    case DISK_SYNC:
      if (node != NULL)
        make_safe (node);
      break;
    case DISK_RENAME:
      rename_node (self, step);
      break;
    case DISK_UNLINK:
    case DISK_REMOVE_FOLDER:
      change_name (self, step->path, NULL, NULL);
      break;
    case DISK_OPEN:
    case DISK_CLOSE:
    case DISK_N_CALLS:
    default:
      g_assert_not_reached ();
    }
}

void
power_cut_play (PowerCut *self, guint n_calls)
{
  g_return_if_fail (n_calls >= self->played && n_calls <= self->steps->len);

  while (self->played < n_calls)
    play_step (self, g_ptr_array_index (self->steps, self->played++));
}

/* Images */

static Luck
draw_luck (GRand *random)
{
  static const double chances[] = { 0, 0.1, 0.5, 0.5, 0.9, 1 };

  return (Luck){
    .random = random,
    .chance = chances[g_rand_int_range (random, 0, G_N_ELEMENTS (chances))],
    .tears = g_rand_boolean (random),
    .rubbish = g_rand_boolean (random),
  };
}

static gboolean
is_lucky (const Luck *luck)
{
  return g_rand_double (luck->random) < luck->chance;
}

static void
apply_write (GByteArray *bytes, const Step *step, const Luck *luck)
{
  if (!luck->tears)
    {
      if (is_lucky (luck))
        apply_bytes (bytes, step, 0, step->size, luck);
      return;
    }

  for (gsize from = 0, to; from < step->size; from = to)
    {
      to = MIN (step->size, (((step->offset + from) / SECTOR) + 1) * SECTOR - step->offset);
      if (is_lucky (luck))
        apply_bytes (bytes, step, from, to, luck);
    }
}

static void
write_file (const Node *node, GRand *random, const char *path)
{
  const Luck luck = draw_luck (random);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (GError) error = NULL;

  g_byte_array_append (bytes, node->safe->data, node->safe->len);
  for (guint i = 0; i < node->steps->len; i++)
    {
      const Step *step = g_ptr_array_index (node->steps, i);
      if (step->kind == DISK_WRITE)
        apply_write (bytes, step, &luck);
      else if (is_lucky (&luck))
        resize (bytes, step->size, &luck);
    }

  g_file_set_contents_full (path, (const char *) bytes->data, (gssize) bytes->len, G_FILE_SET_CONTENTS_NONE, 0600, &error);
  g_assert_no_error (error);
}

static void
write_folder (const Node *folder, GRand *random, const char *path)
{
  const Luck luck = draw_luck (random);
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer name, node;

  g_hash_table_iter_init (&iter, folder->safe_names);
  while (g_hash_table_iter_next (&iter, &name, &node))
    g_hash_table_insert (names, g_strdup (name), node);
  for (guint i = 0; i < folder->changes->len; i++)
    if (is_lucky (&luck))
      apply_name_change (names, g_ptr_array_index (folder->changes, i));

  g_hash_table_iter_init (&iter, names);
  while (g_hash_table_iter_next (&iter, &name, &node))
    {
      g_autofree char *child = g_build_filename (path, name, NULL);
      if (!((Node *) node)->is_folder)
        {
          write_file (node, random, child);
          continue;
        }
      g_assert_cmpint (g_mkdir (child, 0700), ==, 0);
      write_folder (node, random, child);
    }
}

void
power_cut_make_image (PowerCut *self, GRand *random, const char *into)
{
  write_folder (self->root, random, into);
}
