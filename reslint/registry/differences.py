"""Compare two registries: who has learnt from official texts must see what that changed, fact by fact.

Compared is what is known of texts and conferences, as people say it. How the file is written, the names of bodies
and places, the words of citations, notes and sources are not compared.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from reslint.named import NamedTuple
from reslint.registry.model import AssemblyText, Conference, Record
from reslint.registry.registry import Registry

WHOLE = ("conference", "record", "text")
"""The facts that stand for the thing itself: without one on a side, that side does not know it."""

Slot = tuple[str, str]
"""The name of a fact, and which one it is where a thing has several of that name."""
Facts = dict[str, dict[Slot, str]]


class Difference(NamedTuple):
    """One fact on which two registries differ; None on the side that does not hold it.

    `about` is `conference` or `text`; `key` names which: "PP-26", "PP 140", "UNGA 70/125".
    """

    about: str
    key: str
    fact: str
    old: str | None
    new: str | None


def differences(old: Registry, new: Registry) -> list[Difference]:
    """Every fact on which two registries differ, by what it is said of: conferences, texts, UN texts.

    What only the old one knows comes after what the new one knows.
    """
    found: list[Difference] = []
    for about, facts_of in (("conference", _conferences), ("text", _records), ("text", _assembly_texts)):
        before, after = facts_of(old), facts_of(new)
        for key in dict.fromkeys((*after, *before)):
            found += _compared(about, key, before.get(key, {}), after.get(key, {}))
    return found


def _compared(about: str, key: str, before: Mapping[Slot, str], after: Mapping[Slot, str]) -> Iterator[Difference]:
    for slot in dict.fromkeys((*after, *before)):
        old, new = before.get(slot), after.get(slot)
        if old != new:
            yield Difference(about, key, slot[0], old, new)


def _conferences(registry: Registry) -> Facts:
    return {key: _known(dict(_of_conference(conference))) for key, conference in registry.conferences.items()}


def _of_conference(held: Conference) -> Iterator[tuple[Slot, str | None]]:
    yield ("conference", ""), held.body
    yield ("place", ""), held.place
    yield ("year", ""), str(held.year)
    for name, day in (("first day", held.start), ("last day", held.end)):
        field = "start" if name == "first day" else "end"
        unread = field in held.recalled or "*" in held.recalled
        yield (name, ""), f"{day} (recalled, not read)" if day and unread else str(day) if day else None
    yield ("held", ""), "not known" if held.uncertain else None
    for alias in held.aliases:
        yield ("also called", alias), alias


def _records(registry: Registry) -> Facts:
    return {record.key: _known(dict(_of_record(registry, record))) for record in registry.records()}


def _of_record(registry: Registry, record: Record) -> Iterator[tuple[Slot, str | None]]:
    yield ("record", ""), record.kind
    for edition in record.editions:
        held = edition.conference.key
        yield ("edition", held), registry.written(record, edition)
        if edition.title not in (None, record.title):
            yield (f"title of {registry.written(record, edition)}", ""), edition.title
    yield ("title", ""), _title(record)
    yield ("status", ""), record.status.value
    yield ("abrogated by", ""), _key(record.abrogated_by)
    yield ("repealed by", ""), record.repealed_by
    yield ("checked through", ""), _key(record.checked)
    yield ("whole history through", ""), _key(record.complete_through)
    if record.editions:
        yield ("adoption", ""), "read" if record.adoption_read else "not read"
    for text in record.earlier:
        chain = ", ".join(registry.written(text, edition) for edition in text.editions)
        yield ("earlier text", chain), f"{chain}; abrogated by {_key(text.abrogated_by)}"
    for edition in record.recalled:
        yield ("recalled edition", edition.conference.key), registry.written(record, edition)
    for year in record.unconfirmed:
        yield ("only proposed", str(year)), str(year)


def _title(record: Record) -> str | None:
    if record.title is None:
        return None
    if record.title_recalled:
        return f"{record.title} (recalled, not read)"
    of = ", ".join(held.key for held in record.title_of)
    return f"{record.title} ({of})" if of else record.title


def _assembly_texts(registry: Registry) -> Facts:
    owner = next((body.key for body in registry.bodies.values() if body.cites == "symbol"), "")
    return {
        f"{owner} {text.number}".strip(): _known(dict(_of_assembly_text(text))) for text in registry.assembly_texts()
    }


def _of_assembly_text(text: AssemblyText) -> Iterator[tuple[Slot, str | None]]:
    def said(field: str, words: str) -> str:
        return words if text.read(field) else f"{words} (recalled, not read)"

    yield ("text", ""), said("number", text.kind)
    yield ("title", ""), said("title", text.title) if text.title else None
    yield ("adopted", ""), said("date", str(text.date)) if text.date else None
    for name, field, words in (
        ("draft", "drafts", text.drafts),
        ("written", "", text.forms),
        ("also seen", "", text.variants),
        ("wrong", "", text.wrong),
        ("called", "", text.aliases),
    ):
        for one in words:
            yield (name, one), said(field, one) if field else one


def _known(facts: Mapping[Slot, str | None]) -> dict[Slot, str]:
    return {slot: said for slot, said in facts.items() if said is not None}


def _key(conference: Conference | None) -> str | None:
    return conference.key if conference else None
