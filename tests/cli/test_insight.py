# SPDX-FileCopyrightText: The MOU Scorecard developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""insight and what-if: the sample's figures, and that asking changes no file."""

import json
import unittest
from fractions import Fraction

from mou_case import MouCase, REFUSED, SAMPLE, USAGE

TOTAL = Fraction(2150303, 570000)


class WhatIf(MouCase):
    def what_if(self, path, *arguments):
        return json.loads(self.mou("what-if", path, *arguments, "--format", "json"))

    def test_one_value(self):
        answer = self.what_if(SAMPLE, "2.4=26.00")
        self.assertEqual(answer["format"], "mou-what-if/1")
        self.assertEqual(answer["total"]["before"]["exact"], "2150303/570000")
        self.assertEqual(Fraction(answer["total"]["after"]["exact"]), TOTAL + Fraction(14, 60))
        [row] = answer["indicators"]
        self.assertEqual((row["code"], row["before"]["actual"], row["before"]["score"], row["after"]["actual"], row["after"]["score"]),
                         ("2.4", "27.12", "3.0000", "26", "4.0000"))

    def test_several_values(self):
        answer = self.what_if(SAMPLE, "2.4=25.50", "1.3=1200", "๓.๑=4")
        self.assertEqual([row["after"]["score"] for row in answer["indicators"]], ["5.0000", "5.0000", "4.0000"])
        self.assertEqual(answer["indicators"][2]["before"]["state"], "pending")
        self.assertEqual(answer["total"]["after"]["evaluated_weight"], "65")

    def test_text_says_the_same(self):
        text = self.mou("what-if", SAMPLE, "2.4=26.00")
        self.assertRegex(text, r"(?m)^2\.4 .* 27\.12 +3\.0000 +→ +26 +4\.0000 +\+1\.0000")
        self.assertRegex(text, r"3\.7725 → 4\.0058 +\+0\.2333")
        self.assertIn("2150303/570000 → ", text)

    def test_same_as_reporting_it(self):
        """What would be scored is what is scored once it is reported."""
        path = self.register()
        answer = self.what_if(path, "2.3=7.7")
        self.mou("set", path, "2.3", "actual", "7.7")
        self.assertEqual(self.evaluate(path)["total"]["exact"], answer["total"]["after"]["exact"])

    def test_file_is_untouched(self):
        path = self.register()
        before = path.read_bytes()
        self.mou("what-if", path, "2.4=26")
        self.mou("insight", path, "--target", "4.2")
        self.assertEqual(path.read_bytes(), before)

    def test_wrong_input(self):
        for pairs, status, saying in [
                (["9.9=1"], REFUSED, ["“9.9”", "mwa-2567.json"]),
                (["1=3"], REFUSED, ["1 is a group"]),
                (["2.4"], USAGE, ["CODE=NUMBER", "“2.4”"]),
                (["=5"], USAGE, ["“=5”"]),
                (["2.4="], USAGE, ["“2.4=”"]),
                (["2.4=abc"], REFUSED, ["2.4: ", "a"]),
                (["2.4=1", "2.4=2"], USAGE, ["“2.4=2”"]),
                (["2.4=1", "--assessment", "อื่น"], REFUSED, ["“อื่น”"]),
                (["2.4=1", "--format", "csv"], USAGE, ["“csv”"]),
                ([], USAGE, ["mou what-if FILE"]),
        ]:
            self.refused("what-if", SAMPLE, *pairs, status=status, saying=saying)


class Insight(MouCase):
    def insight(self, *arguments):
        return json.loads(self.mou("insight", SAMPLE, "--format", "json", *arguments))

    def row(self, answer, code):
        return next(row for row in answer["indicators"] if row["code"] == code)

    def test_needed(self):
        row = self.row(self.insight(), "2.4")
        self.assertEqual([need["value"] for need in row["needed"]], [None, "28.12", "27.12", "26", "25.5"])
        self.assertEqual([need["reached"] for need in row["needed"]], ["any", "at", "at", "at", "at"])
        self.assertEqual(row["lift"]["value"], "27.072")  # 0.01 × 60 ÷ 14 of a level 1.12 long

    def test_lift_is_what_it_says(self):
        """Reporting the value that is said to lift the total by 0.01 lifts it by exactly that."""
        for row in self.insight()["indicators"]:
            lift = row["lift"]
            if lift["reached"] != "at" or row["state"] != "scored":
                continue
            if Fraction(lift["exact"]) != Fraction(lift["value"]):
                continue  # no decimal says it
            answer = json.loads(self.mou("what-if", SAMPLE, f"{row['code']}={lift['value']}", "-f", "json"))
            self.assertEqual(Fraction(answer["total"]["after"]["exact"]), TOTAL + Fraction(1, 100), row["code"])

    def test_sensitivity_is_ranked(self):
        ranks = self.insight()["sensitivity"]
        self.assertEqual(ranks[0], {"code": "2.4", "open": "7/25", "per_unit": "1/8"})
        values = [Fraction(rank["open"]) for rank in ranks]
        self.assertEqual(values, sorted(values, reverse=True))

    def test_past(self):
        answer = self.insight()
        self.assertEqual({key: self.row(answer, "1.3")["past"][key] for key in ["years", "top_met", "middle_met", "middle_never_met"]},
                         {"years": 5, "top_met": 0, "middle_met": 0, "middle_never_met": True})
        self.assertTrue(self.row(answer, "2.2.1")["past"]["top_met_last_year"])

    def test_improvement_is_what_it_says(self):
        """Reporting the improvements gives the total that is promised."""
        for target in ["3.78", "4.2", "4.5", "4.9", "5"]:
            improvement = self.insight("--target", target)["improvement"]
            self.assertTrue(improvement["reachable"] and improvement["optimal"], target)
            self.assertGreaterEqual(Fraction(improvement["exact"]), Fraction(target))
            pairs = [f"{change['code']}={change['to']}" for change in improvement["changes"]]
            answer = json.loads(self.mou("what-if", SAMPLE, *pairs, "-f", "json"))
            self.assertEqual(answer["total"]["after"]["exact"], improvement["exact"])

    def test_prices_and_limits(self):
        self.assertEqual(self.insight("--target", "3.5")["improvement"]["changes"], [])
        self.assertFalse(self.insight("--target", "5.1")["improvement"]["reachable"])
        codes = [change["code"] for change in self.insight("--target", "4", "--price", "2.4=1000")["improvement"]["changes"]]
        self.assertNotIn("2.4", codes)
        self.assertNotIn("improvement", self.insight())

    def test_forecast_repeats(self):
        once = self.insight("--seed", "7", "--draws", "2000", "--target", "3.5")["forecast"]
        self.assertEqual(once, self.insight("--seed", "7", "--draws", "2000", "--target", "3.5")["forecast"])
        self.assertNotEqual(once["mean"], self.insight("--seed", "8", "--draws", "2000")["forecast"]["mean"])
        figures = [float(once["percentiles"][key]) for key in ["5", "25", "50", "75", "95"]]
        self.assertEqual(figures, sorted(figures))
        self.assertTrue(0 < float(once["probability"]) < 1)
        self.assertEqual(len(once["indicators"]), 21)

    def test_text_has_all_answers(self):
        text = self.mou("insight", SAMPLE, "--target", "4.2", LC_ALL="C")
        row = next(line for line in text.split("\n") if line.startswith("2.4 "))
        for cell in ["28.12", "27.12", "25.5", "27.072"]:
            self.assertIn(cell, row)
        for part in ["Points to be had", "Level 5 met", "hard: ", "easy: ", "cheapest improvements that reach 4.2", "level-spans",
                     "Standard deviation", "Percentile 95", "Chance of reaching 4.2"]:
            self.assertIn(part, text)
        self.assertIn("cannot be reached", self.mou("insight", SAMPLE, "--target", "5.5"))
        self.assertIn("reached already", self.mou("insight", SAMPLE, "--target", "3"))

    def test_nothing_assessed(self):
        data = json.loads(SAMPLE.read_text(encoding="utf-8"))
        data["agreement"].pop("assessments")
        path = self.write("new.json", json.dumps(data, ensure_ascii=False))
        text = self.mou("insight", path, "--target", "4")
        self.assertIn("Nothing has been assessed yet", text)
        self.assertIn("nothing to lift", text)
        answer = json.loads(self.mou("what-if", path, "2.4=26", "-f", "json"))
        self.assertEqual((answer["total"]["before"]["score"], answer["total"]["after"]["score"]), (None, "4.0000"))

    def test_wrong_usage(self):
        for options, status, saying in [
                (["--target", "good"], USAGE, ["--target"]),
                (["--draws", "0"], USAGE, ["--draws"]),
                (["--draws", "99999999"], USAGE, ["--draws"]),
                (["--seed", "-1"], USAGE, ["--seed"]),
                (["--price", "2.4=1"], USAGE, ["--target"]),
                (["--target", "4", "--price", "2.4=-1"], REFUSED, ["2.4=-1"]),
                (["--target", "4", "--price", "9=1"], REFUSED, ["“9”"]),
                (["--format", "csv"], USAGE, ["“csv”"]),
        ]:
            self.refused("insight", SAMPLE, *options, status=status, saying=saying)


if __name__ == "__main__":
    unittest.main()
