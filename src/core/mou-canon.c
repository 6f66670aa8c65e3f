/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A row's path is made of what people call it: "agreement=2567/indicator=2.4/level=4"; rows without a key count from 1 among
 * their siblings. References are written as the path of their target below its agreement, so no id is left in the text. */

#include "mou-canon.h"

#include "mou-register-private.h"

#include <string.h>

#define EVALUATION_FORMAT "mou-evaluation-seal/1"

typedef enum
{
  SCOPE_ALL,
  SCOPE_SIGNED,   /* of an agreement */
  SCOPE_REPORTED, /* of an assessment */
} Scope;

typedef struct
{
  MouRegister *rows;
  GString *text;
  Scope scope;
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
  const char *special = in_path ? "\\\t\n/" : "\\\t\n";

  for (;;)
    {
      gsize plain = strcspn (value, special);

      g_string_append_len (text, value, (gssize) plain);
      value += plain;
      if (*value == '\0')
        return;
      g_string_append_c (text, '\\');
      g_string_append_c (text, *value == '\t' ? 't' : *value == '\n' ? 'n' : *value);
      value++;
    }
}

static void append_target (const Canon *self, GString *path, gint64 id);

/* "level=4", "result=indicator=2.4", "mission=1" */
static void
append_step (const Canon *self, GString *path, const MouRow *row)
{
  int field = mou_field_find_key (row->entity);
  guint position;

  g_string_append (path, mou_entity_get_info (row->entity)->table);
  g_string_append_c (path, '=');
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
  g_string_append (self->text, path);
  g_string_append_c (self->text, '\t');
  g_string_append (self->text, field->key);
  g_string_append_c (self->text, '\t');
  if (field->type == MOU_FIELD_REFERENCE)
    append_target (self, self->text, mou_row_get_reference (row, index));
  else
    append_escaped (self->text, mou_row_get (row, index), FALSE);
  g_string_append_c (self->text, '\n');
}

/* The interchange must carry all that an evaluation's seal is over. */
static gboolean
has_entity (const Canon *self, MouEntity entity)
{
  switch (self->scope)
    {
    case SCOPE_SIGNED:
      return mou_canon_is_signed (entity);
    case SCOPE_REPORTED:
      return mou_entity_get_info (entity)->shape != MOU_SHAPE_NONE;
    case SCOPE_ALL:
    default:
      return TRUE;
    }
}

static gboolean
has_field (const Canon *self, MouEntity entity, guint field)
{
  return self->scope != SCOPE_SIGNED || mou_canon_is_signed_field (entity, (int) field);
}

static void
write_values (const Canon *self, const char *path, const MouRow *row)
{
  const MouField *fields = mou_field_table (row->entity, NULL);
  gsize before = self->text->len;

  for (guint i = 0; i < row->n_values; i++)
    if (row->values[i] != NULL && has_field (self, row->entity, i))
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
      if (mou_entity_get_info (entity)->parent != row->entity || !has_entity (self, entity))
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
  const Canon canon = { self, text, SCOPE_ALL };

  g_return_val_if_fail (self != NULL, NULL);

  write_rows (&canon, "", mou_register_get_children (self, 0, MOU_ENTITY_ORGANISATION), MOU_ENTITY_ORGANISATION);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
mou_canon_agreement_text (MouRegister *self, gint64 agreement)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GString) path = g_string_new (NULL);
  const Canon canon = { self, text, SCOPE_SIGNED };
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

static void
append_line (GString *text, const char *name, const char *value)
{
  g_string_append_printf (text, "%s\t", name);
  append_escaped (text, value != NULL ? value : "", FALSE);
  g_string_append_c (text, '\n');
}

static const char *
get_choice (MouAgreementField field, int choice)
{
  return mou_field_get (MOU_ENTITY_AGREEMENT, (int) field)->choices[choice];
}

/* What is judged, and by which rules. */
static void
append_heading (const Canon *self, const MouEvaluation *evaluation, const char *agreement_hash)
{
  const MouAgreement *agreement = evaluation->agreement;
  g_autofree char *year = g_strdup_printf ("%d", agreement->fiscal_year);

  append_line (self->text, "format", EVALUATION_FORMAT);
  append_line (self->text, "organisation", agreement->abbreviation);
  append_line (self->text, "fiscal_year", year);
  append_line (self->text, "agreement", agreement_hash);
  append_line (self->text, "assessment", evaluation->assessment != NULL ? evaluation->assessment->name : NULL);
  append_line (self->text, "scale", agreement->scale->key);
  append_line (self->text, "rounding", get_choice (MOU_AGREEMENT_ROUNDING, (int) agreement->rounding));
  append_line (self->text, "not_applicable", get_choice (MOU_AGREEMENT_NOT_APPLICABLE, (int) agreement->not_applicable));
}

static void
append_ratio (GString *text, const MouRatio *ratio)
{
  g_autofree char *exact = ratio != NULL ? mou_ratio_to_text (ratio) : NULL;

  g_string_append_printf (text, "\t%s", exact != NULL ? exact : "");
}

/* "score\tindicator=1.1\tscored\t7/2\t7/20": state, score and what it counts. */
static void
append_scores (const Canon *self, const MouEvaluation *evaluation)
{
  for (guint i = 0; i < mou_agreement_get_n_nodes (evaluation->agreement); i++)
    {
      const MouScore *score = mou_evaluation_get_score (evaluation, i);

      g_string_append (self->text, "score\t");
      append_target (self, self->text, mou_agreement_get_node (evaluation->agreement, i)->indicator->id);
      g_string_append_printf (self->text, "\t%s", mou_score_state_key (score->state));
      append_ratio (self->text, score->score);
      append_ratio (self->text, score->weighted);
      g_string_append_c (self->text, '\n');
    }
  g_string_append_printf (self->text, "total\t%s", evaluation->complete ? "complete" : "incomplete");
  append_ratio (self->text, evaluation->total);
  append_ratio (self->text, evaluation->points);
  g_string_append_c (self->text, '\n');
}

char *
mou_canon_evaluation_text (MouRegister *self, const MouEvaluation *evaluation, const char *agreement_hash)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GString) path = g_string_new (NULL);
  const Canon canon = { self, text, SCOPE_REPORTED };
  g_autofree char *computed = NULL;
  gint64 assessment;

  g_return_val_if_fail (self != NULL && evaluation != NULL, NULL);
  g_return_val_if_fail (mou_register_lookup (self, evaluation->agreement->id) != NULL, NULL);

  assessment = evaluation->assessment != NULL ? evaluation->assessment->id : 0;
  if (agreement_hash == NULL)
    {
      g_autofree char *scope = mou_canon_agreement_text (self, evaluation->agreement->id);

      computed = mou_canon_hash (scope);
    }
  append_heading (&canon, evaluation, agreement_hash != NULL ? agreement_hash : computed);
  if (assessment != 0)
    {
      const MouRow *row = mou_register_lookup (self, assessment);

      g_return_val_if_fail (row != NULL && row->parent == evaluation->agreement->id, NULL);
      append_step (&canon, path, row);
      write_row (&canon, path->str, row);
    }
  append_scores (&canon, evaluation);

  return g_string_free (g_steal_pointer (&text), FALSE);
}
