/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-history-filter-bar: what the page of the history is asked for: text, since when, by whom, of which indicator, of what kind.
 *
 * Signal "changed" whenever something else is asked. Callers: mou-history-page. */
#pragma once

#include "mou-history-search.h"
#include "mou-selection.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define MOU_TYPE_HISTORY_FILTER_BAR (mou_history_filter_bar_get_type ())
G_DECLARE_FINAL_TYPE (MouHistoryFilterBar, mou_history_filter_bar, MOU, HISTORY_FILTER_BAR, GtkBox)

typedef enum { MOU_HISTORY_SCOPE_ALL, MOU_HISTORY_SCOPE_AGREEMENT, MOU_HISTORY_SCOPE_SIGNED, MOU_HISTORY_SCOPE_SAVED } MouHistoryScope;

/* Both borrowed; the document may be NULL. */
void mou_history_filter_bar_set_document (MouHistoryFilterBar *self, MouDocument *document);
void mou_history_filter_bar_set_selection (MouHistoryFilterBar *self, MouSelection *selection);
/* The document has changed: who is in it, what the indicator is called. */
void mou_history_filter_bar_refresh (MouHistoryFilterBar *self);

/* What is asked for; texts are borrowed until it changes. FALSE when nothing can be found: the agreement has never been signed. */
gboolean mou_history_filter_bar_get_filter (MouHistoryFilterBar *self, MouHistoryFilter *filter);
MouHistoryScope mou_history_filter_bar_get_scope (MouHistoryFilterBar *self);
/* Whether anything at all is asked for. */
gboolean mou_history_filter_bar_is_set (MouHistoryFilterBar *self);
/* Asks for nothing again. */
void mou_history_filter_bar_clear (MouHistoryFilterBar *self);

/* NULL: nothing. */
void mou_history_filter_bar_set_text (MouHistoryFilterBar *self, const char *text);
void mou_history_filter_bar_focus_search (MouHistoryFilterBar *self);
/* Of the selected indicator, and nothing else asked. */
void mou_history_filter_bar_ask_for_indicator (MouHistoryFilterBar *self);
/* What is shown: so many entries, perhaps more; or still looking. */
void mou_history_filter_bar_show_count (MouHistoryFilterBar *self, guint n_entries, gboolean more, gboolean searching);

G_END_DECLS
