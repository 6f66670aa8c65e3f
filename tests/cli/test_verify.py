# SPDX-FileCopyrightText: The MOU Scorecard developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Verify and diff: what a file and its reports carry, and what two registers say differently."""

import json
import re
import shutil
import unittest
import zipfile

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
        self.assertEqual(CODE.findall(text), CODE.findall(self.mou("verify", SAMPLE)))
        self.assertEqual(len(CODE.findall(text)), 2)
        self.mou("set", register, "1.1", "weight", "12")
        self.assertIn("2 entries", self.mou("verify", register))
        self.assertNotEqual(self.code(register), self.code(SAMPLE))
        self.mou("undo", register)
        self.assertEqual(self.code(register), self.code(SAMPLE))

    def test_reports(self):
        register = self.register()
        names = {}
        for form in ["agreement", "evaluation"]:
            for kind in ["xlsx", "txt"]:
                for option in [[], ["--thai-digits"], ["--values-only"]]:
                    name = form + "".join(option) + "." + kind
                    names[name] = form
                    self.mou("report", register, "--form", form, "-o", name, *option)
                    told = self.mou("verify", register, name).split("\n")
                    self.assertRegex(told[-3], r"กปน\./2567.* as it stands")
                    self.assertEqual("evaluation “" in told[-3], form == "evaluation")
                    self.assertIn("in every place", told[-2])
                    self.mou("verify", SAMPLE, name)
        self.mou("set", register, "1.1", "weight", "12")
        for name in names:
            told = self.mou("verify", register, name, status=FOUND).split("\n")
            self.assertRegex(told[-3], r"กปน\./2567.* up to entry 1 \(.*\); then came: Change weight of 1\.1")
            self.assertIn("said then, in every place", told[-2])
            self.assertIn("no agreement and no evaluation", self.mou("verify", self.changed(), name, status=FOUND))

    def changed(self):
        """The sample with another weight, as JSON, which has no history."""
        return self.write("changed.json", SAMPLE.read_text(encoding="utf-8").replace('"weight": "14"', '"weight": "15"'))

    def test_a_result_changes_only_the_evaluation(self):
        register = self.register()
        self.mou("report", register, "--form", "agreement", "-o", "a.xlsx")
        self.mou("report", register, "--form", "evaluation", "-o", "b.xlsx")
        before = CODE.findall(self.mou("verify", register))
        with_result = json.loads(SAMPLE.read_text(encoding="utf-8"))
        with_result["agreement"]["assessments"][0]["deductions"] = [{"amount": "0.01"}]
        self.mou("import", register, self.write("more.json", json.dumps(with_result)))
        after = CODE.findall(self.mou("verify", register))
        self.assertEqual([one == other for one, other in zip(before, after)], [True, False])
        self.mou("verify", register, "a.xlsx")
        self.assertIn("up to entry 1", self.mou("verify", register, "b.xlsx", status=FOUND))

    def test_a_cell_changed_by_hand(self):
        register = self.register()
        self.mou("report", register, "--form", "evaluation", "-o", "a.xlsx")
        self.assertRegex(self.text("a.xlsx", "docProps/custom.xml"), "MOU evaluation seal")
        self.edit("a.xlsx", r'(<c r="J7"[^>]*>(?:<f>[^<]*</f>)?<v>)4\.4294', r"\g<1>4.5")
        told = self.mou("verify", register, "a.xlsx", status=FOUND)
        self.assertRegex(told, r"in 1 place\n  ผลการประเมิน!J7: 4\.5 in the report, 4\.4294 in the register\n$")
        self.edit("a.xlsx", r'<row r="7".*?</row>', "")
        told = self.mou("verify", register, "a.xlsx", status=FOUND)
        self.assertRegex(told, r"ผลการประเมิน!A7: nothing in the report, “1\.1 ")
        self.assertRegex(told, r"… and \d more\n$")

    def test_a_workbook_of_another_version_has_its_code_compared(self):
        register = self.register()
        self.mou("report", register, "--form", "agreement", "-o", "a.xlsx")
        self.edit("a.xlsx", "agreement/1", "agreement/0", "docProps/custom.xml")
        self.assertIn("only its code", self.mou("verify", register, "a.xlsx"))

    def test_an_evaluation_as_json(self):
        register = self.register()
        evaluation = self.mou("evaluate", register, "--format", "json")
        self.assertIn(json.loads(evaluation)["seal"], self.mou("verify", register))
        self.mou("verify", register, self.write("e.json", evaluation))
        self.mou("set", register, "1.1", "weight", "12")
        self.assertIn("up to entry 1", self.mou("verify", register, "e.json", status=FOUND))
        self.refused("verify", register, SAMPLE, saying=["no code"])

    def test_the_state_of_a_signature(self):
        register = self.register()
        self.assertIn("not signed", self.mou("verify", register))
        self.mou("report", register, "--form", "agreement", "-o", "a.xlsx")
        self.mou("sign", register, "--date", "2023-09-28")
        self.assertIn("the seal is intact ✓: it is what was signed on 2023-09-28", self.mou("verify", register))
        self.assertIn("seal intact ✓", self.mou("list", register))
        self.mou("rebase", register, "1.1", "1180", "--reason", "ค่า Ft", "--date", "2024-05-01")
        self.assertIn("1 re-base on record, on 2024-05-01", self.mou("verify", register))
        told = self.mou("verify", register, "a.xlsx")
        self.assertIn("it is what was signed on 2023-09-28", told)
        self.assertIn("said then, in every place", told)
        self.mou("reopen", register, "--reason", "ปรับน้ำหนัก")
        self.assertRegex(self.mou("verify", register), "reopened on .*: ปรับน้ำหนัก")

    def test_a_broken_seal(self):
        register = self.register("signed.mou")
        self.mou("sign", register)
        exported = self.mou("export", register).replace('"weight": "14"', '"weight": "15"')
        forged = self.register("forged.mou", self.write("forged.json", exported))
        told = self.mou("verify", forged, status=FOUND)
        self.assertRegex(told, r"the seal of .* is broken ✗ since entry 1 \(")
        self.assertIn("seal broken ✗ since entry 1", self.mou("list", forged))
        self.assertIn("it is not what was signed", self.mou("verify", "forged.json", status=FOUND))

    def text(self, workbook, part):
        with zipfile.ZipFile(self.path(workbook)) as archive:
            return archive.read(part).decode()

    def edit(self, workbook, pattern, text, part="xl/worksheets/sheet1.xml"):
        """Changes one place of a part, as a hand with a spreadsheet would."""
        with zipfile.ZipFile(self.path(workbook)) as archive:
            parts = [(info, archive.read(info)) for info in archive.infolist()]
        with zipfile.ZipFile(self.path(workbook), "w", zipfile.ZIP_DEFLATED) as archive:
            for info, content in parts:
                if info.filename == part:
                    content, n = re.subn(pattern, text, content.decode(), count=1, flags=re.DOTALL)
                    self.assertEqual(n, 1)
                archive.writestr(info, content)

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
