/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-inspector-levels: see the header. */

#include "mou-inspector-levels.h"
#include "mou-field-row.h"
#include "mou-text-row.h"

#include <glib/gi18n.h>

struct _MouInspectorLevels
{
  MouSection parent_instance;

  GtkWidget *fill;
  GtkWidget *notation;
  GtkWidget *unit;
  GtkWidget *decimals;
  GtkWidget *measured;

  MouEditor *levels[MOU_LEVEL_COUNT_MAX];
  int n_levels;
  gboolean worded; /* the rows take texts of several lines */
  gint64 indicator;
  MouIndicatorKind kind;
};

G_DEFINE_FINAL_TYPE (MouInspectorLevels, mou_inspector_levels, MOU_TYPE_SECTION)

static gboolean
is_of_measure (MouInspectorLevels *self)
{
  return mou_section_get_entity (MOU_SECTION (self)) == MOU_ENTITY_MEASURE_LEVEL;
}

static gboolean
wants_words (const MouIndicator *indicator)
{
  for (int i = 0; i < indicator->levels.count; i++)
    if (indicator->levels.levels[i].kind == MOU_LEVEL_WORDED)
      return TRUE;

  return indicator->kind == MOU_KIND_JUDGED;
}

static char *
dup_title (const MouScale *scale, int number)
{
  if (scale->points[number - 1] == number)
    return g_strdup_printf (_ ("Level %d"), number);

  return g_strdup_printf (_ ("Level %d (%d points)"), number, scale->points[number - 1]);
}

static void
make_rows (MouInspectorLevels *self, const MouSubject *subject)
{
  const MouScale *scale = subject->agreement->scale;

  for (int i = 0; i < self->n_levels; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->levels[i]));

  self->n_levels = scale->level_count;
  self->worded = !is_of_measure (self) && wants_words (subject->indicator);
  for (int i = 0; i < self->n_levels; i++)
    {
      g_autofree char *title = dup_title (scale, i + 1);

      self->levels[i] = g_object_new (self->worded ? MOU_TYPE_TEXT_ROW : MOU_TYPE_FIELD_ROW, "title", title, NULL);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->levels[i]));
    }
}

/* The first words typed into a row of numbers do not turn the rows over under the user's hands; coming back does. */
static gboolean
rows_serve (MouInspectorLevels *self, const MouSubject *subject)
{
  const gboolean worded = !is_of_measure (self) && wants_words (subject->indicator);
  const gboolean same = self->indicator == subject->indicator->id && self->kind == subject->indicator->kind;

  return self->n_levels == subject->agreement->scale->level_count && (self->worded == worded || same);
}

static void
mou_inspector_levels_refresh (MouSection *section, const MouSubject *subject)
{
  MouInspectorLevels *self = MOU_INSPECTOR_LEVELS (section);
  const gboolean of_measure = is_of_measure (self);

  if (!rows_serve (self, subject))
    make_rows (self, subject);
  self->indicator = subject->indicator->id;
  self->kind = subject->indicator->kind;
  for (int i = 0; i < self->n_levels; i++)
    {
      const MouTarget target = { mou_section_get_entity (section), subject->indicator->id, i + 1, 0 };

      mou_editor_show (self->levels[i], subject->document, &target);
    }

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), of_measure ? _ ("Measured Levels") : _ ("Levels"));
  gtk_widget_set_visible (self->unit, of_measure);
  gtk_widget_set_visible (self->decimals, of_measure);
  gtk_widget_set_visible (self->measured, of_measure);
  gtk_widget_set_visible (self->notation, !of_measure);
  gtk_widget_set_visible (self->fill, subject->agreement->scale->kind == MOU_SCALE_FIVE_LEVEL);
}

static void
mou_inspector_levels_class_init (MouInspectorLevelsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (MOU_TYPE_FIELD_ROW);
  g_type_ensure (MOU_TYPE_TEXT_ROW);
  MOU_SECTION_CLASS (klass)->refresh = mou_inspector_levels_refresh;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/mouscorecard/MouScorecard/inspector/mou-inspector-levels.ui");
  gtk_widget_class_bind_template_child (widget_class, MouInspectorLevels, fill);
  gtk_widget_class_bind_template_child (widget_class, MouInspectorLevels, notation);
  gtk_widget_class_bind_template_child (widget_class, MouInspectorLevels, unit);
  gtk_widget_class_bind_template_child (widget_class, MouInspectorLevels, decimals);
  gtk_widget_class_bind_template_child (widget_class, MouInspectorLevels, measured);
}

static void
mou_inspector_levels_init (MouInspectorLevels *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
