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

/* The side nobody signs for yet; the second when both do. */
static char *
dup_free_side (MouDocument *document, gint64 agreement)
{
  GPtrArray *parties = mou_register_get_children (mou_document_get_register (document), agreement, MOU_ENTITY_PARTY);

  for (guint i = 0; i < parties->len; i++)
    if (mou_row_get_integer (parties->pdata[i], MOU_PARTY_SIDE, 0) == 1)
      return g_strdup ("2");

  return g_strdup ("1");
}

/* Of one row of the agreement; FALSE when the entity is none of its. */
static gboolean
propose_for_agreement (GStrv values, MouDocument *document, gint64 agreement, MouEntity entity)
{
  switch ((int) entity)
    {
    case MOU_ENTITY_PARTY:
      set (values, MOU_PARTY_SIDE, dup_free_side (document, agreement));
      set (values, MOU_PARTY_NAME, g_strdup (_ ("Name")));
      set (values, MOU_PARTY_POSITION, g_strdup (_ ("Position")));
      return TRUE;
    case MOU_ENTITY_MISSION:
      set (values, MOU_TEXT_TEXT, g_strdup (_ ("New mission")));
      return TRUE;
    case MOU_ENTITY_TERM:
      set (values, MOU_TEXT_TEXT, g_strdup (_ ("New term")));
      return TRUE;
    case MOU_ENTITY_NOTE:
      set (values, MOU_NOTE_NUMBER, dup_free_key (document, agreement, entity, "", 1));
      set (values, MOU_NOTE_TEXT, g_strdup (_ ("New note")));
      return TRUE;
    default:
      return FALSE;
    }
}

static void
propose_for_indicator (GStrv values, MouDocument *document, gint64 indicator, MouEntity entity)
{
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
}

GStrv
mou_row_propose (MouDocument *document, gint64 owner, MouEntity entity)
{
  guint n_fields;
  GStrv values = NULL;

  mou_field_table (entity, &n_fields);
  values = g_new0 (char *, n_fields + 1);
  for (guint i = 0; i < n_fields; i++)
    values[i] = g_strdup ("");

  if (!propose_for_agreement (values, document, owner, entity))
    propose_for_indicator (values, document, owner, entity);

  return values;
}
