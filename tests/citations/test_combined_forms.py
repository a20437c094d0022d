"""Forms of citations combined: what is cited is read with body, number and edition, or said not to be understood."""

from __future__ import annotations

import textwrap
from collections import defaultdict
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reslint.citations import Citation, find_citations
from reslint.citations.model import Mark
from reslint.documents import View
from reslint.documents.text import read_text
from reslint.registry import Edition, Record, Registry, load

pytestmark = pytest.mark.slow

# The footnote mark stands in a place of its own, or in none.
MARKS = ("", "", "\u00b9", "[1]", "*")
MARKED = ("number", "parenthesis", "end")
# What stands in brackets: the whole, the numbers, place and year within the parenthesis, or those in place of it.
BRACKETS = ("", "", "", "whole", "numbers", "place", "edition")
BEFORE = ("ITU", "The group met on Tuesday, and it was recalled that", "In line with", "a)\tnoting")
# Of a text that its editor wrapped, several lines are full.
FILLING = "The group met on Tuesday and went through what had been received. " * 3
AFTER = (", as is known.", " applies.", ";", "", " on this matter, and the text has to be read by the next meeting.")


class Cited(NamedTuple):
    """One number that must be read, with the edition behind it."""

    record: Record
    edition: Edition


class Written(NamedTuple):
    """A text, and what it cites; of a range only the ends."""

    text: str
    cited: tuple[Cited, ...]
    last: int


Groups = dict[tuple[str, str], list[list[Cited]]]


def groups_of(registry: Registry) -> Groups:
    """By body and kind the editions, those of one conference that are written alike together."""
    alike: dict[tuple[str, str, str], list[Cited]] = defaultdict(list)
    for record in registry.records():
        for edition in record.editions:
            alike[record.body, record.kind, edition_of(registry, Cited(record, edition))].append(Cited(record, edition))
    found: Groups = defaultdict(list)
    for (body, kind, _), cited in alike.items():
        found[body, kind].append(sorted(cited, key=lambda one: int(one.record.number)))
    return found


def edition_of(registry: Registry, cited: Cited) -> str:
    """The edition as its body writes it, without the number that a Radiocommunication Assembly's has in front."""
    written = registry.written(cited.record, cited.edition)
    return written.split(" (", 1)[1].removesuffix(")") if cited.record.body == "RA" else written


def number_of(cited: Cited) -> str:
    suffix = cited.edition.suffix
    return f"{cited.record.number}-{suffix}" if suffix else cited.record.number


@st.composite
def citings(draw: st.DrawFn, registry: Registry, groups: Groups) -> Written:
    """One citation or one list, in a combination of forms."""
    one_of = lambda *several: draw(st.sampled_from(several))  # noqa: E731
    body, kind = draw(st.sampled_from(sorted(groups)))
    form = one_of("single", "list", "range", "shared")
    if form in ("range", "shared"):
        alike = draw(st.sampled_from(groups[body, kind]))
        cited = draw(st.lists(st.sampled_from(alike), min_size=1, max_size=4, unique_by=lambda one: one.record.number))
        cited.sort(key=lambda one: int(one.record.number))
    else:
        every = [one for alike in groups[body, kind] for one in alike]
        size = 1 if form == "single" else 4
        cited = draw(
            st.lists(st.sampled_from(every), min_size=1, max_size=size, unique_by=lambda one: one.record.number)
        )
    if form == "range":
        cited = cited[:1] if body == "RA" else [cited[0], *cited[1:][-1:]]
    names = registry.bodies[body].names["en"]
    name = one_of(names[0], names[-1] if body != "COUNCIL" else names[0])
    placed = one_of("before", "after", "inside")
    mark, marked, brackets = one_of(*MARKS), one_of(*MARKED), one_of(*BRACKETS)

    def parenthesis(one: Cited) -> str:
        edition = edition_of(registry, one)
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
    between = one_of(" to ", "-", "\u2013") if form == "range" else one_of(" and ", ", and ", " or ", " and/or ", " & ")
    listed = between.join([", ".join(items[:-1]), items[-1]]) if len(items) > 1 else items[0]
    head = f"{kind.capitalize()}{'s' if len(items) > 1 else ''}{' ITU-R' if body == 'RA' else ''} {listed}"
    if placed == "before" and body != "RA":
        head = f"{name} {head}"
    if brackets == "numbers":
        head = f"[{head}]"
    if shared:
        head += parenthesis(cited[-1])
    if marked == "parenthesis":
        head += mark
    if placed == "after":
        head += f" of the {name}"
    if marked == "end":
        head += mark
    if brackets == "whole":
        head = f"[{head}]"
    capitals = draw(st.booleans())
    if capitals:
        head = head.upper()
    text = f"{one_of(*BEFORE)} {head}{one_of(*AFTER)}"
    prefix = one_of("", "> ", "  ")
    wrapped = one_of("", "filled", "broken")
    if wrapped == "filled":
        text = textwrap.fill(
            f"{FILLING} {text} {FILLING}",
            draw(st.integers(48, 84)),
            initial_indent=prefix,
            subsequent_indent=prefix,
            break_on_hyphens=False,
            break_long_words=False,
        )
    elif wrapped == "broken":
        # Not yet read: a line broken by hand, in a text that was not filled, within the name of a body behind "of the".
        of = f" of the {name}".upper() if capitals else f" of the {name}"
        words = text.replace(of, of.replace(" ", "\0")).split(" ")
        at = draw(st.integers(1, len(words) - 1))
        text = f"{prefix}{' '.join(words[:at])}\n{prefix}{' '.join(words[at:])}".replace("\0", " ")
    last = int(cited[-1].record.number) if form == "range" else 0
    return Written(f"{text}\n", tuple(cited), last)


def is_right(citation: Citation, cited: Cited) -> bool:
    record, edition, read = cited.record, cited.edition, citation.edition
    if (citation.body, citation.kind) != (record.body, record.kind) or read is None:
        return False
    by_place = edition.conference.place if record.body not in ("COUNCIL", "WRC") else read.town
    rev = edition.revised and record.body != "RA"
    return (read.town, read.year, read.mark is not Mark.PLAIN) == (by_place, edition.conference.year, rev)


REGISTRY = load()


@settings(max_examples=300, deadline=None)
@given(written=citings(REGISTRY, groups_of(REGISTRY)))
def test_what_is_cited_is_read_or_said_not_to_be(written: Written) -> None:
    found = find_citations(View(read_text(written.text.encode(), "draft.txt")), REGISTRY)
    by_number = {citation.number: citation for citation in found}
    for cited in written.cited:
        citation = by_number.get(number_of(cited))
        assert citation is not None, (number_of(cited), found)
        assert citation.unread is not None or is_right(citation, cited), citation
    first = int(written.cited[0].record.number)
    within = {str(number) for number in range(first, written.last)}
    assert by_number.keys() <= within | {number_of(cited) for cited in written.cited}, found
