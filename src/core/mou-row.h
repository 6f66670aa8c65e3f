/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-row: one row of a register, immutable and shared by reference.
 *
 * `values` holds canonical texts (mou-value), NULL where absent, indexed by the entity's field enum. `ordinal` orders rows among
 * their siblings; ties are broken by id. Ids are random 53-bit integers, never 0. */
#pragma once

#include "mou-field.h"

G_BEGIN_DECLS

typedef struct {
  MouEntity entity;
  gint64 id;
  gint64 parent; /* 0 for an organisation */
  gint64 ordinal;
  guint n_values;
  char **values;
  gatomicrefcount references;
} MouRow;

/* Copies `values` (n of the entity's table; NULL means all absent). */
MouRow *mou_row_new (MouEntity entity, gint64 id, gint64 parent, gint64 ordinal, const char *const *values) G_GNUC_WARN_UNUSED_RESULT;
MouRow *mou_row_ref (MouRow *row);
void mou_row_unref (MouRow *row);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MouRow, mou_row_unref)

/* A copy that differs in one field (NULL: absent), or in its place among its siblings. */
MouRow *mou_row_with_value (const MouRow *row, int field, const char *value) G_GNUC_WARN_UNUSED_RESULT;
MouRow *mou_row_with_ordinal (const MouRow *row, gint64 ordinal) G_GNUC_WARN_UNUSED_RESULT;

/* Borrowed; NULL when absent. */
const char *mou_row_get (const MouRow *row, int field);
/* `fallback` when absent. */
gint64 mou_row_get_integer (const MouRow *row, int field, gint64 fallback);
gboolean mou_row_get_boolean (const MouRow *row, int field);
/* The id a REFERENCE holds; 0 when absent. */
gint64 mou_row_get_reference (const MouRow *row, int field);
gboolean mou_row_equal (const MouRow *a, const MouRow *b);

/* A fresh random id, 1 .. 2^53 - 1. */
gint64 mou_row_new_id (void);

G_END_DECLS
