"""A catalogue made of the list of a bibliographic collection: its rows, and what is left out of them.

The list is a table (CSV) with the columns `identifier, kind, approved, published, status, title, also, source`.
Of ITU-T the approval is that of the identifier, to the day in `published`; of ITU-R `published` is the day on which the
file was laid on the shelf and orders nothing: the suffix does, and `approved` is what is printed.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from reslint.errors import ReslintError
from reslint.named import NamedTuple
from reslint.registry.catalogue import MARK, checksum
from reslint.registry.designations import halves, key_of, split_suffix

COLUMNS = ("identifier", "kind", "approved", "published", "status", "title", "also", "source")
OF_T = re.compile(
    r"ITU-T (?P<name>[^|;@=~]+?)(?: \((?P<version>V\d+)\)| (?P<v>v\.\d+))?"
    r"(?: \((?P<year>\d{4})\) (?P<part>[^|;@=~]+?))? \((?P<month>\d\d)/(?P<in_year>\d{4})\)"
)
OF_R = re.compile(r"ITU-R (?P<number>[A-Z]{1,4}\.\d+(?:-\d+)?|\d+(?:-\d+)?/\d+)")
DAY = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?")
KINDS = {"recommendation-supplement": "supplement", "report": "report", "question": "question"}
FIELD_SIGNS = frozenset("|;@")
"""What sets the fields of a line apart, and stands in no name."""
LEFT_OUT = ("handbook", "resolution")
STANDING = {"in-force": "+", "not-in-force": "-", "superseded": "-", "withdrawn": "w", "prepublished": "p", "": "?"}

Row = Mapping[str, str]


class Found(NamedTuple):
    """One edition of a text, under the key of one of its names."""

    order: tuple[int, str]
    written: str
    title: str


def is_list(content: bytes) -> bool:
    """Whether the content of a file begins as the list of such a collection does."""
    first = content[:400].decode("utf-8-sig", "replace").partition("\n")[0].strip()
    return first.split(",")[:2] == ["identifier", "kind"]


def catalogue_of(rows: Sequence[Row], day: date) -> bytes:
    """The content of the catalogue that the rows of a list make, as of a day."""
    texts: dict[str, list[Found]] = {}
    for row in rows:
        for key, found in _found(row):
            texts.setdefault(key, []).append(found)
    for row in rows:
        _add_part(row, texts)
    lines = sorted(_line(key, found).encode() for key, found in texts.items())
    body = b"\n".join(lines) + b"\n"
    sources = ", ".join(sorted({row["source"] for row in rows if row["source"]}))
    head = MARK.decode() + f"as of {day}, {len(lines)} texts, {checksum(body)}, {sources}\n"
    return head.encode() + body


def rows_of_list(content: bytes, name: str) -> Iterator[Row]:
    """The rows of a table, with single blanks; ReslintError where it lacks a column or a field, or cannot be read."""
    try:
        table = csv.DictReader(io.StringIO(content.decode("utf-8-sig")))
        missing = [column for column in COLUMNS if column not in (table.fieldnames or ())]
        if missing:
            reason = f"the list has no column {missing[0]!r}"
            raise ReslintError(name, reason, f"its first line names the columns {', '.join(COLUMNS)}")
        for row in table:
            if None in row or None in row.values():
                reason = f"line {table.line_num} of the list has not as many fields as its first"
                raise ReslintError(name, reason, "see whether the list is whole")
            yield {column: " ".join(row[column].split()) for column in COLUMNS}
    except (UnicodeDecodeError, csv.Error) as error:
        raise ReslintError(name, f"the list cannot be read ({error})", "it is a table in UTF-8") from error


def _found(row: Row) -> Iterator[tuple[str, Found]]:
    """The edition of a row under each of its names; nothing for what amends another, and what is left out."""
    identifier, kind = row["identifier"], row["kind"]
    if kind in LEFT_OUT:
        return
    of_t = OF_T.fullmatch(identifier)
    title = row["title"]
    if of_t is not None and of_t["part"] is None:
        digits = _digits(row["published"]) or f"{of_t['in_year']}{of_t['month']}"
        fields = [digits + _standing(row)]
        version = of_t["version"] or (of_t["v"] or "").upper().replace(".", "")
        fields += [version] if version else []
        name = of_t["name"]
        twin = [f"~{row['also']}"] if row["also"] and not FIELD_SIGNS.intersection(row["also"]) else []
        for half in halves(name):
            key = key_of("ITU-T", KINDS.get(kind, "recommendation"), half)
            own = [f"={name}"] if key.rpartition(" ")[2] != name else []
            yield key, Found((0, digits), "|".join([*fields, *own, *twin]), title)
        return
    of_r = OF_R.fullmatch(identifier)
    if of_r is not None:
        number, suffix = split_suffix(of_r["number"])
        approved, published = _digits(row["approved"]), _digits(row["published"])
        if not approved and not published:
            return
        written = f"{suffix or 0}@{approved or '~' + published}{_standing(row)}"
        key = key_of("ITU-R", KINDS.get(kind, "recommendation"), number)
        yield key, Found((int(suffix or 0), "" if suffix else "~"), written, title)


def _add_part(row: Row, texts: Mapping[str, list[Found]]) -> None:
    """Write an amendment or a corrigendum to the edition that it is of: the last one of its year that was before it."""
    of_t = OF_T.fullmatch(row["identifier"])
    if of_t is None or of_t["part"] is None:
        return
    digits = _digits(row["published"]) or f"{of_t['in_year']}{of_t['month']}"
    part = f"|{of_t['part']}@{digits}{_standing(row)}"
    for half in halves(of_t["name"]):
        editions = texts.get(key_of("ITU-T", KINDS.get(row["kind"], "recommendation"), half), [])
        of_year = [one for one in editions if one.order[1].startswith(of_t["year"]) and one.order[1] <= digits]
        if of_year:
            base = max(of_year)
            editions[editions.index(base)] = base._replace(written=base.written + part)


def _digits(day: str) -> str:
    """A day or a month without its hyphens; nothing where it is none, as 30 February."""
    if not DAY.fullmatch(day):
        return ""
    try:
        date.fromisoformat(day if day.count("-") > 1 else f"{day}-01")
    except ValueError:
        return ""
    return day.replace("-", "")


def _standing(row: Row) -> str:
    return STANDING.get(row["status"], STANDING[""])


def _line(key: str, found: Iterable[Found]) -> str:
    """A line; of two rows of one suffix the one counts that bears it."""
    by_order: dict[tuple[int, str] | int, Found] = {}
    suffixed = key.startswith("ITU-R")
    for one in sorted(found):
        by_order.setdefault(one.order[0] if suffixed else one.order, one)
    editions = [one._replace(written=_in_order(one.written)) for one in by_order.values()]
    titles = [one.title for one in editions if one.title]
    return f"{key}\t{';'.join(one.written for one in editions)}\t{titles[-1] if titles else ''}"


def _in_order(written: str) -> str:
    """An edition with its amendments by the day of their approval."""
    fields = written.split("|")
    parts = [field for field in fields if "@" in field and field is not fields[0]]
    others = [field for field in fields if field not in parts]
    return "|".join([*others, *sorted(parts, key=lambda part: (part.rpartition("@")[2][:8], part))])
