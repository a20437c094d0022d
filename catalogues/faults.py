"""Faults of a catalogue: messages that are missing or stale, and translations that fill in other things."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from string import Formatter

from babel.messages.catalog import Catalog, Message

from catalogues.files import compiled, path_of, read, updated, written
from catalogues.gathering import gathered

UPDATE = "run `python -m catalogues`"


def faults(language: str) -> Iterator[str]:
    """What is wrong with the catalogue of a language, one line each."""
    catalogue = read(language)
    yield from _faults(language, catalogue)
    if path_of(language, ".mo").read_bytes() != compiled(updated(catalogue)):
        yield f"{language}.mo is not made of {language}.po: {UPDATE}"
    elif path_of(language, ".po").read_bytes() != written(updated(catalogue)):
        yield f"{language}.po is not as it would be written: {UPDATE}"


def _faults(language: str, catalogue: Catalog) -> Iterator[str]:
    due = {message for message, _ in gathered()}
    there = {_key(message) for message in catalogue if message.id}
    yield from (f"{language}.po: missing, {UPDATE} and translate it: {_told(one)}" for one in _sorted(due - there))
    yield from (f"{language}.po: stale, {UPDATE}: {_told(one)}" for one in _sorted(there - due))
    for message in catalogue:
        if message.id and _key(message) in due:
            yield from (f"{language}.po: {fault}: {_told(_key(message))}" for fault in _of(message, catalogue))


def _of(message: Message, catalogue: Catalog) -> Iterator[str]:
    several = not isinstance(message.id, str)
    forms = (message.string,) if isinstance(message.string, str) else tuple(message.string or ())
    if len(forms) != (catalogue.num_plurals if several else 1) or not all(forms):
        yield "not translated"
        return
    due = _filled(_key(message))
    for form in forms:
        try:
            filled = _filled(form)
        except ValueError:
            yield "braces that do not pair"
            continue
        # A form for one thing need not say how many there are.
        if filled - due or due - filled - ({"count"} if several else set()):
            yield f"fills in {_names(filled)} where {_names(due)} is due"


def _key(message: Message) -> str | tuple[str, str]:
    return message.id if isinstance(message.id, str) else (message.id[0], message.id[1])


def _filled(words: str | tuple[str, str]) -> set[str]:
    """The names in braces."""
    text = words if isinstance(words, str) else " ".join(words)
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def _names(names: Iterable[str]) -> str:
    return ", ".join(f"{{{name}}}" for name in sorted(names)) or "nothing"


def _told(message: str | tuple[str, str]) -> str:
    return repr(message if isinstance(message, str) else message[1])


def _sorted(messages: Iterable[str | tuple[str, str]]) -> list[str | tuple[str, str]]:
    return sorted(messages, key=_told)
