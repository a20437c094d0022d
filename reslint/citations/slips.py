"""Names of bodies with slips of the pen, as where "Standardisation" stands for "Standardization"."""

from __future__ import annotations

from collections.abc import Iterable

LONG = 6
"""So long a word is known with a slip in it."""
MOST = 3
"""So many slips may a name have."""


def meant(words: str, names: Iterable[str]) -> str | None:
    """The one of the names that folded words mean, but for a letter or two of long words."""
    from rapidfuzz.distance import OSA

    written = words.split()
    for name in names:
        right = name.split()
        if len(right) != len(written) or max(map(len, right)) < LONG:
            continue
        slips = 0
        for word, other in zip(written, right, strict=True):
            far = 0 if word == other else OSA.distance(word, other, score_cutoff=MOST)
            slips += far if min(len(word), len(other)) >= LONG or not far else MOST + 1
        if slips <= MOST:
            return name
    return None
