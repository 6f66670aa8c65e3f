/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-moment: a point in time, or a day, as people read it here: in the local time zone, in the era of their language. Pure. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* "21 พฤศจิกายน 2569, 10:15" of an ISO 8601 time, taken for UTC when it names no zone; what is not a time comes back as it is. */
char *mou_moment_format (const char *iso, gboolean thai_digits) G_GNUC_WARN_UNUSED_RESULT;
/* "21 พฤศจิกายน 2569" of an ISO 8601 day, which is the same in every time zone; what is not a day comes back as it is. */
char *mou_moment_format_day (const char *iso, gboolean thai_digits) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
