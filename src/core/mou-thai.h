/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-thai: Thai digits and the width of Thai text. Pure functions on UTF-8; anyone may call. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A copy with ๐..๙ as 0..9, and the reverse. Everything else unchanged. */
char *mou_thai_digits_to_arabic (const char *text) G_GNUC_WARN_UNUSED_RESULT;
char *mou_thai_digits_from_arabic (const char *text) G_GNUC_WARN_UNUSED_RESULT;
/* Columns in a terminal: combining vowels and tone marks take none, wide characters two. */
int mou_thai_text_width (const char *text);
/* Folded for searching: NFC, case folded, Thai digits as Arabic, tone marks, mai taikhu and zero-width spaces dropped, sara am in
 * one piece. */
char *mou_thai_search_key (const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
