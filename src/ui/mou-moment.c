/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-moment: see the header. The locale's own "%x" will not do: in Thai it asks for an era, which GLib 2.74 does not know. */

#include "mou-moment.h"
#include "mou-fiscal-year.h"

#include <glib/gi18n.h>

static char *
dup_day (GDateTime *local)
{
  g_autofree char *iso = g_date_time_format (local, "%Y-%m-%d");

  /* Translators: the era in which people read dates, no word to translate: era:CE, or era:BE for the Buddhist Era. */
  return g_str_equal (_ ("era:CE"), "era:BE") ? mou_date_format_thai (iso, FALSE) : g_date_time_format (local, "%-e %B %Y");
}

char *
mou_moment_dup_text (const char *at)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) moment = NULL;
  g_autoptr (GDateTime) local = NULL;
  g_autofree char *day = NULL;
  g_autofree char *time = NULL;

  g_return_val_if_fail (at != NULL, NULL);

  moment = g_date_time_new_from_iso8601 (at, utc);
  local = moment != NULL ? g_date_time_to_local (moment) : NULL;
  if (local == NULL)
    return g_strdup (at);

  day = dup_day (local);
  time = g_date_time_format (local, "%H:%M");

  return g_strdup_printf (C_ ("day and time", "%s, %s"), day, time);
}
