# SPDX-FileCopyrightText: The MOU Scorecard developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Backups, copies, and a file that somebody else has open."""

import json
import os
import stat
import subprocess
import unittest

from mou_case import DONE, USAGE, MouCase, indicator


class Backups(MouCase):
    def weight(self, register):
        return indicator(json.loads(self.mou("export", register)), "1.1")["weight"]

    def edited(self, *weights):
        register = self.register()
        for weight in weights:
            self.mou("set", register, "1.1", "weight", weight)
        return register

    def test_one_for_each_opening(self):
        register = self.register()
        self.assertIn("no backup yet", self.mou("backups", register))
        before = register.read_bytes()
        self.mou("set", register, "1.1", "weight", "12")
        self.assertIn("Import mwa-2567.json", self.mou("backups", register))
        copies = [path for path in self.path("state").rglob("*.mou")]
        self.assertEqual([path.read_bytes() for path in copies], [before])

    def test_reading_makes_none(self):
        register = self.register()
        for command in ["list", "show", "evaluate", "history"]:
            self.mou(command, register)
        self.assertIn("no backup yet", self.mou("backups", register))

    def test_restore_is_a_step_of_the_history(self):
        register = self.edited("12", "13")
        self.mou("backups", register, "--restore", "2")
        self.assertEqual(self.weight(register), "10")
        self.mou("undo", register)
        self.assertEqual(self.weight(register), "13")
        self.assertIn("Restore the backup of", self.mou("history", register))

    def test_restore_elsewhere(self):
        register = self.edited("12")
        before = register.read_bytes()
        self.mou("backups", register, "--restore", "1", "-o", "earlier.mou")
        self.assertEqual(self.weight("earlier.mou"), "10")
        self.assertEqual(register.read_bytes(), before)
        self.refused("backups", register, "--restore", "1", "-o", "earlier.mou", saying=["earlier.mou", "exists"])

    def test_restore_what_is_damaged_or_gone(self):
        register = self.edited("12")
        for damage in [lambda: os.truncate(register, 9000), lambda: register.write_bytes(b"x" * 5000), register.unlink]:
            damage()
            before = register.read_bytes() if register.exists() else None
            number = self.mou("backups", register).split("Import")[0].splitlines()[-1].split()[0]
            self.mou("backups", register, "--restore", number)
            self.assertEqual(self.weight(register), "10")
            if before is not None:
                self.assertIn(before, [path.read_bytes() for path in self.path("state").rglob("*.mou")])

    def test_refusals(self):
        register = self.edited("12")
        self.refused("backups", register, "--restore", "2", saying=["no backup 2"])
        self.refused("backups", register, "--restore", "-1", saying=["no backup -1"])
        self.refused("backups", register, "-o", "out.mou", status=USAGE, saying=["--restore"])
        self.refused("backups", "a.json", status=USAGE)

    def test_a_state_directory_without_room(self):
        register = self.register()
        folder = self.path("state") / "mou-scorecard" / "backups"
        if folder.exists():
            folder.rmdir()
        folder.write_text("in the way")
        run = subprocess.run([os.environ["MOU"], "set", register, "1.1", "weight", "12"],
                             capture_output=True, cwd=self.folder, env=self.environment, timeout=60, check=False)
        self.assertEqual(run.returncode, DONE)
        self.assertIn("mou: note: ", run.stderr.decode())
        self.assertEqual(self.weight(register), "12")

    def test_nobody_else_sees_the_state_directory(self):
        os.umask(0)
        register = self.edited("12")
        self.mou("show", register)
        for path in [*self.path("state").rglob("*")]:
            self.assertEqual(stat.S_IMODE(path.stat().st_mode) & 0o077, 0, path)


class Copy(MouCase):
    def test_with_history(self):
        register = self.register()
        self.mou("copy", register, "copy.mou")
        self.assertEqual(self.mou("history", register), self.mou("history", "copy.mou"))

    def test_without_history(self):
        register = self.register()
        self.mou("set", register, "1.1", "name", "ชื่อที่ต้องลืม")
        self.mou("set", register, "1.1", "name", "ชื่อสุดท้าย")
        before = register.read_bytes()
        self.mou("copy", register, "copy.mou", "--without-history")
        copy = self.path("copy.mou").read_bytes()
        for text, is_there in [("ชื่อสุดท้าย", True), ("ชื่อที่ต้องลืม", False), ("Import mwa", False), ("Change ", False)]:
            self.assertEqual(text.encode() in copy, is_there, text)
            self.assertIn(text.encode(), before)
        self.assertEqual(self.mou("export", register), self.mou("export", "copy.mou"))
        self.assertEqual(register.read_bytes(), before)
        self.assertEqual(self.mou("history", "copy.mou", "--limit", "0").count("Copy without history"), 1)
        self.mou("verify", "copy.mou")

    def test_refusals(self):
        register = self.register()
        for flags in [[], ["--without-history"]]:
            self.refused("copy", register, register, *flags, saying=["exists"])
            self.refused("copy", "no.mou", "copy.mou", *flags, saying=["no.mou"])
            self.refused("copy", register, "copy.json", *flags, status=USAGE)


if __name__ == "__main__":
    unittest.main()
