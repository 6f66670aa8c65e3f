/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-json-scan: the strict look at a JSON text before json-glib builds a tree of it.
 *
 * json-glib keeps the last of duplicate keys without a word and accepts comments and other dialects, and it bounds neither depth
 * nor size. What passes here is RFC 8259 without duplicate keys, within limits, in valid UTF-8. Caller: mou-json-read. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define MOU_JSON_MAX_BYTES (50 * 1024 * 1024)
#define MOU_JSON_MAX_VALUES 2000000
/* Indicators nest 32 deep, an object in an array each; the rest is what stands around and inside them. */
#define MOU_JSON_MAX_DEPTH 72

/* FALSE with MOU_EXCHANGE_ERROR_REFUSED, a sentence that begins with line and column. */
gboolean mou_json_scan (const char *text, gsize length, GError **error);

G_END_DECLS
