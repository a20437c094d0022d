"""What `--against` measures in each tree: start, texts, Word files, folders, outputs, the server, memory.

A file is judged once only in a process or cache. All that a process judges is made of pieces of its own, so that no two
paragraphs are alike; the contributions to the same resolutions are what repeats them, in rows of their own.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from itertools import count
from pathlib import Path
from typing import NamedTuple

from benchmarks.contributions import contribution
from benchmarks.folder import build, build_revisions
from benchmarks.server import draft, typed
from benchmarks.startup import DRAFT
from benchmarks.table import duration
from benchmarks.texts import dense, nested, numbers, paragraph, sparse
from benchmarks.tree import Cache, CannotRunError, Tree
from benchmarks.word_files import word_file

FILES = 60
REVISED = 300
PRESSES = 10
APART = 5_000
"""So many pieces lie between two files, so that they have none in common."""
MOST = 20
"""So many copies of a file are made for one row."""
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
    places = count(1)

    def text(name: str, samples: int, make: Callable[[int], str]) -> Measure:
        texts = made.texts(name, next(places), make)
        return Measure(name, lambda tree, copy: tree.call("text", texts(copy)), samples)

    def known(name: str, samples: int, make: Callable[[int], str]) -> Measure:
        texts = made.texts(f"{name}, known", next(places), make)
        return Measure(f"{name}, once more", lambda tree, copy: _known(tree, texts(copy)), samples)

    def word(pages: int, samples: int) -> Measure:
        files = made.words(pages, next(places))
        return Measure(f"Word, {pages} pages", lambda tree, copy: tree.call("file", files(copy)), samples)

    def check(name: str, path: Callable[[], Path], *arguments: str, samples: int, kept: Cache = Cache.WARM) -> Measure:
        return Measure(name, lambda tree, _: tree.check(path(), *arguments, cache=kept).processor, samples)

    small = partial(made.texts("small file", 0, lambda _: DRAFT), 0)
    one = partial(made.texts("one", 0, lambda _: contribution(1)), 0)
    long = partial(made.texts("long text", 0, lambda _: dense(200_000)), 0)
    pages, many = partial(made.words(30, 0), 0), partial(made.words(1_400, 0), 0)
    reports = ("-o", "a.txt", "--output-format", "html", "-o", "b.html", "--output-format", "sarif", "-o", "c.sarif")
    return [
        check("start, small file", small, samples=5),
        check("start, small file, empty cache", small, samples=2, kept=Cache.EMPTY),
        check("start, one contribution", one, samples=4),
        text("contribution", 20, contribution),
        known("contribution", 20, contribution),
        text("dense text", 6, lambda first: dense(300_000, first)),
        known("dense text", 4, lambda first: dense(300_000, first)),
        text("sparse text", 8, lambda first: sparse(1_000_000, first)),
        text("sparse text in one line", 8, lambda first: sparse(1_000_000, first).replace("\n", " ")),
        text("2,000 citations in one paragraph", 4, lambda first: paragraph(2_000, first)),
        text("2,000 numbers in one list", 6, lambda first: numbers(2_000, first // APART)),
        text("10,000 nested parentheses", 10, lambda first: nested(10_000, first // APART)),
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
        Measure("peak memory, 1,400 pages of Word", lambda tree, _: tree.peak(many()), 1, _megabytes),
    ]


class _Files:
    """Files made by rule, each when first asked for. Those of another `place` are made of other pieces, and so are the
    copies of a file; the copy is what is asked for.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def texts(self, name: str, place: int, make: Callable[[int], str]) -> Callable[[int], Path]:
        """Texts, each made from a number on."""
        return lambda copy: self._written(f"{name} {copy}.txt", lambda: make(_first(place, copy)).encode())

    def words(self, pages: int, place: int) -> Callable[[int], Path]:
        """Word files of so many pages."""
        return lambda copy: self._written(f"{pages} pages {copy}.docx", lambda: word_file(pages, _first(place, copy)))

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

    def _written(self, name: str, make: Callable[[], bytes]) -> Path:
        path = self._folder / name
        if not path.exists():
            path.write_bytes(make())
        return path


def _first(place: int, copy: int) -> int:
    """Where the pieces of a copy begin."""
    return (place * MOST + copy) * APART


def _known(tree: Tree, path: Path) -> float:
    """A text whose words this process has read before."""
    tree.call("text", path)
    return tree.call("text", path)


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
