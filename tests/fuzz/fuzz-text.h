/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* fuzz-text: what the fuzz targets of the text parsers share.
 *
 * A target defines LLVMFuzzerTestOneInput, hands the bytes to its parser, and asserts what must hold of whatever it accepted.
 * A critical message is a finding too. */
#pragma once

#include <glib.h>

int LLVMFuzzerInitialize (int *argc, char ***argv);
int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

/* The bytes as a NUL-terminated text. */
char *fuzz_text_dup (const guint8 *data, gsize size) G_GNUC_WARN_UNUSED_RESULT;
/* A refusal must say why, in valid UTF-8; acceptance must not. */
void fuzz_text_assert_error (gboolean accepted, const GError *error);
