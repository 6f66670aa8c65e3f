/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-input-file: reads a file that somebody chose, looking before it reads. Callers: this folder. */
#pragma once

#include "mou-exchange-error.h"

G_BEGIN_DECLS

#define MOU_INPUT_MAX_BYTES (50 * 1024 * 1024)

/* Always FALSE: "PATH: REASON". */
gboolean mou_input_file_refuse (const char *path, MouExchangeError code, const char *reason, GError **error);
/* The bytes of a regular file of at most MOU_INPUT_MAX_BYTES, ended by a zero that is not counted; NULL with an error. */
char *mou_input_file_read (const char *path, gsize *length, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
