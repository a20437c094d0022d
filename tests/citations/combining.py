"""Citations of the registry in combinations of forms, each with what has to be read in it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from hypothesis import strategies as st

from reslint.citations import Citation, find_citations
from reslint.citations.model import Mark
from reslint.documents import Document, View
from reslint.registry import Edition, Record, load

REGISTRY = load()
# The footnote mark stands in a place of its own, or in none.
MARKS = ("", "", "\u00b9", "[1]", "*")
MARKED = ("number", "parenthesis", "end")
# What stands in brackets: the whole, the numbers, place and year within the parenthesis, or those in place of it.
BRACKETS = ("", "", "", "whole", "numbers", "place", "edition")
BEFORE = ("ITU", "The group met on Tuesday, and it was recalled that", "In line with", "a)\tnoting")
AFTER = (", as is known.", " applies.", ";", "", " on this matter, and the text has to be read by the next meeting.")
JOINED = (" and ", ", and ", " or ", " and/or ", " & ")


class Cited(NamedTuple):
    """One number that must be read, with its edition; without one where it is `bare`."""

    record: Record
    edition: Edition
    bare: bool = False


class Written(NamedTuple):
    """A text, and what it cites; of a range only the ends, of which `last` is the number of the second.

    `of` is the phrase that names the body behind the citation, where it stands there.
    """

    text: str
    cited: tuple[Cited, ...]
    last: int = 0
    of: str = ""


def groups() -> dict[tuple[str, str], list[list[Cited]]]:
    """By body and kind the editions, those of one conference that are written alike together."""
    alike: dict[tuple[str, str, str], list[Cited]] = defaultdict(list)
    for record in REGISTRY.records():
        for edition in record.editions:
            alike[record.body, record.kind, edition_of(Cited(record, edition))].append(Cited(record, edition))
    found: dict[tuple[str, str], list[list[Cited]]] = defaultdict(list)
    for (body, kind, _), cited in alike.items():
        found[body, kind].append(in_order(cited))
    return found


def in_order(cited: Iterable[Cited]) -> list[Cited]:
    return sorted(cited, key=lambda one: int(one.record.number))


def edition_of(cited: Cited) -> str:
    """The edition as its body writes it, without the number that a Radiocommunication Assembly's has in front."""
    written = REGISTRY.written(cited.record, cited.edition)
    return written.split(" (", 1)[1].removesuffix(")") if cited.record.body == "RA" else written


def number_of(cited: Cited) -> str:
    suffix = cited.edition.suffix
    return f"{cited.record.number}-{suffix}" if suffix else cited.record.number


def listed(items: Sequence[str], joined: str) -> str:
    return joined.join([", ".join(items[:-1]), items[-1]]) if len(items) > 1 else items[0]


GROUPS = groups()


def several(alike: Sequence[Cited], most: int) -> st.SearchStrategy[list[Cited]]:
    """Some of the editions, of different numbers."""
    return st.lists(st.sampled_from(alike), min_size=1, max_size=most, unique_by=lambda one: one.record.number)


@st.composite
def phrases(draw: st.DrawFn) -> Written:
    """One citation or one list of a line, in a combination of forms."""
    one_of = lambda *several: draw(st.sampled_from(several))  # noqa: E731
    body, kind = draw(st.sampled_from(sorted(GROUPS)))
    form = one_of("single", "list", "range", "shared")
    if form in ("range", "shared"):
        cited = in_order(draw(several(draw(st.sampled_from(GROUPS[body, kind])), 4)))
    else:
        every = [one for alike in GROUPS[body, kind] for one in alike]
        cited = draw(several(every, 1 if form == "single" else 4))
    if form == "range":
        cited = cited[:1] if body == "RA" else [cited[0], *cited[1:][-1:]]
    names = REGISTRY.bodies[body].names["en"]
    name = one_of(names[0], names[-1] if body != "COUNCIL" else names[0])
    placed = one_of("before", "after", "inside")
    mark, marked, brackets = one_of(*MARKS), one_of(*MARKED), one_of(*BRACKETS)

    def parenthesis(one: Cited) -> str:
        edition = edition_of(one)
        if brackets == "place":
            front, word, rest = edition.partition("Rev. ") if "Rev. " in edition else ("", "", edition)
            edition = f"{front}{word}[{rest}]"
        inside = f"{name}, {edition}" if placed == "inside" else edition
        return f" [{inside}]" if brackets == "edition" else f" ({inside})"

    shared = form in ("range", "shared") or len(cited) == 1
    numbers = [number_of(one) for one in cited]
    if marked == "number":
        numbers[-1] += mark
    items = [number if shared else number + parenthesis(one) for number, one in zip(numbers, cited, strict=True)]
    between = one_of(" to ", "-", "\u2013") if form == "range" else one_of(*JOINED)
    head = (
        f"{kind.capitalize()}{'s' if len(items) > 1 else ''}{' ITU-R' if body == 'RA' else ''} {listed(items, between)}"
    )
    if placed == "before" and body != "RA":
        head = f"{name} {head}"
    if brackets == "numbers":
        head = f"[{head}]"
    if shared:
        head += parenthesis(cited[-1])
    if marked == "parenthesis":
        head += mark
    of = f" of the {name}" if placed == "after" else ""
    head += of
    if marked == "end":
        head += mark
    if brackets == "whole":
        head = f"[{head}]"
    if draw(st.booleans()):
        head, of = head.upper(), of.upper()
    text = f"{one_of(*BEFORE)} {head}{one_of(*AFTER)}"
    return Written(text, tuple(cited), int(cited[-1].record.number) if form == "range" else 0, of)


def is_right(citation: Citation, cited: Cited) -> bool:
    """Whether body, kind and edition are those that were cited."""
    record, edition, read = cited.record, cited.edition, citation.edition
    if (citation.body, citation.kind) != (record.body, record.kind) or (read is None) != cited.bare:
        return False
    if read is None:
        return not citation.editions
    by_place = edition.conference.place if record.body not in ("COUNCIL", "WRC") else read.town
    rev = edition.revised and record.body != "RA"
    return (read.town, read.year, read.mark in (Mark.REVISED, Mark.MODIFIED)) == (
        by_place,
        edition.conference.year,
        rev,
    )


def wrong(written: Written, document: Document) -> list[str]:
    """What is cited and neither read right nor said not to be understood, and what is read and was not cited."""
    view = View(document)
    citations = find_citations(view, REGISTRY)
    by_number = {citation.number: citation for citation in citations}
    unread = [view.text[one.unread.start : one.unread.end] for one in citations if one.unread is not None]
    said = {number for words in unread for number in re.findall(r"\d+", words)}
    found = []
    for cited in written.cited:
        citation = by_number.pop(number_of(cited), None)
        if citation is None and number_of(cited) in said:
            continue
        if citation is None or not (citation.unread is not None or is_right(citation, cited)):
            found.append(f"{number_of(cited)}: {citation}")
    first = int(written.cited[0].record.number)
    within = {str(number) for number in range(first, written.last)}
    others = (one for number, one in by_number.items() if number not in within and one.unread is None)
    return found + [f"not cited: {one}" for one in others]
