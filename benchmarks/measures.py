"""What `--against` measures in each tree: start, texts, Word files, folders, outputs, the server, memory.

A file is judged once only in a process or cache. The texts that a process judges are different throughout, though made
of the same phrases, as contributions to one meeting are; copies of a Word file differ in their last words.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import NamedTuple

from benchmarks.folder import build, build_revisions
from benchmarks.server import draft, typed
from benchmarks.startup import DRAFT
from benchmarks.table import duration
from benchmarks.texts import contribution, dense, nested, numbers, paragraph, sparse
from benchmarks.tree import Cache, CannotRunError, Tree
from benchmarks.word_files import ending_in, word_file

FILES = 60
REVISED = 300
PRESSES = 10
APART = 10_000
"""So many pieces lie between two texts of one row, so that they have none in common."""
Take = Callable[[Tree, int], float]
"""One sample in a tree; the number says of which copy of a file."""


class Measure(NamedTuple):
    """A row: its name, how a sample is taken, of how many samples a turn takes the least, how its number is shown."""

    name: str
    take: Take
    samples: int = 1
    shown: Callable[[float], str] = duration


def measures(folder: Path) -> list[Measure]:
    """All rows; the files they need are made in `folder` when they are first needed."""
    made = _Files(folder)

    def text(name: str, samples: int, make: Callable[[int], str]) -> Measure:
        return Measure(name, lambda tree, copy: tree.call("text", made.texts(name, samples, make)[copy]), samples)

    def word(pages: int, samples: int) -> Measure:
        return Measure(
            f"Word, {pages} pages", lambda tree, copy: tree.call("file", made.words(pages, samples)[copy]), samples
        )

    def check(name: str, path: Callable[[], Path], *arguments: str, samples: int, kept: Cache = Cache.WARM) -> Measure:
        return Measure(name, lambda tree, _: tree.check(path(), *arguments, cache=kept).processor, samples)

    def small() -> Path:
        return made.texts("small file", 1, lambda _: DRAFT)[0]

    def long() -> Path:
        return made.texts("long text", 1, lambda _: dense(200_000))[0]

    def pages() -> Path:
        return made.words(30, 1)[0]

    reports = ("-o", "a.txt", "--output-format", "html", "-o", "b.html", "--output-format", "sarif", "-o", "c.sarif")
    return [
        check("start, small file", small, samples=5),
        check("start, small file, empty cache", small, samples=2, kept=Cache.EMPTY),
        check("start, one contribution", lambda: made.texts("one", 1, lambda _: contribution(1))[0], samples=4),
        text("contribution", 20, lambda first: contribution(first + 1)),
        text("dense text", 6, lambda first: dense(300_000, first)),
        text("sparse text", 8, lambda first: sparse(1_000_000, first)),
        text("sparse text in one line", 8, lambda first: sparse(1_000_000, first).replace("\n", " ")),
        text("2,000 citations in one paragraph", 4, lambda _: paragraph(2_000)),
        text("2,000 numbers in one list", 6, lambda _: numbers(2_000)),
        text("10,000 nested parentheses", 10, lambda _: nested(10_000)),
        word(10, 15),
        word(278, 2),
        check("comments into 30 pages of Word", pages, "--comments", "commented.docx", samples=2),
        check("corrections into 30 pages of Word", pages, "--fix", "--output", "mended.docx", samples=2),
        check("corrections of dense text, shown", long, "--diff", samples=2),
        check("dense text, as HTML and SARIF", long, *reports, samples=2),
        Measure("citations of dense text", lambda tree, _: tree.command("citations", str(long())).processor, 3),
        check(f"folder of {FILES} files", made.drafts, "--jobs", "1", samples=1),
        check(f"{REVISED} contributions to the same resolutions", made.revisions, "--jobs", "1", samples=1),
        Measure(f"folder of {FILES} files, two processes, by the clock", lambda tree, _: _two(tree, made.drafts())),
        Measure(f"folder of {FILES} files, once more", lambda tree, _: _again(tree, made.drafts())),
        Measure("key press, 30 pages, by the clock", lambda tree, _: _pressed(tree)),
        Measure("peak memory, 1,400 pages of Word", lambda tree, _: tree.peak(made.words(1_400, 1)[0]), 1, _megabytes),
    ]


class _Files:
    """Files made by rule, each when first asked for."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def texts(self, name: str, copies: int, make: Callable[[int], str]) -> list[Path]:
        """So many texts, each made from its own pieces on, and with last words of its own."""
        return self._written(name, ".txt", copies, lambda number, own: make(number * APART).encode() + own)

    def words(self, pages: int, copies: int) -> list[Path]:
        """So many copies of a Word file."""
        made = cache(lambda: word_file(pages))
        return self._written(f"{pages} pages", ".docx", copies, lambda _, own: ending_in(made(), own))

    def drafts(self) -> Path:
        """A folder of texts and Word files."""
        place = self._folder / "drafts"
        if not place.exists():
            build(place, FILES)
        return place

    def revisions(self) -> Path:
        """A folder of contributions to the same resolutions."""
        place = self._folder / "revisions"
        if not place.exists():
            build_revisions(place, REVISED)
        return place

    def _written(self, name: str, suffix: str, copies: int, make: Callable[[int, bytes], bytes]) -> list[Path]:
        paths = [self._folder / f"{name} {number}{suffix}" for number in range(copies)]
        if not paths[0].exists():
            for number, path in enumerate(paths):
                path.write_bytes(make(number, b"\nDocument %d\n" % number))
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
