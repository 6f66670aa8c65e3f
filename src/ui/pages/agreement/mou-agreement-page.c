/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-agreement-page: see the header. */

#include "mou-agreement-page.h"
#include "mou-choice-row.h"
#include "mou-field-row.h"
#include "mou-inspector-list.h"
#include "mou-seal-panel.h"
#include "mou-signing-bar.h"
#include "mou-text-row.h"

/* What stays visible above and below the row scrolled to, in pixels. */
#define SCROLL_MARGIN 48
#define SCROLL_FRAMES 4

struct _MouAgreementPage
{
  MouPage parent_instance;

  GtkStack *stack;
  GtkScrolledWindow *scroller;
  MouSealPanel *seal;
  GtkBox *sections;
  MouSigningBar *signing;

  MouDocument *document; /* the one whose "changed" is followed */
  MouPlace wanted;       /* what takes the focus when it is next given; entity NONE when nothing is */
  guint refresh_id;
  guint scroll_id;
  int n_frames; /* for which what has the focus is scrolled to */
};

G_DEFINE_FINAL_TYPE (MouAgreementPage, mou_agreement_page, MOU_TYPE_PAGE)

/* The lists below the template's sections, from top to bottom. */
static const MouEntity list_table[] = { MOU_ENTITY_MISSION, MOU_ENTITY_PARTY, MOU_ENTITY_TERM, MOU_ENTITY_NOTE };

static MouSection *
get_first_section (MouAgreementPage *self)
{
  return MOU_SECTION (gtk_widget_get_first_child (GTK_WIDGET (self->sections)));
}

/* NULL after the last. */
static MouSection *
get_next_section (MouSection *section)
{
  GtkWidget *next = gtk_widget_get_next_sibling (GTK_WIDGET (section));

  return next != NULL ? MOU_SECTION (next) : NULL;
}

static void
refresh (MouAgreementPage *self)
{
  MouSubject subject;
  const gboolean thai_digits = mou_selection_get_thai_digits (mou_page_get_selection (MOU_PAGE (self)));
  const gboolean shown = mou_subject_init_agreement (&subject, self->document, thai_digits);

  g_clear_handle_id (&self->refresh_id, g_source_remove);
  for (MouSection *section = get_first_section (self); shown && section != NULL; section = get_next_section (section))
    mou_section_refresh (section, &subject);
  mou_signing_bar_show (self->signing, self->document, 0, thai_digits);
  if (shown)
    mou_seal_panel_refresh (self->seal, self->document, thai_digits);
  gtk_stack_set_visible_child_name (self->stack, shown ? "agreement" : "empty");
}

/* The row that has the focus, or whatever else on this page has it; NULL when nothing does. */
static GtkWidget *
get_focused_row (MouAgreementPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *row = NULL;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->sections)))
    return NULL;

  row = gtk_widget_get_ancestor (focus, MOU_TYPE_EDITOR);
  return row != NULL ? row : focus;
}

/* At once: gtk_adjustment_clamp_page () glides, and is lost where the page is just being shown. */
static void
scroll_to (MouAgreementPage *self, double top, double bottom)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  const double value = gtk_adjustment_get_value (adjustment);
  const double size = gtk_adjustment_get_page_size (adjustment);

  if (bottom > value + size)
    gtk_adjustment_set_value (adjustment, bottom - size);
  else if (top < value)
    gtk_adjustment_set_value (adjustment, top);
}

static gboolean
scroll_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  MouAgreementPage *self = MOU_AGREEMENT_PAGE (widget);
  GtkWidget *content = gtk_widget_get_parent (GTK_WIDGET (self->sections));
  GtkWidget *row = get_focused_row (self);
  graphene_rect_t bounds;

  if (row != NULL && gtk_widget_compute_bounds (row, content, &bounds))
    scroll_to (self, (double) bounds.origin.y - SCROLL_MARGIN, (double) bounds.origin.y + (double) bounds.size.height + SCROLL_MARGIN);
  if (--self->n_frames > 0)
    return G_SOURCE_CONTINUE;

  self->scroll_id = 0;
  return G_SOURCE_REMOVE;
}

/* GTK scrolls to the focus only where that has been laid out, which takes a new row, or a page just shown, some frames. */
static void
queue_scroll (MouAgreementPage *self)
{
  self->n_frames = SCROLL_FRAMES;
  if (self->scroll_id == 0)
    self->scroll_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), scroll_cb, NULL, NULL);
}

static gboolean
refresh_cb (gpointer data)
{
  MouAgreementPage *self = data;
  GtkWidget *focused = get_focused_row (self);

  self->refresh_id = 0;
  refresh (self);
  if (get_focused_row (self) != focused)
    queue_scroll (self);

  return G_SOURCE_REMOVE;
}

/* Several changes in one go are shown once; nothing is shown to nobody. */
static void
queue_refresh (MouAgreementPage *self)
{
  if (self->refresh_id == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->refresh_id = g_idle_add (refresh_cb, self);
}

static void
problem_cb (MouAgreementPage *self, const char *message)
{
  mou_page_report_problem (MOU_PAGE (self), message);
}

static void
mou_agreement_page_map (GtkWidget *widget)
{
  if (MOU_AGREEMENT_PAGE (widget)->document != NULL)
    refresh (MOU_AGREEMENT_PAGE (widget));

  GTK_WIDGET_CLASS (mou_agreement_page_parent_class)->map (widget);
}

static void
forget_document (MouAgreementPage *self)
{
  g_clear_handle_id (&self->refresh_id, g_source_remove);
  self->wanted = (MouPlace){ .entity = MOU_ENTITY_NONE };
  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
  g_clear_object (&self->document);
}

static void
mou_agreement_page_document_set (MouPage *page, MouDocument *document)
{
  MouAgreementPage *self = MOU_AGREEMENT_PAGE (page);

  forget_document (self);
  for (MouSection *section = get_first_section (self); section != NULL; section = get_next_section (section))
    mou_section_detach (section);
  g_set_object (&self->document, document);
  if (document == NULL)
    return;

  g_signal_connect_object (document, "changed", G_CALLBACK (queue_refresh), self, G_CONNECT_SWAPPED);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    refresh (self);
}

/* What concerns the agreement as a whole, such as the sum of its weights, has no row here. */
static gboolean
mou_agreement_page_show_place (MouPage *page, const MouPlace *place)
{
  MouAgreementPage *self = MOU_AGREEMENT_PAGE (page);
  MouTarget target;

  if (place->indicator != 0 || self->document == NULL || !mou_target_init_from_place (&target, self->document, place, 0)
      || (place->entity == MOU_ENTITY_AGREEMENT && place->field < 0))
    return FALSE;

  self->wanted = *place;
  return TRUE;
}

/* The row of the place; where there is none yet, what adds one. */
static gboolean
focus_place (MouAgreementPage *self, const MouPlace *place)
{
  MouTarget target;

  if (place->entity == MOU_ENTITY_NONE || !mou_target_init_from_place (&target, self->document, place, 0))
    return FALSE;

  refresh (self);
  for (MouSection *section = get_first_section (self); section != NULL; section = get_next_section (section))
    {
      MouEditor *editor = mou_section_find_editor (section, &target);

      if (editor != NULL)
        mou_editor_take_focus (editor);
      else if (mou_section_get_entity (section) == place->entity)
        gtk_widget_child_focus (GTK_WIDGET (section), GTK_DIR_TAB_FORWARD);
      else
        continue;
      queue_scroll (self);
      return TRUE;
    }

  return FALSE;
}

/* Only what is in sight can take the focus. */
static void
mou_agreement_page_focus_content (MouPage *page)
{
  MouAgreementPage *self = MOU_AGREEMENT_PAGE (page);
  const MouPlace wanted = self->wanted;

  self->wanted.entity = MOU_ENTITY_NONE;
  if (!focus_place (self, &wanted))
    gtk_widget_child_focus (GTK_WIDGET (self->sections), GTK_DIR_TAB_FORWARD);
}

static gboolean
mou_agreement_page_commit_editing (MouPage *page)
{
  return mou_editor_commit_below (GTK_WIDGET (page));
}

static void
mou_agreement_page_dispose (GObject *object)
{
  forget_document (MOU_AGREEMENT_PAGE (object));

  G_OBJECT_CLASS (mou_agreement_page_parent_class)->dispose (object);
}

static void
mou_agreement_page_class_init (MouAgreementPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  MouPageClass *page_class = MOU_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mou_agreement_page_dispose;
  widget_class->map = mou_agreement_page_map;
  page_class->document_set = mou_agreement_page_document_set;
  page_class->show_place = mou_agreement_page_show_place;
  page_class->focus_content = mou_agreement_page_focus_content;
  page_class->commit_editing = mou_agreement_page_commit_editing;

  g_type_ensure (MOU_TYPE_SEAL_PANEL);
  g_type_ensure (MOU_TYPE_SECTION);
  g_type_ensure (MOU_TYPE_SIGNING_BAR);
  g_type_ensure (MOU_TYPE_CHOICE_ROW);
  g_type_ensure (MOU_TYPE_FIELD_ROW);
  g_type_ensure (MOU_TYPE_TEXT_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/mouscorecard/MouScorecard/pages/agreement/mou-agreement-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MouAgreementPage, stack);
  gtk_widget_class_bind_template_child (widget_class, MouAgreementPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, MouAgreementPage, seal);
  gtk_widget_class_bind_template_child (widget_class, MouAgreementPage, sections);
  gtk_widget_class_bind_template_child (widget_class, MouAgreementPage, signing);
}

static void
mou_agreement_page_init (MouAgreementPage *self)
{
  self->wanted.entity = MOU_ENTITY_NONE;
  gtk_widget_init_template (GTK_WIDGET (self));

  for (guint i = 0; i < G_N_ELEMENTS (list_table); i++)
    gtk_box_append (self->sections, g_object_new (MOU_TYPE_INSPECTOR_LIST, "entity", (int) list_table[i], NULL));
  for (MouSection *section = get_first_section (self); section != NULL; section = get_next_section (section))
    g_signal_connect_object (section, "problem", G_CALLBACK (problem_cb), self, G_CONNECT_SWAPPED);
}
