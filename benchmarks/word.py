"""Word files: from the bytes to the findings, beside bare unpacking and parsing; memory; writing comments."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from functools import partial
from io import BytesIO
from pathlib import Path
from xml.parsers import expat

from benchmarks import fresh
from benchmarks.table import Row, times
from benchmarks.timing import on, taken
from benchmarks.word_files import word_file
from reslint.documents.word.reader import read_word
from reslint.linting.linter import Linter

NAME = "draft.docx"
PAGES = (1, 10, 30, 278)
TYPICAL = 10
MOST = 20
"""So many times the bare unpacking and parsing of ten pages may their judging take."""
LONG = 1_400
MEMORY = 1.9
"""So many times the memory of a process that unpacks and parses them may one take that judges as many pages."""
WRITTEN = 400
COMMENTS = 1_000
LINEAR = 1.5
# What a fresh process needs at the most for the file named, in MB. What `resource` gives would count the parent's too.
HELD = """
print(next(int(line.split()[1]) for line in open("/proc/self/status") if line.startswith("VmHWM")) / 1024)
"""
JUDGED = """
import sys
from pathlib import Path
from reslint.linting.basis import Basis
from reslint.linting.linter import Linter
from reslint.plugins.loading import load_plugins
from reslint.linting.settings import Settings
from reslint.registry import load
linter = Linter(Basis(Settings(as_of="2024-10-15"), load_plugins(), load()))
result = linter.check(Path(sys.argv[1]).read_bytes(), sys.argv[1])
assert result.view is not None and not result.errors, result.errors
"""
PARSED = """
import sys, zipfile
from xml.parsers import expat
with zipfile.ZipFile(sys.argv[1]) as package:
    expat.ParserCreate().Parse(package.read("word/document.xml"), True)
"""


def rows(linter: Linter, rounds: int) -> Iterator[Row]:
    """Times beside bare parsing, growth, memory, and writing."""
    check = partial(linter.check, name=NAME)
    contenders = {
        f"{name} {pages}": on(partial(fresh.word, pages), call)
        for pages in PAGES
        for name, call in (("all", check), ("read", partial(read_word, name=NAME)), ("bare", unzip_and_parse))
    }
    took = taken(contenders, rounds)
    for pages in PAGES:
        spent, read, bare = (took[f"{name} {pages}"] for name in ("all", "read", "bare"))
        result = check(fresh.word(pages))
        cited, found = len(result.citations), len(result.findings)
        value = f"{spent.shown}, {cited} citations, {found} findings, {1 / spent.middle:.3g} files/s"
        row = Row(f"Word file of {pages} page{'s' * (pages > 1)}, to its findings", value, spent.spread)
        ratio = spent.to(bare)
        yield row.at_most(ratio, MOST, "× bare") if pages == TYPICAL else row._replace(ratio=times(ratio, "× bare"))
        yield Row("  of which reading", read.shown, read.spread, times(read.to(bare), "× bare"))
        yield Row("  bare unzip and parse", bare.shown, bare.spread)
    longest = took[f"all {PAGES[-1]}"]
    row = Row(f"time a page, {PAGES[-1]} pages against {TYPICAL}", longest.shown, longest.spread)
    yield row.at_most(longest.to(took[f"all {TYPICAL}"]) * TYPICAL / PAGES[-1], LINEAR, "×")
    yield _memory()
    yield from _writing(linter, rounds)


def unzip_and_parse(data: bytes) -> None:
    """What no reader of Word files can do without."""
    with zipfile.ZipFile(BytesIO(data)) as package:
        expat.ParserCreate().Parse(package.read("word/document.xml"), True)


def _writing(linter: Linter, rounds: int) -> Iterator[Row]:
    from reslint.fixing.mending import mend
    from reslint.fixing.word.commenting import with_comments

    data = word_file(WRITTEN)
    result = linter.check(data, NAME)
    result = result.but(findings=result.findings[:COMMENTS])
    took = taken({"comments": on(lambda: data, lambda one: with_comments(one, result))}, rounds)["comments"]
    yield Row(f"{len(result.findings):,} comments into {WRITTEN} pages", took.shown, took.spread)
    mended = mend(linter, data, NAME)
    make = partial(fresh.word, WRITTEN)
    took = taken({"fixes": on(make, lambda one: mend(linter, one, NAME))}, min(rounds, 3))["fixes"]
    measure = f"{mended.new_result.mended:,} corrections into {WRITTEN} pages, read back and judged"
    yield Row(measure, took.shown, took.spread)


def _memory() -> Row:
    data = word_file(LONG)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "long.docx"
        path.write_bytes(data)
        judged, parsed = (_peak(script, path) for script in (JUDGED, PARSED))
    value = f"{judged:.0f} MB; unpacked and parsed {parsed:.0f} MB, {len(data) / 1e6:.1f} MB packed"
    return Row(f"peak memory, {LONG:,} pages", value).at_most(judged / parsed, MEMORY, "× bare unzip and parse")


def _peak(script: str, path: Path) -> float:
    command = [sys.executable, "-c", script + HELD, str(path)]
    return float(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
