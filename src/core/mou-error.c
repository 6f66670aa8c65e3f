/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The quark of core's error domain, and nothing else. */

#include "mou-error.h"

G_DEFINE_QUARK (mou - core - error, mou_core_error)
