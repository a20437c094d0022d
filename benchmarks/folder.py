"""A folder of contributions, text and Word: workers, the memory of earlier runs, of the parent, and a Dask cluster."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from time import perf_counter

from benchmarks.contributions import SAME, contribution, revision
from benchmarks.table import Row, duration, missing, times
from benchmarks.timing import Times, taken
from benchmarks.word_files import word_file, word_of
from reslint.documents.text import read_text
from reslint.documents.word.reader import read_word

FILES = 1_000
LARGE = 10
"""So many times as large is the folder in which memory and time per file are compared."""
EACH = 5
"""Contributions in one text, some 45,000 characters."""
PAGES = 4
EACH_FOLDER = 100
OF_WORD = 1_000_000
"""The Word files are made of the contributions from this number on, so that no two files have words in common."""
REVISIONS = 300
ROUNDS = 3
# The largest memory of the process itself, in MB, without that of its workers.
PEAK = """
import sys, reslint.cli
sys.argv[0] = "reslint"
try:
    reslint.cli.main()
finally:
    status = open("/proc/self/status").read().split()
    print(int(status[status.index("VmHWM:") + 1]) / 1024, file=sys.stderr)
"""
CLUSTER = """
import sys
from distributed import LocalCluster
if __name__ == "__main__":
    with LocalCluster(n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None) as cluster:
        print(cluster.scheduler_address, flush=True)
        sys.stdin.read()
"""


def rows(folder: Path, quick: bool) -> Iterator[Row]:
    """Time by workers, cold and remembered, shares, memory and growth."""
    count = FILES // 10 if quick else FILES
    drafts = folder / "drafts"
    build(drafts, count)
    took = taken(
        {
            "read": lambda: _read(drafts),
            "two": lambda: check(folder, drafts, "--jobs=2"),
            "one": lambda: check(folder, drafts, "--jobs=1"),
            "again": lambda: check(folder, drafts, cold=False),
        },
        ROUNDS,
        warm=False,
    )
    read, one, two, again = (took[name] for name in ("read", "one", "two", "again"))
    value = f"{one.shown}, {count / one.middle:.0f} files/s"
    yield Row(f"folder of {count:,} files, one process", value, one.spread)
    row = Row("the same, two processes", f"{two.shown}, {count / two.middle:.0f} files/s", two.spread)
    yield row.at_least(one.to(two), 1.8, "× faster than one")
    yield Row("the same, once more", again.shown, again.spread).at_least(one.to(again), 10, "× faster than one")
    yield Row("the same, files read and parsed only", read.shown, read.spread, f"{read.to(one):.0%} of one process")
    yield from _cluster(folder, drafts, two)
    yield from _same(folder, REVISIONS // 10 if quick else REVISIONS)
    small = peak(folder, drafts)
    large = folder / "large"
    build(large, count * LARGE)
    start = perf_counter()
    much = peak(folder, large)
    spent = perf_counter() - start
    measure = f"memory of the parent, {count * LARGE:,} files"
    value = f"{much:.0f} MB; {count:,} files {small:.0f} MB"
    yield Row(measure, value).at_most(much / small, 1.2, f"× of {count:,} files")
    row = Row(f"time per file, {count * LARGE:,} files", duration(spent / count / LARGE))
    yield row.at_most(spent / LARGE / two.middle, 1.2, f"× of {count:,} files")
    shutil.rmtree(large)


def build(folder: Path, count: int) -> None:
    """A folder with so many files as in real life, two texts to a Word file, each with a content of its own."""
    for number in range(count):
        place = folder / f"{number // EACH_FOLDER:03}"
        place.mkdir(parents=True, exist_ok=True)
        if number % 3:
            text = "\n".join(contribution(EACH * number + part) for part in range(EACH))
            (place / f"{number:05}.txt").write_text(text, "utf-8")
        else:
            (place / f"{number:05}.docx").write_bytes(word_file(PAGES, OF_WORD + EACH * number))


def build_revisions(folder: Path, count: int, make: Callable[[int], str] = revision) -> None:
    """A folder of so many contributions to the same ten resolutions, every third a Word file."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        text = make(number)
        if number % 3:
            (folder / f"{number:03}.txt").write_text(text, "utf-8")
        else:
            (folder / f"{number:03}.docx").write_bytes(word_of(text, number))


def _same(folder: Path, count: int) -> Iterator[Row]:
    """Contributions to the same resolutions beside as many that have nothing in common."""
    build_revisions(folder / "alike", count)
    build_revisions(folder / "apart", count, lambda number: contribution(SAME + number))
    took = taken(
        {name: partial(check, folder, folder / name, "--jobs=1") for name in ("alike", "apart")}, ROUNDS, warm=False
    )
    alike, apart = took["alike"], took["apart"]
    value = f"{alike.shown}; to as many others {apart.shown}"
    measure = f"{count} contributions to the same {SAME} resolutions"
    yield Row(measure, value, alike.spread, times(alike.to(apart)))


def check(folder: Path, drafts: Path, *arguments: str, cold: bool = True) -> float:
    """Seconds by the clock for one call of the command line: what several processes gain, no other time tells."""
    if cold:
        shutil.rmtree(_cache(folder) / "results", ignore_errors=True)
    start = perf_counter()
    _run([sys.executable, "-m", "reslint"], folder, drafts, *arguments)
    return perf_counter() - start


def peak(folder: Path, drafts: Path) -> float:
    """The largest memory of the parent of two workers, in MB."""
    shutil.rmtree(_cache(folder) / "results", ignore_errors=True)
    ran = _run([sys.executable, "-c", PEAK], folder, drafts, "--jobs=2")
    return float(ran.stderr.split()[-1])


def _run(program: list[str], folder: Path, drafts: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [*program, "check", str(drafts), "--as-of", "2024-10-15", "--output-format", "concise", *arguments]
    environment = {**os.environ, "RESLINT_CACHE_DIR": str(_cache(folder))}
    return subprocess.run(command, check=False, capture_output=True, encoding="utf-8", env=environment)


def _cache(folder: Path) -> Path:
    return folder / "cache"


def _script(folder: Path) -> Path:
    """Its workers import the file that started them."""
    path = folder / "cluster.py"
    path.write_text(CLUSTER, "utf-8")
    return path


def _read(drafts: Path) -> float:
    start = perf_counter()
    for path in sorted(drafts.rglob("*.*")):
        (read_word if path.suffix == ".docx" else read_text)(path.read_bytes(), path.name)
    return perf_counter() - start


def _cluster(folder: Path, drafts: Path, processes: Times) -> Iterator[Row]:
    try:
        import distributed  # noqa: F401
    except ImportError:
        yield missing("Dask")
        return
    with subprocess.Popen(
        [sys.executable, str(_script(folder))],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as started:
        assert started.stdout is not None
        address = started.stdout.readline().strip()
        on_cluster = partial(check, folder, drafts, f"--scheduler={address}")
        took = taken({"cluster": on_cluster}, ROUNDS, warm=False)["cluster"]
        started.communicate()
    ratio = times(took.to(processes), "× two processes")
    yield Row("the same, on a Dask cluster of two processes", took.shown, took.spread, ratio)
