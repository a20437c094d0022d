"""Keys of texts, as somebody writes them: `PP 140`, `PP decision 5`, `UNGA 70/125`, or the nearest that there is."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from reslint.errors import ReslintError, nearest
from reslint.registry import AssemblyText, Conference, Record, Registry

if TYPE_CHECKING:
    from reslint.linting.linter import Linter

SUBJECT = "registry"


def body_of(registry: Registry, word: str) -> str:
    """The body of that name, in whatever case; ReslintError with the nearest where there is none."""
    for key in registry.bodies:
        if key.casefold() == word.casefold():
            return key
    advice = nearest(word, registry.bodies) or f"the bodies are {', '.join(registry.bodies)}"
    raise ReslintError(SUBJECT, f"unknown body {word!r}", advice)


def text_of(registry: Registry, key: str) -> Record | AssemblyText:
    """The text with that key, which names a body, its kind where it is no resolution, and a number.

    Raises ReslintError with the nearest where there is none.
    """
    given = key.split()
    if not given:
        raise ReslintError(SUBJECT, "the key of a text is empty", "write BODY [KIND] NUMBER")
    body = body_of(registry, given[0])
    if registry.bodies[body].cites == "symbol":
        text = registry.assembly_text_cited(" ".join(given[1:]))
        if text is None:
            raise _unknown(key, body, nearest(given[-1], [text.number for text in registry.assembly_texts()]))
        return text
    kinds = registry.bodies[body].kinds
    if not kinds:
        raise ReslintError(
            SUBJECT, f"no texts of {body} are known", "`reslint registry coverage` says of which they are"
        )
    kind = given[1].lower() if len(given) > 2 else kinds[0]
    if kind not in kinds or len(given) not in (2, 3):
        advice = f"write BODY [KIND] NUMBER, where KIND is {' or '.join(kinds)}"
        raise ReslintError(SUBJECT, f"{' '.join(given)!r} is no key of a record", advice)
    record = registry.record(body, kind, given[-1])
    if record is None:
        known = [record.number for record in registry.records(body) if record.kind == kind]
        raise _unknown(key, body, nearest(given[-1], known))
    return record


def conference_of(registry: Registry, name: str) -> Conference:
    """The conference of that short name or alias; ReslintError with the nearest where there is none."""
    held = registry.conference(name)
    if held is None:
        known = [called for one in registry.conferences.values() for called in (one.key, *one.aliases)]
        raise ReslintError(SUBJECT, f"unknown conference {name!r}", nearest(name, known) or "write one such as PP-22")
    return held


def day_of(linter: Linter) -> date:
    """The day that was asked for; ReslintError for `document`, since a fact has no date of its own."""
    if linter.day is None:
        raise ReslintError("as-of", "a record has no date of its own", "give a date or a conference")
    return linter.day


def _unknown(key: str, body: str, near: str) -> ReslintError:
    advice = near or f"`reslint registry list --body {body}` has all"
    return ReslintError(SUBJECT, f"no record of {' '.join(key.split())!r}", advice)
