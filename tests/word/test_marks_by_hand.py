"""Every case of tests/cases/drawn/marks.jsonl holds, in Word and in an .odt: what is raised is no part of a number, and
what is struck out is not read.
"""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import pytest
from written import footnote_mark, footnotes, paragraph, run, word_file

from accuracy.cases import Case
from accuracy.trying import tried

pytestmark = pytest.mark.slow

MARKED = re.compile(r"\{(\w+):?([^}]*)\}")
# What a mark of the cases means in either format.
IN_WORD = {
    "raised": '<w:vertAlign w:val="superscript"/>',
    "lifted": '<w:position w:val="8"/><w:sz w:val="14"/>',
    "struck": "<w:strike/>",
    "doubly": "<w:dstrike/>",
    "unstruck": '<w:strike w:val="false"/>',
}
IN_ODT = {
    "raised": 'style:text-position="super 58%"',
    "lifted": 'style:text-position="33% 70%"',
    "struck": 'style:text-line-through-style="solid"',
    "doubly": 'style:text-line-through-style="solid" style:text-line-through-type="double"',
    "unstruck": 'style:text-line-through-style="none"',
}
NOTE = "As it was agreed by the group."
URN = "urn:oasis:names:tc:opendocument:xmlns"


def stretches(written: str) -> Iterator[tuple[str, str]]:
    """The mark, or none, and the words of each stretch of a paragraph."""
    at = 0
    for found in MARKED.finditer(written):
        yield "", written[at : found.start()]
        yield found[1], found[2]
        at = found.end()
    yield "", written[at:]


def word(paragraphs: Sequence[str]) -> bytes:
    return word_file(
        *(
            paragraph(
                *(
                    footnote_mark(1) if mark == "note" else run(words, IN_WORD[mark] if mark else "")
                    for mark, words in stretches(one)
                    if mark == "note" or words
                )
            )
            for one in paragraphs
        ),
        footnotes=footnotes(paragraph(run(NOTE))),
    )


def odt(paragraphs: Sequence[str]) -> bytes:
    spaces = " ".join(f'xmlns:{name}="{URN}:{name}:1.0"' for name in ("office", "text", "style"))
    styles = "".join(
        f'<style:style style:name="{name}" style:family="text"><style:text-properties {said}/></style:style>'
        for name, said in IN_ODT.items()
    )
    written = "".join(f"<text:p>{''.join(spans(one))}</text:p>" for one in paragraphs)
    content = (
        f"<office:document-content {spaces}><office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text>{written}</office:text></office:body></office:document-content>"
    )
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", content)
    return file.getvalue()


def spans(written: str) -> Iterator[str]:
    for mark, words in stretches(written):
        if mark == "note":
            yield (
                '<text:note text:id="n1" text:note-class="footnote"><text:note-citation>1</text:note-citation>'
                f"<text:note-body><text:p>{NOTE}</text:p></text:note-body></text:note>"
            )
        else:
            yield f'<text:span text:style-name="{mark}">{escape(words)}</text:span>' if mark else escape(words)


FORMATS: dict[str, Callable[[Sequence[str]], bytes]] = {"docx": word, "odt": odt}


class Marked(Case):
    """A case whose paragraphs are given as text, with what is raised or struck out in braces."""

    def data(self) -> bytes:
        paragraphs: list[Any] = self.expected["paragraphs"]
        return FORMATS[self.expected["name"].rpartition(".")[2]](paragraphs)


WRITTEN = Path(__file__).parents[1] / "cases" / "drawn" / "marks.jsonl"
CASES = [
    Marked(f"{read['id']}-{suffix}", read["kind"], "", read | {"name": f"draft.{suffix}"})
    for read in map(json.loads, WRITTEN.read_text("utf-8").splitlines())
    for suffix in FORMATS
]


@pytest.fixture(scope="module")
def answers(own_cache: Path, tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Sequence[str]]:
    assert own_cache.is_dir()
    return tried(CASES, tmp_path_factory.mktemp("marked"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_what_is_marked_by_hand_is_read(answers: Mapping[str, Sequence[str]], case: Case) -> None:
    assert answers[case.id] == []
