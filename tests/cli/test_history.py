# SPDX-FileCopyrightText: The MOU Scorecard developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""History: who changed what, what has become of the signed version, and values that come back."""

import datetime
import json
import unittest

from mou_case import FOUND, MouCase, SAMPLE, USAGE


class SinceSigning(MouCase):
    def signed(self):
        register = self.register()
        self.mou("set", register, "agreement", "status", "signed")
        return register

    def test_the_net_difference(self):
        register = self.signed()
        self.assertIn("No difference", self.mou("diff", register, "--since-signed"))
        self.mou("reopen", register, "--reason", "เปลี่ยนผู้รับผิดชอบ")
        self.mou("set", register, "1.1", "owner", "ฝ่ายแผน")
        self.mou("set", register, "1.2", "owner", "ฝ่ายแผน")
        self.mou("set", register, "1.2", "owner", "")
        text = self.mou("diff", register, "--since-signed", status=FOUND)
        self.assertIn("ฝ่ายแผน", text)
        self.assertNotIn("1.2", text)
        found = json.loads(self.mou("diff", register, "--since-signed", "--agreement", "กปน./2567", "--format", "json", status=FOUND))
        self.assertEqual({d["agreement"] for d in found["differences"]}, {"กปน./2567"})
        self.assertEqual(self.mou("diff", register, "--since", "2", status=FOUND), text)
        self.assertEqual(self.mou("diff", register, "--since", "๒", status=FOUND), text)

    def test_refusals(self):
        register = self.register()
        for arguments, status, saying in [
                ([register], USAGE, ["--since-signed"]),
                ([register, "--since", "x"], USAGE, ["--since"]),
                ([register, "--since", "99"], 3, ["99"]),
                ([register, "--since", "1", "--since-signed"], USAGE, ["--since"]),
                ([register, register, "--since", "1"], USAGE, ["--since"]),
                ([register, register, "--agreement", "กปน./2567"], USAGE, ["--agreement"]),
                ([register, "--since-signed", "--agreement", "กปน./2599"], 3, ["2599"]),
                ([register, "--since-signed"], 3, ["กปน./2567", "never been signed"]),
                ([SAMPLE, "--since-signed"], USAGE, [".json"]),
        ]:
            self.refused("diff", *arguments, status=status, saying=saying)
        self.mou("new", "empty.mou")
        self.refused("diff", "empty.mou", "--since-signed")


class Search(MouCase):
    def entries(self, register, *arguments):
        text = self.mou("history", register, "--limit", "0", "--format", "json", *arguments)
        return [entry["entry"] for entry in json.loads(text)["entries"]]

    def test_filters(self):
        register = self.register()
        self.mou("set", register, "1.1", "weight", "12")
        self.mou("set", register, "1.1", "actual", "1250")
        self.mou("set", register, "2.4", "name", "น้ำหาย")
        self.mou("undo", register)
        today = datetime.date.today()
        thai = f"{today.day}/{today.month}/{today.year + 543}"
        for arguments, expected in [
                ([], [5, 4, 3, 2, 1]),
                (["--indicator", "1.1"], [3, 2, 1]),
                (["--indicator", "1", "--agreement", "กปน./2567"], [3, 2, 1]),
                (["--agreement", "กปน./2567"], [5, 4, 3, 2, 1]),
                (["--search", "นํ้าหาย"], [5, 4]),
                (["--search", "๑๒๕๐"], [3, 1]),
                (["--standing"], [3, 2, 1]),
                (["--since", today.isoformat(), "--until", thai], [5, 4, 3, 2, 1]),
                (["--until", "2500-01-01"], []),
                (["--limit", "2"], [5, 4]),
        ]:
            self.assertEqual(self.entries(register, *arguments), expected, arguments)
        author = json.loads(self.mou("history", register, "--format", "json"))["entries"][0]["author"]
        self.assertEqual(len(self.entries(register, "--author", author.upper())), 5)
        self.assertIn("No entry", self.mou("history", register, "--until", "2500-01-01"))

    def test_since_signed(self):
        register = self.register()
        self.mou("set", register, "agreement", "status", "signed")
        self.mou("rebase", register, "1.1", "1180", "--reason", "ค่า Ft")
        self.assertEqual(self.entries(register, "--since-signed"), [3])

    def test_what_json_says(self):
        register = self.register()
        self.mou("set", register, "1.1", "level/4", "1251")
        entry = json.loads(self.mou("history", register, "--format", "json", "--limit", "1"))["entries"][0]
        self.assertEqual((entry["kind"], entry["undone"], entry["lines_left_out"]), ("edit", False, 0))
        line = entry["lines"][0]
        self.assertEqual(
            {key: line[key] for key in ["line", "kind", "agreement", "indicator", "entity", "place", "field", "before", "after", "restorable"]},
            {"line": 1, "kind": "changed", "agreement": "กปน./2567", "indicator": "1.1", "entity": "level", "place": "level 4 of 1.1",
             "field": "value", "before": "1250", "after": "1251", "restorable": True})

    def test_refusals(self):
        register = self.register()
        for arguments, status, saying in [
                (["--indicator", "9.9"], 3, ["9.9"]),
                (["--agreement", "x/2567"], 3, ["x/2567"]),
                (["--author", "nobody at all"], 3, ["nobody at all"]),
                (["--since", "yesterday"], USAGE, ["yesterday"]),
                (["--since-signed"], 3, ["never been signed"]),
                (["--format", "xml"], USAGE, ["xml"]),
                (["--limit", "-1"], USAGE, ["--limit"]),
        ]:
            self.refused("history", register, *arguments, status=status, saying=saying)


class Restore(MouCase):
    def test_a_value_and_a_row(self):
        register = self.register()
        before = self.mou("export", register)
        self.mou("set", register, "1.1", "weight", "12")
        self.mou("set", register, "1.1", "level/4", "-")
        self.assertIn("Restore weight of 1.1", self.mou("restore", register, "2"))
        self.assertIn("Restore level 4 of 1.1", self.mou("restore", register, "๓", "1"))
        self.assertEqual(self.mou("export", register), before)
        self.assertIn("Nothing to change", self.mou("restore", register, "2"))
        self.mou("undo", register)
        self.mou("undo", register)
        self.assertNotEqual(self.mou("export", register), before)

    def test_one_of_several_lines(self):
        register = self.register()
        self.mou("set", register, "1.1", "level/4", "มาก")
        self.refused("restore", register, "2", saying=["my.mou", "2 lines"])
        self.mou("restore", register, "2", "1")

    def test_refusals(self):
        register = self.register()
        for arguments, status, saying in [
                (["x"], USAGE, ["“x”"]),
                (["0"], USAGE, ["“0”"]),
                (["1", "-1"], USAGE, []),
                (["2"], 3, ["my.mou", "2"]),
                (["1", "9999"], 3, ["9999"]),
                (["1"], 3, ["nothing before"]),
        ]:
            self.refused("restore", register, *arguments, status=status, saying=saying)
        self.refused("restore", SAMPLE, "1", status=USAGE, saying=[".json"])


if __name__ == "__main__":
    unittest.main()
