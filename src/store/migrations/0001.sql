-- SPDX-FileCopyrightText: The MOU Scorecard developers
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Schema version 1. One table an entity, with the columns of its field table in mou-field.c; then the journal.
-- Published files carry this text, and intake compares it byte for byte: a released migration never changes again.
-- Columns are only appended, tables never renamed. No triggers, no views, no cascades, nothing unique but ids.

PRAGMA application_id = 0x4D4F5531;

CREATE TABLE "meta" (
  "key" TEXT NOT NULL PRIMARY KEY,
  "value" TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE "journal" (
  "entry" INTEGER NOT NULL PRIMARY KEY CHECK ("entry" BETWEEN 1 AND 9007199254740991),
  "at" TEXT NOT NULL,
  "author" TEXT NOT NULL,
  "label" TEXT NOT NULL,
  "kind" TEXT NOT NULL CHECK ("kind" IN ('edit', 'undo', 'redo', 'import', 'merge', 'status')),
  "undoes" INTEGER REFERENCES "journal" ("entry") DEFERRABLE INITIALLY DEFERRED,
  "prev_hash" TEXT NOT NULL,
  "hash" TEXT NOT NULL
) STRICT;

CREATE TABLE "change" (
  "entry" INTEGER NOT NULL REFERENCES "journal" ("entry") DEFERRABLE INITIALLY DEFERRED,
  "ordinal" INTEGER NOT NULL CHECK ("ordinal" >= 1),
  "entity" TEXT NOT NULL,
  "row" INTEGER NOT NULL,
  "op" TEXT NOT NULL CHECK ("op" IN ('i', 'u', 'd')),
  "field" TEXT NOT NULL,
  "old" TEXT,
  "new" TEXT,
  PRIMARY KEY ("entry", "ordinal")
) STRICT, WITHOUT ROWID;

CREATE TABLE "blob" (
  "sha256" TEXT NOT NULL PRIMARY KEY CHECK (length ("sha256") = 64),
  "data" BLOB NOT NULL CHECK (length ("data") <= 100000000)
) STRICT;

CREATE TABLE "organisation" (
  "id" INTEGER NOT NULL PRIMARY KEY CHECK ("id" BETWEEN 1 AND 9007199254740991),
  "parent" INTEGER NOT NULL CHECK ("parent" = 0),
  "ordinal" INTEGER NOT NULL,
  "name" TEXT NOT NULL CHECK ("name" <> ''),
  "name_en" TEXT CHECK ("name_en" <> ''),
  "abbreviation" TEXT NOT NULL CHECK ("abbreviation" <> ''),
  "ministry" TEXT CHECK ("ministry" <> ''),
  "fiscal_year_start_month" INTEGER NOT NULL CHECK ("fiscal_year_start_month" BETWEEN 1 AND 12)
) STRICT;

CREATE TABLE "agreement" (
  "id" INTEGER NOT NULL PRIMARY KEY CHECK ("id" BETWEEN 1 AND 9007199254740991),
  "parent" INTEGER NOT NULL REFERENCES "organisation" ("id") DEFERRABLE INITIALLY DEFERRED,
  "ordinal" INTEGER NOT NULL,
  "fiscal_year" INTEGER NOT NULL CHECK ("fiscal_year" BETWEEN 2400 AND 2999),
  "title" TEXT NOT NULL CHECK ("title" <> ''),
  "status" TEXT NOT NULL CHECK ("status" IN ('draft', 'proposed', 'agreed', 'signed', 'evaluated')),
  "scale" TEXT NOT NULL CHECK ("scale" IN ('five-level', 'three-level', 'percent', 'rfd')),
  "rounding" TEXT CHECK ("rounding" IN ('full', 'child4')),
  "not_applicable" TEXT CHECK ("not_applicable" IN ('within-group', 'across-card', 'count-as-floor', 'block')),
  "vision" TEXT CHECK ("vision" <> ''),
  "copies" INTEGER CHECK ("copies" BETWEEN 1 AND 99)
) STRICT;
CREATE INDEX "agreement_parent" ON "agreement" ("parent");

CREATE TABLE "party" (
  "id" INTEGER NOT NULL PRIMARY KEY CHECK ("id" BETWEEN 1 AND 9007199254740991),
  "parent" INTEGER NOT NULL REFERENCES "agreement" ("id") DEFERRABLE INITIALLY DEFERRED,
  "ordinal" INTEGER NOT NULL,
  "side" INTEGER NOT NULL CHECK ("side" BETWEEN 1 AND 2),
  "name" TEXT NOT NULL CHECK ("name" <> ''),
  "position" TEXT NOT NULL CHECK ("position" <> ''),
  "on_behalf_of" TEXT CHECK ("on_behalf_of" <> '')
) STRICT;
CREATE INDEX "party_parent" ON "party" ("parent");

CREATE TABLE "mission" (
  "id" INTEGER NOT NULL PRIMARY KEY CHECK ("id" BETWEEN 1 AND 9007199254740991),
  "parent" INTEGER NOT NULL REFERENCES "agreement" ("id") DEFERRABLE INITIALLY DEFERRED,
  "ordinal" INTEGER NOT NULL,
  "text" TEXT NOT NULL CHECK ("text" <> '')
) STRICT;
CREATE INDEX "mission_parent" ON "mission" ("parent");

CREATE TABLE "term" (
  "id" INTEGER NOT NULL PRIMARY KEY CHECK ("id" BETWEEN 1 AND 9007199254740991),
  "parent" INTEGER NOT NULL REFERENCES "agreement" ("id") DEFERRABLE INITIALLY DEFERRED,
  "ordinal" INTEGER NOT NULL,
  "text" TEXT NOT NULL CHECK ("text" <> '')
) STRICT;
CREATE INDEX "term_parent" ON "term" ("parent");

CREATE TABLE "note" (
  "id" INTEGER NOT NULL PRIMARY KEY CHECK ("id" BETWEEN 1 AND 9007199254740991),
  "parent" INTEGER NOT NULL REFERENCES "agreement" ("id") DEFERRABLE INITIALLY DEFERRED,
  "ordinal" INTEGER NOT NULL,
  "number" INTEGER NOT NULL CHECK ("number" BETWEEN 1 AND 999),
  "text" TEXT NOT NULL CHECK ("text" <> '')
) STRICT;
CREATE INDEX "note_parent" ON "note" ("parent");

CREATE TABLE "indicator" (
  "id" INTEGER NOT NULL PRIMARY KEY CHECK ("id" BETWEEN 1 AND 9007199254740991),
  "parent" INTEGER NOT NULL REFERENCES "agreement" ("id") DEFERRABLE INITIALLY DEFERRED,
  "ordinal" INTEGER NOT NULL,
  "group" INTEGER REFERENCES "indicator" ("id") DEFERRABLE INITIALLY DEFERRED,
  "code" TEXT NOT NULL CHECK ("code" <> ''),
  "name" TEXT CHECK ("name" <> ''),
  "unit" TEXT CHECK ("unit" <> ''),
  "weight" TEXT CHECK ("weight" <> ''),
  "decimals" INTEGER CHECK ("decimals" BETWEEN 0 AND 9),
  "kind" TEXT NOT NULL CHECK ("kind" IN ('group', 'linear', 'stepped', 'judged', 'gated', 'checklist', 'score')),
  "notation" TEXT CHECK ("notation" <> ''),
  "gap" TEXT CHECK ("gap" IN ('bridge', 'jump')),
  "definition" TEXT CHECK ("definition" <> ''),
  "formula" TEXT CHECK ("formula" <> ''),
  "owner" TEXT CHECK ("owner" <> ''),
  "data_source" TEXT CHECK ("data_source" <> ''),
  "type" TEXT CHECK ("type" IN ('output', 'outcome', 'strategic', 'routine'))
) STRICT;
CREATE INDEX "indicator_parent" ON "indicator" ("parent");
CREATE INDEX "indicator_group" ON "indicator" ("group");

CREATE TABLE "level" (
  "id" INTEGER NOT NULL PRIMARY KEY CHECK ("id" BETWEEN 1 AND 9007199254740991),
  "parent" INTEGER NOT NULL REFERENCES "indicator" ("id") DEFERRABLE INITIALLY DEFERRED,
  "ordinal" INTEGER NOT NULL,
  "number" INTEGER NOT NULL CHECK ("number" BETWEEN 1 AND 5),
  "op" TEXT CHECK ("op" IN ('<', '<=', '>', '>=')),
  "value" TEXT CHECK ("value" <> ''),
  "text" TEXT CHECK ("text" <> '')
) STRICT;
CREATE INDEX "level_parent" ON "level" ("parent");

CREATE TABLE "measure" (
  "id" INTEGER NOT NULL PRIMARY KEY CHECK ("id" BETWEEN 1 AND 9007199254740991),
  "parent" INTEGER NOT NULL REFERENCES "indicator" ("id") DEFERRABLE INITIALLY DEFERRED,
  "ordinal" INTEGER NOT NULL,
  "unit" TEXT CHECK ("unit" <> ''),
  "decimals" INTEGER CHECK ("decimals" BETWEEN 0 AND 9),
  "notation" TEXT CHECK ("notation" <> '')
) STRICT;
CREATE INDEX "measure_parent" ON "measure" ("parent");

CREATE TABLE "measure_level" (
  "id" INTEGER NOT NULL PRIMARY KEY CHECK ("id" BETWEEN 1 AND 9007199254740991),
  "parent" INTEGER NOT NULL REFERENCES "measure" ("id") DEFERRABLE INITIALLY DEFERRED,
  "ordinal" INTEGER NOT NULL,
  "number" INTEGER NOT NULL CHECK ("number" BETWEEN 1 AND 5),
  "op" TEXT CHECK ("op" IN ('<', '<=', '>', '>=')),
  "value" TEXT CHECK ("value" <> ''),
  "text" TEXT CHECK ("text" <> '')
) STRICT;
CREATE INDEX "measure_level_parent" ON "measure_level" ("parent");

CREATE TABLE "gate" (
  "id" INTEGER NOT NULL PRIMARY KEY CHECK ("id" BETWEEN 1 AND 9007199254740991),
  "parent" INTEGER NOT NULL REFERENCES "indicator" ("id") DEFERRABLE INITIALLY DEFERRED,
  "ordinal" INTEGER NOT NULL,
  "level" INTEGER NOT NULL CHECK ("level" BETWEEN 1 AND 5),
  "text" TEXT CHECK ("text" <> ''),
  "pro_rata" INTEGER CHECK ("pro_rata" = 1)
) STRICT;
CREATE INDEX "gate_parent" ON "gate" ("parent");

CREATE TABLE "item" (
  "id" INTEGER NOT NULL PRIMARY KEY CHECK ("id" BETWEEN 1 AND 9007199254740991),
  "parent" INTEGER NOT NULL REFERENCES "indicator" ("id") DEFERRABLE INITIALLY DEFERRED,
  "ordinal" INTEGER NOT NULL,
  "text" TEXT NOT NULL CHECK ("text" <> ''),
  "weight" TEXT NOT NULL CHECK ("weight" <> '')
) STRICT;
CREATE INDEX "item_parent" ON "item" ("parent");

CREATE TABLE "variable" (
  "id" INTEGER NOT NULL PRIMARY KEY CHECK ("id" BETWEEN 1 AND 9007199254740991),
  "parent" INTEGER NOT NULL REFERENCES "indicator" ("id") DEFERRABLE INITIALLY DEFERRED,
  "ordinal" INTEGER NOT NULL,
  "name" TEXT NOT NULL CHECK ("name" <> ''),
  "label" TEXT CHECK ("label" <> ''),
  "unit" TEXT CHECK ("unit" <> '')
) STRICT;
CREATE INDEX "variable_parent" ON "variable" ("parent");

CREATE TABLE "condition" (
  "id" INTEGER NOT NULL PRIMARY KEY CHECK ("id" BETWEEN 1 AND 9007199254740991),
  "parent" INTEGER NOT NULL REFERENCES "indicator" ("id") DEFERRABLE INITIALLY DEFERRED,
  "ordinal" INTEGER NOT NULL,
  "text" TEXT NOT NULL CHECK ("text" <> '')
) STRICT;
CREATE INDEX "condition_parent" ON "condition" ("parent");

CREATE TABLE "strategy" (
  "id" INTEGER NOT NULL PRIMARY KEY CHECK ("id" BETWEEN 1 AND 9007199254740991),
  "parent" INTEGER NOT NULL REFERENCES "indicator" ("id") DEFERRABLE INITIALLY DEFERRED,
  "ordinal" INTEGER NOT NULL,
  "text" TEXT NOT NULL CHECK ("text" <> '')
) STRICT;
CREATE INDEX "strategy_parent" ON "strategy" ("parent");

CREATE TABLE "history" (
  "id" INTEGER NOT NULL PRIMARY KEY CHECK ("id" BETWEEN 1 AND 9007199254740991),
  "parent" INTEGER NOT NULL REFERENCES "indicator" ("id") DEFERRABLE INITIALLY DEFERRED,
  "ordinal" INTEGER NOT NULL,
  "year" INTEGER NOT NULL CHECK ("year" BETWEEN 2400 AND 2999),
  "value" TEXT NOT NULL CHECK ("value" <> ''),
  "provisional" INTEGER CHECK ("provisional" = 1),
  "note" INTEGER CHECK ("note" BETWEEN 1 AND 999)
) STRICT;
CREATE INDEX "history_parent" ON "history" ("parent");

CREATE TABLE "rebase" (
  "id" INTEGER NOT NULL PRIMARY KEY CHECK ("id" BETWEEN 1 AND 9007199254740991),
  "parent" INTEGER NOT NULL REFERENCES "indicator" ("id") DEFERRABLE INITIALLY DEFERRED,
  "ordinal" INTEGER NOT NULL,
  "from" TEXT NOT NULL CHECK ("from" <> ''),
  "to" TEXT NOT NULL CHECK ("to" <> ''),
  "reason" TEXT NOT NULL CHECK ("reason" <> ''),
  "approved_by" TEXT CHECK ("approved_by" <> ''),
  "date" TEXT CHECK ("date" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT;
CREATE INDEX "rebase_parent" ON "rebase" ("parent");

CREATE TABLE "assessment" (
  "id" INTEGER NOT NULL PRIMARY KEY CHECK ("id" BETWEEN 1 AND 9007199254740991),
  "parent" INTEGER NOT NULL REFERENCES "agreement" ("id") DEFERRABLE INITIALLY DEFERRED,
  "ordinal" INTEGER NOT NULL,
  "name" TEXT NOT NULL CHECK ("name" <> ''),
  "kind" TEXT NOT NULL CHECK ("kind" IN ('self', 'committee', 'forecast', 'what-if', 'backtest', 'plan')),
  "period" TEXT NOT NULL CHECK ("period" IN ('q1', 'q2', 'q3', 'q4', 'h1', '9m', 'year')),
  "as_of" TEXT CHECK ("as_of" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  "history_year" INTEGER CHECK ("history_year" BETWEEN 2400 AND 2999)
) STRICT;
CREATE INDEX "assessment_parent" ON "assessment" ("parent");

CREATE TABLE "result" (
  "id" INTEGER NOT NULL PRIMARY KEY CHECK ("id" BETWEEN 1 AND 9007199254740991),
  "parent" INTEGER NOT NULL REFERENCES "assessment" ("id") DEFERRABLE INITIALLY DEFERRED,
  "ordinal" INTEGER NOT NULL,
  "indicator" INTEGER NOT NULL REFERENCES "indicator" ("id") DEFERRABLE INITIALLY DEFERRED,
  "value" TEXT CHECK ("value" <> ''),
  "state" TEXT CHECK ("state" IN ('not-reported', 'pending', 'not-applicable')),
  "reason" TEXT CHECK ("reason" <> ''),
  "level" TEXT CHECK ("level" <> ''),
  "narrative" TEXT CHECK ("narrative" <> ''),
  "factors" TEXT CHECK ("factors" <> ''),
  "obstacles" TEXT CHECK ("obstacles" <> ''),
  "comment" TEXT CHECK ("comment" <> '')
) STRICT;
CREATE INDEX "result_parent" ON "result" ("parent");
CREATE INDEX "result_indicator" ON "result" ("indicator");

CREATE TABLE "result_variable" (
  "id" INTEGER NOT NULL PRIMARY KEY CHECK ("id" BETWEEN 1 AND 9007199254740991),
  "parent" INTEGER NOT NULL REFERENCES "result" ("id") DEFERRABLE INITIALLY DEFERRED,
  "ordinal" INTEGER NOT NULL,
  "variable" INTEGER NOT NULL REFERENCES "variable" ("id") DEFERRABLE INITIALLY DEFERRED,
  "value" TEXT NOT NULL CHECK ("value" <> '')
) STRICT;
CREATE INDEX "result_variable_parent" ON "result_variable" ("parent");
CREATE INDEX "result_variable_variable" ON "result_variable" ("variable");

CREATE TABLE "result_gate" (
  "id" INTEGER NOT NULL PRIMARY KEY CHECK ("id" BETWEEN 1 AND 9007199254740991),
  "parent" INTEGER NOT NULL REFERENCES "result" ("id") DEFERRABLE INITIALLY DEFERRED,
  "ordinal" INTEGER NOT NULL,
  "gate" INTEGER NOT NULL REFERENCES "gate" ("id") DEFERRABLE INITIALLY DEFERRED,
  "fulfilled" TEXT NOT NULL CHECK ("fulfilled" <> '')
) STRICT;
CREATE INDEX "result_gate_parent" ON "result_gate" ("parent");
CREATE INDEX "result_gate_gate" ON "result_gate" ("gate");

CREATE TABLE "result_item" (
  "id" INTEGER NOT NULL PRIMARY KEY CHECK ("id" BETWEEN 1 AND 9007199254740991),
  "parent" INTEGER NOT NULL REFERENCES "result" ("id") DEFERRABLE INITIALLY DEFERRED,
  "ordinal" INTEGER NOT NULL,
  "item" INTEGER NOT NULL REFERENCES "item" ("id") DEFERRABLE INITIALLY DEFERRED,
  "fulfilled" TEXT NOT NULL CHECK ("fulfilled" <> '')
) STRICT;
CREATE INDEX "result_item_parent" ON "result_item" ("parent");
CREATE INDEX "result_item_item" ON "result_item" ("item");

CREATE TABLE "evidence" (
  "id" INTEGER NOT NULL PRIMARY KEY CHECK ("id" BETWEEN 1 AND 9007199254740991),
  "parent" INTEGER NOT NULL REFERENCES "result" ("id") DEFERRABLE INITIALLY DEFERRED,
  "ordinal" INTEGER NOT NULL,
  "text" TEXT NOT NULL CHECK ("text" <> '')
) STRICT;
CREATE INDEX "evidence_parent" ON "evidence" ("parent");

CREATE TABLE "deduction" (
  "id" INTEGER NOT NULL PRIMARY KEY CHECK ("id" BETWEEN 1 AND 9007199254740991),
  "parent" INTEGER NOT NULL REFERENCES "assessment" ("id") DEFERRABLE INITIALLY DEFERRED,
  "ordinal" INTEGER NOT NULL,
  "indicator" INTEGER REFERENCES "indicator" ("id") DEFERRABLE INITIALLY DEFERRED,
  "amount" TEXT NOT NULL CHECK ("amount" <> ''),
  "reason" TEXT CHECK ("reason" <> '')
) STRICT;
CREATE INDEX "deduction_parent" ON "deduction" ("parent");
CREATE INDEX "deduction_indicator" ON "deduction" ("indicator");

CREATE TABLE "project" (
  "id" INTEGER NOT NULL PRIMARY KEY CHECK ("id" BETWEEN 1 AND 9007199254740991),
  "parent" INTEGER NOT NULL REFERENCES "agreement" ("id") DEFERRABLE INITIALLY DEFERRED,
  "ordinal" INTEGER NOT NULL,
  "code" TEXT NOT NULL CHECK ("code" <> ''),
  "name" TEXT NOT NULL CHECK ("name" <> ''),
  "owner" TEXT CHECK ("owner" <> ''),
  "rationale" TEXT CHECK ("rationale" <> '')
) STRICT;
CREATE INDEX "project_parent" ON "project" ("parent");

CREATE TABLE "project_objective" (
  "id" INTEGER NOT NULL PRIMARY KEY CHECK ("id" BETWEEN 1 AND 9007199254740991),
  "parent" INTEGER NOT NULL REFERENCES "project" ("id") DEFERRABLE INITIALLY DEFERRED,
  "ordinal" INTEGER NOT NULL,
  "text" TEXT NOT NULL CHECK ("text" <> '')
) STRICT;
CREATE INDEX "project_objective_parent" ON "project_objective" ("parent");

CREATE TABLE "project_target" (
  "id" INTEGER NOT NULL PRIMARY KEY CHECK ("id" BETWEEN 1 AND 9007199254740991),
  "parent" INTEGER NOT NULL REFERENCES "project" ("id") DEFERRABLE INITIALLY DEFERRED,
  "ordinal" INTEGER NOT NULL,
  "text" TEXT NOT NULL CHECK ("text" <> '')
) STRICT;
CREATE INDEX "project_target_parent" ON "project_target" ("parent");

CREATE TABLE "project_indicator" (
  "id" INTEGER NOT NULL PRIMARY KEY CHECK ("id" BETWEEN 1 AND 9007199254740991),
  "parent" INTEGER NOT NULL REFERENCES "project" ("id") DEFERRABLE INITIALLY DEFERRED,
  "ordinal" INTEGER NOT NULL,
  "indicator" INTEGER NOT NULL REFERENCES "indicator" ("id") DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX "project_indicator_parent" ON "project_indicator" ("parent");
CREATE INDEX "project_indicator_indicator" ON "project_indicator" ("indicator");

CREATE TABLE "step" (
  "id" INTEGER NOT NULL PRIMARY KEY CHECK ("id" BETWEEN 1 AND 9007199254740991),
  "parent" INTEGER NOT NULL REFERENCES "project" ("id") DEFERRABLE INITIALLY DEFERRED,
  "ordinal" INTEGER NOT NULL,
  "text" TEXT NOT NULL CHECK ("text" <> ''),
  "weight" TEXT CHECK ("weight" <> ''),
  "start" TEXT CHECK ("start" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  "end" TEXT CHECK ("end" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT;
CREATE INDEX "step_parent" ON "step" ("parent");

CREATE TABLE "progress" (
  "id" INTEGER NOT NULL PRIMARY KEY CHECK ("id" BETWEEN 1 AND 9007199254740991),
  "parent" INTEGER NOT NULL REFERENCES "project" ("id") DEFERRABLE INITIALLY DEFERRED,
  "ordinal" INTEGER NOT NULL,
  "date" TEXT NOT NULL CHECK ("date" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  "percent" TEXT NOT NULL CHECK ("percent" <> ''),
  "narrative" TEXT CHECK ("narrative" <> ''),
  "problems" TEXT CHECK ("problems" <> ''),
  "obstacles" TEXT CHECK ("obstacles" <> '')
) STRICT;
CREATE INDEX "progress_parent" ON "progress" ("parent");

CREATE TABLE "attachment" (
  "id" INTEGER NOT NULL PRIMARY KEY CHECK ("id" BETWEEN 1 AND 9007199254740991),
  "parent" INTEGER NOT NULL REFERENCES "result" ("id") DEFERRABLE INITIALLY DEFERRED,
  "ordinal" INTEGER NOT NULL,
  "name" TEXT NOT NULL CHECK ("name" <> ''),
  "media_type" TEXT CHECK ("media_type" <> ''),
  "sha256" TEXT NOT NULL CHECK ("sha256" <> '')
) STRICT;
CREATE INDEX "attachment_parent" ON "attachment" ("parent");
