"""Numbers that slashes join: those of "64/70" and "9/30", and the one of "140/2018", which stands before a year.

So are symbols written, too: numbers are read where an edition stands behind them, where they follow each other, or
where the body that is named has texts of such numbers. Offsets are zero-based characters of the candidate's text.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from reslint.citations.beyond import Beyond, span_of
from reslint.storage.late import late
from reslint.values import Record

if TYPE_CHECKING:
    from reslint.citations.lexicon import Lexicon
    from reslint.citations.read import ReadEdition, ReadNumber
    from reslint.registry import Registry

NUMBERS = late(r"\d{1,4}(?:/\d{1,4})+")
SHORT = late(r"\d{1,3}(?:/\d{1,3})+")
WITH_YEAR = late(r"\d{1,4}/(?:19|20)\d\d")
YEAR_BEHIND = late(r"\s*/\s*(?:19|20)\d\d(?![\w/])")
REST = late(r"(?:/?\w)*")
DIGITS = late(r"\d+")


class Slashed(Record):
    """The numbers, each with its offset, and the range of what was not understood, if there is any."""

    numbers: list[tuple[str, int]]
    unread: tuple[int, int] | None = None


def slashed(
    beyond: Beyond,
    number: ReadNumber,
    kind: str,
    many: bool,
    beside: Sequence[tuple[str, str]],
    source: Sequence[ReadEdition],
    registry: Registry,
    lexicon: Lexicon,
) -> Slashed | None:
    """The numbers that slashes join in one of a citation, behind which something may stand; None where it is a symbol,
    or has none.
    """
    text, start = number.number.text, number.number.start
    if "/" not in text or NUMBERS.fullmatch(text) is None:
        return None
    parts = [(one.group(), start + one.start()) for one in DIGITS.finditer(text)]
    symbol = number.number.type == "SYMBOL"
    placed = any(edition.place is not None or (symbol and edition.label is not None) for edition in source)
    follow = symbol and many and len(parts) == 2 and int(parts[1][0]) == int(parts[0][0]) + 1
    if follow or (placed and (symbol or SHORT.fullmatch(text))):
        return Slashed(parts)
    body = _named(beside, registry, lexicon)
    if body is None or registry.record(body, kind, parts[0][0]) is None:
        return None
    whole = beyond.ask(span_of, REST, number.number.end)
    assert whole is not None
    end = whole[1]
    known = end == number.number.end and all(registry.record(body, kind, one) for one, _ in parts)
    if known and not WITH_YEAR.fullmatch(text):
        return Slashed(parts)
    return Slashed(parts[:1], (start + len(parts[0][0]), end))


def _named(beside: Sequence[tuple[str, str]], registry: Registry, lexicon: Lexicon) -> str | None:
    """The body of the Union that is named nearest, if it numbers its texts."""
    bodies = (lexicon.body_of_words(which, words) for which, words in beside)
    body = next((one for one in bodies if one is not None), None)
    return body if body and body in registry.bodies and registry.bodies[body].cites != "symbol" else None


def year_behind(text: str, end: int) -> tuple[int, int] | None:
    """The year that a slash, with blanks beside it, joins to a number ("2 / 2018")."""
    found = YEAR_BEHIND.match(text, end)
    return found.span() if found else None


def joined_by_slash(text: str, before: ReadNumber, number: ReadNumber) -> bool:
    """Whether a slash, with blanks beside it, joins two numbers of a list ("2 / 21")."""
    return text[before.number.end : number.number.start].strip() == "/"
