/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-json-agreement: an agreement as JSON, both ways (interchange.md section 1).
 *
 * Reading yields a free-standing, validated register; any error names the key and where it stands, and nothing is returned.
 * Writing the same content gives the same bytes. Callers: cli, ui. */
#pragma once

#include "mou-exchange-error.h"
#include "mou-register.h"

G_BEGIN_DECLS

/* MOU_EXCHANGE_ERROR_REFUSED when any part is not as the format says. */
MouRegister *mou_json_agreement_parse (const char *text, gssize length, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* The same of a file; the message begins with its name. _SYSTEM when it cannot be read. */
MouRegister *mou_json_agreement_load (const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Indented by one space, keys in the order of the format, ends with a line break. */
char *mou_json_agreement_write (MouRegister *rows, gint64 agreement) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
