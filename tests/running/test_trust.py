"""Nothing of a folder runs unasked, rules there unasked, or silences its own findings unseen."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from reslint import lint_file, lint_paths

Draft = Callable[..., Path]
Reslint = Callable[..., Any]
DAY = ("--as-of", "2024-10-15")
OLD = "Resolution 71 (Rev. Dubai, 2018) of the Plenipotentiary Conference"
RULE = '''\
import pathlib

from reslint import Mistake, Rule, Severity

pathlib.Path(r"RAN").touch()


class Blue(Rule):
    """A colour."""

    code = "OWN001"
    name = "blue-word"
    severity = Severity.INFO

    def check(self, page):
        at = page.text.find("blue")
        if at >= 0:
            yield Mistake(at, at + 4, "a colour is named")
'''
REGISTRY = """\
resolutions:
  PP 71:
    status: in force
    checked: PP-22
    sources: [a copy]
    editions: [PP-94, PP-98, PP-02, PP-06, PP-10, PP-14, PP-18]
"""


@pytest.fixture
def ran(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file that is there once the rules of a test were run."""
    return tmp_path_factory.mktemp("ran") / "ran"


@pytest.fixture
def hostile(draft: Draft, ran: Path) -> Callable[..., Path]:
    """A folder that was sent by somebody, with settings that name rules of its own."""

    def make(folder: str = "sub", settings: str = "reslint.toml", more: str = "") -> Path:
        draft(f"{folder}/rules/own001.py", RULE.replace("RAN", str(ran)))
        head = "[tool.reslint]\n" if settings == "pyproject.toml" else ""
        draft(f"{folder}/{settings}", f'{head}rules-dir = ["rules"]\n{more}')
        return draft(f"{folder}/a.txt", f"{OLD}, blue\n")

    return make


Hostile = Callable[..., Path]


def codes(ran: Any) -> list[str]:
    return [json.loads(line)["code"] for line in ran.out.splitlines()]


@pytest.mark.parametrize("settings", ["reslint.toml", "pyproject.toml"])
@pytest.mark.parametrize(
    "arguments",
    [
        ["check", "."],
        ["check", "sub"],
        ["check", "sub/a.txt"],
        ["check", "--jobs", "2", "."],
        ["check", "--fix", "."],
        ["check", "--diff", "."],
        ["check", "--output-format", "html", "."],
        ["check", "./sub/../sub/a.txt"],
        ["citations", "sub/a.txt"],
        ["citations", "sub"],
        ["text", "sub/a.txt"],
        ["registry", "impact", "PP", "71", "--in", "sub"],
    ],
    ids=" ".join,
)
def test_rules_of_a_folder_below_are_not_run(
    reslint: Reslint, hostile: Hostile, ran: Path, arguments: list[str], settings: str
) -> None:
    hostile(settings=settings)
    if arguments[0] == "registry":
        arguments = ["registry", "impact", "PP 71", "sub"]
    said = reslint(*arguments, small=False)
    assert not ran.exists()
    assert (
        f"note: sub/{settings}: rules-dir is not heeded, since this file is neither named nor in the working"
        in said.err
    )
    assert "runs rules" not in said.err


PLACES: dict[str, Callable[[Path], str]] = {
    "an absolute name": lambda file: str(file.absolute()),
    "a link to the folder": lambda file: linked("other", file.parent) + "/a.txt",
    "a link to the draft": lambda file: linked("sub/b.txt", file),
    "the folder above a folder": lambda file: f"{file.parent}/rules/../a.txt",
}


def linked(name: str, to: Path) -> str:
    os.symlink(to.absolute(), name)
    return name


@pytest.mark.parametrize("place", PLACES.values(), ids=PLACES.keys())
def test_by_whatever_name(reslint: Reslint, hostile: Hostile, ran: Path, place: Callable[[Path], str]) -> None:
    said = reslint("check", "--output-format", "jsonl", place(hostile()), *DAY, small=False)
    assert codes(said) == ["STA001"]
    assert not ran.exists()
    assert "rules-dir is not heeded" in said.err


def test_a_folder_beside_and_a_deep_one_and_one_at_standard_input(
    reslint: Reslint, hostile: Hostile, ran: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hostile("sub/deep/deeper")
    Path("here").mkdir()
    monkeypatch.chdir("here")
    for arguments in (["../sub"], ["../sub/deep/deeper/a.txt"], ["-", "--stdin-filename", "../sub/deep/deeper/a.txt"]):
        said = reslint("check", *arguments, *DAY, stdin=f"{OLD}\n", small=False)
        assert "rules-dir is not heeded" in said.err
        assert not ran.exists()


def test_an_archive_has_no_settings(reslint: Reslint, hostile: Hostile, ran: Path) -> None:
    hostile()
    with ZipFile("papers.zip", "w") as archive:
        for file in Path("sub").rglob("*.*"):
            archive.write(file)
    reslint("check", "papers.zip", small=False)
    assert not ran.exists()


@pytest.mark.parametrize("where", [".", "below", "below/below"])
@pytest.mark.parametrize("form", ["full", "jsonl", "sarif", "html"])
def test_rules_are_run_where_one_stands_or_below_and_that_is_said(
    reslint: Reslint, hostile: Hostile, ran: Path, monkeypatch: pytest.MonkeyPatch, where: str, form: str
) -> None:
    hostile(".")
    Path(where).mkdir(parents=True, exist_ok=True)
    Path(where, "b.txt").write_text("blue\n")
    monkeypatch.chdir(where)
    said = reslint("check", "b.txt", "--output-format", form, small=False)
    assert ran.exists()
    assert "OWN001" in said.out
    (told,) = (line for line in said.err.splitlines() if "runs rules from" in line)
    assert told.endswith("rules")
    assert said.err.splitlines()[0] == told
    assert "runs rules" not in said.out


@pytest.mark.parametrize("arguments", [["--config", "sub/reslint.toml"], ["--rules-dir", "sub/rules"]])
@pytest.mark.parametrize("command", ["check", "citations", "text"])
def test_what_is_named_counts(
    reslint: Reslint, hostile: Hostile, ran: Path, command: str, arguments: list[str]
) -> None:
    hostile()
    if command != "check" and arguments[0] == "--rules-dir":
        arguments = ["--config", "sub/reslint.toml"]
    said = reslint(command, "sub/a.txt", *arguments, small=False)
    assert ran.exists()
    assert said.err.splitlines()[0] == "note: runs rules from sub/rules"


@pytest.mark.parametrize(
    "arguments",
    [
        ["check", "a.txt", *DAY],
        ["citations", "a.txt"],
        ["text", "a.txt"],
        ["rule", "STA001"],
        ["plugins"],
        ["registry", "show", "PP", "71"],
        ["registry", "list"],
        ["registry", "coverage"],
        ["registry", "impact", "PP 71", "a.txt"],
    ],
    ids=" ".join,
)
def test_isolated_takes_no_settings_at_all(reslint: Reslint, hostile: Hostile, ran: Path, arguments: list[str]) -> None:
    hostile(".", more="ignore = ['ALL']\n")
    said = reslint(*arguments, "--isolated", small=False)
    assert not ran.exists()
    assert "runs rules" not in said.err
    assert "STA001" in said.out or arguments[0] != "check"
    assert said.status in (0, 1)


def test_isolated_and_named_settings_contradict_each_other(reslint: Reslint, draft: Draft) -> None:
    draft("a.txt", OLD)
    draft("reslint.toml", "")
    said = reslint("check", "--isolated", "--config", "reslint.toml", "a.txt", small=False)
    assert said.status == 2
    assert said.err == "error: --isolated: it takes no settings, and --config names some; leave out one of them\n"


def test_a_registry_of_a_folder_below_is_not_judged_by(reslint: Reslint, draft: Draft) -> None:
    for folder in ("sub", "."):
        draft(f"{folder}/own.yaml", REGISTRY)
        draft(f"{folder}/a.txt", OLD)
    draft("sub/reslint.toml", 'registry = "own.yaml"\n')
    said = reslint("check", "sub", "--output-format", "jsonl", *DAY, small=False)
    assert codes(said) == ["STA001"]
    assert "note: sub/reslint.toml: registry is not heeded" in said.err
    assert reslint("check", "a.txt", "--registry", "own.yaml", *DAY, small=False).out.startswith("Nothing found")


def test_a_folder_below_raises_no_limit_and_may_lower_one(reslint: Reslint, draft: Draft) -> None:
    draft("reslint.toml", "max-size = 100\n")
    draft("sub/a.txt", OLD * 10)
    draft("sub/reslint.toml", "max-size = '1 GiB'\n")
    said = reslint("check", "sub", small=False)
    assert "error: sub/a.txt: the file is larger than 100 bytes" in said.err
    assert "note: sub/reslint.toml: max-size above 100 bytes is not heeded" in said.err
    draft("sub/a.txt", OLD)
    draft("sub/reslint.toml", "max-size = 10\n")
    assert "larger than 10 bytes" in reslint("check", "sub", small=False).err


SILENCING = {
    "ignore": 'ignore = ["STA001"]',
    "a group": 'ignore = ["STA"]',
    "a selection": 'select = ["NUM"]',
    "nothing": "select = []",
    "severity": 'severity = { ALL = "off" }',
    "for some files": 'per-file-ignores = { "*.txt" = ["STA001"] }',
    "a baseline": 'baseline = "known.json"',
    "a day": "as-of = 2019-01-01",
}


@pytest.mark.parametrize("settings", SILENCING.values(), ids=SILENCING.keys())
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_what_settings_below_silence_is_counted(reslint: Reslint, draft: Draft, settings: str, jobs: str) -> None:
    draft("reslint.toml", "as-of = 2024-10-15\n")
    draft("sub/known.json", '{"version": 1, "files": {"a.txt": {"STA001": {"PP 71 Rev. Dubai, 2018": 2}}}}')
    draft("sub/reslint.toml", f"{settings}\n")
    draft("sub/a.txt", f"{OLD}\n\n{OLD}\n")
    draft("b.txt", "Nothing.\n")
    said = reslint("check", "--jobs", jobs, small=False)
    assert said.status == 0
    assert said.out.splitlines()[-1] == "Silenced: 2 findings by settings below the working folder."
    for form in ("jsonl", "sarif", "github"):
        told = reslint("check", "--output-format", form, small=False)
        assert "note: silenced: 2 findings by settings below the working folder\n" in told.err
    (file,) = (
        one
        for one in json.loads(reslint("check", "--output-format", "json", small=False).out)["files"]
        if "silenced" in one
    )
    assert (file["file"], file["silenced"]) == ("sub/a.txt", {"marks": 0, "settings": 2})


def test_the_users_own_settings_are_not_counted(reslint: Reslint, draft: Draft) -> None:
    draft("reslint.toml", "as-of = 2024-10-15\nignore = ['STA001']\n")
    draft("sub/reslint.toml", "ignore = ['ALL']\n")
    draft("sub/a.txt", OLD)
    draft("a.txt", OLD)
    assert reslint("check", small=False).out == "Nothing found in 2 files.\n"


MARKS = {
    "a comment": ("a.md", f"<!-- reslint: ignore[STA001] why -->\n\n{OLD}\n", None),
    "a comment for the file": ("a.md", f"<!-- reslint: ignore-file -->\n\n{OLD}\n", None),
    "a comment in HTML": ("a.html", f"<!-- reslint: ignore-file[STA] -->\n<p>{OLD}</p>\n", None),
    "a sign": ("a.txt", f"{OLD.replace(')', ') [sic]')}\n", None),
    "a side file": ("a.txt", f"{OLD}\n", "ignore-file[STA]\n"),
    "a side file with words": ("a.txt", f"{OLD}\n", f"ignore[STA001] {OLD[:30]}\n"),
}


@pytest.mark.parametrize(("name", "text", "side"), MARKS.values(), ids=MARKS.keys())
@pytest.mark.parametrize("folder", ["sub", "."])
def test_what_marks_silence_is_counted(
    reslint: Reslint, draft: Draft, name: str, text: str, side: str | None, folder: str
) -> None:
    draft(f"{folder}/{name}", text)
    if side is not None:
        draft(f"{folder}/{name}.reslint", side)
    said = reslint("check", *DAY, small=False)
    assert said.status == 0
    assert said.out.splitlines()[-1] == "Silenced: 1 finding by marks in or beside the drafts."


def test_files_that_settings_below_leave_out_are_said(reslint: Reslint, draft: Draft) -> None:
    draft("sub/reslint.toml", 'exclude = ["*"]\n')
    for name in ("a", "b"):
        draft(f"sub/{name}.txt", OLD)
    draft("c.txt", OLD)
    said = reslint("check", small=False)
    assert "note: sub/reslint.toml: 2 files are left out by its include and exclude\n" in said.err


DAMAGES = [
    "x =",
    "selct = 1",
    "select = ['NONE']",
    "tool = [",
    "view = 5",
    "as-of = 'PP-222'",
    "baseline = 'none.json'",
]


@pytest.mark.parametrize("damage", DAMAGES)
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_damaged_settings_below_cost_the_files_below_them(
    reslint: Reslint, draft: Draft, damage: str, jobs: str
) -> None:
    draft("sub/reslint.toml", f"{damage}\n")
    for name in ("a.txt", "sub/b.txt", "sub/deep/c.txt", "d.txt"):
        draft(name, f"{OLD}\n")
    said = reslint("check", "--output-format", "jsonl", "--jobs", jobs, *DAY, small=False)
    if "as-of" in damage:  # the command line has the last word
        assert said.status == 1
        return
    assert said.status == 2
    assert [json.loads(line)["file"] for line in said.out.splitlines()] == ["a.txt", "d.txt"]
    (error,) = (line for line in said.err.splitlines() if line.startswith("error: "))
    assert error.endswith("(2 files are not checked)")
    named = reslint("check", "a.txt", "sub/b.txt", "--output-format", "jsonl", *DAY, small=False)
    assert (named.status, codes(named)) == (2, ["STA001"])
    below = reslint("check", "sub", *DAY, small=False)
    assert (below.status, below.out) == (2, "")


@pytest.mark.parametrize("damage", DAMAGES)
def test_settings_below_are_named_whatever_is_wrong_with_them(reslint: Reslint, draft: Draft, damage: str) -> None:
    draft("sub/reslint.toml", f"{damage}\n")
    draft("sub/b.txt", OLD)
    (error,) = (line for line in reslint("check", small=False).err.splitlines() if line.startswith("error: "))
    assert error.startswith("error: sub/reslint.toml: ")


def test_a_folder_in_the_place_of_settings_below(reslint: Reslint, draft: Draft) -> None:
    draft("sub/reslint.toml/a.txt", OLD)
    draft("sub/b.txt", OLD)
    draft("c.txt", OLD)
    said = reslint("check", "--output-format", "jsonl", *DAY, small=False)
    assert (said.status, codes(said)) == (2, ["STA001"])
    assert "sub/reslint.toml: the settings cannot be read (Is a directory)" in said.err


def test_programs_are_told_too(hostile: Hostile, ran: Path) -> None:
    file = hostile()
    assert any("rules-dir is not heeded" in line for line in lint_paths(["."]).notices)
    assert any("rules-dir is not heeded" in line for line in lint_file(file).notices)
    assert not ran.exists()
    os.chdir("sub")
    assert "runs rules from rules" in lint_paths(["."]).notices
    assert ran.exists()
