/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-row-proposal: see the header. */

#include "mou-row-proposal.h"

#include <glib/gi18n.h>

/* The level's threshold, which a re-base starts from. */
static char *
dup_middle_level (MouDocument *document, gint64 indicator)
{
  MouRegister *rows = mou_document_get_register (document);
  const MouRow *level = mou_register_find (rows, indicator, MOU_ENTITY_LEVEL, "3");
  const char *value = level != NULL ? mou_row_get (level, MOU_LEVEL_VALUE) : NULL;

  return g_strdup (value != NULL ? value : "0");
}

/* The first number from `first` on that no row has as its key, behind `prefix`. */
static char *
dup_free_key (MouDocument *document, gint64 indicator, MouEntity entity, const char *prefix, int first)
{
  for (int number = first;; number++)
    {
      g_autofree char *key = g_strdup_printf ("%s%d", prefix, number);

      if (mou_register_find (mou_document_get_register (document), indicator, entity, key) == NULL)
        return g_steal_pointer (&key);
    }
}

static void
set (GStrv values, int field, char *value)
{
  g_free (values[field]);
  values[field] = value;
}

GStrv
mou_row_propose (MouDocument *document, gint64 indicator, MouEntity entity)
{
  guint n_fields;
  GStrv values = NULL;

  mou_field_table (entity, &n_fields);
  values = g_new0 (char *, n_fields + 1);
  for (guint i = 0; i < n_fields; i++)
    values[i] = g_strdup ("");

  switch ((int) entity)
    {
    case MOU_ENTITY_GATE:
      set (values, MOU_GATE_LEVEL, dup_free_key (document, indicator, entity, "", 2));
      break;
    case MOU_ENTITY_ITEM:
      set (values, MOU_ITEM_TEXT, g_strdup (_ ("New item")));
      set (values, MOU_ITEM_WEIGHT, g_strdup ("0"));
      break;
    case MOU_ENTITY_VARIABLE:
      set (values, MOU_VARIABLE_NAME, dup_free_key (document, indicator, entity, "x", 1));
      break;
    case MOU_ENTITY_CONDITION:
      set (values, MOU_TEXT_TEXT, g_strdup (_ ("New condition")));
      break;
    case MOU_ENTITY_STRATEGY:
      set (values, MOU_TEXT_TEXT, g_strdup (_ ("New strategy")));
      break;
    case MOU_ENTITY_REBASE:
      set (values, MOU_REBASE_FROM, dup_middle_level (document, indicator));
      set (values, MOU_REBASE_TO, dup_middle_level (document, indicator));
      set (values, MOU_REBASE_REASON, g_strdup (_ ("Reason")));
      break;
    default:
      break;
    }

  return values;
}
