"""The workbook, opened by another program than the one that wrote it."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from reslint.reporting import xlsx
from reslint.reporting.excel import COLUMNS

Draft = Callable[..., Path]
Reslint = Callable[..., Any]
EXAMPLES = Path(__file__).resolve().parents[2] / "examples"


def rows(file: str, sheet: str = "Findings") -> list[dict[str, Any]]:
    heads, *found = openpyxl.load_workbook(file)[sheet].iter_rows(values_only=True)
    assert heads == COLUMNS
    return [dict(zip(COLUMNS, row, strict=True)) for row in found]


@pytest.mark.parametrize(
    "arguments",
    [("-o", "a.xlsx"), ("--output-format", "xlsx", "-o", "a.xlsx"), ("--output-format", "excel", "-o", "a.xlsx")],
)
def test_a_file_that_is_called_so_is_a_workbook(reslint: Reslint, draft: Draft, arguments: tuple[str, ...]) -> None:
    draft("Genève.txt", "a grey sky\n")
    draft("b.txt", b"")
    ran = reslint("check", "--as-of", "2024-10-15", "Genève.txt", "b.txt", *arguments)
    assert ran.status == 2
    grey, empty = rows("a.xlsx")
    assert (grey["File"], grey["Place"], grey["Found"], grey["Write instead"], grey["As of"]) == (
        *("Genève.txt", "line 1, column 3", "grey", "gray", datetime(2024, 10, 15)),
    )
    assert (empty["Rule"], empty["Message"]) == ("could-not-check", "b.txt: the file is empty; nothing to check")
    sheet = openpyxl.load_workbook("a.xlsx").active
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == "A1:O3"


def test_it_says_what_the_table_says(reslint: Reslint, draft: Draft) -> None:
    path = draft("a.docx", (EXAMPLES / "contribution.docx").read_bytes())
    reslint("check", path, "--as-of", "2024-10-15", "-o", "a.xlsx", small=False)
    misspelt, outdated = rows("a.xlsx")[:2]
    assert (misspelt["Place"], misspelt["Code"]) == ("¶ 6, recalling a)", "SPL001")
    assert "Delegation of Exampleland" in misspelt["Change"]
    assert outdated["Record"] == "PP 102"


@pytest.mark.parametrize(
    "name", ["=1+1.txt", "+1.txt", "@SUM(A1).txt", "61-3.txt", "12E3.txt", "https:__x.example.txt"]
)
def test_what_a_draft_says_is_text(reslint: Reslint, draft: Draft, name: str) -> None:
    draft(name, "grey =1+1 \x01\x1f \ufffe large\n")
    reslint("check", ".", "-o", "a.xlsx")
    for cell in next(openpyxl.load_workbook("a.xlsx").active.iter_rows(min_row=2)):
        assert cell.data_type in "snd"
        assert cell.hyperlink is None
    assert rows("a.xlsx")[0]["File"] == name


def test_the_same_report_is_the_same_file(reslint: Reslint, draft: Draft) -> None:
    draft("a.txt", "grey\n")
    for name in ("one.xlsx", "two.xlsx"):
        reslint("check", "a.txt", "-o", name)
    assert Path("one.xlsx").read_bytes() == Path("two.xlsx").read_bytes()


def test_nothing_found_is_a_sheet_of_headings(reslint: Reslint, draft: Draft) -> None:
    reslint("check", draft("a.txt", "blue\n"), "-o", "a.xlsx")
    assert rows("a.xlsx") == []


def test_more_than_a_sheet_holds_goes_on_in_another(
    reslint: Reslint, draft: Draft, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(xlsx, "MOST", 3)
    reslint("check", draft("a.txt", "grey\n" * 7), "-o", "a.xlsx")
    found = [rows("a.xlsx", name) for name in ("Findings", "Findings 2", "Findings 3")]
    assert [len(part) for part in found] == [3, 3, 1]
    assert [row["Place"] for part in found for row in part] == [f"line {line}, column 1" for line in range(1, 8)]


def test_a_workbook_that_somebody_may_have_worked_in_is_not_replaced(reslint: Reslint, draft: Draft) -> None:
    path = draft("a.txt", "grey\n")
    assert reslint("check", path, "-o", "a.xlsx").status == 1
    before = Path("a.xlsx").read_bytes()
    ran = reslint("check", path, "--as-of", "2020-01-01", "-o", "a.xlsx")
    assert (ran.status, "a.xlsx: the file is there already" in ran.err) == (2, True)
    assert Path("a.xlsx").read_bytes() == before
    assert reslint("check", path, "--as-of", "2020-01-01", "-o", "a.xlsx", "--force").status == 1
    assert Path("a.xlsx").read_bytes() != before


@pytest.mark.parametrize("where", [(), ("-o", "-")])
def test_it_is_not_printed(reslint: Reslint, draft: Draft, where: tuple[str, ...]) -> None:
    ran = reslint("check", draft("a.txt", "grey\n"), "--output-format", "xlsx", *where)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err == "error: output-format: xlsx is no text to be printed; write -o FILE behind it\n"


def test_what_is_missing_for_it_is_said(reslint: Reslint, draft: Draft, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    ran = reslint("check", draft("a.txt", "grey\n"), "-o", "a.xlsx")
    assert ran.status == 2
    assert "error: output-format: xlsx needs XlsxWriter; pip install 'xlsxwriter>=3.2'\n" in ran.err
    assert not Path("a.xlsx").exists()
