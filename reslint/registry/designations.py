"""Designations of Recommendations, Reports, Supplements and Questions, and the keys they are found under."""

from __future__ import annotations

import re

from reslint.storage.late import late

RECOMMENDATION = "recommendation"
SUFFIXED = late(r"(?P<base>[A-Z]{1,4}\.\d+|(?P<question>\d+))(?:-(?P<suffix>\d{1,3}))?(?P<group>/\d+)?")


def key_of(sector: str, kind: str, number: str) -> str:
    """The key of a text in the catalogue; blanks and case do not count."""
    return f"{sector} {kind} {''.join(number.split()).upper()}"


def split_suffix(number: str) -> tuple[str, str | None]:
    """A number of ITU-R without its suffix, and the suffix: "M.2012-5" is M.2012 and 5, "77-8/5" is 77/5 and 8."""
    found = SUFFIXED.fullmatch(number)
    if found is None:
        return number, None
    return found["base"] + (found["group"] or ""), found["suffix"]


def with_suffix(number: str, suffix: str) -> str:
    """A number without suffix as that edition of it is cited."""
    base, stroke, group = number.partition("/")
    return f"{base}-{suffix}{stroke}{group}"


def halves(number: str) -> tuple[str, ...]:
    """The names that are joined in one designation: G.709/Y.1331 is G.709 and Y.1331."""
    parts = re.split(r"\s*/\s*(?=[A-Z])", number)
    return tuple(part.strip() for part in parts)
