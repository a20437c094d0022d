"""From nothing to the first finding of one small file, each in a process of its own."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

from benchmarks.programs import beside, programs
from benchmarks.table import Row, missing, times
from benchmarks.timing import Contender, command, of_children, taken

BARE = "python -c pass"
IMPORT = "import reslint"
CALL = "import lint_text"
CHECK = "reslint check, one small file"
FIRST = "the same, nothing in the cache yet"
MOST = 12
"""So many times bare Python may a check take."""
AS_OF = ("--as-of", "2024-01-01")
DRAFT = """\
recalling
a)\tResolution 139 (Rev. Dubai, 2018) of the Plenipotentiary Conference, on the digital divide;
b)\tResolution 71 (Rev. Bucharest, 2022) of the Plenipotentiary Conference, on the strategic plan,
"""


def rows(folder: Path, rounds: int) -> Iterator[Row]:
    """Start-up beside bare Python and other linters, all on the same file."""
    draft = folder / "small.txt"
    draft.write_text(DRAFT, "utf-8")
    check = [beside("reslint"), "check", str(draft), *AS_OF]
    contenders = {
        BARE: bare(folder),
        IMPORT: command([sys.executable, "-c", "import reslint"], folder),
        CALL: command([sys.executable, "-c", "from reslint import lint_text"], folder),
        CHECK: command(check, folder),
    }
    contenders |= {one.name: command(one.on(draft), folder) for one in programs() if one.path}
    took = taken(contenders, rounds)
    yield Row(BARE, took[BARE].shown, took[BARE].spread)
    for name in (IMPORT, CALL):
        yield Row(name, took[name].shown, took[name].spread, times(took[name].to(took[BARE]), "× bare"))
    ours = took[CHECK]
    yield Row(CHECK, ours.shown, ours.spread).at_most(ours.to(took[BARE]), MOST, "× bare")
    first = taken({BARE: contenders[BARE], FIRST: _first(check, folder)}, 3)
    yield Row(FIRST, first[FIRST].shown, first[FIRST].spread, times(first[FIRST].to(first[BARE]), "× bare"))
    for one in programs():
        measure = f"{one.name}, the same file"
        if not one.path:
            yield missing(measure, one.how)
            continue
        row, ratio = Row(measure, took[one.name].shown, took[one.name].spread), ours.to(took[one.name])
        if one.name == "proselint":
            yield row.at_most(ratio, 1, "reslint : proselint")
        else:
            yield row._replace(ratio=times(ratio, f"reslint : {one.name}"))


def bare(folder: Path, clock: Callable[[], float] = of_children) -> Contender:
    """Python that does nothing: what a machine takes for it is what other times are held against."""
    return command([sys.executable, "-c", "pass"], folder, clock)


def _first(check: list[str], folder: Path) -> Contender:
    """A run that has to build the grammar and to read the registry."""
    turns = count()
    return lambda: command(["env", f"RESLINT_CACHE_DIR={folder / f'empty-{next(turns)}'}", *check], folder)()
