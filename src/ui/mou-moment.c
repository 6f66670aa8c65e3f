/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-moment: see the header. */

#include "mou-moment.h"
#include "mou-fiscal-year.h"
#include "mou-thai.h"

#include <glib/gi18n.h>

static char *
dup_day (GDateTime *local, gboolean thai_digits)
{
  g_autofree char *iso = g_date_time_format (local, "%Y-%m-%d");

  /* Translators: the era in which people read dates, no word to translate: era:CE, or era:BE for the Buddhist Era. */
  if (g_str_equal (_ ("era:CE"), "era:BE"))
    return mou_date_format_thai (iso, thai_digits);

  return g_date_time_format (local, "%-e %B %Y");
}

char *
mou_moment_format_day (const char *iso, gboolean thai_digits)
{
  g_autofree char *noon = g_strconcat (iso, "T12:00:00", NULL);
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autoptr (GDateTime) day = g_date_time_new_from_iso8601 (noon, zone);

  return day != NULL ? dup_day (day, thai_digits) : g_strdup (iso);
}

char *
mou_moment_format (const char *iso, gboolean thai_digits)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) moment = g_date_time_new_from_iso8601 (iso, utc);
  g_autoptr (GDateTime) local = moment != NULL ? g_date_time_to_local (moment) : NULL;
  g_autofree char *day = NULL;
  g_autofree char *time = NULL;
  g_autofree char *text = NULL;

  if (local == NULL)
    return g_strdup (iso);

  day = dup_day (local, thai_digits);
  time = g_date_time_format (local, "%H:%M");
  text = g_strdup_printf (C_ ("day and time", "%s, %s"), day, time);
  return thai_digits ? mou_thai_digits_from_arabic (text) : g_steal_pointer (&text);
}
