# SPDX-FileCopyrightText: The MOU Scorecard developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Sign, rebase and reopen: what they put on record, and what a signed agreement refuses."""

import json
import pathlib
import os
import unittest

from mou_case import MouCase, PRINTED, USAGE, indicator

LOCKED = ["กปน. 2567 is signed", "only after reopening it with a reason"]


class Sign(MouCase):
    def exported(self, register, *arguments):
        return json.loads(self.mou("export", register, *arguments))

    def signings(self, register):
        return self.exported(register)["agreement"].get("signings")

    def seal(self, register):
        return self.mou("verify", register)

    def test_signed_and_reopened(self):
        register = self.register()
        said = self.mou("sign", register, "--date", "2023-09-28", "--by", "ปลัดกระทรวงมหาดไทย")
        self.assertIn("กปน./2567: signed, with the seal ", said)
        code = said.split()[-1]
        self.assertIn(code, self.seal(register))
        self.assertEqual(self.exported(register)["agreement"]["status"], "signed")
        self.assertEqual(self.signings(register), [
            {"act": "signed", "date": "2023-09-28", "seal": code, "by": "ปลัดกระทรวงมหาดไทย"}])

        self.refused("set", register, "1.1", "weight", "12", saying=LOCKED)
        self.refused("set", register, "agreement", "title", "อื่น", saying=LOCKED)
        self.refused("set", register, "organisation", "name", "อื่น", saying=LOCKED)
        self.refused("set", register, "agreement", "status", "draft", saying=["reopening it with a reason"])
        self.refused("undo", register, saying=["is not undone"])
        self.refused("sign", register, saying=["signed already"])
        self.refused("reopen", register, status=USAGE, saying=["--reason"])
        self.mou("reopen", register, "--reason", "ปรับน้ำหนัก", "--by", "ผู้ว่าการ")
        self.mou("set", register, "1.1", "name", "โครงการปรับปรุงท่อ ระยะที่ 2")
        again = self.mou("sign", register).split()[-1]
        self.assertNotEqual(again, code)
        self.assertEqual([act["act"] for act in self.signings(register)], ["signed", "reopened", "signed"])

    def test_rebased(self):
        register = self.register()
        self.mou("sign", register)
        before = self.exported(register)
        self.refused("rebase", register, "1.1", "1180", status=USAGE, saying=["--reason"])
        self.refused("rebase", register, "9.9", "1180", "--reason", "x", saying=["9.9"])
        self.refused("rebase", register, "1.1", "many", "--reason", "x", saying=["A number was expected"])
        self.mou("rebase", register, "1.1", "1,180", "--reason", "ค่า Ft", "--by", "คณะกรรมการ", "--date", "2024-05-01")
        self.assertEqual(indicator(self.exported(register), "1.1")["rebases"], [
            {"from": "1200", "to": "1180", "reason": "ค่า Ft", "approved_by": "คณะกรรมการ", "date": "2024-05-01"}])
        self.assertEqual([act["act"] for act in self.signings(register)], ["signed", "rebased"])
        self.assertIn(self.signings(register)[-1]["seal"], self.seal(register))
        self.assertEqual(self.mou("undo", register), "Undone: Re-base 1.1\n")
        self.assertEqual(self.exported(register), before)

    def test_status_signs(self):
        register = self.register()
        self.mou("set", register, "agreement", "status", "signed")
        self.assertEqual([act["act"] for act in self.signings(register)], ["signed"])

    def test_errors(self):
        register = self.register(source=PRINTED)
        self.refused("sign", register, "--date", "28/9/2566", "--despite-errors", saying=["28/9/2566"])
        self.refused("sign", register, saying=["before it is signed"])
        self.mou("sign", register, "--despite-errors")

    def test_round_trip(self):
        register = self.register()
        self.mou("sign", register)
        self.mou("rebase", register, "1.1", "1180", "--reason", "ค่า Ft")
        text = self.mou("export", register)
        other = self.register("other.mou", self.write("signed.json", text))
        self.assertEqual(self.mou("export", other), text)
        self.assertEqual(self.mou("diff", register, other), "No difference.\n")
        self.refused("set", other, "1.1", "weight", "12", saying=LOCKED)
        # What was read from elsewhere cannot go around the lock either.
        changed = json.loads(text)
        indicator(changed, "1.1")["weight"] = "12"
        self.refused("import", register, self.write("changed.json", json.dumps(changed)), saying=LOCKED)

    def test_old_version(self):
        register = self.path("old.mou")
        register.write_bytes((pathlib.Path(os.environ["MOU_OLD_VERSIONS"]) / "version-1.mou").read_bytes())
        self.refused("set", register, "1.1", "weight", "12", "--agreement", "กปน./2567", saying=LOCKED)
        self.mou("reopen", register, "--agreement", "กปน./2567", "--reason", "แก้ไข")
        self.mou("set", register, "1.1", "weight", "12", "--agreement", "กปน./2567")

    def test_new_year(self):
        register = self.register()
        self.mou("sign", register)
        name = self.mou("new-year", register).strip()
        draft = self.exported(register, "--agreement", name)["agreement"]
        self.assertEqual(draft["status"], "draft")
        self.assertNotIn("signings", draft)


if __name__ == "__main__":
    unittest.main()
