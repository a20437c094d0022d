"""Descriptions of what a record holds, for somebody who has never seen the file, so that they can see and mend it."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from reslint.registry import describing_publications
from reslint.registry.model import AssemblyText, Conference, ForeignTitle, Origin, Record, Status
from reslint.registry.registry import Registry
from reslint.registry.verdict import abrogated, latest_edition
from reslint.saying import said

WIDTH = 100
MARGIN = 16
LABELS = {
    "title": said("title"),
    "before": said("before"),
    "translated": said("translated"),
    "adopted by": said("adopted by"),
    "status": said("status"),
    "editions": said("editions"),
    "earlier": said("earlier"),
    "checked": said("checked"),
    "recalled": said("recalled"),
    "unconfirmed": said("unconfirmed"),
    "adopted": said("adopted"),
    "drafts": said("drafts"),
    "report": said("report"),
    "write": said("write"),
    "also seen": said("also seen"),
    "wrong": said("wrong"),
    "called": said("called"),
    "note": said("note"),
    "sources": said("sources"),
    "from": said("from"),
    "in place of": said("in place of"),
}
"""The labels of parts as messages."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the list of records; empty where nothing is known."""

    key: str
    latest: str
    status: str
    checked: str
    title: str


def heading(registry: Registry, record: Record) -> str:
    """A text as people call it: "PP Resolution 140", "Recommendation ITU-T X.1051"."""
    if record.body in registry.sectors:
        return describing_publications.heading(record)
    kinds = next(iter(registry.vocabulary.values()))["kinds"]
    kind = kinds[record.kind]["one"][0] if record.kind in kinds else record.kind
    return f"{record.body} {kind} {record.number}"


def table(registry: Registry, body: str | None = None) -> list[Row]:
    """All records, or those of one body, each with the last edition that was read."""
    return [
        Row(
            record.key,
            registry.written(record, record.editions[-1]) if record.editions else "",
            record.status.value,
            record.checked.key if record.checked else "",
            record.title or "",
        )
        for record in registry.records(body)
    ]


def describe(registry: Registry, record: Record, as_of: date) -> str:
    """Everything that is known of a record, as plain lines, with the edition that was the latest on that day."""
    return "\n".join(_lines(record_parts(registry, record, as_of), heading(registry, record)))


def describe_assembly(registry: Registry, text: AssemblyText) -> str:
    """Everything that is known of a resolution of the United Nations General Assembly, as plain lines."""
    return "\n".join(_lines(assembly_parts(registry, text), assembly_heading(registry, text)))


def assembly_heading(registry: Registry, text: AssemblyText) -> str:
    """A text of the General Assembly as people call it."""
    name = next((body.names for body in registry.bodies.values() if body.cites == "symbol"), {})
    owner = next((names[0] for names in name.values() if names), "")
    return f"{owner} {text.number}".strip()


Part = tuple[str, list[str]]
"""A label ("editions"), and what is to be said under it; nothing where there is nothing to say."""


def record_parts(registry: Registry, record: Record, as_of: date) -> Iterator[Part]:
    """Everything that is known of a record, in the order in which people ask for it."""
    if record.body in registry.sectors:
        yield from describing_publications.parts(record, as_of)
        return
    names = next(iter(registry.bodies[record.body].names.values()), ())
    title = record.title or said("not known")
    if record.title_recalled:
        title = _recalled(title)
    elif record.title_of:
        title = said("{title} (as of {conference})", title=title, conference=_meeting(record.title_of[-1]))
    yield "title", [title]
    yield (
        "before",
        [
            said("{title} ({when})", title=words, when=", ".join(map(_meeting, of)) or said("when was not read"))
            for words, of in record.former_titles
        ],
    )
    last = {title.lang: title for title in record.foreign_titles}
    yield "translated", [_in_language(registry, title) for title in last.values()]
    yield "adopted by", [names[0] if names else record.body]
    yield "status", [_status(registry, record, as_of)]
    latest = latest_edition(record, as_of)
    editions = [
        _edition(registry.written(record, edition), _currency(registry, record, as_of) if edition == latest else "")
        for edition in record.editions
    ]
    if not record.adoption_read:
        editions.insert(0, said("(adopted before that, when was not read)"))
    yield "editions", editions or [said("none was read")]
    yield "", [] if record.complete or not editions else [said("(there may be others that were not read)")]
    yield "earlier", [_earlier(registry, text) for text in record.earlier]
    yield (
        "checked",
        [said("through {conference}", conference=_meeting(record.checked)) if record.checked else said("not checked")],
    )
    if record.recalled:
        yield "recalled", [_recalled(registry.written(record, edition)) for edition in record.recalled]
    if record.unconfirmed:
        yield "unconfirmed", [said("{year}: seen only in a proposal", year=str(year)) for year in record.unconfirmed]
    yield from _end(record.note, record.sources)
    yield from _stands(registry.origins("resolutions", record.key))


def _in_language(registry: Registry, title: ForeignTitle) -> str:
    language = registry.languages.get(title.lang)
    name = language.name if language else title.lang
    of = _meeting(title.of)
    return said("{title} (in {language}, as of {conference})", title=title.words, language=name, conference=of)


def _currency(registry: Registry, record: Record, as_of: date) -> str:
    """Whether the last edition that was read is surely the latest on that day, and else as far as what."""
    last = registry.last_closed(record.body, as_of)
    latest = latest_edition(record, as_of)
    through = record.known_through(latest) if latest else None
    if last is None or (through is not None and through.when >= last.when) or abrogated(record, as_of):
        return said("latest on {day}", day=as_of.isoformat())
    if through is None:
        return said("latest that was read; not checked on {day}", day=as_of.isoformat())
    return said(
        "current as far as {conference}; {later} was not read", conference=_meeting(through), later=_meeting(last)
    )


def _edition(edition: str, currency: str) -> str:
    return said("{edition}   <- {currency}", edition=edition, currency=currency) if currency else edition


def _recalled(words: str) -> str:
    return said("{words} (recalled, not read)", words=words)


def _earlier(registry: Registry, text: Record) -> str:
    """Another text that bore the number before."""
    editions = ", ".join(registry.written(text, edition) for edition in text.editions)
    if text.abrogated_by is None:
        return said("another text bore the number: {editions}", editions=editions)
    by = _meeting(text.abrogated_by)
    return said("another text bore the number: {editions}, abrogated by {conference}", editions=editions, conference=by)


def _status(registry: Registry, record: Record, as_of: date) -> str:
    if record.status is not Status.ABROGATED:
        return said("in force") if record.status is Status.IN_FORCE else said("not known")
    words: str = said("no longer in force")
    if record.abrogated_by:
        words = said("{status}, abrogated by {conference}", status=words, conference=_meeting(record.abrogated_by))
    successor = registry.record_of(record.repealed_by) if record.repealed_by else None
    if successor:
        words = said("{status}, repealed by {text}", status=words, text=heading(registry, successor))
    if record.basis:
        words = said("{status} ({basis})", status=words, basis=record.basis)
    if abrogated(record, as_of):
        return words
    day = as_of.isoformat()
    if record.abrogated_by:
        return said("{status}; on {day} still in force", status=words, day=day)
    return said("{status}; on {day} this was not certain", status=words, day=day)


def assembly_parts(registry: Registry, text: AssemblyText) -> Iterator[Part]:
    """Everything that is known of a text of the General Assembly, in the order in which people ask for it."""

    def marked(field: str, words: str) -> str:
        return words if text.read(field) else _recalled(words)

    yield "title", [marked("title", text.title) if text.title else said("not known")]
    yield "adopted", [marked("date", str(text.date)) if text.date else said("not known")]
    yield "drafts", [marked("drafts", draft) for draft in text.drafts]
    yield "report", [text.committee_report] if text.committee_report else []
    yield "write", [marked("number", form) for form in text.forms]
    yield "also seen", list(text.variants)
    yield "wrong", list(text.wrong)
    yield "called", list(text.aliases)
    yield from _end(text.note, text.sources)
    yield from _stands(registry.origins("unga", text.number))


def _end(note: str | None, sources: Iterable[str]) -> Iterator[Part]:
    yield "note", [note] if note else []
    yield "sources", [f"- {source}" for source in sources] or [said("none")]


def _stands(origins: Sequence[Origin]) -> Iterator[Part]:
    """Where an entry comes from that is not, or not only, in the registry of reslint."""
    for number, origin in enumerate(reversed(origins)):
        yield (
            ("in place of" if number else "from"),
            [said("{file}, line {line}", file=origin.file, line=str(origin.line))],
        )


def _meeting(conference: Conference) -> str:
    where = f"{conference.place}, {conference.year}" if conference.place else str(conference.year)
    return f"{conference.key} ({where})"


def _lines(parts: Iterable[Part], first: str) -> Iterator[str]:
    yield first
    for label, items in parts:
        for number, item in enumerate(items):
            lead = f"  {label if number == 0 else '':<{MARGIN - 2}}"
            hang = " " * (MARGIN + 2 * item.startswith("- "))
            yield textwrap.fill(
                item, WIDTH, initial_indent=lead, subsequent_indent=hang, break_long_words=False, break_on_hyphens=False
            )
