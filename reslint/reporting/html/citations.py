"""The overview of citations, which tells what the files cite: how much of it is outdated, and what to write instead.

This is of all citations, also of those that nobody reports: a suppressed one is outdated nevertheless.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from reslint.api.cited_texts import CitedText
from reslint.api.report import Report
from reslint.named import NamedTuple
from reslint.registry import Verdict
from reslint.reporting.html.matrix import Matrix, matrix
from reslint.reporting.html.overview import BarSegment, bar
from reslint.reporting.html.verdicts import LOOKS, OUTDATED, Look

MOST_CITED = 20
FORMS = 4
"""Of one text so many editions are named: what they are called counts for less than what to write instead."""


class Share(NamedTuple):
    """How many citations have the verdict that looks so."""

    look: Look
    places: int


class Outdated(NamedTuple):
    """A text that is cited at editions no longer in force.

    `latest` is what to write instead, None where the text itself is no longer in force; `as_far_as` says in words how
    far it is known to be the last, empty where to the day. `editions` are those cited most, with their places, `others`
    the places of the rest; `places` and `files` count all of them.
    """

    key: str
    name: str
    title: str
    latest: str | None
    as_far_as: str
    editions: tuple[tuple[str, int], ...]
    others: int
    places: int
    files: int


class CitedOverview(NamedTuple):
    """`texts` texts are cited in `citing` files; of those cited most, and of the files that cite the most that is
    outdated, the `matrix` says which cites what.
    """

    places: int
    shares: tuple[Share, ...]
    bar: tuple[BarSegment, ...]
    outdated: tuple[Outdated, ...]
    matrix: Matrix
    texts: int
    citing: int

    @property
    def outdated_places(self) -> int:
        """How many citations are of an edition or a text that is no longer in force."""
        return sum(share.places for share in self.shares if share.look.verdict in OUTDATED)


class _Counting:
    """What is counted while the files go by."""

    def __init__(self) -> None:
        self.verdicts: Counter[str] = Counter()
        self.places: Counter[str] = Counter()
        self.first: dict[str, CitedText] = {}
        self.editions: dict[tuple[str, str | None, str], Counter[str]] = {}
        self.spread: Counter[tuple[str, str | None, str]] = Counter()
        self.outdated_in: dict[int, int] = {}

    def add(self, number: int, texts: tuple[CitedText, ...]) -> None:
        groups = set()
        for text in texts:
            self.verdicts[text.verdict] += text.places
            self.places[text.key] += text.places
            self.first.setdefault(text.key, text)
            if text.verdict in OUTDATED:
                revised = text.verdict == Verdict.SUPERSEDED
                reach = text.as_far_as.told if revised and text.as_far_as else ""
                group = text.key, text.latest if revised else None, reach
                groups.add(group)
                self.editions.setdefault(group, Counter())[text.edition] += text.places
        self.spread.update(groups)
        self.outdated_in[number] = sum(text.places for text in texts if text.verdict in OUTDATED)

    def outdated(self) -> Iterator[Outdated]:
        for (key, latest, reach), counts in self.editions.items():
            text, total, files = self.first[key], counts.total(), self.spread[key, latest, reach]
            named = tuple(sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:FORMS])
            others = total - sum(places for _, places in named)
            yield Outdated(key, text.name, text.title or "", latest, reach, named, others, total, files)


def cited_overview(report: Report) -> CitedOverview:
    """What the files of a report cite."""
    found = _Counting()
    for number, file in enumerate(report.files, 1):
        if file.cited_texts:
            found.add(number, file.cited_texts)
    everything = found.verdicts.total()
    shares = tuple(Share(look, found.verdicts[look.verdict]) for look in LOOKS)
    shares = tuple(share for share in shares if share.places)
    outdated = sorted(found.outdated(), key=lambda text: (-text.places, -text.files, text.key, text.latest or ""))
    return CitedOverview(
        everything,
        shares,
        bar(((share.look.verdict, share.places) for share in shares), everything),
        tuple(outdated[:MOST_CITED]),
        matrix(report, found.outdated_in, found.first, found.places),
        len(found.places),
        len(found.outdated_in),
    )
