"""A contribution in each of five languages as a Word file: with styles, automatic labels, a note, and the tracked
changes of a delegation.

Its text stands in `tests/data/languages`, a line a paragraph: its style or the first label of its list, a tab, the
words. "[-…-]" was deleted and "{+…+}" inserted by the delegation, "^" is the mark of the note.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import count
from pathlib import Path

from written import deleted, footnote_mark, footnotes, inserted, paragraph, run, word_file

LANGUAGES = ("fr", "es", "ru", "zh", "ar")
DATA = Path(__file__).parents[1] / "data" / "languages"
DELEGATION = "Delegation of Exampleland"
PIECE = re.compile(r"\[-(?P<old>.*?)-\]|\{\+(?P<new>.*?)\+\}|(?P<note>\^)|(?P<kept>[^\[{^]+)")
LISTS = {"a)": (1, "lowerLetter", "%1)"), "b)": (2, "lowerLetter", "%1)"), "1": (3, "decimal", "%1")}
STYLES = {
    "Proposal": ("", "<w:b/><w:bCs/>"),
    "Number": ('<w:spacing w:before="360"/><w:jc w:val="center"/>', '<w:sz w:val="28"/><w:szCs w:val="28"/>'),
    "Title": (
        '<w:spacing w:before="240" w:after="240"/><w:jc w:val="center"/>',
        '<w:b/><w:bCs/><w:sz w:val="28"/><w:szCs w:val="28"/>',
    ),
    "Body": ("", ""),
    "Call": ('<w:spacing w:before="160"/><w:ind w:left="567"/>', "<w:i/>"),
    "Item": ('<w:spacing w:before="100"/>', ""),
}


def contribution(language: str) -> bytes:
    """The Word file of a language."""
    bidi, rtl = ("<w:bidi/>", "<w:rtl/>") if language == "ar" else ("", "")
    numbers = count(100)
    body = []
    note = ""
    for line in (DATA / f"{language}.txt").read_text("utf-8").splitlines():
        style, _, words = line.partition("\t")
        if style == "Note":
            note = paragraph(run(words, rtl), properties=bidi)
            continue
        list_ = LISTS.get(style)
        listed = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{list_[0]}"/></w:numPr>' if list_ else ""
        properties = f'<w:pStyle w:val="{"Item" if list_ else style}"/>{listed}{bidi}'
        mark = "ins" if words.startswith("{+") and words.endswith("+}") else ""
        runs = list(_runs(words, rtl, numbers))
        body.append(paragraph(*runs, properties=properties, mark=mark, author=DELEGATION, number=next(numbers)))
    return word_file(*body, footnotes=footnotes(note), numbering=_numbering(), styles=_styles())


def _runs(words: str, properties: str, numbers: Iterator[int]) -> Iterator[str]:
    for piece in PIECE.finditer(words):
        if piece["old"]:
            yield deleted(piece["old"], DELEGATION, next(numbers), properties)
        elif piece["new"]:
            yield inserted(piece["new"], DELEGATION, next(numbers), properties)
        elif piece["note"]:
            yield footnote_mark(1)
        else:
            yield run(piece["kept"], properties)


def _numbering() -> str:
    lists = "".join(
        f'<w:abstractNum w:abstractNumId="{number}"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{text}"/><w:pPr><w:ind w:left="567" w:hanging="567"/></w:pPr></w:lvl></w:abstractNum>'
        for number, form, text in LISTS.values()
    )
    return lists + "".join(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>' for number, _, _ in LISTS.values()
    )


def _styles() -> str:
    return "".join(
        f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{name}"/><w:pPr>{around}</w:pPr>'
        f"<w:rPr>{inside}</w:rPr></w:style>"
        for name, (around, inside) in STYLES.items()
    )
