/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-cli-merge-print: a merge as `mou merge` shows it, to people or to programs. */
#pragma once

#include "mou-merge-proposal.h"

G_BEGIN_DECLS

/* What comes in without a question. */
void mou_cli_print_incoming (MouMergeProposal *proposal);
/* Numbered as --answer takes them, each with what it was answered. */
void mou_cli_print_conflicts (MouMergeProposal *proposal);
/* What the checks find that they did not find before. */
void mou_cli_print_new_findings (MouMergeProposal *proposal);
/* All of it as JSON; `merged`: whether it has been brought in. */
void mou_cli_print_merge_json (MouMergeProposal *proposal, gboolean merged);

G_END_DECLS
