"""The shape of the registry file, its fields and what each may hold; `schema.json` says the same to editors."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

Complaint = tuple[str, str]
"""What is wrong with a value and what to do."""

CITES = ("place", "session", "short name", "symbol")
APPROVED = ("month", "suffix")
PUBLICATION_WORDS = (
    "parts",
    "annex",
    "appendix",
    "to",
    "and",
    "series",
    "months",
    "lookalikes",
    "ended",
    "incorporated",
    "history",
    "references",
    "bibliography",
    "editions",
    "version",
    "note",
    "approved",
)
RECORD_STATUS = ("in force", "abrogated", "unknown")
DAY = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True, slots=True)
class Shape:
    """What a field may hold: `complaint` is None for a value that fits."""

    complaint: Callable[[Any], Complaint | None]
    required: bool = False


Fields = Mapping[str, Shape]


def _text(value: Any) -> Complaint | None:
    if not isinstance(value, str):
        return "not a text", "put it in quotes"
    return None if value.strip() == value != "" else ("empty, or with blanks around it", "write the text alone")


def _whole(value: Any) -> Complaint | None:
    return None if isinstance(value, int) and not isinstance(value, bool) else ("not a whole number", "write digits")


def _year(value: Any) -> Complaint | None:
    return _whole(value) or (None if 1850 <= value <= 2200 else ("not a year", "write four digits"))


def _flag(value: Any) -> Complaint | None:
    return None if value is True else ("neither true nor left out", "write true, or leave the field out")


def _day(value: Any) -> Complaint | None:
    try:
        fits = isinstance(value, str) and DAY.fullmatch(value) is not None and date.fromisoformat(value) is not None
    except ValueError:
        fits = False
    return None if fits else ("not a day", "write it as 2022-09-26")


def _one_of(*words: str) -> Callable[[Any], Complaint | None]:
    return lambda value: None if value in words else (f"{value!r} is not known here", f"write {' or '.join(words)}")


def _list(item: Callable[[Any], Complaint | None]) -> Callable[[Any], Complaint | None]:
    def complaint(value: Any) -> Complaint | None:
        if not isinstance(value, list) or not value:
            return "not a list, or an empty one", "write [one, two], or leave the field out"
        for one in value:
            found = item(one)
            if found:
                return f"{one!r}: {found[0]}", found[1]
        return ("something is listed twice", "keep one") if _repeats(value) else None

    return complaint


def _by_language(item: Callable[[Any], Complaint | None]) -> Callable[[Any], Complaint | None]:
    def complaint(value: Any) -> Complaint | None:
        if not isinstance(value, dict) or not value:
            return "not a table by language", "write {fr: …, es: …}, or leave the field out"
        for lang, one in value.items():
            found = item(one)
            if found:
                return f"{lang}: {found[0]}", found[1]
        return None

    return complaint


def _true_or_fields(*fields: str) -> Callable[[Any], Complaint | None]:
    listed = _list(_one_of(*fields))
    return lambda value: None if value is True else listed(value)


def _edition(value: Any) -> Complaint | None:
    if not isinstance(value, dict):
        return _text(value)
    return complaint_of(value, EDITION)


def _one_or_list(value: Any) -> Complaint | None:
    return _list(_text)(value) if isinstance(value, list) else _text(value)


def _true_or_text(value: Any) -> Complaint | None:
    return None if value is True else _text(value)


def _former_title(value: Any) -> Complaint | None:
    if not isinstance(value, dict):
        return "not a table", "write {title: …, of: [conferences]}"
    return complaint_of(value, FORMER_TITLE)


def _titles_by_conference(value: Any) -> Complaint | None:
    if not isinstance(value, dict) or not value:
        return "not a table", "write {conference: title}"
    return next((found for one in value.values() if (found := _text(one))), None)


def _earlier_text(value: Any) -> Complaint | None:
    if not isinstance(value, dict):
        return "not a table", "write {editions: [conferences], abrogated_by: conference}"
    return complaint_of(value, EARLIER_TEXT)


def _kinds(value: Any) -> Complaint | None:
    if not isinstance(value, dict) or not value:
        return "not a table", "write {recommendation: [the words that head one]}"
    return next((found for one in value.values() if (found := _list(_text)(one))), None)


def _table_of_texts(value: Any) -> Complaint | None:
    if not isinstance(value, dict) or not value:
        return "not a table", "write {resolution: the source of the list}"
    return next((found for one in value.values() if (found := _text(one))), None)


def _recalled_editions(value: Any) -> Complaint | None:
    if not isinstance(value, dict) or not value:
        return "not a table", "write {adopted: …, revised: […]}"
    return complaint_of(value, RECALLED)


def _repeats(values: list[Any]) -> bool:
    return any(value in values[:before] for before, value in enumerate(values))


def complaint_of(value: Mapping[str, Any], fields: Fields) -> Complaint | None:
    """The first thing wrong with a small table that stands inside a field."""
    for name, one in value.items():
        if name not in fields:
            return f"{name!r} is no field here", f"fields are {', '.join(fields)}"
        found = fields[name].complaint(one)
        if found:
            return f"{name}: {found[0]}", found[1]
    missing = [name for name, shape in fields.items() if shape.required and name not in value]
    return (f"{missing[0]!r} is missing", "add it") if missing else None


TEXT = Shape(_text)
WORDS = Shape(_list(_text))
WORDS_BY_LANGUAGE = Shape(_by_language(_list(_text)))

EDITION: Fields = {"conference": Shape(_text, required=True), "suffix": Shape(_whole, required=True)}
FORMER_TITLE: Fields = {"title": Shape(_text, required=True), "of": Shape(_one_or_list)}
EARLIER_TEXT: Fields = {"editions": Shape(_list(_text), required=True), "abrogated_by": Shape(_text, required=True)}
RECALLED: Fields = {"adopted": TEXT, "revised": WORDS}
SECTIONS: Mapping[str, Fields] = {
    "bodies": {
        "cites": Shape(_one_of(*CITES), required=True),
        "labels": WORDS,
        "kinds": WORDS,
        "series": WORDS,
        "foreign_labels": WORDS_BY_LANGUAGE,
        "foreign_series": WORDS_BY_LANGUAGE,
        "within": WORDS,
        "suffixes": Shape(_flag),
        "reuses": Shape(_flag),
        "names": Shape(_by_language(_list(_text)), required=True),
        "mentions": WORDS_BY_LANGUAGE,
        "kin": WORDS_BY_LANGUAGE,
        "plans": WORDS_BY_LANGUAGE,
    },
    "sectors": {
        "letters": Shape(_list(_text), required=True),
        "slips": WORDS,
        "cites": Shape(_one_of(*APPROVED), required=True),
        "kinds": Shape(_list(_text), required=True),
        "series": Shape(_list(_text), required=True),
    },
    "publications": {
        "kinds": Shape(_kinds, required=True),
        **dict.fromkeys(PUBLICATION_WORDS, WORDS),
    },
    "places": {
        "country": TEXT,
        "names": Shape(_by_language(_text)),
        "recalled": WORDS,
        "variants": WORDS,
        "foreign_variants": WORDS_BY_LANGUAGE,
        "misspelt": WORDS,
    },
    "conferences": {
        "body": Shape(_text, required=True),
        "place": TEXT,
        "year": Shape(_year, required=True),
        "start": Shape(_day),
        "end": Shape(_day),
        "aliases": WORDS,
        "status": Shape(_one_of("unknown")),
        "recalled": Shape(_true_or_fields("place", "year", "start", "end")),
        "note": TEXT,
        "sources": WORDS,
        "listed": Shape(_table_of_texts),
    },
    "resolutions": {
        "title": TEXT,
        "title_of": Shape(_one_or_list),
        "title_recalled": Shape(_flag),
        "former_titles": Shape(_list(_former_title)),
        "foreign_titles": Shape(_by_language(_titles_by_conference)),
        "editions": Shape(_list(_edition)),
        "adoption": Shape(_one_of("unread")),
        "complete": Shape(_true_or_text),
        "earlier": Shape(_list(_earlier_text)),
        "status": Shape(_one_of(*RECORD_STATUS), required=True),
        "abrogated_by": TEXT,
        "repealed_by": TEXT,
        "basis": TEXT,
        "checked": TEXT,
        "recalled": Shape(_recalled_editions),
        "unconfirmed": Shape(_list(_year)),
        "note": TEXT,
        "sources": WORDS,
    },
    "languages": {"name": Shape(_text, required=True), "words": WORDS, "script": TEXT},
    "unga": {
        "kind": TEXT,
        "title": TEXT,
        "date": Shape(_day),
        "session": Shape(_whole),
        "drafts": WORDS,
        "committee_report": TEXT,
        "forms": Shape(_list(_text), required=True),
        "variants": WORDS,
        "wrong": WORDS,
        "aliases": WORDS,
        "recalled": Shape(_true_or_fields("number", "title", "date", "drafts")),
        "note": TEXT,
        "sources": WORDS,
    },
}
TOP: Mapping[str, Shape] = {
    "date": Shape(_day, required=True),
    **{name: Shape(lambda _: None, required=True) for name in ("bodies", "vocabulary", "places", "conferences")},
    **{name: Shape(lambda _: None) for name in ("sectors", "publications", "languages")},
    "sources": Shape(lambda _: None),
    **{name: Shape(lambda _: None, required=True) for name in ("resolutions", "unga")},
}
