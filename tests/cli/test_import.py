# SPDX-FileCopyrightText: The MOU Scorecard developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Import and new: what comes into a register, what is said about it, and that it comes out the same."""

import json
import os
import unittest

from mou_case import MouCase, PRINTED, SAMPLE, SYSTEM, USAGE


class Import(MouCase):
    def test_round_trip_gives_the_same_bytes(self):
        register = self.register()
        once = self.mou("export", register)
        self.assertEqual(once, self.mou("export", SAMPLE))
        self.mou("import", "other.mou", self.write("once.json", once))
        self.assertEqual(self.mou("export", "other.mou"), once)

    def test_every_key_of_the_format_passes_through_a_register(self):
        full = os.environ["MOU_FULL"]
        self.register(source=full)
        with open(full, encoding="utf-8") as file:
            self.assertEqual(self.mou("export", "my.mou"), file.read())

    def test_register_scores_as_the_json_does(self):
        self.assertEqual(self.evaluate(self.register()), self.evaluate(SAMPLE))

    def test_history_names_the_file_without_its_folder(self):
        history = self.mou("history", self.register())
        self.assertIn(f"Import {SAMPLE.name}", history)
        self.assertNotIn(str(SAMPLE.parent), history)

    def test_says_what_changed(self):
        register = self.register()
        self.assertIn("Nothing to change", self.mou("import", register, SAMPLE))
        before = register.read_bytes()
        text = self.mou("import", register, PRINTED, "--dry-run")
        self.assertRegex(text, r"Added 0, changed 4, removed 0")
        self.assertEqual(register.read_bytes(), before)
        self.assertEqual(self.mou("import", register, PRINTED), text)
        self.assertEqual(json.loads(self.mou("export", register)), json.loads(PRINTED.read_text(encoding="utf-8")))
        self.mou("undo", register)
        self.assertEqual(json.loads(self.mou("export", register)), json.loads(SAMPLE.read_text(encoding="utf-8")))

    def test_dry_run_makes_no_register(self):
        self.assertRegex(self.mou("import", "my.mou", SAMPLE, "-n"), r"^Added \d+, changed 0, removed 0\.\n")
        self.assertEqual(self.snapshot(), {})

    def test_refusals(self):
        register = self.register()
        self.refused("import", register, "missing.json", saying=["missing.json"])
        self.refused("import", register, self.write("a.csv", "a,b"), status=USAGE, saying=["a.csv", ".json"])
        self.refused("import", self.write("foreign.mou", "not a register"), SAMPLE, saying=["foreign.mou"])
        self.refused("import", "new.json", SAMPLE, status=USAGE, saying=["new.json", ".mou"])
        self.refused("new", "new.json", status=USAGE, saying=["new.json", ".mou"])
        self.refused("import", "nowhere/my.mou", SAMPLE, status=SYSTEM, saying=["nowhere/my.mou"])


class New(MouCase):
    def test_empty_register(self):
        self.mou("new", "my.mou")
        self.refused("new", "my.mou", saying=["my.mou", "exists"])
        self.refused("show", "my.mou", saying=["my.mou", "no agreement"])
        self.assertEqual(len(self.mou("list", "my.mou").strip().split("\n")), 2)

    def test_with_an_agreement(self):
        self.mou("new", "my.mou", "--organisation", "การประปา", "--abbreviation", "กป.", "--year", "๒๕๖๘")
        self.assertIn("กป./2568", self.mou("list", "my.mou"))
        self.refused("new", "b.mou", "--year", "2568", status=USAGE, saying=["--organisation"])
        self.refused("new", "b.mou", "--organisation", "a", "--abbreviation", "a", "--year", "2024", saying=["2024"])

    def test_new_year_makes_two_agreements(self):
        register = self.register()
        self.assertEqual(self.mou("new-year", register).strip(), "กปน./2568")
        self.refused("show", register, status=USAGE, saying=["--agreement", "กปน./2567", "กปน./2568"])
        self.assertIn("2568", self.mou("show", register, "--agreement", "กปน./2568"))
        self.assertEqual(json.loads(self.mou("export", register, "--agreement", "กปน./2568"))["agreement"]["fiscal_year"], 2568)


if __name__ == "__main__":
    unittest.main()
