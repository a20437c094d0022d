"""Parts of a Word file that declare an encoding they are not in: the file is mended, or refused in one line; the others
are mended all the same.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from made import OLD, W, docx, paragraph, reslint_on, run

from reslint import comment, fix
from reslint.linting.settings import Settings

AT = "2024-01-01"
BODY = paragraph(run(f"noting {OLD},"))
SETTINGS = f'<w:settings {W}><w:documentProtection w:edit="readOnly" w:enforcement="1"/></w:settings>'
DECLARED = ["utf-16", "UTF-16LE", "utf-32", "utf-7", "x-unknown", "rot13", "idna", "punycode", "base64", "ebcdic-cp-be"]


def declaring(encoding: str, xml: str) -> bytes:
    return f'<?xml version="1.0" encoding="{encoding}"?>{xml}'.encode()


@pytest.mark.parametrize("encoding", DECLARED)
@pytest.mark.parametrize("part", ["settings", "theme", "custom"])
def test_a_part_that_is_only_looked_through_keeps_nothing_from_being_written(encoding: str, part: str) -> None:
    data = docx(BODY, {part: declaring(encoding, SETTINGS)})
    mended = fix(data, "a.docx", unsafe=True, as_of=AT)
    assert (mended.mended, mended.result.errors) == (1, ())
    commented = comment(data, "a.docx", as_of=AT)
    assert (commented.comments, commented.result.errors) == (1, ())


@pytest.mark.parametrize("encoding", ["utf-16", "x-unknown", "rot13", "utf-8"])
def test_comments_that_cannot_be_read_are_refused(encoding: str) -> None:
    data = docx(BODY, {"comments": declaring(encoding, f"<w:comments {W}>\xff</w:comments>").replace(b"\xc3", b"")})
    commented = comment(data, "a.docx", as_of=AT)
    assert commented.data == data
    (error,) = commented.result.errors
    assert error.startswith("a.docx: the part word/comments.xml ")
    assert "report it" not in error


@pytest.mark.parametrize("encoding", ["iso-8859-1", "windows-1252", "us-ascii", "UTF-8"])
def test_what_is_in_the_encoding_it_declares_is_mended(encoding: str) -> None:
    data = docx(BODY, {"settings": declaring(encoding, SETTINGS)})
    assert fix(data, "a.docx", unsafe=True, as_of=AT).mended == 1


@pytest.mark.parametrize("arguments", [["--fix"], ["--diff"], [], ["--fix", "--jobs", "2"], ["--diff", "--jobs", "2"]])
def test_each_file_is_mended_apart(arguments: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("in").mkdir()
    hostile = docx(BODY, {"comments": declaring("utf-16", "<w:comments/>")})
    for name, data in (("a", docx(BODY)), ("b", hostile), ("c", docx(BODY)), ("d", b"no Word file"), ("e", docx(BODY))):
        Path("in", f"{name}.docx").write_bytes(data)
    ran = reslint_on("check", "in", "--unsafe-fixes", "--as-of", AT, *arguments)
    assert "Traceback" not in ran.err
    assert "broke" not in ran.err
    assert [line.split(": ")[1] for line in ran.errors] == ["in/d.docx"] or [
        line.split(": ")[1] for line in ran.errors
    ] == ["in/b.docx", "in/d.docx"]
    assert ran.status == 2
    if "--fix" in arguments:
        for name in "ace":
            assert b"<w:ins " in _main(Path("in", f"{name}.docx"))
    elif "--diff" in arguments:
        assert ran.out.count("+++ ") >= 3


def _main(path: Path) -> bytes:
    import zipfile

    with zipfile.ZipFile(path) as archive:
        return archive.read("word/document.xml")


def test_comments_that_cannot_be_written_lose_no_finding(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    hostile = docx(BODY, {"comments": declaring("x-unknown", "<w:comments/>")})
    Path("a.docx").write_bytes(hostile)
    ran = reslint_on("check", "a.docx", "--as-of", AT, "--comments", "b.docx")
    assert (ran.status, len(ran.errors)) == (2, 1)
    assert not Path("b.docx").exists()
    assert Path("a.docx").read_bytes() == hostile


def test_whatever_a_writer_raises_is_told_of_its_file(monkeypatch: pytest.MonkeyPatch) -> None:
    from reslint.fixing.word import tracked

    def breaks(*_: object) -> None:
        raise ZeroDivisionError("of another\nkind")

    monkeypatch.setattr(tracked, "write_changes", breaks)
    mended = fix(docx(BODY), "a.docx", unsafe=True, as_of=AT, settings=Settings())
    assert mended.data == docx(BODY)
    assert mended.result.errors == (
        "a.docx: reslint broke over this file (ZeroDivisionError: of another kind); report it",
    )
    assert [finding.code for finding in mended.result.findings] == ["STA001"]
