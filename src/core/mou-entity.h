/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-entity: the kinds of row a register consists of (the tree of DESIGN section 1), and how they nest.
 *
 * One static table; a new entity is one row here and one field table in mou-field.c. Anyone may call. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  MOU_ENTITY_NONE = -1,
  MOU_ENTITY_ORGANISATION,
  MOU_ENTITY_AGREEMENT,
  MOU_ENTITY_PARTY,
  MOU_ENTITY_MISSION,
  MOU_ENTITY_TERM,
  MOU_ENTITY_NOTE,
  MOU_ENTITY_INDICATOR,
  MOU_ENTITY_LEVEL,
  MOU_ENTITY_MEASURE,
  MOU_ENTITY_MEASURE_LEVEL,
  MOU_ENTITY_GATE,
  MOU_ENTITY_ITEM,
  MOU_ENTITY_VARIABLE,
  MOU_ENTITY_CONDITION,
  MOU_ENTITY_STRATEGY,
  MOU_ENTITY_HISTORY,
  MOU_ENTITY_REBASE,
  MOU_ENTITY_ASSESSMENT,
  MOU_ENTITY_RESULT,
  MOU_ENTITY_RESULT_VARIABLE,
  MOU_ENTITY_RESULT_GATE,
  MOU_ENTITY_RESULT_ITEM,
  MOU_ENTITY_EVIDENCE,
  MOU_ENTITY_DEDUCTION,
  MOU_ENTITY_PROJECT,
  MOU_ENTITY_PROJECT_OBJECTIVE,
  MOU_ENTITY_PROJECT_TARGET,
  MOU_ENTITY_PROJECT_INDICATOR,
  MOU_ENTITY_STEP,
  MOU_ENTITY_PROGRESS,
  MOU_ENTITY_ATTACHMENT,
  MOU_ENTITY_SIGNING, /* rows are hashed in this order: later entities come after it */
  MOU_N_ENTITIES
} MouEntity;

/* How the rows of an entity stand inside their parent in JSON. */
typedef enum {
  MOU_SHAPE_SINGLE, /* one object */
  MOU_SHAPE_LIST,   /* array of objects, in order */
  MOU_SHAPE_TEXTS,  /* array of strings: the entity's one text field */
  MOU_SHAPE_MAP,    /* object keyed by the entity's KEY field */
  MOU_SHAPE_SLOTS,  /* array indexed by the KEY field from 1, null where absent: levels */
  MOU_SHAPE_NONE,   /* not part of the interchange */
} MouShape;

typedef struct {
  MouEntity entity;
  const char *table;    /* SQL table and journal name: "measure_level" */
  const char *json_key; /* key inside the parent's object: "levels" */
  const char *label;    /* N_(): one row of it, for people: "Level" */
  MouEntity parent;     /* MOU_ENTITY_NONE for organisation */
  MouShape shape;
} MouEntityInfo;

const MouEntityInfo *mou_entity_get_info (MouEntity entity);
/* MOU_ENTITY_NONE when no table has the name. */
MouEntity mou_entity_lookup (const char *table);

G_END_DECLS
