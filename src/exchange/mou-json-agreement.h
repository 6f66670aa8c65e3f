/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-json-agreement: an agreement as JSON, both ways (interchange.md section 1).
 *
 * Reading yields a free-standing, validated register; any error names the key and where it stands, and nothing is returned.
 * Writing the same content gives the same bytes. Callers: cli, ui. */
#pragma once

#include "mou-register.h"

G_BEGIN_DECLS

#define MOU_EXCHANGE_ERROR (mou_exchange_error_quark ())
GQuark mou_exchange_error_quark (void);
typedef enum { MOU_EXCHANGE_ERROR_REFUSED /* the input */, MOU_EXCHANGE_ERROR_SYSTEM /* reading or writing */ } MouExchangeError;

MouRegister *mou_json_agreement_parse (const char *text, gssize length, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* The message begins with the file's name. */
MouRegister *mou_json_agreement_load (const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Indented by one space, keys in the order of the format, ends with a line break. */
char *mou_json_agreement_write (MouRegister *rows, gint64 agreement) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
