/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-page: what every page of the window is: a widget that shows one document.
 *
 * Pages know the document and the selection, never the window or each other. When a page wants the user to be taken to a place, it
 * emits "place-activated" and the window finds the page that can show it; when something went wrong it emits "problem". */
#pragma once

#include "mou-document-edits.h"
#include "mou-selection.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* A value somewhere in the agreement. */
typedef struct {
  gint64 indicator; /* 0: of the agreement itself */
  MouEntity entity;
  gint64 row;
  int field; /* of `entity`, or -1 */
  const char *key; /* KEY of a row that does not exist yet (a level's number, a year), or NULL */
} MouPlace;

#define MOU_TYPE_PAGE (mou_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (MouPage, mou_page, MOU, PAGE, AdwBin)

struct _MouPageClass {
  AdwBinClass parent_class;

  /* The document is another one, or NULL; "changed" of the document is the page's own business. */
  void (*document_set) (MouPage *self, MouDocument *document);
  void (*selection_set) (MouPage *self, MouSelection *selection);
  /* Moves there and takes the keyboard focus; FALSE when this page does not show such places. */
  gboolean (*show_place) (MouPage *self, const MouPlace *place);
  /* The keyboard focus goes to where work on this page begins. */
  void (*focus_content) (MouPage *self);
  /* Filters or finds; NULL or "" ends it. FALSE when the page has no search. */
  gboolean (*search) (MouPage *self, const char *text);
  /* FALSE when the page has no entry of its own for that. */
  gboolean (*focus_search) (MouPage *self);
  /* Writes what is being typed, before saving say; FALSE when it was refused and stands open with its reason. */
  gboolean (*commit_editing) (MouPage *self);
};

/* Properties "document", "selection". Signals "place-activated" (gpointer MouPlace) and "problem" (char *message). */
MouDocument *mou_page_get_document (MouPage *self);
MouSelection *mou_page_get_selection (MouPage *self);
void mou_page_set_document (MouPage *self, MouDocument *document);

gboolean mou_page_show_place (MouPage *self, const MouPlace *place);
void mou_page_focus_content (MouPage *self);
gboolean mou_page_search (MouPage *self, const char *text);
gboolean mou_page_focus_search (MouPage *self);
gboolean mou_page_commit_editing (MouPage *self);

/* For implementations. */
void mou_page_activate_place (MouPage *self, const MouPlace *place);
void mou_page_report_problem (MouPage *self, const char *message);

G_END_DECLS
