# SPDX-FileCopyrightText: The MOU Scorecard developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Merge: two copies of a register come together, and what both changed is asked after."""

import json
import shutil
import unittest

from mou_case import FOUND, MouCase, PRINTED, SAMPLE, USAGE, indicator


class Merge(MouCase):
    def copies(self):
        register = self.register()
        shutil.copy(register, self.path("other.mou"))
        return register, self.path("other.mou")

    def agreement(self, path):
        return json.loads(self.mou("export", path))

    def test_changes_of_both_come_together_and_go_again(self):
        mine, other = self.copies()
        self.mou("set", mine, "1.1", "weight", "12")
        self.mou("set", other, "1.2", "name", "ชื่อใหม่")
        before, others = self.mou("export", mine), other.read_bytes()
        self.assertIn("Merged 1 row.", self.mou("merge", mine, other))
        self.assertEqual(indicator(self.agreement(mine), "1.1")["weight"], "12")
        self.assertEqual(indicator(self.agreement(mine), "1.2")["name"], "ชื่อใหม่")
        self.assertEqual(other.read_bytes(), others)
        self.assertIn("Merge other.mou", self.mou("history", mine))
        self.assertIn("Nothing to merge", self.mou("merge", mine, other))
        self.mou("undo", mine)
        self.assertEqual(self.mou("export", mine), before)
        self.mou("redo", mine)
        self.assertEqual(indicator(self.agreement(mine), "1.2")["name"], "ชื่อใหม่")

    def test_results_of_two_departments(self):
        mine, other = self.copies()
        self.mou("set", mine, "1.1", "actual", "1250")
        self.mou("set", other, "2.4", "actual", "27")
        self.mou("merge", mine, other)
        self.mou("diff", mine, other, status=FOUND)
        self.mou("merge", other, mine)
        self.mou("diff", mine, other)

    def test_a_conflict_changes_nothing_until_it_is_decided(self):
        for side, weight in [("mine", "12"), ("theirs", "13")]:
            mine, other = self.copies() if side == "mine" else (self.path("my.mou"), self.path("other.mou"))
            if side == "mine":
                self.mou("set", mine, "1.1", "weight", "12")
                self.mou("set", other, "1.1", "weight", "13")
            before = self.snapshot()
            text = self.mou("merge", mine, other, status=FOUND)
            for part in ["1.1", "weight", "base: 10", "mine: 12", "theirs: 13", "1 conflict"]:
                self.assertIn(part, text)
            self.assertEqual(self.snapshot(), before)
            text = self.mou("merge", mine, other, "--take", side)
            self.assertIn("mine: 12", text)
            self.assertIn("mou check finds", text)
            self.assertEqual(indicator(self.agreement(mine), "1.1")["weight"], weight)

    def test_without_a_common_history(self):
        mine = self.register()
        other = self.register("other.mou", PRINTED)
        self.assertIn("4 conflicts", self.mou("merge", mine, other, status=FOUND))
        self.mou("merge", mine, other, "--take", "theirs")
        self.assertEqual(self.agreement(mine), json.loads(PRINTED.read_text(encoding="utf-8")))

    def test_a_base_that_is_given(self):
        mine, other = self.copies()
        base = self.path("base.mou")
        shutil.copy(mine, base)
        self.mou("set", other, "1.1", "weight", "13")
        self.mou("merge", mine, other, "--base", base)
        self.mou("diff", mine, other)

    def test_refusals(self):
        mine, other = self.copies()
        self.refused("merge", mine, "missing.mou", saying=["missing.mou"])
        self.refused("merge", mine, SAMPLE, status=USAGE, saying=[".json"])
        self.refused("merge", mine, other, "--take", "both", status=USAGE, saying=["--take"])
        self.refused("merge", mine, other, "--base", "missing.mou", saying=["missing.mou"])
        self.refused("merge", mine, self.write("bad.mou", "no"), saying=["bad.mou"])


if __name__ == "__main__":
    unittest.main()
