/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Naming rows by their KEY field, or by their first text where they have none, and by what they belong to. */

#include "mou-row-name.h"

#include <glib/gi18n-lib.h>

#define QUOTE_LENGTH 30
#define DEPTH_MAX 8 /* entities nest five deep; a damaged chain of parents must end as well */

static char *name_row (MouRegister *rows, GHashTable *gone, const MouRow *row, int depth);

char *
mou_text_dup_short (const char *text, int length)
{
  g_autoptr (GString) line = g_string_new (NULL);

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (length > 0, NULL);

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      /* A tone mark or vowel sign stays with the consonant before it. */
      if (length <= 0 && !g_unichar_ismark (c))
        {
          g_string_append (line, "…");
          break;
        }
      g_string_append_unichar (line, g_unichar_isspace (c) ? ' ' : c);
      length--;
    }

  return g_string_free (g_steal_pointer (&line), FALSE);
}

static const MouRow *
find_row (MouRegister *rows, GHashTable *gone, gint64 id)
{
  const MouRow *row = mou_register_lookup (rows, id);

  return row == NULL && gone != NULL ? g_hash_table_lookup (gone, &id) : row;
}

static char *
name_id (MouRegister *rows, GHashTable *gone, gint64 id, int depth)
{
  const MouRow *row = find_row (rows, gone, id);

  return row != NULL && depth < DEPTH_MAX ? name_row (rows, gone, row, depth + 1) : g_strdup ("?");
}

static char *
dup_quoted (const char *text)
{
  g_autofree char *cut = mou_text_dup_short (text, QUOTE_LENGTH);

  return g_strdup_printf (_ ("“%s”"), cut);
}

/* The row's KEY; NULL when it has none. */
static char *
dup_key (MouRegister *rows, GHashTable *gone, const MouRow *row, int depth)
{
  int field = mou_field_find_key (row->entity);
  const char *value = field >= 0 ? mou_row_get (row, field) : NULL;

  if (value != NULL && mou_field_get (row->entity, field)->type == MOU_FIELD_REFERENCE)
    return name_id (rows, gone, mou_row_get_reference (row, field), depth);

  return g_strdup (value);
}

/* The beginning of its first text, which has to do where siblings have no key; NULL when there is none. */
static char *
dup_first_text (const MouRow *row)
{
  if (mou_entity_get_info (row->entity)->shape == MOU_SHAPE_SINGLE)
    return NULL;

  for (guint i = 0; i < row->n_values; i++)
    {
      MouFieldType type = mou_field_get (row->entity, (int) i)->type;

      if (row->values[i] != NULL && (type == MOU_FIELD_TEXT || type == MOU_FIELD_LONG_TEXT))
        return dup_quoted (row->values[i]);
    }

  return NULL;
}

/* `key` may be NULL. */
static char *
name_by_key (MouRegister *rows, GHashTable *gone, const MouRow *row, const char *key, int depth)
{
  g_autofree char *word = mou_entity_dup_word (row->entity);
  g_autofree char *parent = NULL;
  MouEntity above = mou_entity_get_info (row->entity)->parent;

  if (row->entity == MOU_ENTITY_ORGANISATION || row->entity == MOU_ENTITY_INDICATOR)
    return g_strdup (key != NULL ? key : word);
  if (above == MOU_ENTITY_AGREEMENT)
    return key != NULL ? g_strdup_printf (C_ ("kind of row and its key", "%s %s"), word, key) : g_steal_pointer (&word);

  parent = name_id (rows, gone, row->parent, depth);
  if (row->entity == MOU_ENTITY_AGREEMENT && key != NULL)
    return g_strdup_printf (C_ ("organisation and year", "%s %s"), parent, key);

  return key != NULL ? g_strdup_printf (_ ("%s %s of %s"), word, key, parent) : g_strdup_printf (_ ("%s of %s"), word, parent);
}

static char *
name_row (MouRegister *rows, GHashTable *gone, const MouRow *row, int depth)
{
  g_autofree char *key = dup_key (rows, gone, row, depth);

  if (key == NULL)
    key = dup_first_text (row);

  return name_by_key (rows, gone, row, key, depth);
}

char *
mou_row_name (MouRegister *rows, GHashTable *gone, const MouRow *row)
{
  g_return_val_if_fail (rows != NULL, NULL);
  g_return_val_if_fail (row != NULL, NULL);

  return name_row (rows, gone, row, 0);
}

char *
mou_row_name_by_id (MouRegister *rows, GHashTable *gone, gint64 id)
{
  g_return_val_if_fail (rows != NULL, NULL);

  return name_id (rows, gone, id, 0);
}

char *
mou_row_name_unquoted (MouRegister *rows, GHashTable *gone, const MouRow *row)
{
  g_autofree char *key = NULL;

  g_return_val_if_fail (rows != NULL, NULL);
  g_return_val_if_fail (row != NULL, NULL);

  key = dup_key (rows, gone, row, 0);
  return name_by_key (rows, gone, row, key, 0);
}

char *
mou_row_dup_agreement_name (MouRegister *rows, GHashTable *gone, const MouRow *row)
{
  const MouRow *organisation;

  g_return_val_if_fail (rows != NULL, NULL);
  g_return_val_if_fail (row != NULL, NULL);

  while (row != NULL && row->entity != MOU_ENTITY_AGREEMENT)
    row = row->parent != 0 ? find_row (rows, gone, row->parent) : NULL;
  organisation = row != NULL ? find_row (rows, gone, row->parent) : NULL;
  if (organisation == NULL)
    return NULL;

  return g_strdup_printf ("%s/%s", mou_row_get (organisation, MOU_ORGANISATION_ABBREVIATION), mou_row_get (row, MOU_AGREEMENT_FISCAL_YEAR));
}
