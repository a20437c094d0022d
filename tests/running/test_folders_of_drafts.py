"""Folders as they are: with .gitignore files, archives, links in circles, odd names and things that cannot be read."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import reslint as package
from reslint.running.run import Run
from reslint.sources.walking import Walker

Draft = Callable[..., Path]
Reslint = Callable[..., Any]
ROOT = Path(package.__file__).parents[1]
SUFFIXES = frozenset({".txt", ".md", ".docx"})


def found(folder: str = ".") -> list[str]:
    errors: list[str] = []
    names = list(Walker(SUFFIXES, errors).files(folder))
    assert errors == []
    return names


def test_files_come_in_the_order_of_their_names(draft: Draft) -> None:
    for name in ("b/2.txt", "b/10.txt", "a.md", "c.docx", "b.txt", "B.txt", "other.py", ".hidden/a.txt", "~$c.docx"):
        draft(name, "words")
    assert found() == ["B.txt", "a.md", "b/10.txt", "b/2.txt", "b.txt", "c.docx"]


def test_what_gitignore_leaves_out_is_left_out(draft: Draft) -> None:
    draft(".gitignore", "*.md\n!keep.md\nbuild/\n/top.txt\n")
    draft("sub/.gitignore", "!again.md\nlocal.txt\n")
    for name in (
        "a.md",
        "keep.md",
        "build/a.txt",
        "top.txt",
        "sub/top.txt",
        "sub/again.md",
        "sub/local.txt",
        "sub/a.md",
        "sub/deeper/again.md",
    ):
        draft(name, "words")
    assert found() == ["keep.md", "sub/again.md", "sub/deeper/again.md", "sub/top.txt"]


def test_a_line_of_gitignore_that_is_no_pattern_is_skipped(draft: Draft, recwarn: pytest.WarningsRecorder) -> None:
    draft(".gitignore", b"archive\\\n!\n[a-(]\n[[]\nb.txt\n*.\xe9\n")
    draft("a.txt", "words")
    draft("b.txt", "words")
    assert found() == ["a.txt"]
    assert not recwarn.list


@pytest.mark.parametrize("glob", ["!", "\\", "archive\\", "[z-a]"])
@pytest.mark.parametrize("option", ["--include", "--exclude"])
def test_an_option_that_is_no_pattern_is_an_error(reslint: Reslint, draft: Draft, option: str, glob: str) -> None:
    draft("a.txt", "grey")
    ran = reslint("check", ".", option, glob)
    assert ran.status == 2
    advice = "write it as in .gitignore, with / between folders and behind a folder"
    assert ran.err == f"error: {option}: {glob!r} is no pattern of file names; {advice}\n"


@pytest.mark.skipif(os.name != "posix", reason="elsewhere every name is Unicode")
def test_a_name_that_is_no_utf8_is_matched_like_any_other(reslint: Reslint, draft: Draft) -> None:
    draft(".gitignore", "out.txt\n")
    for name in ("caf\udce9.txt", "caf\udce9.md", "out.txt", "a.txt"):
        draft(name, "grey")
    assert "Found 2 findings" in reslint("check", "--include", "*.txt").out
    assert "Found 1 finding:" in reslint("check", "--exclude", "*.md", "--exclude", "caf?.txt").out
    draft("reslint.toml", '[per-file-ignores]\n"caf*" = ["TST001"]\n')
    assert "Found 1 finding:" in reslint("check").out


def test_gitignore_files_above_hold_within_a_repository_only(draft: Draft) -> None:
    draft(".gitignore", "a.txt\n")
    draft("in/a.txt", "words")
    draft("in/b.txt", "words")
    assert found("in") == ["in/a.txt", "in/b.txt"]
    Path(".git").mkdir()
    assert found("in") == ["in/b.txt"]


def test_a_named_file_is_checked_though_it_is_ignored(reslint: Reslint, draft: Draft) -> None:
    draft(".gitignore", "a.txt\n")
    draft("a.txt", "grey")
    assert "no file to check" in reslint("check", ".").err
    assert "a.txt:1:1: TST001" in reslint("check", "a.txt").out


def test_include_and_exclude(reslint: Reslint, draft: Draft) -> None:
    for name in ("a.txt", "a.md", "old/b.md"):
        draft(name, "words")
    assert "in 2 files" in reslint("check", "--include", "*.md").out
    assert "in 1 file." in reslint("check", "--include", "*.md", "--exclude", "old/").out
    draft("reslint.toml", 'include = ["*.txt"]\n')
    assert "in 1 file." in reslint("check").out


def test_a_circle_of_links_is_walked_once(draft: Draft) -> None:
    draft("a/b/c.txt", "words")
    Path("a/b/back").symlink_to(Path("a").absolute(), target_is_directory=True)
    Path("a/self").symlink_to(".", target_is_directory=True)
    assert found() == ["a/b/c.txt"]


def test_a_folder_that_cannot_be_read_is_named(monkeypatch: pytest.MonkeyPatch, draft: Draft) -> None:
    draft("a/b.txt", "words")
    draft("c.txt", "words")
    scan = os.scandir

    def refuse(path: str) -> Any:
        if path == "a":
            raise PermissionError(13, "Permission denied")
        return scan(path)

    monkeypatch.setattr(os, "scandir", refuse)
    errors: list[str] = []
    assert list(Walker(SUFFIXES, errors).files(".")) == ["c.txt"]
    assert errors == ["a: the folder cannot be read (Permission denied); its files are not checked"]


@pytest.fixture
def archive(draft: Draft) -> Path:
    draft("in/words.txt", "")
    with zipfile.ZipFile("in/papers.zip", "w", zipfile.ZIP_DEFLATED) as made:
        for name in ("b/é.txt", "a.md", "a.py", "~$a.docx", "__MACOSX/a.md", ".hidden/a.md", "../up.txt"):
            made.writestr(name, "Resolution 140 (Rev. Buchrest, 2022) of the Plenipotentiary Conference\n")
    return Path("in/papers.zip")


def test_an_archive_is_read_where_it_lies(reslint: Reslint, archive: Path) -> None:
    before = sorted(os.listdir("."))
    ran = reslint("check", "in", "--output-format", "concise", "--as-of", "2024-01-01", small=False)
    assert [line.split(": ")[0].rsplit(":", 2)[0] for line in ran.out.splitlines() if "SPL001" in line] == [
        "in/papers.zip/../up.txt",
        "in/papers.zip/a.md",
        "in/papers.zip/b/é.txt",
    ]
    assert sorted(os.listdir(".")) == before
    assert sorted(os.listdir("in")) == ["papers.zip", "words.txt"]
    assert not Path("up.txt").exists()
    one = reslint("check", f"{archive}/a.md", "--as-of", "2024-01-01", "--output-format", "concise", small=False)
    assert one.out.startswith("in/papers.zip/a.md:1:")
    assert "in 3 files" in reslint("check", archive).out


def test_what_is_in_an_archive_is_not_mended(reslint: Reslint, archive: Path) -> None:
    data = archive.read_bytes()
    ran = reslint("check", archive, "--fix", "--as-of", "2024-01-01", small=False)
    assert ran.status == 2
    assert "in/papers.zip/a.md: the file is in an archive, so nothing was mended; unpack it" in ran.err
    assert archive.read_bytes() == data


@pytest.mark.parametrize(
    ("damage", "message"),
    [
        (lambda data: data[:40], "in/papers.zip: the archive cannot be read"),
        (lambda _: b"no archive", "in/papers.zip: the archive cannot be read"),
        (lambda data: data.replace(data[60:70], b"\xff" * 10, 1), "in/papers.zip"),
    ],
)
def test_a_damaged_archive_is_named(
    reslint: Reslint, archive: Path, damage: Callable[[bytes], bytes], message: str
) -> None:
    archive.write_bytes(damage(archive.read_bytes()))
    Path("in/words.txt").write_text("words")
    ran = reslint("check", "in")
    assert ran.status == 2
    assert message in ran.err
    assert "report it" not in ran.err


def test_a_bomb_in_an_archive_is_refused(reslint: Reslint, draft: Draft) -> None:
    draft("in/a.txt", "words")
    with zipfile.ZipFile("in/bomb.zip", "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("a.txt", b"\0" * 30_000_000)
    ran = reslint("check", "in", "--max-size", "1MB")
    assert "error: in/bomb.zip/a.txt: the file is larger than 1,000,000 bytes; raise --max-size" in ran.err


@pytest.mark.slow
@pytest.mark.parametrize(
    "name", ["a b.txt", "a\nb.txt", "👍.txt", "a%b&c'd\".txt", "-a.txt", os.fsdecode(b"\xff\xfe.txt")]
)
def test_odd_names_are_checked_and_shown(tmp_path: Path, name: str) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / name).write_text("Resolution 140 (Rev. Buchrest, 2022) of the Plenipotentiary Conference\n")
    for form in ("full", "json", "github"):
        command = [sys.executable, "-m", "reslint", "check", folder, "--as-of", "2024-01-01", "--output-format", form]
        ran = subprocess.run(command, capture_output=True, check=False, env={**os.environ, "PYTHONPATH": str(ROOT)})
        assert ran.returncode == 1
        assert b"SPL001" in ran.stdout
        assert b"report it" not in ran.stderr
        assert ran.stdout.decode("utf-8").count("SPL001") == 1


@pytest.mark.parametrize("link", ["a link before it.txt", "the link behind it.txt"])
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_file_and_a_link_to_it_are_judged_once(reslint: Reslint, draft: Draft, link: str, jobs: str) -> None:
    path = draft("in/draft.txt", "Resolution 102 (Rev. Buchrest, 2022) of the Plenipotentiary Conference;\n")
    (Path("in") / link).symlink_to("draft.txt")
    found = json.loads(reslint("check", "in", "--output-format", "json", "--jobs", jobs, small=False).out)
    assert [one["file"] for one in found["files"]] == ["in/draft.txt"]
    assert reslint("check", "in", "--fix", "--select", "SPL001", "--jobs", jobs, small=False).status == 0
    assert (path.read_text().count("Bucharest"), (Path("in") / link).is_symlink()) == (1, True)


def test_a_file_is_judged_once_by_whatever_names(draft: Draft) -> None:
    draft("in/b.txt", "Text.\n")
    draft("else/c.txt", "Text.\n")
    Path("in/folder").symlink_to("../else")
    Path("in/one.txt").symlink_to("../else/c.txt")
    Path("in/two.txt").symlink_to("one.txt")
    Path("in/none.txt").symlink_to("nowhere")
    Path("again").symlink_to("in")
    for paths, names in (
        (["in"], ["in/b.txt", "in/folder/c.txt", "in/none.txt"]),
        (["in/two.txt", "in/one.txt"], ["in/two.txt"]),
        (["in/one.txt", "else/c.txt", "in/b.txt"], ["else/c.txt", "in/b.txt"]),
        (["./in/b.txt", "in/b.txt", str(Path("in/b.txt").absolute())], ["./in/b.txt"]),
        (["again/b.txt", "in/b.txt"], ["again/b.txt"]),
    ):
        assert list(Run().names(paths)) == names
