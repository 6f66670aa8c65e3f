/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The quark of the exchange error domain. */

#include "mou-exchange-error.h"

G_DEFINE_QUARK (mou - exchange - error - quark, mou_exchange_error)
