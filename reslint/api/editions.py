"""Write another edition into a citation, changing as little of it as can be."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from reslint.api.finding import Applicability, Edit, Fix
from reslint.api.messages import range_of
from reslint.api.page import Page
from reslint.citations.model import Citation, CitedEdition, Mark, Span, ToldBy

if TYPE_CHECKING:
    from reslint.registry import Edition, Judgement, Verdict

FIELDS = re.compile(r"\{(?:place|year)\}")


def judged(page: Page, verdict: Verdict) -> Sequence[tuple[Citation, Judgement]]:
    """The citations of a page that are to be judged by their edition and have this verdict, with their judgements."""
    return page._of_verdict(verdict)


def renewed(page: Page, citation: Citation, edition: Edition) -> Fix | None:
    """The unsafe fix that makes a citation cite `edition`; None where one cannot be sure what to change.

    That is so in the unresolved changes of a dump, where both the old and the new words stand, in a parenthesis that
    belongs to several numbers of which not all have that edition, and where further words tell the old edition, too. A
    number that tells the edition is changed too.
    """
    if citation.glued or (citation.shared and page.in_common(citation).latest is None):
        return None
    cited = citation.edition
    edits = [] if cited is None else _edition_edits(page, citation, cited, edition)
    if edits is None or (cited is not None and _is_told_twice(page, citation, cited)):
        return None
    number = number_of(citation, edition)
    if number != citation.number:
        if not may_count(page, citation):
            return None
        edits.append(Edit(citation.number_at.start, citation.number_at.end, number))
    edits.sort(key=lambda edit: edit.start)
    return Fix(tuple(edits), Applicability.UNSAFE) if edits else None


def _is_told_twice(page: Page, citation: Citation, cited: CitedEdition) -> bool:
    """Whether what would stay tells the edition that is to go: "(Rev. Buenos Aires, 2017 (WTDC-17))"."""
    registry, year, town = page.registry, cited.year, cited.town
    for one in (*citation.editions, citation.meeting):
        if one is not None and one is not cited and one.year == year and (one.town or town) == town:
            return True
    own = sorted(span for span in (cited.place_at, cited.year_at) if span is not None) or [cited.where]
    around = [span for span in (citation.parenthesis, citation.bodies_at) if span is not None]
    words = " ".join([_without(page.text, span, own) for span in around])
    if str(year)[-2:] in words and _telling(year).search(words):
        return True
    body = registry.bodies.get(citation.body or "")
    if body is None or body.cites == "session":
        return False
    towns = [town] if town else [one.place for one in registry.conferences_of(body.key) if one.year == year]
    folded = words.casefold()
    return any(registry.place_in(met, citation.lang).casefold() in folded for met in towns if met)


@lru_cache(maxsize=64)
def _telling(year: int | None) -> re.Pattern[str]:
    """What tells a year beside its edition: the year itself, or its last figures behind a label."""
    return re.compile(rf"[^\W\d_][-–]?\s?{str(year)[-2:]}(?!\d)|(?<!\d){year}(?!\d)")


def _without(text: str, span: Span, gone: Sequence[Span]) -> str:
    """The words of a range without some within it."""
    left, (start, end) = [], span
    for first, last in gone:
        if start <= first and last <= end:
            left.append(text[start:first])
            start = last
    return " ".join([*left, text[start:end]])


def number_of(citation: Citation, edition: Edition) -> str:
    """The number of the text that is cited, as it is in `edition` where the body counts its editions in the number."""
    if edition.suffix is None:
        return citation.number
    base = citation.number.partition("-")[0]
    return f"{base}-{edition.suffix}" if edition.suffix else base


def may_count(page: Page, citation: Citation) -> bool:
    """Whether a revision may be written behind the number: not where a hyphen with a further number stands there.

    "50-5-61" would be read as another number than the 50-5 that was written.
    """
    return not re.match(r"[-–]\d", page.text[citation.number_at.end : citation.number_at.end + 2])


def _edition_edits(page: Page, citation: Citation, cited: CitedEdition, edition: Edition) -> list[Edit] | None:
    body = page.registry.bodies.get(citation.body or "")
    if body is not None and body.cites == "session" and cited.year_at is not None:
        # A place beside the year of a session says nothing.
        return [Edit(cited.year_at.start, cited.year_at.end, str(edition.conference.year))]
    if cited.told is ToldBy.SAME:
        return None
    if cited.place_at is not None:
        return _place_edits(page, citation.lang, cited, edition)
    if cited.year_at is not None:
        return [Edit(cited.year_at.start, cited.year_at.end, str(edition.conference.year))]
    return _label_edits(page, citation, cited, edition)


def _place_edits(page: Page, lang: str, cited: CitedEdition, edition: Edition) -> list[Edit] | None:
    place = edition.conference.place
    if cited.place_at is None or cited.year_at is None or place is None or not page.registry.may_write(place, lang):
        return None
    town = page.registry.place_in(place, lang)
    edits = [
        Edit(
            cited.place_at.start,
            cited.place_at.end,
            matching(page.text[cited.place_at.start : cited.place_at.end], town),
        ),
        Edit(cited.year_at.start, cited.year_at.end, str(edition.conference.year)),
    ]
    edits.sort(key=lambda edit: edit.start)
    first, last = edits
    revised = edition.revised and edition.suffix is None
    if revised and cited.mark is not Mark.REVISED:
        before, behind = revision_mark(page, lang)
        edits[0] = Edit(first.start, first.end, before + first.content)
        edits[1] = Edit(last.start, last.end, last.content + behind)
    elif not revised and cited.mark is Mark.REVISED:
        start, end = range_of(cited)
        if cited.mark_at is None or cited.mark_at not in ((start, cited.mark_at.end), (cited.mark_at.start, end)):
            return None
        edits[0] = Edit(start, first.end, first.content)
        edits[1] = Edit(last.start, max(last.end, end if cited.mark_at.start > last.end else 0), last.content)
    return [edit for edit in edits if page.text[edit.start : edit.end] != edit.content]


def _label_edits(page: Page, citation: Citation, cited: CitedEdition, edition: Edition) -> list[Edit] | None:
    """The short name of the conference, with a mark where that is how the body writes editions; else its digits."""
    held = edition.conference
    body = page.registry.bodies.get(citation.body or "")
    if body is not None and body.cites == "short name":
        unmarked = edition.revised and cited.mark is Mark.PLAIN and not cited.in_prose
        form = "short name revised" if unmarked else "short name adopted"
        content: str = page.registry.vocabulary[citation.lang]["write"][form].format(
            label=page.registry.label_in(held, citation.lang)
        )
        return [Edit(cited.where.start, cited.where.end, content)]
    digits = re.search(r"\d+\Z", cited.label or "")
    if digits is None:
        return None
    if body is not None and body.cites == "place":
        letters, _, figures = held.key.rpartition("-")
        same = letters and (cited.label or "").startswith(letters) and len(figures) == len(digits.group())
        return [Edit(cited.where.end - len(figures), cited.where.end, figures)] if same else None
    length = len(digits.group())
    return [Edit(cited.where.end - length, cited.where.end, str(held.year)[-length:])]


def revision_mark(page: Page, lang: str) -> tuple[str, str]:
    """What a revision has more than a first edition, as the language writes it before place and year, and behind."""
    write = page.registry.vocabulary[lang]["write"]
    before, _, behind = _around(write["revised"])
    plain_before, _, plain_behind = _around(write["adopted"])
    return before.removesuffix(plain_before), behind.removeprefix(plain_behind)


def parting(page: Page, lang: str) -> str:
    """What the language writes between the place and the year of an edition."""
    return _around(page.registry.vocabulary[lang]["write"]["adopted"])[1]


@lru_cache(maxsize=64)
def _around(form: str) -> tuple[str, str, str]:
    """What stands before, between and behind the place and the year in a form of writing."""
    before, between, behind = [*FIELDS.split(form), "", ""][:3]
    return before, between, behind


def matching(written: str, word: str) -> str:
    """`word` in capitals where `written` is."""
    return word.upper() if written.isupper() and len(written) > 1 else word
