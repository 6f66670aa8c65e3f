/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A temporary folder with a small register in it, and the edits that tests of store make again and again. */
#pragma once

#include "mou-journal.h"

#include <glib/gstdio.h>

G_BEGIN_DECLS

typedef struct {
  char *folder;
  char *path;
  MouStore *store;
  gint64 organisation, agreement, group, first, second, level, assessment, result;
} StoreFixture;

/* An empty register, and one with an agreement of a group, two indicators, a level, an assessment and its result. */
void store_fixture_set_up_empty (StoreFixture *fixture, gconstpointer data);
void store_fixture_set_up (StoreFixture *fixture, gconstpointer data);
void store_fixture_tear_down (StoreFixture *fixture, gconstpointer data);
/* Closes the store and opens its file again. */
void store_fixture_reopen (StoreFixture *fixture);
char *store_fixture_build_path (StoreFixture *fixture, const char *name) G_GNUC_WARN_UNUSED_RESULT;

MouEdit *store_fixture_begin (MouStore *store, const char *label) G_GNUC_WARN_UNUSED_RESULT;
/* Inserts, with values given as (field, text) pairs and ended by -1; fails the test when it is refused. */
gint64 store_fixture_insert (MouEdit *edit, MouEntity entity, gint64 parent, ...);
/* One committed edit that sets one field; returns its entry. */
gint64 store_fixture_set (MouStore *store, gint64 row, int field, const char *value);
const char *store_fixture_get (MouStore *store, gint64 row, int field);
/* A register of this many indicators with five levels and three years of history each, committed as one edit. */
void store_fixture_fill (MouStore *store, guint n_indicators);

/* All rows with their ids, places and values: equal texts mean equal registers. */
char *store_fixture_dump (MouRegister *reg) G_GNUC_WARN_UNUSED_RESULT;
char *store_fixture_read (const char *path, gsize *size) G_GNUC_WARN_UNUSED_RESULT;
void store_fixture_write (const char *path, const char *data, gsize size);
/* Runs SQL on a file, as a hostile neighbour would. */
void store_fixture_tamper (const char *path, const char *sql);
/* MOU_TEST_LENGTH for a long run, else `usual`. */
guint store_fixture_get_length (guint usual);
void store_fixture_remove_folder (const char *folder);

G_END_DECLS
