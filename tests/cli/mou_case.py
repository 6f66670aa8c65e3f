# SPDX-FileCopyrightText: The MOU Scorecard developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The base of the command line tests: the real binary, in a folder of its own, with a state directory of its own.

MOU names the binary, MOU_SAMPLES the folder of the sample agreements.
"""

import json
import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

SAMPLES = pathlib.Path(os.environ["MOU_SAMPLES"])
SAMPLE = SAMPLES / "mwa-2567.json"
PRINTED = SAMPLES / "mwa-2567-as-printed.json"

# In memory where there is such a folder: every edit is synced to the disk, which is what takes the time.
MEMORY = next((folder for folder in ["/dev/shm"] if os.access(folder, os.W_OK)), None)

DONE, FOUND, USAGE, REFUSED, SYSTEM = range(5)


class MouCase(unittest.TestCase):
    """Runs `mou` and compares what it says, what it returns and what it leaves behind."""

    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="mou-cli-", dir=MEMORY))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        self.environment = dict(os.environ, XDG_STATE_HOME=str(self.folder / "state"))

    def path(self, name):
        return self.folder / name

    def mou(self, *arguments, status=DONE, **environment):
        """Standard output of a run that must end with `status`; errors are one line that begins with the program's name."""
        run = subprocess.run(
            [os.environ["MOU"], *map(str, arguments)],
            capture_output=True, cwd=self.folder, env={**self.environment, **environment}, timeout=60, check=False)
        output, errors = run.stdout.decode(), run.stderr.decode()
        self.assertEqual(run.returncode, status, errors)
        if status in (DONE, FOUND):
            self.assertEqual(errors, "")
        else:
            self.assertEqual(output, "")
            self.assertTrue(errors.startswith("mou: "), errors)
            self.assertEqual(errors.count("\n"), 1, errors)
            self.errors = errors
        return output

    def refused(self, *arguments, status=REFUSED, saying=(), **environment):
        """The run must fail with a sentence that has all of `saying`, and change no file of the folder."""
        before = self.snapshot()
        self.mou(*arguments, status=status, **environment)
        for part in saying:
            self.assertIn(part, self.errors)
        self.assertEqual(self.snapshot(), before)
        return self.errors

    def snapshot(self):
        """Every file but the program's state, and its bytes."""
        return {path: path.read_bytes() for path in self.folder.rglob("*")
                if path.is_file() and "state" not in path.relative_to(self.folder).parts}

    def evaluate(self, path, *arguments):
        return json.loads(self.mou("evaluate", path, "--format", "json", *arguments))

    def register(self, name="my.mou", source=SAMPLE):
        """A register made of the sample."""
        self.mou("import", name, source)
        return self.path(name)

    def write(self, name, text):
        path = self.path(name)
        path.write_text(text, encoding="utf-8")
        return path


def indicator(agreement, code):
    """The indicator with that code, anywhere in an exported agreement."""
    found = []

    def walk(indicators):
        for one in indicators:
            if one["code"] == code:
                found.append(one)
            walk(one.get("children", []))

    walk(agreement["agreement"]["indicators"])
    return found[0]
