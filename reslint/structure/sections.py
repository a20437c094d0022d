"""Sections, found in one pass over the paragraphs: labelled paragraphs in sections, clauses and headings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reslint.named import NamedTuple
from reslint.structure.labels import Written, core_of
from reslint.structure.model import Clause, Heading
from reslint.values import Record, made


class Labelled(NamedTuple):
    """How a paragraph with a label looks to a list.

    `weak` marks a bare number before a single blank. The paragraph ends with a colon (`colon`) or like an item that
    others follow (`stop`), and could be a footnote that stands between the items, a bare number and a sentence
    (`note_like`). `adjacent` says that the paragraph with words before it carries a label too, `introduced` that it
    ends with a colon. `listing` names the automatic list that counted it, empty for a typed label.
    """

    written: Written
    weak: bool
    colon: bool
    stop: bool
    note_like: bool
    adjacent: bool
    introduced: bool
    listing: str


class Section(Record):
    """A stretch of paragraphs in which lists may run on; `clause` numbers the clause it belongs to.

    `places` are, of each labelled paragraph, start and end of its label, which is empty for an automatic number, start
    and end of its words, and its block.
    """

    clause: int | None
    operative: bool = False
    labelled: list[Labelled] = made(factory=list)
    places: list[tuple[int, int, int, int, int]] = made(factory=list)


class Outline(Record):
    """What the pass found, in text order."""

    clauses: list[Clause] = made(factory=list)
    headings: list[Heading] = made(factory=list)
    sections: list[Section] = made(factory=list)


def following_labels(section: Sequence[Labelled]) -> Iterator[tuple[int, Labelled, frozenset[str]]]:
    """Each labelled paragraph of a section with its number there and the counters of the next label."""
    ahead = [frozenset(_cores(labelled)) for labelled in section[1:]]
    ahead.append(frozenset())
    return zip(range(len(section)), section, ahead, strict=True)


def _cores(labelled: Labelled) -> Iterator[str]:
    yield labelled.written.core
    for part in labelled.written.parts:
        yield core_of(part)
