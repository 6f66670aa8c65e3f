/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-cli-table: text in aligned columns, where Thai vowels and tone marks above and below take no width.
 *
 * Columns are as wide as their widest cell, or as their limit: longer cells end in "…". */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum { MOU_CLI_LEFT, MOU_CLI_RIGHT } MouCliAlign;

typedef struct _MouCliTable MouCliTable;

MouCliTable *mou_cli_table_new (void) G_GNUC_WARN_UNUSED_RESULT;
void mou_cli_table_free (MouCliTable *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MouCliTable, mou_cli_table_free)

/* All columns before the first cell. `limit` 0: as wide as need be. */
void mou_cli_table_add_column (MouCliTable *self, const char *title, MouCliAlign align, int limit);
/* The next cell, row by row; NULL is blank. */
void mou_cli_table_add (MouCliTable *self, const char *text);
void mou_cli_table_add_formatted (MouCliTable *self, const char *format, ...) G_GNUC_PRINTF (2, 3);
/* A line under the titles and one a row; the rows must be full. */
char *mou_cli_table_to_text (MouCliTable *self) G_GNUC_WARN_UNUSED_RESULT;

/* At most `width` columns of `text`, never cut inside a letter and its marks; "…" for what is left out. */
char *mou_cli_table_shorten (const char *text, int width) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
