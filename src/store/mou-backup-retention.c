/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which backups stay follows from their times alone: not from today's date, so that a clock that is wrong for a day costs nothing. */

#include "mou-backup.h"

/* 202647: the 47th week of 2026. The days around New Year belong to the week's own year. */
static int
get_week (gint64 time_us)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (time_us / G_USEC_PER_SEC);

  return time != NULL ? g_date_time_get_week_numbering_year (time) * 100 + g_date_time_get_week_of_year (time) : 0;
}

void
mou_backup_choose (const gint64 *times_us, guint n_times, gboolean *keeps)
{
  guint n_weeks = 0;
  int last_week = -1;

  g_return_if_fail (n_times == 0 || (times_us != NULL && keeps != NULL));

  for (guint i = 0; i < n_times; i++)
    {
      int week = get_week (times_us[i]);

      keeps[i] = i < MOU_BACKUP_N_NEWEST || (week != last_week && n_weeks < MOU_BACKUP_N_WEEKS);
      if (i >= MOU_BACKUP_N_NEWEST && keeps[i])
        {
          n_weeks++;
          last_week = week;
        }
    }
}
