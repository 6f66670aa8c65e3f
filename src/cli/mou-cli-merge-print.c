/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Values are cut to a line for the terminal; JSON has them whole. */

#include "mou-cli-merge-print.h"

#include "mou-check.h"
#include "mou-cli-exit.h"
#include "mou-history.h"
#include "mou-json-writer.h"
#include "mou-row-name.h"

#include <glib/gi18n.h>

#define LINE_LENGTH 160

static void
print_heading (const char *agreement, const char **heading)
{
  if (agreement != NULL && g_strcmp0 (agreement, *heading) != 0)
    mou_cli_printf ("%s\n", agreement);
  *heading = agreement;
}

void
mou_cli_print_incoming (MouMergeProposal *proposal)
{
  GPtrArray *incoming = mou_merge_proposal_get_incoming (proposal);
  const char *heading = NULL;

  for (guint i = 0; i < incoming->len; i++)
    {
      const MouDifference *difference = g_ptr_array_index (incoming, i);

      print_heading (difference->agreement, &heading);
      mou_cli_printf ("  %s\n", difference->text);
    }
}

/* "mine: 12 — กองแผน, 2026-11-21 15:15", local time; each line of the value on one of its own. */
static void
print_side (const char *word, const char *value, const char *author, const char *at)
{
  g_auto (GStrv) lines = g_strsplit (value, "\n", -1);
  g_autofree char *moment = at != NULL ? mou_history_dup_moment (at) : NULL;

  mou_cli_printf ("       %s:", word);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *line = mou_text_dup_short (lines[i], LINE_LENGTH);

      mou_cli_printf (i == 0 ? " %s" : "\n         %s", line);
    }
  if (author != NULL)
    mou_cli_printf (" — %s, %s", author, moment);
  mou_cli_print ("\n");
}

static void
print_outcome (const MouMergeConflict *conflict)
{
  const char *side = conflict->taken == MOU_MERGE_MINE ? _ ("mine") : _ ("theirs");

  if (conflict->overruled)
    mou_cli_printf (_ ("       taken: %s; the other answers leave no room for what was answered\n"), side);
  else if (conflict->answered || conflict->forced)
    mou_cli_printf (_ ("       taken: %s\n"), side);
}

static void
print_conflict (const MouMergeConflict *conflict, guint number)
{
  if (conflict->field != NULL)
    mou_cli_printf ("%4u. %s: %s\n", number, conflict->place, conflict->field);
  else
    mou_cli_printf ("%4u. %s\n", number, conflict->place);
  if (conflict->reason != NULL)
    mou_cli_printf ("       %s\n", conflict->reason);
  if (conflict->base != NULL)
    print_side (C_ ("side of a merge", "base"), conflict->base, NULL, NULL);
  print_side (_ ("mine"), conflict->mine, conflict->mine_author, conflict->mine_at);
  print_side (_ ("theirs"), conflict->theirs, conflict->theirs_author, conflict->theirs_at);
  print_outcome (conflict);
}

void
mou_cli_print_conflicts (MouMergeProposal *proposal)
{
  GPtrArray *conflicts = mou_merge_proposal_get_conflicts (proposal);
  const char *heading = NULL;

  for (guint i = 0; i < conflicts->len; i++)
    {
      const MouMergeConflict *conflict = g_ptr_array_index (conflicts, i);

      if (conflict->moot)
        continue;
      print_heading (conflict->agreement, &heading);
      print_conflict (conflict, i + 1);
    }
}

void
mou_cli_print_new_findings (MouMergeProposal *proposal)
{
  GPtrArray *findings = mou_merge_proposal_get_findings (proposal);

  if (findings->len == 0)
    return;

  mou_cli_printf (ngettext ("mou check finds %u thing that it did not find before:\n",
                            "mou check finds %u things that it did not find before:\n", findings->len),
                  findings->len);
  for (guint i = 0; i < findings->len; i++)
    {
      const MouFinding *finding = g_ptr_array_index (findings, i);

      mou_cli_printf ("  %s: %s\n", finding->place, finding->message);
    }
}

static void
write_optional (MouJsonWriter *out, const char *key, const char *value)
{
  if (value != NULL)
    mou_json_writer_member_string (out, key, value);
}

static void
write_side (MouJsonWriter *out, const char *key, const char *value, const char *author, const char *at)
{
  mou_json_writer_key (out, key);
  mou_json_writer_begin_object (out);
  mou_json_writer_member_string (out, "value", value);
  write_optional (out, "author", author);
  write_optional (out, "at", at);
  mou_json_writer_end_object (out);
}

static const char *
get_state (const MouMergeConflict *conflict)
{
  if (conflict->forced)
    return "forced";
  if (conflict->overruled)
    return "overruled";

  return conflict->answered ? "answered" : "open";
}

static void
write_conflict (MouJsonWriter *out, const MouMergeConflict *conflict, guint number)
{
  mou_json_writer_begin_object (out);
  mou_json_writer_member_integer (out, "number", number);
  write_optional (out, "agreement", conflict->agreement);
  mou_json_writer_member_string (out, "place", conflict->place);
  write_optional (out, "field", conflict->field);
  write_optional (out, "base", conflict->base);
  write_side (out, "mine", conflict->mine, conflict->mine_author, conflict->mine_at);
  write_side (out, "theirs", conflict->theirs, conflict->theirs_author, conflict->theirs_at);
  write_optional (out, "reason", conflict->reason);
  mou_json_writer_member_string (out, "state", get_state (conflict));
  mou_json_writer_member_string (out, "taken", conflict->taken == MOU_MERGE_MINE ? "mine" : "theirs");
  mou_json_writer_end_object (out);
}

static void
write_conflicts (MouJsonWriter *out, GPtrArray *conflicts)
{
  mou_json_writer_key (out, "conflicts");
  mou_json_writer_begin_array (out);
  for (guint i = 0; i < conflicts->len; i++)
    if (!((const MouMergeConflict *) g_ptr_array_index (conflicts, i))->moot)
      write_conflict (out, g_ptr_array_index (conflicts, i), i + 1);
  mou_json_writer_end_array (out);
}

static void
write_incoming (MouJsonWriter *out, GPtrArray *incoming)
{
  mou_json_writer_key (out, "incoming");
  mou_json_writer_begin_array (out);
  for (guint i = 0; i < incoming->len; i++)
    {
      const MouDifference *difference = g_ptr_array_index (incoming, i);

      mou_json_writer_begin_object (out);
      write_optional (out, "agreement", difference->agreement);
      mou_json_writer_member_string (out, "place", difference->place);
      mou_json_writer_member_string (out, "text", difference->text);
      mou_json_writer_end_object (out);
    }
  mou_json_writer_end_array (out);
}

static void
write_findings (MouJsonWriter *out, GPtrArray *findings)
{
  mou_json_writer_key (out, "findings");
  mou_json_writer_begin_array (out);
  for (guint i = 0; i < findings->len; i++)
    {
      const MouFinding *finding = g_ptr_array_index (findings, i);

      mou_json_writer_begin_object (out);
      mou_json_writer_member_string (out, "code", finding->code);
      mou_json_writer_member_string (out, "severity", mou_severity_key (finding->severity));
      mou_json_writer_member_string (out, "place", finding->place);
      mou_json_writer_member_string (out, "message", finding->message);
      mou_json_writer_end_object (out);
    }
  mou_json_writer_end_array (out);
}

void
mou_cli_print_merge_json (MouMergeProposal *proposal, gboolean merged)
{
  g_autoptr (MouJsonWriter) out = mou_json_writer_new ();
  g_autofree char *text = NULL;

  mou_json_writer_begin_object (out);
  mou_json_writer_member_boolean (out, "merged", merged);
  mou_json_writer_member_boolean (out, "has-base", mou_merge_proposal_get_has_base (proposal));
  write_incoming (out, mou_merge_proposal_get_incoming (proposal));
  write_conflicts (out, mou_merge_proposal_get_conflicts (proposal));
  write_findings (out, mou_merge_proposal_get_findings (proposal));
  mou_json_writer_end_object (out);
  text = mou_json_writer_finish (out);
  mou_cli_print (text);
}
