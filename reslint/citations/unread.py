"""What stands behind a citation without an edition, may say something of it, and was not understood.

Offsets are zero-based characters of the candidate's text. What most texts do not have is looked for with patterns that
need no vocabulary, so that theirs is not built for nothing.
"""

from __future__ import annotations

import re

from reslint.citations.lexicon import Lexicon
from reslint.citations.surroundings import YEAR
from reslint.storage.late import late

Range = tuple[int, int]

REACH = 40
"""So many characters behind a citation may say something of its edition, a parenthesis behind a title more."""
# What speaks of an edition: a year, or the figures of one.
DATED = late(rf"(?<!\w){YEAR}(?!\w)|['’]\d\d(?!\d)")
GOES_ON = late(r"\s*(?:[,;&/]|[^\W\d_]{2,3}\s)\s*\d{1,4}\s?(?:bis|ter|[a-z])?(?![\w%])")
# A full stop behind a mark of three letters ends no clause: "Rev. Dubai, 2018".
CLAUSE = late(r"(?:[^.;:]|(?<=\b[A-Z][a-z][a-z])\.(?=\s))*")
PART_OF_WORD = late(r"(?:(?<=\w)\w+)?")
# A parenthesis that the paragraph does not close.
BROKEN_OFF = late(r"\s*(\()\s*(\w)?[^()]{0,90}\Z")
# Behind a parenthesis that a sign inside of it has closed before its year: "(Busan,1) 2014)".
CLOSED_EARLY = late(rf"[^\w()]{{0,4}}(?:[^\W\d_][\w\s'-]{{0,30}},\s*)?{YEAR}\s*\)")
# What may stand before the first word of a title, and words up to the first parenthesis with figures of a year.
OPENING = ' \t\r\n["“«'
IN_PARENTHESIS = late(r"([^.;()]{0,160}?\)?\s*)\(([^()]{0,90}(?:\d\d|\d{4})[^()]{0,40})\)")
# Only an edition, with no mark that says so.
BARE = late(rf"\s*(?:(?:[^\W\d_][^()\d]{{0,40}}?[,\s]\s*)?{YEAR}|[^\W\d_]{{1,9}}[-–\s]?\d\d(?:\d\d)?)\s*")
PLACED = late(rf"((?:[^\W\d_a-z][^\W\d_]+[\s-])*[^\W\d_a-z][^\W\d_]+)\s*[,(]?\s*(?:[^\W\d_]{{2,3}}\s+)?{YEAR}(?!\w)")


def unread_behind(lexicon: Lexicon, text: str, end: int, *, many: bool, alone: bool) -> Range | None:
    """The words behind `end` that were not understood; `many` says that the head word is one for several numbers,
    `alone` that one was read.
    """
    behind = text[end : end + REACH]
    if many and alone and (goes_on := GOES_ON.match(behind)):
        return end, end + goes_on.end()
    found = BROKEN_OFF.match(text, end)
    if found and ((found[2] and not found[2].islower()) or lexicon.edition.match(text, found.start(1))):
        return found.start(1), found.end()
    if text[:end].rstrip().endswith(")") and (found := CLOSED_EARLY.match(text, end)):
        return found.span()
    return _behind_words(lexicon, text, end, many) or _in_words(lexicon, text, end)


def _behind_words(lexicon: Lexicon, text: str, end: int, many: bool) -> Range | None:
    """An edition in a parenthesis behind a title, or marked as one behind any words; of a list up to its last one."""
    end = until = len(text[:end].rstrip(OPENING))
    while found := IN_PARENTHESIS.match(text, until):
        if lexicon.head.search(text, until, found.end(1)):
            break
        bare = BARE.fullmatch(found[2]) is not None
        if bare and until == end:
            titled = rf"(?:,?\s*(?:{lexicon.fragments['quoted']})\s|\s*[:–—-]\s|,?\s*[\"“«'\[(])..+"
            bare = re.match(titled, found[1], re.DOTALL) is not None
        if not bare and not _is_marked(lexicon, found[2]):
            break
        until = found.end()
        if not many:
            break
    return (end + len(text[end:until]) - len(text[end:until].lstrip()), until) if until > end else None


def _is_marked(lexicon: Lexicon, inside: str) -> bool:
    marks = rf"\s*(?:{lexicon.fragments['revised']}|{lexicon.fragments['modified']})"
    return re.match(marks, inside) is not None


def _in_words(lexicon: Lexicon, text: str, end: int) -> Range | None:
    """An edition in running words, near the citation."""
    clause = CLAUSE.match(text[end : end + REACH])
    assert clause is not None
    if not DATED.search(clause.group()):
        return None
    marked = re.search(lexicon.fragments["revised"], clause.group())
    cited = marked and lexicon.head.search(clause.group(), 0, marked.start())
    if marked and not cited and DATED.search(clause.group(), marked.end()):
        last = PART_OF_WORD.match(text, end + clause.end())
        assert last is not None
        return end + marked.start(), last.end()
    session, of = lexicon.fragments["session"], lexicon.fragments["of"]
    held = re.search(rf"{YEAR}\s+(?:{session})|(?:{session})\s+(?:{of})\s+{YEAR}", clause.group())
    told = PLACED.search(clause.group())
    if told is not None and not lexicon.ends_with_place(told[1]):
        told = None
    found = held or told
    if found is None or lexicon.head.search(clause.group(), 0, found.start()):
        return None
    return end + found.start(), end + found.end()
