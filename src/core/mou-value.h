/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-value: turns what a person typed into the canonical text that a field stores, or says why not.
 *
 * Stored text is always canonical, so equal values are equal strings. Blank input means absent (NULL). Anyone may call. */
#pragma once

#include "mou-field.h"

G_BEGIN_DECLS

#define MOU_TEXT_MAX_BYTES 100000

/* The canonical text of `input` for `field`, in *canonical (owned; NULL when blank). FALSE with MOU_CORE_ERROR_INVALID or _RANGE
 * whose message names the field, what was found and what is expected. Texts must be valid UTF-8 without control characters
 * (line breaks allowed in LONG_TEXT) and are NFC-normalised and trimmed. A REQUIRED field refuses blank. */
gboolean mou_value_normalise (const MouField *field, const char *input, char **canonical, GError **error);

/* The localised word of a CHOICE key ("within-group" → "Within the group"); the key itself when it has none. */
const char *mou_value_choice_label (const MouField *field, const char *choice);

G_END_DECLS
