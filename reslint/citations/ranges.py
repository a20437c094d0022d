"""The numbers that a dash joins: both ends of "70-75", or a number with its revision ("1-9").

Offsets are zero-based characters of the candidate's text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from reslint.storage.late import late

if TYPE_CHECKING:
    from reslint.citations.lexicon import Lexicon
    from reslint.citations.model import CitedEdition
    from reslint.citations.read import ReadEdition, ReadNumber
    from reslint.registry import Edition, Registry

RANGE = late(r"(\d+)[-–](\d+)")
MOST_REVISIONS = 30
"""No text was revised so often: a higher number is the end of a range, whatever the head word says."""


def split(
    number: ReadNumber,
    many: bool,
    beside: Sequence[tuple[str, str]],
    source: Sequence[ReadEdition],
    registry: Registry,
    lexicon: Lexicon,
    in_series: bool,
) -> list[tuple[str, int]]:
    """The numbers that a token stands for, each with its offset: both ends of "70-75".

    `in_series` is true in a list where a number before it is one of a series ("ITU-R 2-8, 4-8").
    """
    text, start = number.number.text, number.number.start
    if text.isdecimal():
        return [(text, start)]
    placed = any(edition.place is not None or edition.label is not None for edition in source)
    ends = RANGE.fullmatch(text)
    ranged = many or (ends is not None and int(ends[2]) > MOST_REVISIONS)
    if ends is None or not ranged or number.series is not None or int(ends[2]) <= int(ends[1]):
        return [(text, start)]
    bodies = {body for which, words in beside if (body := lexicon.body_of_words(which, words))}
    counted = _counted(registry)
    if bodies & counted or (
        not bodies and (in_series or not placed) and any(_counted_editions(registry, counted, text))
    ):
        return [(text, start)]
    return ends_of(number)


def ends_of(number: ReadNumber) -> list[tuple[str, int]]:
    """The first and the last of a range."""
    return [(one.group(), number.number.start + one.start()) for one in re.finditer(r"\d+", number.number.text)]


def may_be_range(number: ReadNumber) -> bool:
    """Whether a number with its revision ("1-4") may be the ends of a range, as it is alone behind "Resolutions"."""
    ends = RANGE.fullmatch(number.number.text)
    return ends is not None and int(ends[1]) < int(ends[2])


def was_adopted(number: ReadNumber, editions: Sequence[CitedEdition], registry: Registry) -> bool:
    """Whether one of the editions is that of the revision in the number, as far as the registry tells."""
    named = {(edition.town, edition.year) for edition in editions}
    known = _counted_editions(registry, _counted(registry), number.number.text)
    return any((one.conference.place, one.conference.year) in named for one in known)


def _counted(registry: Registry) -> set[str]:
    """The bodies that count the revisions of a text in its number."""
    return {key for key, body in registry.bodies.items() if body.data.get("suffixes")}


def _counted_editions(registry: Registry, counted: set[str], number: str) -> Iterator[Edition]:
    """The editions that "1-9" is the number of, with its revision, as far as the registry tells."""
    base, revision = re.split("[-–]", number)
    for body in counted:
        for kind in registry.bodies[body].kinds:
            record = registry.record(body, kind, base)
            yield from (edition for edition in record.editions if edition.suffix == int(revision)) if record else ()
