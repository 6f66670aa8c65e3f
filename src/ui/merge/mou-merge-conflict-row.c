/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-merge-conflict-row: see the header. */

#include "mou-merge-conflict-row.h"
#include "mou-merge-side-button.h"

#include <glib/gi18n.h>

struct _MouMergeConflictRow
{
  GtkListBoxRow parent_instance;

  GtkLabel *place;
  GtkLabel *base;
  GtkLabel *reason;
  MouMergeSideButton *mine;
  MouMergeSideButton *theirs;

  gboolean updating; /* toggling is our own doing */
};

typedef enum
{
  SIGNAL_ANSWERED,
  SIGNAL_DONE,
  N_SIGNALS
} MouMergeConflictRowSignal;

G_DEFINE_FINAL_TYPE (MouMergeConflictRow, mou_merge_conflict_row, GTK_TYPE_LIST_BOX_ROW)

static guint signals[N_SIGNALS];

static void
answer (MouMergeConflictRow *self, MouMergeSide side)
{
  g_signal_emit (self, signals[SIGNAL_ANSWERED], 0, (int) side);
}

/* Of the two exactly one is on, once there is an answer; pressing it again does not take it back. */
static void
toggled_cb (GtkToggleButton *button, MouMergeConflictRow *self)
{
  if (!self->updating)
    answer (self, button == GTK_TOGGLE_BUTTON (self->mine) ? MOU_MERGE_MINE : MOU_MERGE_THEIRS);
}

static void
answer_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MouMergeConflictRow *self = MOU_MERGE_CONFLICT_ROW (widget);

  if (!gtk_widget_get_sensitive (GTK_WIDGET (self->mine)))
    return;

  answer (self, (MouMergeSide) g_variant_get_int32 (parameter));
  g_signal_emit (self, signals[SIGNAL_DONE], 0);
}

static void
bind_keys (GtkWidgetClass *klass)
{
  static const struct
  {
    guint key;
    MouMergeSide side;
  } keys[] = {
    { GDK_KEY_1, MOU_MERGE_MINE },   { GDK_KEY_KP_1, MOU_MERGE_MINE },   { GDK_KEY_m, MOU_MERGE_MINE },
    { GDK_KEY_2, MOU_MERGE_THEIRS }, { GDK_KEY_KP_2, MOU_MERGE_THEIRS }, { GDK_KEY_t, MOU_MERGE_THEIRS },
  };

  gtk_widget_class_install_action (klass, "conflict.answer", "i", answer_action);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (klass, keys[i].key, 0, "conflict.answer", "i", keys[i].side);
}

static void
mou_merge_conflict_row_class_init (MouMergeConflictRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[SIGNAL_ANSWERED]
      = g_signal_new ("answered", MOU_TYPE_MERGE_CONFLICT_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[SIGNAL_DONE] = g_signal_new ("done", MOU_TYPE_MERGE_CONFLICT_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (MOU_TYPE_MERGE_SIDE_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/mouscorecard/MouScorecard/merge/mou-merge-conflict-row.ui");
  gtk_widget_class_bind_template_child (widget_class, MouMergeConflictRow, place);
  gtk_widget_class_bind_template_child (widget_class, MouMergeConflictRow, base);
  gtk_widget_class_bind_template_child (widget_class, MouMergeConflictRow, reason);
  gtk_widget_class_bind_template_child (widget_class, MouMergeConflictRow, mine);
  gtk_widget_class_bind_template_child (widget_class, MouMergeConflictRow, theirs);
  gtk_widget_class_bind_template_callback (widget_class, toggled_cb);
  bind_keys (widget_class);
}

static void
mou_merge_conflict_row_init (MouMergeConflictRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* "กปน./2567 · 1.1 โครงการ…: weight" */
static char *
describe_place (const MouMergeConflict *conflict)
{
  g_autofree char *place
      = conflict->field != NULL ? g_strdup_printf (_ ("%s: %s"), conflict->place, conflict->field) : g_strdup (conflict->place);

  return conflict->agreement != NULL ? g_strdup_printf ("%s · %s", conflict->agreement, place) : g_steal_pointer (&place);
}

GtkWidget *
mou_merge_conflict_row_new (const MouMergeConflict *conflict)
{
  MouMergeConflictRow *self = g_object_new (MOU_TYPE_MERGE_CONFLICT_ROW, NULL);
  g_autofree char *place = describe_place (conflict);
  g_autofree char *base = conflict->base != NULL ? g_strdup_printf (_ ("Before: %s"), conflict->base) : NULL;

  gtk_label_set_text (self->place, place);
  gtk_label_set_text (self->base, base != NULL ? base : "");
  gtk_widget_set_visible (GTK_WIDGET (self->base), base != NULL);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->base), conflict->base);
  mou_merge_side_button_set_conflict (self->mine, conflict, MOU_MERGE_MINE);
  mou_merge_side_button_set_conflict (self->theirs, conflict, MOU_MERGE_THEIRS);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, place, -1);
  mou_merge_conflict_row_update (self, conflict);

  return GTK_WIDGET (self);
}

static const char *
get_reason (const MouMergeConflict *conflict)
{
  if (conflict->overruled)
    return _ ("The other answers leave no room for this one; the other side's stays.");

  return conflict->reason;
}

void
mou_merge_conflict_row_update (MouMergeConflictRow *self, const MouMergeConflict *conflict)
{
  const gboolean decided = conflict->answered || conflict->forced;
  const MouMergeSide side = conflict->answered ? conflict->answer : conflict->taken;
  const char *reason = get_reason (conflict);

  g_return_if_fail (MOU_IS_MERGE_CONFLICT_ROW (self));

  self->updating = TRUE;
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->mine), decided && side == MOU_MERGE_MINE);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->theirs), decided && side == MOU_MERGE_THEIRS);
  self->updating = FALSE;
  gtk_widget_set_sensitive (GTK_WIDGET (self->mine), !conflict->forced);
  gtk_widget_set_sensitive (GTK_WIDGET (self->theirs), !conflict->forced);
  gtk_label_set_text (self->reason, reason != NULL ? reason : "");
  gtk_widget_set_visible (GTK_WIDGET (self->reason), reason != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self), !conflict->moot);
}
