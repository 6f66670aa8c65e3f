# SPDX-FileCopyrightText: The MOU Scorecard developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Registers that are damaged, only read, or cannot be written."""

import os
import unittest

from mou_case import MouCase, SAMPLE, SYSTEM


class Damage(MouCase):
    def test_every_command_refuses_and_leaves_the_file(self):
        register = self.register()
        whole = register.read_bytes()
        for damaged in [whole[:len(whole) // 2], b"", b"SQLite format 3\0" + bytes(84), whole[:4096]]:
            register.write_bytes(damaged)
            for arguments in [["list"], ["verify"], ["show"], ["evaluate"], ["check"], ["export"], ["undo"], ["history"]]:
                self.refused(*arguments, register, saying=["my.mou"])
            self.refused("set", register, "1.1", "weight", "9", saying=["my.mou"])
            self.refused("import", register, SAMPLE, saying=["my.mou"])

    def test_reading_does_not_touch_the_file(self):
        register = self.register()
        before = (register.read_bytes(), register.stat().st_mtime_ns)
        for command in ["list", "show", "evaluate", "history", "export"]:
            self.mou(command, register)
        self.assertEqual((register.read_bytes(), register.stat().st_mtime_ns), before)

    def test_a_folder_that_cannot_be_written(self):
        if os.geteuid() == 0:
            self.skipTest("root may write anywhere")
        register = self.register()
        os.chmod(self.folder, 0o500)
        self.addCleanup(os.chmod, self.folder, 0o700)
        self.refused("set", register, "1.1", "weight", "9", status=SYSTEM, saying=["my.mou"])


if __name__ == "__main__":
    unittest.main()
