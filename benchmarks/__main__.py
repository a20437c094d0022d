"""Measure, print one table, and exit with 0 whatever it says."""

from __future__ import annotations

import argparse
import gc
import os
import platform
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import benchmarks
from benchmarks import growth, registry, rivals, startup, throughput
from benchmarks.table import Row, drawn
from reslint.cli import COLLECTOR
from reslint.linting.linter import Linter
from reslint.linting.plugins import load_plugins
from reslint.linting.settings import Settings
from reslint.registry import load

AS_OF = "2024-10-15"


def main() -> None:
    """Run all benchmarks; `--quick` takes smaller texts and fewer rounds."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=benchmarks.__doc__)
    parser.add_argument("--quick", action="store_true", help="smaller texts and fewer rounds")
    quick = parser.parse_args().quick
    gc.set_threshold(*COLLECTOR)  # as the command line does
    with tempfile.TemporaryDirectory() as name:
        os.environ["RESLINT_CACHE_DIR"] = str(Path(name) / "cache")
        rows = list(_rows(Path(name), quick))
    print(f"Python {platform.python_version()}, {os.cpu_count()} cores, {sys.platform}\n")
    print(drawn(rows))


def _rows(folder: Path, quick: bool) -> Iterator[Row]:
    linter = Linter(Settings(as_of=AS_OF), load_plugins(), load())
    rounds = 3 if quick else 7
    yield from startup.rows(folder, 7 if quick else 25)
    yield from throughput.rows(linter, rounds, 200_000 if quick else 1_000_000)
    yield from rivals.rows(linter, rounds, 60_000 if quick else 200_000)
    yield from growth.rows(linter, 2 if quick else 4, 10_000 if quick else 50_000)
    yield from registry.rows(linter, folder, rounds)


if __name__ == "__main__":
    main()
