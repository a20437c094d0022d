"""Many findings on a terminal: a digest that is read in one look, and everything where it is asked for."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from reslint import lint_text
from reslint.api.finding import RecordNote
from reslint.api.report import FileResult, Report
from reslint.api.reporter import Style
from reslint.reporting.digest import MANY, digest
from reslint.reporting.full import render

Draft = Callable[..., Path]
Reslint = Callable[..., Any]
Terminal = Callable[..., str]
CITED = "recalling Resolution 71 (Rev. Dubai, 2018) of the Plenipotentiary Conference;\n"
(FOUND,) = lint_text(CITED, as_of="2024-01-01").findings
AS_OF = ("--as-of", "2024-01-01")


def many(files: int, findings: int) -> Report:
    """A report in which every file, text and rule is another one, as far as there are so many."""
    results = []
    for number in range(files):
        of = [
            FOUND.but(
                code=f"XYZ{at:03}",
                name=f"rule-{at}",
                excerpt=f"Rev. Dubai, 2018 {number}",
                record=RecordNote(f"PP {at}", None, ()),
                suggestion=f"Rev. Bucharest, 2022 {at % 3}",
                keep=FOUND.keep if number % 3 else f"in {number}.pdf.reslint ignore[rule-{at}] words",
                file=f"{number}.pdf",
            )
            for at in range(number, number + findings // files)
        ]
        results.append(FileResult(f"{number}.pdf", tuple(of)))
    return Report(results)


@pytest.fixture
def folder(draft: Draft) -> Path:
    for number in range(6):
        draft(f"in/{number}.txt", CITED * (4 + number) + "and Buchrest (Rev. Buchrest, 2022)\n" * (number == 5))
    draft("in/clean.txt", "a blue sky\n")
    return Path("in").absolute().parent


def test_a_terminal_gets_a_digest_of_many(folder: Path, terminal: Terminal) -> None:
    (folder / "in" / "more.md").write_text(CITED * (MANY - 39 + 1))
    shown = terminal("check", "in", *AS_OF, cwd=folder, NO_COLOR="1")
    lines = shown.splitlines()
    assert len(lines) < 60
    assert lines[0] == "Findings by file"
    assert " 12  in/more.md" in shown
    assert "in 7 files  PP 71  Rev. Dubai, 2018  → Rev. Bucharest, 2022\n" in shown
    assert "STA001  outdated-edition  in 7 files\n" in shown
    assert "--output-format full" in shown
    assert "--output-format html -o report.html" in shown
    assert shown.count("to keep words as they are") == 2
    assert "Found " in lines[-2]


def test_few_are_shown_one_by_one(folder: Path, terminal: Terminal) -> None:
    shown = terminal("check", "in", *AS_OF, cwd=folder, NO_COLOR="1")
    assert "Findings by file" not in shown
    assert shown.count("STA001") == 39
    assert shown.count("to keep words as they are") == 1


def test_everything_is_shown_where_it_is_asked_for_and_where_no_terminal_is(
    folder: Path, terminal: Terminal, reslint: Reslint
) -> None:
    (folder / "in" / "more.txt").write_text(CITED * MANY)
    piped = reslint("check", "in", *AS_OF, small=False).out
    assert piped.count("STA001") == 89
    assert terminal("check", "in", *AS_OF, "--output-format", "full", cwd=folder, NO_COLOR="1") == piped
    concise = terminal("check", "in", *AS_OF, "--output-format", "concise", cwd=folder, NO_COLOR="1")
    assert concise.count("STA001") == 89


def test_a_digest_is_short_whatever_was_found() -> None:
    text = "".join(digest(many(400, 8000), Style(brief=True)))
    assert len(text.splitlines()) < 60
    assert "  20  0.pdf\n" in text
    assert "… and 390 more files\n" in text
    assert "Found 8,000 findings" in text


def test_the_bound_is_sharp() -> None:
    style = Style(brief=True)
    at, over = many(1, MANY), many(1, MANY + 1)
    assert "Findings by file" not in "".join(render(at, style))
    assert "Findings by file" in "".join(render(over, style))
    assert "Findings by file" not in "".join(render(over, Style()))


def test_what_drafts_say_does_not_steer_the_terminal() -> None:
    odd = FOUND.but(file="\x1b[2J.txt", excerpt="\x1b[31m", suggestion="\x9b\u202e", keep="in \x1b[2J.txt.reslint")
    text = "".join(digest(Report([FileResult("\x1b[2J.txt", (odd,) * 60)]), Style()))
    assert not set(text) & set("\x1b\x9b\u202e")


def test_how_words_are_kept_is_said_once_for_each_way(reslint: Reslint, draft: Draft) -> None:
    draft("a.txt", "grey grey large\n")
    draft("b.txt", "grey\n")
    draft("c.md", "grey large\n")
    out = reslint("check", ".").out
    assert [line for line in out.splitlines() if "to keep" in line] == [
        "help: to keep words as they are, in .txt files: write [sic] after the words",
        "help: to keep words as they are, in .md files: write, with the name of the rule, "
        "<!-- reslint: ignore[grey-word] -->",
    ]
    assert out.count("= help: say gray") == 4
