"""Folders in, folders out: copies with comments and corrections, and one line on what was written."""

from __future__ import annotations

import io
import os
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).parent / "word"))

from written import paragraph, run, word_file

from reslint.documents.view import View
from reslint.documents.word.reader import read_word

Draft = Callable[..., Path]
Reslint = Callable[..., Any]
OLD = "noting Resolution 71 (Rev. Dubai, 2018) of the Plenipotentiary Conference"
NEW = OLD.replace("Dubai, 2018", "Bucharest, 2022")
WORD = word_file(paragraph(run(OLD)))
RIGHT = word_file(paragraph(run("Nothing is cited here.")))
COMMENTS = ("--comments", "--output-dir", "out")
FIXES = ("--fix", "--unsafe-fixes", "--output-dir", "out")


@pytest.fixture
def check(reslint: Reslint) -> Reslint:
    def call(*arguments: str | Path) -> Any:
        return reslint("check", "--as-of", "2024-10-15", "--no-cache", *arguments, small=False)

    return call


@pytest.fixture
def contributions(draft: Draft) -> Path:
    draft("in/a.docx", WORD)
    draft("in/sub/deep/b.docx", WORD)
    draft("in/sub/right.docx", RIGHT)
    draft("in/c.txt", OLD)
    return Path("in")


def tree(folder: str = "out") -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in Path(folder).rglob("*") if path.is_file())


def comments(path: str) -> int:
    return len(read_word(Path(path).read_bytes(), path).comments)


def text(path: str) -> str:
    return View(read_word(Path(path).read_bytes(), path)).text.rstrip()


def written(ran: Any) -> list[str]:
    """What is said to be written: the lines on standard error that are neither notes, errors nor the day."""
    return [line for line in ran.err.splitlines() if not line.startswith(("note: ", "error: ", "as of "))]


def test_comments_of_a_folder(check: Reslint, contributions: Path) -> None:
    before = {path: path.read_bytes() for path in contributions.rglob("*") if path.is_file()}
    ran = check(contributions, *COMMENTS)
    assert (ran.status, tree()) == (1, ["a.docx", "sub/deep/b.docx"])
    assert [comments(f"out/{name}") for name in tree()] == [1, 1]
    assert text("out/a.docx") == OLD
    assert {path: path.read_bytes() for path in contributions.rglob("*") if path.is_file()} == before
    assert written(ran) == [
        "out/a.docx: 1 comment",
        "out/sub/deep/b.docx: 1 comment",
        "1 file with findings has no copy: comments are written into Word files only",
    ]
    assert ran.out.startswith("Found 3 findings")


def test_corrections_of_a_folder(check: Reslint, contributions: Path) -> None:
    ran = check(contributions, *FIXES)
    assert (ran.status, tree()) == (0, ["a.docx", "c.txt", "sub/deep/b.docx"])
    assert [text("out/a.docx"), Path("out/c.txt").read_text()] == [NEW, NEW]
    assert Path("in/c.txt").read_text() == OLD
    assert written(ran) == [
        "out/a.docx: 1 correction",
        "out/c.txt: 1 correction",
        "out/sub/deep/b.docx: 1 correction",
    ]


def test_corrections_and_comments_on_what_is_left(check: Reslint, draft: Draft) -> None:
    draft("in/a.docx", word_file(paragraph(run(OLD)), paragraph(run("and Plenipotentiary Conference Resolution 910"))))
    ran = check("in", "--comments", *FIXES)
    assert text("out/a.docx").startswith(NEW)
    assert comments("out/a.docx") == 1
    assert written(ran) == ["out/a.docx: 1 correction, 1 comment"]


@pytest.mark.parametrize("order", [("--comments", "in"), ("in", "--comments")])
def test_what_follows_comments_is_a_path(check: Reslint, contributions: Path, order: tuple[str, str]) -> None:
    assert contributions.is_dir()
    check("--output-dir", "out", *order)
    assert tree() == ["a.docx", "sub/deep/b.docx"]


def test_many_files_are_one_line(check: Reslint, draft: Draft) -> None:
    for number in range(30):
        draft(f"in/{number % 3}/{number}.docx", WORD if number % 2 else RIGHT)
    ran = check("in", *COMMENTS, "--jobs", "2")
    assert len(tree()) == 15
    assert written(ran) == ["out: 15 files, 15 comments"]
    assert len((ran.out + ran.err).splitlines()) < 10


def test_several_folders_keep_their_names(check: Reslint, draft: Draft) -> None:
    draft("in/a.docx", WORD)
    draft("more/a.docx", WORD)
    draft("single.docx", WORD)
    check("in", "more", "single.docx", *COMMENTS)
    assert tree() == ["in/a.docx", "more/a.docx", "single.docx"]


def test_two_files_for_one_place(check: Reslint, draft: Draft) -> None:
    draft("in/a.docx", WORD)
    draft("more/a.docx", word_file(paragraph(run(OLD)), paragraph(run(OLD))))
    ran = check("in/a.docx", "more/a.docx", *COMMENTS)
    assert ran.status == 2
    assert "error: more/a.docx: the place of its copy is that of another file; check it alone" in ran.err
    assert [comments("out/a.docx"), tree()] == [1, ["a.docx"]]


def test_what_could_not_be_written_is_not_mended(check: Reslint, draft: Draft) -> None:
    draft("in/a.txt", OLD)
    draft("more/a.txt", OLD)
    ran = check("in/a.txt", "more/a.txt", *FIXES)
    assert "error: more/a.txt: the place of its copy is that of another file; check it alone" in ran.err
    assert "more/a.txt:1:23: STA001" in ran.out
    assert "Found 2 findings (1 mended, 1 remaining).\n" in ran.out
    assert tree() == ["a.txt"]


@pytest.mark.parametrize(
    ("option", "answer"),
    [
        ("--output", "no file to write is named; name one, as in --output FILE"),
        ("--output-dir", "no folder to write in is named; name one, as in --output-dir DIR"),
    ],
)
def test_an_empty_name_is_no_leave_to_write_elsewhere(check: Reslint, draft: Draft, option: str, answer: str) -> None:
    path = draft("a.txt", OLD)
    ran = check("a.txt", "--fix", "--unsafe-fixes", option, "")
    assert (ran.status, ran.out, ran.err) == (2, "", f"error: {option}: {answer}\n")
    assert path.read_text("utf-8") == OLD
    assert [one.name for one in Path().iterdir()] == ["a.txt"]


def test_a_second_run_takes_the_place_of_the_first(check: Reslint, contributions: Path) -> None:
    check(contributions, *COMMENTS)
    first = {name: Path("out", name).read_bytes() for name in tree()}
    ran = check(contributions, *COMMENTS)
    assert ran.status == 1
    assert sorted(first) == tree()
    (contributions / "a.docx").write_bytes(word_file(paragraph(run(OLD)), paragraph(run(OLD))))
    assert "out/a.docx: 2 comments" in written(check(contributions, *COMMENTS))
    (contributions / "a.docx").write_bytes(RIGHT)
    said = "out/a.docx: this copy is of an earlier run; there is nothing to write for in/a.docx any more"
    assert f"note: {said}" in check(contributions, *COMMENTS).err


def test_what_is_not_ours_stays_and_costs_itself(check: Reslint, contributions: Path, draft: Draft) -> None:
    theirs = draft("out/a.docx", RIGHT)
    ran = check(contributions, *COMMENTS)
    assert ran.status == 2
    assert "error: out/a.docx: the file is there already and is no copy that reslint wrote" in ran.err
    assert theirs.read_bytes() == RIGHT
    assert comments("out/sub/deep/b.docx") == 1
    assert check(contributions, *COMMENTS, "--force").status == 1
    assert comments("out/a.docx") == 1


def test_a_folder_that_stands_in_the_way_costs_itself(check: Reslint, contributions: Path, draft: Draft) -> None:
    draft("out/sub", "a file")
    ran = check(contributions, *COMMENTS)
    assert ran.status == 2
    assert "error: out/sub/deep: the folder cannot be made" in ran.err
    assert comments("out/a.docx") == 1
    assert Path("out/sub").read_text() == "a file"


def test_a_copy_that_word_has_open(check: Reslint, contributions: Path, draft: Draft) -> None:
    draft("out/~$a.docx", "")
    ran = check(contributions, *COMMENTS)
    assert "error: out/a.docx: it is open in Word, so nothing was written" in ran.err
    assert not Path("out/a.docx").exists()
    assert comments("out/sub/deep/b.docx") == 1


def test_a_file_that_cannot_be_read_costs_itself(check: Reslint, contributions: Path, draft: Draft) -> None:
    draft("in/broken.docx", b"PK\x03\x04 nothing")
    ran = check(contributions, *COMMENTS)
    assert ran.status == 2
    assert "error: in/broken.docx: " in ran.err
    assert tree() == ["a.docx", "sub/deep/b.docx"]


def test_the_folder_lies_in_the_one_that_is_checked(check: Reslint, contributions: Path) -> None:
    for _ in range(3):
        ran = check(".", *COMMENTS)
        assert tree() == ["in/a.docx", "in/sub/deep/b.docx"]
        assert ran.out.startswith("Found 3 findings")
    check(contributions, "--comments", "--output-dir", "in/out")
    check(contributions, "--comments", "--output-dir", "in/out")
    assert tree("in/out") == ["a.docx", "sub/deep/b.docx"]


@pytest.mark.parametrize("where", ["in", "./in", "in/", "in/sub/.."])
def test_the_folder_is_the_one_that_is_checked(check: Reslint, contributions: Path, where: str) -> None:
    ran = check(contributions, "--comments", "--output-dir", where)
    assert ran.status == 2
    assert "this is the folder to check itself; name another one for the copies" in ran.err
    assert (contributions / "a.docx").read_bytes() == WORD


def test_the_folder_holds_what_is_checked(check: Reslint, contributions: Path) -> None:
    ran = check(contributions / "a.docx", contributions / "sub", "--comments", "--output-dir", "in")
    assert "error: in/a.docx: the place of its copy is that of another file" in ran.err
    assert (contributions / "a.docx").read_bytes() == WORD
    assert (contributions / "sub/deep/b.docx").read_bytes() == WORD


def test_the_folder_is_a_file(check: Reslint, contributions: Path, draft: Draft) -> None:
    draft("out", "mine")
    ran = check(contributions, *COMMENTS)
    assert (ran.status, "error: out: this is no folder; name a folder for the copies" in ran.err) == (2, True)


def test_standard_input_has_no_place(check: Reslint) -> None:
    ran = check("-", *FIXES)
    assert (ran.status, "standard input has no place in it; name a file" in ran.err) == (2, True)


def archive(*names: str) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as file:
        for name in names:
            file.writestr(zipfile.ZipInfo(name), WORD)
    return packed.getvalue()


def test_archives_are_folders_without_their_suffix(check: Reslint, draft: Draft) -> None:
    draft("in/papers.zip", archive("annex/a.docx", "b.docx"))
    check("in", *COMMENTS)
    assert tree() == ["papers/annex/a.docx", "papers/b.docx"]
    check("in/papers.zip", "--comments", "--output-dir", "alone")
    assert tree("alone") == ["annex/a.docx", "b.docx"]


HOSTILE = ("../evil.docx", "x/../../evil.docx", "./../evil.docx", "/evil.docx", "//evil.docx", "a/./b.docx")


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("whole", [True, False], ids=["of an archive", "of a folder"])
def test_no_name_leads_out_of_the_folder(check: Reslint, draft: Draft, name: str, whole: bool) -> None:
    draft("here/in/papers.zip", archive(name, "good.docx"))
    os.chdir("here")
    ran = check("in/papers.zip" if whole else "in", *COMMENTS)
    assert "Traceback" not in ran.err
    inside = {path.resolve() for path in Path("out").rglob("*.docx")}
    everywhere = {path.resolve() for path in Path("..").rglob("*.docx")}
    assert everywhere == inside
    assert any(path.name == "good.docx" for path in inside)
    if ".." in name:
        assert len(inside) == 1
        refused = "its name has '..', so that no copy of it was written into out; give it another name" in ran.err
        assert refused or "1 hidden file in it is not looked into" in ran.err


@pytest.mark.skipif(os.name == "nt", reason="links need a right of their own")
@pytest.mark.parametrize("what", ["folder", "file"])
def test_no_link_leads_out_of_the_folder(check: Reslint, contributions: Path, draft: Draft, what: str) -> None:
    kept = draft("elsewhere/a.docx", RIGHT)
    Path("out").mkdir()
    if what == "folder":
        Path("out/sub").symlink_to("../elsewhere", target_is_directory=True)
    else:
        Path("out/a.docx").symlink_to("../elsewhere/a.docx")
    ran = check(contributions, *COMMENTS, "--force")
    assert "a link leads out of out, so nothing was written; remove the link" in ran.err
    assert (kept.read_bytes(), os.listdir("elsewhere")) == (RIGHT, ["a.docx"])
    assert tree() == (["a.docx"] if what == "folder" else ["a.docx", "sub/deep/b.docx"])


def test_reports_and_copies_at_once(check: Reslint, contributions: Path) -> None:
    ran = check(contributions, *COMMENTS, "--output-format", "html", "-o", "report.html")
    assert written(ran)[-1] == "report.html: 3 findings in 4 files"
    assert "in/c.txt" in Path("report.html").read_text()
    assert len(ran.out.splitlines()) < 5


def test_a_folder_of_sixty_files_comes_out_commented_with_a_digest_and_a_report(check: Reslint, draft: Draft) -> None:
    """The command of the page on folders."""
    for number in range(60):
        lines = [f"{OLD}, item {line};" for line in range(number % 9)]
        data = word_file(*(paragraph(run(line)) for line in lines)) if number % 2 else "\n".join(lines)
        draft(f"contributions/{number % 4}/{number}.{'docx' if number % 2 else 'txt'}", data)
    ran = check("contributions", "--comments", "--output-dir", "commented", "-o", "report.html")
    assert ran.out.startswith("Findings by file\n")
    assert "Rev. Bucharest, 2022" in ran.out
    assert len((ran.out + ran.err).splitlines()) < 60
    many = sum(number % 9 for number in range(60))
    assert ran.err.count("the file is empty") == 4  # texts without a line, which are not read
    assert f"report.html: {many} findings in 56 files" in written(ran)
    with_findings = [number for number in range(60) if number % 9]
    assert len(tree("commented")) == sum(number % 2 for number in with_findings)
    assert sum(comments(f"commented/{name}") for name in tree("commented")) == sum(
        number % 9 for number in with_findings if number % 2
    )


def test_the_same_by_one_process_and_by_several(check: Reslint, draft: Draft) -> None:
    for number in range(60):
        draft(
            f"in/{number % 4}/{number}.docx" if number % 2 else f"in/{number % 4}/{number}.txt",
            WORD if number % 2 else OLD,
        )
    alone = check("in", *COMMENTS, "--jobs", "1")
    several = check("in", "--comments", "--output-dir", "out2", "--jobs", "3")
    assert (alone.out, alone.err) == (several.out, several.err.replace("out2", "out"))
    assert tree("out") == tree("out2")
    assert len(tree()) == 30
    assert written(alone) == [
        "out: 30 files, 30 comments",
        "30 files with findings have no copy: comments are written into Word files only",
    ]


@pytest.mark.parametrize(
    ("arguments", "lines"),
    [
        (("in/a.docx", "--comments", "b.docx"), ["b.docx: 1 comment"]),
        (("in/sub/right.docx", "--comments", "b.docx"), ["b.docx: no comments"]),
        (("in/a.docx", "--fix", "--unsafe-fixes", "--output", "b.docx"), ["b.docx: 1 correction"]),
        (("in/sub/right.docx", "--fix", "--output", "b.docx"), ["b.docx: no corrections"]),
        (("in/c.txt", "--fix", "--unsafe-fixes"), ["in/c.txt: 1 correction"]),
        (("in/sub/right.docx", "--fix"), []),
        (("in", "-o", "r.txt"), ["r.txt: 3 findings in 4 files"]),
        (
            ("in", "--output-format", "json", "-o", "r.json", "--output-format", "html", "-o", "r.html"),
            ["r.json: 3 findings in 4 files", "r.html: 3 findings in 4 files"],
        ),
        (("in", "--write-baseline", "known.json"), ["known.json: knows 3 findings in 3 files now"]),
    ],
)
def test_what_was_written_is_said(
    check: Reslint, contributions: Path, arguments: tuple[str, ...], lines: list[str]
) -> None:
    assert contributions.is_dir()
    assert written(check(*arguments)) == lines


def test_what_was_refused_is_said_with_the_reason(check: Reslint, draft: Draft) -> None:
    from written import field

    strange = paragraph(run("noting Resolution 71 (Rev. "), field("Dubai, 2018"), run(") of PP"))
    draft("a.docx", word_file(paragraph(run(OLD)), strange))
    ran = check("a.docx", "--fix", "--unsafe-fixes", "--output", "b.docx")
    why = "the words are the result of a field, which Word computes anew"
    assert written(ran) == [f"b.docx: 1 correction, 1 refused ({why})"]


def test_what_is_read_is_one_number_of_files(check: Reslint, draft: Draft) -> None:
    draft("in/a.txt", OLD)
    draft("in/b.docx", b"no Word file")
    draft("in/c.txt", "considerando che la risoluzione 140 della Conferenza dei plenipotenziari non è stata riveduta\n")
    draft("in/d.txt", "Nothing is cited here.")
    assert "r.html: 1 finding in 2 files" in check("in", "-o", "r.html").err
    assert "<title>1 finding in 2 files – reslint</title>" in Path("r.html").read_text("utf-8")
    assert "in 1 of 2 files\n" in check("in", "--statistics").out


def test_with_comments_the_findings_are_counted_and_not_shown(check: Reslint, contributions: Path) -> None:
    ran = check(contributions / "a.docx", "--comments", "b.docx")
    assert ran.out.splitlines()[0] == "Found 1 finding: 1 warning."
    assert "STA001" not in ran.out
    asked = check(contributions / "a.docx", "--comments", "b.docx", "--output-format", "concise")
    assert "STA001" in asked.out
