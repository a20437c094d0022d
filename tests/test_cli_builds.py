"""What a build or a commit hook asks for: to be quiet, to mend only, to pass, to say what would be done."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click
import pytest

from reslint.commands.check import command as check
from reslint.commands.help import GROUPS
from reslint.linting.settings import read_settings

Draft = Callable[..., Path]
Reslint = Callable[..., Any]


def test_never_failing_is_0_whatever_is_found_and_2_where_a_file_is_not_there(reslint: Reslint, draft: Draft) -> None:
    path = draft("a.txt", "large grey")
    ran = reslint("check", "--fail-on", "never", path)
    assert ran.status == 0
    assert "TST001" in ran.out
    sarif = reslint("check", "--fail-on", "never", "--output-format", "sarif", path).out
    assert json.loads(sarif)["runs"][0]["invocations"][0]["exitCode"] == 0
    assert reslint("check", "--fail-on", "never", path, "gone.txt").status == 2


@pytest.mark.parametrize("form", ["full", "concise"])
def test_quiet_shows_findings_and_nothing_else(reslint: Reslint, draft: Draft, form: str) -> None:
    path = draft("a.txt", "grey")
    loud = reslint("check", "--output-format", form, path)
    for flag in ("--quiet", "-q"):
        ran = reslint("check", flag, "--output-format", form, path)
        assert (ran.status, ran.err) == (1, "")
        assert ran.out == loud.out[: loud.out.index("help: to keep" if form == "full" else "Found 1 finding")]
    ran = reslint("check", "--quiet", "--output-format", form, draft("b.txt", "blue"))
    assert (ran.status, ran.out, ran.err) == (0, "", "")


def test_quiet_says_what_could_not_be_done_and_what_is_silenced(reslint: Reslint, draft: Draft) -> None:
    path = draft("a.txt", "grey [sic]")
    ran = reslint("check", "--quiet", path, "gone.txt")
    assert (ran.status, ran.err) == (2, "error: gone.txt: no such file or folder\n")
    assert ran.out == "Silenced: 1 finding by marks in or beside the drafts.\n"
    assert reslint("check", "--quiet", "-o", "a.json", path).out == ran.out


def test_mending_only_counts_nothing_of_what_is_left(reslint: Reslint, draft: Draft) -> None:
    path = draft("a.txt", "a large grey cat, grey\n")
    draft("b.txt", "a large house\n")
    ran = reslint("check", "--fix-only", path, "b.txt")
    assert (ran.status, ran.out) == (0, "Mended 2 findings in 1 file.\n")
    assert path.read_text() == "a large gray cat, gray\n"
    again = reslint("check", "--fix-only", path, "b.txt")
    assert (again.status, again.out) == (0, "Mended 0 findings in 0 files.\n")
    quiet = reslint("check", "--fix-only", "--quiet", path, "b.txt")
    assert (quiet.status, quiet.out, quiet.err) == (0, "", "")
    assert reslint("check", "--fix-only", path, "gone.txt").status == 2


def test_mending_only_of_standard_input_prints_the_text_alone(reslint: Reslint, draft: Draft) -> None:
    draft("x.txt", "")
    ran = reslint("check", "--fix-only", "--quiet", "-", stdin="a large grey sky\n")
    assert (ran.status, ran.out) == (0, "a large gray sky\n")


def test_the_files_that_would_be_checked_are_shown(reslint: Reslint, draft: Draft) -> None:
    for name in ("b.md", "in/a.txt", "in/c.py", "in/old/d.txt"):
        draft(name, "grey")
    ran = reslint("check", "--show-files", "--exclude", "old/")
    assert (ran.status, ran.out, ran.err) == (0, "b.md\nin/a.txt\n", "")
    assert reslint("check", "--show-files", "in", "gone.txt").status == 2


def test_the_settings_that_hold_are_shown_as_a_file_would_have_them(reslint: Reslint, draft: Draft) -> None:
    draft("a.txt", "grey")
    draft("in/b.txt", "grey")
    draft("in/c.txt", "grey")
    draft(
        "in/reslint.toml",
        "ignore = ['NUM', 'SPL001']\nas-of = 'PP-22'\nexclude = ['o\"ld/', 'ä b/']\nmax-size = '1 MiB'\n"
        "[severity]\nSTA = 'info'\n[per-file-ignores]\n'x/**' = ['STA', 'REF001']\n[limits]\npages = 7\n",
    )
    ran = reslint("check", "--show-settings", "--ignore", "DOC", small=False)
    assert (ran.status, ran.err) == (0, "")
    first, second = ran.out.split("# in/b.txt and 1 more: by in/reslint.toml\n")
    assert first.startswith("# a.txt: by no settings file\n")
    assert 'as-of = "PP-22"  # 2022-10-14\n' in second
    chosen = json.loads(second.splitlines()[0].removeprefix("select = "))
    assert "STA001" in chosen
    assert not [code for code in chosen if code.startswith(("NUM", "DOC")) or code == "SPL001"]
    read, meant = read_settings(draft("in/shown/reslint.toml", second)), read_settings(Path("in/reslint.toml"))
    for key in ("severity", "per_file_ignores", "as_of", "exclude", "max_size", "limits", "view", "output_format"):
        assert getattr(read, key) == getattr(meant, key), key


def test_help_shows_every_option_once_in_its_group(reslint: Reslint) -> None:
    grouped = [name for names in GROUPS.values() for name in names]
    assert sorted(grouped) == sorted(one.name or "" for one in check.params if isinstance(one, click.Option))
    ran = reslint("check", "--help")
    assert [line[:-1] for line in ran.out.splitlines() if line.endswith(":") and line[0] != " "] == [*GROUPS, "Help"]
    assert "\nOptions:" not in ran.out
