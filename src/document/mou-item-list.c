/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The list keeps one item an indicator for as long as it is shown, and tells of the rows between the first and the last that
 * differ: edits touch neighbouring rows, so trimming both ends is as small as it gets in practice. */

#include "mou-item-list.h"

#include "mou-item-private.h"

struct _MouItemList
{
  GObject parent_instance;

  MouDocument *document;
  GPtrArray *items;  /* MouItem, in printed order */
  GHashTable *by_id; /* id (gint64 *) → MouItem, borrowed from items */
};

static void mou_item_list_model_init (GListModelInterface *interface);

G_DEFINE_FINAL_TYPE_WITH_CODE (MouItemList, mou_item_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, mou_item_list_model_init))

static GHashTable *
index_items (GPtrArray *items)
{
  GHashTable *by_id = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < items->len; i++)
    {
      MouItem *item = g_ptr_array_index (items, i);
      gint64 id = mou_item_get_id (item);

      g_hash_table_insert (by_id, g_memdup2 (&id, sizeof id), item);
    }

  return by_id;
}

/* The items of the document as it is now, old ones where there are; those whose content changed are added to `changed`. */
static GPtrArray *
build_items (MouItemList *self, GPtrArray *changed)
{
  MouAgreement *agreement = mou_document_get_agreement (self->document);
  MouEvaluation *evaluation = mou_document_get_evaluation (self->document);
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);
  guint n_nodes = agreement != NULL ? mou_agreement_get_n_nodes (agreement) : 0;

  for (guint node = 0; node < n_nodes; node++)
    {
      MouItem *item = mou_item_list_find (self, mou_agreement_get_node (agreement, node)->indicator->id);

      if (item == NULL)
        {
          g_ptr_array_add (items, _mou_item_new (agreement, evaluation, node));
          continue;
        }
      if (_mou_item_update (item, agreement, evaluation, node))
        g_ptr_array_add (changed, g_object_ref (item));
      g_ptr_array_add (items, g_object_ref (item));
    }

  return items;
}

static guint
count_common_start (GPtrArray *a, GPtrArray *b)
{
  guint n = 0;

  while (n < a->len && n < b->len && g_ptr_array_index (a, n) == g_ptr_array_index (b, n))
    n++;

  return n;
}

static guint
count_common_end (GPtrArray *a, GPtrArray *b, guint start)
{
  guint n = 0;

  while (n < a->len - start && n < b->len - start && g_ptr_array_index (a, a->len - n - 1) == g_ptr_array_index (b, b->len - n - 1))
    n++;

  return n;
}

static void
document_changed_cb (MouItemList *self)
{
  g_autoptr (GPtrArray) changed = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) before = g_steal_pointer (&self->items);
  guint start, end;

  self->items = build_items (self, changed);
  g_hash_table_unref (self->by_id);
  self->by_id = index_items (self->items);

  start = count_common_start (before, self->items);
  end = count_common_end (before, self->items, start);
  if (start + end < before->len || start + end < self->items->len)
    g_list_model_items_changed (G_LIST_MODEL (self), start, before->len - start - end, self->items->len - start - end);

  for (guint i = 0; i < changed->len; i++)
    _mou_item_emit_changed (g_ptr_array_index (changed, i));
}

static GType
get_item_type (GListModel *model)
{
  return MOU_TYPE_ITEM;
}

static guint
get_n_items (GListModel *model)
{
  return MOU_ITEM_LIST (model)->items->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  MouItemList *self = MOU_ITEM_LIST (model);

  return position < self->items->len ? g_object_ref (g_ptr_array_index (self->items, position)) : NULL;
}

static void
mou_item_list_model_init (GListModelInterface *interface)
{
  interface->get_item_type = get_item_type;
  interface->get_n_items = get_n_items;
  interface->get_item = get_item;
}

static void
mou_item_list_dispose (GObject *object)
{
  MouItemList *self = MOU_ITEM_LIST (object);

  g_clear_object (&self->document);

  G_OBJECT_CLASS (mou_item_list_parent_class)->dispose (object);
}

static void
mou_item_list_finalize (GObject *object)
{
  MouItemList *self = MOU_ITEM_LIST (object);

  g_hash_table_unref (self->by_id);
  g_ptr_array_unref (self->items);

  G_OBJECT_CLASS (mou_item_list_parent_class)->finalize (object);
}

static void
mou_item_list_class_init (MouItemListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = mou_item_list_dispose;
  object_class->finalize = mou_item_list_finalize;
}

static void
mou_item_list_init (MouItemList *self)
{
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  self->by_id = index_items (self->items);
}

MouItemList *
mou_item_list_new (MouDocument *document)
{
  MouItemList *self;

  g_return_val_if_fail (MOU_IS_DOCUMENT (document), NULL);

  self = g_object_new (MOU_TYPE_ITEM_LIST, NULL);
  self->document = g_object_ref (document);
  g_signal_connect_object (document, "changed", G_CALLBACK (document_changed_cb), self, G_CONNECT_SWAPPED);
  document_changed_cb (self);

  return self;
}

MouItem *
mou_item_list_find (MouItemList *self, gint64 id)
{
  g_return_val_if_fail (MOU_IS_ITEM_LIST (self), NULL);

  return g_hash_table_lookup (self->by_id, &id);
}
