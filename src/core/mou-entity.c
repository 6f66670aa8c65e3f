/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The table of entities, parents before children: store, JSON and validation walk it in this order. */

#include "mou-entity.h"

#include <glib/gi18n-lib.h>

static const MouEntityInfo entities[MOU_N_ENTITIES] = {
  { MOU_ENTITY_ORGANISATION, "organisation", "organisation", N_ ("Organisation"), MOU_ENTITY_NONE, MOU_SHAPE_SINGLE },
  { MOU_ENTITY_AGREEMENT, "agreement", "agreement", N_ ("Agreement"), MOU_ENTITY_ORGANISATION, MOU_SHAPE_SINGLE },
  { MOU_ENTITY_PARTY, "party", "parties", N_ ("Party"), MOU_ENTITY_AGREEMENT, MOU_SHAPE_LIST },
  { MOU_ENTITY_MISSION, "mission", "missions", N_ ("Mission"), MOU_ENTITY_AGREEMENT, MOU_SHAPE_TEXTS },
  { MOU_ENTITY_TERM, "term", "terms", N_ ("Term"), MOU_ENTITY_AGREEMENT, MOU_SHAPE_TEXTS },
  { MOU_ENTITY_NOTE, "note", "notes", N_ ("Note"), MOU_ENTITY_AGREEMENT, MOU_SHAPE_LIST },
  { MOU_ENTITY_INDICATOR, "indicator", "indicators", N_ ("Indicator"), MOU_ENTITY_AGREEMENT, MOU_SHAPE_LIST },
  { MOU_ENTITY_LEVEL, "level", "levels", N_ ("Level"), MOU_ENTITY_INDICATOR, MOU_SHAPE_SLOTS },
  { MOU_ENTITY_MEASURE, "measure", "measure", N_ ("Measure"), MOU_ENTITY_INDICATOR, MOU_SHAPE_SINGLE },
  { MOU_ENTITY_MEASURE_LEVEL, "measure_level", "levels", N_ ("Level of the measure"), MOU_ENTITY_MEASURE, MOU_SHAPE_SLOTS },
  { MOU_ENTITY_GATE, "gate", "gates", N_ ("Gate"), MOU_ENTITY_INDICATOR, MOU_SHAPE_LIST },
  { MOU_ENTITY_ITEM, "item", "items", N_ ("Checklist item"), MOU_ENTITY_INDICATOR, MOU_SHAPE_LIST },
  { MOU_ENTITY_VARIABLE, "variable", "variables", N_ ("Variable"), MOU_ENTITY_INDICATOR, MOU_SHAPE_LIST },
  { MOU_ENTITY_CONDITION, "condition", "conditions", N_ ("Condition"), MOU_ENTITY_INDICATOR, MOU_SHAPE_TEXTS },
  { MOU_ENTITY_STRATEGY, "strategy", "strategy", N_ ("Strategy"), MOU_ENTITY_INDICATOR, MOU_SHAPE_TEXTS },
  { MOU_ENTITY_HISTORY, "history", "history", N_ ("Past result"), MOU_ENTITY_INDICATOR, MOU_SHAPE_MAP },
  { MOU_ENTITY_REBASE, "rebase", "rebases", N_ ("Re-base"), MOU_ENTITY_INDICATOR, MOU_SHAPE_LIST },
  { MOU_ENTITY_ASSESSMENT, "assessment", "assessments", N_ ("Assessment"), MOU_ENTITY_AGREEMENT, MOU_SHAPE_LIST },
  { MOU_ENTITY_RESULT, "result", "results", N_ ("Result"), MOU_ENTITY_ASSESSMENT, MOU_SHAPE_MAP },
  { MOU_ENTITY_RESULT_VARIABLE, "result_variable", "variables", N_ ("Value of a variable"), MOU_ENTITY_RESULT, MOU_SHAPE_MAP },
  { MOU_ENTITY_RESULT_GATE, "result_gate", "gates", N_ ("Fulfilment of a gate"), MOU_ENTITY_RESULT, MOU_SHAPE_MAP },
  { MOU_ENTITY_RESULT_ITEM, "result_item", "items", N_ ("Fulfilment of an item"), MOU_ENTITY_RESULT, MOU_SHAPE_LIST },
  { MOU_ENTITY_EVIDENCE, "evidence", "evidence", N_ ("Evidence"), MOU_ENTITY_RESULT, MOU_SHAPE_TEXTS },
  { MOU_ENTITY_DEDUCTION, "deduction", "deductions", N_ ("Deduction"), MOU_ENTITY_ASSESSMENT, MOU_SHAPE_LIST },
  { MOU_ENTITY_PROJECT, "project", "projects", N_ ("Project"), MOU_ENTITY_AGREEMENT, MOU_SHAPE_LIST },
  { MOU_ENTITY_PROJECT_OBJECTIVE, "project_objective", "objectives", N_ ("Objective"), MOU_ENTITY_PROJECT, MOU_SHAPE_TEXTS },
  { MOU_ENTITY_PROJECT_TARGET, "project_target", "targets", N_ ("Target"), MOU_ENTITY_PROJECT, MOU_SHAPE_TEXTS },
  { MOU_ENTITY_PROJECT_INDICATOR, "project_indicator", "indicators", N_ ("Linked indicator"), MOU_ENTITY_PROJECT, MOU_SHAPE_TEXTS },
  { MOU_ENTITY_STEP, "step", "steps", N_ ("Step"), MOU_ENTITY_PROJECT, MOU_SHAPE_LIST },
  { MOU_ENTITY_PROGRESS, "progress", "progress", N_ ("Progress report"), MOU_ENTITY_PROJECT, MOU_SHAPE_LIST },
  { MOU_ENTITY_ATTACHMENT, "attachment", "attachments", N_ ("Attachment"), MOU_ENTITY_RESULT, MOU_SHAPE_NONE },
  { MOU_ENTITY_SIGNING, "signing", "signings", N_ ("Signing"), MOU_ENTITY_AGREEMENT, MOU_SHAPE_LIST },
};

const MouEntityInfo *
mou_entity_get_info (MouEntity entity)
{
  g_return_val_if_fail (entity >= 0 && entity < MOU_N_ENTITIES, NULL);

  return &entities[entity];
}

MouEntity
mou_entity_lookup (const char *table)
{
  g_return_val_if_fail (table != NULL, MOU_ENTITY_NONE);

  for (guint i = 0; i < MOU_N_ENTITIES; i++)
    if (g_str_equal (entities[i].table, table))
      return entities[i].entity;

  return MOU_ENTITY_NONE;
}
