/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-history-line-row: see the header. */

#include "mou-history-line-row.h"

#include <glib/gi18n.h>

struct _MouHistoryLineRow
{
  GtkBox parent_instance;

  GtkLabel *text;
  GtkWidget *restore;
};

G_DEFINE_FINAL_TYPE (MouHistoryLineRow, mou_history_line_row, GTK_TYPE_BOX)

static void
mou_history_line_row_class_init (MouHistoryLineRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/mouscorecard/MouScorecard/pages/history/mou-history-line-row.ui");
  gtk_widget_class_bind_template_child (widget_class, MouHistoryLineRow, text);
  gtk_widget_class_bind_template_child (widget_class, MouHistoryLineRow, restore);
}

static void
mou_history_line_row_init (MouHistoryLineRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* What the button would do, in full: also what a screen reader says of it. */
static char *
dup_offer (const MouHistoryLine *line)
{
  g_autofree char *word = line->field != NULL ? mou_field_dup_word (line->field) : NULL;

  if (word == NULL)
    return g_strdup_printf (_ ("Restore %s and what was deleted with it"), line->place);

  return g_strdup_printf (_ ("Restore %s of %s: %s"), word, line->place, line->before_words);
}

GtkWidget *
mou_history_line_row_new (gint64 entry, const MouHistoryLine *line)
{
  MouHistoryLineRow *self = g_object_new (MOU_TYPE_HISTORY_LINE_ROW, NULL);

  g_return_val_if_fail (line != NULL, NULL);

  gtk_label_set_text (self->text, line->text);
  /* The target first: an action with a parameter must not be named without one. */
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->restore), "(xu)", entry, line->number);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->restore), "history.restore");
  gtk_widget_set_visible (self->restore, line->restorable);
  if (line->restorable)
    {
      g_autofree char *offer = dup_offer (line);

      gtk_widget_set_tooltip_text (self->restore, offer);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->restore), GTK_ACCESSIBLE_PROPERTY_LABEL, offer, -1);
    }

  return GTK_WIDGET (self);
}

GtkWidget *
mou_history_line_row_new_text (const char *text)
{
  MouHistoryLineRow *self = g_object_new (MOU_TYPE_HISTORY_LINE_ROW, NULL);

  gtk_label_set_text (self->text, text);

  return GTK_WIDGET (self);
}
