"""Measure, print one table, and exit with 0 whatever it says."""

from __future__ import annotations

import argparse
import platform
import sys
import tempfile
from os import cpu_count, environ
from pathlib import Path

from benchmarks import growth, startup, throughput
from benchmarks.table import Row, drawn
from reslint.linting.linter import Linter
from reslint.linting.plugins import load_plugins
from reslint.linting.settings import Settings
from reslint.registry import load


def main() -> None:
    """Run all benchmarks; `--quick` takes smaller texts and fewer rounds."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="smaller texts and fewer rounds")
    quick = parser.parse_args().quick
    rounds = 3 if quick else 7
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        environ["RESLINT_CACHE_DIR"] = str(folder / "cache")
        linter = Linter(Settings(as_of="2024-10-15"), load_plugins(), load())
        linter.check(b"Resolution 71 (Rev. Dubai, 2018) of the Plenipotentiary Conference\n", "draft.txt")
        rows: list[Row] = []
        rows += startup.rows(folder, 7 if quick else 25)
        rows += throughput.rows(linter, rounds, 200_000 if quick else 1_000_000)
        rows += growth.rows(linter, 2 if quick else 3, 10_000 if quick else 50_000)
        rows += growth.registry_rows(linter, folder, rounds)
    print(f"Python {platform.python_version()}, {cpu_count()} cores, {sys.platform}\n")
    print(drawn(rows))


if __name__ == "__main__":
    main()
