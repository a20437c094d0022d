"""What the parts of a package say that put it together is known again where files have them alike."""

from __future__ import annotations

import io
import zipfile

import pytest
from written import paragraph, run, word_file

from reslint.documents.word import package
from reslint.documents.word.package import LONGEST, MOST, Package
from reslint.documents.xml import Part
from reslint.lately import Lately

FILE = word_file(paragraph(run("so")), comments="")
LINKS = "word/_rels/document.xml.rels"


@pytest.fixture(autouse=True)
def _nothing_known(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "_pointing", Lately(MOST))
    monkeypatch.setattr(package, "_typed", Lately(MOST))


@pytest.fixture
def parsed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the parts that are parsed from now on."""
    names: list[str] = []
    read = Part.read

    def noted(part: Part, *given: object) -> None:
        names.append(part.part)
        read(part, *given)  # type: ignore[arg-type]

    monkeypatch.setattr(Part, "read", noted)
    return names


def changed(**parts: str) -> bytes:
    """The file with other parts, and further ones."""
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(FILE)) as old, zipfile.ZipFile(written, "w") as new:
        for name in {**dict.fromkeys(old.namelist()), **parts}:
            new.writestr(name, parts[name] if name in parts else old.read(name))
    return written.getvalue()


def links() -> str:
    with zipfile.ZipFile(io.BytesIO(FILE)) as old:
        return old.read(LINKS).decode()


def test_parts_that_are_alike_are_parsed_once(parsed: list[str]) -> None:
    first = Package(FILE, "a.docx")
    told = first.relationships(first.main)
    assert len(parsed) == 3
    second = Package(changed(**{"word/other.xml": "<so/>"}), "b.docx")
    assert (second.main, second.types, second.relationships(second.main)) == (first.main, first.types, told)
    assert len(parsed) == 3


def test_parts_that_differ_are_read_as_they_are() -> None:
    first = Package(FILE, "a.docx")
    second = Package(changed(**{LINKS: links().replace("comments.xml", "remarks.xml")}), "b.docx")
    assert [one.target for one in first.relationships(first.main)] == ["word/comments.xml"]
    assert [one.target for one in second.relationships(second.main)] == ["word/remarks.xml"]


def test_what_a_part_points_to_depends_on_its_folder() -> None:
    both = Package(changed(**{"other/_rels/document.xml.rels": links()}), "a.docx")
    assert [one.target for one in both.relationships("word/document.xml")] == ["word/comments.xml"]
    assert [one.target for one in both.relationships("other/document.xml")] == ["other/comments.xml"]


def test_what_is_known_is_little(parsed: list[str]) -> None:
    long = changed(**{LINKS: links().replace("><", f">{' ' * LONGEST}<", 1)})
    for _ in range(2):
        assert Package(long, "a.docx").relationships("word/document.xml")
    assert parsed.count(LINKS) == 2
    for number in range(3 * MOST):
        other = Package(changed(**{LINKS: links().replace("comments.xml", f"{number}.xml")}), "a.docx")
        assert other.relationships(other.main)
    assert len(package._pointing) <= 2 * MOST
