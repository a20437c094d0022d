"""Completion while somebody writes a citation: the number after "Resolution ", the edition after "(Rev. "."""

from __future__ import annotations

import re
from codecs import BOM_UTF8
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from lsprotocol import types

from reslint.citations.model import BodyFrom, Citation
from reslint.linting.linter import Linter
from reslint.registry import Registry, as_far_as
from reslint.registry.describing import heading
from reslint.registry.model import Edition, Record, Status
from reslint.server.completing_publications import publications
from reslint.server.lines import Lines

NUMBER = re.compile(r"\s+(?P<number>[\w/.-]*)$")
EDITION = re.compile(r"\s+(?P<number>[\w/.-]+)\s*\((?P<within>[^()]*)$")
ANY_NUMBER = "1"
"""Any number, to read whose text "WTSA Resolution 1" is."""


def completions(linter: Linter, lines: Lines, name: str, position: types.Position) -> list[types.CompletionItem]:
    """What can stand at a position; nothing where no citation is being written."""
    offset = lines.offset(position)
    before = lines.text[lines.start(position.line) : offset]
    published = publications(linter.registry, lines, before, offset, linter.day or date.today())
    if published:
        return published
    for lang in linter.registry.vocabulary:
        head = _heads(linter.registry, lang)
        for found in reversed(list(head.finditer(before))):
            rest = before[found.end() :]
            if match := NUMBER.match(rest):
                start = offset - len(match["number"])
                words = f"{before[: found.end()]} {ANY_NUMBER}"
                return _numbers(linter, name, words, lines.range(start, offset), _kind(linter.registry, lang, found[0]))
            if match := EDITION.match(rest):
                start = offset - len(match["within"])
                words = before[: found.end() + match.end("number")]
                closed = lines.text[offset : offset + 1] == ")"
                return list(_editions(linter, name, words, lines.range(start, offset), closed))
    return []


def _numbers(linter: Linter, name: str, words: str, where: types.Range, kind: str) -> list[types.CompletionItem]:
    """All texts of a kind, or those of the body that the words before name."""
    cited = _read(linter, name, words)
    body = cited.body if cited is not None and cited.body_from is BodyFrom.STATED else None
    items = []
    for order, record in enumerate(_records(linter.registry, kind)):
        if body is not None and record.body != body:
            continue
        abrogated = record.status is Status.ABROGATED
        items.append(
            types.CompletionItem(
                record.number,
                label_details=types.CompletionItemLabelDetails(description=record.body),
                detail=record.title,
                kind=types.CompletionItemKind.Reference,
                tags=[types.CompletionItemTag.Deprecated] if abrogated else None,
                filter_text=f"{record.number} {record.title or ''}",
                sort_text=f"{abrogated:d}{order:05d}",
                text_edit=types.TextEdit(where, record.number),
            )
        )
    return items


def _editions(
    linter: Linter, name: str, words: str, where: types.Range, closed: bool
) -> Iterator[types.CompletionItem]:
    """The editions of the text that was named, the latest first."""
    cited = _read(linter, name, words)
    if cited is None:
        return
    registry = linter.registry
    bodies = [cited.body] if cited.body else registry.bodies_having(cited.kind, cited.number)
    records = (registry.record(body, cited.kind, cited.number) for body in bodies)
    every = ((record, edition) for record in records if record for edition in reversed(record.editions))
    for order, (record, edition) in enumerate(every):
        written = edition_alone(registry, record, edition, cited.lang)
        said = _standing(linter, record, edition)
        yield types.CompletionItem(
            written,
            label_details=types.CompletionItemLabelDetails(description=edition.conference.key),
            detail=f"{heading(registry, record)}: {said}",
            kind=types.CompletionItemKind.EnumMember,
            filter_text=written,
            sort_text=f"{order:03d}",
            preselect=not order,
            text_edit=types.TextEdit(where, written if closed else f"{written})"),
        )


def _standing(linter: Linter, record: Record, edition: Edition) -> str:
    """Whether an edition is the latest that was read, and as far as what, where a later conference was not read."""
    if edition != record.editions[-1]:
        return "an earlier edition"
    reach = as_far_as(linter.registry, record, edition, linter.day or date.today())
    return "the latest that was read" + (f", as far as {linter.registry.met(reach)}" if reach else "")


def edition_alone(registry: Registry, record: Record, edition: Edition, lang: str) -> str:
    """An edition as it stands in its parenthesis."""
    written = registry.written(record, edition, lang)
    return written.partition("(")[2].rstrip(")") if edition.suffix is not None else written


def _read(linter: Linter, name: str, words: str) -> Citation | None:
    """The last citation of a few words."""
    view = linter.view(BOM_UTF8 + words.encode("utf-8", "replace"), name)
    from reslint.citations import find_citations

    cited = find_citations(view, linter.registry)
    return cited[-1] if cited else None


@lru_cache(maxsize=8)
def _heads(registry: Registry, lang: str) -> re.Pattern[str]:
    heads = [word for kind in registry.vocabulary[lang]["kinds"].values() for word in (*kind["one"], *kind["many"])]
    heads.sort(key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, heads))})(?!\w)", re.IGNORECASE)


def _kind(registry: Registry, lang: str, head: str) -> str:
    kinds = registry.vocabulary[lang]["kinds"]
    words = {word.casefold(): str(kind) for kind, heads in kinds.items() for word in (*heads["one"], *heads["many"])}
    return words[head.casefold()]


@lru_cache(maxsize=8)
def _records(registry: Registry, kind: str) -> tuple[Record, ...]:
    """The texts of a kind, by body and number."""
    bodies = list(registry.bodies)
    records = [record for record in registry.records() if record.kind == kind]
    records.sort(key=lambda record: (bodies.index(record.body), len(record.number), record.number))
    return tuple(records)
