"""The impact of a revision, told by who cites the texts, as lists for people and as an object for programs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby
from typing import Any

from reslint.inquiring.impact import TO_UPDATE, CitedIn, Consequence, Impact, Mention
from reslint.registry import Conference, Record, Registry, Verdict, as_far_as, latest_edition
from reslint.registry.describing import heading
from reslint.registry.verdict import abrogated
from reslint.reporting.printable import printable
from reslint.reporting.summary import counted
from reslint.reporting.tables import aligned, meeting, shortened, wrapped
from reslint.version import __version__

LONGEST_WORDS = 50
LONGEST_TITLE = 40
NUMBERS = re.compile(r"[\d-]+")
MEANING = {
    Consequence.UPDATE: "update when it is revised",
    Consequence.OUTDATED: "update, outdated already",
    Consequence.AHEAD: "edition to come, leave",
    Consequence.NO_EDITION: "no edition, leave",
    Consequence.HISTORY: "history, leave",
    Consequence.HEADING: "the text itself",
    Consequence.UNCLEAR: "no body named, may be another text",
}
HEADER = ("text", "places", "files", "to update", "outdated", "latest edition", "title")


def text_lines(registry: Registry, impact: Impact, as_of: date) -> Iterator[str]:
    """The text, then file by file the places that name it with what to do there, then how many there are."""
    (cited,) = impact.texts
    yield from _about(registry, cited, as_of)
    mentions = sorted((*cited.mentions, *impact.unclear), key=lambda one: one.file)
    for file, group in groupby(mentions, key=lambda one: one.file):
        yield ""
        yield printable(file)
        rows = Counter((str(one.spot), _words(one), _meaning(one)) for one in sorted(group, key=lambda one: one.start))
        told = [(*row[:2], row[2] + (f" ({times} times)" if times > 1 else "")) for row, times in rows.items()]
        yield from aligned(told, indent="  ")
    yield ""
    yield wrapped(_summary(cited, impact.unclear))


def conference_lines(registry: Registry, impact: Impact, as_of: date) -> Iterator[str]:
    """The cited texts that a conference may revise, one a line, and what else is cited of that body."""
    held = impact.conference
    assert held is not None
    days = f", {held.opens} to {held.closes}" if held.dates_read else ""
    yield wrapped(f"{meeting(held)}{days}: what it may touch, as of {as_of}")
    yield ""
    if impact.texts:
        rows = [_row(registry, one, as_of) for one in impact.texts]
        yield from aligned([HEADER, *rows], right=(1, 2, 3, 4))
    else:
        yield f"No text of {held.body} that is in force is cited."
    reaches = [(reach, one.key) for one in impact.texts if (reach := _reach(registry, one, as_of))]
    for reach in dict.fromkeys(reach for reach, _ in reaches):
        yield ""
        keys = ", ".join(key for through, key in reaches if through == reach)
        yield wrapped(f"latest edition known as far as {registry.met(reach)}: {keys}", indent="  ")
    for words, listed in (
        ("cited, but no longer in force", impact.not_in_force),
        ("cited, but not in the registry", impact.not_in_registry),
    ):
        if listed:
            yield ""
            yield wrapped(f"{words}: {', '.join(f'{one.key} ({len(one.mentions)})' for one in listed)}", indent="  ")
    if impact.texts:
        yield ""
        yield wrapped(_conference_summary(impact))
        yield f"`reslint registry impact {impact.texts[0].key!r} PATH…` lists the places of one text."


def _about(registry: Registry, cited: CitedIn, as_of: date) -> Iterator[str]:
    text = cited.text
    if isinstance(text, Record):
        latest = latest_edition(text, as_of)
        said = f"latest edition on {as_of}: {registry.written(text, latest) if latest else 'not known'}"
        if reach := _reach(registry, cited, as_of):
            said += f", as far as {registry.met(reach)}"
        if abrogated(text, as_of):
            said = f"no longer in force on {as_of}"
        yield wrapped(f"{heading(registry, text)}; {said}")
    else:
        yield f"{cited.key}, adopted once and never revised"
    if text is not None and text.title:
        yield wrapped(text.title, "  ", "  ")


def _words(mention: Mention) -> str:
    """The words of a citation, with the edition where it stands further on in the sentence."""
    words = shortened(mention.words, LONGEST_WORDS)
    if mention.edition is None or any(part in mention.words for part in NUMBERS.findall(mention.edition)):
        return words
    return f"{words} … {mention.edition}"


def _meaning(mention: Mention) -> str:
    if mention.verdict is Verdict.ABROGATED and mention.consequence in TO_UPDATE:
        return "no longer in force"
    if mention.verdict is Verdict.NEVER_ADOPTED and mention.consequence in TO_UPDATE:
        return "update, there is no such edition"
    return MEANING[mention.consequence]


def _summary(cited: CitedIn, unclear: Sequence[Mention]) -> str:
    if not cited.mentions and not unclear:
        return f"{cited.key} is not cited."
    update, outdated = cited.count(*TO_UPDATE), cited.count(Consequence.OUTDATED)
    where = f" in {counted(_files(cited.mentions, TO_UPDATE), 'file')}" if update else ""
    parts = [f"{counted(update, 'place') if update else 'Nothing'} to update{where}"]
    if outdated:
        parts[0] += f" ({outdated} outdated already)"
    for consequence, said in (
        (Consequence.NO_EDITION, "without an edition"),
        (Consequence.AHEAD, "with an edition to come"),
        (Consequence.HISTORY, "in a history"),
        (Consequence.HEADING, "the text itself"),
    ):
        if cited.count(consequence):
            parts.append(f"{cited.count(consequence)} {said}")
    if unclear:
        parts.append(f"{len(unclear)} without a body, which may mean another text")
    return f"{'; '.join(parts)}."


def _files(mentions: Iterable[Mention], consequences: Sequence[Consequence]) -> int:
    return len({mention.file for mention in mentions if mention.consequence in consequences})


def _row(registry: Registry, cited: CitedIn, as_of: date) -> tuple[str, ...]:
    counts = (len(cited.places), cited.files, cited.count(*TO_UPDATE), cited.count(Consequence.OUTDATED))
    title = shortened((cited.text.title if cited.text else None) or "", LONGEST_TITLE)
    return cited.key, *(str(count or "–") for count in counts), _latest(registry, cited, as_of) or "not known", title


def _latest(registry: Registry, cited: CitedIn, as_of: date) -> str | None:
    latest = latest_edition(cited.text, as_of) if isinstance(cited.text, Record) else None
    return registry.written(cited.text, latest) if latest and isinstance(cited.text, Record) else None


def _reach(registry: Registry, cited: CitedIn, as_of: date) -> Conference | None:
    """The conference through which the latest edition is known to be that; None where it is known to the day."""
    latest = latest_edition(cited.text, as_of) if isinstance(cited.text, Record) else None
    return as_far_as(registry, cited.text, latest, as_of) if latest and isinstance(cited.text, Record) else None


def _conference_summary(impact: Impact) -> str:
    mentions = [mention for one in impact.texts for mention in one.mentions]
    update = sum(mention.consequence in TO_UPDATE for mention in mentions)
    outdated = sum(mention.consequence is Consequence.OUTDATED for mention in mentions)
    said = (
        f"{counted(len(impact.texts), 'text')} cited; up to {counted(update, 'place')} to update"
        f" in {counted(_files(mentions, TO_UPDATE), 'file')}"
    )
    said += f", {outdated} of them outdated already" if outdated else ""
    if impact.unclear:
        said += f"; {counted(len(impact.unclear), 'citation')} without a body may mean one of the body's texts"
    return f"{said}."


def impact_record(registry: Registry, impact: Impact, as_of: date) -> dict[str, Any]:
    """`version, as_of, registry {date, digest}, conference, texts, not_in_force, not_in_registry, unclear`.

    `conference` is null for a single text, else `{conference, body, place, year, opens, closes}`. A text, the most
    cited first: `key, title, latest, as_far_as, files, places, to_update, outdated, mentions`; `as_far_as` is the
    conference through which `latest` is known to be that, null where it is to the day, and `outdated` are among those
    `to_update`. A mention: `file, line, column, start, end, place, text, edition, standing, verdict`; `standing` is
    `update`, `outdated`, `ahead`, `no-edition`, `history`, `heading` or `unclear`. `not_in_force` and
    `not_in_registry` hold further texts, `unclear` mentions that name no body.
    """
    held = impact.conference
    return {
        "version": __version__,
        "as_of": as_of.isoformat(),
        "registry": {"date": registry.date.isoformat(), "digest": registry.digest},
        "conference": held
        and {
            "conference": held.key,
            "body": held.body,
            "place": held.place,
            "year": held.year,
            "opens": held.opens.isoformat(),
            "closes": held.closes.isoformat(),
        },
        "texts": [_text(registry, one, as_of) for one in impact.texts],
        "not_in_force": [_text(registry, one, as_of) for one in impact.not_in_force],
        "not_in_registry": [_text(registry, one, as_of) for one in impact.not_in_registry],
        "unclear": [_mention(one) for one in impact.unclear],
    }


def _text(registry: Registry, cited: CitedIn, as_of: date) -> dict[str, Any]:
    reach = _reach(registry, cited, as_of)
    return {
        "key": cited.key,
        "title": cited.text.title if cited.text else None,
        "latest": _latest(registry, cited, as_of),
        "as_far_as": reach.key if reach else None,
        "files": cited.files,
        "places": len(cited.places),
        "to_update": cited.count(*TO_UPDATE),
        "outdated": cited.count(Consequence.OUTDATED),
        "mentions": [_mention(one) for one in cited.mentions],
    }


def _mention(mention: Mention) -> dict[str, Any]:
    return {
        "file": mention.file,
        "line": mention.spot.line,
        "column": mention.spot.column,
        "start": mention.start,
        "end": mention.end,
        "place": mention.spot.name or None,
        "text": mention.words,
        "edition": mention.edition,
        "standing": mention.consequence.value,
        "verdict": mention.verdict.value,
    }
