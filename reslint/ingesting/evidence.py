"""Evidence, which official texts attest: which editions of which text there are, how they are titled, what is
abrogated.

Nothing here is believed yet: `reconciling` holds it against what the registry knows.
"""

from __future__ import annotations

import re
from datetime import date

from reslint.named import NamedTuple

UNSEEN = re.compile(r"[\x00-\x20\x7f-\x9f\u2028\u2029\ud800-\udfff]+")
READ = re.compile(r"(?P<what>.*), read (?P<day>\d{4}-\d\d-\d\d)")


class Meeting(NamedTuple):
    """A conference by its key; `new` is the year of a session that the calendar of the registry lacks, else None."""

    key: str
    new: int | None = None


class Attested(NamedTuple):
    """An edition that a text attests. `revised` says whether it is marked as a revision, None where it is not said;
    `suffix` is the number of the revision where the body counts them.
    """

    meeting: Meeting
    revised: bool | None
    suffix: int | None = None


class Evidence(NamedTuple):
    """What one place of one file says of one text, whose key it would have in the registry.

    `editions` stand oldest first; they are the whole history through the last of them where `whole` is true. `title`
    is that of the last, in the language `lang`. `abrogated_by` is the conference that abrogated it. `only_cited` is
    true for what is attested by a citation alone. `file` is as the user named it, `place` where in it ("line 3"),
    `source` what the registry will say of both.
    """

    key: str
    file: str
    place: str
    source: str
    lang: str
    editions: tuple[Attested, ...] = ()
    title: str | None = None
    whole: bool = False
    abrogated_by: Meeting | None = None
    only_cited: bool = False


class FullList(NamedTuple):
    """All texts of one kind of a body that are in force after a conference, as one file lists them.

    `keys` are those of the texts that are listed, `source` is where the list stands.
    """

    body: str
    kind: str
    meeting: Meeting
    keys: frozenset[str]
    file: str
    source: str


class Doubt(NamedTuple):
    """Something that only a person can decide, shown and not resolved: where it was read, what, and what to do."""

    where: str
    reason: str
    advice: str

    def __str__(self) -> str:
        return f"{self.where}: {self.reason}; {self.advice}"


class Testimony(NamedTuple):
    """Everything that one file attests."""

    evidence: tuple[Evidence, ...] = ()
    lists: tuple[FullList, ...] = ()
    doubts: tuple[Doubt, ...] = ()


def source(file: str, place: str, day: date) -> str:
    """What the registry says of where a fact was read; the name of a file is words, whatever it holds."""
    name = UNSEEN.sub(" ", file).strip() or "a file"
    return f"{name}, {place}, read {day.isoformat()}"


def same_source(one: str, other: str) -> bool:
    """Whether both are the same place in the same file, on whatever day it was read."""
    first, second = READ.fullmatch(one), READ.fullmatch(other)
    return one == other or (first is not None and second is not None and first["what"] == second["what"])
