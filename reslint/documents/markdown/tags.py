"""The HTML in Markdown: which tags are tags, which of them end a paragraph, and what they keep from being shown."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence

from reslint.documents.html.elements import BLOCKS, NOT_READ, VOID
from reslint.documents.markdown.blocks import Prose, Sort
from reslint.documents.markdown.code import all_code_spans

_ATTRIBUTES = r"""(?:\s++[A-Za-z_:][\w.:-]*+(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s"'=<>`]++))?)*+"""
TAG = rf"<(?P<closes>/?)(?P<name>[A-Za-z][A-Za-z0-9-]*+)(?P<attributes>{_ATTRIBUTES})\s*+/?>"
"""A tag as CommonMark has it (section 6.6)."""
BREAK = "br"
INLINE = frozenset(
    ("a", "abbr", "acronym", "b", "bdi", "bdo", "big", "button", "cite", "code", "data", "del", "dfn", "em", "font",
     "i", "ins", "kbd", "label", "map", "mark", "q", "rp", "rt", "ruby", "s", "samp", "small", "span", "strike",
     "strong", "sub", "sup", "time", "tt", "u", "var")
)  # fmt: skip
STRUCK = frozenset(("del", "s", "strike"))
# Code that stands in tags is no prose, as that in marks is none.
UNSEEN = NOT_READ | {"listing", "pre", "xmp"}
UNSEEN_START = re.compile(rf"<({'|'.join(sorted(UNSEEN))}){_ATTRIBUTES}\s*+>", re.IGNORECASE)
ENDS = {name: re.compile(rf"</{name}\s*>", re.IGNORECASE) for name in UNSEEN}


def is_element(name: str, attributes: str) -> bool:
    """Whether what has the form of a tag is one; "x<y and z>w" is none."""
    return not attributes or name in BLOCKS or name in INLINE or name in VOID or name in UNSEEN or "-" in name


def ends_paragraph(name: str) -> bool:
    """Whether a tag of this name, at the start or the end of its element, ends the words before it."""
    return name in BLOCKS


def strikes(name: str) -> bool:
    """Whether what is in the element is struck out."""
    return name in STRUCK


def unseen(
    text: str,
    base: int,
    lines: Sequence[tuple[int, int, str]],
    prose: Mapping[int, Prose],
    hidden: Sequence[tuple[int, int]],
) -> Iterator[tuple[int, int]]:
    """The elements whose words are not shown, or are code, outside of what is hidden (which is in order).

    In a block of HTML one goes on to its end tag, or else to the end of the block; in a paragraph it ends there, or it
    is only a name. `lines` are those of the text, which is read from `base` on; `prose` says by their number which are
    prose.
    """
    matches = list(UNSEEN_START.finditer(text, base)) if text.find("<", base) >= 0 else []
    if not matches:
        return
    outside = sorted((*hidden, *all_code_spans(text)))
    starts = [start for start, _, _ in lines]
    done = 0
    missing: set[str] = set()
    for match in matches:
        start, name = match.start(), match[1].lower()
        block = prose.get(bisect_right(starts, start) - 1)
        before = bisect_right(outside, (start, len(text))) - 1
        if start < done or block is None or (before >= 0 and start < outside[before][1]):
            continue
        end = None if name in missing else ENDS[name].search(text, match.end())
        if end is None:
            missing.add(name)
        last = lines[block.last - 1][1]
        if block.sort is Sort.HTML:
            done = end.end() if end else last
        elif end and end.end() <= last:
            done = end.end()
        else:
            continue
        yield start, done
