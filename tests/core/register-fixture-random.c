/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Random registers, made from the entity and field tables alone, so that a new entity or field is covered without a word here. */

#include "register-fixture.h"

#define KEY_POOL 6
#define CHILDREN_MAX 4

typedef struct
{
  GRand *random;
  MouRegister *rows;
  GPtrArray *made; /* MouRow, borrowed, parents first */
} Maker;

static gint
pick (const Maker *self, gint end)
{
  return g_rand_int_range (self->random, 0, end);
}

static const MouRow *
get_agreement (const Maker *self, gint64 id)
{
  const MouRow *row = mou_register_lookup (self->rows, id);

  while (row->entity != MOU_ENTITY_AGREEMENT)
    row = mou_register_lookup (self->rows, row->parent);

  return row;
}

/* The rows that a reference in a row under `parent` may point to. */
static GPtrArray *
get_targets (const Maker *self, gint64 parent, MouEntity target)
{
  const MouRow *above = mou_register_lookup (self->rows, parent);

  if (target == MOU_ENTITY_INDICATOR)
    return mou_register_get_children (self->rows, get_agreement (self, parent)->id, target);

  return mou_register_get_children (self->rows, mou_row_get_reference (above, MOU_RESULT_INDICATOR), target);
}

static char *
make_reference (const Maker *self, gint64 parent, MouEntity target)
{
  GPtrArray *targets = get_targets (self, parent, target);

  if (targets->len == 0)
    return NULL;

  return g_strdup_printf ("%" G_GINT64_FORMAT, ((MouRow *) g_ptr_array_index (targets, (guint) pick (self, (gint) targets->len)))->id);
}

static char *
make_value (const Maker *self, gint64 parent, const MouField *field)
{
  static const char *const texts[] = { "ก/ข", "a\\b", "=1+1", "ร้อยละ 5", "x y", "“z”" };
  static const char *const pasts[] = { "-", "N/A", "0", "27.12", "-5.0" };
  int number = pick (self, KEY_POOL);

  switch (field->type)
    {
    case MOU_FIELD_TEXT:
      return g_strdup (texts[number]);
    case MOU_FIELD_LONG_TEXT:
      return g_strdup_printf ("%s\n%d", texts[number], pick (self, KEY_POOL));
    case MOU_FIELD_DECIMAL:
      return g_strdup_printf ("%d.%d", number, pick (self, KEY_POOL));
    case MOU_FIELD_INTEGER:
      return g_strdup_printf ("%d", field->minimum + number % (field->maximum - field->minimum + 1));
    case MOU_FIELD_BOOLEAN:
      return number % 2 == 0 ? g_strdup ("1") : NULL;
    case MOU_FIELD_CHOICE:
      return g_strdup (field->choices[(guint) number % g_strv_length ((char **) field->choices)]);
    case MOU_FIELD_DATE:
      return g_strdup_printf ("2024-02-%02d", number + 1);
    case MOU_FIELD_YEAR:
      return g_strdup_printf ("%d", 2560 + number);
    case MOU_FIELD_HISTORY:
      return g_strdup (pasts[number % (int) G_N_ELEMENTS (pasts)]);
    case MOU_FIELD_REFERENCE:
      return make_reference (self, parent, field->target);
    default:
      g_assert_not_reached ();
    }
}

/* Nothing is added when a required reference has nothing to point to, the key is taken, or a reopening has no reason. */
static void
add_random_row (const Maker *self, MouEntity entity, gint64 parent)
{
  guint n_fields;
  const MouField *fields = mou_field_table (entity, &n_fields);
  g_autoptr (GPtrArray) values = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (MouRow) row = NULL;
  g_autoptr (MouChange) change = NULL;

  for (guint i = 0; i < n_fields; i++)
    {
      gboolean required = fields[i].flags & MOU_FIELD_REQUIRED;
      char *value = required || pick (self, 2) ? make_value (self, parent, &fields[i]) : NULL;

      g_ptr_array_add (values, value);
      if (required && value == NULL)
        return;
      if ((fields[i].flags & MOU_FIELD_KEY) && mou_register_find (self->rows, parent, entity, value) != NULL)
        return;
    }

  if (entity == MOU_ENTITY_SIGNING && g_str_equal (values->pdata[MOU_SIGNING_ACT], "reopened") && values->pdata[MOU_SIGNING_REASON] == NULL)
    return;

  row = mou_row_new (entity, 1 + (gint64) g_rand_int (self->random), parent, pick (self, KEY_POOL), (const char *const *) values->pdata);
  change = mou_change_new (NULL, row);
  mou_register_apply (self->rows, change);
  g_ptr_array_add (self->made, row);
}

static void
add_random_children (const Maker *self, MouEntity entity, gint64 parent)
{
  gint count = entity == MOU_ENTITY_MEASURE ? pick (self, 2) : 1 + pick (self, CHILDREN_MAX);

  for (gint i = 0; i < count; i++)
    add_random_row (self, entity, parent);
}

MouRegister *
fixture_new_random (guint32 seed)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  g_autoptr (GPtrArray) made = g_ptr_array_new ();
  const Maker maker = { random, mou_register_new (), made };

  add_random_children (&maker, MOU_ENTITY_ORGANISATION, 0);
  for (MouEntity entity = MOU_ENTITY_AGREEMENT; entity < MOU_N_ENTITIES; entity++)
    {
      guint n_parents = made->len;

      for (guint i = 0; i < n_parents; i++)
        {
          const MouRow *parent = g_ptr_array_index (made, i);

          if (parent->entity == mou_entity_get_info (entity)->parent)
            add_random_children (&maker, entity, parent->id);
        }
    }

  return maker.rows;
}
