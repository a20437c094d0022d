"""How a labelled paragraph begins and ends, told by its words alone, and once for the same words."""

from __future__ import annotations

from functools import lru_cache

from reslint.documents.reading import Reading
from reslint.documents.view import Block, View
from reslint.named import NamedTuple
from reslint.structure.labels import Written, meanings, read_label

KEPT = 4096
"""So many paragraphs are kept with how they begin; contributions to one text repeat them."""
NEAR = 400


class Begun(NamedTuple):
    """The label of a paragraph and what stands around it, with the names of `reslint.structure.sections.Labelled`."""

    written: Written
    label_start: int
    label_end: int
    start: int
    end: int
    weak: bool
    colon: bool
    stop: bool
    lower: bool


def begun(view: View, block: Block, *, markdown: bool) -> Begun | None:
    """The label of a paragraph, typed or counted; None where it has none.

    Offsets are zero-based characters of the view.
    """
    reading = view.prose(block)
    if not reading.even:
        return _begun(view.text, reading, block.label, markdown)
    found = _of_words(view.text[block.start : block.end], reading.text, block.label, markdown)
    if found is None:
        return None
    written, label_start, label_end, start, end, *rest = found
    at = block.start
    return Begun(written, label_start + at, label_end + at, start + at, end + at, *rest)


@lru_cache(maxsize=KEPT)
def _of_words(words: str, prose: str, label: str, markdown: bool) -> Begun | None:
    return _begun(words, Reading(prose, 0), label, markdown)


def _begun(text: str, reading: Reading, label: str, markdown: bool) -> Begun | None:
    """The label of what is read of a text, with offsets of that."""
    prose = reading.text
    first = len(prose) - len(prose.lstrip())
    last = len(prose.rstrip())
    if label:
        written = read_label(label.strip() + " ", computed=True)
        after = first
    else:
        written = read_label(prose, first)
        after = written.end if written else first
        if written and markdown and written.closing == "." and not written.prefix:
            return None
    if written is None or (written.end == written.start):
        return None
    near = prose[after : after + NEAR]
    words = after + len(near) - len(near.lstrip())
    if not label and not _believable(written, text, reading, words, last):
        return None
    gap = text[reading.end_of(after) : reading.start_of(words)] if words < len(prose) else ""
    label_start = reading.start_of(first)
    tail = prose[max(last - 2, 0) : last]
    return Begun(
        written,
        label_start,
        label_start if label else reading.end_of(after),
        reading.start_of(words) if words < last else reading.end_of(last),
        reading.end_of(last),
        weak=not label and written.bare and "\t" not in gap and len(gap) < 2,
        colon=tail.endswith(":"),
        stop=tail[-1:] in (";", ","),
        lower=prose[words : words + 1].islower(),
    )


def _believable(written: Written, text: str, reading: Reading, words: int, last: int) -> bool:
    """Whether a typed label can be one: a bare number needs words after it, and stands in no row of a table."""
    if not written.parts and not any(
        meanings(core, written.prefix) for core in {written.core, written.core[:1], written.core[1:]} if core
    ):
        return False
    if not written.bare and not written.prefix:
        return True
    if words >= last or not (reading.text[words].isalpha() or reading.text[words] in "\"'“‘(["):
        return False
    return "\t" not in text[reading.start_of(words) : reading.end_of(last)]
