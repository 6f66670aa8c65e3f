/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-indicator-heading: what the columns of the flat table of indicators are called. Callers: mou-indicator-table. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum { MOU_HEADING_UNKNOWN, MOU_HEADING_FIELD, MOU_HEADING_LEVEL, MOU_HEADING_YEAR } MouHeadingRole;

typedef struct {
  MouHeadingRole role;
  int index; /* FIELD: of an indicator; LEVEL: 1..5; YEAR: Buddhist Era */
} MouHeading;

MouHeading mou_indicator_heading_parse (const char *text);
/* The Thai heading, as on the printed form. */
char *mou_indicator_heading_write (MouHeading heading) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
