"""The words of a finding in their paragraph, as a reader of the page gets them: on one line, cut between words."""

from __future__ import annotations

import re

from reslint.api.finding import Finding
from reslint.api.places import REACH
from reslint.named import NamedTuple

WITHIN = 400
"""Of longer words only the first and the last are shown."""
CUT = "…"
BLANKS = re.compile(r"\s+")
NEAR = 40


class Quoted(NamedTuple):
    """What stands before the words, the words, and what stands after them."""

    before: str
    words: str
    after: str


def quoted(finding: Finding) -> Quoted:
    """The words of a finding and what is kept of the text around them."""
    before, words, after = finding.around.before, finding.excerpt, finding.around.after
    if len(words) > WITHIN:
        words = f"{words[: WITHIN // 2]} {CUT} {words[-WITHIN // 2 :]}"
    # A side as long as it can be goes on in the file, unless it ends there by chance.
    if finding.around.label:
        before = f"{finding.around.label} {before}"
    elif len(before) >= REACH:
        before = CUT + before[_blank(before) :].lstrip()
    if len(after) >= REACH:
        after = after[: len(after) - _blank(after[::-1])].rstrip() + CUT
    return Quoted(_line(before).lstrip(), _line(words), _line(after).rstrip())


def _blank(text: str) -> int:
    """Where the first whole word begins, if it begins soon."""
    found = BLANKS.search(text, 0, NEAR)
    return found.start() if found else 0


def _line(text: str) -> str:
    return BLANKS.sub(" ", text)
