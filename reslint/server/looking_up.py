"""Hovers, links and hints: what the registry knows of the text that is cited at a place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from urllib.parse import urlsplit

from lsprotocol import types

from reslint.citations.model import Citation, CitationRole
from reslint.registry import Registry
from reslint.registry.describing import LABELS, Part, assembly_heading, assembly_parts, heading, record_parts
from reslint.registry.model import AssemblyText, Record
from reslint.saying import EN, Teller, said
from reslint.server.drafts import Judged
from reslint.server.lines import Lines

OFFICIAL = ("itu.int", "un.org", "undocs.org")
"""Whose pages are official: those of the Union and of the United Nations."""
ADDRESS = re.compile(r"https?://[^\s'\"<>()]+[^\s'\"<>().,;]")
SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|])")
SHORT = 48
"""So many characters of a title are shown as a hint."""

Known = Record | AssemblyText


def cited_at(judged: Judged, offset: int) -> Citation | None:
    """The citation that holds a character, or ends before it."""
    return next((one for one in judged.result.citations if one.start <= offset <= one.end), None)


def known(registry: Registry, citation: Citation) -> Known | None:
    """What the registry holds of the text that is cited."""
    if citation.body is None:
        return None
    if registry.cites(citation.body) == "symbol":
        return registry.assembly_text(citation.number) or registry.assembly_text_cited(citation.text)
    return registry.record(citation.body, citation.kind, citation.number)


def hover(judged: Judged, lines: Lines, offset: int, *, markdown: bool, tell: Teller = EN) -> types.Hover | None:
    """What is known of the text that is cited at an offset; None where nothing is cited."""
    citation = cited_at(judged, offset)
    if citation is None or judged.linter is None:
        return None
    registry = judged.linter.registry
    text = known(registry, citation)
    if text is not None:
        words = _described(registry, text, judged.result.as_of or date.today(), markdown, tell)
    elif citation.body in registry.bodies or citation.body in registry.sectors:
        text_cited = f"{citation.body} {citation.kind} {citation.number}"
        words = tell(said("{text}: the registry does not know it", text=text_cited))
    else:
        having = ", ".join(registry.bodies_having(citation.kind, citation.number))
        text_cited = f"{citation.kind} {citation.number}"
        message = said("{text}: whose it is, cannot be told", text=text_cited)
        if having:
            message = said("{message}; {bodies} have one of this number", message=message, bodies=having)
        words = tell(message)
    kind = types.MarkupKind.Markdown if markdown else types.MarkupKind.PlainText
    return types.Hover(types.MarkupContent(kind, words), lines.range(citation.start, citation.end))


def links(judged: Judged, lines: Lines) -> Iterator[types.DocumentLink]:
    """The official pages of what is cited, where the registry knows one."""
    for citation, text in _all_known(judged):
        address = official_page(text.sources)
        if address:
            tooltip = f"{text.title or citation.number} ({urlsplit(address).hostname})"
            yield types.DocumentLink(lines.range(citation.start, citation.end), target=address, tooltip=tooltip)


def hints(judged: Judged, lines: Lines, start: int, end: int) -> Iterator[types.InlayHint]:
    """The short titles of what is cited between two offsets."""
    for citation, text in _all_known(judged):
        if text.title and start <= citation.end <= end and citation.role is CitationRole.CITATION:
            where = lines.position(citation.end)
            yield types.InlayHint(where, short(text.title), padding_left=True, tooltip=text.title)


def official_page(sources: Iterable[str]) -> str | None:
    """The first address on an official site that sources name."""
    for source in sources:
        for address in ADDRESS.findall(source):
            host = urlsplit(address).hostname or ""
            if any(host == site or host.endswith(f".{site}") for site in OFFICIAL):
                found: str = address
                return found
    return None


def short(title: str) -> str:
    """A title that does not push the line away."""
    if len(title) <= SHORT:
        return title
    return f"{title[:SHORT].rsplit(' ', 1)[0].rstrip(' ,;')} …"


def _all_known(judged: Judged) -> Iterator[tuple[Citation, Known]]:
    if judged.linter is not None:
        for citation in judged.result.citations:
            text = known(judged.linter.registry, citation)
            if text is not None:
                yield citation, text


def _described(registry: Registry, text: Known, as_of: date, markdown: bool, tell: Teller) -> str:
    if isinstance(text, Record):
        title, parts = heading(registry, text), record_parts(registry, text, as_of)
    else:
        title, parts = assembly_heading(registry, text), assembly_parts(registry, text)
    # A box beside the mouse is small, and it is the latest edition that one looks for.
    told = [(label, items[::-1] if label == "editions" else items) for label, items in parts]
    shown = _marked_up if markdown else _plain
    lines = [*shown(title, told, tell), *(("", *shown(title, told, tell.english)) if tell.english else ())]
    return "\n".join(lines)


def _plain(title: str, parts: Iterable[Part], tell: Teller) -> Iterator[str]:
    yield title
    for label, items in parts:
        for number, item in enumerate(items):
            yield f"  {tell(LABELS.get(label, label)) if not number else '':<12}{tell(item)}"


def _marked_up(title: str, parts: Iterable[Part], tell: Teller) -> Iterator[str]:
    yield f"**{_escaped(title)}**\n"
    for label, items in parts:
        words = [_escaped(tell(item).removeprefix("- ")) for item in items]
        named = tell(LABELS.get(label, label))
        words = [re.sub(r"(.*?) {3}&lt;- (.*)", r"**\1** ← \2", word) for word in words]
        if label == "title" and words:
            yield f"{words[0]}\n"
        elif len(words) == 1:
            yield f"{named}: {words[0]}  " if label else f"{words[0]}  "
        elif words:
            yield f"\n{named}:\n"
            yield from (f"- {word}" for word in words)
            yield ""


def _escaped(words: str) -> str:
    """Words that Markdown shows as they are; addresses stay ones that can be followed."""
    pieces = re.split(f"({ADDRESS.pattern})", words)
    escaped = (SPECIAL.sub(r"\\\1", piece).replace("\\<", "&lt;") for piece in pieces[::2])
    return "".join(word for pair in zip(escaped, [*pieces[1::2], ""], strict=True) for word in pair)
