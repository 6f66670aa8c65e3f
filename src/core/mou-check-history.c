/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Past results: a blank is an omission, and what is provisional or pending needs a note that says so. */

#include "mou-check-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* "2563, 2565": the years of the printed columns that are blank; *n_blank may be 0. */
static char *
list_blank_years (const MouCheckRun *run, const MouIndicator *indicator, int *n_blank, int *first_blank)
{
  g_autoptr (GString) years = g_string_new (NULL);

  *n_blank = 0;
  for (int year = run->first_year; year <= run->last_year; year++)
    {
      if (mou_indicator_get_history (indicator, year) != NULL)
        continue;
      if ((*n_blank)++ == 0)
        *first_blank = year;
      g_string_append_printf (years, "%s%d", years->len > 0 ? ", " : "", year);
    }

  return g_string_free (g_steal_pointer (&years), FALSE);
}

void
_mou_check_history_gap (MouCheckRun *run, int node)
{
  const MouNode *own = mou_agreement_get_node (run->agreement, (guint) node);
  const MouIndicator *indicator = own->indicator;
  int n_blank, year = 0;
  g_autofree char *years = NULL;

  /* A group may have past results of its own, but need not. */
  if (indicator->history->len == 0 && (!mou_node_is_leaf (own, (guint) node) || indicator->kind == MOU_KIND_GROUP))
    return;
  years = list_blank_years (run, indicator, &n_blank, &year);
  if (n_blank == 0)
    return;

  _mou_check_add (
      run, node,
      (MouFinding){ .code = "history-gap",
                    .severity = MOU_SEVERITY_WARNING,
                    .entity = MOU_ENTITY_INDICATOR,
                    .row = indicator->id,
                    .field = -1,
                    .place = g_strdup_printf ("%s/history/%d", indicator->code, year),
                    .expected = g_strdup (years),
                    .message = g_strdup_printf (
                        _ ("%s has no past result for %s. Enter the result, - where there is no data, or N/A while it is considered."),
                        indicator->code, years) });
}

/* The last columns, blank from top to bottom: results that nobody has yet, so one finding says it for all. */
void
_mou_check_history_columns (MouCheckRun *run)
{
  int year = run->last_year + 1;

  if (run->first_year > run->last_year || year >= run->agreement->fiscal_year)
    return;

  _mou_check_add (
      run, MOU_CHECK_HEAD,
      (MouFinding){ .code = "history-gap",
                    .severity = MOU_SEVERITY_HINT,
                    .entity = MOU_ENTITY_AGREEMENT,
                    .row = run->agreement->id,
                    .field = -1,
                    .place = g_strdup_printf ("agreement/history/%d", year),
                    .message = g_strdup_printf (_ ("No indicator has a result for %d yet. Enter them, or N/A with a note."), year) });
}

static gboolean
has_note (const MouAgreement *agreement, int number)
{
  for (guint i = 0; i < agreement->notes->len; i++)
    if (g_array_index (agreement->notes, MouNote, i).number == number)
      return TRUE;

  return FALSE;
}

/* A note that speaks of N/A explains every one of them. */
static gboolean
has_note_on_pending (const MouAgreement *agreement)
{
  for (guint i = 0; i < agreement->notes->len; i++)
    {
      const MouNote *note = &g_array_index (agreement->notes, MouNote, i);

      if (note->text != NULL && strstr (note->text, "N/A") != NULL)
        return TRUE;
    }

  return FALSE;
}

/* The cells of one year that need a note and have none. */
typedef struct
{
  int n_cells;
  int node;                /* of the first */
  const MouHistory *first; /* of the first */
  int note;                /* the note that other such cells of the year have, or 0 */
} Unexplained;

static Unexplained
find_unexplained (const MouCheckRun *run, int year, gboolean pending)
{
  Unexplained found = { 0 };

  for (guint node = 0; node < mou_agreement_get_n_nodes (run->agreement); node++)
    {
      const MouHistory *past = mou_indicator_get_history (_mou_check_get_indicator (run, (int) node), year);

      if (past == NULL || (pending ? past->state != MOU_HISTORY_PENDING : !past->provisional))
        continue;
      if (past->note != 0 && has_note (run->agreement, past->note))
        found.note = past->note;
      else if (found.n_cells++ == 0)
        {
          found.node = (int) node;
          found.first = past;
        }
    }

  return found;
}

/* One finding a year, at its first cell: a whole column is provisional at once, and one note explains it. */
static void
report_unexplained (MouCheckRun *run, int year, const Unexplained *found, const char *code, char *message)
{
  const MouIndicator *indicator = _mou_check_get_indicator (run, found->node);
  g_autofree char *note = found->note != 0 ? g_strdup_printf ("%d", found->note) : NULL;

  _mou_check_add (run, found->node,
                  (MouFinding){ .code = code,
                                .severity = MOU_SEVERITY_WARNING,
                                .entity = MOU_ENTITY_HISTORY,
                                .row = found->first->id,
                                .field = MOU_HISTORY_NOTE,
                                .place = g_strdup_printf ("%s/history/%d", indicator->code, year),
                                .expected = g_strdup (note),
                                .message = message,
                                .fix = note != NULL
                                           ? _mou_fix_new (MOU_ENTITY_HISTORY, found->first->id, indicator->id, MOU_HISTORY_NOTE, note)
                                           : NULL });
}

static void
check_provisional (MouCheckRun *run, int year)
{
  Unexplained found = find_unexplained (run, year, FALSE);

  if (found.n_cells > 0)
    report_unexplained (run, year, &found, "provisional-without-note",
                        g_strdup_printf (ngettext ("%d provisional result of %d has no note that says why. Refer it to a note.",
                                                   "%d provisional results of %d have no note that says why. Refer them to a note.",
                                                   (gulong) found.n_cells),
                                         found.n_cells, year));
}

static void
check_pending (MouCheckRun *run, int year)
{
  Unexplained found = find_unexplained (run, year, TRUE);

  if (found.n_cells > 0)
    report_unexplained (run, year, &found, "pending-without-note",
                        g_strdup_printf (ngettext ("%d result of %d is N/A, and no note says what is pending. Add a note about N/A.",
                                                   "%d results of %d are N/A, and no note says what is pending. Add a note about N/A.",
                                                   (gulong) found.n_cells),
                                         found.n_cells, year));
}

void
_mou_check_notes (MouCheckRun *run)
{
  for (int year = run->first_year; year <= run->last_year; year++)
    {
      check_provisional (run, year);
      if (!has_note_on_pending (run->agreement))
        check_pending (run, year);
    }
}
