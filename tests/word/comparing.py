"""Hold what was read against what a file was built to show."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from building import Built
from reading import Shown, shown

from reslint.documents.model import Document
from reslint.documents.word.reader import read_word

KINDS = {"footnotes": "footnote", "endnotes": "endnote", "textbox": "text box", "header": "header", "footer": "footer"}
SYMBOL, BULLET = "\uf0b7", "•"
"""The label of a symbol font, which means nothing in any other, is read as the sign that is seen."""


def differences(seed: int, built: Built) -> Iterator[str]:
    """Where reslint reads something else than was built."""
    document = read_word(built.data, f"{seed}.docx")
    for view in ("original", "final", "markup"):
        expected = wanted(built.expected, view)
        found = by_kind(document, view)
        for kind in expected.keys() | found.keys():
            if expected.get(kind) != found.get(kind):
                yield f"seed {seed}, {view}, {kind}: {found.get(kind)} instead of {expected.get(kind)}"


def wanted(expected: dict[str, dict[str, Any]], view: str) -> dict[str, list[Shown]]:
    """The stories a view has, by their kind; a story whose mark is not in the view is not there either."""
    found: dict[str, list[Shown]] = {"body": [_seen(expected["body"][view])]}
    for key, kind in KINDS.items():
        if key in expected:
            stories = expected[key].values() if key.endswith("notes") else [expected[key]]
            shown_here = [_seen(story[view]) for story in stories]
            if any(shown_here):
                found[kind] = [story for story in shown_here if story]
    return found


def by_kind(document: Document, view: str) -> dict[str, list[Shown]]:
    """What reslint reads, in the same shape."""
    found: dict[str, list[Shown]] = {}
    for name, story in shown(document, view).items():
        found.setdefault(name.rstrip("0123456789 "), []).append(story)
    return found


def _seen(lines: Shown) -> Shown:
    return [line if isinstance(line, str) else [line[0].replace(SYMBOL, BULLET), line[1]] for line in lines]
