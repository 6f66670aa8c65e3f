/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Files that a disk, a stick or a mail program has damaged, at random: each either is refused with a sentence or opens as the register
 * that it was; it never takes long, and no byte of it changes. MOU_TEST_LENGTH is the number of files of each kind. */

#include "mou-publish.h"
#include "store-fixture.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define PAGE 4096
#define SECTOR 512
#define SECONDS_MAX 5

/* A saved register, and the same some edits earlier. */
typedef struct
{
  char *data;
  gsize size;
  char *dump;
} Saved;

static Saved saved, earlier;

static Saved
save (StoreFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *file = store_fixture_build_path (fixture, "user.mou");
  MouFileIdentity identity;
  Saved result = { NULL };

  mou_publish (fixture->store, file, NULL, &identity, NULL, &error);
  g_assert_no_error (error);
  result.data = store_fixture_read (file, &result.size);
  result.dump = store_fixture_dump (mou_store_get_register (fixture->store));

  return result;
}

static void
make_saved (void)
{
  StoreFixture fixture = { NULL };

  store_fixture_set_up (&fixture, NULL);
  store_fixture_fill (fixture.store, 30);
  earlier = save (&fixture);
  store_fixture_set (fixture.store, fixture.first, MOU_INDICATOR_WEIGHT, "55");
  store_fixture_set (fixture.store, fixture.second, MOU_INDICATOR_NAME, "ชื่อใหม่");
  g_assert_true (mou_journal_undo (fixture.store, "tester", NULL, NULL));
  saved = save (&fixture);
  store_fixture_tear_down (&fixture, NULL);
}

/* Damage: to `data` of `*size` bytes, in place. */

static gsize
pick (gsize below)
{
  return (gsize) g_test_rand_int_range (0, (gint32) below);
}

/* Much of a small file is empty: only a byte that says something is interesting. */
static gsize
pick_byte (const char *data, gsize size)
{
  gsize at;

  do
    at = pick (size);
  while (data[at] == 0);

  return at;
}

static char *
pick_page (char *data, gsize size)
{
  return data + pick (size / PAGE) * PAGE;
}

static void
flip_bit (char *data, gsize *size)
{
  gsize at = pick_byte (data, *size);

  data[at] = (char) (data[at] ^ (1 << pick (8)));
}

static void
change_header (char *data, gsize *size)
{
  data[pick (100)] = (char) pick (256);
}

static void
zero_page (char *data, gsize *size)
{
  memset (pick_page (data, *size), 0, PAGE);
}

static void
swap_pages (char *data, gsize *size)
{
  char *one = pick_page (data, *size), *other = pick_page (data, *size);
  char page[PAGE];

  memcpy (page, one, PAGE);
  memmove (one, other, PAGE);
  memcpy (other, page, PAGE);
}

static void
repeat_page (char *data, gsize *size)
{
  memmove (pick_page (data, *size), pick_page (data, *size), PAGE);
}

static void
cut (char *data, gsize *size)
{
  *size = pick (*size);
}

static void
cut_pages (char *data, gsize *size)
{
  *size = pick (*size / PAGE) * PAGE;
}

static void
scramble_sector (char *data, gsize *size)
{
  char *sector = data + pick (*size / SECTOR) * SECTOR;

  for (int i = 0; i < SECTOR; i++)
    sector[i] = (char) pick (256);
}

static void
scramble_bytes (char *data, gsize *size)
{
  for (int i = 0; i < 10; i++)
    data[pick_byte (data, *size)] = (char) pick (256);
}

/* A page that was not written when the others were. */
static void
bring_back_page (char *data, gsize *size)
{
  gsize at = pick (MIN (*size, earlier.size) / PAGE) * PAGE;

  memcpy (data + at, earlier.data + at, PAGE);
}

/* As mail in text mode does it, here from somewhere on. */
static void
change_line_ends (char *data, gsize *size)
{
  for (gsize i = pick (*size); i < *size; i++)
    if (data[i] == '\r')
      data[i] = '\n';
}

static void
remove_byte (char *data, gsize *size)
{
  gsize at = pick (*size);

  memmove (data + at, data + at + 1, *size - at - 1);
  (*size)--;
}

typedef struct
{
  const char *name;
  void (*damage) (char *data, gsize *size);
} Kind;

static const Kind kinds[] = {
  { "flipped-bit", flip_bit },         { "header-byte", change_header },        { "zeroed-page", zero_page },
  { "swapped-pages", swap_pages },     { "repeated-page", repeat_page },        { "cut", cut },
  { "cut-pages", cut_pages },          { "scrambled-sector", scramble_sector }, { "scrambled-bytes", scramble_bytes },
  { "earlier-page", bring_back_page }, { "line-ends", change_line_ends },       { "removed-byte", remove_byte },
};

/* A hang ends the test at once, as an abort would. */
G_GNUC_NORETURN static void
alarm_cb (int number)
{
  static const char words[] = "Bail out! a damaged file took too long\n";

  if (write (STDOUT_FILENO, words, sizeof words - 1) > 0)
    fsync (STDOUT_FILENO);
  abort ();
}

/* TRUE when it was refused. */
static gboolean
take_in (const char *folder, const char *data, gsize size)
{
  g_autofree char *file = g_build_filename (folder, "user.mou", NULL);
  g_autofree char *copy = g_build_filename (folder, "copy.mou", NULL);
  g_autoptr (GError) error = NULL;
  MouFileIdentity identity;
  gsize size_after;

  store_fixture_write (file, data, size);
  alarm (SECONDS_MAX);
  gboolean accepted = mou_intake (file, copy, &identity, NULL, &error);
  g_autoptr (MouStore) store = accepted ? mou_store_open (copy, &error) : NULL;
  alarm (0);
  g_autofree char *after = store_fixture_read (file, &size_after);
  g_assert_cmpmem (after, size_after, data, size);

  if (!accepted)
    {
      g_assert_true (error->domain == MOU_STORE_ERROR);
      g_assert_nonnull (strstr (error->message, "user.mou"));
      g_assert_false (g_file_test (copy, G_FILE_TEST_EXISTS));
      return TRUE;
    }
  g_assert_no_error (error);
  g_autofree char *dump = store_fixture_dump (mou_store_get_register (store));
  g_assert_cmpstr (dump, ==, saved.dump);
  g_clear_pointer (&store, mou_store_free);
  g_remove (copy);

  return FALSE;
}

static void
test_damage (gconstpointer data)
{
  const Kind *kind = data;
  guint n_files = store_fixture_get_length (15), n_refused = 0;
  g_autofree char *folder = g_dir_make_tmp ("mou-damage-XXXXXX", NULL);

  for (guint i = 0; i < n_files; i++)
    {
      gsize size = saved.size;
      g_autofree char *damaged = g_memdup2 (saved.data, saved.size);
      kind->damage (damaged, &size);
      n_refused += take_in (folder, damaged, size);
    }
  store_fixture_remove_folder (folder);
  g_test_message ("%s: %u files, %u refused, %u opened as what they were", kind->name, n_files, n_refused, n_files - n_refused);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  signal (SIGALRM, alarm_cb);

  make_saved ();
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *path = g_strdup_printf ("/store/damage/%s", kinds[i].name);
      g_test_add_data_func (path, &kinds[i], test_damage);
    }

  int result = g_test_run ();
  g_free (saved.data);
  g_free (saved.dump);
  g_free (earlier.data);
  g_free (earlier.dump);

  return result;
}
