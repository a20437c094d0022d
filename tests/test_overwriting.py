"""Nothing is written over that was not reslint's: files to check never, other files only if that is asked for."""

from __future__ import annotations

import io
import json
import os
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from reslint.documents.view import View
from reslint.documents.word.reader import read_word
from reslint.plugins.bundled import reslint_reporters

Draft = Callable[..., Path]
Reslint = Callable[..., Any]
FORMATS = [reporter.name for reporter in reslint_reporters() if not reporter.binary]
EXAMPLE = Path(__file__).parents[1] / "examples/contribution.docx"
FORCE = "replace it with --force"


def strangers() -> Iterator[tuple[str, bytes]]:
    """Files of others, by the names that a slip of the finger would give them."""
    yield "draft of Monday.txt", b"Resolution 71 (Rev. Dubai, 2018)\n"
    yield "minutes.md", b"# Minutes\n\nFound 3 findings in the draft, we said.\n"
    yield "contribution.docx", EXAMPLE.read_bytes()
    yield "reslint.toml", b"as-of = '2024-10-15'\n"
    yield "registry.yaml", b"places: {}\n"
    yield "coverage.json", b'{"version": 1, "files": {"a.py": {"summary": {"covered_lines": 5}}}}\n'
    yield "package.json", b'{"version": "1.0", "name": "a", "files": ["a"]}\n'
    yield "another.sarif", b'{"version": "2.1.0", "runs": [{"tool": {"driver": {"name": "ruff"}}}]}\n'
    yield "tests.xml", b'<?xml version="1.0"?>\n<testsuites name="pytest tests"></testsuites>\n'
    yield "page.html", b"<!DOCTYPE html>\n<html><head><title>reslint 0.1.0</title></head></html>\n"
    yield "table.csv", b"code,name,mark\n1,A,2\n"
    yield "lines.jsonl", b'{"code": "REF001"}\n'
    yield "side.txt.reslint", b"ignore[NUM]\n"
    yield "picture.png", b"\x89PNG\r\n\x1a\n\x00\x00"


STRANGERS = list(strangers())


@pytest.fixture
def folder(draft: Draft) -> Path:
    draft("in/a.txt", "a grey sky\n")
    draft("in/b.txt", "grey and large\n")
    draft("reslint.toml", "")
    return Path("in")


def wanted(path: Path) -> Iterator[list[str]]:
    """The ways to name a file to write."""
    yield ["--write-baseline", str(path)]
    for name in FORMATS:
        yield ["--output-format", name, "-o", str(path)]


@pytest.mark.parametrize(("name", "content"), STRANGERS, ids=[name for name, _ in STRANGERS])
def test_a_file_of_another_kind_is_not_written_over(
    reslint: Reslint, folder: Path, draft: Draft, name: str, content: bytes
) -> None:
    path = draft(name, content)
    for arguments in wanted(path):
        ran = reslint("check", folder, "--config", "reslint.toml" if name != "reslint.toml" else path, *arguments)
        assert (ran.status, ran.out) == (2, ""), arguments
        kind = "baseline" if arguments[0] == "--write-baseline" else "report"
        assert ran.err.splitlines()[-1] == (
            f"error: {name}: the file is there already and is no {kind} that reslint wrote; "
            f"name another file, or {FORCE}"
        )
        assert path.read_bytes() == content, arguments


@pytest.mark.parametrize("name", FORMATS)
def test_a_report_takes_the_place_of_a_report(reslint: Reslint, folder: Path, name: str) -> None:
    path = Path("report")
    for place in (folder, Path("in/b.txt"), folder):
        reslint("check", place, "--output-format", name, "-o", path)
        assert path.read_bytes() == reslint("check", place, "--output-format", name).data
    reslint("check", folder, "-o", path)
    assert path.read_bytes() == reslint("check", folder).data
    assert sorted(os.listdir()) == ["in", "report", "reslint.toml"]


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize(
    "content",
    ["nothing\n", "\0\1\2", "notant que la Résolution 140 de la Conférence de plénipotentiaires charge le Directeur\n"],
    ids=["nothing found", "not read", "in another language"],
)
def test_a_report_of_nothing_can_be_replaced_too(
    reslint: Reslint, folder: Path, draft: Draft, name: str, content: str
) -> None:
    path = draft("c.txt", content)
    for place in (path, folder):
        ran = reslint("check", place, "--output-format", name, "-o", "report")
        assert "already" not in ran.err
    assert Path("report").read_bytes() == reslint("check", folder, "--output-format", name).data


@pytest.mark.parametrize(
    "said",
    [
        "Nothing found in 1,234 files.\n",
        "Found 1,234 findings (1,234 mended, 0 remaining).\n",
        "Silenced: 1,234 findings by marks in or beside the drafts.\n",
    ],
)
def test_a_summary_of_many_can_be_replaced_too(reslint: Reslint, folder: Path, draft: Draft, said: str) -> None:
    path = draft("report.txt", said)
    assert "already" not in reslint("check", folder, "-o", path).err
    assert path.read_text("utf-8") == reslint("check", folder).out


def test_a_baseline_takes_the_place_of_a_baseline_and_of_no_report(reslint: Reslint, folder: Path) -> None:
    for place, many in ((folder, 2), (Path("in/a.txt"), 1)):
        assert reslint("check", place, "--write-baseline", "known.json").status == 0
        assert len(json.loads(Path("known.json").read_bytes())["files"]) == many
    before = Path("known.json").read_bytes()
    assert "no report that reslint wrote" in reslint("check", folder, "-o", "known.json").err
    assert Path("known.json").read_bytes() == before
    reslint("check", folder, "--output-format", "json", "-o", "report.json")
    before = Path("report.json").read_bytes()
    assert "no baseline that reslint wrote" in reslint("check", folder, "--write-baseline", "report.json").err
    assert Path("report.json").read_bytes() == before


def test_force_replaces_what_is_there_and_no_file_to_check(reslint: Reslint, folder: Path, draft: Draft) -> None:
    path = draft("notes.txt", "mine\n")
    for arguments in wanted(path):
        path.write_text("mine\n")
        assert reslint("check", folder, "--force", *arguments).status in (0, 1)
        assert path.read_text() != "mine\n", arguments
    for arguments in wanted(Path("in/a.txt")):
        ran = reslint("check", folder, "--force", *arguments)
        assert (ran.status, "in/a.txt: this is one of the files to check" in ran.err) == (2, True)
        assert Path("in/a.txt").read_text() == "a grey sky\n"


@pytest.mark.parametrize("how", ["same", "dotted", "symbolic link", "hard link", "absolute", "in an archive"])
def test_no_way_to_name_a_file_to_check_lets_it_be_written_over(reslint: Reslint, folder: Path, how: str) -> None:
    path, named = Path("in/a.txt"), Path("other")
    if how == "same":
        named = path
    elif how == "dotted":
        named = Path("in/../in/a.txt")
    elif how == "symbolic link":
        named.symlink_to("in/a.txt")
    elif how == "hard link":
        os.link(path, named)
    elif how == "absolute":
        named = path.absolute()
    else:
        with zipfile.ZipFile("in/papers.zip", "w") as archive:
            archive.writestr("c.txt", "grey\n")
        path = named = Path("in/papers.zip")
    before = path.read_bytes()
    for arguments in wanted(named):
        ran = reslint("check", folder, *arguments)
        assert (ran.status, ran.out) == (2, "")
        assert "this is one of the files to check" in ran.err
        assert path.read_bytes() == before


def test_a_baseline_is_refused_before_anything_is_judged_or_mended(
    reslint: Reslint, folder: Path, draft: Draft
) -> None:
    draft("notes.txt", "mine\n")
    for name in ("notes.txt", "in/a.txt", "."):
        assert reslint("check", folder, "--fix", "--write-baseline", name).status == 2
        assert Path("in/a.txt").read_text() == "a grey sky\n"
    assert "error: .: this is a folder; name a file" in reslint("check", folder, "--write-baseline", ".").err


def test_an_empty_file_a_pipe_and_a_device_are_written_into(reslint: Reslint, folder: Path, draft: Draft) -> None:
    for arguments in wanted(draft("made by mktemp", "")):
        Path("made by mktemp").write_bytes(b"")
        assert reslint("check", folder, *arguments).status in (0, 1)
        assert Path("made by mktemp").read_bytes()
    for arguments in wanted(Path("/dev/null")):
        assert reslint("check", folder, *arguments).status in (0, 1)
    assert not Path("/dev/null").is_file()


def copies(reslint: Reslint, path: Path, *arguments: str | Path) -> Any:
    return reslint("check", "--as-of", "2024-10-15", *arguments, path, small=False)


@pytest.fixture
def contribution(draft: Draft) -> Path:
    return draft("contribution.docx", EXAMPLE.read_bytes())


WAYS = {"comments": ("--comments",), "mended": ("--fix", "--unsafe-fixes", "--output")}


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(("name", "content"), STRANGERS, ids=[name for name, _ in STRANGERS])
def test_a_copy_is_not_written_over_a_stranger(
    reslint: Reslint, contribution: Path, draft: Draft, way: str, name: str, content: bytes
) -> None:
    there = draft(f"others/{name}", content + b"\0" if name.endswith(".docx") else content)
    before = there.read_bytes()
    ran = copies(reslint, contribution, *WAYS[way], there)
    assert (ran.status, ran.out) == (2, "")
    assert f"others/{name}: the file is there already and is no copy that reslint wrote; " in ran.err
    assert there.read_bytes() == before
    assert contribution.read_bytes() == EXAMPLE.read_bytes()
    assert copies(reslint, contribution, *WAYS[way], there, "--force").status in (0, 1)
    assert there.read_bytes() != before


@pytest.mark.parametrize("way", WAYS)
def test_a_copy_takes_the_place_of_a_copy(reslint: Reslint, contribution: Path, way: str) -> None:
    seen = []
    # Where nothing is found, the next run has to know the copy again.
    for rules in ("ALL", "STA", "TRK002", "ALL"):
        assert copies(reslint, contribution, "--select", rules, *WAYS[way], "out.docx").status in (0, 1)
        document = read_word(Path("out.docx").read_bytes(), "out.docx")
        seen.append((View(document).text, document.comments))
    assert seen[0] == seen[3]
    assert seen[0] != seen[1] != seen[2]


def saved_again(data: bytes) -> bytes:
    """A file as a word processor saves it: every part is written anew from what was read."""
    from lxml import etree

    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as after:
        for name in before.namelist():
            part = before.read(name)
            after.writestr(name, etree.tostring(etree.fromstring(part)) if name.endswith((".xml", ".rels")) else part)
    return written.getvalue()


@pytest.mark.parametrize("way", WAYS)
def test_a_copy_that_somebody_worked_in_is_theirs(reslint: Reslint, contribution: Path, way: str) -> None:
    copies(reslint, contribution, *WAYS[way], "out.docx")
    theirs = saved_again(Path("out.docx").read_bytes())
    Path("out.docx").write_bytes(theirs)
    ran = copies(reslint, contribution, "--select", "STA", *WAYS[way], "out.docx")
    assert (ran.status, "no copy that reslint wrote" in ran.err) == (2, True)
    assert Path("out.docx").read_bytes() == theirs


def test_a_signed_file_without_findings_is_copied_as_it_is(reslint: Reslint, draft: Draft) -> None:
    signed = io.BytesIO(EXAMPLE.read_bytes())
    with zipfile.ZipFile(signed, "a") as archive:
        archive.writestr("_xmlsignatures/origin.sigs", "")
    path = draft("signed.docx", signed.getvalue())
    copies(reslint, path, "--select", "TRK002", "--comments", "out.docx")
    assert Path("out.docx").read_bytes() == path.read_bytes()


def test_a_mended_text_takes_the_place_of_the_same_only(reslint: Reslint, draft: Draft) -> None:
    path = draft("a.txt", "grey\n")
    for _ in range(2):
        assert reslint("check", "--fix", "--output", "b.txt", path).status == 0
        assert Path("b.txt").read_text() == "gray\n"
    Path("b.txt").write_text("gray, and much work\n")
    ran = reslint("check", "--fix", "--output", "b.txt", path)
    assert (ran.status, "b.txt: the file is there already and is no copy that reslint wrote" in ran.err) == (2, True)
    assert Path("b.txt").read_text() == "gray, and much work\n"


def test_of_two_copies_none_is_written_where_one_is_refused(reslint: Reslint, contribution: Path, draft: Draft) -> None:
    there = draft("theirs.docx", "not yours\n")
    ran = copies(reslint, contribution, "--fix", "--output", "new.docx", "--comments", there)
    assert ran.status == 2
    assert (there.read_text(), Path("new.docx").exists()) == ("not yours\n", False)
