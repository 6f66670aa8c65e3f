/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-level-chart-layout: see the header. */

#include "mou-level-chart-layout.h"

#define GAP 6.0
#define SPACE 6.0
/* Levels that the plot reaches beyond the outer lines, and how quickly what lies there draws near to its edge. */
#define MARGIN 0.9
#define EASE 0.6
/* Share of the width that labels of levels may take: numbers, and words. */
#define NUMBER_SHARE 0.34
#define WORDS_SHARE 0.5
#define LINE_SPACING 1.8

/* Room already taken: marks and labels. */
typedef struct
{
  MouChartBox boxes[2 + 3 * MOU_CHART_YEARS];
  guint n_boxes;
} Taken;

typedef struct
{
  const MouLevelChartInput *input;
  MouChartMeasure measure;
  gpointer data;
  double line_height;
} Context;

static MouChartBox
measure_text (const Context *context, const char *text, gboolean strong)
{
  MouChartBox box = { 0 };

  if (text != NULL)
    context->measure (text, strong, &box.width, &box.height, context->data);

  return box;
}

/* Side by side they need a space between them to be read apart. */
static gboolean
overlap (const MouChartBox *a, const MouChartBox *b)
{
  return a->x < b->x + b->width + SPACE && b->x < a->x + a->width + SPACE && a->y < b->y + b->height && b->y < a->y + a->height;
}

static gboolean
is_free (const Taken *taken, const MouChartBox *box)
{
  for (guint i = 0; i < taken->n_boxes; i++)
    if (overlap (&taken->boxes[i], box))
      return FALSE;

  return TRUE;
}

static void
take (Taken *taken, MouChartBox box)
{
  g_assert (taken->n_boxes < G_N_ELEMENTS (taken->boxes));
  taken->boxes[taken->n_boxes++] = box;
}

const char *
mou_chart_point_get_short_title (const MouChartPoint *point)
{
  const glong length = g_utf8_strlen (point->title, -1);

  return g_utf8_offset_to_pointer (point->title, MAX (length - 2, 0));
}

double
mou_level_chart_layout_get_natural_height (const MouLevelChartInput *input, double line_height)
{
  return (MAX (input->n_levels, 1) - 1 + 2 * MARGIN) * line_height * LINE_SPACING + line_height + 2 * GAP;
}

/* Beyond the outer levels there is only the margin, however far away a value lies. */
static double
fold_position (const MouLevelChartInput *input, double position)
{
  if (position < 1)
    return 1 - (MARGIN - 0.1) * (1 - position) / (1 - position + EASE);
  if (position > input->n_levels)
    return input->n_levels + (MARGIN - 0.1) * (position - input->n_levels) / (position - input->n_levels + EASE);

  return position;
}

static double
get_y (const MouLevelChartLayout *self, const MouLevelChartInput *input, double position)
{
  const double span = MAX (input->n_levels, 1) - 1 + 2 * MARGIN;

  return self->plot.y + self->plot.height * (1 - (fold_position (input, position) - 1 + MARGIN) / span);
}

static void
place_plot (MouLevelChartLayout *self, const Context *context, double width, double height, double *name_width, double *label_width)
{
  double share = NUMBER_SHARE;

  *name_width = *label_width = 0;
  for (int i = 0; i < context->input->n_levels; i++)
    {
      *name_width = MAX (*name_width, measure_text (context, context->input->levels[i].name, TRUE).width);
      *label_width = MAX (*label_width, measure_text (context, context->input->levels[i].label, FALSE).width);
      if (context->input->levels[i].worded)
        share = WORDS_SHARE;
    }
  *label_width = MIN (*label_width, share * width);

  self->plot.x = *name_width + GAP + (*label_width > 0 ? *label_width + GAP : 0);
  self->plot.y = 0;
  self->plot.width = MAX (width - self->plot.x, 0);
  self->plot.height = MAX (height - context->line_height - GAP, 0);
}

/* From the best down, so that where lines are too close for all the labels the best level keeps its own. */
static void
place_levels (MouLevelChartLayout *self, const Context *context, double name_width, double label_width)
{
  double free_from = -context->line_height;

  for (int i = context->input->n_levels - 1; i >= 0; i--)
    {
      const MouChartLevel *level = &context->input->levels[i];
      MouChartLevelPlace *place = &self->levels[i];
      const MouChartBox name = measure_text (context, level->name, TRUE);
      const MouChartBox label = measure_text (context, level->label, FALSE);
      const double height = MAX (name.height, label.height);

      place->y = get_y (self, context->input, i + 1);
      place->name.shown = place->y - height / 2 >= free_from;
      place->label.shown = place->name.shown && level->label != NULL;
      place->name.box = (MouChartBox){ name_width - name.width, place->y - name.height / 2, name.width, name.height };
      place->label.box = (MouChartBox){ name_width + GAP, place->y - label.height / 2, label_width, label.height };
      if (place->name.shown)
        free_from = place->y + height / 2;
    }
}

static void
place_titles (MouLevelChartLayout *self, const Context *context, double column)
{
  const MouLevelChartInput *input = context->input;
  double widest = 0;

  for (guint i = 0; i < input->n_years; i++)
    widest = MAX (widest, measure_text (context, input->years[i].title, FALSE).width);
  self->short_titles = widest + GAP > column;

  for (guint i = 0; i < input->n_years; i++)
    {
      const char *title = self->short_titles ? mou_chart_point_get_short_title (&input->years[i]) : input->years[i].title;
      const MouChartBox box = measure_text (context, title, FALSE);

      self->years[i].title.shown = box.width <= column;
      self->years[i].title.box
          = (MouChartBox){ self->years[i].x - box.width / 2, self->plot.y + self->plot.height + GAP, box.width, box.height };
    }
}

/* The word for the actual value stands under its column, moved in from the edge where it must be. */
static void
place_actual_title (MouLevelChartLayout *self, const Context *context)
{
  const MouLevelChartInput *input = context->input;
  const MouChartBox box = measure_text (context, input->actual.title, TRUE);
  const double right = self->plot.x + self->plot.width;
  double left = self->plot.x;

  for (guint i = 0; i < input->n_years; i++)
    if (self->years[i].title.shown)
      left = self->years[i].title.box.x + self->years[i].title.box.width + GAP / 2;

  self->actual.title.box = (MouChartBox){ MIN (self->actual.x - box.width / 2, right - box.width), self->plot.y + self->plot.height + GAP,
                                          box.width, box.height };
  if (self->actual.title.box.x < left)
    {
      self->actual.title.box.x = left;
      self->actual.title.box.width = MAX (right - left, 0);
    }
  self->actual.title.shown = input->actual.state != MOU_CHART_POINT_BLANK;
}

static void
place_mark (MouLevelChartLayout *self, const Context *context, const MouChartPoint *point, MouChartPointPlace *place, Taken *taken)
{
  const double bottom = self->plot.y + self->plot.height;

  place->marked = point->state == MOU_CHART_POINT_NUMBER && context->input->direction != 0;
  if (!place->marked)
    {
      place->y = bottom - context->line_height;
      return;
    }

  place->y = get_y (self, context->input, mou_level_chart_input_get_position (context->input, point->value));
  take (taken, (MouChartBox){ place->x - MOU_CHART_MARK, place->y - MOU_CHART_MARK, 2 * MOU_CHART_MARK, 2 * MOU_CHART_MARK });
}

/* `box` has its size; it is put above or below the mark, or on the floor of the plot where there is no mark. */
static gboolean
find_room (const MouLevelChartLayout *self, const MouChartPointPlace *place, const Taken *taken, MouChartBox *box)
{
  const double right = self->plot.x + self->plot.width;
  const double floor = self->plot.y + self->plot.height;
  const double candidates[]
      = { place->y - MOU_CHART_MARK - 2 - box->height, place->y + MOU_CHART_MARK + 2, place->marked ? -1 : floor - box->height };

  box->x = CLAMP (place->x - box->width / 2, self->plot.x, MAX (right - box->width, self->plot.x));
  for (guint i = place->marked ? 0 : 2; i < G_N_ELEMENTS (candidates); i++)
    {
      box->y = candidates[i];
      if (box->y >= self->plot.y && box->y + box->height <= floor && box->x + box->width <= right && is_free (taken, box))
        return TRUE;
    }

  return FALSE;
}

static void
place_label (MouLevelChartLayout *self, const Context *context, const MouChartPoint *point, MouChartPointPlace *place, Taken *taken)
{
  place->label.box = measure_text (context, point->label, FALSE);
  place->label.shown = point->label != NULL && find_room (self, place, taken, &place->label.box);
  if (place->label.shown)
    take (taken, place->label.box);
}

/* The score stands above the value, in one block beside the mark. */
static void
place_actual_labels (MouLevelChartLayout *self, const Context *context, Taken *taken)
{
  const MouChartBox score = measure_text (context, context->input->score, TRUE);
  const MouChartBox value = measure_text (context, context->input->actual.label, FALSE);
  MouChartBox block = { 0, 0, MAX (score.width, value.width), score.height + value.height };

  if (block.height <= 0 || context->input->actual.state == MOU_CHART_POINT_BLANK)
    return;
  if (!find_room (self, &self->actual, taken, &block))
    block.y = CLAMP (block.y, self->plot.y, MAX (self->plot.y + self->plot.height - block.height, self->plot.y));

  take (taken, block);
  self->score.shown = score.height > 0;
  self->score.box = (MouChartBox){ block.x + (block.width - score.width) / 2, block.y, score.width, score.height };
  self->actual.label.shown = value.height > 0;
  self->actual.label.box = (MouChartBox){ block.x + (block.width - value.width) / 2, block.y + score.height, value.width, value.height };
}

void
mou_level_chart_layout_init (MouLevelChartLayout *self, const MouLevelChartInput *input, double width, double height,
                             MouChartMeasure measure, gpointer data)
{
  const guint n_columns = input->n_years + 1;
  Context context = { input, measure, data, 0 };
  Taken taken = { .n_boxes = 0 };
  double name_width, label_width, column;

  *self = (MouLevelChartLayout){ 0 };
  context.line_height = measure_text (&context, "0", FALSE).height;
  place_plot (self, &context, width, height, &name_width, &label_width);
  place_levels (self, &context, name_width, label_width);

  column = self->plot.width / n_columns;
  for (guint i = 0; i < input->n_years; i++)
    self->years[i].x = self->plot.x + (i + 0.5) * column;
  self->actual.x = self->plot.x + (n_columns - 0.5) * column;
  place_titles (self, &context, column);
  place_actual_title (self, &context);

  for (guint i = 0; i < input->n_years; i++)
    place_mark (self, &context, &input->years[i], &self->years[i], &taken);
  place_mark (self, &context, &input->actual, &self->actual, &taken);
  place_actual_labels (self, &context, &taken);
  for (int i = (int) input->n_years - 1; i >= 0; i--)
    place_label (self, &context, &input->years[i], &self->years[i], &taken);
}
