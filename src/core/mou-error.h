/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-error: the one error domain of core.
 *
 * Messages are whole English sentences for logs and the command line, naming what was found and what was expected;
 * callers branch on the code only. Anyone may use it. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define MOU_CORE_ERROR (mou_core_error_quark ())
GQuark mou_core_error_quark (void);

typedef enum {
  MOU_CORE_ERROR_INVALID, /* the text is not of the required form */
  MOU_CORE_ERROR_RANGE,   /* of the form, but outside what the field or the arithmetic allows */
} MouCoreError;

G_END_DECLS
