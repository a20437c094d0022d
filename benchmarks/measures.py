"""What `--against` measures in each tree: start, texts, Word files, folders, outputs, the server, memory.

A file is judged once only in a process or cache, in copies of different content, so that no memory of earlier results
makes a time short.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from benchmarks.folder import build
from benchmarks.server import draft, typed
from benchmarks.startup import DRAFT
from benchmarks.table import duration
from benchmarks.texts import contribution, dense, nested, numbers, paragraph, sparse
from benchmarks.tree import Cache, CannotRunError, Tree
from benchmarks.word_files import ending_in, word_file

FILES = 60
PRESSES = 10
Take = Callable[[Tree], float]


class Measure(NamedTuple):
    """A row: its name, how it is taken in a tree, and how its number is shown."""

    name: str
    take: Take
    shown: Callable[[float], str] = duration


def measures(folder: Path) -> list[Measure]:
    """All rows; the files they need are made in `folder` when they are first needed."""
    made = _Files(folder)

    def text(name: str, copies: int, make: Callable[[], str]) -> Measure:
        return Measure(name, lambda tree: tree.call("text", made.texts(name, copies, make)))

    def word(pages: int, copies: int) -> Measure:
        return Measure(f"Word, {pages} pages", lambda tree: tree.call("file", made.words(pages, copies)))

    def check(name: str, path: Callable[[], Path], *arguments: str, times: int, cache: Cache = Cache.WARM) -> Measure:
        return Measure(
            name, lambda tree: min(tree.check(path(), *arguments, cache=cache).processor for _ in range(times))
        )

    def small() -> Path:
        return made.texts("small file", 1, lambda: DRAFT)[0]

    def long() -> Path:
        return made.texts("long text", 1, lambda: dense(200_000))[0]

    def pages() -> Path:
        return made.words(30, 1)[0]

    reports = ("-o", "a.txt", "--output-format", "html", "-o", "b.html", "--output-format", "sarif", "-o", "c.sarif")
    return [
        check("start, small file", small, times=4),
        check("start, small file, empty cache", small, times=2, cache=Cache.EMPTY),
        check("start, one contribution", lambda: made.texts("one", 1, lambda: contribution(1))[0], times=3),
        text("contribution", 20, lambda: contribution(1)),
        text("dense text", 3, lambda: dense(300_000)),
        text("sparse text", 3, lambda: sparse(1_000_000)),
        text("sparse text in one line", 3, lambda: sparse(1_000_000).replace("\n", " ")),
        text("2,000 citations in one paragraph", 2, lambda: paragraph(2_000)),
        text("2,000 numbers in one list", 3, lambda: numbers(2_000)),
        text("10,000 nested parentheses", 10, lambda: nested(10_000)),
        word(10, 8),
        word(278, 2),
        check("comments into 30 pages of Word", pages, "--comments", "commented.docx", times=1),
        check("corrections into 30 pages of Word", pages, "--fix", "--output", "mended.docx", times=1),
        check("corrections of dense text, shown", long, "--diff", times=1),
        check("dense text, as HTML and SARIF", long, *reports, times=1),
        Measure("citations of dense text", lambda tree: tree.command("citations", str(long())).processor),
        check(f"folder of {FILES} files", made.drafts, "--jobs", "1", times=1),
        Measure(f"folder of {FILES} files, two processes, by the clock", lambda tree: _two(tree, made.drafts())),
        Measure(f"folder of {FILES} files, once more", lambda tree: _again(tree, made.drafts())),
        Measure("key press, 30 pages, by the clock", _pressed),
        Measure("peak memory, 1,400 pages of Word", lambda tree: tree.peak(made.words(1_400, 1)[0]), _megabytes),
    ]


class _Files:
    """Files made by rule, each when first asked for; copies differ in their last words."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def texts(self, name: str, copies: int, make: Callable[[], str]) -> list[Path]:
        """So many copies of a text."""
        return self._written(name, ".txt", copies, lambda: make().encode(), lambda data, own: data + own)

    def words(self, pages: int, copies: int) -> list[Path]:
        """So many copies of a Word file."""
        return self._written(f"{pages} pages", ".docx", copies, lambda: word_file(pages), ending_in)

    def drafts(self) -> Path:
        """A folder of texts and Word files."""
        place = self._folder / "drafts"
        if not place.exists():
            build(place, FILES)
        return place

    def _written(
        self, name: str, suffix: str, copies: int, make: Callable[[], bytes], vary: Callable[[bytes, bytes], bytes]
    ) -> list[Path]:
        paths = [self._folder / f"{name} {number}{suffix}" for number in range(copies)]
        if not paths[0].exists():
            data = make()
            for number, path in enumerate(paths):
                path.write_bytes(vary(data, b"\nDocument %d\n" % number))
        return paths


def _two(tree: Tree, drafts: Path) -> float:
    """By the clock: what two processes gain, the time of the processor does not tell."""
    return tree.check(drafts, "--jobs", "2").clock


def _again(tree: Tree, drafts: Path) -> float:
    tree.check(drafts, "--jobs", "1")
    return min(tree.check(drafts, "--jobs", "1", cache=Cache.KEPT).processor for _ in range(2))


def _pressed(tree: Tree) -> float:
    """By the clock: what is waited for is what somebody who types sees, and the server goes on after it."""
    (tree.folder / "reslint.toml").write_text('as-of = "2024-10-15"\n', "utf-8")
    try:
        return min(typed(tree.folder, draft(30), PRESSES, tree.environment))
    except (OSError, ValueError) as error:
        raise CannotRunError(f"the server ended: {error}") from error


def _megabytes(value: float) -> str:
    return f"{value:.1f} MB"
