"""The catalogue: found by key where it lies, twins by either name, and built of the list that it was made of."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from reslint.errors import ReslintError
from reslint.ingesting.publications import catalogue_of, rows_of_list
from reslint.registry import Registry, load
from reslint.registry.catalogue import Catalogue
from reslint.resources import resource

LIST = """\
identifier,kind,edition,approved,published,status,title,also,source
ITU-T X.9001 (04/2016),recommendation,1,2016-04-29,2016-04-29,not-in-force,A title,ISO/IEC 99011,a list
ITU-T X.9001 (2016) Amd. 1 (09/2017),recommendation-amendment,1.1,2017-09-06,2017-09-06,not-in-force,,,a list
ITU-T X.9001/Y.9002 (06/2023),recommendation,2,2023-06-13,2023-06-13,in-force,A later title,,a list
ITU-T X.9001 (2023) Err. 1 (07/2023),recommendation,2.0,2023-07-13,2023-07-13,in-force,,,a list
ITU-R M.9003-0,recommendation,,1997-05,2009-01,superseded,First,,a list
ITU-R M.9003-10,recommendation,,,2008-01,,Last,,a list
ITU-R M.9003-9,recommendation,,2007-05,2007-06,superseded,Ninth,,a list
ITU-R 33.HDB,handbook,,,2008-06,,A handbook,,a list
"""


@pytest.fixture
def written(tmp_path: Path) -> Path:
    path = tmp_path / "other.tsv"
    path.write_bytes(catalogue_of(list(rows_of_list(LIST.encode(), "list.csv")), date(2026, 8, 22)))
    return path


@pytest.fixture
def with_other(written: Path) -> Registry:
    return load(further=[written])


def test_the_one_that_ships_is_whole() -> None:
    assert list(Catalogue(resource("catalogue.tsv")).faults()) == []


def test_it_is_made_of_the_list(shared: Path) -> None:
    committed = resource("catalogue.tsv")
    made_of = (shared / "facts" / "itu-publications.csv").read_bytes()
    assert catalogue_of(list(rows_of_list(made_of, "list")), Catalogue(committed).date) == committed.read_bytes()


@pytest.mark.parametrize("number", ["G.709", "Y.1331", "G.709/Y.1331", "g.709"])
def test_a_twin_is_found_by_either_name(registry: Registry, number: str) -> None:
    record = registry.record("ITU-T", "recommendation", number)
    assert record is not None
    assert record.number == "G.709/Y.1331"
    assert [registry.written(record, edition) for edition in record.editions][-2:] == ["06/2016", "06/2020"]


def test_editions_of_itu_r_stand_by_their_suffix_whatever_day_they_were_published(with_other: Registry) -> None:
    record = with_other.record("ITU-R", "recommendation", "M.9003-9")
    assert record is not None
    assert [with_other.written(record, edition) for edition in record.editions] == ["M.9003-0", "M.9003-9", "M.9003-10"]


def test_a_file_beside_the_registry_brings_further_texts(with_other: Registry) -> None:
    record = with_other.record("ITU-T", "recommendation", "Y.9002")
    assert record is not None
    assert record.number == "X.9001/Y.9002"
    assert record.title == "A later title"
    first = with_other.record("ITU-T", "recommendation", "X.9001")
    assert first is not None
    assert first.editions[0].approval is not None
    assert first.editions[0].approval.twin == "ISO/IEC 99011"
    assert [part.name for part in first.editions[0].approval.parts] == ["Amd. 1"]
    assert with_other.record("ITU-T", "recommendation", "X.1051") is not None


def test_what_is_not_there_is_nothing(registry: Registry) -> None:
    assert registry.record("ITU-T", "recommendation", "X.99999") is None
    assert registry.record("ITU-R", "question", "999/99") is None


def test_kinds_are_told_apart(registry: Registry) -> None:
    recommendation = registry.record("ITU-R", "recommendation", "BT.2020")
    report = registry.record("ITU-R", "report", "BT.2020")
    assert recommendation is not None
    assert report is not None
    assert recommendation.title != report.title


def test_a_damaged_file_is_told_with_its_name(tmp_path: Path) -> None:
    path = tmp_path / "damaged.tsv"
    path.write_text("# reslint catalogue of yesterday\n")
    with pytest.raises(ReslintError, match=r"damaged\.tsv.*first line"):
        load(further=[path]).shelf.digest  # noqa: B018


def test_lines_out_of_order_are_a_fault(written: Path) -> None:
    head, *lines = written.read_text().splitlines(keepends=True)
    written.write_text("".join([head, *reversed(lines)]))
    assert any("stands behind" in fault for fault in Catalogue(written).faults())


def test_a_list_without_a_column_is_refused() -> None:
    with pytest.raises(ReslintError, match="no column 'status'"):
        list(rows_of_list(b"identifier,kind,approved,published,title,also,source\n", "list.csv"))


@pytest.mark.parametrize("line", ["ITU-T X.1 (01/2000),recommendation\n", f"{LIST.splitlines()[1]},more\n"])
def test_a_list_that_breaks_off_is_refused(line: str) -> None:
    with pytest.raises(ReslintError, match=r"list\.csv: line 10 of the list"):
        list(rows_of_list((LIST + line).encode(), "list.csv"))


@pytest.mark.parametrize(
    "line",
    [
        'ITU-T X.9;04 (04/2016),recommendation,,,2016-04-29,in-force,"A title\x85of two\u2028lines",,a list\n',
        "ITU-T X.9004 (04/2016),recommendation,,,,resting,A title,ISO|IEC 1;2,a list\n",
        "ITU-R M.9004-1,recommendation,,,some day,in-force,A title,,a list\n",
        "ITU-R M.9004-1,recommendation,,2023-02-29,2024-02-30,in-force,A title,,a list\n",
        "ITU-T X.9004 (04/2016),recommendation,,,2016-04-31,in-force,A title,,a list\n",
    ],
)
def test_what_is_odd_in_a_list_breaks_no_line_of_the_catalogue(tmp_path: Path, line: str) -> None:
    path = tmp_path / "odd.tsv"
    path.write_bytes(catalogue_of(list(rows_of_list((LIST + line).encode(), "list.csv")), date(2026, 8, 22)))
    assert list(Catalogue(path).faults()) == []
    registry = load(further=[path])
    assert len([one for one in registry.records("ITU-T") if one.number.startswith(("X.9001", "X.9004"))]) >= 1


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"20160429-", b"20160429"),
        (b"20160429-", b"2016xx29-"),
        (b"0@199705-", b"@199705-"),
        (b"A later title", b"A l\xf9ter title"),
        (b"as of 2026-08-22", b"as of 2026-13-45"),
        (b"recommendation X", b"recommendation\tX"),
        (b"\n", b"\n\n"),
    ],
)
def test_a_damaged_one_is_refused_when_it_is_loaded(written: Path, old: bytes, new: bytes) -> None:
    """Its first line tells what the others were; nothing is read of them that breaks over it later."""
    data = written.read_bytes()
    assert old in data
    written.write_bytes(data.replace(old, new))
    with pytest.raises(ReslintError, match=r"other\.tsv"):
        load(further=[written])
