/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-inspector-report: see the header. */

#include "mou-inspector-report.h"
#include "mou-text-row.h"

struct _MouInspectorReport
{
  MouSection parent_instance;
};

G_DEFINE_FINAL_TYPE (MouInspectorReport, mou_inspector_report, MOU_TYPE_SECTION)

static void
mou_inspector_report_class_init (MouInspectorReportClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (MOU_TYPE_TEXT_ROW);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/mouscorecard/MouScorecard/inspector/mou-inspector-report.ui");
}

static void
mou_inspector_report_init (MouInspectorReport *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
