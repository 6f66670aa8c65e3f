/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The frame that every verb stands in, and the verbs that work on any row: set, add, delete, fix, undo, redo. */

#include "mou-document-edits.h"
#include "mou-document-private.h"

#include "mou-row-name.h"

#include <glib/gi18n-lib.h>

MouEdit *
_mou_document_begin (MouDocument *self, MouEntryKind kind, GError **error, const char *format, ...)
{
  g_autofree char *label = NULL;
  MouEdit *edit;
  va_list arguments;

  g_return_val_if_fail (self->store != NULL, NULL);

  if (!_mou_document_check_writable (self, error))
    return NULL;

  va_start (arguments, format);
  label = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  edit = mou_edit_begin (self->store, kind, self->author, label, error);
  if (edit == NULL)
    _mou_document_adopt_error (error);

  return edit;
}

gboolean
_mou_document_finish (MouDocument *self, MouEdit **edit, gboolean done, GError **error)
{
  g_autoptr (MouEdit) taken = g_steal_pointer (edit);
  gint64 entry = 0;

  if (!done || !mou_edit_commit (taken, &entry, error))
    return _mou_document_adopt_error (error);

  if (entry != 0)
    _mou_document_refresh (self);

  return TRUE;
}

gboolean
_mou_document_finish_showing (MouDocument *self, MouEdit **edit, gboolean done, gint64 agreement, GError **error)
{
  gint64 shown = self->agreement;

  self->agreement = agreement;
  if (_mou_document_finish (self, edit, done, error))
    return TRUE;

  self->agreement = shown;
  return FALSE;
}

MouRow *
_mou_document_find_any (MouDocument *self, gint64 id, GError **error)
{
  MouRow *row = mou_register_lookup (self->rows, id);

  if (row == NULL)
    _mou_document_refuse (error, _ ("The row does not exist any more."));

  return row;
}

MouRow *
_mou_document_find_row (MouDocument *self, gint64 id, MouEntity entity, GError **error)
{
  MouRow *row = mou_register_lookup (self->rows, id);
  g_autofree char *word = NULL;

  if (row != NULL && row->entity == entity)
    return row;

  word = mou_entity_dup_word (entity);
  _mou_document_refuse (error, _ ("There is no such %s in the register."), word);
  return NULL;
}

GPtrArray *
_mou_document_list_children (MouDocument *self, gint64 parent, MouEntity entity)
{
  GPtrArray *children = mou_register_get_children (self->rows, parent, entity);
  GPtrArray *list = g_ptr_array_new_full (children->len, (GDestroyNotify) mou_row_unref);

  for (guint i = 0; i < children->len; i++)
    g_ptr_array_add (list, mou_row_ref (g_ptr_array_index (children, i)));

  return list;
}

char *
_mou_id_text (gint64 id)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, id);
}

/* An indicator that has others below it can only be a group. */
static gboolean
check_kind (MouDocument *self, const MouRow *row, int field, const char *text, GError **error)
{
  g_autoptr (GPtrArray) below = NULL;

  if (row->entity != MOU_ENTITY_INDICATOR || field != MOU_INDICATOR_KIND || g_strcmp0 (text, "group") == 0)
    return TRUE;

  below = mou_register_list_group (self->rows, row->parent, row->id);
  return below->len == 0
         || _mou_document_refuse (error, _ ("%s has indicators below it, so it has to stay a group."),
                                  mou_row_get (row, MOU_INDICATOR_CODE));
}

gboolean
_mou_document_put_field (MouDocument *self, MouEdit *edit, const MouRow *row, int field, const char *text, GError **error)
{
  return check_kind (self, row, field, text, error) && mou_edit_set (edit, row->id, field, text, error);
}

/* Proposing, agreeing and signing stand out in the journal. */
static MouEntryKind
get_entry_kind (const MouRow *row, int field)
{
  return row->entity == MOU_ENTITY_AGREEMENT && field == MOU_AGREEMENT_STATUS ? MOU_ENTRY_STATUS : MOU_ENTRY_EDIT;
}

gboolean
_mou_document_set_any_field (MouDocument *self, const MouRow *row, int field, const char *text, GError **error)
{
  g_autofree char *name = mou_row_name (self->rows, NULL, row);
  g_autofree char *word = mou_field_dup_word (mou_field_get (row->entity, field));
  g_autoptr (MouEdit) edit = NULL;

  edit = _mou_document_begin (self, get_entry_kind (row, field), error, _ ("Change %s of %s"), word, name);

  return _mou_document_finish (self, &edit, edit != NULL && _mou_document_put_field (self, edit, row, field, text, error), error);
}

gboolean
mou_document_set_field (MouDocument *self, gint64 row, int field, const char *text, GError **error)
{
  const MouRow *found;

  g_return_val_if_fail (MOU_IS_DOCUMENT (self), FALSE);

  found = _mou_document_find_any (self, row, error);
  if (found == NULL)
    return FALSE;
  g_return_val_if_fail (field >= 0 && (guint) field < found->n_values, FALSE);

  if (found->entity == MOU_ENTITY_AGREEMENT && field == MOU_AGREEMENT_STATUS)
    return _mou_document_set_status (self, found, text, error);

  return _mou_document_set_any_field (self, found, field, text, error);
}

gboolean
mou_document_add_row (MouDocument *self, MouEntity entity, gint64 parent, const char *const *values, gint64 *row, GError **error)
{
  g_autofree char *word = NULL;
  g_autofree char *name = NULL;
  g_autoptr (MouEdit) edit = NULL;
  MouEntity above;
  gint64 id = 0;

  g_return_val_if_fail (MOU_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (entity >= 0 && entity < MOU_N_ENTITIES, FALSE);

  above = mou_entity_get_info (entity)->parent;
  if (above != MOU_ENTITY_NONE && _mou_document_find_row (self, parent, above, error) == NULL)
    return FALSE;

  word = mou_entity_dup_word (entity);
  name = above != MOU_ENTITY_NONE ? mou_row_name_by_id (self->rows, NULL, parent) : NULL;
  edit = name != NULL ? _mou_document_begin (self, MOU_ENTRY_EDIT, error, _ ("Add %s to %s"), word, name)
                      : _mou_document_begin (self, MOU_ENTRY_EDIT, error, _ ("Add %s"), word);
  if (edit != NULL)
    id = mou_edit_insert (edit, entity, parent, -1, values, error);
  if (row != NULL)
    *row = id;

  return _mou_document_finish (self, &edit, id != 0, error);
}

gboolean
mou_document_delete_row (MouDocument *self, gint64 row, GError **error)
{
  return mou_document_delete_rows (self, &row, 1, error);
}

/* A row may already have gone with another of them. */
static gboolean
delete_remaining (MouDocument *self, MouEdit *edit, const gint64 *rows, guint n_rows, GError **error)
{
  for (guint i = 0; i < n_rows; i++)
    if (mou_register_lookup (self->rows, rows[i]) != NULL && !mou_edit_delete (edit, rows[i], error))
      return FALSE;

  return TRUE;
}

gboolean
mou_document_delete_rows (MouDocument *self, const gint64 *rows, guint n_rows, GError **error)
{
  g_autofree char *name = NULL;
  g_autoptr (MouEdit) edit = NULL;

  g_return_val_if_fail (MOU_IS_DOCUMENT (self), FALSE);

  if (n_rows == 0)
    return TRUE;
  for (guint i = 0; i < n_rows; i++)
    if (_mou_document_find_any (self, rows[i], error) == NULL)
      return FALSE;

  name = mou_row_name_by_id (self->rows, NULL, rows[0]);
  edit = n_rows == 1 ? _mou_document_begin (self, MOU_ENTRY_EDIT, error, _ ("Delete %s"), name)
                     : _mou_document_begin (self, MOU_ENTRY_EDIT, error, ngettext ("Delete %u row", "Delete %u rows", n_rows), n_rows);

  return _mou_document_finish (self, &edit, edit != NULL && delete_remaining (self, edit, rows, n_rows, error), error);
}

static guint
find_index (GPtrArray *siblings, gint64 row)
{
  guint index = 0;

  while (((const MouRow *) g_ptr_array_index (siblings, index))->id != row)
    index++;

  return index;
}

gboolean
mou_document_move_row (MouDocument *self, gint64 row, int places, GError **error)
{
  g_autoptr (GPtrArray) siblings = NULL;
  g_autofree char *name = NULL;
  g_autoptr (MouEdit) edit = NULL;
  const MouRow *found;
  gint64 index, target, ordinal;

  g_return_val_if_fail (MOU_IS_DOCUMENT (self), FALSE);

  found = _mou_document_find_any (self, row, error);
  if (found == NULL)
    return FALSE;
  g_return_val_if_fail (found->entity != MOU_ENTITY_INDICATOR, FALSE);

  siblings = _mou_document_list_children (self, found->parent, found->entity);
  index = find_index (siblings, row);
  target = CLAMP (index + places, 0, (gint64) siblings->len - 1);
  if (target == index)
    return TRUE;

  name = mou_row_name (self->rows, NULL, found);
  g_ptr_array_remove_index (siblings, (guint) index);
  edit = _mou_document_begin (self, MOU_ENTRY_EDIT, error, _ ("Move %s"), name);

  return _mou_document_finish (self, &edit,
                               edit != NULL && _mou_document_make_room (edit, siblings, (guint) target, &ordinal, error)
                                   && mou_edit_set_ordinal (edit, row, ordinal, error),
                               error);
}

static gboolean
insert_fix (MouEdit *edit, const MouFix *fix, GError **error)
{
  guint n_fields;
  int key = mou_field_find_key (fix->entity);
  g_autofree const char **values = NULL;

  mou_field_table (fix->entity, &n_fields);
  values = g_new0 (const char *, n_fields);
  if (key >= 0)
    values[key] = fix->key;
  values[fix->field] = fix->value;

  return mou_edit_insert (edit, fix->entity, fix->parent, -1, values, error) != 0;
}

gboolean
mou_document_apply_fix (MouDocument *self, const MouFix *fix, GError **error)
{
  g_autofree char *name = NULL;
  g_autofree char *word = NULL;
  g_autoptr (MouEdit) edit = NULL;
  gboolean done;

  g_return_val_if_fail (MOU_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (fix != NULL, FALSE);
  g_return_val_if_fail (mou_field_get (fix->entity, fix->field) != NULL, FALSE);

  if (_mou_document_find_any (self, fix->row != 0 ? fix->row : fix->parent, error) == NULL)
    return FALSE;

  name = mou_row_name_by_id (self->rows, NULL, fix->row != 0 ? fix->row : fix->parent);
  word = mou_field_dup_word (mou_field_get (fix->entity, fix->field));
  edit = _mou_document_begin (self, MOU_ENTRY_EDIT, error, _ ("Fix %s of %s"), word, name);
  done = edit != NULL && (fix->row != 0 ? mou_edit_set (edit, fix->row, fix->field, fix->value, error) : insert_fix (edit, fix, error));

  return _mou_document_finish (self, &edit, done, error);
}

typedef gboolean (*JournalStep) (MouStore *store, const char *author, gint64 *entry, GError **error);

static gboolean
step_journal (MouDocument *self, JournalStep step, const char *nothing, GError **error)
{
  gint64 entry = 0;

  g_return_val_if_fail (self->store != NULL, FALSE);

  if (!_mou_document_check_writable (self, error))
    return FALSE;
  if (!step (self->store, self->author, &entry, error))
    return _mou_document_adopt_error (error);
  if (entry == 0)
    return _mou_document_refuse (error, "%s", nothing);

  _mou_document_refresh (self);
  return TRUE;
}

gboolean
mou_document_undo (MouDocument *self, GError **error)
{
  g_return_val_if_fail (MOU_IS_DOCUMENT (self), FALSE);

  return step_journal (self, mou_journal_undo, _ ("There is nothing to undo."), error);
}

gboolean
mou_document_redo (MouDocument *self, GError **error)
{
  g_return_val_if_fail (MOU_IS_DOCUMENT (self), FALSE);

  return step_journal (self, mou_journal_redo, _ ("There is nothing to redo."), error);
}
