/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What an entry did to each agreement, row by row from before its first change to after its last, and whether it may. */

#include "mou-signing-private.h"

#include "mou-canon.h"
#include "mou-error.h"
#include "mou-register-private.h"

#include <glib/gi18n-lib.h>

/* What all changes of one row come to; either is NULL where the row was or is not there. */
typedef struct
{
  const MouRow *before;
  const MouRow *after;
  gboolean noted;
} Net;

typedef struct
{
  MouRegister *rows;
  gboolean undoing;
  GHashTable *nets;  /* &id → Net */
  GHashTable *deeds; /* &id of an agreement → Deeds */
} Check;

/* What happened to one agreement. */
typedef struct
{
  gint64 agreement;
  const MouRow *touched; /* the first row of its signed scope that changed other than by coming and going re-bases */
  guint rebases_added, rebases_removed;
  guint acts_added, acts_removed, acts_changed;
  gboolean rebased, reopened; /* by an act that was added */
} Deeds;

static GHashTable *
collect_nets (GPtrArray *changes)
{
  GHashTable *nets = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);

  for (guint i = 0; i < changes->len; i++)
    {
      const MouChange *change = g_ptr_array_index (changes, i);
      gint64 *id = &((MouRow *) mou_change_get_row (change))->id;
      Net *net = g_hash_table_lookup (nets, id);

      if (net == NULL)
        {
          net = g_new0 (Net, 1);
          net->before = change->before;
          g_hash_table_insert (nets, id, net);
        }
      net->after = change->after;
    }

  return nets;
}

/* As it is, or as it was where it has gone. */
static const MouRow *
find_row (const Check *self, gint64 id)
{
  const MouRow *row = mou_register_lookup (self->rows, id);
  const Net *net = row == NULL ? g_hash_table_lookup (self->nets, &id) : NULL;

  return net != NULL ? net->before : row;
}

/* The agreement above the row, and in *indicator the code of the indicator on the way, or NULL. */
static const MouRow *
find_agreement (const Check *self, const MouRow *row, const char **indicator)
{
  *indicator = NULL;
  while (row != NULL && row->entity > MOU_ENTITY_AGREEMENT)
    {
      if (row->entity == MOU_ENTITY_INDICATOR)
        *indicator = mou_row_get (row, MOU_INDICATOR_CODE);
      row = find_row (self, row->parent);
    }

  return row;
}

static Deeds *
ensure_deeds (const Check *self, gint64 agreement)
{
  Deeds *deeds = g_hash_table_lookup (self->deeds, &agreement);

  if (deeds == NULL)
    {
      deeds = g_new0 (Deeds, 1);
      deeds->agreement = agreement;
      g_hash_table_insert (self->deeds, &deeds->agreement, deeds);
    }

  return deeds;
}

static void
note_act (Deeds *deeds, const Net *net)
{
  const char *act = net->before == NULL ? mou_row_get (net->after, MOU_SIGNING_ACT) : NULL;

  if (act == NULL && net->after == NULL)
    deeds->acts_removed++;
  else if (act == NULL)
    deeds->acts_changed++;
  else
    deeds->acts_added++;

  deeds->rebased = deeds->rebased || g_strcmp0 (act, "rebased") == 0;
  deeds->reopened = deeds->reopened || g_strcmp0 (act, "reopened") == 0;
}

/* A place among siblings counts where the canonical text shows it. */
static gboolean
is_signed_update (const MouRow *before, const MouRow *after)
{
  if (before->ordinal != after->ordinal && _mou_entity_is_ordered (after->entity))
    return TRUE;

  for (guint i = 0; i < after->n_values; i++)
    if (mou_canon_is_signed_field (after->entity, (int) i) && g_strcmp0 (before->values[i], after->values[i]) != 0)
      return TRUE;

  return FALSE;
}

static void
note_signed_row (Deeds *deeds, const Net *net)
{
  const MouRow *row = net->after != NULL ? net->after : net->before;

  if (net->before != NULL && net->after != NULL && !is_signed_update (net->before, net->after))
    return;

  if (row->entity == MOU_ENTITY_REBASE && net->before == NULL)
    deeds->rebases_added++;
  else if (row->entity == MOU_ENTITY_REBASE && net->after == NULL)
    deeds->rebases_removed++;
  else if (deeds->touched == NULL)
    deeds->touched = row;
}

/* What the organisation is called stands in each of its agreements. */
static void
note_organisation (const Check *self, const Net *net)
{
  GPtrArray *agreements;

  if (net->before == NULL || net->after == NULL)
    return;

  agreements = mou_register_get_children (self->rows, net->after->id, MOU_ENTITY_AGREEMENT);
  for (guint i = 0; i < agreements->len; i++)
    note_signed_row (ensure_deeds (self, ((const MouRow *) g_ptr_array_index (agreements, i))->id), net);
}

static void
note (const Check *self, Net *net)
{
  const MouRow *row = net->after != NULL ? net->after : net->before;
  const char *indicator;
  const MouRow *agreement;

  if (net->noted || row == NULL || (net->before != NULL && net->after != NULL && mou_row_equal (net->before, net->after)))
    return;
  net->noted = TRUE;
  if (row->entity == MOU_ENTITY_ORGANISATION)
    {
      note_organisation (self, net);
      return;
    }
  if (row->entity != MOU_ENTITY_SIGNING && !mou_canon_is_signed (row->entity))
    return;

  agreement = find_agreement (self, row, &indicator);
  g_return_if_fail (agreement != NULL);
  if (row->entity == MOU_ENTITY_SIGNING)
    note_act (ensure_deeds (self, agreement->id), net);
  else
    note_signed_row (ensure_deeds (self, agreement->id), net);
}

static gboolean
is_locked (const MouRow *agreement)
{
  return mou_signing_is_locking (mou_row_get (agreement, MOU_AGREEMENT_STATUS));
}

static gboolean
refuse (GError **error, const char *sentence)
{
  g_set_error_literal (error, MOU_CORE_ERROR, MOU_CORE_ERROR_INVALID, sentence);

  return FALSE;
}

/* `format` has one %s, for the agreement. */
static char *
dup_name (const Check *self, const MouRow *agreement)
{
  return _mou_signing_build_name (find_row (self, agreement->parent), agreement);
}

static gboolean
refuse_touched (const Check *self, const MouRow *agreement, const MouRow *touched, GError **error)
{
  const char *indicator;
  g_autofree char *name = dup_name (self, agreement);
  g_autofree char *sentence = NULL;

  find_agreement (self, touched, &indicator);
  sentence = _mou_signing_describe (name, indicator, touched->entity);

  return refuse (error, sentence);
}

/* Whether the last act, where there is any, is one that locks and bears the seal of what the agreement says now. */
static gboolean
check_seal (const Check *self, const MouRow *agreement, GError **error)
{
  const MouRow *last = mou_signing_get_last (self->rows, agreement->id);
  g_autofree char *name = NULL;
  g_autofree char *seal = NULL;
  g_autofree char *sentence = NULL;

  if (last == NULL)
    return TRUE;

  name = dup_name (self, agreement);
  if (g_str_equal (mou_row_get (last, MOU_SIGNING_ACT), "reopened"))
    {
      sentence = g_strdup_printf (_ ("%s was reopened after it was signed; it has to be signed anew."), name);
      return refuse (error, sentence);
    }

  seal = mou_signing_dup_seal (self->rows, agreement->id);
  if (g_str_equal (mou_row_get (last, MOU_SIGNING_SEAL), seal))
    return TRUE;

  sentence = g_strdup_printf (_ ("%s would not say what was signed: its seal would be %s, that of the signature is %s."), name, seal,
                              mou_row_get (last, MOU_SIGNING_SEAL));
  return refuse (error, sentence);
}

static gboolean
check_unlocking (const Check *self, const Deeds *deeds, const MouRow *agreement, GError **error)
{
  const MouRow *last = mou_signing_get_last (self->rows, agreement->id);
  g_autofree char *name = NULL;
  g_autofree char *sentence = NULL;

  if (deeds->reopened && last != NULL && g_str_equal (mou_row_get (last, MOU_SIGNING_ACT), "reopened"))
    return TRUE;

  name = dup_name (self, agreement);
  sentence = self->undoing ? g_strdup_printf (_ ("The signature of %s is not undone; reopen it with a reason instead."), name)
                           : g_strdup_printf (_ ("%s is signed; only reopening it with a reason makes it a draft again."), name);

  return refuse (error, sentence);
}

static gboolean
check_rebases (const Check *self, const Deeds *deeds, const MouRow *agreement, GError **error)
{
  g_autofree char *name = NULL;
  g_autofree char *sentence = NULL;

  if ((deeds->rebases_added == 0 || deeds->rebased) && (deeds->rebases_removed == 0 || (self->undoing && deeds->acts_removed > 0)))
    return TRUE;

  name = dup_name (self, agreement);
  sentence = deeds->rebases_added > 0
                 ? g_strdup_printf (_ ("%s is signed; a re-base of it is recorded together with its date and seal."), name)
                 : g_strdup_printf (_ ("%s is signed; a re-base that was recorded stays."), name);

  return refuse (error, sentence);
}

/* It was locked, and still is. */
static gboolean
check_locked (const Check *self, const Deeds *deeds, const MouRow *agreement, GError **error)
{
  /* In one piece, as an import or its undo does. */
  gboolean signed_anew = (deeds->reopened && deeds->acts_added > 1) || (self->undoing && deeds->acts_removed > 1);

  if (!signed_anew && deeds->touched != NULL)
    return refuse_touched (self, agreement, deeds->touched, error);
  if (!signed_anew && !check_rebases (self, deeds, agreement, error))
    return FALSE;
  if (deeds->touched == NULL && deeds->rebases_added + deeds->rebases_removed + deeds->acts_added + deeds->acts_removed == 0)
    return TRUE;

  return check_seal (self, agreement, error);
}

static gboolean
check_record (const Check *self, const Deeds *deeds, const MouRow *agreement, GError **error)
{
  g_autofree char *name = NULL;
  g_autofree char *sentence = NULL;

  if (deeds->acts_changed == 0 && (deeds->acts_removed == 0 || self->undoing))
    return TRUE;

  name = dup_name (self, agreement);
  sentence = g_strdup_printf (_ ("What is on record about the signing of %s stays as it is."), name);

  return refuse (error, sentence);
}

static gboolean
check_deeds (const Check *self, const Deeds *deeds, GError **error)
{
  const Net *net = g_hash_table_lookup (self->nets, &deeds->agreement);
  const MouRow *after = mou_register_lookup (self->rows, deeds->agreement);
  const MouRow *before = net != NULL ? net->before : after;

  if (before == NULL)
    return TRUE;
  if (after == NULL)
    return !is_locked (before) || self->undoing || refuse_touched (self, before, before, error);
  if (!check_record (self, deeds, after, error))
    return FALSE;
  if (is_locked (before))
    return is_locked (after) ? check_locked (self, deeds, after, error) : check_unlocking (self, deeds, after, error);

  return !is_locked (after) || check_seal (self, after, error);
}

/* Nothing is locked in most registers for most of the year. */
static gboolean
may_matter (MouRegister *rows, GPtrArray *changes)
{
  GPtrArray *organisations = mou_register_get_children (rows, 0, MOU_ENTITY_ORGANISATION);

  for (guint i = 0; i < changes->len; i++)
    {
      MouEntity entity = mou_change_get_row (g_ptr_array_index (changes, i))->entity;

      if (entity == MOU_ENTITY_AGREEMENT || entity == MOU_ENTITY_SIGNING)
        return TRUE;
    }
  for (guint i = 0; i < organisations->len; i++)
    if (_mou_signing_find_locked (rows, ((const MouRow *) g_ptr_array_index (organisations, i))->id) != 0)
      return TRUE;

  return FALSE;
}

gboolean
mou_signing_check_changes (MouRegister *rows, GPtrArray *changes, gboolean undoing, GError **error)
{
  g_autoptr (GHashTable) nets = NULL;
  g_autoptr (GHashTable) all_deeds = NULL;
  GHashTableIter iter;
  gpointer value;

  g_return_val_if_fail (rows != NULL && changes != NULL, FALSE);

  if (!may_matter (rows, changes))
    return TRUE;

  nets = collect_nets (changes);
  all_deeds = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);
  const Check self = { rows, undoing, nets, all_deeds };

  /* In the order of the changes, so that the first that is refused is the one that is named. */
  for (guint i = 0; i < changes->len; i++)
    note (&self, g_hash_table_lookup (nets, &mou_change_get_row (g_ptr_array_index (changes, i))->id));

  g_hash_table_iter_init (&iter, all_deeds);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    if (!check_deeds (&self, value, error))
      return FALSE;

  return TRUE;
}
