"""What reslint writes, judged by LibreOffice and by the Open XML SDK: same texts, valid files, visible comments."""

from __future__ import annotations

import os
from pathlib import Path
from random import Random

import pytest
from building import build
from office import Office
from test_corrections import random_edits
from validating import missing_validator, problems

from reslint.api.report import FileResult
from reslint.documents.model import Provenance, ViewName
from reslint.documents.view import View
from reslint.documents.word.reader import read_word
from reslint.fixing.mending import mend
from reslint.fixing.word.commenting import with_comments
from reslint.fixing.word.joining import Correction
from reslint.fixing.word.tracked import write_changes
from reslint.linting.basis import Basis
from reslint.linting.linter import Linter
from reslint.linting.settings import Settings
from reslint.plugins.loading import load_plugins
from reslint.registry import Registry

pytestmark = pytest.mark.slow

DATA = Path(__file__).parents[1] / "data/word"
EXAMPLE = Path(__file__).parents[2] / "examples/contribution.docx"
# LibreOffice computes the fields of 04 anew.
SAMPLES = (
    "01-wtsa-mod-runs",
    "02-council-auto-numbering",
    "03-tables",
    "06-python-docx-clean",
    "08-strict-namespace",
    "09-six-languages",
)
STRICT = "08-strict-namespace"
"""The SDK refuses it before and after, since only its namespace is Strict."""
VALID = (*(name for name in SAMPLES if name != STRICT), "out-01-comments", "out-01-fixed")
MOST = 8
"""LibreOffice 7.4 may not come to an end when it rejects changes around dozens of comments on the same words."""
COMMENTED = 10
"""Every so many files are commented too, which takes LibreOffice long."""
FILES = int(os.environ.get("RESLINT_OFFICE_FILES", "100"))


@pytest.fixture(scope="module")
def linter(registry: Registry) -> Linter:
    return Linter(Basis(Settings(as_of="2024-10-15", unsafe_fixes=True), load_plugins(), registry))


def body(data: bytes, view: str) -> list[str]:
    seen = View(read_word(data, "draft.docx"), ViewName(view))
    return [seen.text[block.start : block.end] for block in seen.blocks if block.story == "body"]


def in_kept_paragraph(view: View, offset: int) -> bool:
    """Whether the paragraph of some words, and its row, stay whatever becomes of the changes.

    Of a paragraph or a row that was inserted or deleted, LibreOffice 7.4 keeps the end if a comment or a change by
    somebody else is in it; Word does not.
    """
    story, number = view.placement.home_of(offset)
    paragraph = view.document.stories[story].paragraphs[number]
    return paragraph.row is paragraph.mark is Provenance.KEPT


def for_office(result: FileResult) -> FileResult:
    assert result.view is not None
    findings = tuple(finding for finding in result.findings if in_kept_paragraph(result.view, finding.start))
    return result.but(findings=findings[:MOST])


def agrees(office: Office, data: bytes, path: Path) -> None:
    """LibreOffice accepts and rejects all changes to the texts that reslint reads."""
    path.write_bytes(data)
    for view in ("original", "final"):
        assert office.texts(path, view) == body(data, view), (path.name, view)  # type: ignore[arg-type]


@pytest.mark.parametrize("name", SAMPLES)
def test_office_reads_samples_before_and_after(office: Office, linter: Linter, tmp_path: Path, name: str) -> None:
    data = (DATA / f"{name}.docx").read_bytes()
    agrees(office, data, tmp_path / "input.docx")
    mended = mend(linter, data, "draft.docx")
    assert mended.new_result.errors == ()
    agrees(office, mended.new_data, tmp_path / "mended.docx")
    result = for_office(mended.result)
    commented, _ = with_comments(data, result)
    agrees(office, commented, tmp_path / "commented.docx")
    if result.findings:
        assert {author for author, _ in office.comments(tmp_path / "commented.docx")} == {"reslint"}


def test_office_reads_random_files_before_and_after(office: Office, linter: Linter, tmp_path: Path) -> None:
    for seed in range(FILES):
        data = build(seed, for_office=True).data
        agrees(office, data, tmp_path / f"{seed}-input.docx")
        view = View(read_word(data, "draft.docx"))
        edits = [edit for edit in random_edits(view, Random(seed)) if in_kept_paragraph(view, edit.start)]
        agrees(
            office,
            write_changes(data, view, map(Correction.of, edits)) if edits else data,
            tmp_path / f"{seed}-mended.docx",
        )
        if seed % COMMENTED == 0:
            result = for_office(linter.check(data, "draft.docx"))
            commented, _ = with_comments(data, result)
            agrees(office, commented, tmp_path / f"{seed}-commented.docx")


def test_the_sdk_accepts_every_written_file(linter: Linter, tmp_path: Path) -> None:
    if reason := missing_validator():
        pytest.skip(reason)
    sources = {name: (DATA / f"{name}.docx").read_bytes() for name in VALID}
    sources |= {f"random-{seed}": build(seed, valid=True).data for seed in range(30)}
    sources["example"] = EXAMPLE.read_bytes()
    paths: dict[bytes, Path] = {}  # where nothing is mended, what is commented is the same twice
    for name, data in sources.items():
        view = View(read_word(data, "draft.docx"))
        edits = random_edits(view, Random(name))
        written = {"edited": write_changes(data, view, map(Correction.of, edits))} if edits else {}
        mended = mend(linter, data, "draft.docx")
        written["mended"] = mended.new_data
        written["commented"], _ = with_comments(data, mended.result)
        written["both"], _ = with_comments(mended.new_data, mended.new_result)
        for kind, content in written.items():
            if content != data and content not in paths:
                paths[content] = tmp_path / f"{name}-{kind}.docx"
                paths[content].write_bytes(content)
    assert len(paths) > 60
    assert {path.name: found for path, found in problems(paths.values()).items() if found} == {}


def test_office_shows_comments_and_corrections_of_the_example(
    office: Office, registry: Registry, tmp_path: Path
) -> None:
    linter = Linter(Basis(Settings(as_of="2026-10-01", unsafe_fixes=True), load_plugins(), registry))
    data = EXAMPLE.read_bytes()
    mended = mend(linter, data, "contribution.docx")
    commented, notices = with_comments(data, mended.result)
    assert notices == []
    path = tmp_path / "commented.docx"
    path.write_bytes(commented)
    comments = office.comments(path)
    assert [author for author, _ in comments] == ["reslint"] * 5
    assert comments[0][1].startswith("Write: Bucharest\nBuchrest is misspelt. Brought in by Delegation of ")
    assert comments[-1][1].startswith("Write: Rev. Bucharest, 2022 (in footnote 1, for “Rev. Busan, 2014”)\n")
    path.write_bytes(mended.new_data)
    ours = [(kind, text) for kind, author, text in office.redlines(path) if author == "reslint"]
    assert ("Delete", "Buchrest") in ours
    assert ("Insert", "Bucharest") in ours
    assert ("Delete", "Rev. Busan, 2014") in ours
