"""Recommendations: the catalogue asked for the first time and again, a text full of them, and one without any."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import cycle

from benchmarks.table import Row, at_most, duration
from benchmarks.texts import dense, sparse
from benchmarks.timing import best
from reslint.citations.publication_signs import may_cite
from reslint.documents import View
from reslint.documents.text import read_text
from reslint.linting.linter import Linter
from reslint.registry.catalogue import Catalogue
from reslint.registry.shelf import Shelf
from reslint.resources import resource

FIRST = 2.0
FURTHER = 0.1
PAGES = 0.3
WITHOUT = 3.0
CITATIONS = 300
PROSE = "The equipment keeps to the limits that are set out there, as far as its interfaces are concerned. " * 8


def rows(linter: Linter, rounds: int, size: int) -> Iterator[Row]:
    """What one asks of the catalogue and of the reading, each against its target."""
    path = resource("catalogue.tsv")
    opened = Catalogue(path)
    keys = [key for key, _ in opened.lines("ITU-T recommendation ")][::40]
    asked = cycle(keys)
    took = best(
        {
            "first": lambda: Shelf([Catalogue(path)]).record_of(keys[0]),
            "further": lambda: Shelf([opened]).record_of(next(asked)),
        },
        rounds,
    )
    yield at_most("first Recommendation looked up", duration(took["first"]), took["first"] * 1e3, FIRST, "ms")
    yield at_most("each further one", duration(took["further"]), took["further"] * 1e3, FURTHER, "ms")
    text = "".join(f"See Recommendation ITU-T {key.rpartition(' ')[2]} (2016). {PROSE}\n" for key in keys * 3)
    pages = "".join(text.splitlines(keepends=True)[:CITATIONS]).encode()
    took = best({"pages": partial(linter.check, pages, "draft.txt")}, rounds)
    yield at_most(f"100 pages with {CITATIONS} Recommendations", duration(took["pages"]), took["pages"], PAGES, "s")
    for name, words in (("dense", dense(size)), ("sparse", sparse(size))):
        content = words.encode()
        reading = View(read_text(content, "draft.txt")).reading.text
        took = best({"all": partial(linter.check, content, "draft.txt"), "signs": partial(may_cite, reading)}, rounds)
        share = 100 * took["signs"] / took["all"]
        yield at_most(
            f"{name} text without one, looked through", duration(took["signs"]), share, WITHOUT, "% of a check"
        )
