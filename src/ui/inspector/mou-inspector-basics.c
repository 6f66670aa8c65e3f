/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-inspector-basics: see the header. */

#include "mou-inspector-basics.h"
#include "mou-choice-row.h"
#include "mou-field-row.h"
#include "mou-text-row.h"

struct _MouInspectorBasics
{
  MouSection parent_instance;

  GtkWidget *decimals;
  GtkWidget *gap;
  GtkWidget *type;
  GtkWidget *data_source;
};

G_DEFINE_FINAL_TYPE (MouInspectorBasics, mou_inspector_basics, MOU_TYPE_SECTION)

/* An absent level between two others is what the setting is for. */
static gboolean
has_gap (const MouLevels *levels)
{
  int last = -1;

  for (int i = 0; i < levels->count; i++)
    {
      if (levels->levels[i].kind == MOU_LEVEL_ABSENT)
        continue;
      if (last >= 0 && i - last > 1)
        return TRUE;
      last = i;
    }

  return FALSE;
}

static void
mou_inspector_basics_refresh (MouSection *section, const MouSubject *subject)
{
  MouInspectorBasics *self = MOU_INSPECTOR_BASICS (section);
  const MouIndicator *indicator = subject->indicator;
  const gboolean measured = indicator->kind != MOU_KIND_GROUP;

  gtk_widget_set_visible (self->decimals, measured);
  gtk_widget_set_visible (self->type, measured);
  gtk_widget_set_visible (self->data_source, measured);
  gtk_widget_set_visible (self->gap, indicator->kind == MOU_KIND_LINEAR && has_gap (&indicator->levels));
}

static void
mou_inspector_basics_class_init (MouInspectorBasicsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (MOU_TYPE_CHOICE_ROW);
  g_type_ensure (MOU_TYPE_FIELD_ROW);
  g_type_ensure (MOU_TYPE_TEXT_ROW);
  MOU_SECTION_CLASS (klass)->refresh = mou_inspector_basics_refresh;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/mouscorecard/MouScorecard/inspector/mou-inspector-basics.ui");
  gtk_widget_class_bind_template_child (widget_class, MouInspectorBasics, decimals);
  gtk_widget_class_bind_template_child (widget_class, MouInspectorBasics, gap);
  gtk_widget_class_bind_template_child (widget_class, MouInspectorBasics, type);
  gtk_widget_class_bind_template_child (widget_class, MouInspectorBasics, data_source);
}

static void
mou_inspector_basics_init (MouInspectorBasics *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
