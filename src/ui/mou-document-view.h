/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-document-view: the panes of an open register: sidebar, pages, inspector, status bar.
 *
 * Holds the selection that pages and inspector share, and takes the user to places. The window owns it and gives it the document. */
#pragma once

#include "mou-page.h"

G_BEGIN_DECLS

#define MOU_TYPE_DOCUMENT_VIEW (mou_document_view_get_type ())
G_DECLARE_FINAL_TYPE (MouDocumentView, mou_document_view, MOU, DOCUMENT_VIEW, AdwBin)

/* Properties "show-sidebar", "show-inspector", "search-mode", "page" (name of the visible page). Signal "problem" (char *). */
void mou_document_view_set_document (MouDocumentView *self, MouDocument *document);
MouSelection *mou_document_view_get_selection (MouDocumentView *self);
const char *mou_document_view_get_page (MouDocumentView *self);
void mou_document_view_set_page (MouDocumentView *self, const char *name);
/* Finds the first page that can show the place and goes there. */
void mou_document_view_show_place (MouDocumentView *self, const MouPlace *place);
/* The history of the selected indicator. */
void mou_document_view_show_history (MouDocumentView *self);
/* Of the visible page; see MouPage. */
gboolean mou_document_view_commit_editing (MouDocumentView *self);
void mou_document_view_focus_content (MouDocumentView *self);

G_END_DECLS
