/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-scorecard-page: see the header. */

#include "mou-scorecard-page.h"
#include "mou-scorecard-model.h"
#include "mou-sheet.h"
#include "mou-shortcuts.h"

#include <glib/gi18n.h>

struct _MouScorecardPage
{
  MouPage parent_instance;

  GtkStack *stack;
  MouSheet *sheet;

  MouIndicatorModel *model; /* a MouScorecardModel */
  gboolean following;       /* the cursor follows the selection, not the other way round */
};

G_DEFINE_FINAL_TYPE (MouScorecardPage, mou_scorecard_page, MOU_TYPE_PAGE)

static void
cursor_moved_cb (MouScorecardPage *self)
{
  guint row = 0, column = 0;

  if (self->following || self->model == NULL || !mou_sheet_get_cursor (self->sheet, &row, &column))
    return;

  mou_selection_set_indicator (mou_page_get_selection (MOU_PAGE (self)), mou_indicator_model_get_indicator (self->model, row));
}

/* Another pane selected an indicator: the cursor goes to its row and stays in its column. */
static void
selection_changed_cb (MouScorecardPage *self)
{
  const gint64 indicator = mou_selection_get_indicator (mou_page_get_selection (MOU_PAGE (self)));
  const int wanted = self->model != NULL ? mou_indicator_model_find_row (self->model, indicator) : -1;
  guint row = 0, column = 0;

  if (wanted < 0 || !mou_sheet_get_cursor (self->sheet, &row, &column) || row == (guint) wanted)
    return;

  self->following = TRUE;
  mou_sheet_set_cursor (self->sheet, (guint) wanted, column);
  self->following = FALSE;
}

static void
rows_changed_cb (MouScorecardPage *self)
{
  const MouDocument *document = mou_page_get_document (MOU_PAGE (self));
  const MouAgreement *agreement = document != NULL ? mou_document_get_agreement (mou_page_get_document (MOU_PAGE (self))) : NULL;
  const gboolean empty = agreement == NULL || mou_agreement_get_n_nodes (agreement) == 0;

  gtk_stack_set_visible_child_name (self->stack, empty ? "empty" : "sheet");
  selection_changed_cb (self); /* the cursor stays with its indicator when rows move */
  cursor_moved_cb (self);
}

static void
problem_cb (MouScorecardPage *self, const char *message)
{
  mou_page_report_problem (MOU_PAGE (self), message);
}

static void
follow_display (MouScorecardPage *self)
{
  MouSelection *selection = mou_page_get_selection (MOU_PAGE (self));

  if (self->model != NULL)
    mou_indicator_model_set_thai_digits (self->model, mou_selection_get_thai_digits (selection));
  mou_sheet_set_zoom (self->sheet, mou_selection_get_zoom (selection));
}

static void
mou_scorecard_page_document_set (MouPage *page, MouDocument *document)
{
  MouScorecardPage *self = MOU_SCORECARD_PAGE (page);

  g_clear_object (&self->model);
  self->model = document != NULL ? mou_scorecard_model_new (document) : NULL;
  if (self->model != NULL)
    follow_display (self);
  mou_sheet_set_model (self->sheet, (MouSheetModel *) self->model);
  if (self->model != NULL) /* after the sheet, so that it knows the rows when the cursor is moved */
    g_signal_connect_object (self->model, "rows-changed", G_CALLBACK (rows_changed_cb), self, G_CONNECT_SWAPPED);
  rows_changed_cb (self);
}

static void
mou_scorecard_page_selection_set (MouPage *page, MouSelection *selection)
{
  g_signal_connect_object (selection, "notify::indicator", G_CALLBACK (selection_changed_cb), page, G_CONNECT_SWAPPED);
  g_signal_connect_object (selection, "notify::thai-digits", G_CALLBACK (follow_display), page, G_CONNECT_SWAPPED);
  g_signal_connect_object (selection, "notify::zoom", G_CALLBACK (follow_display), page, G_CONNECT_SWAPPED);
}

static gboolean
mou_scorecard_page_show_place (MouPage *page, const MouPlace *place)
{
  MouScorecardPage *self = MOU_SCORECARD_PAGE (page);
  const int column = self->model != NULL ? mou_scorecard_model_find_column (MOU_SCORECARD_MODEL (self->model), place) : -1;
  int row = -1;

  if (column < 0)
    return FALSE;

  mou_indicator_model_reveal (self->model, place->indicator);
  row = mou_indicator_model_find_row (self->model, place->indicator);
  if (row < 0)
    return FALSE;

  mou_sheet_set_cursor (self->sheet, (guint) row, (guint) column);
  return TRUE;
}

static void
mou_scorecard_page_focus_content (MouPage *page)
{
  MouScorecardPage *self = MOU_SCORECARD_PAGE (page);

  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "sheet") == 0)
    gtk_widget_grab_focus (GTK_WIDGET (self->sheet));
  else
    gtk_widget_child_focus (GTK_WIDGET (self->stack), GTK_DIR_TAB_FORWARD);
}

static gboolean
mou_scorecard_page_search (MouPage *page, const char *text)
{
  MouScorecardPage *self = MOU_SCORECARD_PAGE (page);

  if (self->model != NULL)
    mou_indicator_model_set_filter (self->model, text);

  return TRUE;
}

static gboolean
mou_scorecard_page_commit_editing (MouPage *page)
{
  return mou_sheet_commit_editing (MOU_SCORECARD_PAGE (page)->sheet);
}

static void
mou_scorecard_page_dispose (GObject *object)
{
  g_clear_object (&MOU_SCORECARD_PAGE (object)->model);

  G_OBJECT_CLASS (mou_scorecard_page_parent_class)->dispose (object);
}

static void
mou_scorecard_page_class_init (MouScorecardPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  MouPageClass *page_class = MOU_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mou_scorecard_page_dispose;
  page_class->document_set = mou_scorecard_page_document_set;
  page_class->selection_set = mou_scorecard_page_selection_set;
  page_class->show_place = mou_scorecard_page_show_place;
  page_class->focus_content = mou_scorecard_page_focus_content;
  page_class->search = mou_scorecard_page_search;
  page_class->commit_editing = mou_scorecard_page_commit_editing;

  g_type_ensure (MOU_TYPE_SHEET);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/mouscorecard/MouScorecard/pages/scorecard/mou-scorecard-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MouScorecardPage, stack);
  gtk_widget_class_bind_template_child (widget_class, MouScorecardPage, sheet);
  mou_shortcuts_bind_page (widget_class);
}

static void
mou_scorecard_page_init (MouScorecardPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->sheet), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Scorecard"), -1);
  g_signal_connect_object (self->sheet, "notify::cursor-row", G_CALLBACK (cursor_moved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->sheet, "problem", G_CALLBACK (problem_cb), self, G_CONNECT_SWAPPED);
}
