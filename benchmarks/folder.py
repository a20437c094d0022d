"""A folder of contributions, text and Word: workers, the memory of earlier runs, of the parent, and a Dask cluster."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from time import perf_counter

from benchmarks.contributions import SAME, contribution, revision
from benchmarks.table import Row, at_least, at_most, duration, missing
from benchmarks.word_files import word_file, word_of
from reslint.documents.text import read_text
from reslint.documents.word.reader import read_word

FILES = 1_000
LARGE = 10
"""So many times as large is the folder in which memory and time per file are compared."""
EACH = 5
"""Contributions in one text, some 12,000 characters."""
PAGES = 4
EACH_FOLDER = 100
OF_WORD = 1_000_000
"""The Word files are made of the contributions from this number on, so that no two files have words in common."""
REVISIONS = 300
ROUNDS = 2
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
    one, two = (min(check(folder, drafts, f"--jobs={jobs}") for _ in range(ROUNDS)) for jobs in (1, 2))
    rate = f"{count / two:.0f} files/s"
    yield Row(f"folder of {count:,} files, one process", f"{duration(one)}, {count / one:.0f} files/s")
    yield at_least("the same, two processes", f"{duration(two)}, {rate}", one / two, 1.8, "× one")
    remembered = min(check(folder, drafts, cold=False) for _ in range(ROUNDS + 1))
    yield at_least("the same, once more", duration(remembered), one / remembered, 10, "× faster than one")
    bare = min(_read(drafts) for _ in range(ROUNDS))
    yield Row("the same, files read and parsed only", duration(bare), f"{bare / one:.0%} of one process")
    yield from _cluster(folder, drafts, two)
    yield from _same(folder, REVISIONS // 10 if quick else REVISIONS)
    small = peak(folder, drafts)
    large = folder / "large"
    build(large, count * LARGE)
    start = perf_counter()
    much = peak(folder, large)
    took = perf_counter() - start
    measure = f"memory of the parent, {count * LARGE:,} files"
    yield at_most(measure, f"{much:.0f} MB; {count:,} files {small:.0f} MB", much / small, 1.2, f"× of {count:,} files")
    growth = took / (count * LARGE) / (two / count)
    measure = f"time per file, {count * LARGE:,} files"
    yield at_most(measure, duration(took / count / LARGE), growth, 1.2, f"× of {count:,} files")
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
    taken = []
    for name, make in (("alike", revision), ("apart", lambda number: contribution(SAME + number))):
        build_revisions(folder / name, count, make)
        taken.append(min(check(folder, folder / name, "--jobs=1") for _ in range(ROUNDS)))
    alike, apart = taken
    measure = f"{count} contributions to the same {SAME} resolutions"
    yield Row(measure, f"{duration(alike)}; to as many others {duration(apart)}", f"{alike / apart:.2f} ×")


def check(folder: Path, drafts: Path, *arguments: str, cold: bool = True) -> float:
    """Seconds for one call of the command line."""
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


def _cluster(folder: Path, drafts: Path, processes: float) -> Iterator[Row]:
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
        took = min(check(folder, drafts, f"--scheduler={address}") for _ in range(ROUNDS))
        started.communicate()
    yield Row("the same, on a Dask cluster of two processes", duration(took), f"{took / processes:.2f} × two processes")
