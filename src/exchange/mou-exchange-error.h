/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-exchange-error: the one error domain of exchange.
 *
 * Messages are whole sentences that name the place in the input and the reason; callers branch on the code only. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define MOU_EXCHANGE_ERROR (mou_exchange_error_quark ())
GQuark mou_exchange_error_quark (void);

typedef enum {
  MOU_EXCHANGE_ERROR_REFUSED, /* the input is not what the format allows */
  MOU_EXCHANGE_ERROR_SYSTEM,  /* it could not be read or written */
} MouExchangeError;

G_END_DECLS
