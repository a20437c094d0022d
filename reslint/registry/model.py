"""What the registry knows, as immutable values: who meets, where and when, and what they adopted."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import Any

from reslint.named import NamedTuple


class Status(StrEnum):
    """Whether a text stands, as far as it was read."""

    IN_FORCE = "in force"
    ABROGATED = "abrogated"
    UNKNOWN = "unknown"


class Body(NamedTuple):
    """Who adopts texts, and how their editions are cited.

    `cites` is `place`, `session`, `short name` or `symbol`. `kinds` are the kinds of text whose records the registry
    may hold. `names` are its names per language; `data` is everything the file says of the body.
    """

    key: str
    cites: str
    kinds: tuple[str, ...]
    names: Mapping[str, tuple[str, ...]]
    data: Mapping[str, Any]

    @property
    def reuses(self) -> bool:
        """Whether it gives the number of an abrogated text to another one."""
        return "reuses" in self.data


class Sector(NamedTuple):
    """A Sector of the Union, whose Recommendations and other publications are in a catalogue.

    `letters` are its names beside a designation, first its own, `slips` what is met in their place. `cites` is `month`
    or `suffix`: what tells an edition. `kinds` are the kinds of text it publishes, `series` the letters that begin
    their designations.
    """

    key: str
    letters: tuple[str, ...]
    slips: tuple[str, ...]
    cites: str
    kinds: tuple[str, ...]
    series: tuple[str, ...]


class Town(NamedTuple):
    """A place where conferences meet; `name` is the one that editions are cited by.

    `names` are its names in other languages, those in `recalled` never read. `variants` are other right spellings,
    `foreign_variants` the same per language, `misspelt` wrong ones that were read in real texts.
    """

    name: str
    names: Mapping[str, str]
    recalled: tuple[str, ...]
    variants: tuple[str, ...]
    foreign_variants: Mapping[str, tuple[str, ...]]
    misspelt: tuple[str, ...]
    country: str | None


class Conference(NamedTuple):
    """A conference, an assembly or a session of one body; `key` is its short name.

    `uncertain` is true where it was not read whether it was held. `recalled` holds the fields never read, all of them
    where it holds `*`. `listed` are the kinds of text of which a list of all that were in force after it was read, each
    with the source of that list.
    """

    key: str
    body: str
    place: str | None
    year: int
    start: date | None
    end: date | None
    uncertain: bool
    aliases: tuple[str, ...]
    recalled: tuple[str, ...]
    note: str | None
    sources: tuple[str, ...]
    listed: tuple[tuple[str, str], ...]

    @property
    def name(self) -> str:
        """Its short name ("PP-22")."""
        return self.key

    @property
    def dates_read(self) -> bool:
        """Whether both days were read in a source."""
        return self.start is not None and self.end is not None and not self._doubt("start") and not self._doubt("end")

    @property
    def opens(self) -> date:
        """The first day; where none was read the first of its year, so that a doubt convicts nobody."""
        return self.start if self.start is not None and not self._doubt("start") else date(self.year, 1, 1)

    @property
    def closes(self) -> date:
        """The last day; where none was read the last of its year, so that a doubt convicts nobody."""
        return self.end if self.end is not None and not self._doubt("end") else date(self.year, 12, 31)

    @property
    def when(self) -> tuple[int, date]:
        """Its place in the order of the conferences of its body."""
        return self.year, self.opens

    def over(self, day: date) -> bool:
        """Whether it was surely held and over by the end of that day."""
        return not self.uncertain and self.closes <= day

    def _doubt(self, field: str) -> bool:
        return field in self.recalled or "*" in self.recalled


class ApprovalStatus(StrEnum):
    """What the catalogue says of one edition of a Recommendation; of most of ITU-R it says nothing."""

    IN_FORCE = "+"
    NOT_IN_FORCE = "-"
    WITHDRAWN = "w"
    PREPUBLISHED = "p"
    UNKNOWN = "?"


class Part(NamedTuple):
    """What amends or corrects an edition: its name ("Amd. 1"), the day it was approved, and whether it is in force."""

    name: str
    day: date
    status: ApprovalStatus


class Approval(NamedTuple):
    """What a catalogue says of one edition: the designation it bears, its version where editions are counted ("V7"),
    the standard of another organization that has the same text, and what amends it, oldest first.

    `dated` is false where no source tells when it was approved, but only when it was published.
    """

    name: str
    status: ApprovalStatus
    dated: bool = True
    version: str = ""
    twin: str = ""
    parts: tuple[Part, ...] = ()


class Edition(NamedTuple):
    """A text as one conference adopted or revised it.

    `suffix` is the number of the revision where the body counts them ("61-3"), `title` the title of this edition
    where it was read. An edition that a Sector approved has an `approval`, and the month stands in the place of the
    conference.
    """

    conference: Conference
    revised: bool
    suffix: int | None = None
    title: str | None = None
    approval: Approval | None = None


class FormerTitle(NamedTuple):
    """A title that a text had before; `of` are the conferences of the editions it was read in."""

    words: str
    of: tuple[Conference, ...]


class ForeignTitle(NamedTuple):
    """A title in another language than the first of the registry, of the edition of one conference."""

    lang: str
    words: str
    of: Conference


class Record(NamedTuple):
    """What is known of one text of one body: its key is (body, kind, number).

    `editions` are those read in a source, oldest first; `adoption_read` is false where the first of them is a revision.
    `checked` is the last conference through which latest edition and status were verified. No edition is missing
    between the first and `complete_through`, None where that is not known. `title_of` are the conferences of the
    editions that bear the title, oldest first; `foreign_titles` are those in other languages. `recalled` editions were
    never read and carry no verdict; `unconfirmed` years were seen only in proposals. `earlier` are the abrogated texts
    that bore the number before it, oldest first.
    """

    key: str
    body: str
    kind: str
    number: str
    title: str | None
    title_of: tuple[Conference, ...]
    title_recalled: bool
    former_titles: tuple[FormerTitle, ...]
    editions: tuple[Edition, ...]
    complete_through: Conference | None
    adoption_read: bool
    status: Status
    abrogated_by: Conference | None
    repealed_by: str | None
    basis: str | None
    checked: Conference | None
    unconfirmed: tuple[int, ...]
    recalled: tuple[Edition, ...]
    note: str | None
    sources: tuple[str, ...]
    earlier: tuple[Record, ...] = ()
    foreign_titles: tuple[ForeignTitle, ...] = ()

    @property
    def complete(self) -> bool:
        """Whether no edition is missing between the first and the last conference it was checked through."""
        return self.complete_through is not None and self.complete_through == self.checked

    def edition_of(self, conference: Conference) -> Edition | None:
        """The edition that this conference adopted, if one was read."""
        return next((edition for edition in self.editions if edition.conference == conference), None)

    def known_through(self, edition: Edition) -> Conference | None:
        """The conference through which this edition is known to be the latest; None where that was never checked.

        That a later edition was read says nothing of those in between.
        """
        if edition == self.editions[-1]:
            return self.checked
        through = self.complete_through
        return through if through is not None and through.when > edition.conference.when else edition.conference

    def borne_at(self, conference: Conference) -> Record:
        """The text that bore the number before this conference could give it to another."""
        return next(
            (text for text in self.earlier if text.abrogated_by and conference.when < text.abrogated_by.when), self
        )


class Language(NamedTuple):
    """A language that texts are written in, read or not: its name, small words that any text in it holds, or the
    script that it alone has.
    """

    name: str
    words: tuple[str, ...]
    script: str | None


class Origin(NamedTuple):
    """Where an entry stands: a registry file as it was named, and the line, from 1."""

    file: str
    line: int


class AssemblyText(NamedTuple):
    """A resolution of the United Nations General Assembly: adopted once, never revised.

    `drafts` are the symbols it was proposed under. `forms` are right ways to cite it, `variants` tolerable ones,
    `wrong` those that look right and are not. `recalled` holds the fields never read, all of them where it holds `*`.
    """

    number: str
    kind: str
    title: str | None
    date: date | None
    session: int | None
    drafts: tuple[str, ...]
    committee_report: str | None
    forms: tuple[str, ...]
    variants: tuple[str, ...]
    wrong: tuple[str, ...]
    aliases: tuple[str, ...]
    recalled: tuple[str, ...]
    note: str | None
    sources: tuple[str, ...]

    def read(self, field: str) -> bool:
        """Whether `field` was read in a source, and so may carry a verdict or a fix."""
        return getattr(self, field) not in (None, ()) and field not in self.recalled and "*" not in self.recalled

    @property
    def drafts_read(self) -> bool:
        """Whether it was read that these drafts became this text."""
        return self.read("drafts")
