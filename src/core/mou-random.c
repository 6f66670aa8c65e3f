/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* xoshiro256** by Blackman and Vigna, seeded by splitmix64 as they advise; normal numbers by Marsaglia's polar method. */

#include "mou-random.h"

#include <math.h>

static guint64
rotate_left (guint64 x, int bits)
{
  return (x << bits) | (x >> (64 - bits));
}

void
mou_random_init (MouRandom *self, guint64 seed)
{
  g_return_if_fail (self != NULL);

  *self = (MouRandom){ .has_spare = FALSE };
  for (guint i = 0; i < G_N_ELEMENTS (self->state); i++)
    {
      guint64 mixed = seed += G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);

      mixed = (mixed ^ (mixed >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
      mixed = (mixed ^ (mixed >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
      self->state[i] = mixed ^ (mixed >> 31);
    }
}

guint64
mou_random_next (MouRandom *self)
{
  guint64 *state, number, shifted;

  g_return_val_if_fail (self != NULL, 0);

  state = self->state;
  number = rotate_left (state[1] * 5, 7) * 9;
  shifted = state[1] << 17;
  state[2] ^= state[0];
  state[3] ^= state[1];
  state[1] ^= state[2];
  state[0] ^= state[3];
  state[2] ^= shifted;
  state[3] = rotate_left (state[3], 45);

  return number;
}

double
mou_random_next_uniform (MouRandom *self)
{
  return (double) (mou_random_next (self) >> 11) * 0x1.0p-53;
}

double
mou_random_next_normal (MouRandom *self)
{
  double x, y, square, factor;

  g_return_val_if_fail (self != NULL, 0);

  if (self->has_spare)
    {
      self->has_spare = FALSE;
      return self->spare;
    }

  do
    {
      x = 2 * mou_random_next_uniform (self) - 1;
      y = 2 * mou_random_next_uniform (self) - 1;
      square = x * x + y * y;
    }
  while (square >= 1 || square <= 0);

  factor = sqrt (-2 * log (square) / square);
  self->has_spare = TRUE;
  self->spare = y * factor;

  return x * factor;
}
