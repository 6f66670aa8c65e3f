/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-rebase: the levels after level 3 moved for a recorded reason (scoring.md section 5).
 *
 * A re-base moves every numeric level by the same amount, so the intervals stay. The signed levels stay where they are, in the
 * snapshot; these are the effective ones, which the engine scores by. Pure; anyone may call. */
#pragma once

#include "mou-agreement.h"

G_BEGIN_DECLS

/* `out` becomes `signed_levels` with each number moved by Σ(to − from) of `rebases` (MouRebase). FALSE, out untouched, when a
 * number would not fit. */
gboolean mou_levels_rebase (const MouLevels *signed_levels, const GArray *rebases, MouLevels *out);

/* The levels that an indicator's numbers are held against, as signed: its measure's, or its own when it has no measure. */
const MouLevels *mou_indicator_get_signed_levels (const MouIndicator *indicator);

/* The same, after its re-bases. Without a re-base this is the signed set itself; otherwise it is written into `storage`. NULL when a
 * number would not fit. */
const MouLevels *mou_indicator_get_effective_levels (const MouIndicator *indicator, MouLevels *storage);

G_END_DECLS
