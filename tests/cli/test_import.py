# SPDX-FileCopyrightText: The MOU Scorecard developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Import and new: what comes into a register, what is said about it, and that it comes out the same."""

import csv
import io
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
        self.refused("import", register, self.write("a.csv", "a,b"), saying=["a.csv", "line 1", "code"])
        self.refused("import", self.write("foreign.mou", "not a register"), SAMPLE, saying=["foreign.mou"])
        self.refused("import", "new.json", SAMPLE, status=USAGE, saying=["new.json", ".mou"])
        self.refused("new", "new.json", status=USAGE, saying=["new.json", ".mou"])
        self.refused("import", "nowhere/my.mou", SAMPLE, status=SYSTEM, saying=["nowhere/my.mou"])


class Tables(MouCase):
    """The data workbook and the CSV of indicators."""

    def read_csv(self, name="a.csv"):
        with open(self.path(name), encoding="utf-8-sig", newline="") as file:
            return list(csv.reader(file))

    def write_csv(self, rows, name="a.csv", encoding="utf-8", delimiter=","):
        text = io.StringIO(newline="")
        csv.writer(text, delimiter=delimiter).writerows(rows)
        self.path(name).write_bytes(text.getvalue().encode(encoding))
        return self.path(name)

    def test_workbook_round_trip_gives_the_same_bytes(self):
        register = self.register()
        self.mou("export", register, "-o", "once.xlsx")
        self.assertIn("Nothing to change", self.mou("import", register, "once.xlsx"))
        self.mou("import", "other.mou", "once.xlsx")
        self.mou("export", "other.mou", "-o", "twice.xlsx")
        self.assertEqual(self.path("once.xlsx").read_bytes(), self.path("twice.xlsx").read_bytes())
        self.assertEqual(self.mou("export", "other.mou"), self.mou("export", register))

    def test_csv_brings_exactly_what_was_edited(self):
        register = self.register()
        self.mou("export", register, "-o", "a.csv")
        self.assertIn("Nothing to change", self.mou("import", register, "a.csv"))
        rows = self.read_csv()
        heading = rows[0]
        first = next(row for row in rows if row[0] == "1.1")
        first[heading.index("น้ำหนัก")] = "๑๒.๕"
        first[heading.index("ผลการดำเนินงาน 2562")] = ""
        first[heading.index("ระดับ 3")] = "1210"
        text = self.mou("import", register, self.write_csv(rows), "--dry-run")
        self.assertIn("Added 0, changed 2, removed 1.", text)
        self.assertEqual(text.count("\n"), 4)
        self.assertEqual(self.mou("import", register, "a.csv"), text)
        after = json.loads(self.mou("export", register))["agreement"]["indicators"][0]["children"][0]
        self.assertEqual(after["weight"], "12.5")
        self.assertEqual(after["levels"][2], {"value": "1210"})
        self.assertNotIn("2562", after["history"])
        self.mou("undo", register)
        self.assertEqual(self.mou("export", register), self.mou("export", SAMPLE))

    def test_csv_of_another_program(self):
        register = self.register()
        rows = [["ตารางตัวชี้วัด"], ["น้ำหนัก", "ลำดับ", "ตัวชี้วัด"], ["9", "1.1", "โครงการ ก"],
                ["5", "1.5", "ประสิทธิภาพ"], ["3", "1.9", "ใหม่"], ["12", "รวม", ""], ["12", "", "รวมทั้งสิ้น"]]
        text = self.mou("import", register, self.write_csv(rows, encoding="tis-620", delimiter=";"))
        self.assertIn("TIS-620, separated by ;", text)
        self.assertIn("Added 1, changed 2, removed 0.", text)
        group = json.loads(self.mou("export", register))["agreement"]["indicators"][0]["children"]
        self.assertEqual(group[0]["name"], "โครงการ ก")
        self.assertEqual(group[-1]["code"], "1.9")
        self.assertEqual(group[-1]["kind"], "linear")

    def test_nothing_is_written_when_a_row_is_wrong(self):
        register = self.register()
        heading = ["code", "weight"]
        for rows, saying in [
                ([heading, ["1.1", "11"], ["1.2", "x"]], ["line 3, column 2", "weight", "x"]),
                ([heading, ["1.1", "11"], ["1.1", "12"]], ["line 3, column 1", "twice"]),
                ([heading, ["", "11"]], ["line 2, column 1"]),
                ([["code", "wait"], ["1.1", "11"]], ["no heading"]),
                ([["code", "weight", "wait"], ["1.1", "11"]], ["line 1, column 3", "wait"]),
                ([["code", "level 3"], ["1.1", "N/A"]], ["line 2, column 2"]),
                ([["code", "2566"], ["1.1", "many"]], ["line 2, column 2"]),
                ([["code", "group"], ["1.1", "7"]], ["line 2, column 2", "7"])]:
            self.refused("import", register, self.write_csv(rows, "bad.csv"), saying=["bad.csv", *saying])
        self.refused("import", register, self.write("open.csv", 'code,weight\n"1.1,5\n'), saying=["line 2", "never closed"])
        self.refused("import", "new.mou", self.write_csv([heading, ["1", "5"]]), saying=["agreement"])

    def test_which_agreement(self):
        register = self.register()
        self.mou("new-year", register)
        table = self.write_csv([["code", "weight"], ["1.1", "11"]])
        self.refused("import", register, table, saying=["agreement"])
        self.mou("import", register, table, "--agreement", "กปน./2568")
        self.assertIn('"weight": "11"', self.mou("export", register, "--agreement", "กปน./2568"))
        self.assertEqual(self.mou("export", register, "--agreement", "กปน./2567"), self.mou("export", SAMPLE))


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
