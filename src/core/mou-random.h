/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-random: random numbers that a seed repeats exactly, on every machine and for good (xoshiro256**).
 *
 * For simulations only; nothing that must not be guessed. A plain value; anyone may call. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct {
  guint64 state[4];
  gboolean has_spare; /* normal numbers come in pairs */
  double spare;
} MouRandom;

void mou_random_init (MouRandom *self, guint64 seed);
guint64 mou_random_next (MouRandom *self);
/* 0 <= x < 1 */
double mou_random_next_uniform (MouRandom *self);
/* Mean 0, standard deviation 1. */
double mou_random_next_normal (MouRandom *self);

G_END_DECLS
