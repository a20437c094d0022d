"""Files as people make them are read as Word shows them, and as LibreOffice does where it has them right."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from cases import BOXES, CASES, DROP_CAPS, FORMULAS, Case
from excluded import OFFICE_DIFFERS, OFFICE_DIFFERS_ON
from office import Office
from reading import shown
from showing import VIEWS, ViewName

from reslint.documents.model import Kind
from reslint.documents.word.reader import read_word

LEFT_OUT = OFFICE_DIFFERS | OFFICE_DIFFERS_ON


def lines(story: list[str | list[str]]) -> tuple[str, ...]:
    return tuple(line if isinstance(line, str) else " ".join(line).strip() for line in story)


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("name", CASES)
def test_what_is_read(name: str, view: ViewName) -> None:
    case = CASES[name]
    read = {story: lines(found) for story, found in shown(read_word(case.data, "draft.docx"), view).items()}
    body = read.pop("body")
    assert body == case.shown(view)
    if view == "final":
        assert read == dict(case.others)


def office_agrees(office: Office, path: Path, name: str, view: ViewName) -> bool:
    path.write_bytes(CASES[name].data)
    found = office.shown(path, view)
    pairs = zip(found.labels, found.texts, strict=True)
    return [f"{label} {text}".strip() for label, text in pairs] == [line.strip() for line in CASES[name].shown(view)]


@pytest.mark.slow
@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("name", [name for name, case in CASES.items() if not case.differs])
def test_office_agrees(office: Office, tmp_path: Path, name: str, view: ViewName) -> None:
    assert office_agrees(office, tmp_path / "case.docx", name, view)


@pytest.mark.slow
@pytest.mark.parametrize("name", [name for name, case in CASES.items() if case.differs])
def test_office_differs_where_it_is_said_to(office: Office, tmp_path: Path, name: str) -> None:
    assert CASES[name].differs in LEFT_OUT
    assert not all(office_agrees(office, tmp_path / "case.docx", name, view) for view in VIEWS)


def test_every_difference_is_met() -> None:
    assert OFFICE_DIFFERS_ON.keys() <= {case.differs for case in CASES.values()}


@pytest.mark.parametrize("case", [*DROP_CAPS.values(), *FORMULAS.values(), *BOXES.values()])
def test_runs_are_where_they_are_said_to_be(case: Case) -> None:
    """The byte of every segment is that of a run in the part, whatever it was joined with."""
    part = zipfile.ZipFile(io.BytesIO(case.data)).read("word/document.xml")
    for story in read_word(case.data, "draft.docx").stories:
        for paragraph in story.paragraphs:
            for segment in paragraph.segments:
                assert part[segment.source :].startswith((b"<w:r>", b"<m:r>")), (story.name, segment)
                assert segment.kind is not Kind.DROP_CAP or segment.text in ("R", "Re", "“", "")
