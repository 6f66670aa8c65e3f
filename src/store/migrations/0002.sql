-- SPDX-FileCopyrightText: The MOU Scorecard developers
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Schema version 2: the record of signatures, re-bases after signing and reopenings of an agreement.

CREATE TABLE "signing" (
  "id" INTEGER NOT NULL PRIMARY KEY CHECK ("id" BETWEEN 1 AND 9007199254740991),
  "parent" INTEGER NOT NULL REFERENCES "agreement" ("id") DEFERRABLE INITIALLY DEFERRED,
  "ordinal" INTEGER NOT NULL,
  "act" TEXT NOT NULL CHECK ("act" IN ('signed', 'rebased', 'reopened')),
  "date" TEXT NOT NULL CHECK ("date" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  "seal" TEXT NOT NULL CHECK ("seal" <> ''),
  "reason" TEXT CHECK ("reason" <> ''),
  "by" TEXT CHECK ("by" <> '')
) STRICT;
CREATE INDEX "signing_parent" ON "signing" ("parent");
