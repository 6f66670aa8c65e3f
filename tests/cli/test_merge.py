# SPDX-FileCopyrightText: The MOU Scorecard developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Merge: two copies of a register come together, and what both changed is asked after."""

import json
import re
import shutil
import unittest

from mou_case import FOUND, MouCase, PRINTED, SAMPLE, USAGE, indicator


class Merge(MouCase):
    def copies(self):
        register = self.register()
        shutil.copy(register, self.path("other.mou"))
        return register, self.path("other.mou")

    def year_register(self, name="my.mou"):
        """With an assessment of the year to report to, instead of the back-test of the sample."""
        agreement = json.loads(SAMPLE.read_text(encoding="utf-8"))
        agreement["agreement"]["assessments"] = [{"name": "รอบปี", "kind": "self", "period": "year"}]
        return self.register(name, self.write("year.json", json.dumps(agreement)))

    def actuals(self, path):
        return {row["code"]: row["actual"] for row in self.evaluate(path)["indicators"] if row["actual"] is not None}

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
            self.assertIn(f"taken: {side}", text)
            self.assertEqual("mou check finds" in text, side == "theirs")
            self.assertEqual(indicator(self.agreement(mine), "1.1")["weight"], weight)

    def test_who_and_when(self):
        mine, other = self.copies()
        self.mou("set", mine, "1.1", "weight", "12")
        self.mou("set", other, "1.1", "weight", "13")
        author = self.mou("history", mine, "--limit", "1").split("\n")[0].strip().split("  ")[2]
        text = self.mou("merge", mine, other, status=FOUND)
        for value in ["mine: 12", "theirs: 13"]:
            self.assertRegex(text, rf"{value} — {re.escape(author)}, \d{{4}}-\d\d-\d\d \d\d:\d\d\n")

    def conflicting(self):
        mine, other = self.copies()
        for code, mine_value, other_value in [("1.1", "12", "13"), ("1.2", "6", "7"), ("2.4", "3", "4")]:
            self.mou("set", mine, code, "weight", mine_value)
            self.mou("set", other, code, "weight", other_value)
        self.mou("set", other, "1.1", "unit", "เมตร")
        return mine, other

    def weights(self, path):
        return [indicator(self.agreement(path), code)["weight"] for code in ["1.1", "1.2", "2.4"]]

    def test_answers_one_by_one(self):
        mine, other = self.conflicting()
        before = self.snapshot()
        self.assertIn("2 conflicts are open", self.mou("merge", mine, other, "--answer", "2=theirs", status=FOUND))
        self.assertEqual(self.snapshot(), before)
        self.mou("merge", mine, other, "--answer", "1=mine", "--answer", "2=theirs", "--answer", "3=mine")
        self.assertEqual(self.weights(mine), ["12", "7", "3"])
        self.assertEqual(indicator(self.agreement(mine), "1.1")["unit"], "เมตร")
        self.mou("undo", mine)
        self.mou("merge", mine, other, "--take", "theirs", "--answer", "3=mine")
        self.assertEqual(self.weights(mine), ["13", "7", "3"])

    def test_dry_run_changes_nothing(self):
        mine, other = self.conflicting()
        before = self.snapshot()
        text = self.mou("merge", mine, other, "--dry-run", status=FOUND)
        for part in ["1 change would come in", "เมตร", "3. 2.4", "3 conflicts are open"]:
            self.assertIn(part, text)
        self.mou("merge", mine, other, "--dry-run", "--take", "mine")
        self.assertEqual(self.snapshot(), before)

    def test_dry_run_of_nothing(self):
        mine, other = self.conflicting()
        self.mou("merge", mine, other, "--take", "theirs")
        self.assertIn("Nothing to merge", self.mou("merge", mine, other, "--dry-run"))

    def test_json(self):
        mine, other = self.conflicting()
        shown = json.loads(self.mou("merge", mine, other, "--format", "json", "--answer", "1=theirs", status=FOUND))
        self.assertEqual((shown["merged"], shown["has-base"], len(shown["incoming"])), (False, True, 1))
        self.assertEqual([one["number"] for one in shown["conflicts"]], [1, 2, 3])
        self.assertEqual([one["state"] for one in shown["conflicts"]], ["answered", "open", "open"])
        self.assertEqual([one["taken"] for one in shown["conflicts"]], ["theirs", "mine", "mine"])
        self.assertEqual(shown["conflicts"][0]["base"], "10")
        self.assertEqual(shown["conflicts"][0]["theirs"]["value"], "13")
        self.assertTrue(shown["conflicts"][0]["theirs"]["author"])
        self.assertTrue(shown["findings"])
        shown = json.loads(self.mou("merge", mine, other, "--format", "json", "--take", "mine"))
        self.assertTrue(shown["merged"])

    def test_departments_send_their_copies_back(self):
        mine = self.year_register()
        results = {"works": {"1.1": "1250", "2.4": "27"}, "plans": {"1.2": "5"}, "finance": {"2.4": "28", "2.3": "4"}}
        for name, values in results.items():
            copy = self.path(f"{name}.mou")
            shutil.copy(mine, copy)
            for code, value in values.items():
                self.mou("set", copy, code, "actual", value)
        self.mou("set", self.path("plans.mou"), "1.1", "name", "ชื่อใหม่")
        self.mou("set", mine, "1.1", "owner", "กองแผน")
        self.mou("merge", mine, self.path("works.mou"))
        self.mou("merge", mine, self.path("plans.mou"))
        text = self.mou("merge", mine, self.path("finance.mou"), status=FOUND)
        self.assertIn("1 conflict is open", text)
        self.assertIn("2.4", text)
        self.mou("merge", mine, self.path("finance.mou"), "--answer", "1=theirs")
        self.assertEqual(self.actuals(mine), {"1.1": "1250", "1.2": "5", "2.3": "4", "2.4": "28"})
        self.assertEqual(indicator(self.agreement(mine), "1.1")["name"], "ชื่อใหม่")
        self.assertEqual(indicator(self.agreement(mine), "1.1")["owner"], "กองแผน")

    def test_results_come_in_without_a_common_history(self):
        mine, other = self.year_register(), self.year_register("other.mou")
        self.mou("set", other, "1.1", "actual", "1250")
        self.mou("set", mine, "1.2", "actual", "4")
        self.mou("set", mine, "1.1", "owner", "กองแผน")
        self.mou("set", mine, "2.4", "weight", "3")
        text = self.mou("merge", mine, other, status=FOUND)
        self.assertIn("1 conflict is open", text)
        self.assertIn("weight", text)
        self.mou("merge", mine, other, "--answer", "1=mine")
        self.assertEqual(indicator(self.agreement(mine), "1.1")["owner"], "กองแผน")
        self.assertEqual(self.actuals(mine), {"1.1": "1250", "1.2": "4"})

    def test_a_copy_without_history_comes_back(self):
        mine = self.year_register()
        other = self.path("for-the-department.mou")
        self.mou("copy", mine, other, "--without-history")
        self.mou("set", other, "1.1", "actual", "1250")
        self.mou("set", mine, "1.2", "actual", "4")
        self.assertIn("Merged 1 row.", self.mou("merge", mine, other))
        self.assertEqual(self.actuals(mine), {"1.1": "1250", "1.2": "4"})

    def test_a_signed_agreement_takes_results_only(self):
        mine = self.year_register()
        other = self.path("other.mou")
        shutil.copy(mine, other)
        self.mou("sign", mine, "--despite-errors")
        self.mou("set", other, "1.1", "actual", "1250")
        self.mou("merge", mine, other)
        self.assertEqual(self.actuals(mine), {"1.1": "1250"})
        self.mou("set", other, "1.1", "weight", "13")
        before = self.snapshot()
        self.refused("merge", mine, other, saying=["1.1"])
        self.assertEqual(self.snapshot(), before)

    def test_without_a_common_history(self):
        mine = self.register()
        other = self.register("other.mou", PRINTED)
        self.assertIn("conflicts", self.mou("merge", mine, other, status=FOUND))
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
        self.refused("merge", mine, other, "--answer", "1", status=USAGE, saying=["--answer"])
        self.refused("merge", mine, other, "--answer", "1=both", status=USAGE, saying=["1=both"])
        self.refused("merge", mine, other, "--answer", "1=mine", saying=["no conflict 1"])
        self.refused("merge", mine, other, "--format", "xml", status=USAGE, saying=["xml"])
        self.refused("merge", mine, other, "--base", "missing.mou", saying=["missing.mou"])
        self.refused("merge", mine, self.write("bad.mou", "no"), saying=["bad.mou"])


if __name__ == "__main__":
    unittest.main()
