/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-moment: a moment of the journal as people read it, in the local time zone and in the era of the language. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* `at` in ISO 8601, UTC; as it is when it is no moment. */
char *mou_moment_dup_text (const char *at) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
