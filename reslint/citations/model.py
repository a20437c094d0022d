"""What a document cites: one Citation a number, with everything that was read at its place.

All offsets are zero-based characters of the view's text.
"""

from __future__ import annotations

from enum import StrEnum

from reslint.named import NamedTuple
from reslint.values import Record


class Span(NamedTuple):
    """A range of the view's text: `text[start:end]`."""

    start: int
    end: int


class Mark(StrEnum):
    """How the text marks an edition: not at all, as a revision, or (Council) as a session that adopted or modified."""

    PLAIN = ""
    REVISED = "revised"
    ADOPTED = "adopted"
    MODIFIED = "modified"


class BodyFrom(StrEnum):
    """What decided the body of a citation."""

    STATED = "stated"
    EDITION = "edition"
    CONTEXT = "context"
    NUMBER = "number"


class ToldBy(StrEnum):
    """What tells an edition: itself, what stands behind a title, the label of a meeting, the conference behind the name
    of the body, or the citation before ("ibid."). A date behind an annex that has editions of its own is that of the
    part.
    """

    EDITION = "edition"
    TITLE = "title"
    LABEL = "label"
    CONFERENCE = "conference"
    SAME = "same"
    PART = "part"


class CitationRole(StrEnum):
    """What a citation does: cite, head the text itself, or recount the editions of a text.

    A Recommendation may be cited in the references of a text, or in its bibliography, and be incorporated by reference:
    then a treaty or a law fixes its edition.
    """

    CITATION = "citation"
    HEADING = "heading"
    HISTORY = "history"
    REFERENCE = "reference"
    BIBLIOGRAPHY = "bibliography"
    INCORPORATED = "incorporated"


JUDGED = (CitationRole.CITATION, CitationRole.REFERENCE, CitationRole.BIBLIOGRAPHY)
"""What a citation of a Recommendation does where its edition is judged."""


class CitedEdition(NamedTuple):
    """An edition as it was written; `place` is the word in the text, right or wrong, None where there is none.

    `town` is the registry's name of the place that was meant, None where it cannot be told.
    `label` is the short name of a conference or session ("WRC-15", "C19") where the text gives one. `where` covers
    place and year, `place_at` and `year_at` each of them. `in_prose` is true outside of a parenthesis, `paired` where
    the phrase tells sessions that adopted and that modified apart ("C11, last amended C25"). Where a label told it, or
    the citation before, place and year are those of the conference, and `place_at` and `year_at` are None.
    """

    place: str | None
    year: int | None
    mark: Mark
    where: Span
    place_at: Span | None = None
    year_at: Span | None = None
    mark_at: Span | None = None
    label: str | None = None
    in_prose: bool = False
    paired: bool = False
    town: str | None = None
    told: ToldBy = ToldBy.EDITION
    month: int | None = None
    suffix: str | None = None

    @property
    def rev(self) -> bool:
        """Whether the text marks it "Rev.", or tells it from the session that adopted."""
        return self.mark is Mark.REVISED or (self.mark is Mark.MODIFIED and self.paired)


class Citation(NamedTuple):
    """One number of one body, cited at one place.

    `start` and `end` run from the head word, with a body word directly before it, to the closing parenthesis or else
    the number. `editions` stand in text order; several mean a chain, or both sides of an unresolved change
    (`glued`). `parenthesis` is the range of the edition's parenthesis with its brackets; `shared` is true where it
    belongs to several numbers of a list. `group` is the same for all numbers of one list. `edition` is the one the
    text asks to be judged by: the latest of them, which in a change is the proposed one. `meeting` is the edition of a
    meeting whose label stands beside a citation that has an edition, too. `unread` are words in the parenthesis, in the
    list or behind it that were not understood, where they may say something of the edition; or those at `bodies_at`,
    where they only begin the name of a body. `part` names what amends a Recommendation, where that is cited ("Amd. 1").
    """

    start: int
    end: int
    text: str
    body: str | None
    body_from: BodyFrom | None
    kind: str
    number: str
    number_at: Span
    editions: tuple[CitedEdition, ...]
    role: CitationRole
    lang: str
    block: int
    group: int
    parenthesis: Span | None = None
    shared: bool = False
    glued: bool = False
    bodies_at: Span | None = None
    edition: CitedEdition | None = None
    meeting: CitedEdition | None = None
    unread: Span | None = None
    part: str = ""


class PartialCitation(Record):
    """A citation in the making, whose body and role are open; offsets ending in `_at` alone count in the reading, the
    others in the view.

    `series` are the letters of a Sector at the number, `beside` the words that name its body, with the kind of each,
    those nearest to it first; `lent` is what stands directly at a number before it in its list. `before` is the
    citation before it in the view.
    """

    start: int
    end: int
    kind: str
    number: str
    number_at: Span
    editions: tuple[CitedEdition, ...]
    lang: str
    block: int
    group: int
    block_start: int
    head_at: int
    capital: bool
    series: str = ""
    lent: tuple[str, str] | None = None
    beside: tuple[tuple[str, str], ...] = ()
    bodies_at: Span | None = None
    parenthesis: Span | None = None
    shared: bool = False
    glued: bool = False
    qualified: bool = False
    short: bool = False
    sessional: bool = False
    many: bool = False
    heading: bool = False
    meeting: CitedEdition | None = None
    unread: Span | None = None
    before: PartialCitation | None = None
    body: str | None = None
    body_from: BodyFrom | None = None
    role: CitationRole = CitationRole.CITATION


def judged(editions: tuple[CitedEdition, ...]) -> CitedEdition | None:
    """The edition by which a citation asks to be judged: the latest of those it names."""
    if len(editions) == 1:
        return editions[0] if editions[0].year is not None else None
    return max((edition for edition in editions if edition.year is not None), key=_year, default=None)


def _year(edition: CitedEdition) -> int:
    return edition.year or 0
