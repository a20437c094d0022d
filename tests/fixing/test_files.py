"""Mended files: what changes in them, and what does not."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from reslint.errors import ReslintError
from reslint.storage.writing import replace_file

Draft = Callable[..., Path]
Reslint = Callable[..., Any]


def test_safe_fixes_only(reslint: Reslint, draft: Draft) -> None:
    path = draft("a.txt", "a large grey sky\n")
    ran = reslint("check", "--fix", path)
    assert path.read_text() == "a large gray sky\n"
    assert ran.status == 1
    assert "Found 2 findings (1 mended, 1 remaining).\n" in ran.out
    assert "TST001" not in ran.out
    assert "1 can be mended with --fix --unsafe-fixes.\n" in ran.out


def test_unsafe_fixes(reslint: Reslint, draft: Draft) -> None:
    path = draft("a.txt", "a large grey sky\n")
    shown = reslint("check", "--unsafe-fixes", "--output-format", "concise", path)
    assert path.read_text() == "a large grey sky\n"
    assert shown.out.count("[*]") == 3
    assert reslint("check", "--fix", "--unsafe-fixes", path).status == 0
    assert path.read_text() == "a big gray sky\n"


def test_mending_twice_changes_nothing(reslint: Reslint, draft: Draft) -> None:
    path = draft("a.txt", "grey grey a grey cat\n")
    reslint("check", "--fix", "--select", "TST", path)
    once = path.read_text()
    before = path.stat().st_mtime_ns
    ran = reslint("check", "--fix", "--select", "TST", path)
    assert once == path.read_text() == "gray gray a cat\n"
    assert path.stat().st_mtime_ns == before
    assert ran.status == 0


def test_overlapping_fixes_are_made_in_order_and_said(reslint: Reslint, draft: Draft) -> None:
    path = draft("a.txt", "a grey cat, a grey dog\n")
    ran = reslint("check", "--fix", "--select", "TST001,TST003", path)
    assert path.read_text() == "a cat, a gray dog\n"
    assert ran.status == 0
    assert "note: a.txt: 1 fix overlapped another and waited for a later round\n" in ran.err


def test_fixes_that_undo_each_other_leave_the_file_as_it_is(reslint: Reslint, draft: Draft) -> None:
    path = draft("a.txt", "grey ping\n")
    ran = reslint("check", "--fix", path)
    assert path.read_text() == "grey ping\n"
    assert ran.status == 2
    assert "error: a.txt: the fixes of TST004 undo each other, so nothing was mended" in ran.err
    assert "TST001" in ran.out


def test_a_character_that_the_encoding_lacks_leaves_the_file_as_it_is(reslint: Reslint, draft: Draft) -> None:
    data = "Genève, grey arrow\n".encode("windows-1252")
    path = draft("a.txt", data)
    ran = reslint("check", "--fix", path)
    assert path.read_bytes() == data
    assert ran.status == 2
    assert "error: a.txt: windows-1252 has no '→', so nothing was mended; save the file as UTF-8" in ran.err


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "windows-1252"])
@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_encoding_mark_and_line_ends_are_kept(
    reslint: Reslint, draft: Draft, encoding: str, ending: str, name: str
) -> None:
    lines = ["Genève is grey", "", "and grey", "last line without an end"]
    path = draft(name, ending.join(lines).encode(encoding))
    assert reslint("check", "--fix", path).status == 0
    assert path.read_bytes() == ending.join(lines).replace("grey", "gray").encode(encoding)


@pytest.mark.parametrize("mode", [0o600, 0o644, 0o755, 0o664])
def test_permissions_are_kept(reslint: Reslint, draft: Draft, mode: int) -> None:
    path = draft("a.txt", "grey")
    path.chmod(mode)
    assert reslint("check", "--fix", path).status == 0
    assert path.read_text() == "gray"
    assert path.stat().st_mode & 0o7777 == mode
    assert os.listdir() == ["a.txt"]


def test_a_link_keeps_pointing_to_the_file(reslint: Reslint, draft: Draft) -> None:
    draft("real/a.txt", "grey")
    Path("link.txt").symlink_to("real/a.txt")
    assert reslint("check", "--fix", "link.txt").status == 0
    assert Path("link.txt").readlink() == Path("real/a.txt")
    assert Path("real/a.txt").read_text() == "gray"


def test_a_file_that_changed_meanwhile_is_left_alone(draft: Draft) -> None:
    path = draft("a.txt", "somebody wrote this")
    with pytest.raises(ReslintError, match=r"a\.txt: the file changed meanwhile, so nothing was mended"):
        replace_file("a.txt", b"grey", b"gray")
    assert path.read_text() == "somebody wrote this"
    assert os.listdir() == ["a.txt"]


def test_nothing_is_left_behind_when_the_replacement_fails(draft: Draft, monkeypatch: pytest.MonkeyPatch) -> None:
    path = draft("a.txt", "grey")

    def full(*_: str) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    with pytest.raises(ReslintError, match="the file cannot be written \\(No space left on device\\)"):
        replace_file("a.txt", b"grey", b"gray")
    assert path.read_text() == "grey"
    assert os.listdir() == ["a.txt"]


def test_a_diff_changes_nothing_and_exits_with_1(reslint: Reslint, draft: Draft) -> None:
    path = draft("a.txt", "one\r\na large grey sky")
    ran = reslint("check", "--diff", path)
    assert ran.status == 1
    assert ran.data.decode() == (
        "--- a.txt\n+++ a.txt\n@@ -1,2 +1,2 @@\n one\r\n"
        "-a large grey sky\n\\ No newline at end of file\n"
        "+a large gray sky\n\\ No newline at end of file\n"
    )
    assert ran.err.endswith("Would mend 1 finding in 1 file.\n")
    assert path.read_bytes() == b"one\r\na large grey sky"
    assert "+a big gray sky" in reslint("check", "--diff", "--unsafe-fixes", path).out
    assert reslint("check", "--diff", draft("b.txt", "a large sky")).status == 0


def test_standard_input_is_mended_to_standard_output(reslint: Reslint, draft: Draft) -> None:
    draft("x.txt", "x")
    data = "\ufeffa large grey sky\r\n".encode("utf-16-le")
    ran = reslint("check", "--fix", "-", stdin=data)
    assert ran.data == data.replace("grey".encode("utf-16-le"), "gray".encode("utf-16-le"))
    assert ran.status == 1
    assert "TST002" in ran.err


def test_markdown_is_mended_in_place(reslint: Reslint, draft: Draft) -> None:
    path = draft("a.md", "# The *grey* sky\n\nAnd [grey](https://example.org) it is.\n")
    assert reslint("check", "--fix", path).status == 0
    assert path.read_text() == "# The *gray* sky\n\nAnd [gray](https://example.org) it is.\n"
