"""Word files: from the bytes to the findings, what of it is bare parsing, memory, and writing comments."""

from __future__ import annotations

import io
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from xml.parsers import expat

from benchmarks.table import Row, at_least, at_most, duration
from benchmarks.timing import best
from benchmarks.word_files import word_file
from reslint.documents.word.reader import read_word
from reslint.linting.linter import Linter

NAME = "draft.docx"
PAGES = (1, 10, 30, 278)
TYPICAL = 10
LONG = 1_400
WRITTEN = 400
COMMENTS = 1_000
LINEAR = 1.5
# What a fresh process needs from the bytes of the file named to its findings, in MB at the most.
PEAK = """
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
# What `resource` gives would count the parent's memory too.
print(next(int(line.split()[1]) for line in open("/proc/self/status") if line.startswith("VmHWM")) / 1024)
"""


def rows(linter: Linter, rounds: int) -> Iterator[Row]:
    """Files a second, shares, memory, and writing."""
    data = {pages: word_file(pages) for pages in PAGES}
    took = best({str(pages): partial(linter.check, data[pages], NAME) for pages in PAGES}, rounds)
    read = best({str(pages): partial(read_word, data[pages], NAME) for pages in PAGES}, rounds)
    bare = best({str(pages): partial(_unzip_and_parse, data[pages]) for pages in PAGES}, rounds)
    for pages in PAGES:
        name, spent = str(pages), took[str(pages)]
        result = linter.check(data[pages], NAME)
        cited, found = len(result.citations), len(result.findings)
        value = f"{duration(spent)}, {cited} citations, {found} findings"
        measure = f"Word file of {pages} page{'s' * (pages > 1)}, to its findings"
        if pages == TYPICAL:
            yield at_least(measure, value, 1 / spent, 60, "files/s")
        else:
            yield Row(measure, value, f"{1 / spent:.1f} files/s")
        shares = f"{read[name] / spent:.0%} of it; bare unzip and parse {bare[name] / spent:.0%}"
        yield Row("  of which reading", duration(read[name]), shares)
    each = took[str(PAGES[-1])] / PAGES[-1] / (took[str(TYPICAL)] / TYPICAL)
    yield at_most(
        f"time a page, {PAGES[-1]} pages against {TYPICAL}", duration(took[str(PAGES[-1])]), each, LINEAR, "×"
    )
    yield at_most(f"peak memory, {LONG:,} pages", f"{len(word_file(LONG)) / 1e6:.1f} MB packed", _peak(), 120, "MB")
    yield from _writing(linter, rounds, word_file(WRITTEN))


def _writing(linter: Linter, rounds: int, data: bytes) -> Iterator[Row]:

    from reslint.fixing.mending import mend
    from reslint.fixing.word.commenting import with_comments

    result = linter.check(data, NAME)
    result = result.but(findings=result.findings[:COMMENTS])
    took = best({"comments": partial(with_comments, data, result)}, rounds)["comments"]
    yield Row(f"{len(result.findings):,} comments into {WRITTEN} pages", duration(took))
    mended = mend(linter, data, NAME)
    took = best({"fixes": partial(mend, linter, data, NAME)}, min(rounds, 2))["fixes"]
    yield Row(f"{mended.new_result.mended:,} corrections into {WRITTEN} pages, read back and judged", duration(took))


def _unzip_and_parse(data: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        expat.ParserCreate().Parse(package.read("word/document.xml"), True)


def _peak() -> float:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "long.docx"
        path.write_bytes(word_file(LONG))
        ran = subprocess.run([sys.executable, "-c", PEAK, str(path)], check=True, capture_output=True, text=True)
    return float(ran.stdout)
