"""The files of a bibliographic collection, laid on disk: they make the catalogue that their list makes."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from reslint.commands.group import command
from reslint.errors import ReslintError
from reslint.ingesting.collection import is_collection, rows_of_collection
from reslint.ingesting.publications import Row, catalogue_of, rows_of_list

DAY = date(2026, 8, 22)
EVERY = 40
LETTERS = {"in-force": "I", "superseded": "S", "withdrawn": "W", "prepublished": "P"}
FIRST = """\
---
id: ITU-TX.9001
title:
- content: A title of controls
  language: [en]
docid:
- id: ITU-T X.9001 (06/2023)
  type: ITU
  primary: true
- id: ISO/IEC 99011
  type: ISO
  primary: true
date:
- type: published
  value: '2023-06-13'
status:
  stage: in-force
abstract:
- content: |
    docid: it tells nothing
relation:
- type: complementOf
  bibitem:
    docid:
    - id: ITU-T X.1 (01/2000)
      primary: true
doctype: recommendation
"""
SECOND = """\
id: ITU-RM.9003-1
title:
- {content: Une suite, language: fr}
- {content: A sequel, language: en}
source:
- {type: src, content: 'https://www.itu.int/rec/R-REC-M.9003/en'}
- {type: pdf, content: 'https://www.itu.int/dms_pubrec/itu-r/rec/m/R-REC-M.9003-1-200705-S!!PDF-E.pdf'}
docidentifier:
- {content: ITU-R M.9003-1, type: ITU, primary: true}
date:
- {type: published, at: '2009-01'}
ext:
  doctype: {content: recommendation}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    data = tmp_path / "collection" / "data"
    data.mkdir(parents=True)
    (data / "a.yaml").write_text(FIRST)
    (data / "b.yaml").write_text(SECOND)
    return data.parent


def run(*args: str | Path) -> Result:
    return CliRunner().invoke(command, [str(one) for one in args])


def test_both_forms_are_rows(folder: Path) -> None:
    first, second = rows_of_collection(folder, "a collection")
    assert first == {
        "identifier": "ITU-T X.9001 (06/2023)",
        "kind": "recommendation",
        "approved": "2023-06-13",
        "published": "2023-06-13",
        "status": "in-force",
        "title": "A title of controls",
        "also": "ISO/IEC 99011",
        "source": "a collection",
    }
    assert second == {
        "identifier": "ITU-R M.9003-1",
        "kind": "recommendation",
        "approved": "2007-05",
        "published": "2009-01",
        "status": "superseded",
        "title": "A sequel",
        "also": "",
        "source": "a collection",
    }


@pytest.mark.parametrize("form", ["docid", "docidentifier"])
def test_the_files_make_what_the_list_makes(shared: Path, tmp_path: Path, form: str) -> None:
    listed = rows_of_list((shared / "facts" / "itu-publications.csv").read_bytes(), "list")
    rows = [row for row in listed if row["source"] == "relaton-data-itu"][::EVERY]
    for number, row in enumerate(rows):
        # What JSON writes is YAML.
        lines = (f"{name}: {json.dumps(value)}\n" for name, value in as_file(row, form).items())
        (tmp_path / f"{number}.yaml").write_text("".join(lines))
    assert catalogue_of(list(rows_of_collection(tmp_path, "relaton-data-itu")), DAY) == catalogue_of(rows, DAY)


def as_file(row: Row, form: str) -> dict[str, object]:
    name, when = ("id", "value") if form == "docid" else ("content", "at")
    named = [{name: one, "primary": True} for one in (row["identifier"], row["also"]) if one]
    month = row["approved"].replace("-", "")[:6]
    number = row["identifier"].removeprefix("ITU-R ")
    address = f"https://example.org/R-REC-{number}-{month}-{LETTERS.get(row['status'], 'I')}!!PDF-E.pdf"
    of_r = row["identifier"].startswith("ITU-R")
    return {
        form: named,
        "title": {"content": row["title"]},
        "date": [{"type": "published", when: row["published"]}],
        "link": [{"content": address}] if of_r and month else [],
        "status": {"stage": row["status"]} if form == "docid" else {"stage": {"content": row["status"]}},
        "doctype": row["kind"],
    }


def test_a_folder_is_taken_in_as_a_list_is(folder: Path, tmp_path: Path) -> None:
    own = tmp_path / "own.tsv"
    shown = run("registry", "ingest", folder, "--registry", own, "--as-of", "2026-09-01")
    assert shown.exit_code == 1
    assert "+ ITU-T recommendation X.9001: X.9001 (06/2023)" in shown.output
    assert not own.exists()
    assert (
        run("registry", "ingest", folder / "data", "--registry", own, "--as-of", "2026-09-01", "--write").exit_code == 0
    )
    assert "Recommendation ITU-T X.9001" in run("registry", "show", "ITU-T X.9001", "--registry", own).output
    (folder / "data" / "b.yaml").unlink()
    refused = run("registry", "ingest", folder, "--registry", own, "--as-of", "2026-09-02", "--write")
    assert refused.exit_code == 2
    assert "lacks 1 of 2 editions" in refused.output


def test_a_folder_of_drafts_is_no_collection(tmp_path: Path) -> None:
    assert not is_collection(tmp_path)
    (tmp_path / "settings.yaml").write_text("title: a draft\n")
    assert not is_collection(tmp_path)


@pytest.mark.parametrize("broken", ["title: [\n", "title: {content\n", "docid: - - :\n"])
def test_a_file_that_is_no_yaml_is_named(folder: Path, broken: str) -> None:
    (folder / "data" / "b.yaml").write_text(broken)
    with pytest.raises(ReslintError, match=r"b\.yaml"):
        list(rows_of_collection(folder, "a collection"))


UNUSUAL = (
    "docid: X.1\ndate: 2020\nlink: [a, [b]]\ntitle: words\nstatus: [x]\n",
    "docid: [{id: {a: b}, primary: true}]\ndate: [{type: published, value: [1]}]\n",
    FIRST.replace("'2023-06-13'", "soon").replace("in-force", "resting"),
    "",
)


@pytest.mark.parametrize("content", UNUSUAL)
def test_what_a_file_lacks_costs_only_that(folder: Path, content: str) -> None:
    (folder / "data" / "a.yaml").write_text(content)
    assert b"M.9003\t" in catalogue_of(list(rows_of_collection(folder, "a collection")), DAY)
