/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-switch-row: see the header. */

#include "mou-switch-row.h"

struct _MouSwitchRow
{
  MouEditor parent_instance;

  GtkSwitch *toggle;
  GtkLabel *reason;

  gboolean showing; /* its state comes from the document */
};

G_DEFINE_FINAL_TYPE (MouSwitchRow, mou_switch_row, MOU_TYPE_EDITOR)

/* As the document writes truths. */
static char *
mou_switch_row_dup_text (MouEditor *editor)
{
  return g_strdup (gtk_switch_get_active (MOU_SWITCH_ROW (editor)->toggle) ? "1" : "");
}

static void
mou_switch_row_set_text (MouEditor *editor, const char *text)
{
  MouSwitchRow *self = MOU_SWITCH_ROW (editor);

  self->showing = TRUE;
  gtk_switch_set_active (self->toggle, g_str_equal (text, "1"));
  self->showing = FALSE;
}

static void
active_cb (GtkSwitch *toggle, GParamSpec *pspec, MouSwitchRow *self)
{
  if (!self->showing)
    mou_editor_commit (MOU_EDITOR (self));
}

static void
mou_switch_row_class_init (MouSwitchRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  MOU_EDITOR_CLASS (klass)->dup_text = mou_switch_row_dup_text;
  MOU_EDITOR_CLASS (klass)->set_text = mou_switch_row_set_text;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/mouscorecard/MouScorecard/inspector/mou-switch-row.ui");
  gtk_widget_class_bind_template_child (widget_class, MouSwitchRow, toggle);
  gtk_widget_class_bind_template_child (widget_class, MouSwitchRow, reason);
  gtk_widget_class_bind_template_callback (widget_class, active_cb);
}

static void
mou_switch_row_init (MouSwitchRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  mou_editor_set_input (MOU_EDITOR (self), GTK_WIDGET (self->toggle), self->reason);
}
