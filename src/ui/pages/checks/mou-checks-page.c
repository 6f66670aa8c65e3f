/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-checks-page: see the header. */

#include "mou-checks-page.h"
#include "mou-cell-marks.h"
#include "mou-finding-row.h"

struct _MouChecksPage
{
  MouPage parent_instance;

  GtkStack *stack;
  GtkListBox *list;

  MouDocument *document; /* the one whose "changed" is followed */
};

G_DEFINE_FINAL_TYPE (MouChecksPage, mou_checks_page, MOU_TYPE_PAGE)

static void
fix_cb (MouFindingRow *row, MouChecksPage *self)
{
  const MouFinding *finding = mou_document_get_findings (self->document)->pdata[mou_finding_row_get_index (row)];
  g_autoptr (GError) error = NULL;

  if (!mou_document_apply_fix (self->document, finding->fix, &error))
    mou_page_report_problem (MOU_PAGE (self), error->message);
}

static void
row_activated_cb (GtkListBox *list, GtkListBoxRow *row, MouChecksPage *self)
{
  const MouFinding *finding = mou_document_get_findings (self->document)->pdata[mou_finding_row_get_index (MOU_FINDING_ROW (row))];
  const MouPlace place
      = { finding->indicator, finding->entity, finding->row, finding->field, finding->fix != NULL ? finding->fix->key : NULL };

  mou_page_activate_place (MOU_PAGE (self), &place);
}

static void
clear_list (MouChecksPage *self)
{
  GtkWidget *row = NULL;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
}

static void
refresh (MouChecksPage *self)
{
  GPtrArray *findings = mou_document_get_agreement (self->document) != NULL ? mou_document_get_findings (self->document) : NULL;

  clear_list (self);
  for (guint i = 0; findings != NULL && i < findings->len; i++)
    {
      GtkWidget *row = mou_finding_row_new (findings->pdata[i], i);

      g_signal_connect_object (row, "fix", G_CALLBACK (fix_cb), self, 0);
      gtk_list_box_append (self->list, row);
    }
  gtk_stack_set_visible_child_name (self->stack, findings != NULL && findings->len > 0 ? "findings" : "clean");
}

/* The list is made when it is looked at: an edit on another page costs nothing here. */
static void
document_changed_cb (MouChecksPage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    refresh (self);
}

static void
mou_checks_page_map (GtkWidget *widget)
{
  MouChecksPage *self = MOU_CHECKS_PAGE (widget);

  if (self->document != NULL)
    refresh (self);

  GTK_WIDGET_CLASS (mou_checks_page_parent_class)->map (widget);
}

static void
mou_checks_page_document_set (MouPage *page, MouDocument *document)
{
  MouChecksPage *self = MOU_CHECKS_PAGE (page);

  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
  g_set_object (&self->document, document);
  if (document == NULL)
    return;

  g_signal_connect_object (document, "changed", G_CALLBACK (document_changed_cb), self, G_CONNECT_SWAPPED);
  document_changed_cb (self);
}

static void
mou_checks_page_focus_content (MouPage *page)
{
  gtk_widget_child_focus (GTK_WIDGET (page), GTK_DIR_TAB_FORWARD);
}

static void
mou_checks_page_dispose (GObject *object)
{
  MouChecksPage *self = MOU_CHECKS_PAGE (object);

  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (mou_checks_page_parent_class)->dispose (object);
}

static void
mou_checks_page_class_init (MouChecksPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  MouPageClass *page_class = MOU_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mou_checks_page_dispose;
  widget_class->map = mou_checks_page_map;
  page_class->document_set = mou_checks_page_document_set;
  page_class->focus_content = mou_checks_page_focus_content;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/mouscorecard/MouScorecard/pages/checks/mou-checks-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MouChecksPage, stack);
  gtk_widget_class_bind_template_child (widget_class, MouChecksPage, list);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
mou_checks_page_init (MouChecksPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
