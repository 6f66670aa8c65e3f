/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The history all at once, and who is in it. */

#include "mou-history-search.h"

#include "mou-document-private.h"
#include "mou-fiscal-year.h"
#include "mou-journal-walk.h"
#include "mou-thai.h"

#include <glib/gi18n-lib.h>
#include <string.h>

void
mou_history_entry_free (MouHistoryEntry *entry)
{
  g_free (entry->at);
  g_free (entry->author);
  g_free (entry->label);
  g_ptr_array_unref (entry->details);
  g_strfreev (entry->lines);
  g_free (entry);
}

GPtrArray *
mou_document_search_history (MouDocument *self, const MouHistoryFilter *filter, guint limit, GError **error)
{
  g_autoptr (GPtrArray) history = g_ptr_array_new_with_free_func ((GDestroyNotify) mou_history_entry_free);
  g_autoptr (MouHistorySearch) search = mou_history_search_new (self, filter);

  g_return_val_if_fail (search != NULL, NULL);

  return mou_history_search_continue (search, limit, 0, history, error) ? g_steal_pointer (&history) : NULL;
}

GPtrArray *
mou_document_list_history (MouDocument *self, guint limit, GError **error)
{
  return mou_document_search_history (self, &(MouHistoryFilter){ 0 }, limit, error);
}

GPtrArray *
mou_document_list_authors (MouDocument *self, GError **error)
{
  GPtrArray *authors;

  g_return_val_if_fail (MOU_IS_DOCUMENT (self), NULL);
  g_return_val_if_fail (self->store != NULL, NULL);

  authors = mou_journal_list_authors (self->store, error);
  if (authors == NULL)
    _mou_document_adopt_error (error);

  return authors;
}

char *
mou_history_dup_day (const char *at, gboolean thai_digits)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) moment = NULL;
  g_autoptr (GDateTime) local = NULL;
  g_autofree char *iso = NULL;

  g_return_val_if_fail (at != NULL, NULL);

  moment = g_date_time_new_from_iso8601 (at, utc);
  local = moment != NULL ? g_date_time_to_local (moment) : NULL;
  if (local == NULL)
    return g_strdup (at);

  iso = g_date_time_format (local, "%Y-%m-%d");
  /* Translators: the era in which people read dates, no word to translate: era:CE, or era:BE for the Buddhist Era. */
  if (g_str_equal (_ ("era:CE"), "era:BE"))
    return mou_date_format_thai (iso, thai_digits);

  return g_date_time_format (local, "%-e %B %Y");
}

char *
mou_history_dup_moment (const char *at)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) moment = NULL;
  g_autoptr (GDateTime) local = NULL;

  g_return_val_if_fail (at != NULL, NULL);

  moment = g_date_time_new_from_iso8601 (at, utc);
  local = moment != NULL ? g_date_time_to_local (moment) : NULL;

  return local != NULL ? g_date_time_format (local, "%Y-%m-%d %H:%M") : g_strdup (at);
}

/* "21/11/2569" is written as often as "2569-11-21". */
char *
mou_history_dup_iso_day (const char *text)
{
  g_autofree char *iso = NULL;
  g_autofree char *arabic = mou_thai_digits_to_arabic (text);
  gboolean slashes = strchr (arabic, '/') != NULL;
  g_auto (GStrv) parts = g_strsplit (g_strstrip (arabic), slashes ? "/" : "-", 4);
  gint64 numbers[3];

  if (g_strv_length (parts) != 3)
    return NULL;
  for (guint i = 0; i < 3; i++)
    if (!g_ascii_string_to_signed (parts[slashes ? 2 - i : i], 10, 1, 9999, &numbers[i], NULL))
      return NULL;
  if (numbers[0] >= MOU_FISCAL_YEAR_MIN)
    numbers[0] -= MOU_BUDDHIST_ERA_OFFSET;

  iso = g_strdup_printf ("%04d-%02d-%02d", (int) numbers[0], (int) numbers[1], (int) numbers[2]);
  return mou_date_is_valid (iso) ? g_steal_pointer (&iso) : NULL;
}

char *
mou_history_parse_day (const char *text, int days, GError **error)
{
  g_autofree char *iso = NULL;
  g_autofree char *midnight = NULL;
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autoptr (GDateTime) day = NULL;
  g_autoptr (GDateTime) other = NULL;
  g_autoptr (GDateTime) utc = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  iso = mou_history_dup_iso_day (text);
  midnight = iso != NULL ? g_strconcat (iso, "T00:00:00", NULL) : NULL;
  day = midnight != NULL ? g_date_time_new_from_iso8601 (midnight, zone) : NULL;
  if (day == NULL)
    {
      _mou_document_refuse (error, _ ("“%s” is no day; write it as 2026-11-21 or 2569-11-21."), text);
      return NULL;
    }

  other = g_date_time_add_days (day, days);
  utc = g_date_time_to_utc (other);
  return g_date_time_format (utc, "%Y-%m-%dT%H:%M:%SZ");
}
