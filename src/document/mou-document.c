/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The object: what is shown, what was made of it, and the properties. Files are in mou-document-file.c, verbs in
 * mou-document-edit*.c. */

#include "mou-document-private.h"

G_DEFINE_FINAL_TYPE (MouDocument, mou_document, G_TYPE_OBJECT)

typedef enum
{
  PROP_PATH = 1,
  PROP_MODIFIED,
  PROP_UNDO_LABEL,
  PROP_REDO_LABEL,
  PROP_READ_ONLY,
  N_PROPERTIES
} MouDocumentProperty;
typedef enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
} MouDocumentSignal;

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

static void
drop_derived (MouDocument *self)
{
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  g_clear_pointer (&self->evaluation, mou_evaluation_unref);
  g_clear_pointer (&self->snapshot, mou_agreement_unref);
}

static gboolean
has_agreement (MouDocument *self, gint64 id)
{
  const MouRow *row = id != 0 ? mou_register_lookup (self->rows, id) : NULL;

  return row != NULL && row->entity == MOU_ENTITY_AGREEMENT;
}

/* What was shown may have been deleted, or undone out of existence. */
static void
mend_shown (MouDocument *self)
{
  const MouRow *assessment = self->assessment != 0 ? mou_register_lookup (self->rows, self->assessment) : NULL;

  if (!has_agreement (self, self->agreement))
    {
      g_autoptr (GArray) agreements = mou_document_list_agreements (self);

      self->agreement = agreements->len > 0 ? g_array_index (agreements, gint64, 0) : 0;
    }

  if (assessment == NULL || assessment->entity != MOU_ENTITY_ASSESSMENT || assessment->parent != self->agreement)
    self->assessment = 0;
}

static void
update_text (MouDocument *self, char **text, const char *now, MouDocumentProperty property)
{
  if (g_strcmp0 (*text, now) == 0)
    return;

  g_free (*text);
  *text = g_strdup (now);
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

void
_mou_document_notify_state (MouDocument *self)
{
  const char *undo = NULL;
  const char *redo = NULL;
  gint64 entry = mou_store_get_entry (self->store);
  gboolean modified = entry != mou_working_copy_get_saved_entry (self->working_copy) && entry != self->reverted_entry;

  if (mou_journal_get_undoable (self->store, &undo) == 0)
    undo = NULL;

  g_object_freeze_notify (G_OBJECT (self));
  update_text (self, &self->undo_label, undo, PROP_UNDO_LABEL);
  if (mou_journal_get_redoable (self->store, &redo) == 0)
    redo = NULL;
  update_text (self, &self->redo_label, redo, PROP_REDO_LABEL);
  update_text (self, &self->path, mou_working_copy_get_target (self->working_copy), PROP_PATH);
  if (modified != self->modified)
    {
      self->modified = modified;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MODIFIED]);
    }
  g_object_thaw_notify (G_OBJECT (self));
}

void
_mou_document_refresh (MouDocument *self)
{
  g_assert (self->store != NULL);

  drop_derived (self);
  mend_shown (self);
  _mou_document_notify_state (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

void
_mou_document_release (MouDocument *self, gboolean discard)
{
  if (discard && self->working_copy != NULL)
    mou_working_copy_discard (self->working_copy);

  drop_derived (self);
  self->agreement = self->assessment = 0;
  self->rows = NULL;
  g_clear_pointer (&self->seal_states, g_hash_table_unref);
  g_clear_pointer (&self->store, mou_store_free);
  g_clear_pointer (&self->working_copy, mou_working_copy_free);
}

static void
mou_document_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  MouDocument *self = MOU_DOCUMENT (object);

  switch ((MouDocumentProperty) id)
    {
    case PROP_PATH:
      g_value_set_string (value, self->path);
      break;
    case PROP_MODIFIED:
      g_value_set_boolean (value, self->modified);
      break;
    case PROP_UNDO_LABEL:
      g_value_set_string (value, self->undo_label);
      break;
    case PROP_REDO_LABEL:
      g_value_set_string (value, self->redo_label);
      break;
    case PROP_READ_ONLY:
      g_value_set_boolean (value, self->read_only_reason != NULL);
      break;
    case N_PROPERTIES:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
mou_document_dispose (GObject *object)
{
  MouDocument *self = MOU_DOCUMENT (object);

  /* An unmodified copy has nothing that the file has not. */
  _mou_document_release (self, !self->modified);

  G_OBJECT_CLASS (mou_document_parent_class)->dispose (object);
}

static void
mou_document_finalize (GObject *object)
{
  MouDocument *self = MOU_DOCUMENT (object);

  g_free (self->author);
  g_free (self->path);
  g_free (self->undo_label);
  g_free (self->redo_label);
  g_free (self->read_only_reason);
  g_free (self->backup_problem);

  G_OBJECT_CLASS (mou_document_parent_class)->finalize (object);
}

static void
mou_document_class_init (MouDocumentClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = mou_document_get_property;
  object_class->dispose = mou_document_dispose;
  object_class->finalize = mou_document_finalize;

  properties[PROP_PATH] = g_param_spec_string ("path", NULL, NULL, NULL, flags);
  properties[PROP_MODIFIED] = g_param_spec_boolean ("modified", NULL, NULL, FALSE, flags);
  properties[PROP_UNDO_LABEL] = g_param_spec_string ("undo-label", NULL, NULL, NULL, flags);
  properties[PROP_REDO_LABEL] = g_param_spec_string ("redo-label", NULL, NULL, NULL, flags);
  properties[PROP_READ_ONLY] = g_param_spec_boolean ("read-only", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
mou_document_init (MouDocument *self)
{
}

gint64
mou_document_get_n_entries (MouDocument *self)
{
  g_return_val_if_fail (MOU_IS_DOCUMENT (self), 0);

  return self->store != NULL ? mou_store_get_entry (self->store) : 0;
}

guint
mou_document_count_unsaved (MouDocument *self)
{
  g_return_val_if_fail (MOU_IS_DOCUMENT (self), 0);
  g_return_val_if_fail (self->store != NULL, 0);

  return (guint) (mou_store_get_entry (self->store) - mou_working_copy_get_saved_entry (self->working_copy));
}

const char *
mou_document_get_path (MouDocument *self)
{
  g_return_val_if_fail (MOU_IS_DOCUMENT (self), NULL);

  return self->path;
}

gboolean
mou_document_get_modified (MouDocument *self)
{
  g_return_val_if_fail (MOU_IS_DOCUMENT (self), FALSE);

  return self->modified;
}

const char *
mou_document_get_undo_label (MouDocument *self)
{
  g_return_val_if_fail (MOU_IS_DOCUMENT (self), NULL);

  return self->undo_label;
}

const char *
mou_document_get_redo_label (MouDocument *self)
{
  g_return_val_if_fail (MOU_IS_DOCUMENT (self), NULL);

  return self->redo_label;
}

MouRegister *
mou_document_get_register (MouDocument *self)
{
  g_return_val_if_fail (MOU_IS_DOCUMENT (self), NULL);

  return self->rows;
}

gint64
mou_document_get_agreement_id (MouDocument *self)
{
  g_return_val_if_fail (MOU_IS_DOCUMENT (self), 0);

  return self->agreement;
}

void
mou_document_set_agreement_id (MouDocument *self, gint64 agreement)
{
  g_return_if_fail (MOU_IS_DOCUMENT (self));
  g_return_if_fail (self->store != NULL);
  g_return_if_fail (has_agreement (self, agreement));

  if (agreement == self->agreement)
    return;

  self->agreement = agreement;
  _mou_document_refresh (self);
}

static int
compare_years (gconstpointer a, gconstpointer b, gpointer rows)
{
  const MouRow *first = mou_register_lookup (rows, *(const gint64 *) a);
  const MouRow *second = mou_register_lookup (rows, *(const gint64 *) b);
  gint64 difference
      = mou_row_get_integer (second, MOU_AGREEMENT_FISCAL_YEAR, 0) - mou_row_get_integer (first, MOU_AGREEMENT_FISCAL_YEAR, 0);

  return (difference > 0) - (difference < 0);
}

GArray *
mou_document_list_agreements (MouDocument *self)
{
  GArray *ids;
  GPtrArray *organisations;

  g_return_val_if_fail (MOU_IS_DOCUMENT (self), NULL);
  g_return_val_if_fail (self->rows != NULL, NULL);

  ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  organisations = mou_register_get_children (self->rows, 0, MOU_ENTITY_ORGANISATION);
  for (guint i = 0; i < organisations->len; i++)
    {
      const MouRow *organisation = g_ptr_array_index (organisations, i);
      GPtrArray *agreements = mou_register_get_children (self->rows, organisation->id, MOU_ENTITY_AGREEMENT);
      g_autoptr (GArray) years = g_array_new (FALSE, FALSE, sizeof (gint64));

      for (guint k = 0; k < agreements->len; k++)
        g_array_append_val (years, ((const MouRow *) g_ptr_array_index (agreements, k))->id);
      g_array_sort_with_data (years, compare_years, self->rows);
      g_array_append_vals (ids, years->data, years->len);
    }

  return ids;
}

MouAgreement *
mou_document_get_agreement (MouDocument *self)
{
  g_return_val_if_fail (MOU_IS_DOCUMENT (self), NULL);

  if (self->snapshot == NULL && self->agreement != 0)
    self->snapshot = mou_register_dup_agreement (self->rows, self->agreement);

  return self->snapshot;
}

static const MouAssessment *
get_assessment (MouDocument *self, MouAgreement *agreement)
{
  return self->assessment != 0 ? mou_agreement_get_assessment (agreement, self->assessment)
                               : mou_agreement_find_assessment (agreement, NULL);
}

MouEvaluation *
mou_document_get_evaluation (MouDocument *self)
{
  MouAgreement *agreement;

  g_return_val_if_fail (MOU_IS_DOCUMENT (self), NULL);

  agreement = mou_document_get_agreement (self);
  if (self->evaluation == NULL && agreement != NULL)
    self->evaluation = mou_engine_evaluate (agreement, get_assessment (self, agreement));

  return self->evaluation;
}

gint64
mou_document_get_assessment_id (MouDocument *self)
{
  MouAgreement *agreement;
  const MouAssessment *assessment;

  g_return_val_if_fail (MOU_IS_DOCUMENT (self), 0);

  agreement = mou_document_get_agreement (self);
  assessment = agreement != NULL ? get_assessment (self, agreement) : NULL;

  return assessment != NULL ? assessment->id : 0;
}

void
mou_document_set_assessment_id (MouDocument *self, gint64 assessment)
{
  g_return_if_fail (MOU_IS_DOCUMENT (self));
  g_return_if_fail (self->store != NULL);

  if (assessment == self->assessment)
    return;

  self->assessment = assessment;
  _mou_document_refresh (self);
}
