# SPDX-FileCopyrightText: The MOU Scorecard developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""What `mou salvage` brings back of a damaged register, and what it says about the rest."""

import unittest

from mou_case import FOUND, MouCase, SAMPLE, SYSTEM, USAGE

PAGE = 4096


class Salvage(MouCase):
    def damage(self, register, *pages):
        """Zeroes pages, counted from 1."""
        data = bytearray(register.read_bytes())
        for page in pages:
            data[(page - 1) * PAGE:page * PAGE] = bytes(PAGE)
        register.write_bytes(data)
        return bytes(data)

    def find_page(self, register, text):
        """The only page that holds the text, in the table or in the history, whichever comes last."""
        return register.read_bytes().rindex(text.encode()) // PAGE + 1

    def test_everything_comes_back_from_the_history(self):
        register = self.register()
        self.mou("set", register, "1.1", "name", "ชื่อใหม่ของตัวชี้วัด")
        before = self.evaluate(register)
        history = self.mou("history", register)
        damaged = self.damage(register, 1, self.find_page(register, "ชื่อใหม่ของตัวชี้วัด"))
        self.refused("show", register, saying=["damaged"])

        said = self.mou("salvage", register, "new.mou", LANGUAGE="en")
        self.assertIn("Everything is back", said)
        self.assertEqual(register.read_bytes(), damaged)
        self.assertEqual(self.evaluate("new.mou"), before)
        self.assertEqual(self.mou("history", "new.mou"), history)
        self.mou("undo", "new.mou")

    def test_what_is_lost_is_listed(self):
        register = self.register()
        pages = len(register.read_bytes()) // PAGE
        damaged = self.damage(register, *range(14, pages, 5))
        said = self.mou("salvage", register, "new.mou", status=FOUND)
        self.assertIn("\n", said)
        self.assertEqual(register.read_bytes(), damaged)
        self.mou("list", "new.mou")
        self.mou("export", "new.mou")
        self.assertIn("my.mou", self.mou("history", "new.mou"))

    def test_a_copy_that_broke_off(self):
        register = self.register()
        whole = register.read_bytes()
        register.write_bytes(whole[:len(whole) * 9 // 10])
        self.mou("salvage", register, "new.mou", status=FOUND)
        self.mou("list", "new.mou")

    def test_refusals(self):
        register = self.register()
        self.refused("salvage", register, "new.mou", saying=["my.mou"])
        self.damage(register, 1)
        self.write("there.mou", "x")
        self.refused("salvage", register, "there.mou", saying=["there.mou"])
        self.refused("salvage", register, "new.json", status=USAGE, saying=["new.json"])
        self.refused("salvage", "nowhere.mou", "new.mou", saying=["nowhere.mou"])
        self.refused("salvage", register, "no-such-folder/new.mou", status=SYSTEM, saying=["new.mou"])
        self.refused("salvage", self.write("letter.mou", "Dear committee,\n" * 2000), "new.mou", saying=["letter.mou"])
        self.refused("salvage", self.write("empty.mou", ""), "new.mou", saying=["empty.mou"])
        self.refused("salvage", SAMPLE, "new.mou", status=USAGE)


if __name__ == "__main__":
    unittest.main()
