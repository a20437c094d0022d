"""Records of Recommendations, Supplements, Reports and Questions, made of the lines of a catalogue.

A line holds the editions, oldest first, with `;` between them, and the title of the last one. An edition is

    20230613+|V7|=G.709/Y.1331|~ISO/IEC 27011|Amd. 1@20240308+

the day of its approval and how it stands, then what there is of: its version, its designation where that is not the
key, the standard of ISO/IEC that is the same text, and its amendments and corrigenda. In ITU-R the suffix stands before
it (`7@202602+`), and `~` where only the month of its publication is known (`7@~201003?`).
"""

from __future__ import annotations

from datetime import date, timedelta

from reslint.registry.designations import with_suffix
from reslint.registry.model import Approval, ApprovalStatus, Conference, Edition, Part, Record, Status
from reslint.storage.late import late

SUPPLEMENT = late(r"\s*Suppl\.\s*")


def record(key: str, line: str, listed: date, source: str) -> Record:
    """The record of a line; `listed` is the day of the catalogue, `source` what it was made of."""
    body, kind, number = key.split(" ", 2)
    written, _, title = line.partition("\t")
    editions = tuple(_edition(body, number, one) for one in written.split(";"))
    last = editions[-1]
    assert last.approval is not None
    return Record(
        key=key,
        body=body,
        kind=kind,
        number=number if last.suffix is not None else last.approval.name,
        title=title or None,
        title_of=(last.conference,),
        title_recalled=False,
        former_titles=(),
        editions=editions,
        complete_through=None if last.suffix is not None else the_day(body, listed),
        adoption_read=True,
        status=_status(editions),
        abrogated_by=None,
        repealed_by=None,
        basis=None,
        checked=the_day(body, listed),
        unconfirmed=(),
        recalled=(),
        note=None,
        sources=(page_of(body, kind, last), source),
    )


def the_day(body: str, day: date) -> Conference:
    """A day in the place of a conference: that on which a catalogue was as it is."""
    return _held(body, day.isoformat(), day, day, dated=True)


def page_of(body: str, kind: str, edition: Edition) -> str:
    """The address of the page of a text at the Union."""
    assert edition.approval is not None
    name = SUPPLEMENT.sub(".Sup", edition.approval.name.split("/")[0]).replace(" ", "")
    if body == "ITU-T":
        return f"https://www.itu.int/rec/T-REC-{name}"
    if kind == "report":
        return f"https://www.itu.int/pub/R-REP-{name.partition('-')[0]}"
    if kind == "question":
        return "https://www.itu.int/pub/R-QUE"
    return f"https://www.itu.int/rec/R-REC-{name.partition('-')[0]}"


def _edition(body: str, number: str, written: str) -> Edition:
    first, *fields = written.split("|")
    suffix, _, told = first.rpartition("@")
    dated = told[0] != "~"
    digits, status = told.lstrip("~")[:-1], ApprovalStatus(told[-1])
    start, end = _days(digits)
    name = with_suffix(number, suffix) if suffix else number
    version, twin, parts = "", "", []
    for field in fields:
        if field[0] == "=":
            name = field[1:]
        elif field[0] == "~":
            twin = field[1:]
        elif "@" in field:
            called, _, when = field.partition("@")
            parts.append(Part(called, _days(when[:-1])[0], ApprovalStatus(when[-1])))
        else:
            version = field
    held = _held(body, f"{start:%m/%Y}", start, end, dated=dated)
    approval = Approval(name, status, dated, version, twin, tuple(parts))
    return Edition(held, False, int(suffix) if suffix else None, None, approval)


def _held(body: str, key: str, start: date, end: date, *, dated: bool) -> Conference:
    """The month of an approval; where only that of the publication is known, the dates convict nobody."""
    recalled = () if dated else ("start", "end")
    return Conference(key, body, None, start.year, start, end, False, (), recalled, None, (), ())


def _days(digits: str) -> tuple[date, date]:
    """First and last day of what is written as 20230613 or, where the day is not known, as 202306."""
    year, month = int(digits[:4]), int(digits[4:6])
    if len(digits) > 6:
        day = date(year, month, int(digits[6:]))
        return day, day
    following = date(year + month // 12, month % 12 + 1, 1)
    return date(year, month, 1), following - timedelta(1)


def _status(editions: tuple[Edition, ...]) -> Status:
    """Whether the text stands, as far as the catalogue tells: the last edition decides."""
    last = editions[-1].approval
    assert last is not None
    if last.status in (ApprovalStatus.IN_FORCE, ApprovalStatus.PREPUBLISHED):
        return Status.IN_FORCE
    suffixed = editions[-1].suffix is not None
    gone = last.status is ApprovalStatus.WITHDRAWN or (last.status is ApprovalStatus.NOT_IN_FORCE and not suffixed)
    return Status.ABROGATED if gone else Status.UNKNOWN
