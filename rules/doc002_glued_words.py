"""DOC002 glued-words."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator

from reslint import Example, Mistake, Page, Rule, Scope, Severity

CENTURIES = ("19", "20")
YEAR = r"(?:19|20)\d\d"
GLUED = re.compile(rf"(?:19|20)\d\d(?:(?:{YEAR})+(?!\w)|[A-Z][a-z]{{2,}}|[a-z]{{2,}}(?![\w]))")
WORD = re.compile(r"[^\W\d_]*")
# What stands before a year that is part of a name, an address or a number; a year before a dash begins a range.
PART_OF_MORE = re.compile(r"[\w/.@#=&+\\-]$")
RANGE = re.compile(rf"(?<!\d){YEAR}-$")
ADDRESS = re.compile(r"://|www\.|[/\\@_=#&]")


class GluedWords(Rule):
    """Words that belong to two sides of a change stand run together.

    ## What it does

    Reports two clause headings in one ("consideringrecalling") and, outside of citations, a year that is run into a
    word or another year ("2014and", "20222026", "2018Bucharest"). Addresses, identifiers and units are left alone.
    Editions run together inside a citation are the business of TRK001.

    ## Why

    It is the mark of a text in which deleted words were kept beside the inserted ones; what such a text says is not
    certain.
    """

    code = "DOC002"
    name = "glued-words"
    severity = Severity.INFO
    scope = Scope.PARAGRAPH
    examples = (
        Example(
            "consideringrecalling\n\na)\tthe plan for 20222026;\nb)\tthose of 2018and of 2016-20192020-2023,\n",
            ("consideringrecalling", "20222026", "2018and", "20192020"),
        ),
        Example(
            "considering\n\na)\tthe plan for 2022-2026, in the band 2025MHz;\nb)\tthe page https://example.org/2018and,\n"
        ),
    )

    def check(self, page: Page) -> Iterable[Mistake]:
        """Yield clause headings and years that are run together, in text order."""
        mistakes = [*self._headings(page), *self._years(page)]
        return sorted(mistakes, key=lambda mistake: mistake.start)

    def _headings(self, page: Page) -> Iterator[Mistake]:
        for clause in page.structure.clauses:
            if clause.parts:
                both = " and ".join(" ".join(page.text[start:end].split()) for start, end in clause.parts)
                yield Mistake(
                    clause.parts[0][0], clause.parts[-1][1], f"clause heading: {both} run together", part_of="TRK001"
                )

    def _years(self, page: Page) -> Iterator[Mistake]:
        reading = page.view.reading
        text = reading.text
        matches = _glued(text)
        if not matches:
            return
        citations = sorted((citation.start, citation.end) for citation in page.all_citations)
        units = {
            str(unit).casefold() for words in page.registry.vocabulary.values() for unit in words.get("units") or ()
        }
        for match in matches:
            before = text[max(match.start() - 6, 0) : match.start()]
            if PART_OF_MORE.search(before) and not RANGE.search(before):
                continue
            if ADDRESS.search(_token(text, match.start(), match.end())):
                continue
            word = match.group()[4:]
            if word.casefold() in units:
                continue
            start, end = reading.start_of(match.start()), reading.end_of(_word_end(text, match.end()))
            at = bisect_right(citations, (start, len(page.text) + 1)) - 1
            if at >= 0 and start < citations[at][1]:
                continue
            message = f"{text[match.start() : _word_end(text, match.end())]}: {_what(word)}"
            yield Mistake(start, end, message, part_of="TRK001")


def _glued(text: str) -> list[re.Match[str]]:
    """Where a year is run into something; `str.find` is several times faster than a search for the pattern."""
    found = []
    for century in CENTURIES:
        at = text.find(century)
        while at >= 0:
            match = GLUED.match(text, at)
            if match:
                found.append(match)
            at = text.find(century, match.end() if match else at + 1)
    apart: list[re.Match[str]] = []
    for match in sorted(found, key=lambda match: match.start()):
        if not apart or match.start() >= apart[-1].end():
            apart.append(match)
    return apart


def _what(word: str) -> str:
    return "two years run together" if word.isdigit() else "a year run into a word"


def _word_end(text: str, end: int) -> int:
    match = WORD.match(text, end)
    return match.end() if match else end


def _token(text: str, start: int, end: int) -> str:
    """What stands between the blanks around a range, as far as it can matter."""
    left = text[max(start - 60, 0) : start].split()
    right = text[end : end + 60].split()
    before = left[-1] if left and not text[start - 1 : start].isspace() else ""
    after = right[0] if right and not text[end : end + 1].isspace() else ""
    return before + text[start:end] + after
