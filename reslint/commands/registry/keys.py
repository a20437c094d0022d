"""Keys of texts, as people write them: `PP 140`, `PP-140`, `PP decision 5`, `Council 1332`, `ITU-T 75`, `UNGA 70/125`;
or the nearest that there is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import chain
from typing import TYPE_CHECKING

from reslint.commands.registry.published import published
from reslint.errors import ReslintError, most_like, nearest
from reslint.registry import AssemblyText, Body, Conference, Record, Registry
from reslint.registry.building import join_key

if TYPE_CHECKING:
    from reslint.linting.linter import Linter

SUBJECT = "registry"
FORM = "write BODY [KIND] NUMBER, such as PP 140"
NUMBER = re.compile(r"(?:\bA/\S*?)?\d\S*\Z")
"""The number at the end of a key, be it glued to what stands before it, or a symbol."""
BETWEEN = " \t-–—"


def body_of(registry: Registry, word: str) -> str:
    """The body of that key, name, label or Sector, in whatever case; ReslintError with the nearest if there is none."""
    return _bodies_of(registry, word)[0]


def text_of(registry: Registry, key: str) -> Record | AssemblyText:
    """The text with that key, which names a body, its kind where it is no resolution, and a number.

    Raises ReslintError with the nearest where there is none.
    """
    written = " ".join(key.split())
    if not written:
        raise ReslintError(SUBJECT, "the key of a text is empty", FORM)
    record = published(registry, written)
    if record is not None:
        return record
    found = NUMBER.search(written)
    head, number = (written[: found.start()].strip(BETWEEN), found[0]) if found else (written, "")
    if not head and (text := registry.assembly_text_cited(number)):
        return text  # nobody else has symbols
    if not (head and number):
        raise ReslintError(SUBJECT, f"{written!r} names no {'body' if number else 'number'}", FORM)
    bodies, kind = _read(registry, head, written)
    if registry.bodies[bodies[0]].cites == "symbol":
        return _assembly_text(registry, bodies[0], number)
    wanted = [(body, kind or registry.bodies[body].kinds[0]) for body in bodies]
    for body, of_kind in wanted:
        record = registry.record(body, of_kind, number)
        if record is not None:
            return record
    raise _unknown(registry, *wanted[0], number)


def key_and_paths(words: Sequence[str]) -> tuple[str, Sequence[str]]:
    """The key that the first words make, as few of them as hold body and number, and the words behind it."""
    whole = next((count for count in range(1, len(words) + 1) if is_whole(words[:count])), 1)
    return " ".join(words[:whole]), words[whole:]


def is_whole(words: Sequence[str]) -> bool:
    """Whether the words of a key hold a body and a number, or a symbol, which names its body."""
    found = NUMBER.search(" ".join(words))
    return found is not None and (found.start() > 0 or "/" in found[0])


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


def kind_words(registry: Registry) -> dict[str, str]:
    """The kinds of text by the words that head them, in small letters and without a full stop."""
    words = {}
    for vocabulary in registry.vocabulary.values():
        for kind, forms in vocabulary["kinds"].items():
            for word in (kind, *(word for written in forms.values() for word in written)):
                words[word.casefold().rstrip(".")] = kind
    return words


def _read(registry: Registry, head: str, written: str) -> tuple[list[str], str]:
    """The bodies that may be meant by the words before a number, and the kind of text, empty where none is named."""
    kinds, kind, rest = kind_words(registry), "", []
    marks = {mark.casefold() for words in registry.vocabulary.values() for mark in words["words"].get("number", ())}
    for word in head.split():
        of = kinds.get(word.casefold().rstrip("."), "")
        kind = kind or of
        if not of and word.casefold() not in marks:
            rest.append(word)
    if not rest:
        raise ReslintError(SUBJECT, f"{written!r} names no body", FORM)
    for count in range(len(rest), 0, -1):
        bodies = _called(registry, " ".join(rest[:count]))
        if bodies:
            break
    else:
        bodies, count = _bodies_of(registry, " ".join(rest)), len(rest)
    known = registry.bodies[bodies[0]].kinds
    if not known:
        advice = "`reslint registry coverage` says of which they are"
        raise ReslintError(SUBJECT, f"no texts of {bodies[0]} are known", advice)
    if rest[count:] or (kind and kind not in known):
        advice = f"write BODY [KIND] NUMBER, where KIND is {' or '.join(known)}"
        raise ReslintError(SUBJECT, f"{written!r} is no key of a record", advice)
    return bodies, kind


def _bodies_of(registry: Registry, word: str) -> list[str]:
    found = _called(registry, word)
    if not found:
        advice = nearest(word, registry.bodies) or f"the bodies are {', '.join(registry.bodies)}"
        raise ReslintError(SUBJECT, f"unknown body {word!r}", advice)
    return found


def _called(registry: Registry, word: str) -> list[str]:
    """The bodies that are called so: by key, name or label, or by their Sector ("ITU-R"), of which that whose numbers
    bear its name comes first.
    """
    (wanted,), bodies = _folded((word.strip(BETWEEN),)), registry.bodies.values()
    named = [body.key for body in bodies if wanted in _folded((body.key, *_labels(body), *chain(*body.names.values())))]
    sectors = [
        one.key for field in ("series", "within") for one in bodies if wanted in _folded(one.data.get(field, ()))
    ]
    return named[:1] or sectors


def _labels(body: Body) -> Iterable[str]:
    labels: Iterable[str] = body.data.get("labels", ())
    return labels


def _folded(names: Iterable[str]) -> set[str]:
    """Names as they are compared: in small letters, without the hyphens that some leave out of "ITU-T"."""
    return {name.casefold().replace("-", "") for name in names}


def _assembly_text(registry: Registry, body: str, number: str) -> AssemblyText:
    text = registry.assembly_text_cited(number)
    if text is None:
        near = most_like(number, [text.number for text in registry.assembly_texts()])
        advice = f"did you mean {body} {near}?" if near else _lists(body)
        raise ReslintError(SUBJECT, f"no record of '{body} {number}'", advice)
    return text


def _unknown(registry: Registry, body: str, kind: str, number: str) -> ReslintError:
    known = [record.number for record in registry.records(body) if record.kind == kind]
    near = most_like(number, known)
    highest = max((one for one in known if one.isdecimal()), key=int, default="")
    advice = f"did you mean {join_key(body, kind, near)}? " if near else ""
    if highest:
        advice += f"{'The' if near else 'the'} highest known is {join_key(body, kind, highest)}"
    return ReslintError(SUBJECT, f"no record of '{join_key(body, kind, number)}'", advice.strip() or _lists(body))


def _lists(body: str) -> str:
    return f"`reslint registry list --body {body}` has all"
