# SPDX-FileCopyrightText: The MOU Scorecard developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Commands that only read, on the sample as JSON: help, list, show, evaluate, check, export."""

import csv
import io
import json
import os
import pathlib
import subprocess
import unittest

from mou_case import DONE, FOUND, MouCase, PRINTED, REFUSED, SAMPLE, SYSTEM, USAGE

COMMANDS = ["new", "import", "list", "show", "evaluate", "insight", "what-if", "check", "report", "export", "set", "undo", "redo", "history", "new-year"]


def columns(line):
    """Terminal columns: Thai vowels and tone marks above and below take none."""
    return sum(0 if c in "\u0e31\u0e34\u0e35\u0e36\u0e37\u0e38\u0e39\u0e3a\u0e47\u0e48\u0e49\u0e4a\u0e4b\u0e4c\u0e4d\u0e4e" else 1 for c in line)


class Help(MouCase):
    def test_overview_names_every_command(self):
        text = self.mou("--help")
        for command in COMMANDS:
            self.assertRegex(text, rf"(?m)^  {command} +\S")
        self.assertEqual(text, self.mou("help"))

    def test_each_command_has_synopsis_and_examples(self):
        for command in COMMANDS:
            text = self.mou(command, "--help")
            self.assertIn(f"mou {command} [OPTION…] FILE", text)
            self.assertRegex(text, rf"Examples?:\n  mou {command} ")
            self.assertEqual(text, self.mou("help", command))

    def test_wrong_usage(self):
        self.refused(status=USAGE, saying=["mou --help"])
        self.refused("evalaute", SAMPLE, status=USAGE, saying=["“evalaute”", "did you mean “evaluate”"])
        self.refused("help", "xyzzy", status=USAGE, saying=["“xyzzy”"])
        self.refused("show", status=USAGE, saying=["mou show FILE"])
        self.refused("show", SAMPLE, SAMPLE, status=USAGE, saying=["mou show FILE"])
        self.refused("show", SAMPLE, "--nonsense", status=USAGE, saying=["--nonsense"])
        self.refused("evaluate", SAMPLE, "--format", "xml", status=USAGE, saying=["“xml”", "json"])
        self.refused("check", SAMPLE, "--format", "csv", status=USAGE, saying=["“csv”"])
        self.refused("set", SAMPLE, "1.1", "weight", "3", status=USAGE, saying=["mwa-2567.json", "import"])

    def test_version(self):
        self.assertRegex(self.mou("--version"), r"^mou \d+\.\d+\.\d+\n$")


class Tables(MouCase):
    def test_list(self):
        text = self.mou("list", SAMPLE)
        self.assertIn("กปน./2567", text)
        self.assertIn("ทดสอบเกณฑ์ด้วยผลปีบัญชี 2566", text)

    def test_show_is_aligned(self):
        lines = self.mou("show", SAMPLE).split("\n")
        ruler = next(line for line in lines if line.startswith("──"))
        starts = [i for i, c in enumerate(ruler) if c == "─" and (i == 0 or ruler[i - 1] == " ")]
        rows = lines[lines.index(ruler) + 1:-1]
        self.assertEqual(len(rows), 26)
        for row in rows:
            cells = "".join(c for c in row if columns(c) == 1)
            for start in starts[1:]:
                if start <= len(cells):
                    self.assertEqual(cells[start - 1], " ", row)

    def test_show_has_what_the_form_has(self):
        text = self.mou("show", SAMPLE)
        row = next(line for line in text.split("\n") if line.startswith("1.1 "))
        for cell in ["กิโลเมตร", "784.56", "1,002.42", "1,271.47*", "1,100.00", "1,300.00", "-/+50"]:
            self.assertIn(cell, row)
        self.assertIn("…", text)
        self.assertNotIn("…", self.mou("show", SAMPLE, "--wide"))

    def test_output_is_utf8_in_any_locale(self):
        self.assertEqual(self.mou("show", SAMPLE, LC_ALL="C"), self.mou("show", SAMPLE))


class Evaluate(MouCase):
    def test_json_has_the_published_total(self):
        result = self.evaluate(SAMPLE)
        self.assertEqual(result["total"], {"score": "3.7725", "exact": "2150303/570000", "points": "2.2635",
                                           "evaluated_weight": "60", "weight": "100", "complete": False})
        scores = {row["code"]: row["score"] for row in result["indicators"]}
        self.assertEqual({code: scores[code] for code in ["1.1", "1.2", "1.3", "2.1", "2.3", "2.4", "2.5", "3.4"]},
                         {"1.1": "4.4294", "1.2": "1.0000", "1.3": "2.9976", "2.1": "4.6000", "2.3": "3.5263", "2.4": "3.0000",
                          "2.5": "3.0000", "3.4": None})

    def test_text_and_csv_agree_with_json(self):
        result = self.evaluate(SAMPLE)
        text = self.mou("evaluate", SAMPLE)
        self.assertIn("3.7725", text)
        self.assertIn("60 of 100", text)
        records = list(csv.DictReader(io.StringIO(self.mou("evaluate", SAMPLE, "-f", "csv").removeprefix("\ufeff"))))
        self.assertEqual([row["score"] for row in records[:-1]], [row["score"] or "" for row in result["indicators"]])
        self.assertEqual(records[-1]["score"], "3.7725")

    def test_why(self):
        self.assertIn("4.4294", self.mou("evaluate", SAMPLE, "--why", "1.1"))
        self.assertIn("3.7725", self.mou("evaluate", SAMPLE, "--why", "total"))
        self.refused("evaluate", SAMPLE, "--why", "9.9", saying=["“9.9”", "mwa-2567.json"])

    def test_selection(self):
        chosen = self.evaluate(SAMPLE, "--assessment", "ทดสอบเกณฑ์ด้วยผลปีบัญชี 2566", "--agreement", "กปน./๒๕๖๗")
        self.assertEqual(chosen, self.evaluate(SAMPLE))
        self.refused("evaluate", SAMPLE, "--assessment", "อื่น", saying=["“อื่น”"])
        self.refused("evaluate", SAMPLE, "--assessment", "อื่น", saying=["“อื่น”"], LC_ALL="C")
        self.refused("evaluate", SAMPLE, "--agreement", "กปน./2568", saying=["“กปน./2568”", "กปน./2567"])


class Check(MouCase):
    WRONG = {"1.1/level/2": "1150", "2.3/level/3": "7.46", "2.4/level/4": "26.00"}

    def notation_fixes(self, path, status):
        findings = json.loads(self.mou("check", path, "--format", "json", status=status))["findings"]
        return {finding["place"]: finding["fix"]["value"] for finding in findings
                if finding["code"] == "notation-disagrees" and "fix" in finding}

    def test_the_three_rows_of_the_printed_agreement(self):
        self.assertEqual(self.notation_fixes(PRINTED, FOUND), self.WRONG)
        self.assertEqual(self.notation_fixes(SAMPLE, DONE), {})

    def test_text_says_the_same(self):
        text = self.mou("check", PRINTED, status=FOUND)
        for place, value in self.WRONG.items():
            self.assertRegex(text, rf"(?m)^{place}: .*\[fix: {value}\]$")


class Export(MouCase):
    def test_same_content_and_same_bytes(self):
        once = self.mou("export", SAMPLE)
        self.assertEqual(json.loads(once), json.loads(SAMPLE.read_text(encoding="utf-8")))
        path = self.write("once.json", once)
        self.assertEqual(self.mou("export", path), once)
        self.assertEqual(self.mou("export", SAMPLE, "-o", "out.json"), "")
        self.assertEqual(self.path("out.json").read_text(encoding="utf-8"), once)

    def test_only_what_the_name_says(self):
        self.refused("export", SAMPLE, "-o", "out.pdf", status=USAGE, saying=["out.pdf", ".csv"])
        self.assertFalse(self.path("out.pdf").exists())

    def test_failure_leaves_what_was_there(self):
        self.write("out.json", "precious")
        self.refused("export", self.write("bad.json", "{}"), "-o", "out.json", saying=["bad.json", "“format”"])
        self.refused("export", SAMPLE, "-o", "nowhere/out.json", status=SYSTEM, saying=["nowhere/out.json"])

    def test_lost_output_is_an_error(self):
        if not pathlib.Path("/dev/full").exists():
            self.skipTest("no /dev/full")
        with open("/dev/full", "wb") as full:
            run = subprocess.run([os.environ["MOU"], "export", SAMPLE], stdout=full, stderr=subprocess.PIPE, check=False)
        self.assertEqual(run.returncode, SYSTEM)
        self.assertIn("standard output", run.stderr.decode())


class BadInput(MouCase):
    def test_json(self):
        text = SAMPLE.read_text(encoding="utf-8")
        for wrong, saying in [
                (text.replace('"weight"', '"wieght"', 1), ["agreement.indicators[0]: ", "unknown key “wieght”", "weight"]),
                (text.replace('"weight": "10"', '"weight": "1O"', 1), ["agreement.indicators[0].children[0].weight: ", "1O"]),
                (text.replace('"code": "1.2"', '"code": "1.1"', 1), ["agreement.indicators[0].children[1].code: ", "“1.1”"]),
                (text.replace('"unit"', '"name"', 1), ["line ", "“name” stands twice"]),
                (text[:5000], ["line "]),
                ("", ["line 1, column 1"]),
        ]:
            path = self.write("wrong.json", wrong)
            for command in ["list", "show", "evaluate", "check", "export"]:
                self.refused(command, path, saying=["wrong.json: ", *saying])
            self.refused("import", "new.mou", path, saying=["wrong.json: ", *saying])
            self.assertFalse(self.path("new.mou").exists())

    def test_missing_files(self):
        for command in ["list", "show", "evaluate", "check", "export"]:
            self.refused(command, "missing.json", status=REFUSED, saying=["missing.json", "no such file"])
            self.refused(command, "missing.mou", status=REFUSED, saying=["missing.mou", "no such file"])


if __name__ == "__main__":
    unittest.main()
