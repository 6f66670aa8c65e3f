# SPDX-FileCopyrightText: The MOU Scorecard developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the check tools share: the files of the source tree, and how a check ends."""

import pathlib
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
SKIPPED = 77


def sources(*patterns, below='src'):
    """The files below a folder that match any of the patterns, in a stable order."""
    return sorted(path for pattern in patterns for path in (ROOT / below).rglob(pattern))


def name(path):
    return path.relative_to(ROOT).as_posix()


def finish(problems, what):
    """Prints each problem and ends the check; `what` says what was looked at, so that an empty look is a failure."""
    for problem in problems:
        print(problem)
    print(f'{what}: {len(problems)} problems')
    sys.exit(1 if problems else 0)


def skip(reason):
    print(f'skipped: {reason}')
    sys.exit(SKIPPED)
