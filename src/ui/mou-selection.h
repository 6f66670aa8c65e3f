/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-selection: the view state that pages and inspector share: which indicator is looked at, and how numbers are shown.
 *
 * Never part of the document. Pages set the indicator when their cursor moves and follow it when another sets it. */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define MOU_TYPE_SELECTION (mou_selection_get_type ())
G_DECLARE_FINAL_TYPE (MouSelection, mou_selection, MOU, SELECTION, GObject)

MouSelection *mou_selection_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* Property "indicator": the id of an indicator, 0 for none. */
gint64 mou_selection_get_indicator (MouSelection *self);
void mou_selection_set_indicator (MouSelection *self, gint64 indicator);

/* Property "thai-digits": numbers are shown in Thai digits; what is typed may be either. */
gboolean mou_selection_get_thai_digits (MouSelection *self);
/* Property "zoom": of the sheets, 0.75 .. 2. */
double mou_selection_get_zoom (MouSelection *self);

G_END_DECLS
