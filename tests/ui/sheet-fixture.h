/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* sheet-fixture: a window with a sheet over a fake model and a button below it, for the tests of the sheet. */
#pragma once

#include "fake-sheet-model.h"
#include "mou-sheet-private.h"

typedef struct {
  GtkWidget *window; /* titled "sheet" */
  GtkWidget *button;
  MouSheet *sheet;
  FakeSheetModel *model;
  char *problem; /* the last one */
  guint n_activated;
} SheetFixture;

typedef void (*SheetTest) (SheetFixture *fixture, gconstpointer data);

/* A test over n_rows rows; 0: the real agreement's 26. Afterwards, sheet and model must be gone. */
void sheet_test_add (const char *path, guint n_rows, SheetTest test);

/* Runs the main loop until what was queued has happened and been drawn. */
void sheet_settle (SheetFixture *fixture);

void sheet_assert_cursor (SheetFixture *fixture, guint row, guint column);
void sheet_assert_selection (SheetFixture *fixture, guint first_row, guint first_column, guint last_row, guint last_column);
/* What the model holds. */
void sheet_assert_text (SheetFixture *fixture, guint row, guint column, const char *text);
