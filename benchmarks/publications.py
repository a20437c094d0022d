"""Recommendations: the catalogue asked for the first time and again, a text full of them, and one without any."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import count, cycle, islice

from benchmarks import fresh
from benchmarks.contributions import EACH, LAST, name
from benchmarks.table import Row
from benchmarks.throughput import least
from benchmarks.timing import calling, on, taken
from reslint.citations.publication_signs import may_cite
from reslint.documents import View
from reslint.documents.text import read_text
from reslint.linting.linter import Linter
from reslint.registry.catalogue import Catalogue
from reslint.registry.shelf import Shelf
from reslint.resources import resource

FIRST = 2.0
FURTHER = 0.4
"""So many times a search through the bytes of the catalogue may it take to find a text in it."""
PAGES = 350.0
"""So many times the cheapest scan of the same text."""
WITHOUT = 3.0
CITATIONS = 300
PROSE = "The equipment of {} keeps to the limits that are set out there, as far as its interfaces are concerned. " * 8
NAME = "draft.txt"


def rows(linter: Linter, rounds: int, size: int) -> Iterator[Row]:
    """What one asks of the catalogue and of the reading, each against its target."""
    path = resource("catalogue.tsv")
    opened = Catalogue(path)
    keys = [key for key, _ in opened.lines("ITU-T recommendation ")][::40]
    asked = cycle(keys)
    took = taken(
        {
            "first": calling(lambda: Shelf([Catalogue(path)]).record_of(keys[0])),
            "further": calling(lambda: Shelf([opened]).record_of(next(asked))),
            "scan": calling(lambda: path.read_bytes().find(keys[0].encode())),
        },
        rounds,
    )
    for measure, kind, most in (
        ("first Recommendation looked up", "first", FIRST),
        ("each further one", "further", FURTHER),
    ):
        row = Row(measure, took[kind].shown, took[kind].spread)
        yield row.at_most(took[kind].to(took["scan"]), most, "× a search of the file")
    check = partial(linter.check, name=NAME)
    numbers = cycle(key.rpartition(" ")[2] for key in keys)
    named = count(2 * LAST * EACH)

    def pages() -> bytes:
        text = "".join(f"See Recommendation ITU-T {number} (2016). {PROSE}\n" for number in islice(numbers, CITATIONS))
        return text.format(*(name(next(named)) for _ in range(text.count("{}")))).encode()

    took = taken({"pages": on(pages, check), "least": on(pages, least)}, rounds)
    row = Row(f"100 pages with {CITATIONS} Recommendations", took["pages"].shown, took["pages"].spread)
    yield row.at_most(took["pages"].to(took["least"]), PAGES, "× the least")
    for kind, make in (("dense", partial(fresh.dense, size)), ("sparse", partial(fresh.sparse, size))):
        took = taken({"all": on(make, check), "signs": calling(partial(may_cite, _reading(make())))}, rounds)
        row = Row(f"{kind} text without one, looked through", took["signs"].shown, took["signs"].spread)
        yield row.at_most(100 * took["signs"].to(took["all"]), WITHOUT, "% of a check")


def _reading(content: bytes) -> str:
    return View(read_text(content, NAME)).reading.text
