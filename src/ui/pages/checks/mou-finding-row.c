/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-finding-row: see the header. */

#include "mou-finding-row.h"

#include "mou-field.h"

#include <glib/gi18n.h>

struct _MouFindingRow
{
  AdwActionRow parent_instance;

  GtkImage *severity;
  GtkButton *fix;

  guint index;
};

G_DEFINE_FINAL_TYPE (MouFindingRow, mou_finding_row, ADW_TYPE_ACTION_ROW)

static guint fix_signal;

static const struct
{
  const char *label;
  const char *icon;
  const char *css_class;
} severities[] = {
  [MOU_SEVERITY_ERROR] = { N_ ("Error"), "dialog-error-symbolic", "error" },
  [MOU_SEVERITY_WARNING] = { N_ ("Warning"), "dialog-warning-symbolic", "warning" },
  [MOU_SEVERITY_HINT] = { N_ ("Hint"), "dialog-information-symbolic", "accent" },
};

static void
fix_clicked_cb (GtkButton *button, MouFindingRow *self)
{
  g_signal_emit (self, fix_signal, 0);
}

static void
mou_finding_row_class_init (MouFindingRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  fix_signal = g_signal_new ("fix", MOU_TYPE_FINDING_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/mouscorecard/MouScorecard/pages/checks/mou-finding-row.ui");
  gtk_widget_class_bind_template_child (widget_class, MouFindingRow, severity);
  gtk_widget_class_bind_template_child (widget_class, MouFindingRow, fix);
  gtk_widget_class_bind_template_callback (widget_class, fix_clicked_cb);
}

static void
mou_finding_row_init (MouFindingRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show_severity (MouFindingRow *self, MouSeverity severity)
{
  gtk_image_set_from_icon_name (self->severity, severities[severity].icon);
  gtk_widget_add_css_class (GTK_WIDGET (self->severity), severities[severity].css_class);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->severity), GTK_ACCESSIBLE_PROPERTY_LABEL, _ (severities[severity].label), -1);
}

/* The message names the row; this says what about it, in words. */
static const char *
get_matter (const MouFinding *finding)
{
  return finding->field >= 0 ? _ (mou_field_get (finding->entity, finding->field)->label)
                             : _ (mou_entity_get_info (finding->entity)->label);
}

GtkWidget *
mou_finding_row_new (const MouFinding *finding, guint index)
{
  MouFindingRow *self = g_object_new (MOU_TYPE_FINDING_ROW, NULL);
  g_autofree char *message = g_markup_escape_text (finding->message, -1);
  g_autofree char *where = g_strdup_printf ("%s · %s", _ (severities[finding->severity].label), get_matter (finding));
  g_autofree char *where_markup = g_markup_escape_text (where, -1);

  self->index = index;
  show_severity (self, finding->severity);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), message);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), where_markup);
  gtk_widget_set_visible (GTK_WIDGET (self->fix), finding->fix != NULL);
  if (finding->fix != NULL)
    {
      g_autofree char *label = g_strdup_printf (_ ("Change to %s"), finding->fix->value);

      gtk_button_set_label (self->fix, label);
    }

  return GTK_WIDGET (self);
}

guint
mou_finding_row_get_index (MouFindingRow *self)
{
  g_return_val_if_fail (MOU_IS_FINDING_ROW (self), 0);

  return self->index;
}
