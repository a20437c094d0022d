"""From nothing to the first finding of one small file, each in a process of its own."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from benchmarks.table import Row, at_most, duration, missing
from benchmarks.timing import best, command, script

BARE = "python -c pass"
IMPORT = "import reslint"
CALL = "import lint_text"
CHECK = "reslint check, one small file"
FIRST = "the same, nothing in the cache yet"
RIVAL = "proselint check, the same file"
DRAFT = """\
recalling
a)\tResolution 139 (Rev. Dubai, 2018) of the Plenipotentiary Conference, on the digital divide;
b)\tResolution 71 (Rev. Bucharest, 2022) of the Plenipotentiary Conference, on the strategic plan,
"""


def rows(folder: Path, rounds: int) -> Iterator[Row]:
    """Start-up beside bare Python and proselint, all on the same file."""
    draft = folder / "small.txt"
    draft.write_text(DRAFT, "utf-8")
    check = [script("reslint"), "check", str(draft), "--as-of", "2024-01-01"]
    contenders = {
        BARE: command([sys.executable, "-c", "pass"], folder),
        IMPORT: command([sys.executable, "-c", "import reslint"], folder),
        CALL: command([sys.executable, "-c", "from reslint import lint_text"], folder),
        CHECK: command(check, folder),
    }
    proselint = script("proselint")
    if proselint:
        contenders[RIVAL] = command([proselint, "check", str(draft)], folder)
    for call in contenders.values():
        call()
    took = best(contenders, rounds)
    bare, ours = took[BARE], took[CHECK]
    yield Row(BARE, duration(bare))
    yield Row(IMPORT, duration(took[IMPORT]), f"{took[IMPORT] / bare:.2f} × bare")
    yield Row(CALL, duration(took[CALL]), f"{took[CALL] / bare:.2f} × bare")
    yield at_most(CHECK, duration(ours), ours / bare, 12, "× bare")
    yield _first(check, folder, bare)
    if proselint:
        yield at_most(RIVAL, duration(took[RIVAL]), ours / took[RIVAL], 1, "reslint : proselint")
    else:
        yield missing(RIVAL)


def _first(check: list[str], folder: Path, bare: float) -> Row:
    """The one run that has to build the grammar and read the registry."""
    took = min(
        best({FIRST: command(["env", f"RESLINT_CACHE_DIR={folder / f'empty-{turn}'}", *check], folder)}, 1)[FIRST]
        for turn in range(2)
    )
    return Row(FIRST, duration(took), f"{took / bare:.2f} × bare")
