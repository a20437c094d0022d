"""Drafts in languages that are not read: a note, no "nothing found", and status 2 where nothing at all was read."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from reslint import lint_text

Draft = Callable[..., Path]
Reslint = Callable[..., Any]
ITALIAN = "considerando che la risoluzione 140 della Conferenza dei plenipotenziari non è stata riveduta nel 2022\n"
PORTUGUESE = "recordando que a Resolução 140 da Conferência dos Plenipotenciários não foi revista em 2022\n"
ENGLISH = "recalling that the Conference noted Resolution 140 (Rev. Bucharest, 2022)\n"
NOTE = "note: it.txt: it is in Italian, which is not read: what it cites was not looked for"


def test_a_draft_that_is_not_read_says_so(reslint: Reslint, draft: Draft) -> None:
    draft("it.txt", ITALIAN)
    ran = reslint("check")
    assert NOTE in ran.err.splitlines()
    assert "error: no text of this run is in a language that is read: nothing that they cite was looked for" in ran.err
    assert ran.out == "Not read: 1 file in Italian.\n"
    assert ran.status == 2
    assert reslint("check", "--exit-zero").status == 2


def test_beside_one_that_is_read_it_is_a_note(reslint: Reslint, draft: Draft) -> None:
    for name, text in (("it.txt", ITALIAN), ("pt.txt", PORTUGUESE), ("en.txt", ENGLISH)):
        draft(name, text)
    ran = reslint("check", "--as-of", "2024-01-01")
    assert NOTE in ran.err.splitlines()
    assert ran.out == "Nothing found in 1 file.\nNot read: 2 files in Italian and Portuguese.\n"
    assert ran.status == 0


def test_what_could_not_be_read_at_all_is_no_text_that_was_read(reslint: Reslint, draft: Draft) -> None:
    draft("it.txt", ITALIAN)
    draft("a.docx", b"no Word file")
    assert "no text of this run is in a language that is read" in reslint("check").err


def test_programs_are_told(reslint: Reslint, draft: Draft) -> None:
    draft("en.txt", ENGLISH)
    draft("it.txt", ITALIAN)
    report = json.loads(reslint("check", "--output-format", "json", "--as-of", "2024-01-01").out)
    assert [file.get("unread") for file in report["files"]] == [None, {"language": "Italian", "whole": True}]
    sarif = json.loads(reslint("check", "--output-format", "sarif").out)
    notes = [one["message"]["text"] for one in sarif["runs"][0]["invocations"][0]["toolExecutionNotifications"]]
    assert NOTE.removeprefix("note: ") in notes
    assert '<skipped message="it is in Italian, which is not read' in reslint("check", "--output-format", "junit").out
    assert "::notice file=it.txt::it is in Italian" in reslint("check", "--output-format", "github").out
    for form, separator in (("csv", ","), ("excel", ";")):
        told = reslint("check", "--output-format", form).out.splitlines()
        assert [line for line in told if "it.txt" in line and f"{separator}not-read{separator}" in line], form
    for form in ("gitlab", "rdjson"):
        told = reslint("check", "--output-format", form).out
        assert (told.count("not-read"), told.count("it is in Italian, which is not read")) == (1, 1), form
    result = lint_text(ITALIAN)
    assert result.unread is not None
    assert (result.unread.language, result.unread.whole, result.was_read) == ("Italian", True, False)
    assert lint_text(ENGLISH).was_read


def test_what_asks_for_citations_is_told_too(reslint: Reslint, draft: Draft) -> None:
    draft("it.txt", ITALIAN)
    ran = reslint("citations", "it.txt")
    assert (ran.out, NOTE in ran.err.splitlines()) == ("", True)
    assert NOTE in reslint("registry", "impact", "PP 140", "it.txt").err.splitlines()


def test_it_is_kept_between_runs(reslint: Reslint, draft: Draft) -> None:
    for number in range(12):
        draft(f"it{number}.txt", ITALIAN)
    first = reslint("check")
    again = reslint("check")
    assert (again.out, again.err, again.status) == (first.out, first.err, 2)
    assert first.out == "Not read: 12 files in Italian.\n"
