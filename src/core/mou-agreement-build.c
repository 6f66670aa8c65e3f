/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From the rows of an agreement to a MouAgreement; its indicators and assessments are added by mou-snapshot-cache. */

#include "mou-agreement-private.h"

static void
read_organisation (MouAgreement *self, const MouRow *row)
{
  self->organisation_id = row->id;
  self->organisation = mou_row_get (row, MOU_ORGANISATION_NAME);
  self->organisation_en = mou_row_get (row, MOU_ORGANISATION_NAME_EN);
  self->abbreviation = mou_row_get (row, MOU_ORGANISATION_ABBREVIATION);
  self->ministry = mou_row_get (row, MOU_ORGANISATION_MINISTRY);
  self->fiscal_year_start_month = (int) mou_row_get_integer (row, MOU_ORGANISATION_FISCAL_YEAR_START_MONTH, 1);
}

static void
read_own_fields (MouAgreement *self, const MouRow *row)
{
  const MouScale *scale = mou_scale_lookup (mou_row_get (row, MOU_AGREEMENT_SCALE));

  self->id = row->id;
  self->fiscal_year = (int) mou_row_get_integer (row, MOU_AGREEMENT_FISCAL_YEAR, 0);
  self->title = mou_row_get (row, MOU_AGREEMENT_TITLE);
  self->status = mou_row_get (row, MOU_AGREEMENT_STATUS);
  self->scale = scale != NULL ? scale : mou_scale_get (MOU_SCALE_FIVE_LEVEL);
  self->rounding = (MouRoundingPolicy) _mou_row_read_choice (row, MOU_AGREEMENT_ROUNDING);
  self->not_applicable = (MouNotApplicablePolicy) _mou_row_read_choice (row, MOU_AGREEMENT_NOT_APPLICABLE);
  self->vision = mou_row_get (row, MOU_AGREEMENT_VISION);
  self->copies = (int) mou_row_get_integer (row, MOU_AGREEMENT_COPIES, 0);
}

static void
read_parties (MouAgreement *self, MouRegister *rows, GPtrArray *keep)
{
  GPtrArray *children = mou_register_get_children (rows, self->id, MOU_ENTITY_PARTY);

  self->parties = g_array_sized_new (FALSE, FALSE, sizeof (MouParty), children->len);
  for (guint i = 0; i < children->len; i++)
    {
      MouRow *row = g_ptr_array_index (children, i);
      MouParty party = { row->id, (int) mou_row_get_integer (row, MOU_PARTY_SIDE, 0), mou_row_get (row, MOU_PARTY_NAME),
                         mou_row_get (row, MOU_PARTY_POSITION), mou_row_get (row, MOU_PARTY_ON_BEHALF_OF) };

      g_array_append_val (self->parties, party);
      g_ptr_array_add (keep, mou_row_ref (row));
    }
}

static void
read_notes (MouAgreement *self, MouRegister *rows, GPtrArray *keep)
{
  GPtrArray *children = mou_register_get_children (rows, self->id, MOU_ENTITY_NOTE);

  self->notes = g_array_sized_new (FALSE, FALSE, sizeof (MouNote), children->len);
  for (guint i = 0; i < children->len; i++)
    {
      MouRow *row = g_ptr_array_index (children, i);
      MouNote note = { row->id, (int) mou_row_get_integer (row, MOU_NOTE_NUMBER, 0), mou_row_get (row, MOU_NOTE_TEXT) };

      g_array_append_val (self->notes, note);
      g_ptr_array_add (keep, mou_row_ref (row));
    }
}

static MouAgreementKeep *
new_keep (void)
{
  MouAgreementKeep *keep = g_new0 (MouAgreementKeep, 1);

  keep->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) mou_row_unref);
  keep->by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  keep->by_code = g_hash_table_new (g_str_hash, g_str_equal);

  return keep;
}

MouAgreement *
_mou_agreement_new (MouRegister *rows, MouRow *organisation, MouRow *row)
{
  MouAgreement *self = g_new0 (MouAgreement, 1);
  MouAgreementKeep *keep = new_keep ();

  g_atomic_ref_count_init (&self->references);
  self->keep = keep;
  g_ptr_array_add (keep->rows, mou_row_ref (organisation));
  g_ptr_array_add (keep->rows, mou_row_ref (row));

  read_organisation (self, organisation);
  read_own_fields (self, row);
  read_parties (self, rows, keep->rows);
  read_notes (self, rows, keep->rows);
  self->missions = _mou_texts_new (rows, row->id, MOU_ENTITY_MISSION, keep->rows);
  self->terms = _mou_texts_new (rows, row->id, MOU_ENTITY_TERM, keep->rows);
  self->nodes = g_array_new (FALSE, FALSE, sizeof (MouNode));
  self->assessments = g_ptr_array_new_with_free_func ((GDestroyNotify) _mou_assessment_unref);

  return self;
}

guint
_mou_agreement_add_node (MouAgreement *self, const MouIndicator *indicator, int parent, int depth)
{
  MouAgreementKeep *keep = self->keep;
  guint index = self->nodes->len;
  MouNode node = { indicator, parent, depth, (int) index + 1 };

  g_array_append_val (self->nodes, node);
  g_hash_table_insert (keep->by_id, (gpointer) &indicator->id, GUINT_TO_POINTER (index));
  if (indicator->code != NULL)
    g_hash_table_insert (keep->by_code, (gpointer) indicator->code, GUINT_TO_POINTER (index));

  return index;
}
