"""Turn the plain data of the file into values: shorthand is written out and every reference resolved."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from reslint.registry.model import (
    AssemblyText,
    Body,
    Conference,
    Edition,
    ForeignTitle,
    FormerTitle,
    Record,
    Sector,
    Status,
    Town,
)

Plain = Mapping[str, Any]
ANYTHING = "*"


def body(key: str, data: Plain) -> Body:
    """Who adopts texts."""
    names = {lang: tuple(names) for lang, names in data.get("names", {}).items()}
    return Body(key, data["cites"], tuple(data.get("kinds", ())), names, data)


def sector(key: str, data: Plain) -> Sector:
    """Who publishes Recommendations."""
    letters, slips, kinds, series = (tuple(data.get(field, ())) for field in ("letters", "slips", "kinds", "series"))
    return Sector(key, letters, slips, data["cites"], kinds, series)


def place(name: str, data: Plain) -> Town:
    """Where conferences meet."""
    return Town(
        name=name,
        names=data.get("names", {}),
        recalled=tuple(data.get("recalled", ())),
        variants=tuple(data.get("variants", ())),
        foreign_variants={lang: tuple(names) for lang, names in data.get("foreign_variants", {}).items()},
        misspelt=tuple(data.get("misspelt", ())),
        country=data.get("country"),
    )


def conference(key: str, data: Plain, sources: Plain) -> Conference:
    """Who met when."""
    return Conference(
        key=key,
        body=data["body"],
        place=data.get("place"),
        year=data["year"],
        start=_day(data.get("start")),
        end=_day(data.get("end")),
        uncertain=data.get("status") == "unknown",
        aliases=tuple(data.get("aliases", ())),
        recalled=_recalled(data),
        note=data.get("note"),
        sources=_sources(data, sources),
        listed=tuple((kind, sources.get(source, source)) for kind, source in data.get("listed", {}).items()),
    )


def split_key(key: str) -> tuple[str, str, str]:
    """Body, kind and number of a record's key: "PP 140" is a resolution, "PP decision 5" says what it is."""
    first, _, rest = key.partition(" ")
    kind, _, number = rest.rpartition(" ")
    return first, kind or "resolution", number


def join_key(body: str, kind: str, number: str) -> str:
    """The key of a record."""
    return f"{body} {number}" if kind == "resolution" else f"{body} {kind} {number}"


def record(key: str, data: Plain, conferences: Mapping[str, Conference], sources: Plain) -> Record:
    """What is known of one text."""
    owner, kind, number = split_key(key)
    adoption_read = "adoption" not in data
    title = data.get("title")
    title_of = _held(data.get("title_of", ()), conferences)
    former = tuple(
        FormerTitle(one["title"], _held(one.get("of", ()), conferences)) for one in data.get("former_titles", ())
    )
    titles = {held.key: words for words, of in ((title, title_of), *former) for held in of}
    editions = tuple(
        _edition(written, conferences, titles, revised=place_in_chain > 0 or not adoption_read)
        for place_in_chain, written in enumerate(data.get("editions", ()))
    )
    checked = conferences.get(data.get("checked", ""))
    complete = data.get("complete", False)
    recalled = data.get("recalled", {})
    return Record(
        key=key,
        body=owner,
        kind=kind,
        number=number,
        title=title,
        title_of=title_of,
        title_recalled=data.get("title_recalled", False),
        former_titles=former,
        editions=editions,
        complete_through=checked if complete is True else conferences.get(complete or ""),
        adoption_read=adoption_read,
        status=Status(data.get("status", Status.UNKNOWN)),
        abrogated_by=conferences.get(data.get("abrogated_by", "")),
        repealed_by=data.get("repealed_by"),
        basis=data.get("basis"),
        checked=checked,
        unconfirmed=tuple(data.get("unconfirmed", ())),
        recalled=(
            *([Edition(conferences[recalled["adopted"]], revised=False)] if "adopted" in recalled else []),
            *(Edition(conferences[held], revised=True) for held in recalled.get("revised", ())),
        ),
        note=data.get("note"),
        sources=_sources(data, sources),
        earlier=tuple(
            record(key, {**text, "status": Status.ABROGATED, "checked": text["abrogated_by"]}, conferences, sources)
            for text in data.get("earlier", ())
        ),
        foreign_titles=tuple(
            ForeignTitle(lang, words, conferences[key])
            for lang, titles in data.get("foreign_titles", {}).items()
            for key, words in titles.items()
        ),
    )


def assembly_text(number: str, data: Plain, sources: Plain) -> AssemblyText:
    """What is known of one resolution of the United Nations General Assembly."""
    return AssemblyText(
        number=number,
        kind=data.get("kind", "resolution"),
        title=data.get("title"),
        date=_day(data.get("date")),
        session=data.get("session"),
        drafts=tuple(data.get("drafts", ())),
        committee_report=data.get("committee_report"),
        forms=tuple(data.get("forms", ())),
        variants=tuple(data.get("variants", ())),
        wrong=tuple(data.get("wrong", ())),
        aliases=tuple(data.get("aliases", ())),
        recalled=_recalled(data),
        note=data.get("note"),
        sources=_sources(data, sources),
    )


def _edition(
    written: str | Plain, conferences: Mapping[str, Conference], titles: Mapping[str, str | None], *, revised: bool
) -> Edition:
    if isinstance(written, str):
        return Edition(conferences[written], revised, title=titles.get(written))
    suffix, held = written["suffix"], written["conference"]
    return Edition(conferences[held], suffix > 0, suffix, titles.get(held))


def _held(written: str | Sequence[str], conferences: Mapping[str, Conference]) -> tuple[Conference, ...]:
    """The conferences of a field that names one or several."""
    return tuple(conferences[name] for name in one_or_several(written))


def one_or_several(written: str | Sequence[str]) -> Sequence[str]:
    """The entries of a field that holds one, or a list of them."""
    return (written,) if isinstance(written, str) else written


def _day(written: str | None) -> date | None:
    return date.fromisoformat(written) if written else None


def _recalled(data: Plain) -> tuple[str, ...]:
    recalled = data.get("recalled", ())
    return (ANYTHING,) if recalled is True else tuple(recalled)


def _sources(data: Plain, sources: Plain) -> tuple[str, ...]:
    return tuple(sources.get(source, source) for source in data.get("sources", ()))
