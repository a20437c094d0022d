"""A folder of old drafts is usable on day one, and shows only what is new."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Draft = Callable[..., Path]
Reslint = Callable[..., Any]


def test_what_is_known_is_not_shown_again(reslint: Reslint, draft: Draft) -> None:
    draft("old/a.txt", "grey\nlarge grey\n")
    draft("old/b.txt", "grey\n")
    written = reslint("check", "--write-baseline", "known.json", ".")
    assert written.status == 0
    assert written.err.endswith("known.json: knows 4 findings in 2 files now\n")
    assert json.loads(Path("known.json").read_text()) == {
        "version": 1,
        "files": {"old/a.txt": {"TST001": {"grey": 2}, "TST002": {"large": 1}}, "old/b.txt": {"TST001": {"grey": 1}}},
    }
    assert reslint("check", "--baseline", "known.json").status == 0
    draft("old/a.txt", "A new first line\nlarge\ngrey\n\ngrey and another grey\n")
    ran = reslint("check", "--baseline", "known.json", "--output-format", "concise")
    assert ran.status == 1
    assert ran.out.splitlines()[0].startswith("old/a.txt:5:18: TST001")
    assert ran.out.splitlines()[1] == "Found 1 finding: 1 warning."


def test_it_holds_from_every_folder(
    reslint: Reslint, draft: Draft, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    draft("old/a.txt", "grey\n")
    assert reslint("check", "--write-baseline", "known.json", "old").status == 0
    monkeypatch.chdir(tmp_path / "old")
    assert reslint("check", "--baseline", "../known.json", str(tmp_path / "old" / "a.txt")).status == 0
    assert reslint("check", "--baseline", "../known.json").status == 0


def test_what_is_known_is_not_mended(reslint: Reslint, draft: Draft) -> None:
    path = draft("a.txt", "grey\n")
    reslint("check", "--write-baseline", "known.json", path)
    draft("a.txt", "grey and grey\n")
    assert reslint("check", "--fix", "--baseline", "known.json", path).status == 0
    assert path.read_text() == "grey and gray\n"


def test_writing_it_again_knows_all(reslint: Reslint, draft: Draft) -> None:
    draft("reslint.toml", "baseline = 'known.json'\n")
    draft("a.txt", "grey\n")
    draft("known.json", '{"version": 1, "files": {}}')
    for _ in range(2):
        assert "knows 1 finding in 1 file" in reslint("check", "--write-baseline", "known.json").err


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"version": 1}', "\xff"])
def test_what_is_no_baseline(reslint: Reslint, draft: Draft, content: str) -> None:
    draft("known.json", content.encode("latin-1"))
    ran = reslint("check", "--baseline", "known.json", draft("a.txt", "grey\n"))
    assert ran.status == 2
    assert ran.err == "error: known.json: this is no baseline; write one with --write-baseline\n"


def test_a_baseline_of_another_version(reslint: Reslint, draft: Draft) -> None:
    draft("known.json", '{"version": 2, "files": {}}')
    ran = reslint("check", "--baseline", "known.json", draft("a.txt", "grey\n"))
    assert ran.err == "error: known.json: a baseline of version 2; write it again\n"


def test_a_baseline_that_cannot_be_written(reslint: Reslint, draft: Draft) -> None:
    ran = reslint("check", "--write-baseline", "none/known.json", draft("a.txt", "grey\n"))
    assert ran.status == 2
    assert "error: none/known.json: there is no such folder to write it in; make the folder none first" in ran.err


def test_what_it_knows_in_vain_is_said_once_in_every_format(reslint: Reslint, draft: Draft) -> None:
    draft("a.txt", "grey and grey\nlarge\n")
    draft("gone.txt", "grey\n")
    reslint("check", "--write-baseline", "known.json", ".")
    draft("a.txt", "grey\n")
    Path("gone.txt").unlink()
    said = "known.json: 3 findings that it knows are not found any more; --write-baseline known.json writes it anew"
    for arguments in ([], ["--output-format", "json"], ["--output-format", "csv", "-o", "a.csv"]):
        ran = reslint("check", "--baseline", "known.json", ".", *arguments)
        assert ran.status == 0
        assert ran.err.count(said) == 1
    reslint("check", "--write-baseline", "known.json", ".")
    assert "not found any more" not in reslint("check", "--baseline", "known.json", ".").err


def test_what_a_rule_that_did_not_run_would_find_is_not_said_to_be_gone(reslint: Reslint, draft: Draft) -> None:
    draft("a.txt", "grey\nlarge\n")
    reslint("check", "--write-baseline", "known.json", ".")
    ran = reslint("check", "--baseline", "known.json", "--select", "TST002", ".")
    assert (ran.status, "not found any more" in ran.err) == (0, False)
