/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* power-cut: what a disk may hold after the power failed.
 *
 * A recording of the calls below a folder is played into a model of a disk that keeps only its promises: what a file held at its
 * last sync is there, and which names a folder had at its own. Of everything since, any part may be there: a write sector by sector
 * (512 bytes), in any order, space that was added and not filled with anything in it, a creation, a rename or a removal or not.
 * Callers: the tests of this folder. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _PowerCut PowerCut;

/* What is in `folder` now counts as synced. */
PowerCut *power_cut_new (const char *folder) G_GNUC_WARN_UNUSED_RESULT;
void power_cut_free (PowerCut *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PowerCut, power_cut_free)

/* From start to stop all calls are recorded. */
void power_cut_start (PowerCut *self);
void power_cut_stop (PowerCut *self);
/* So many calls have been recorded. */
guint power_cut_get_n_calls (PowerCut *self);

/* Plays on to where `n_calls` calls have been made; never backwards. */
void power_cut_play (PowerCut *self, guint n_calls);
/* One of the things the disk may hold now, into the empty folder `into`. */
void power_cut_make_image (PowerCut *self, GRand *random, const char *into);

G_END_DECLS
