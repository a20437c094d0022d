"""What settings files and options say, and how they are told when they say nothing that is known."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from reslint.errors import ReslintError
from reslint.linting.settings import nearest_settings, read_settings
from reslint.linting.settings_table import size

Draft = Callable[..., Path]
Reslint = Callable[..., Any]
SMALL_RULES = Path(__file__).parents[1] / "small_rules"
RULES = f"rules-dir = [{json.dumps(str(SMALL_RULES))}]\n"


@pytest.fixture
def codes(reslint: Reslint) -> Callable[..., list[str]]:
    """Check under the settings files alone and give "file CODE severity" of the findings."""

    def check(*arguments: str, status: int | None = None) -> list[str]:
        ran = reslint("check", "--output-format", "jsonl", *arguments, small=False)
        assert "error" not in ran.err
        assert status in (None, ran.status)
        findings = [json.loads(line) for line in ran.out.splitlines()]
        return [f"{one['file']} {one['code']} {one['severity']}" for one in findings]

    return check


Codes = Callable[..., list[str]]


def test_pyproject_and_own_file(codes: Codes, draft: Draft) -> None:
    draft("a.txt", "large grey")
    draft("pyproject.toml", f"[project]\nname = 'x'\n[tool.reslint]\nselect = ['grey-word']\n{RULES}")
    assert codes() == ["a.txt TST001 warning"]
    draft("reslint.toml", f"select = ['TST002']\n{RULES}")
    assert codes() == ["a.txt TST002 error"]


def test_the_nearest_file_wins_and_nothing_is_merged(codes: Codes, draft: Draft) -> None:
    draft("reslint.toml", f"select = ['TST']\nignore = ['TST001']\n{RULES}")
    draft("sub/reslint.toml", "select = ['TST']\n")
    draft("sub/deep/pyproject.toml", "[tool.other]\nx = 1\n")
    draft("a.txt", "large grey")
    draft("sub/deep/b.txt", "large grey")
    assert codes("--rules-dir", str(SMALL_RULES)) == [
        "a.txt TST002 error",
        "sub/deep/b.txt TST002 error",
        "sub/deep/b.txt TST001 warning",
    ]


def test_the_command_line_has_the_last_word(codes: Codes, draft: Draft) -> None:
    draft("reslint.toml", f"select = ['TST001']\nignore = ['TST002']\n{RULES}")
    draft("a.txt", "large grey")
    assert codes("--extend-select", "TST002") == ["a.txt TST002 error", "a.txt TST001 warning"]
    assert codes("--select", "TST002") == ["a.txt TST002 error"]
    assert codes("--ignore", "TST001", status=0) == []


def test_one_file_for_all(codes: Codes, draft: Draft) -> None:
    draft("reslint.toml", f"select = ['TST001']\n{RULES}")
    draft("other/strict.toml", f"select = ['TST']\n{RULES}")
    draft("a.txt", "large grey")
    assert codes("--config", "other/strict.toml") == ["a.txt TST002 error", "a.txt TST001 warning"]


def test_the_table_of_severities(codes: Codes, draft: Draft) -> None:
    draft(
        "reslint.toml",
        f"select = ['TST']\n{RULES}[severity]\nTST = 'info'\ngrey-word = 'error'\nTST004 = 'off'\n",
    )
    draft("a.txt", "large grey ping")
    assert codes() == ["a.txt TST002 info", "a.txt TST001 error"]
    assert codes("--extend-select", "TST004") == [
        "a.txt TST002 info",
        "a.txt TST001 error",
        "a.txt TST004 info",
    ]


def test_per_file_ignores(codes: Codes, draft: Draft) -> None:
    draft("sub/reslint.toml", "select = ['TST']\n[per-file-ignores]\n'old/**' = ['TST']\n'*.md' = ['grey-word']\n")
    for name in ("sub/a.txt", "sub/a.md", "sub/old/x/a.txt"):
        draft(name, "large grey")
    assert codes("--rules-dir", str(SMALL_RULES), "sub") == [
        "sub/a.md TST002 error",
        "sub/a.txt TST002 error",
        "sub/a.txt TST001 warning",
    ]


def test_everything_else_that_can_be_set(reslint: Reslint, draft: Draft) -> None:
    draft(
        "reslint.toml",
        "select = ['TST001', 'TST002']\nas-of = 2020-01-01\nview = 'final'\nexclude = ['old/']\nunsafe-fixes = true\n"
        f"output-format = 'concise'\nbaseline = 'known.json'\nmax-size = '10 kB'\n{RULES}",
    )
    draft("known.json", '{"version": 1, "files": {"a.txt": {"TST001": {"grey": 1}}}}')
    draft("a.txt", "grey large grey")
    draft("old/a.txt", "grey")
    draft("b.txt", "grey " * 4000)
    ran = reslint("check", small=False)
    assert ran.err.splitlines() == [
        f"note: runs rules from {SMALL_RULES.as_posix()}",
        "as of 2020-01-01",
        "error: b.txt: the file is larger than 10,000 bytes; raise --max-size to check it",
    ]
    assert ran.out.splitlines()[:2] == [
        "a.txt:1:6: TST002 large-word [*] large is written here",
        "a.txt:1:12: TST001 grey-word [*] grey is written here",
    ]
    assert ran.out.splitlines()[2].startswith("Found 2 findings")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("selct = ['TST']", "reslint.toml: unknown setting 'selct'; did you mean select?"),
        ("select = 'TST'", "reslint.toml: select has to be a list of strings"),
        ("select = [1]", "reslint.toml: select has to be a list of strings"),
        ("ignore = ['TST09']", "reslint.toml: unknown rule 'TST09'"),
        ("severity = { grey-word = 'eror' }", "reslint.toml: severity.grey-word has to be one of error, warning, "),
        ("severity = { grey-wrd = 'error' }", "reslint.toml: unknown rule 'grey-wrd'; did you mean grey-word?"),
        ("per-file-ignores = { '*.md' = 'TST' }", "reslint.toml: per-file-ignores.'*.md' has to be a list of rules"),
        ("per-file-ignores = { '*.md' = ['TST9'] }", "reslint.toml: unknown rule 'TST9'"),
        ("view = 'finl'", "reslint.toml: view has to be one of original, final, not 'finl'; did you mean final?"),
        ("unsafe-fixes = 'yes'", "reslint.toml: unsafe-fixes has to be true or false"),
        ("max-size = true", "reslint.toml: max-size has to be a number of bytes"),
        ("max-size = '1 XB'", "reslint.toml: max-size: '1 XB' is not a size"),
        ("as-of = 'PP-222'", "as-of: unknown date or conference 'PP-222'; did you mean PP-22?"),
        ("output-format = 'ful'", "output-format: unknown format 'ful'; did you mean full?"),
        (r"exclude = ['archive\']", r"reslint.toml: exclude: 'archive\\' is no pattern of file names; write it as in "),
        ("exclude = ['old/', '[z-a].md']", "reslint.toml: exclude: '[z-a].md' is no pattern of file names; "),
        ("include = ['!']", "reslint.toml: include: '!' is no pattern of file names; "),
        ("include = ['# drafts']", "reslint.toml: include: '# drafts' is no pattern of file names; "),
        (r"per-file-ignores = { 'a\' = ['TST'] }", r"reslint.toml: per-file-ignores: 'a\\' is no pattern of file "),
        ("select = [", "reslint.toml: the settings cannot be read ("),
        ("select = ['\udcff']", "reslint.toml: the settings cannot be read ("),
    ],
)
def test_what_means_nothing_is_an_error(reslint: Reslint, draft: Draft, text: str, message: str) -> None:
    draft("a.txt", "grey")
    draft("reslint.toml", (RULES + text + "\n").encode("utf-8", "surrogateescape"))
    ran = reslint("check", small=False)
    assert ran.status == 2
    *rules, error = ran.err.splitlines()
    assert error.startswith(f"error: {message}")
    assert rules in ([], [f"note: runs rules from {SMALL_RULES.as_posix()}"])


def test_a_named_file_has_to_speak_of_reslint(draft: Draft) -> None:
    with pytest.raises(ReslintError, match=r"there is no table \[tool\.reslint\]"):
        read_settings(draft("pyproject.toml", "[tool.other]\n").resolve())


@pytest.mark.parametrize(
    "text",
    ["[tool.reslint]\n", "[ tool . 'reslint' ]\n", "[tool]\nreslint = {}\n", "[tool]\nreslint.view = 'final'\n"],
)
def test_every_spelling_of_the_table_is_seen(draft: Draft, text: str) -> None:
    path = draft("pyproject.toml", text).resolve()
    assert nearest_settings(path.parent / "x" / "y") == path


@pytest.mark.parametrize(
    ("text", "number"),
    [("1", 1), ("1 k", 1024), ("2KiB", 2048), ("3kB", 3000), ("64 MiB", 64 * 2**20), ("1G", 2**30), ("5B", 5)],
)
def test_sizes(text: str, number: int) -> None:
    assert size(text, "x") == number


@pytest.mark.parametrize("text", ["", "0", "-1", "1.5k", "k", "10TB", "1" * 40])
def test_no_sizes(text: str) -> None:
    with pytest.raises(ReslintError, match="is not a size"):
        size(text, "x")
