# SPDX-FileCopyrightText: The MOU Scorecard developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""History: who changed what, what has become of the signed version, and values that come back."""

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


if __name__ == "__main__":
    unittest.main()
