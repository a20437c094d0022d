"""Where a text may cite a Recommendation at all, told by few signs that most texts lack.

Every pattern here begins with a sign that is looked for as fast as a text can be read. Offsets are zero-based
characters of the text.
"""

from __future__ import annotations

from collections.abc import Iterator

from reslint.storage.late import late

# A designation has a letter, a point and a number: X.509.
POINT = late(r"\.(?<=[A-Z]\.)\s?\d")
# Without a point it is told by the Sector: ITU-T X509, ITU-T x.509, Question ITU-R 77-8/5, ITU-R Question 77-8/5,
# ITU-T G-series.
SECTOR = late(
    r"-(?:[TRТР])[\s\u00a0]{1,2}(?:[A-Z]{1,3}\s?\d|[a-z]\.\d|(?:[^\W\d_]{2,12}\s)?\d{1,3}(?:-\d{1,2})?/\d|[A-Z][-\s.])"
)
SLIP = late(r"IT(?:U|(?<=UIT))\s?[TR]\s[A-Z]{1,3}\d")
BEFORE = 110
"""So far before a designation a citation may begin: part, head word, Sector, and what stands between them."""
BEHIND = 4


def may_cite(text: str) -> bool:
    """Whether there is any sign of a Recommendation in a text."""
    return any(pattern.search(text) is not None for pattern in (POINT, SECTOR, SLIP))


def places(text: str) -> Iterator[tuple[int, int]]:
    """The stretches of a text in which a citation may begin, in text order; none overlaps another."""
    signs = sorted(match.start() for pattern in (POINT, SECTOR, SLIP) for match in pattern.finditer(text))
    done = 0
    for sign in signs:
        start, end = max(sign - BEFORE, done), min(sign + BEHIND, len(text))
        if start < end:
            yield start, end
            done = end
