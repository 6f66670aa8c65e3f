/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* table-fixture: registers that go out as tables and come in again, and the files between. */
#pragma once

#include "mou-import.h"
#include "register-fixture.h"

#include <glib/gstdio.h>

G_BEGIN_DECLS

typedef struct {
  char *folder; /* in memory where there is such a file system */
  char *path;   /* of the one file in it */
} TableFixture;

void table_fixture_set_up (TableFixture *fixture, gconstpointer data);
void table_fixture_tear_down (TableFixture *fixture, gconstpointer data);
/* MOU_TEST_LENGTH for a long run, else `usual`. */
guint table_fixture_get_length (guint usual);

/* The ids (gint64) of all agreements. */
GArray *table_fixture_list_agreements (MouRegister *rows) G_GNUC_WARN_UNUSED_RESULT;
/* Only that agreement and its organisation, without what is not part of the interchange. */
MouRegister *table_fixture_isolate (MouRegister *rows, gint64 agreement) G_GNUC_WARN_UNUSED_RESULT;
/* Every text of `rows` through `map`, which gets the text and a number that differs from row to row. */
MouRegister *table_fixture_map_texts (MouRegister *rows, char *(*map) (const char *text, guint number)) G_GNUC_WARN_UNUSED_RESULT;

/* What `path` makes of `base`; fails the test when it is refused. */
MouRegister *table_fixture_import (const char *path, MouRegister *base) G_GNUC_WARN_UNUSED_RESULT;
/* Fails the test unless both say the same. */
void table_fixture_assert_same (MouRegister *rows, MouRegister *expected);

G_END_DECLS
