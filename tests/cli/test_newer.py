# SPDX-FileCopyrightText: The MOU Scorecard developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Registers that a newer version of the program wrote: read by every command that reads, refused by every one that writes."""

import contextlib
import sqlite3
import unittest

from mou_case import MouCase, SAMPLE

READ_ONLY = "newer version"


class Newer(MouCase):
    def newer(self, *statements):
        """A register with a version from the future, and what that may have brought."""
        register = self.register()
        with contextlib.closing(sqlite3.connect(register)) as database:
            for statement in ["PRAGMA user_version = 99", *statements]:
                database.execute(statement)
            database.commit()
        return register

    def test_reading(self):
        self.register("known.mou")
        register = self.newer("ALTER TABLE indicator ADD COLUMN colour TEXT", "CREATE TABLE opinion (id INTEGER PRIMARY KEY, text TEXT)")
        before = register.read_bytes()
        for arguments in [["list"], ["show"], ["evaluate"], ["history"], ["export"], ["insight"]]:
            self.assertEqual(self.mou(*arguments, register).replace("my.mou", ""),
                             self.mou(*arguments, "known.mou").replace("known.mou", ""))
        self.mou("report", register, "--form", "evaluation", "-o", "evaluation.txt")
        self.assertEqual(register.read_bytes(), before)

    def test_writing(self):
        register = self.newer()
        for arguments in [["set", register, "1.1", "weight", "9"], ["import", register, SAMPLE], ["undo", register], ["new-year", register],
                          ["merge", register, self.register("other.mou")]]:
            self.refused(*arguments, saying=["my.mou", READ_ONLY], LANGUAGE="en")

    def test_hostile(self):
        register = self.newer("CREATE TRIGGER t AFTER UPDATE ON indicator BEGIN DELETE FROM level; END")
        for command in ["show", "evaluate", "list"]:
            self.refused(command, register, saying=["my.mou"])
        self.refused("salvage", register, "new.mou", saying=["my.mou"])


if __name__ == "__main__":
    unittest.main()
