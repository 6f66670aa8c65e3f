/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* fake-sheet-model: rows and columns for the sheet's tests, demonstration and benchmark.
 *
 * It refuses what is no number in a numeric column, writes all cells or none, and counts the writes. Columns: 0 code (read only), 1 name
 * (tree), 2 unit, 3 weight, 4-8 history, 9 notation, 10-14 levels, 15 actual, 16-17 computed. 0 and 1 are frozen. */
#pragma once

#include "mou-sheet-model.h"

#include <gio/gio.h>

#define FAKE_TYPE_SHEET_MODEL (fake_sheet_model_get_type ())
G_DECLARE_FINAL_TYPE (FakeSheetModel, fake_sheet_model, FAKE, SHEET_MODEL, GObject)

/* The rows of a real agreement, repeated or cut to n_rows; 0: just those. */
FakeSheetModel *fake_sheet_model_new (guint n_rows) G_GNUC_WARN_UNUSED_RESULT;
const char *fake_sheet_model_get_text (FakeSheetModel *self, guint row, guint column);
guint fake_sheet_model_get_n_writes (FakeSheetModel *self);
const char *fake_sheet_model_get_last_label (FakeSheetModel *self);
/* From now on every cell is read only, and says so to whoever tries. */
void fake_sheet_model_lock (FakeSheetModel *self, const char *refusal);
/* Only while no row is collapsed. */
void fake_sheet_model_remove_rows (FakeSheetModel *self, guint position, guint n_rows);
