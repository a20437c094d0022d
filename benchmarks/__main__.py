"""Measure, print one table, and exit with 0 whatever it says; beside an older commit, with 1 if something is slower."""

from __future__ import annotations

import argparse
import gc
import os
import platform
import sys
import tempfile
from collections.abc import Callable, Iterator
from itertools import chain
from pathlib import Path

import benchmarks
from benchmarks import (
    against,
    beginning,
    growth,
    languages,
    meeting,
    page,
    publications,
    registry,
    rivals,
    server,
    shares,
    startup,
    throughput,
    word,
)
from benchmarks import folder as folder_of_files
from benchmarks.table import Row, drawn
from benchmarks.tree import CannotRunError
from reslint.cli import COLLECTOR
from reslint.linting.basis import Basis
from reslint.linting.linter import Linter
from reslint.linting.settings import Settings
from reslint.plugins.loading import load_plugins
from reslint.registry import load

PARTS = (
    "startup",
    "throughput",
    "shares",
    "rivals",
    "growth",
    "registry",
    "publications",
    "languages",
    "word",
    "folder",
    "server",
    "page",
)
AS_OF = "2024-10-15"


def main() -> None:
    """Run all benchmarks, or one part; `--quick` takes smaller texts and fewer rounds."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=benchmarks.__doc__)
    parser.add_argument("part", nargs="?", choices=PARTS, help="measure this part only")
    parser.add_argument("--quick", action="store_true", help="smaller texts and fewer rounds")
    parser.add_argument("--against", metavar="COMMIT", help="compare an older commit with the working tree instead")
    parser.add_argument("--turns", type=int, default=10, help="take each row so many times in both (default: 10)")
    parser.add_argument(
        "--bound", type=float, default=3, help="call slower what is so many percent slower (default: 3)"
    )
    parser.add_argument(
        "--only", action="append", default=[], metavar="WORDS", help="compare the rows with these words in their names"
    )
    given = parser.parse_args()
    if given.against:
        sys.exit(_compared(parser, given))
    gc.set_threshold(*COLLECTOR)  # as the command line does
    with tempfile.TemporaryDirectory() as name:
        os.environ["RESLINT_CACHE_DIR"] = str(Path(name) / "cache")
        rows = list(_rows(Path(name), given.quick, given.part))
    print(f"Python {platform.python_version()}, {os.cpu_count()} cores, {sys.platform}\n")
    print(drawn(rows))


def _compared(parser: argparse.ArgumentParser, given: argparse.Namespace) -> int:
    if given.turns < 1:
        parser.error(f"--turns: {given.turns} is none; give 10 or more")
    try:
        return against.compare(given.against, given.turns, given.bound / 100, given.only)
    except against.NoSuchCommitError as error:
        parser.error(f"--against: {given.against} cannot be had ({error}); name a commit that `git log` shows")
    except CannotRunError as error:
        parser.error(f"--against: reslint does not run in one of the trees ({error}); name a later commit")
    except against.NoSuchRowError as error:
        parser.error(f"--only: no row has these words in its name; the rows are: {error}")


def _rows(folder: Path, quick: bool, part: str | None) -> Iterator[Row]:
    linter = Linter(Basis(Settings(as_of=AS_OF), load_plugins(), load()))
    rounds = 3 if quick else 7
    parts: dict[str, Callable[[], Iterator[Row]]] = {
        "startup": lambda: startup.rows(folder, 7 if quick else 25),
        "throughput": lambda: throughput.rows(linter, rounds),
        "shares": lambda: chain(
            shares.rows(linter, rounds),
            beginning.rows(folder, rounds * 3),
            meeting.rows(linter, folder, 2 if quick else 3, 30 if quick else 300),
        ),
        "rivals": lambda: rivals.rows(linter, folder, rounds, 60_000 if quick else 200_000),
        "growth": lambda: growth.rows(linter, 2 if quick else 4, 10_000 if quick else 50_000),
        "registry": lambda: registry.rows(linter, folder, rounds),
        "publications": lambda: publications.rows(linter, rounds, 200_000 if quick else 1_000_000),
        "languages": lambda: languages.rows(linter, rounds, 200_000 if quick else 1_000_000),
        "word": lambda: word.rows(linter, rounds),
        "folder": lambda: folder_of_files.rows(folder, quick),
        "server": lambda: server.rows(folder, quick),
        "page": lambda: page.rows(linter, folder, quick),
    }
    for name in PARTS:
        if part in (None, name):
            yield from parts[name]()


if __name__ == "__main__":
    main()
