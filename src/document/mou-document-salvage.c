/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The notes of mou-salvage become sentences here. Where many rows of one kind have the same to say, one sentence says it for all. */

#include "mou-document-salvage.h"

#include "mou-document-private.h"
#include "mou-row-name.h"
#include "mou-salvage.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#define VALUE_LENGTH 40
/* More sentences of one sort than this become one. */
#define MAX_ALIKE 12

void
mou_salvage_report_free (MouSalvageReport *self)
{
  if (self == NULL)
    return;

  g_free (self->summary);
  g_ptr_array_unref (self->counts);
  g_strfreev (self->losses);
  g_strfreev (self->restorations);
  g_free (self);
}

static void
append_lines (GString *text, const char *title, char **lines)
{
  if (lines[0] == NULL)
    return;

  g_string_append_printf (text, "\n%s\n", title);
  for (guint i = 0; lines[i] != NULL; i++)
    g_string_append_printf (text, "  %s\n", lines[i]);
}

char *
mou_salvage_report_dup_text (const MouSalvageReport *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_return_val_if_fail (self != NULL, NULL);

  g_string_append_printf (text, "%s\n", self->summary);
  for (guint i = 0; i < self->counts->len; i++)
    {
      const MouSalvageCount *count = g_ptr_array_index (self->counts, i);

      if (count->restored > 0 || count->lost > 0)
        g_string_append_printf (text, _ ("  %s: %u kept, %u restored, %u lost\n"), count->kind, count->kept, count->restored, count->lost);
    }
  append_lines (text, _ ("Lost or doubtful:"), self->losses);
  append_lines (text, _ ("Restored from the history:"), self->restorations);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Sentences */

static char *
dup_value (const char *value)
{
  g_autofree char *cut = value != NULL ? mou_text_dup_short (value, VALUE_LENGTH) : NULL;

  return cut != NULL ? g_strdup_printf (_ ("“%s”"), cut) : g_strdup (_ ("(blank)"));
}

static char *
describe_value (const MouSalvageNote *note, const char *name)
{
  g_autofree char *word = NULL;
  g_autofree char *now = NULL;
  g_autofree char *found = NULL;

  if (note->field < 0)
    return g_strdup_printf (_ ("%s: its place"), name);

  word = mou_field_dup_word (mou_field_get (note->entity, note->field));
  if (note->kind == MOU_SALVAGE_CLEARED)
    return g_strdup_printf (_ ("%s: %s could not be read"), name, word);

  now = dup_value (mou_field_get (note->entity, note->field)->type == MOU_FIELD_REFERENCE ? NULL : note->row->values[note->field]);
  if (note->reason == NULL || mou_field_get (note->entity, note->field)->type == MOU_FIELD_REFERENCE)
    return g_strdup_printf ("%s: %s %s", name, word, now);

  found = dup_value (note->reason);
  return g_strdup_printf (_ ("%s: %s %s; in the damaged file it was %s"), name, word, now, found);
}

static char *
describe_row (MouDocument *self, const MouSalvage *salvage, const MouSalvageNote *note)
{
  g_autofree char *name = mou_row_name (self->rows, salvage->gone, note->row);

  if (note->kind == MOU_SALVAGE_DROPPED)
    return g_strdup_printf (_ ("%s was left out: %s"), name, note->reason);

  return describe_value (note, name);
}

/* `parent` NULL: of no one in particular. */
static char *
describe_rows (MouSalvageNoteKind kind, MouEntity entity, const char *parent, guint count)
{
  const char *label = _ (mou_entity_get_info (entity)->label);
  g_autofree char *what = parent != NULL ? g_strdup_printf (_ ("%s of %s"), label, parent) : g_strdup (label);

  if (kind == MOU_SALVAGE_RESTORED)
    return g_strdup_printf (C_ ("rows that came back", "%s: %u"), what, count);
  if (kind == MOU_SALVAGE_ORPHANED)
    return g_strdup_printf (_ ("%s: %u left out, since what they belong to is lost"), what, count);
  if (kind == MOU_SALVAGE_UNREADABLE && count == 0)
    return g_strdup_printf (_ ("%s: there may have been more that nothing tells of any longer"), what);

  return g_strdup_printf (_ ("%s: %u could not be read"), what, count);
}

static char *
describe_attachments (guint count)
{
  if (count == 0)
    return g_strdup (_ ("Attached files could not be read"));

  return g_strdup_printf (
      ngettext ("%u attached file is no longer what was attached", "%u attached files are no longer what was attached", count), count);
}

static const MouRow *
find_row (MouDocument *self, const MouSalvage *salvage, gint64 id)
{
  const MouRow *row = mou_register_lookup (self->rows, id);

  return row != NULL ? row : g_hash_table_lookup (salvage->gone, &id);
}

static char *
describe_note (MouDocument *self, const MouSalvage *salvage, const MouSalvageNote *note)
{
  const MouRow *place = note->row != NULL ? note->row : find_row (self, salvage, note->parent);
  g_autofree char *agreement = place != NULL ? mou_row_dup_agreement_name (self->rows, salvage->gone, place) : NULL;
  g_autofree char *parent = NULL;
  g_autofree char *sentence = NULL;

  if (note->kind == MOU_SALVAGE_UNPROVEN)
    return g_strdup (_ ("Nothing proves that all values are those that were saved: compare them with a printed or an older copy"));
  if (note->kind == MOU_SALVAGE_ATTACHMENTS)
    return describe_attachments (note->count);

  if (note->row == NULL && place != NULL)
    parent = mou_row_name (self->rows, salvage->gone, place);
  sentence = note->row != NULL ? describe_row (self, salvage, note) : describe_rows (note->kind, note->entity, parent, note->count);

  return agreement != NULL && place->entity != MOU_ENTITY_AGREEMENT ? g_strdup_printf ("%s: %s", agreement, sentence)
                                                                    : g_steal_pointer (&sentence);
}

/* The report */

static gboolean
is_restoration (const MouSalvageNote *note)
{
  return note->kind == MOU_SALVAGE_RESTORED || note->kind == MOU_SALVAGE_RESTORED_VALUE;
}

static gboolean
are_alike (const MouSalvageNote *a, const MouSalvageNote *b)
{
  return a->kind == b->kind && a->entity == b->entity && (a->count == 0) == (b->count == 0);
}

/* The notes first .. end - 1 are of one sort. */
static void
describe_alike (MouDocument *self, const MouSalvage *salvage, guint first, guint end, GPtrArray *lines)
{
  const MouSalvageNote *note = g_ptr_array_index (salvage->notes, first);
  guint total = 0;

  for (guint i = first; i < end && end - first <= MAX_ALIKE; i++)
    g_ptr_array_add (lines, describe_note (self, salvage, g_ptr_array_index (salvage->notes, i)));
  if (end - first <= MAX_ALIKE)
    return;

  for (guint i = first; i < end; i++)
    total += ((const MouSalvageNote *) g_ptr_array_index (salvage->notes, i))->count;
  if (note->kind == MOU_SALVAGE_DROPPED)
    g_ptr_array_add (
        lines, g_strdup_printf (_ ("%s: %u left out, since they cannot stand"), _ (mou_entity_get_info (note->entity)->label), total));
  else if (note->kind == MOU_SALVAGE_CLEARED || note->kind == MOU_SALVAGE_RESTORED_VALUE)
    g_ptr_array_add (lines, g_strdup_printf (_ ("%s: %u values"), _ (mou_entity_get_info (note->entity)->label), total));
  else
    g_ptr_array_add (lines, describe_rows (note->kind, note->entity, NULL, total));
}

static char **
describe_notes (MouDocument *self, const MouSalvage *salvage, gboolean restorations, GPtrArray *lines)
{
  for (guint first = 0, end; first < salvage->notes->len; first = end)
    {
      const MouSalvageNote *note = g_ptr_array_index (salvage->notes, first);

      for (end = first + 1; end < salvage->notes->len && are_alike (note, g_ptr_array_index (salvage->notes, end));)
        end++;
      if (is_restoration (note) == restorations)
        describe_alike (self, salvage, first, end, lines);
    }
  g_ptr_array_add (lines, NULL);

  return (char **) g_ptr_array_free (lines, FALSE);
}

static char **
describe_losses (MouDocument *self, const MouSalvage *salvage)
{
  GPtrArray *lines = g_ptr_array_new ();

  if (!salvage->history_whole && salvage->n_entries > 0)
    g_ptr_array_add (lines,
                     g_strdup_printf (_ ("The history is kept up to entry %" PRId64 "; what came after it is lost"), salvage->n_entries));
  else if (!salvage->history_whole)
    g_ptr_array_add (lines, g_strdup (_ ("The history is lost; it begins anew with the salvage")));

  return describe_notes (self, salvage, FALSE, lines);
}

static GPtrArray *
count_rows (const MouSalvage *salvage, MouSalvageCount *total)
{
  GPtrArray *counts = g_ptr_array_new_with_free_func (g_free);

  for (MouEntity entity = 0; entity < MOU_N_ENTITIES; entity++)
    {
      const MouSalvageCount count
          = { _ (mou_entity_get_info (entity)->label), salvage->kept[entity], salvage->restored[entity], salvage->lost[entity] };

      total->kept += count.kept;
      total->restored += count.restored;
      total->lost += count.lost;
      if (count.kept + count.restored + count.lost > 0)
        g_ptr_array_add (counts, g_memdup2 (&count, sizeof count));
    }

  return counts;
}

static MouSalvageReport *
make_report (MouDocument *self, const MouSalvage *salvage)
{
  MouSalvageReport *report = g_new0 (MouSalvageReport, 1);
  MouSalvageCount total = { 0 };

  report->complete = mou_salvage_is_complete (salvage);
  report->counts = count_rows (salvage, &total);
  report->losses = describe_losses (self, salvage);
  report->restorations = describe_notes (self, salvage, TRUE, g_ptr_array_new ());
  if (report->complete)
    report->summary = g_strdup_printf (_ ("Everything is back: %u rows, and the whole history"), total.kept + total.restored);
  else
    report->summary = g_strdup_printf (_ ("%u rows could be read as they were, %u were restored from the history, %u are lost"), total.kept,
                                       total.restored, total.lost);

  return report;
}

/* Salvaging */

/* `shown` is what the damaged file is called, in the journal as well. */
static MouDocument *
salvage_file (const char *path, const char *shown, const char *state_dir, const char *author, GCancellable *cancellable,
              MouSalvageReport **report, GError **error)
{
  g_autoptr (MouWorkingCopy) working_copy = mou_working_copy_new (state_dir, NULL, error);
  g_autoptr (MouSalvage) salvage = NULL;
  g_autoptr (MouStore) store = NULL;
  g_autofree char *name = _mou_document_dup_author (author);
  g_autofree char *label = g_strdup_printf (_ ("Salvage %s"), shown);
  MouDocument *self;

  if (working_copy != NULL)
    salvage = mou_salvage_run (path, mou_working_copy_get_path (working_copy), name, label, cancellable, error);
  if (salvage != NULL)
    store = mou_store_open (mou_working_copy_get_path (working_copy), error);
  if (store == NULL)
    {
      if (working_copy != NULL)
        mou_working_copy_discard (working_copy);
      _mou_document_adopt_error (error);
      return NULL;
    }

  self = _mou_document_make (g_steal_pointer (&working_copy), g_steal_pointer (&store), author);
  *report = make_report (self, salvage);

  return self;
}

MouDocument *
mou_document_salvage (const char *path, const char *state_dir, const char *author, GCancellable *cancellable, MouSalvageReport **report,
                      GError **error)
{
  g_autofree char *shown = NULL;

  g_return_val_if_fail (path != NULL && report != NULL, NULL);

  *report = NULL;
  shown = g_filename_display_basename (path);

  return salvage_file (path, shown, state_dir, author, cancellable, report, error);
}

MouDocument *
mou_document_salvage_recoverable (const char *folder, const char *state_dir, const char *author, GCancellable *cancellable,
                                  MouSalvageReport **report, GError **error)
{
  g_autoptr (MouWorkingCopy) damaged = NULL;
  const char *target;
  g_autofree char *shown = NULL;

  g_return_val_if_fail (folder != NULL && report != NULL, NULL);

  *report = NULL;
  damaged = mou_working_copy_adopt (folder, error);
  if (damaged == NULL)
    {
      _mou_document_adopt_error (error);
      return NULL;
    }
  target = mou_working_copy_get_target (damaged);
  shown = target != NULL ? g_filename_display_basename (target) : g_strdup (_ ("unsaved work"));

  return salvage_file (mou_working_copy_get_path (damaged), shown, state_dir, author, cancellable, report, error);
}
