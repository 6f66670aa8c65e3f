/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* workbook-fixture: builds small workbooks part by part, honest ones and others, in a temporary folder. */
#pragma once

#include <glib.h>

typedef struct _WorkbookFixture WorkbookFixture;

/* An honest workbook with one sheet called "One" whose cells are A1 = 1 and B1 = the shared text "ก". */
WorkbookFixture *workbook_fixture_new (void);
void workbook_fixture_free (WorkbookFixture *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WorkbookFixture, workbook_fixture_free)

/* Replaces the part, or adds it. NULL removes it. */
void workbook_fixture_set (WorkbookFixture *self, const char *part, const char *content, gssize length);
/* Adds a part even when there is one of that name. */
void workbook_fixture_add (WorkbookFixture *self, const char *part, const char *content, gssize length);
/* The first sheet's data: rows as XML. */
void workbook_fixture_set_rows (WorkbookFixture *self, const char *rows);
/* The shared strings: si elements as XML. */
void workbook_fixture_set_strings (WorkbookFixture *self, const char *items);
/* Writes the file and returns its path, borrowed. */
const char *workbook_fixture_write (WorkbookFixture *self);
