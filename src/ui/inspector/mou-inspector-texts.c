/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-inspector-texts: see the header. */

#include "mou-inspector-texts.h"
#include "mou-text-row.h"

struct _MouInspectorTexts
{
  MouSection parent_instance;

  GtkWidget *formula;
};

G_DEFINE_FINAL_TYPE (MouInspectorTexts, mou_inspector_texts, MOU_TYPE_SECTION)

static void
mou_inspector_texts_refresh (MouSection *section, const MouSubject *subject)
{
  gtk_widget_set_visible (MOU_INSPECTOR_TEXTS (section)->formula, subject->indicator->kind != MOU_KIND_GROUP);
}

static void
mou_inspector_texts_class_init (MouInspectorTextsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (MOU_TYPE_TEXT_ROW);
  MOU_SECTION_CLASS (klass)->refresh = mou_inspector_texts_refresh;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/mouscorecard/MouScorecard/inspector/mou-inspector-texts.ui");
  gtk_widget_class_bind_template_child (widget_class, MouInspectorTexts, formula);
}

static void
mou_inspector_texts_init (MouInspectorTexts *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
