"""How a labelled paragraph begins and ends: its label, what stands around it, and its last sign."""

from __future__ import annotations

from reslint.documents.reading import Reading
from reslint.named import NamedTuple
from reslint.structure.labels import Written, meanings, read_label

NEAR = 400


Manner = tuple[Written, bool, bool, bool, bool]
"""How a label looks to a list: the first fields of `reslint.structure.sections.Labelled`."""
Ranges = tuple[int, int, int, int]
"""Start and end of a label, empty for an automatic number, and of the words behind it."""


class Begun(NamedTuple):
    """The label of a paragraph."""

    manner: Manner
    ranges: Ranges


def read_begun(text: str, reading: Reading, label: str, *, markdown: bool) -> Begun | None:
    """The label of a paragraph, typed or counted; None where it has none.

    `text` is what `reading` was read of; the ranges are zero-based characters of it.
    """
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
    weak = not label and written.bare and "\t" not in gap and len(gap) < 2
    sign = prose[last - 1 : last] if last else ""
    colon, stop = sign == ":", sign in (";", ",")
    note_like = written.bare and not (colon or stop or prose[words : words + 1].islower())
    return Begun(
        (written, weak, colon, stop, note_like),
        (
            label_start,
            label_start if label else reading.end_of(after),
            reading.start_of(words) if words < last else reading.end_of(last),
            reading.end_of(last),
        ),
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
