/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-report-compare: see the header. How the report was written is tried out, and the best match is told. */
#include "mou-report-compare.h"

#include "mou-render.h"
#include "mou-report-form.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define FOLDER_TEMPLATE "mou-verify-XXXXXX"

typedef struct
{
  GPtrArray *differences;
  guint n_differences;
} Outcome;

static void
outcome_clear (Outcome *self)
{
  g_clear_pointer (&self->differences, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Outcome, outcome_clear)

void
mou_report_difference_free (MouReportDifference *self)
{
  g_free (self->place);
  g_free (self->found);
  g_free (self->expected);
  g_free (self);
}

static void
add_difference (Outcome *outcome, guint limit, char *place, const char *found, const char *expected)
{
  MouReportDifference difference = { place, g_strdup (found), g_strdup (expected) };

  outcome->n_differences++;
  if (outcome->differences->len < limit)
    g_ptr_array_add (outcome->differences, g_memdup2 (&difference, sizeof difference));
  else
    {
      g_free (difference.place);
      g_free (difference.found);
      g_free (difference.expected);
    }
}

/* "Sheet!B12" */
static void
take_cells (Outcome *outcome, GPtrArray *cells, guint n_cells, guint limit)
{
  for (guint i = 0; i < cells->len; i++)
    {
      const MouXlsxDifference *cell = cells->pdata[i];

      add_difference (outcome, limit, g_strdup_printf ("%s!%s", cell->sheet, cell->cell), cell->found, cell->expected);
    }
  outcome->n_differences = n_cells;
}

static gboolean
adopt (GError *cause, GError **error)
{
  if (cause->domain == MOU_REPORT_ERROR)
    g_propagate_error (error, cause);
  else
    {
      g_set_error_literal (error, MOU_REPORT_ERROR, MOU_REPORT_ERROR_REFUSED, cause->message);
      g_error_free (cause);
    }
  return FALSE;
}

static MouXlsxManifest *
make_manifest (const MouReportDocument *document, GError **error)
{
  g_autofree char *folder = g_dir_make_tmp (FOLDER_TEMPLATE, error);
  MouXlsxManifest *manifest = folder != NULL ? mou_render_xlsx_manifest (document, folder, error) : NULL;

  if (folder != NULL)
    mou_report_remove_folder (folder);
  return manifest;
}

static gboolean
compare_workbook (const MouReportDocument *document, const char *path, guint limit, Outcome *outcome, GError **error)
{
  GError *cause = NULL;
  g_autoptr (MouXlsxManifest) manifest = make_manifest (document, &cause);
  g_autoptr (GPtrArray) cells = NULL;
  guint n_cells;

  if (manifest == NULL || !mou_xlsx_manifest_compare (manifest, path, limit, &cells, &n_cells, &cause))
    return adopt (cause, error);
  take_cells (outcome, cells, n_cells, limit);
  return TRUE;
}

/* Whichever program saved it: line ends and the mark at its beginning say nothing. */
static char **
split_lines (const char *text)
{
  g_autofree char *plain = NULL;
  g_auto (GStrv) parts = NULL;

  if (g_str_has_prefix (text, "\357\273\277"))
    text += 3;
  parts = g_strsplit (text, "\r", -1);
  plain = g_strjoinv ("", parts);
  return g_strsplit (plain, "\n", -1);
}

static gboolean
is_inside_word (const char *text, gsize at)
{
  return at > 0 && text[at] != '\0' && text[at] != ' ' && text[at - 1] != ' ';
}

/* The words in which two lines differ, without what they have in common before and behind. Both are owned. */
static void
cut_lines (const char *left, const char *right, char **left_words, char **right_words)
{
  gsize n_left = strlen (left), n_right = strlen (right), before = 0, behind = 0;

  while (left[before] != '\0' && left[before] == right[before])
    before++;
  while (is_inside_word (left, before) || is_inside_word (right, before))
    before--;
  while (behind < MIN (n_left, n_right) - before && left[n_left - behind - 1] == right[n_right - behind - 1])
    behind++;
  while (behind > 0 && (is_inside_word (left, n_left - behind) || is_inside_word (right, n_right - behind)))
    behind--;
  *left_words = g_strstrip (g_strndup (left + before, n_left - before - behind));
  *right_words = g_strstrip (g_strndup (right + before, n_right - before - behind));
}

/* NULL: there is no such line. */
static void
add_line (Outcome *outcome, guint limit, guint line, const char *left, const char *right)
{
  g_autofree char *left_words = NULL;
  g_autofree char *right_words = NULL;

  cut_lines (left != NULL ? left : "", right != NULL ? right : "", &left_words, &right_words);
  add_difference (outcome, limit, g_strdup_printf (_ ("line %u"), line), *left_words != '\0' ? left_words : NULL,
                  *right_words != '\0' ? right_words : NULL);
}

static gboolean
compare_text (const MouReportDocument *document, const char *path, guint limit, Outcome *outcome, GError **error)
{
  g_autofree char *expected_text = mou_render_text (document);
  g_autofree char *found_text = NULL;
  g_auto (GStrv) expected = NULL;
  g_auto (GStrv) found = NULL;
  GError *cause = NULL;
  guint n_expected, n_found;

  if (!g_file_get_contents (path, &found_text, NULL, &cause))
    return adopt (cause, error);
  expected = split_lines (expected_text);
  found = split_lines (found_text);
  n_expected = g_strv_length (expected);
  n_found = g_strv_length (found);
  for (guint i = 0; i < MAX (n_expected, n_found); i++)
    {
      const char *left = i < n_found ? found[i] : NULL, *right = i < n_expected ? expected[i] : NULL;

      if (g_strcmp0 (left, right) != 0)
        add_line (outcome, limit, i + 1, left, right);
    }
  return TRUE;
}

/* What is compared; `best` is the outcome with the fewest differences so far. */
typedef struct
{
  MouAgreement *agreement;
  MouEvaluation *evaluation;
  MouReportFile file;
  const char *path;
  guint limit;
  Outcome best;
} Comparison;

static void
comparison_clear (Comparison *self)
{
  mou_agreement_unref (self->agreement);
  mou_evaluation_unref (self->evaluation);
  outcome_clear (&self->best);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Comparison, comparison_clear)

static gboolean
try_variant (Comparison *self, const MouReportOptions *options, GError **error)
{
  g_autoptr (MouReportDocument) document = mou_report_build (self->agreement, self->evaluation, options);
  g_auto (Outcome) outcome = { g_ptr_array_new_with_free_func ((GDestroyNotify) mou_report_difference_free), 0 };
  gboolean done = self->file == MOU_REPORT_FILE_WORKBOOK ? compare_workbook (document, self->path, self->limit, &outcome, error)
                                                         : compare_text (document, self->path, self->limit, &outcome, error);

  if (done && (self->best.differences == NULL || outcome.n_differences < self->best.n_differences))
    {
      outcome_clear (&self->best);
      self->best = (Outcome){ g_steal_pointer (&outcome.differences), outcome.n_differences };
    }
  return done;
}

/* Whichever digits it was written with, and with formulas or without. */
static gboolean
try_form (Comparison *self, MouReportForm form, const MouReportSeals *seals, GError **error)
{
  for (int variant = 0; variant < 4; variant++)
    {
      MouReportOptions options = { .form = form,
                                   .thai_digits = (variant & 1) != 0,
                                   .values_only = (variant & 2) != 0,
                                   .seal = seals->agreement,
                                   .evaluation_seal = seals->evaluation };

      if (self->best.differences != NULL && self->best.n_differences == 0)
        return TRUE;
      if (!try_variant (self, &options, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
mou_report_can_compare (const MouReportSeals *seals)
{
  g_return_val_if_fail (seals != NULL, FALSE);
  return seals->file == MOU_REPORT_FILE_TEXT || (seals->file == MOU_REPORT_FILE_WORKBOOK && seals->form != MOU_N_FORMS);
}

gboolean
mou_report_compare (MouRegister *rows, gint64 agreement, gint64 assessment, const MouReportSeals *seals, const char *path, guint limit,
                    GPtrArray **differences, guint *n_differences, GError **error)
{
  g_auto (Comparison) self = { NULL };
  gboolean done = TRUE;

  g_return_val_if_fail (rows != NULL && path != NULL && differences != NULL && n_differences != NULL, FALSE);
  g_return_val_if_fail (mou_report_can_compare (seals), FALSE);
  self.agreement = mou_register_dup_agreement (rows, agreement);
  self.evaluation = mou_engine_evaluate (self.agreement, mou_agreement_get_assessment (self.agreement, assessment));
  self.file = seals->file;
  self.path = path;
  self.limit = limit;
  if (seals->form != MOU_N_FORMS)
    done = try_form (&self, seals->form, seals, error);
  else /* a text does not say which form it is */
    for (int form = 0; done && form < MOU_N_FORMS; form++)
      done = try_form (&self, (MouReportForm) form, seals, error);
  if (!done)
    return FALSE;
  *n_differences = self.best.n_differences;
  *differences = g_steal_pointer (&self.best.differences);
  return TRUE;
}
