"""From nothing to the first finding of one small file."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from benchmarks.table import Row, at_most
from benchmarks.texts import CITED
from benchmarks.timing import best, command, script


def rows(folder: Path, rounds: int) -> Iterator[Row]:
    """Start-up beside bare Python and proselint, all on the same file."""
    draft = folder / "small.txt"
    draft.write_text(f"recalling\na)\t{CITED[5]};\nb)\t{CITED[0]},\n", "utf-8")
    contenders = {
        "bare": command([sys.executable, "-c", "pass"], folder),
        "reslint": command([script("reslint"), "check", str(draft), "--as-of", "2024-01-01"], folder),
    }
    proselint = script("proselint")
    if proselint:
        contenders["proselint"] = command([proselint, "check", str(draft)], folder)
    contenders["reslint"]()
    took = best(contenders, rounds)
    yield Row("python -c pass", f"{took['bare'] * 1e3:.1f} ms")
    yield at_most(
        "reslint check, one small file", f"{took['reslint'] * 1e3:.1f} ms", took["reslint"] / took["bare"], 12, "× bare"
    )
    if proselint:
        ratio = took["reslint"] / took["proselint"]
        yield at_most(
            "proselint check, the same file", f"{took['proselint'] * 1e3:.1f} ms", ratio, 1, "reslint : proselint"
        )
    else:
        yield Row("proselint check, the same file", "not installed")
