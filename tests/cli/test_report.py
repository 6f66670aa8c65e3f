# SPDX-FileCopyrightText: The MOU Scorecard developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reports: the forms and formats that exist, the same bytes twice, and what is refused."""

import unittest

from mou_case import MouCase, SAMPLE, SYSTEM, USAGE


class Report(MouCase):
    def test_forms_and_formats(self):
        register = self.register()
        for form in ["agreement", "evaluation"]:
            self.mou("report", register, "--form", form, "-o", "a.xlsx")
            self.mou("report", register, "--form", form, "-o", "b.xlsx")
            self.assertEqual(self.path("a.xlsx").read_bytes(), self.path("b.xlsx").read_bytes())
            self.mou("report", SAMPLE, "--form", form, "-o", "c.txt")
            self.mou("report", SAMPLE, "--form", form, "-o", "thai.txt", "--thai-digits")
            self.assertIn("2567", self.path("c.txt").read_text(encoding="utf-8"))
            self.assertIn("๒๕๖๗", self.path("thai.txt").read_text(encoding="utf-8"))

    def test_refusals(self):
        self.refused("report", SAMPLE, "-o", "a.xlsx", status=USAGE, saying=["--form"])
        self.refused("report", SAMPLE, "--form", "agreement", status=USAGE, saying=["-o"])
        self.refused("report", SAMPLE, "--form", "agreement", "-o", "a.pdf", status=USAGE, saying=["a.pdf"])
        self.refused("report", SAMPLE, "--form", "project", "-o", "a.xlsx", status=USAGE, saying=["“project”"])
        self.refused("report", SAMPLE, "--form", "poem", "-o", "a.xlsx", status=USAGE, saying=["“poem”"])
        self.refused("report", SAMPLE, "--form", "agreement", "-o", "nowhere/a.xlsx", status=SYSTEM, saying=["nowhere/a.xlsx"])


if __name__ == "__main__":
    unittest.main()
