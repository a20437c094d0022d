"""What stands behind a citation without an edition, may say something of it, and was not understood.

Offsets are zero-based characters of the candidate's text.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from reslint.citations.lexicon import YEAR, Lexicon

REACH = 40
"""So many characters behind a citation may say something of its edition, a parenthesis behind a title more."""
TITLE = 160
# What speaks of an edition: a year, or the figures of one.
DATED = re.compile(rf"(?<!\w){YEAR}(?!\w)|['’]\d\d(?!\d)")
# What may stand before the first word of a title.
OPENING = ' \t\r\n["“«'
GOES_ON = re.compile(r"\s*(?:[,;&/]|[^\W\d_]{2,3}\s)\s*\d{1,4}\s?(?:bis|ter|[a-z])?(?![\w%])")
# Behind a parenthesis that a sign inside of it has closed before its year: "(Busan,1) 2014)".
CLOSED_EARLY = re.compile(rf"[^\w()]{{0,4}}{YEAR}\s*\)")


def unread_behind(lexicon: Lexicon, text: str, end: int, *, many: bool, alone: bool) -> tuple[int, int] | None:
    """The words behind `end` that were not understood; `many` says that the head word is one for several numbers,
    `alone` that one was read.
    """
    behind = text[end : end + REACH]
    if many and alone and (goes_on := GOES_ON.match(behind)):
        return end, end + goes_on.end()
    forms = _forms(lexicon)
    if found := forms.broken_off.match(text, end):
        return found.span()
    if text[:end].rstrip().endswith(")") and (found := CLOSED_EARLY.match(text, end)):
        return found.span()
    end = len(text[:end].rstrip(OPENING))
    found = forms.titled.match(text, end) or forms.marked.match(text, end)
    while found and not lexicon.head.search(text, end, found.start("told")):
        until = found.end()
        found = forms.further.match(text, until) if many else None
        if found is None:
            return end, until
    clause = re.match(r"[^.;:]*", behind)
    assert clause is not None
    if not DATED.search(clause.group()):
        return None
    marked = re.search(lexicon.fragments["revised"], clause.group())
    if marked and DATED.search(clause.group(), marked.end()):
        return end + marked.start(), end + clause.end()
    told = forms.told.match(clause.group())
    if told and not lexicon.head.search(told.group()):
        return end + told.start("told"), end + told.end()
    return None


class _Forms(NamedTuple):
    """What may stand behind a citation, in one language.

    A parenthesis that the paragraph does not close, a title and an edition, an edition that is marked as one behind any
    words, further numbers with theirs, and a place with its year or a session in running words.
    """

    broken_off: re.Pattern[str]
    titled: re.Pattern[str]
    marked: re.Pattern[str]
    further: re.Pattern[str]
    told: re.Pattern[str]


@lru_cache(maxsize=16)
def _forms(lexicon: Lexicon) -> _Forms:
    part = lexicon.fragments
    dated = rf"(?:{YEAR}|['’]\d\d|-\d\d)(?!\w)"
    marked = rf"\(\s*(?:{part['revised']}|{part['modified']})[^()]{{0,60}}?{dated}[^()]{{0,40}}\)"
    edition = rf"(?P<told>{marked}|\(\s*(?:(?:[^\W\d_][^()\d]{{0,40}}?[,\s]\s*)?{YEAR}|{part['label']})\s*\))"
    begun = f"{part['revised']}|{part['modified']}|{part['places']}|{part['bodies']}|{part['label']}|{YEAR}"
    opened = rf"(?:,?\s*(?:{part['quoted']})\s|\s*[:–—-]\s+|,?\s*[\"“«'\[(])"
    session = rf"{YEAR}\s+(?:{part['session']})|(?:{part['session']})\s+(?:{part['of']})\s+{YEAR}"
    return _Forms(
        re.compile(rf"\s*\(\s*(?:{begun})[^()]{{0,90}}\Z"),
        re.compile(rf"{opened}[^.;()]{{2,{TITLE}}}?\)?\s*{edition}"),
        re.compile(rf"[^.;()]{{0,{TITLE}}}?(?P<told>{marked})"),
        re.compile(rf"[^.;()]{{1,{TITLE}}}?{edition}"),
        re.compile(rf".*?(?P<told>{part['places']}\s*,?\s*(?:(?:{part['in']})\s+)?{YEAR}|{session})", re.DOTALL),
    )
