"""RTF and old Word files are read by way of LibreOffice, which gets neither their names nor the user's settings."""

from __future__ import annotations

import os
import shutil
import stat
import time
from pathlib import Path

import pytest

from reslint.documents import View, ViewName, converted
from reslint.documents.converted import NOTICE, OLE, SIGN, WORD_STREAM, read_converted
from reslint.errors import ReslintError

pytestmark = pytest.mark.slow

RTF = (
    rb"{\rtf1\ansi{\*\revtbl {Unknown;}{A. Delegate;}}\pard recalling\par Resolution 71 (Rev. "
    rb"{\deleted\revauthdel1\revdttmdel0 Dubai, 2018}{\revised\revauth1\revdttm0 Bucharest, 2022})\par}"
)

needs_office = pytest.mark.skipif(
    not (shutil.which("soffice") or shutil.which("libreoffice")),
    reason="LibreOffice is not installed (apt-get install libreoffice-writer)",
)


@needs_office
def test_both_views_of_an_rtf_file() -> None:
    document = read_converted(RTF, "draft; $(touch x).rtf")
    assert document.format == "rtf"
    assert document.name == "draft; $(touch x).rtf"
    assert document.notices[0] == NOTICE
    original, final = (View(document, name).text.split("\n") for name in ViewName)
    assert [line for line in original if line] == ["recalling", "Resolution 71 (Rev. Dubai, 2018)"]
    assert [line for line in final if line] == ["recalling", "Resolution 71 (Rev. Bucharest, 2022)"]


def test_a_page_or_a_new_word_file_under_an_old_name_is_read_as_what_it_is(shared: Path) -> None:
    assert read_converted(b"\r\n<!DOCTYPE html><p>Resolution 71", "draft.doc").format == "html"
    data = (shared / "samples" / "word" / "03-tables.docx").read_bytes()
    document = read_converted(data, "draft.doc")
    assert document.format == "word"
    assert NOTICE not in document.notices


def old_word(flags: int) -> bytes:
    """The beginning of a Word file of before 2007; its second sector begins the File Information Block."""
    return OLE + bytes(504) + SIGN + bytes(9) + bytes([flags]) + bytes(500) + WORD_STREAM


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "the file is empty"),
        (b"Resolution 71", "neither an RTF nor a Word file"),
        (bytes(range(1, 256)) * 9, "neither an RTF nor a Word file"),
        (OLE + b"EncryptedPackage".decode().encode("utf-16-le"), "it is encrypted"),
        (old_word(0x01), "it is encrypted"),
        (OLE + b"Workbook".decode().encode("utf-16-le"), "not one of Word"),
        (b"PK\x03\x04 cut off", "damaged or incomplete"),
    ],
)
def test_what_cannot_be_read_is_one_clear_message(data: bytes, reason: str) -> None:
    with pytest.raises(ReslintError, match=r"^draft\.doc: ") as raised:
        read_converted(data, "draft.doc")
    assert reason in str(raised.value)
    assert raised.value.advice


def test_without_libreoffice_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(ReslintError, match=r"draft\.rtf: \.rtf files need LibreOffice, .*; install LibreOffice"):
        read_converted(RTF, "draft.rtf")


@pytest.fixture
def office(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A program in the place of LibreOffice; what it does is to be written into it."""
    program = tmp_path / "soffice"
    monkeypatch.setattr(shutil, "which", lambda _: str(program))
    return program


def script(program: Path, commands: str) -> None:
    program.write_text(f"#!/bin/sh\n{commands}\n", encoding="utf-8")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)


def test_it_ends_with_all_that_it_has_started(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, office: Path) -> None:
    monkeypatch.setattr(converted, "PATIENCE", 0.5)
    held = tmp_path / "held"
    os.mkfifo(held)
    script(office, f"exec 9> {held}; sleep 600 & sleep 600")
    with open(os.open(held, os.O_RDONLY | os.O_NONBLOCK), "rb", buffering=0) as still_here:
        with pytest.raises(ReslintError, match=r"did not finish within 0\.5 seconds"):
            read_converted(RTF, "draft.rtf")
        # As long as somebody is still there, who holds the other end open, nothing is read, not even the end.
        end = time.monotonic() + 120
        while (read := still_here.read(1)) is None and time.monotonic() < end:
            time.sleep(0.01)
        assert read == b""


def test_what_it_cannot_read_is_one_message_and_leaves_nothing(tmp_path: Path, office: Path) -> None:
    told = tmp_path / "told"
    script(office, f'printf "%s\\n" "$@" > {told}; pwd >> {told}')
    with pytest.raises(ReslintError, match=r"draft\.rtf: LibreOffice cannot read it; save it as \.docx"):
        read_converted(RTF, "draft.rtf")
    *arguments, place = told.read_text(encoding="utf-8").splitlines()
    assert f"{place}/document.rtf" in arguments
    assert not any("draft" in argument for argument in arguments)
    assert not Path(place).exists()


def test_a_program_that_does_not_start_is_one_message(office: Path) -> None:
    assert not office.exists()
    with pytest.raises(ReslintError, match="LibreOffice does not start"):
        read_converted(RTF, "draft.rtf")


@needs_office
@pytest.mark.parametrize("data", [b"{\\rtf", RTF[:60], RTF[:40] + bytes(range(256)), b"{\\rtf1" + b"{" * 5_000])
def test_a_damaged_file_is_read_or_refused(data: bytes) -> None:
    try:
        document = read_converted(data, "draft.rtf")
    except ReslintError as error:
        reason = str(error)
        assert reason.startswith("draft.rtf: ")
    else:
        assert document.format == "rtf"
