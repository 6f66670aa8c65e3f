/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The verbs of the indicator tree: adding, moving, indenting, numbering. Codes follow position only when asked (renumber): a code
 * is printed, signed and quoted elsewhere, so moving a row does not change it by itself. */

#include "mou-document-edits.h"
#include "mou-document-private.h"

#include "mou-thai.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

/* An indicator and where it stands. */
typedef struct
{
  gint64 id;
  gint64 agreement;
  gint64 group;        /* 0 at the root */
  GPtrArray *siblings; /* MouRow, borrowed; itself among them */
  guint index;
} Place;

static void
place_clear (Place *place)
{
  g_clear_pointer (&place->siblings, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Place, place_clear)

static const char *
get_code (const MouRow *row)
{
  return mou_row_get (row, MOU_INDICATOR_CODE);
}

static guint
find_index (GPtrArray *siblings, gint64 id)
{
  guint index = 0;

  while (index < siblings->len && ((const MouRow *) g_ptr_array_index (siblings, index))->id != id)
    index++;

  return index;
}

static gboolean
find_place (MouDocument *self, gint64 id, Place *place, GError **error)
{
  const MouRow *row = _mou_document_find_row (self, id, MOU_ENTITY_INDICATOR, error);

  if (row == NULL)
    return FALSE;

  place->id = id;
  place->agreement = row->parent;
  place->group = mou_row_get_reference (row, MOU_INDICATOR_GROUP);
  place->siblings = mou_register_list_group (self->rows, place->agreement, place->group);
  place->index = find_index (place->siblings, id);
  return TRUE;
}

gboolean
_mou_document_make_group (MouDocument *self, MouEdit *edit, gint64 indicator, GError **error)
{
  return mou_edit_set (edit, indicator, MOU_INDICATOR_KIND, "group", error);
}

/* The number behind the last point of a code: 5 of "1.5" and of "๑.๕"; 0 when there is none. */
static int
get_last_number (const char *code)
{
  g_autofree char *arabic = mou_thai_digits_to_arabic (code);
  const char *point = strrchr (arabic, '.');
  const char *last = point != NULL ? point + 1 : arabic;

  return strspn (last, "0123456789") == strlen (last) && strlen (last) <= 6 ? atoi (last) : 0;
}

/* The first free code behind `after` in the group; `after` NULL: behind all of it. */
static char *
propose_code (MouDocument *self, gint64 agreement, const MouRow *group, GPtrArray *siblings, const MouRow *after)
{
  int number = after != NULL ? get_last_number (get_code (after)) : 0;

  if (after == NULL)
    for (guint i = 0; i < siblings->len; i++)
      number = MAX (number, get_last_number (get_code (g_ptr_array_index (siblings, i))));

  for (;;)
    {
      g_autofree char *code = NULL;

      number++;
      code = group != NULL ? g_strdup_printf ("%s.%d", get_code (group), number) : g_strdup_printf ("%d", number);
      if (mou_register_find (self->rows, agreement, MOU_ENTITY_INDICATOR, code) == NULL)
        return g_steal_pointer (&code);
    }
}

/* Inserts at `index` of the group a row with kind and decimals of `model` (may be NULL); its id, 0 on error. */
static gint64
insert_indicator (MouDocument *self, MouEdit *edit, const Place *place, guint index, const MouRow *model, const char *code, GError **error)
{
  g_autofree char *group = place->group != 0 ? _mou_id_text (place->group) : NULL;
  g_autofree char *kind = g_strdup (model != NULL ? mou_row_get (model, MOU_INDICATOR_KIND) : "linear");
  g_autofree char *decimals = model != NULL ? g_strdup (mou_row_get (model, MOU_INDICATOR_DECIMALS)) : NULL;
  const char *values[MOU_N_INDICATOR_FIELDS] = { NULL };
  gint64 ordinal;

  values[MOU_INDICATOR_GROUP] = group;
  values[MOU_INDICATOR_CODE] = code;
  values[MOU_INDICATOR_KIND] = kind;
  values[MOU_INDICATOR_DECIMALS] = decimals;
  if (place->group != 0 && !_mou_document_make_group (self, edit, place->group, error))
    return 0;
  if (!_mou_document_make_room (edit, place->siblings, index, &ordinal, error))
    return 0;

  return mou_edit_insert (edit, MOU_ENTITY_INDICATOR, place->agreement, ordinal, values, error);
}

/* Where a new indicator goes: agreement, group and siblings in *place, and its index among them. */
static gboolean
find_new_place (MouDocument *self, gint64 after, gboolean as_child, Place *place, guint *index, GError **error)
{
  if (after == 0 && self->agreement == 0)
    return _mou_document_refuse (error, _ ("There is no agreement to add an indicator to."));
  if (after != 0 && !find_place (self, after, place, error))
    return FALSE;

  if (after != 0 && !as_child)
    {
      *index = place->index + 1;
      return TRUE;
    }

  if (after == 0)
    place->agreement = self->agreement;
  place->group = after;
  g_clear_pointer (&place->siblings, g_ptr_array_unref);
  place->siblings = mou_register_list_group (self->rows, place->agreement, after);
  *index = place->siblings->len;
  return TRUE;
}

gboolean
mou_document_add_indicator (MouDocument *self, gint64 after, gboolean as_child, gint64 *row, GError **error)
{
  g_auto (Place) place = { 0 };
  g_autofree char *code = NULL;
  g_autoptr (MouEdit) edit = NULL;
  const MouRow *model, *group;
  guint index = 0;
  gint64 id = 0;

  g_return_val_if_fail (MOU_IS_DOCUMENT (self), FALSE);

  if (!find_new_place (self, after, as_child, &place, &index, error))
    return FALSE;

  group = place.group != 0 ? mou_register_lookup (self->rows, place.group) : NULL;
  model = index > 0 ? g_ptr_array_index (place.siblings, index - 1) : NULL;
  code = propose_code (self, place.agreement, group, place.siblings, index < place.siblings->len ? model : NULL);
  edit = _mou_document_begin (self, MOU_ENTRY_EDIT, error, _ ("Add indicator %s"), code);
  if (edit != NULL)
    id = insert_indicator (self, edit, &place, index, model, code, error);
  if (row != NULL)
    *row = id;

  return _mou_document_finish (self, &edit, id != 0, error);
}

/* Puts an existing indicator at `index` among `siblings` (without it) of `group`. */
static gboolean
put_indicator (MouEdit *edit, gint64 id, gint64 group, GPtrArray *siblings, guint index, GError **error)
{
  g_autofree char *group_text = group != 0 ? _mou_id_text (group) : NULL;
  gint64 ordinal;

  return _mou_document_make_room (edit, siblings, index, &ordinal, error) && mou_edit_set (edit, id, MOU_INDICATOR_GROUP, group_text, error)
         && mou_edit_set_ordinal (edit, id, ordinal, error);
}

gboolean
mou_document_move_indicator (MouDocument *self, gint64 row, int places, GError **error)
{
  g_auto (Place) place = { 0 };
  g_autoptr (MouEdit) edit = NULL;
  g_autofree char *code = NULL;
  gint64 target;

  g_return_val_if_fail (MOU_IS_DOCUMENT (self), FALSE);

  if (!find_place (self, row, &place, error))
    return FALSE;

  target = CLAMP ((gint64) place.index + places, 0, (gint64) place.siblings->len - 1);
  if (target == (gint64) place.index)
    return TRUE;

  code = g_strdup (get_code (mou_register_lookup (self->rows, row)));
  g_ptr_array_remove_index (place.siblings, place.index);
  edit = _mou_document_begin (self, MOU_ENTRY_EDIT, error, _ ("Move %s"), code);

  return _mou_document_finish (self, &edit, edit != NULL && put_indicator (edit, row, place.group, place.siblings, (guint) target, error),
                               error);
}

/* Under the sibling before it, as its last child. */
static gboolean
indent (MouDocument *self, const Place *place, const char *code, GError **error)
{
  g_autoptr (GPtrArray) siblings = NULL;
  g_autoptr (MouEdit) edit = NULL;
  gint64 group;
  gboolean done;

  if (place->index == 0)
    return _mou_document_refuse (error, _ ("%s has no indicator before it that it could go under."), code);

  group = ((const MouRow *) g_ptr_array_index (place->siblings, place->index - 1))->id;
  siblings = mou_register_list_group (self->rows, place->agreement, group);
  edit = _mou_document_begin (self, MOU_ENTRY_EDIT, error, _ ("Indent %s"), code);
  done = edit != NULL && _mou_document_make_group (self, edit, group, error)
         && put_indicator (edit, place->id, group, siblings, siblings->len, error);

  return _mou_document_finish (self, &edit, done, error);
}

/* Out of its group, to the place behind it. */
static gboolean
outdent (MouDocument *self, const Place *place, const char *code, GError **error)
{
  g_auto (Place) outer = { 0 };
  g_autoptr (MouEdit) edit = NULL;

  if (place->group == 0)
    return _mou_document_refuse (error, _ ("%s stands in no group."), code);
  if (!find_place (self, place->group, &outer, error))
    return FALSE;

  edit = _mou_document_begin (self, MOU_ENTRY_EDIT, error, _ ("Outdent %s"), code);
  return _mou_document_finish (self, &edit,
                               edit != NULL && put_indicator (edit, place->id, outer.group, outer.siblings, outer.index + 1, error), error);
}

gboolean
mou_document_indent_indicator (MouDocument *self, gint64 row, gboolean out, GError **error)
{
  g_auto (Place) place = { 0 };
  g_autofree char *code = NULL;

  g_return_val_if_fail (MOU_IS_DOCUMENT (self), FALSE);

  if (!find_place (self, row, &place, error))
    return FALSE;

  code = g_strdup (get_code (mou_register_lookup (self->rows, row)));
  return out ? outdent (self, &place, code, error) : indent (self, &place, code, error);
}

static gboolean
renumber_group (MouDocument *self, MouEdit *edit, gint64 group, const char *prefix, GError **error)
{
  g_autoptr (GPtrArray) siblings = mou_register_list_group (self->rows, self->agreement, group);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  /* Ids first: setting a code replaces the rows that the list borrows. */
  for (guint i = 0; i < siblings->len; i++)
    g_array_append_val (ids, ((const MouRow *) g_ptr_array_index (siblings, i))->id);

  for (guint i = 0; i < ids->len; i++)
    {
      g_autofree char *code = g_strdup_printf ("%s%u", prefix, i + 1);
      g_autofree char *below = g_strconcat (code, ".", NULL);
      gint64 id = g_array_index (ids, gint64, i);

      if (!mou_edit_set (edit, id, MOU_INDICATOR_CODE, code, error) || !renumber_group (self, edit, id, below, error))
        return FALSE;
    }

  return TRUE;
}

gboolean
mou_document_renumber (MouDocument *self, GError **error)
{
  g_autoptr (MouEdit) edit = NULL;

  g_return_val_if_fail (MOU_IS_DOCUMENT (self), FALSE);

  if (self->agreement == 0)
    return _mou_document_refuse (error, _ ("There is no agreement to renumber."));

  edit = _mou_document_begin (self, MOU_ENTRY_EDIT, error, "%s", _ ("Renumber the indicators"));
  return _mou_document_finish (self, &edit, edit != NULL && renumber_group (self, edit, 0, "", error), error);
}
