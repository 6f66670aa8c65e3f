/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A row's path is made of what people call it: "agreement=2567/indicator=2.4/level=4"; rows without a key count from 1 among
 * their siblings. References are written as the path of their target below its agreement, so no id is left in the text. */

#include "mou-canon.h"

#include "mou-register-private.h"

#include <string.h>

#define SEAL_CHARACTERS 20
#define SEAL_GROUP 5

static const char seal_digits[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

typedef struct
{
  MouRegister *rows;
  GString *text;
  gboolean signed_scope; /* leave out what is not signed */
} Canon;

gboolean
mou_canon_is_signed (MouEntity entity)
{
  while (entity != MOU_ENTITY_NONE)
    {
      if (entity == MOU_ENTITY_ASSESSMENT || entity == MOU_ENTITY_PROJECT || entity == MOU_ENTITY_SIGNING)
        return FALSE;
      entity = mou_entity_get_info (entity)->parent;
    }

  return TRUE;
}

gboolean
mou_canon_is_signed_field (MouEntity entity, int field)
{
  return mou_canon_is_signed (entity) && !(entity == MOU_ENTITY_AGREEMENT && field == MOU_AGREEMENT_STATUS);
}

static void
append_escaped (GString *text, const char *value, gboolean in_path)
{
  for (const char *p = value; *p != '\0'; p++)
    {
      if (*p == '\\')
        g_string_append (text, "\\\\");
      else if (*p == '\t')
        g_string_append (text, "\\t");
      else if (*p == '\n')
        g_string_append (text, "\\n");
      else if (*p == '/' && in_path)
        g_string_append (text, "\\/");
      else
        g_string_append_c (text, *p);
    }
}

static void append_target (const Canon *self, GString *path, gint64 id);

/* "level=4", "result=indicator=2.4", "mission=1" */
static void
append_step (const Canon *self, GString *path, const MouRow *row)
{
  int field = mou_field_find_key (row->entity);
  guint position;

  g_string_append_printf (path, "%s=", mou_entity_get_info (row->entity)->table);
  if (field < 0)
    {
      g_ptr_array_find (mou_register_get_children (self->rows, row->parent, row->entity), row, &position);
      g_string_append_printf (path, "%u", position + 1);
    }
  else if (mou_field_get (row->entity, field)->type == MOU_FIELD_REFERENCE)
    append_target (self, path, mou_row_get_reference (row, field));
  else
    append_escaped (path, mou_row_get (row, field), TRUE);
}

static void
append_target (const Canon *self, GString *path, gint64 id)
{
  const MouRow *row = mou_register_lookup (self->rows, id);
  const MouRow *parent = mou_register_lookup (self->rows, row->parent);

  if (parent->entity != MOU_ENTITY_AGREEMENT)
    {
      append_target (self, path, parent->id);
      g_string_append_c (path, '/');
    }
  append_step (self, path, row);
}

static void
write_value (const Canon *self, const char *path, const MouField *field, const MouRow *row, int index)
{
  g_string_append_printf (self->text, "%s\t%s\t", path, field->key);
  if (field->type == MOU_FIELD_REFERENCE)
    append_target (self, self->text, mou_row_get_reference (row, index));
  else
    append_escaped (self->text, mou_row_get (row, index), FALSE);
  g_string_append_c (self->text, '\n');
}

static gboolean
is_left_out (const Canon *self, const MouRow *row, guint field)
{
  return self->signed_scope && !mou_canon_is_signed_field (row->entity, (int) field);
}

static void
write_values (const Canon *self, const char *path, const MouRow *row)
{
  const MouField *fields = mou_field_table (row->entity, NULL);
  gsize before = self->text->len;

  for (guint i = 0; i < row->n_values; i++)
    if (row->values[i] != NULL && !is_left_out (self, row, i))
      write_value (self, path, &fields[i], row, (int) i);
  if (self->text->len == before)
    g_string_append_printf (self->text, "%s\t\t\n", path);
}

typedef struct
{
  MouRow *row;
  gint64 number; /* of an INTEGER or YEAR key */
  char *path;
} Entry;

static void
clear_entry (gpointer data)
{
  g_free (((Entry *) data)->path);
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const Entry *left = a, *right = b;

  if (left->number != right->number)
    return left->number < right->number ? -1 : 1;

  return strcmp (left->path, right->path);
}

/* The rows with their paths, in the order in which they are written. */
static GArray *
list_entries (const Canon *self, const char *above, GPtrArray *rows, MouEntity entity)
{
  GArray *entries = g_array_sized_new (FALSE, FALSE, sizeof (Entry), rows->len);
  int field = mou_field_find_key (entity);

  g_array_set_clear_func (entries, clear_entry);
  for (guint i = 0; i < rows->len; i++)
    {
      MouRow *row = g_ptr_array_index (rows, i);
      g_autoptr (GString) path = g_string_new (above);
      Entry entry = { row, 0, NULL };

      if (path->len > 0)
        g_string_append_c (path, '/');
      append_step (self, path, row);
      entry.path = g_string_free (g_steal_pointer (&path), FALSE);
      if (field >= 0 && mou_field_get (entity, field)->type != MOU_FIELD_TEXT)
        entry.number = mou_field_get (entity, field)->type == MOU_FIELD_REFERENCE ? 0 : mou_row_get_integer (row, field, 0);
      g_array_append_val (entries, entry);
    }
  if (!_mou_entity_is_ordered (entity))
    g_array_sort (entries, compare_entries);

  return entries;
}

static void write_row (const Canon *self, const char *path, const MouRow *row);

/* The path of an indicator names no groups, since codes are unique in the agreement; the group is a value of it. */
static void
write_rows (const Canon *self, const char *above, GPtrArray *rows, MouEntity entity)
{
  g_autoptr (GArray) entries = list_entries (self, above, rows, entity);

  for (guint i = 0; i < entries->len; i++)
    {
      const Entry *entry = &g_array_index (entries, Entry, i);

      write_row (self, entry->path, entry->row);
      if (entity == MOU_ENTITY_INDICATOR)
        write_rows (self, above, _mou_register_get_group (self->rows, entry->row->parent, entry->row->id), entity);
    }
}

static void
write_row (const Canon *self, const char *path, const MouRow *row)
{
  write_values (self, path, row);

  for (MouEntity entity = row->entity + 1; entity < MOU_N_ENTITIES; entity++)
    {
      if (mou_entity_get_info (entity)->parent != row->entity)
        continue;
      if (self->signed_scope && !mou_canon_is_signed (entity))
        continue;
      if (entity == MOU_ENTITY_INDICATOR)
        write_rows (self, path, _mou_register_get_group (self->rows, row->id, 0), entity);
      else
        write_rows (self, path, mou_register_get_children (self->rows, row->id, entity), entity);
    }
}

char *
mou_canon_register_text (MouRegister *self)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const Canon canon = { self, text, FALSE };

  g_return_val_if_fail (self != NULL, NULL);

  write_rows (&canon, "", mou_register_get_children (self, 0, MOU_ENTITY_ORGANISATION), MOU_ENTITY_ORGANISATION);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
mou_canon_agreement_text (MouRegister *self, gint64 agreement)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GString) path = g_string_new (NULL);
  const Canon canon = { self, text, TRUE };
  const MouRow *row, *organisation;

  g_return_val_if_fail (self != NULL, NULL);
  row = mou_register_lookup (self, agreement);
  g_return_val_if_fail (row != NULL && row->entity == MOU_ENTITY_AGREEMENT, NULL);

  organisation = mou_register_lookup (self, row->parent);
  append_step (&canon, path, organisation);
  write_values (&canon, path->str, organisation);
  g_string_append_c (path, '/');
  append_step (&canon, path, row);
  write_row (&canon, path->str, row);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
mou_canon_hash (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
}

/* Five bits of the digest, most significant first. */
static guint
get_five_bits (const guint8 *digest, guint index)
{
  guint bit = index * 5;
  guint pair = (guint) digest[bit / 8] << 8 | digest[bit / 8 + 1];

  return (pair >> (11 - bit % 8)) & 31;
}

char *
mou_canon_seal (const char *text)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autoptr (GString) seal = g_string_new (NULL);
  guint8 digest[32];
  gsize length = sizeof digest;

  g_return_val_if_fail (text != NULL, NULL);

  g_checksum_update (checksum, (const guchar *) text, -1);
  g_checksum_get_digest (checksum, digest, &length);
  for (guint i = 0; i < SEAL_CHARACTERS; i++)
    {
      if (i > 0 && i % SEAL_GROUP == 0)
        g_string_append_c (seal, '-');
      g_string_append_c (seal, seal_digits[get_five_bits (digest, i)]);
    }

  return g_string_free (g_steal_pointer (&seal), FALSE);
}

/* The digit that was meant; '\0' when it is none. */
static char
read_seal_digit (char typed)
{
  char digit = g_ascii_toupper (typed);

  if (digit == 'O')
    return '0';
  if (digit == 'I' || digit == 'L')
    return '1';

  return digit != '\0' && strchr (seal_digits, digit) != NULL ? digit : '\0';
}

char *
mou_canon_parse_seal (const char *typed)
{
  g_autoptr (GString) seal = g_string_new (NULL);
  guint n_digits = 0;

  g_return_val_if_fail (typed != NULL, NULL);

  for (const char *at = typed; *at != '\0'; at++)
    {
      char digit = read_seal_digit (*at);

      if (*at == '-' || *at == ' ')
        continue;
      if (digit == '\0' || n_digits >= SEAL_CHARACTERS)
        return NULL;
      if (n_digits > 0 && n_digits % SEAL_GROUP == 0)
        g_string_append_c (seal, '-');
      g_string_append_c (seal, digit);
      n_digits++;
    }

  return n_digits == SEAL_CHARACTERS ? g_string_free (g_steal_pointer (&seal), FALSE) : NULL;
}
