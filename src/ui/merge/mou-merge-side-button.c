/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-merge-side-button: see the header. */

#include "mou-merge-side-button.h"
#include "mou-moment.h"

#include <glib/gi18n.h>

struct _MouMergeSideButton
{
  GtkToggleButton parent_instance;

  GtkWidget *mark;
  GtkLabel *heading;
  GtkLabel *key;
  GtkLabel *value;
  GtkLabel *author;
};

G_DEFINE_FINAL_TYPE (MouMergeSideButton, mou_merge_side_button, GTK_TYPE_TOGGLE_BUTTON)

static void
mou_merge_side_button_class_init (MouMergeSideButtonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/mouscorecard/MouScorecard/merge/mou-merge-side-button.ui");
  gtk_widget_class_bind_template_child (widget_class, MouMergeSideButton, mark);
  gtk_widget_class_bind_template_child (widget_class, MouMergeSideButton, heading);
  gtk_widget_class_bind_template_child (widget_class, MouMergeSideButton, key);
  gtk_widget_class_bind_template_child (widget_class, MouMergeSideButton, value);
  gtk_widget_class_bind_template_child (widget_class, MouMergeSideButton, author);
}

static void
mou_merge_side_button_init (MouMergeSideButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_object_bind_property (self, "active", self->mark, "visible", G_BINDING_SYNC_CREATE);
}

/* "กองแผนงาน, 21 พฤศจิกายน 2569 เวลา 15:10 น."; NULL when nothing is known. */
static char *
describe_author (const char *author, const char *at)
{
  g_autofree char *when = at != NULL ? mou_moment_format (at, FALSE) : NULL;

  return author != NULL ? g_strdup_printf (C_ ("author and moment", "%s, %s"), author, when) : NULL;
}

void
mou_merge_side_button_set_conflict (MouMergeSideButton *self, const MouMergeConflict *conflict, MouMergeSide side)
{
  const gboolean is_mine = side == MOU_MERGE_MINE;
  const char *value = is_mine ? conflict->mine : conflict->theirs;
  const char *heading = is_mine ? _ ("Mine") : _ ("Theirs");
  g_autofree char *author = is_mine ? describe_author (conflict->mine_author, conflict->mine_at)
                                    : describe_author (conflict->theirs_author, conflict->theirs_at);
  g_autofree char *name
      = author != NULL ? g_strdup_printf ("%s: %s, %s", heading, value, author) : g_strdup_printf ("%s: %s", heading, value);

  g_return_if_fail (MOU_IS_MERGE_SIDE_BUTTON (self));

  gtk_label_set_text (self->heading, heading);
  gtk_label_set_text (self->key, is_mine ? "1" : "2");
  gtk_label_set_text (self->value, value);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), value);
  gtk_label_set_text (self->author, author != NULL ? author : "");
  gtk_widget_set_visible (GTK_WIDGET (self->author), author != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}
