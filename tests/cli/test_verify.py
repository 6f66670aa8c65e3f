# SPDX-FileCopyrightText: The MOU Scorecard developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Verify and diff: what a file and its reports carry, and what two registers say differently."""

import json
import re
import shutil
import unittest

from mou_case import FOUND, MouCase, PRINTED, SAMPLE, USAGE

CODE = re.compile(r"\b[0-9A-Z]{5}(?:-[0-9A-Z]{5}){3}\b")


class Verify(MouCase):
    def code(self, path):
        return CODE.search(self.mou("verify", path)).group()

    def test_a_register_and_its_json_have_one_code(self):
        register = self.register()
        text = self.mou("verify", register)
        self.assertIn("whole", text)
        self.assertIn("1 entry", text)
        self.assertEqual(CODE.findall(text), [self.code(SAMPLE)])
        self.mou("set", register, "1.1", "weight", "12")
        self.assertIn("2 entries", self.mou("verify", register))
        self.assertNotEqual(self.code(register), self.code(SAMPLE))
        self.mou("undo", register)
        self.assertEqual(self.code(register), self.code(SAMPLE))

    def test_reports(self):
        register = self.register()
        for name, form in [("a.xlsx", "agreement"), ("b.xlsx", "evaluation"), ("c.txt", "agreement"), ("d.txt", "evaluation")]:
            self.mou("report", register, "--form", form, "-o", name)
            self.assertIn("กปน./2567", self.mou("verify", register, name).split("\n")[-2])
        self.mou("set", register, "1.1", "weight", "12")
        for name in ["a.xlsx", "b.xlsx", "c.txt", "d.txt"]:
            self.assertIn(self.code(SAMPLE), self.mou("verify", register, name, status=FOUND))

    def test_a_code_as_people_type_it(self):
        register = self.register()
        code = self.code(register)
        for typed in [code, code.lower(), code.replace("-", ""), code.replace("0", "o").replace("1", "l")]:
            self.mou("verify", register, typed)
        self.mou("verify", register, code[:-1] + ("0" if code[-1] != "0" else "2"), status=FOUND)

    def test_refusals(self):
        register = self.register()
        self.refused("verify", "missing.mou", saying=["missing.mou"])
        self.refused("verify", register, "missing.xlsx", saying=["missing.xlsx"])
        self.refused("verify", register, self.write("a.txt", "no code at all"), saying=["a.txt", "no code"])
        self.refused("verify", register, self.write("b.txt", "รหัสตรวจสอบ 12345"), saying=["b.txt", "no code"])
        self.refused("verify", register, self.write("c.xlsx", "PK and no more"), saying=["c.xlsx"])
        self.refused("verify", register, self.write("d.pdf", "%PDF-1.7"), saying=["d.pdf", "PDF"])
        register.write_bytes(register.read_bytes()[:8192])
        self.refused("verify", register, saying=["my.mou"])
        self.refused("verify", status=USAGE, saying=["FILE"])


class Diff(MouCase):
    def test_nothing(self):
        register = self.register()
        shutil.copy(register, self.path("copy.mou"))
        self.assertEqual(self.mou("diff", register, "copy.mou"), self.mou("diff", SAMPLE, register))
        self.assertEqual(json.loads(self.mou("diff", SAMPLE, register, "--format", "json")), {"differences": []})

    def test_fields_and_rows_in_words(self):
        register = self.register()
        self.mou("set", register, "1.1", "weight", "12")
        text = self.mou("diff", SAMPLE, register, status=FOUND)
        self.assertRegex(text, r"^กปน\./2567\n  1\.1 .*: weight 10 → 12\n$")
        told = json.loads(self.mou("diff", register, SAMPLE, "--format", "json", status=FOUND))["differences"]
        self.assertEqual([(one["agreement"], one["kind"], one["place"], one["field"], one["before"], one["after"]) for one in told],
                         [("กปน./2567", "changed", "1.1", "weight", "12", "10")])

    def test_every_difference_of_the_printed_agreement(self):
        text = self.mou("diff", SAMPLE, PRINTED, status=FOUND)
        self.assertEqual(len(text.strip().split("\n")), 1 + 4)

    def test_an_indicator_more_is_one_line(self):
        agreement = json.loads(SAMPLE.read_text(encoding="utf-8"))
        agreement["agreement"]["indicators"].append(dict(agreement["agreement"]["indicators"][0], code="99"))
        del agreement["agreement"]["indicators"][-1]["children"]
        more = self.write("more.json", json.dumps(agreement))
        added = self.mou("diff", SAMPLE, more, status=FOUND).strip().split("\n")
        removed = self.mou("diff", more, SAMPLE, status=FOUND).strip().split("\n")
        self.assertEqual((len(added), len(removed)), (2, 2))
        self.assertRegex(added[1], r"99 added")
        self.assertRegex(removed[1], r"99 deleted")

    def test_another_year_is_one_line(self):
        register = self.register()
        self.mou("new-year", register)
        self.assertRegex(self.mou("diff", SAMPLE, register, status=FOUND), r"^กปน\./2568\n  กปน\. 2568 added: [^\n]*\n$")

    def test_refusals(self):
        register = self.register()
        self.refused("diff", register, "missing.mou", saying=["missing.mou"])
        self.refused("diff", register, SAMPLE, "--format", "yaml", status=USAGE, saying=["yaml"])
        self.refused("diff", register, self.write("bad.mou", "no"), saying=["bad.mou"])


if __name__ == "__main__":
    unittest.main()
