/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-compare: what differs between two registers, field by field and in words.
 *
 * Rows of two registers match by their keys (organisation by abbreviation, agreement by year, indicator by code), so it does not
 * matter whether the two have a history in common; rows of two versions of one register match by their ids. Pure. Callers: cli, ui,
 * mou-history, mou-merge-proposal. */
#pragma once

#include "mou-register.h"

G_BEGIN_DECLS

typedef enum { MOU_DIFFERENCE_ADDED, MOU_DIFFERENCE_CHANGED, MOU_DIFFERENCE_REMOVED } MouDifferenceKind;

typedef struct {
  MouDifferenceKind kind;
  char *agreement; /* "กปน./2567"; NULL for what is beside the agreements */
  MouEntity entity;
  gint64 row;            /* its id in the register before, or where it was added the one after */
  char *place;           /* what people call the row: "1.1", "level 4 of 2.4" */
  const MouField *field; /* CHANGED: NULL when the row only stands elsewhere among its siblings */
  char *before, *after;  /* of the field, as stored (of a reference the name of the row); NULL: absent */
  char *text;            /* the sentence: "1.1 โครงการ…: weight 10 → 12" */
} MouDifference;

void mou_difference_free (MouDifference *self);

/* MouDifference, from `before` to `after`; empty when they say the same. What hangs below a row that came or went is not told
 * apart. */
GPtrArray *mou_compare_registers (MouRegister *before, MouRegister *after) G_GNUC_WARN_UNUSED_RESULT;
/* The same for what one register was and is: a row that got another code or year is still the same row. Only the row `root`, what
 * is below it and what refers to that; 0: everything. */
GPtrArray *mou_compare_versions (MouRegister *before, MouRegister *after, gint64 root) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
