/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Branch and bound over the points of all leaves, the steepest leaf first.
 *
 * The bound is the cost if every leaf still undecided could stand anywhere on the concave hull of its points: never more than the truth,
 * and the truth itself where nothing jumps. */

#include "mou-improvement-private.h"

#include <math.h>

#define TOLERANCE 1e-9

/* A piece of a leaf's concave hull. */
typedef struct
{
  guint leaf;
  int from, to;
  double cost, gain;
} Piece;

typedef struct
{
  const MouSearchLeaf *leaves;
  guint n_leaves;
  double needed;
  guint n_steps, max_steps;
  GArray *pieces; /* Piece of all leaves, steepest first */
  guint *order;   /* leaves in the order they are decided */
  guint *rank;    /* of each leaf in that order */
  MouSearchChoice *choices, *best;
  double best_cost;
} Search;

/* What is decided so far. */
typedef struct
{
  double cost, gain;
  gboolean has_part; /* some leaf stands partly beyond its point: this much may be added */
  double part_cost, part_gain;
} Decided;

/* Steeper first; what costs nothing is steepest. */
static int
compare_slopes (double left_cost, double left_gain, double right_cost, double right_gain)
{
  double left = left_gain * right_cost, right = right_gain * left_cost;

  return (left < right) - (left > right);
}

static int
compare_pieces (gconstpointer a, gconstpointer b)
{
  const Piece *left = a, *right = b;
  int order = compare_slopes (left->cost, left->gain, right->cost, right->gain);

  return order != 0 ? order : (left->leaf > right->leaf) - (left->leaf < right->leaf);
}

/* The point after `from` that is reached most steeply; the farthest of equals. */
static int
find_hull_point (const MouSearchLeaf *leaf, int from)
{
  int best = from + 1;

  for (int i = from + 2; i < leaf->n_points; i++)
    if (compare_slopes (leaf->points[i].cost - leaf->points[from].cost, leaf->points[i].gain - leaf->points[from].gain,
                        leaf->points[best].cost - leaf->points[from].cost, leaf->points[best].gain - leaf->points[from].gain)
        <= 0)
      best = i;

  return best;
}

static void
add_pieces (Search *self, guint index)
{
  const MouSearchLeaf *leaf = &self->leaves[index];

  for (int from = 0, to; from + 1 < leaf->n_points; from = to)
    {
      Piece piece = { .leaf = index, .from = from };

      piece.to = to = find_hull_point (leaf, from);
      piece.cost = leaf->points[to].cost - leaf->points[from].cost;
      piece.gain = leaf->points[to].gain - leaf->points[from].gain;
      g_array_append_val (self->pieces, piece);
    }
}

static void
set_order (Search *self)
{
  guint n = 0;

  for (guint i = 0; i < self->n_leaves; i++)
    self->rank[i] = G_MAXUINT;
  for (guint i = 0; i < self->pieces->len; i++)
    {
      guint leaf = g_array_index (self->pieces, Piece, i).leaf;

      if (self->rank[leaf] != G_MAXUINT)
        continue;
      self->rank[leaf] = n;
      self->order[n++] = leaf;
    }
  for (guint i = 0; i < self->n_leaves; i++)
    if (self->rank[i] == G_MAXUINT)
      {
        self->rank[i] = n;
        self->order[n++] = i;
      }
}

/* The hull all over: a first set to beat. FALSE when even everything is not enough. */
static gboolean
choose_greedily (Search *self)
{
  double gain = 0;

  self->best_cost = 0;
  for (guint i = 0; i < self->pieces->len && gain < self->needed - TOLERANCE; i++)
    {
      const Piece *piece = &g_array_index (self->pieces, Piece, i);
      gboolean partly
          = gain + piece->gain > self->needed && self->leaves[piece->leaf].points[piece->to].rises && piece->to == piece->from + 1;

      self->best[piece->leaf] = (MouSearchChoice){ .point = partly ? piece->from : piece->to, .partly = partly };
      self->best_cost += partly ? (self->needed - gain) / piece->gain * piece->cost : piece->cost;
      gain += piece->gain;
    }

  return gain >= self->needed - TOLERANCE;
}

/* What the rest must cost at least; INFINITY when it cannot be enough. */
static double
find_bound (const Search *self, guint depth, const Decided *decided)
{
  double missing = self->needed - decided->gain, cost = 0;
  gboolean part_left = decided->has_part;

  for (guint i = 0; missing > TOLERANCE && (i < self->pieces->len || part_left);)
    {
      const Piece *piece = i < self->pieces->len ? &g_array_index (self->pieces, Piece, i) : NULL;
      gboolean part_next
          = part_left && (piece == NULL || compare_slopes (decided->part_cost, decided->part_gain, piece->cost, piece->gain) <= 0);
      double gain, price;

      if (!part_next && self->rank[piece->leaf] < depth)
        {
          i++;
          continue;
        }
      gain = part_next ? decided->part_gain : piece->gain;
      price = part_next ? decided->part_cost : piece->cost;
      cost += gain <= missing ? price : price * missing / gain;
      missing -= gain;
      part_left = part_left && !part_next;
      i += part_next ? 0 : 1;
    }

  return missing > TOLERANCE ? (double) INFINITY : cost;
}

/* Keeps what is decided, everything else staying as it is, when it is enough and cheaper than the best. */
static void
offer (Search *self, guint depth, const Decided *decided)
{
  double missing = MAX (0, self->needed - decided->gain);
  double cost = decided->cost;

  if (missing > TOLERANCE)
    cost += missing / decided->part_gain * decided->part_cost;
  if (cost >= self->best_cost - TOLERANCE)
    return;

  self->best_cost = cost;
  for (guint i = 0; i < self->n_leaves; i++)
    {
      self->best[i] = self->rank[i] < depth ? self->choices[i] : (MouSearchChoice){ 0 };
      if (missing <= TOLERANCE)
        self->best[i].partly = FALSE;
    }
}

static void decide_next (Search *self, guint depth, const Decided *decided);

static void
try_choice (Search *self, guint depth, const Decided *decided, int point, gboolean partly)
{
  const MouSearchLeaf *leaf = &self->leaves[self->order[depth]];
  Decided next = *decided;

  next.cost += leaf->points[point].cost;
  next.gain += leaf->points[point].gain;
  if (partly)
    {
      next.has_part = TRUE;
      next.part_cost = leaf->points[point + 1].cost - leaf->points[point].cost;
      next.part_gain = leaf->points[point + 1].gain - leaf->points[point].gain;
    }
  self->choices[self->order[depth]] = (MouSearchChoice){ .point = point, .partly = partly };
  decide_next (self, depth + 1, &next);
}

static void
decide_next (Search *self, guint depth, const Decided *decided)
{
  double missing = self->needed - decided->gain;
  const MouSearchLeaf *leaf;

  if (missing <= TOLERANCE || (decided->has_part && missing <= decided->part_gain + TOLERANCE))
    offer (self, depth, decided);
  if (missing <= TOLERANCE || depth == self->n_leaves || self->n_steps >= self->max_steps)
    return;
  if (decided->cost + find_bound (self, depth, decided) >= self->best_cost - TOLERANCE)
    return;

  self->n_steps += self->pieces->len;
  leaf = &self->leaves[self->order[depth]];
  for (int point = leaf->n_points - 1; point >= 0; point--)
    {
      try_choice (self, depth, decided, point, FALSE);
      if (!decided->has_part && point + 1 < leaf->n_points && leaf->points[point + 1].rises)
        try_choice (self, depth, decided, point, TRUE);
    }
}

gboolean
mou_improvement_search (const MouSearchLeaf *leaves, guint n_leaves, double needed, guint max_steps, MouSearchChoice *choices,
                        gboolean *finished)
{
  g_autoptr (GArray) pieces = g_array_new (FALSE, FALSE, sizeof (Piece));
  g_autofree guint *order = g_new (guint, n_leaves + 1);
  g_autofree guint *rank = g_new (guint, n_leaves + 1);
  g_autofree MouSearchChoice *current = g_new0 (MouSearchChoice, n_leaves + 1);
  const Decided nothing = { 0 };
  Search self = { .leaves = leaves,
                  .n_leaves = n_leaves,
                  .needed = needed,
                  .max_steps = max_steps,
                  .pieces = pieces,
                  .order = order,
                  .rank = rank,
                  .choices = current,
                  .best = choices };

  for (guint i = 0; i < n_leaves; i++)
    {
      choices[i] = (MouSearchChoice){ 0 };
      add_pieces (&self, i);
    }
  g_array_sort (pieces, compare_pieces);
  set_order (&self);
  if (!choose_greedily (&self))
    return FALSE;

  decide_next (&self, 0, &nothing);
  *finished = self.n_steps < max_steps;

  return TRUE;
}
