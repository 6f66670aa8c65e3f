/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou verify: is the register whole, and does a report, or the code on its pages, carry what the register holds? */

#include "mou-canon.h"
#include "mou-cli-command.h"
#include "mou-cli-open.h"
#include "mou-report-compare.h"
#include "mou-seal.h"
#include "mou-seal-state.h"

#include <glib/gi18n.h>

#define DIFFERENCES_MAX 10

/* Opening has checked the file before there is anything to print. */
static void
print_whole (MouCliSource *source)
{
  gint64 n_entries = source->document != NULL ? mou_document_get_n_entries (source->document) : 0;

  if (source->document == NULL)
    {
      mou_cli_printf (_ ("%s: whole; every value and reference checked\n"), source->path);
      return;
    }
  mou_cli_printf (_ ("%s: whole; checked: header, version, schema, pages, values, references, history, content\n"), source->path);
  mou_cli_printf (ngettext ("history: %u entry, each joined to the one before by its hash\n",
                            "history: %u entries, each joined to the one before by its hash\n", (guint) n_entries),
                  (guint) n_entries);
}

static void
print_agreement (MouCliSource *source, const MouSeal *seal, gboolean *broken)
{
  g_autoptr (MouSealState) state = mou_seal_state_new (source->rows, source->document, seal->agreement);
  g_autofree char *told = mou_seal_state_describe (state);

  mou_cli_printf ("%s  %s  %s\n", seal->name, seal->seal, told);
  *broken = *broken || state->changed;
}

/* *broken: one of them is not what was signed. */
static void
print_seals (MouCliSource *source, GPtrArray *seals, gboolean *broken)
{
  for (guint i = 0; i < seals->len; i++)
    {
      const MouSeal *seal = g_ptr_array_index (seals, i);

      if (seal->assessment == 0)
        print_agreement (source, seal, broken);
      else
        mou_cli_printf ("  %s  %s\n", seal->assessment_name, seal->seal);
    }
}

/* A code as it is printed, or else the file that carries some. */
static gboolean
read_seals (const char *report, MouReportSeals *seals, GError **error)
{
  if (g_file_test (report, G_FILE_TEST_EXISTS))
    return mou_report_read_seals (report, seals, error);

  seals->file = MOU_REPORT_FILE_JSON; /* like there, the code is all there is */
  seals->agreement = mou_canon_parse_seal (report);

  return seals->agreement != NULL
         || mou_cli_refuse (error, MOU_CLI_ERROR_REFUSED, _ ("%s: there is no such file, and it is no code of 20 characters"), report);
}

/* What is known of a report before anything of it is printed. */
typedef struct
{
  const char *report;
  MouReportSeals seals;
  gboolean only_agreement; /* the scores are of no evaluation here */
  MouSealMatch *match;
  GPtrArray *differences; /* NULL: only the codes were compared */
  guint n_differences;
} Verdict;

static void
verdict_clear (Verdict *self)
{
  mou_report_seals_clear (&self->seals);
  g_clear_pointer (&self->match, mou_seal_match_free);
  g_clear_pointer (&self->differences, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Verdict, verdict_clear)

/* A code stays where it is when a cell beside it is edited. */
static gboolean
compare_content (Verdict *self, MouCliSource *source, GError **error)
{
  const MouSealMatch *match = self->match;

  if (match == NULL || self->only_agreement || (match->rows == NULL && !match->current) || !mou_report_can_compare (&self->seals))
    return TRUE;

  return mou_report_compare (match->rows != NULL ? match->rows : source->rows, match->seal->agreement, match->seal->assessment,
                             &self->seals, self->report, DIFFERENCES_MAX, &self->differences, &self->n_differences, error);
}

static void
print_unknown (const char *report, const char *code)
{
  if (g_str_equal (report, code))
    mou_cli_printf (_ ("%s: the code of no agreement and no evaluation here, now or earlier\n"), code);
  else
    mou_cli_printf (_ ("%s: carries %s, the code of no agreement and no evaluation here, now or earlier\n"), report, code);
}

static void
print_match (const Verdict *self)
{
  g_autofree char *told = self->match != NULL ? mou_seal_match_describe (self->match) : NULL;

  if (self->only_agreement || self->match == NULL)
    print_unknown (self->report, self->seals.evaluation != NULL ? self->seals.evaluation : self->seals.agreement);
  if (told != NULL)
    mou_cli_printf ("%s: %s\n", self->report, told);
}

static void
print_same (const Verdict *self)
{
  mou_cli_printf (self->match->current ? _ ("%s: says what the register says, in every place\n")
                                       : _ ("%s: says what the register said then, in every place\n"),
                  self->report);
}

static void
print_differences (const Verdict *self)
{
  mou_cli_printf (ngettext ("%s: has been changed since it was written, in %u place\n",
                            "%s: has been changed since it was written, in %u places\n", self->n_differences),
                  self->report, self->n_differences);
  for (guint i = 0; i < self->differences->len; i++)
    {
      const MouReportDifference *one = g_ptr_array_index (self->differences, i);

      mou_cli_printf (_ ("  %s: %s in the report, %s in the register\n"), one->place, one->found != NULL ? one->found : _ ("nothing"),
                      one->expected != NULL ? one->expected : _ ("nothing"));
    }
  if (self->n_differences > self->differences->len)
    mou_cli_printf (_ ("  … and %u more\n"), self->n_differences - self->differences->len);
}

static void
print_verdict (const Verdict *self)
{
  if (self->report == NULL)
    return;
  print_match (self);
  if (self->match == NULL || self->only_agreement)
    return;
  if (self->differences == NULL)
    mou_cli_printf (_ ("%s: only its code was compared\n"), self->report);
  else if (self->n_differences == 0)
    print_same (self);
  else
    print_differences (self);
}

static gboolean
is_true (const Verdict *self)
{
  return self->report == NULL
         || (self->match != NULL && mou_seal_match_is_good (self->match) && !self->only_agreement && self->n_differences == 0);
}

static gboolean
judge (Verdict *self, MouCliSource *source, GError **error)
{
  if (self->report == NULL)
    return TRUE;

  return read_seals (self->report, &self->seals, error)
         && mou_seal_find_report (source->rows, source->document, self->seals.evaluation, self->seals.agreement, &self->match,
                                  &self->only_agreement, error)
         && compare_content (self, source, error);
}

static gboolean
verify (const char *path, const char *report, gboolean *found, GError **error)
{
  g_auto (MouCliSource) source = { NULL };
  g_auto (Verdict) verdict = { .report = report };
  g_autoptr (GPtrArray) seals = NULL;
  gboolean broken = FALSE;

  if (!mou_cli_source_open (&source, path, error) || !judge (&verdict, &source, error))
    return FALSE;

  seals = mou_seal_list (source.rows);
  print_whole (&source);
  print_seals (&source, seals, &broken);
  print_verdict (&verdict);
  *found = !broken && is_true (&verdict);

  return TRUE;
}

static MouCliExit
run_verify (const MouCliCommand *self, int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  gboolean found = FALSE;

  if (!mou_cli_command_parse (self, NULL, &argc, &argv, &error) || !verify (argv[1], argc > 2 ? argv[2] : NULL, &found, &error))
    return mou_cli_fail (error);

  return found ? MOU_CLI_DONE : MOU_CLI_FOUND;
}

const MouCliCommand mou_cli_verify = {
  .name = "verify",
  .synopsis = N_ ("FILE [REPORT]"),
  .summary = N_ ("Say whether a register is whole, and a report of it true"),
  .description = N_ ("Prints the codes of agreements and evaluations, which stand on every page of their reports.\n"
                     "The code of an agreement is of what is signed: results, projects and status may change without it.\n"
                     "The code of an evaluation is of that, of what was reported, and of the scores.\n"
                     "REPORT is a workbook or text that mou report wrote, an evaluation as JSON, or a code printed on one. Its\n"
                     "code is looked for in the register as it is and as it ever was, and what the report says is compared\n"
                     "with what the register said, so that a cell changed by hand is named.\n"
                     "Of a signed agreement it says whether it still is what was signed, and if not, since which entry.\n"
                     "The exit status is 1 when it is not, or when the report says neither what FILE says now nor what was\n"
                     "signed; 3 when FILE is damaged.\n\n"
                     "Examples:\n"
                     "  mou verify my.mou\n"
                     "  mou verify my.mou agreement.xlsx\n"
                     "  mou verify my.mou 7KQ2M-0ZC4T-VW3XA-9BD1E\n"),
  .n_arguments_min = 1,
  .n_arguments_max = 2,
  .run = run_verify,
};
