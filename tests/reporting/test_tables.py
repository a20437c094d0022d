"""Findings as tables, for programs and for people who live in Excel."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from reslint.reporting.excel import cell

Draft = Callable[..., Path]
Reslint = Callable[..., Any]
EXAMPLES = Path(__file__).resolve().parents[2] / "examples"


def rows(text: str, separator: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=separator, strict=True))


def test_csv_has_the_fields_of_a_finding(reslint: Reslint, draft: Draft) -> None:
    draft("a.txt", 'a grey "sky", large\n')
    draft("b.txt", b"")
    ran = reslint("check", "--as-of", "2024-10-15", "--output-format", "csv", "a.txt", "b.txt", "c.txt")
    assert not ran.data.startswith(b"\xef\xbb\xbf")
    assert ran.data.count(b"\r\n") == ran.data.count(b"\n") == 5
    missing, grey, large, empty = rows(ran.data.decode(), ",")
    assert (grey["code"], grey["line"], grey["column"], grey["excerpt"], grey["suggestion"], grey["fix"]) == (
        *("TST001", "1", "3", "grey", "gray", "safe"),
    )
    assert (large["code"], large["severity"], large["as_of"]) == ("TST002", "error", "2024-10-15")
    assert (empty["code"], empty["name"], empty["file"]) == ("", "could-not-check", "b.txt")
    assert (missing["file"], missing["message"]) == ("", "c.txt: no such file or folder")


def test_csv_says_record_and_change(reslint: Reslint, draft: Draft) -> None:
    path = draft("a.docx", (EXAMPLES / "contribution.docx").read_bytes())
    ran = reslint("check", "--as-of", "2024-10-15", "--output-format", "csv", path, small=False)
    misspelt, outdated = rows(ran.data.decode(), ",")[:2]
    assert (misspelt["change"], misspelt["author"]) == ("introduced", "Delegation of Exampleland")
    assert (outdated["record"], outdated["change"], outdated["author"]) == ("PP 102", "kept", "")
    assert misspelt["place"] == "¶ 6, recalling a)"


def test_csv_keeps_the_words_as_they_are(reslint: Reslint, draft: Draft) -> None:
    name = '=a, "b"\n.txt'
    draft(name, "grey")
    (row,) = rows(reslint("check", "--output-format", "csv", ".").data.decode(), ",")
    assert row["file"] == name


def test_excel_is_told_the_encoding_and_gets_semicolons(reslint: Reslint, draft: Draft) -> None:
    draft("Genève.txt", "a grey sky\n")
    draft("b.txt", b"")
    ran = reslint("check", "--as-of", "2024-10-15", "--output-format", "excel", "Genève.txt", "b.txt")
    assert ran.data.startswith("\ufeffFile;Place;".encode())
    grey, empty = rows(ran.data.decode("utf-8-sig"), ";")
    assert (grey["File"], grey["Place"], grey["Found"], grey["Write instead"], grey["As of"]) == (
        *("Genève.txt", "line 1, column 3", "grey", "gray", "2024-10-15"),
    )
    assert (empty["Rule"], empty["Message"]) == ("could-not-check", "b.txt: the file is empty; nothing to check")


@pytest.mark.parametrize(
    "name", ["=cmd|' /C calc'!A1.txt", "+1.txt", "-1.txt", "@SUM(A1).txt", " =1.txt", "\t=1.txt", "＝1.txt", "\r=1.txt"]
)
def test_a_draft_brings_no_formula_into_excel(reslint: Reslint, draft: Draft, name: str) -> None:
    draft(name, "grey")
    (row,) = rows(reslint("check", "--output-format", "excel", ".").data.decode("utf-8-sig"), ";")
    assert row["File"].startswith("'")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("61-3", "'61-3"),
        ("70/125", "'70/125"),
        ("1.1", "'1.1"),
        ("2018", "'2018"),
        ("(2018)", "'(2018)"),
        ("(1 000)", "'(1 000)"),
        ("5 %", "'5 %"),
        ("12E3", "'12E3"),
        ("1,2e-3", "'1,2e-3"),
        ("=1+1", "'=1+1"),
        ("A/70/125", "A/70/125"),
        ("(Rev. 2018)", "(Rev. 2018)"),
        ("12E", "12E"),
        ("(", "("),
        ("Rev. Dubai, 2018", "Rev. Dubai, 2018"),
        ("a)", "a)"),
        ("two\nlines", "two lines"),
        ("", ""),
        ("\x1b[31m", "␛[31m"),
    ],
)
def test_a_cell_is_text(text: str, shown: str) -> None:
    assert cell(text) == shown


def test_a_cell_is_not_too_long_for_excel() -> None:
    assert len(cell("=" + "a" * 40_000)) <= 32_767
