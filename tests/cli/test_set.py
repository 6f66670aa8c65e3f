# SPDX-FileCopyrightText: The MOU Scorecard developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Set, undo, redo and history: what they change is in the file afterwards."""

import json
import os
import unittest

from mou_case import FOUND, MouCase, USAGE, indicator


class Set(MouCase):
    # selector, field, value; what then stands in the export, and where
    EDITS = [
        ("1.1", "weight", "๑๒.๕", "12.5", lambda a: indicator(a, "1.1")["weight"]),
        ("1.1", "name", "ท่อ", "ท่อ", lambda a: indicator(a, "1.1")["name"]),
        ("1.1", "unit", "", None, lambda a: indicator(a, "1.1").get("unit")),
        ("1.1", "level/1", "<1,100", {"op": "<", "value": "1100"}, lambda a: indicator(a, "1.1")["levels"][0]),
        ("1.1", "level/2", "-", None, lambda a: indicator(a, "1.1")["levels"][1]),
        ("1.1", "level/4", "-5", {"value": "-5"}, lambda a: indicator(a, "1.1")["levels"][3]),
        ("1.1", "level/5", "ดีเลิศ", {"text": "ดีเลิศ"}, lambda a: indicator(a, "1.1")["levels"][4]),
        ("1.1", "history/2566", "N/A", "N/A", lambda a: indicator(a, "1.1")["history"]["2566"]),
        ("1.1", "history/๒๕๖๕", "-", "-", lambda a: indicator(a, "1.1")["history"]["2565"]),
        ("1.1", "notation", "-/+60", "-/+60", lambda a: indicator(a, "1.1")["notation"]),
        ("agreement", "status", "proposed", "proposed", lambda a: a["agreement"]["status"]),
        ("agreement", "rounding", "child4", "child4", lambda a: a["agreement"]["rounding"]),
        ("organisation", "name_en", "MWA", "MWA", lambda a: a["organisation"]["name_en"]),
    ]

    def exported(self, register):
        return json.loads(self.mou("export", register))

    def test_set_undo_redo(self):
        register = self.register()
        original = self.mou("export", register)
        for selector, field, value, _, _ in self.EDITS:
            self.assertTrue(self.mou("set", register, selector, field, value))
        changed = self.mou("export", register)
        for _, field, _, expected, find in self.EDITS:
            self.assertEqual(find(json.loads(changed)), expected, field)
        for _ in self.EDITS:
            self.assertRegex(self.mou("undo", register), "^Undone: ")
        self.assertEqual(self.mou("export", register), original)
        for _ in self.EDITS:
            self.assertRegex(self.mou("redo", register), "^Done again: ")
        self.assertEqual(self.mou("export", register), changed)
        self.refused("redo", register, saying=["nothing to redo"])

    def test_results_go_to_an_assessment(self):
        self.register(source=os.environ["MOU_FULL"])
        self.mou("set", "my.mou", "1.1", "actual", "97", "--assessment", "รอบปี")
        self.mou("set", "my.mou", "1.1", "narrative", "ใหม่", "--assessment", "รอบปี")
        self.mou("set", "my.mou", "1.1", "variable/b", "27", "--assessment", "รอบปี")
        self.mou("set", "my.mou", "1.2", "gate/2", "1", "--assessment", "รอบปี")
        self.mou("set", "my.mou", "1.3", "item/2", "0.25", "--assessment", "รอบปี")
        self.mou("reopen", "my.mou", "--reason", "แก้ไขค่าเกณฑ์วัด")
        self.mou("set", "my.mou", "1.2", "measure-level/1", "0.5")
        self.mou("set", "my.mou", "1.2", "measure/unit", "เท่า")
        exported = self.exported("my.mou")
        results = exported["agreement"]["assessments"][0]["results"]
        self.assertEqual(results["1.1"]["value"], "97")
        self.assertEqual(results["1.1"]["narrative"], "ใหม่")
        self.assertEqual(results["1.1"]["variables"], {"a": "14.575", "b": "27"})
        self.assertEqual(results["1.2"]["gates"], {"1": "1", "2": "1"})
        self.assertEqual(results["1.3"]["items"], ["1", "0.25", "0.5"])
        self.assertEqual(indicator(exported, "1.2")["measure"]["levels"][0], {"value": "0.5"})
        self.assertEqual(indicator(exported, "1.2")["measure"]["unit"], "เท่า")

    def test_weight_changes_score_and_findings(self):
        register = self.register()
        self.mou("set", register, "1.1", "weight", "12")
        self.assertEqual(self.evaluate(register)["total"]["weight"], "102")
        self.assertIn("weight", self.mou("check", register, status=FOUND))
        self.mou("undo", register)
        self.assertEqual(self.evaluate(register)["total"]["exact"], "2150303/570000")

    def test_same_value_is_no_edit(self):
        register = self.register()
        before = register.read_bytes()
        self.assertIn("Nothing to change", self.mou("set", register, "1.1", "weight", "10"))
        self.assertEqual(register.read_bytes(), before)

    def test_refusals(self):
        register = self.register()
        for selector, field, value, status, saying in [
                ("1.1", "weight", "ten", 3, ["1.1 weight", "ten"]),
                ("1.1", "wieght", "10", 2, ["1.1 wieght", "weight"]),
                ("1.1", "group", "1", 2, ["1.1 group"]),
                ("9.9", "weight", "10", 3, ["“9.9”"]),
                ("1.1", "level/9", "10", 3, ["1.1 level/9"]),
                ("1.1", "level/x", "10", 2, ["“x”"]),
                ("1.1", "history/2024", "10", 3, ["2024"]),
                ("1.1", "code", "1.2", 3, ["1.2"]),
                ("1.1", "variable/q", "1", 3, ["“q”"]),
                ("agreement", "status", "done", 3, ["done", "draft"]),
                ("agreement", "fiscal_year", "2024", 3, ["2024"]),
        ]:
            self.refused("set", register, selector, field, value, status=status, saying=["my.mou", *saying])
        self.refused("set", register, "1.1", "actual", "1", "--assessment", "none", saying=["“none”"])
        self.refused("set", register, "1.1", "--wieght", "1", status=USAGE, saying=["--wieght"])


class History(MouCase):
    def test_undo_and_redo_end(self):
        self.mou("new", "my.mou")
        self.refused("undo", "my.mou", saying=["my.mou", "nothing to undo"])
        self.refused("redo", "my.mou", saying=["my.mou", "nothing to redo"])

    def test_tells_the_edits_newest_first(self):
        register = self.register()
        self.mou("set", register, "1.1", "weight", "11")
        self.mou("set", register, "1.1", "weight", "12")
        self.mou("undo", register)
        text = self.mou("history", register)
        self.assertLess(text.index("12"), text.index("import") if "import" in text else len(text))
        self.assertIn("(undone)", text)
        self.assertIn("10 → 11", text)
        one = self.mou("history", register, "--limit", "1")
        self.assertLess(len(one), len(text))


if __name__ == "__main__":
    unittest.main()
