/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-indicator-rows: see the header. */

#include "mou-indicator-rows.h"
#include "mou-thai.h"

struct _MouIndicatorRows
{
  const MouAgreement *agreement;
  GHashTable *collapsed; /* ids (gint64 *) */
  GArray *nodes;         /* guint: the visible nodes in order */
  GArray *ids;           /* gint64: of their indicators, to compare with the next time */
  char *filter;          /* search key, or NULL */
};

MouIndicatorRows *
mou_indicator_rows_new (void)
{
  MouIndicatorRows *self = g_new0 (MouIndicatorRows, 1);

  self->collapsed = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->nodes = g_array_new (FALSE, FALSE, sizeof (guint));
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  return self;
}

void
mou_indicator_rows_free (MouIndicatorRows *self)
{
  g_hash_table_unref (self->collapsed);
  g_array_unref (self->nodes);
  g_array_unref (self->ids);
  g_free (self->filter);
  g_free (self);
}

static gboolean
matches (MouIndicatorRows *self, const MouIndicator *indicator)
{
  g_autofree char *text = g_strconcat (indicator->code, " ", indicator->name, NULL);
  g_autofree char *key = mou_thai_search_key (text);

  return strstr (key, self->filter) != NULL;
}

/* Whether the node or one below it matches, so that what is above a match stays in sight. */
static gboolean
subtree_matches (MouIndicatorRows *self, guint index)
{
  const MouNode *node = mou_agreement_get_node (self->agreement, index);

  for (guint i = index; i < (guint) node->end; i++)
    if (matches (self, mou_agreement_get_node (self->agreement, i)->indicator))
      return TRUE;

  return FALSE;
}

static gboolean
is_collapsed (MouIndicatorRows *self, const MouIndicator *indicator)
{
  return self->filter == NULL && g_hash_table_contains (self->collapsed, &indicator->id);
}

static void
list_visible (MouIndicatorRows *self, GArray *nodes, GArray *ids)
{
  const guint n = self->agreement != NULL ? mou_agreement_get_n_nodes (self->agreement) : 0;

  for (guint i = 0; i < n;)
    {
      const MouNode *node = mou_agreement_get_node (self->agreement, i);
      const gboolean shown = self->filter == NULL || subtree_matches (self, i);

      if (shown)
        {
          g_array_append_val (nodes, i);
          g_array_append_val (ids, node->indicator->id);
        }
      i = shown && !is_collapsed (self, node->indicator) ? i + 1 : (guint) node->end;
    }
}

/* The smallest range outside which old and new ids agree. */
static MouRowsDifference
compare (const GArray *old, const GArray *new)
{
  const gint64 *a = (const gint64 *) (gpointer) old->data;
  const gint64 *b = (const gint64 *) (gpointer) new->data;
  guint first = 0, last = 0;

  while (first < MIN (old->len, new->len) && a[first] == b[first])
    first++;
  while (last < MIN (old->len, new->len) - first && a[old->len - 1 - last] == b[new->len - 1 - last])
    last++;

  return (MouRowsDifference){ first, old->len - first - last, new->len - first - last };
}

static MouRowsDifference
rebuild (MouIndicatorRows *self)
{
  g_autoptr (GArray) old = g_steal_pointer (&self->ids);
  MouRowsDifference difference;

  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_set_size (self->nodes, 0);
  list_visible (self, self->nodes, self->ids);

  difference = compare (old, self->ids);
  if (difference.removed == 0 && difference.added == 0)
    difference.position = 0;

  return difference;
}

MouRowsDifference
mou_indicator_rows_refresh (MouIndicatorRows *self, const MouAgreement *agreement)
{
  self->agreement = agreement;

  return rebuild (self);
}

MouRowsDifference
mou_indicator_rows_set_expanded (MouIndicatorRows *self, guint row, gboolean expanded)
{
  const gint64 id = mou_indicator_rows_get_indicator (self, row)->id;

  if (expanded)
    g_hash_table_remove (self->collapsed, &id);
  else
    g_hash_table_add (self->collapsed, g_memdup2 (&id, sizeof id));

  return rebuild (self);
}

MouRowsDifference
mou_indicator_rows_set_filter (MouIndicatorRows *self, const char *text)
{
  g_clear_pointer (&self->filter, g_free);
  if (text != NULL && *text != '\0')
    self->filter = mou_thai_search_key (text);

  return rebuild (self);
}

MouRowsDifference
mou_indicator_rows_reveal (MouIndicatorRows *self, gint64 indicator)
{
  int index = self->agreement != NULL ? mou_agreement_find_id (self->agreement, indicator) : -1;

  while (index >= 0)
    {
      index = mou_agreement_get_node (self->agreement, (guint) index)->parent;
      if (index >= 0)
        g_hash_table_remove (self->collapsed, &mou_agreement_get_node (self->agreement, (guint) index)->indicator->id);
    }

  return rebuild (self);
}

guint
mou_indicator_rows_get_n (MouIndicatorRows *self)
{
  return self->nodes->len;
}

guint
mou_indicator_rows_get_node (MouIndicatorRows *self, guint row)
{
  g_return_val_if_fail (row < self->nodes->len, 0);

  return g_array_index (self->nodes, guint, row);
}

const MouIndicator *
mou_indicator_rows_get_indicator (MouIndicatorRows *self, guint row)
{
  return mou_agreement_get_node (self->agreement, mou_indicator_rows_get_node (self, row))->indicator;
}

void
mou_indicator_rows_get_row (MouIndicatorRows *self, guint row, MouSheetRow *info)
{
  const guint index = mou_indicator_rows_get_node (self, row);
  const MouNode *node = mou_agreement_get_node (self->agreement, index);

  info->depth = (guint) node->depth;
  info->expandable = !mou_node_is_leaf (node, index);
  info->expanded = info->expandable && !is_collapsed (self, node->indicator);
  info->group = node->indicator->kind == MOU_KIND_GROUP;
}

int
mou_indicator_rows_find (MouIndicatorRows *self, gint64 indicator)
{
  for (guint i = 0; i < self->ids->len; i++)
    if (g_array_index (self->ids, gint64, i) == indicator)
      return (int) i;

  return -1;
}
