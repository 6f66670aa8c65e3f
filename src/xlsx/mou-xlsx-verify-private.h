/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a manifest holds, for mou-xlsx-verify.c, which fills it and holds a new file against it, and mou-xlsx-compare.c, which does so
 * with an old one. */
#pragma once

#include "mou-xlsx-verify.h"

G_BEGIN_DECLS

typedef struct {
  gboolean is_number;
  double number;
  char *text;
  char *formula;
} SentCell;

typedef struct {
  char *name;
  GHashTable *cells; /* row and column in one gint64 → SentCell */
  guint n_merged;
} SentSheet;

struct _MouXlsxManifest {
  GPtrArray *sheets; /* SentSheet */
};

/* Rises row by row. */
gint64 _mou_xlsx_make_key (guint row, guint column);

G_END_DECLS
