"""The overview of citations, which tells what the contributions cite: how much of it is outdated, what to write
instead, and which contribution cites what.

This is of all citations, also of those that nobody reports: a suppressed one is outdated nevertheless.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from reslint.api.cited_texts import CitedText
from reslint.api.report import Report
from reslint.registry import Verdict
from reslint.reporting.html.naming import anchor, short_names
from reslint.reporting.html.overview import BarSegment, bar
from reslint.reporting.summary import counted

MOST_CITED = 20
FORMS = 4
"""Of one text so many editions are named: what they are called counts for less than what to write instead."""
COLUMNS, ROWS = 40, 300
"""The matrix has at most so many texts and contributions; more is no longer an overview."""
SIGNS = {
    Verdict.CURRENT.value: "✓",
    Verdict.LAST_KNOWN.value: "≈",
    Verdict.SUPERSEDED.value: "↻",
    Verdict.ABROGATED.value: "✕",
    Verdict.NOT_YET_ADOPTED.value: "»",
    Verdict.NEVER_ADOPTED.value: "∅",
    Verdict.UNKNOWN.value: "?",
}
WORST_FIRST = (
    Verdict.ABROGATED.value,
    Verdict.NEVER_ADOPTED.value,
    Verdict.SUPERSEDED.value,
    Verdict.NOT_YET_ADOPTED.value,
    Verdict.UNKNOWN.value,
    Verdict.LAST_KNOWN.value,
    Verdict.CURRENT.value,
)
OUTDATED = (Verdict.SUPERSEDED.value, Verdict.ABROGATED.value)


class Share(NamedTuple):
    """How many citations have this verdict."""

    verdict: str
    sign: str
    places: int


class Outdated(NamedTuple):
    """A text that is cited at editions no longer in force.

    `latest` is what to write instead, and as far as what, None where the text itself is no longer in force. `editions`
    are those cited most, with their places, `others` the places of the rest; `places` and `files` count all of them.
    """

    key: str
    name: str
    title: str
    latest: str | None
    editions: tuple[tuple[str, int], ...]
    others: int
    places: int
    files: int


class Column(NamedTuple):
    """A text of the matrix; `title` says more about it."""

    key: str
    title: str


class Cell(NamedTuple):
    """What a contribution makes of a text: the worst verdict, and all of it in words."""

    verdict: str
    sign: str
    title: str


class Contribution(NamedTuple):
    """A contribution of the matrix. `linked` is false where nothing was found in it and there is nowhere to go."""

    anchor: str
    name: str
    linked: bool
    cells: tuple[Cell | None, ...]


class CitedOverview(NamedTuple):
    """`columns` and `rows` are those of the matrix, out of `texts` texts and `citing` contributions. The rows can be
    gone through once.
    """

    places: int
    shares: tuple[Share, ...]
    bar: tuple[BarSegment, ...]
    outdated: tuple[Outdated, ...]
    columns: tuple[Column, ...]
    rows: Iterator[Contribution]
    texts: int
    citing: int

    @property
    def outdated_places(self) -> int:
        """How many citations are of an edition or a text that is no longer in force."""
        return sum(share.places for share in self.shares if share.verdict in OUTDATED)


class _Counting:
    """What is counted while the files go by."""

    def __init__(self) -> None:
        self.verdicts: Counter[str] = Counter()
        self.places: Counter[str] = Counter()
        self.first: dict[str, CitedText] = {}
        self.editions: dict[tuple[str, str | None], Counter[str]] = {}
        self.spread: Counter[tuple[str, str | None]] = Counter()
        self.outdated_in: dict[int, int] = {}

    def add(self, number: int, texts: tuple[CitedText, ...]) -> None:
        groups = set()
        for text in texts:
            self.verdicts[text.verdict] += text.places
            self.places[text.key] += text.places
            self.first.setdefault(text.key, text)
            if text.verdict in OUTDATED:
                group = text.key, text.proposal if text.verdict == Verdict.SUPERSEDED else None
                groups.add(group)
                self.editions.setdefault(group, Counter())[text.edition] += text.places
        self.spread.update(groups)
        self.outdated_in[number] = sum(text.places for text in texts if text.verdict in OUTDATED)

    def outdated(self) -> Iterator[Outdated]:
        for (key, latest), counts in self.editions.items():
            text, total = self.first[key], counts.total()
            named = tuple(sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:FORMS])
            others = total - sum(places for _, places in named)
            yield Outdated(key, text.name, text.title or "", latest, named, others, total, self.spread[key, latest])


def cited_overview(report: Report) -> CitedOverview:
    """What the files of a report cite."""
    found = _Counting()
    for number, file in enumerate(report.files, 1):
        if file.cited_texts:
            found.add(number, file.cited_texts)
    everything = found.verdicts.total()
    shares = tuple(Share(verdict, sign, found.verdicts[verdict]) for verdict, sign in SIGNS.items())
    shares = tuple(share for share in shares if share.places)
    outdated = sorted(found.outdated(), key=lambda text: (-text.places, -text.files, text.key, text.latest or ""))
    columns = sorted(found.places, key=lambda key: (-found.places[key], key))[:COLUMNS]
    return CitedOverview(
        everything,
        shares,
        bar(((share.verdict, share.places) for share in shares), everything),
        tuple(outdated[:MOST_CITED]),
        tuple(_column(found.first[key], found.places[key]) for key in columns),
        _rows(report, found.outdated_in, columns),
        len(found.places),
        len(found.outdated_in),
    )


def _rows(report: Report, outdated_in: dict[int, int], columns: list[str]) -> Iterator[Contribution]:
    """The contributions of the matrix in the order of the report: all of them, or those that cite the most that is
    outdated.
    """
    chosen = set(sorted(outdated_in, key=lambda number: (-outdated_in[number], number))[:ROWS])
    names = short_names([file.name for file in report.heads])
    for number, file in enumerate(report.files, 1):
        if number in chosen:
            texts: dict[str, list[CitedText]] = {}
            for text in file.cited_texts:
                texts.setdefault(text.key, []).append(text)
            cells = tuple(_cell(texts[key]) if key in texts else None for key in columns)
            yield Contribution(anchor(number), names[number - 1], bool(file.findings), cells)


def _column(text: CitedText, places: int) -> Column:
    title = f": {text.title}" if text.title else ""
    return Column(text.key, f"{text.name}{title} ({counted(places, 'citation')})")


def _cell(texts: list[CitedText]) -> Cell:
    verdict = min((text.verdict for text in texts), key=WORST_FIRST.index)
    return Cell(verdict, SIGNS[verdict], "; ".join(_said(text) for text in texts))


def _said(text: CitedText) -> str:
    edition = f" ({text.edition})" if text.edition else ""
    instead = f", now {text.proposal}" if text.verdict == Verdict.SUPERSEDED and text.latest else ""
    times = f", {text.places} times" if text.places > 1 else ""
    return f"{text.name}{edition}: {text.verdict}{instead}{times}"
