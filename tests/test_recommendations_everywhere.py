"""Recommendations on the command line, in Word files and in reports: as resolutions are, by the same ways."""

from __future__ import annotations

import json
import re
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from reslint.commands.group import command

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
LIST = """\
identifier,kind,edition,approved,published,status,title,also,source
ITU-T X.9001 (04/2016),recommendation,1,2016-04-29,2016-04-29,not-in-force,A title,,a list
ITU-T X.9001 (06/2023),recommendation,2,2023-06-13,2023-06-13,in-force,A later title,,a list
ITU-T X.9002 (06/2023),recommendation,1,2023-06-13,2023-06-13,in-force,Another title,,a list
"""


def run(*args: str | Path) -> Result:
    return CliRunner().invoke(command, [str(one) for one in args])


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "draft.txt"
    path.write_text("the controls of Recommendation ITU-T X.1051 (04/2016) apply\n")
    return path


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("ITU-T X.1051", "Recommendation ITU-T X.1051"),
        ("itu-t x.1051", "Recommendation ITU-T X.1051"),
        ("ITU-T X1051", "Recommendation ITU-T X.1051"),
        ("ITU-T Y.1331", "Recommendation ITU-T G.709/Y.1331"),
        ("ITU-R M.2012-5", "Recommendation ITU-R M.2012"),
        ("Report ITU-R BT.2020", "Report ITU-R BT.2020"),
        ("ITU-R question 77/5", "Question ITU-R 77/5"),
        ("ITU-T G Suppl. 39", "Supplement ITU-T G Suppl. 39"),
        ("ITU-T 75", "WTSA Resolution 75"),
    ],
)
def test_a_text_is_shown_by_its_designation(words: str, told: str) -> None:
    shown = run("registry", "show", words, "--as-of", "2026-08-22")
    assert shown.output.splitlines()[0] == told


def test_an_unknown_designation_is_answered_with_the_nearest() -> None:
    shown = run("registry", "show", "ITU-T X.10511")
    assert shown.exit_code == 2
    assert "did you mean ITU-T X.1051?" in shown.output


def test_a_sector_lists_its_texts() -> None:
    listed = run("registry", "list", "--body", "ITU-R").output.splitlines()
    assert any(line.startswith("ITU-R recommendation M.2012 ") for line in listed)
    assert any(line.startswith("RA 1 ") for line in listed)


def test_a_newer_list_is_shown_as_what_it_changes_and_written_when_asked(tmp_path: Path, draft: Path) -> None:
    listed, own = tmp_path / "list.csv", tmp_path / "own.tsv"
    listed.write_text(LIST)
    assert run("registry", "ingest", listed, "--registry", own, "--as-of", "2024-01-01", "--write").exit_code == 0
    newer = LIST.replace("2023-06-13,in-force,A later", "2023-06-13,not-in-force,A later")
    listed.write_text(newer + "ITU-T X.9003 (07/2024),recommendation,1,2024-07-13,2024-07-13,in-force,New,,a list\n")
    before = own.read_bytes()
    shown = run("registry", "ingest", listed, "--registry", own, "--as-of", "2024-08-01")
    assert shown.exit_code == 1
    assert "+ ITU-T recommendation X.9003: X.9003 (07/2024)" in shown.output
    assert "! ITU-T recommendation X.9001: no edition is in force any more" in shown.output
    assert own.read_bytes() == before
    draft.write_text("the controls of Recommendation ITU-T X.9001 (04/2016) apply\n")
    checked = run("check", draft, "--registry", own, "--output-format", "json", "--as-of", "2024-01-01")
    assert [one["code"] for one in json.loads(checked.stdout)["findings"]] == ["STA008"]


def test_a_list_that_lost_what_was_known_is_refused_unless_told(tmp_path: Path) -> None:
    listed, own = tmp_path / "list.csv", tmp_path / "own.tsv"
    listed.write_text(LIST)
    run("registry", "ingest", listed, "--registry", own, "--as-of", "2024-01-01", "--write")
    listed.write_text(LIST.rsplit("\n", 2)[0] + "\n")
    refused = run("registry", "ingest", listed, "--registry", own, "--as-of", "2024-02-01", "--write")
    assert refused.exit_code == 2
    assert "lacks 1 of 3 editions" in refused.output
    assert "X.9002" in own.read_text()
    args = ("registry", "ingest", listed, "--registry", own, "--as-of", "2024-02-01", "--write", "--allow-loss")
    assert run(*args).exit_code == 0
    assert "X.9002" not in own.read_text()


def test_the_catalogue_tells_its_day_and_when_it_is_old(draft: Path) -> None:
    assert "catalogue: ITU-T, ITU-R as of 2026-08-22" in run("registry", "coverage").output
    assert "Not known: which Recommendations" not in run("check", draft, "--as-of", "2026-12-01").output
    assert (
        "Not known: which Recommendations were approved since 2026-08-22"
        in run("check", draft, "--as-of", "2027-06-01").output
    )


def test_a_report_says_who_cites_what_and_what_to_write(draft: Path) -> None:
    html = draft.with_suffix(".html")
    run("check", draft, "--as-of", "2026-08-22", "-o", html)
    told = html.read_text("utf-8")
    assert "Recommendation ITU-T X.1051" in told
    assert "06/2023" in told


def test_a_fix_a_baseline_and_a_comment_that_silences(draft: Path, tmp_path: Path) -> None:
    day = ("--as-of", "2026-08-22")
    baseline = tmp_path / "baseline.json"
    run("check", draft, *day, "--write-baseline", baseline)
    assert run("check", draft, *day, "--baseline", baseline).exit_code == 0
    assert run("check", draft, *day, "--fix", "--unsafe-fixes").exit_code == 0
    assert "X.1051 (06/2023)" in draft.read_text()
    page = tmp_path / "draft.md"
    page.write_text("as in ITU-T X.1051 (04/2016) <!-- reslint: ignore[outdated-recommendation] as agreed -->\n")
    assert run("check", page, *day).exit_code == 0


def as_word(path: Path, *runs: str) -> Path:
    """A Word file of one paragraph of these runs."""
    written = "".join(f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>' for words in runs)
    with zipfile.ZipFile(path, "w") as file:
        file.writestr(
            "[Content_Types].xml",
            f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>'
            f'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/word/document.xml" ContentType="{MAIN}"/></Types>',
        )
        file.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{PACKAGE}/relationships">'
            f'<Relationship Id="rId1" Type="{OFFICE}" Target="word/document.xml"/></Relationships>',
        )
        file.writestr(
            "word/document.xml", f'<w:document xmlns:w="{WORD}"><w:body><w:p>{written}</w:p></w:body></w:document>'
        )
    return path


def test_in_word_an_edition_is_commented_and_corrected_as_the_text_writes_it(tmp_path: Path) -> None:
    path = as_word(
        tmp_path / "draft.docx", "Recommendation ITU\u2011T\u00a0X.1051 (", "04/", "2016) and ITU\u2011R M.2012\u20115."
    )
    commented, corrected = tmp_path / "commented.docx", tmp_path / "out"
    run("check", path, "--as-of", "2026-08-22", "--comments", commented)
    with zipfile.ZipFile(commented) as file:
        said = re.sub(r"<[^>]*>", " ", file.read("word/comments.xml").decode())
    assert "Write: 06/2023" in said
    assert "Write: M.2012-7" in said
    run("check", path, "--as-of", "2026-08-22", "--fix", "--unsafe-fixes", "--output-dir", corrected)
    with zipfile.ZipFile(corrected / "draft.docx") as file:
        body = file.read("word/document.xml").decode()
    added = re.findall(r"<w:ins [^>]*>(.*?)</w:ins>", body)
    assert [re.sub(r"<[^>]*>", "", one) for one in added] == ["06/2023", "7"]
    assert "".join(re.findall(r"<w:delText[^>]*>([^<]*)<", body)) == "04/20165"


def test_citations_tell_the_part_that_is_cited(draft: Path) -> None:
    draft.write_text("ITU-T P.862 (2001) Amd. 1, ITU-T Z.100 Annex F3 (06/2021) and ITU-T X.509\n")
    told = [json.loads(line) for line in run("citations", draft).stdout.splitlines()]
    assert [(one["number"], one["editions"], one.get("part")) for one in told] == [
        ("P.862", [{"year": 2001, "rev": False}], "Amd. 1"),
        ("Z.100", [{"year": 2021, "month": 6}], "Annex F3"),
        ("X.509", [], None),
    ]


@pytest.fixture
def drafts(tmp_path: Path) -> Path:
    """A folder of two drafts that cite one Recommendation at two editions of it, and others."""
    folder = tmp_path / "drafts"
    folder.mkdir()
    (folder / "a.txt").write_text("the controls of Recommendation ITU-T X.1051 (04/2016) apply\n")
    (folder / "b.md").write_text(
        "[1] Recommendation ITU-T X.1051 (2004), Controls.\n"
        "[2] Recommendation ITU-R M.2012-5, Interfaces.\n"
        "[3] Recommendation ITU-T X.208 (11/1988), A notation.\n"
    )
    return folder


def words_of(html: Path) -> str:
    """What a page says, without its code."""
    text = re.sub(r"<(script|style).*?</\1>", "", html.read_text("utf-8"), flags=re.DOTALL)
    return " ".join(re.sub(r"<[^>]*>", " ", text).split())


def test_a_report_of_a_folder_says_what_to_write_instead_and_who_cites_what(drafts: Path, tmp_path: Path) -> None:
    html = tmp_path / "report.html"
    run("check", drafts, "--as-of", "2026-08-22", "-o", html)
    told = words_of(html)
    assert re.search(r"Recommendation ITU-T X\.1051 Information .{0,200} 04/2016 1 × 2004 1 × 06/2023 2 2", told)
    assert re.search(r"Recommendation ITU-R M\.2012 Detailed .{0,200} M\.2012-5 M\.2012-7 1 1", told)
    assert re.search(r"Recommendation ITU-T X\.208 Specification .{0,200} 11/1988 ✕ no longer in force", told)
    assert "ITU-T ITU-R recommendation X.1051 recommendation X.208 recommendation M.2012" in told
    assert "a.txt 1 ↻ superseded b.md 3 ↻ superseded ✕ no longer in force ↻ superseded" in told


@pytest.mark.parametrize(("written", "instead"), [("(2016)", "2023"), ("(04/16)", "06/23"), ("(04/2016)", "06/2023")])
def test_what_to_write_is_in_the_form_of_the_text(draft: Path, written: str, instead: str) -> None:
    draft.write_text(f"the controls of Recommendation ITU-T X.1051 {written} apply\n")
    checked = run("check", draft, "--as-of", "2026-08-22", "--output-format", "json")
    assert [one["suggestion"] for one in json.loads(checked.stdout)["findings"]] == [instead]


def test_sarif_has_the_rule_the_place_and_the_correction(draft: Path) -> None:
    checked = run("check", draft, "--as-of", "2026-08-22", "--output-format", "sarif")
    (result,) = json.loads(checked.stdout)["runs"][0]["results"]
    assert result["ruleId"] == "STA008"
    region = result["locations"][0]["physicalLocation"]["region"]
    assert (region["startLine"], region["startColumn"], region["endColumn"]) == (1, 46, 53)
    (replacement,) = result["fixes"][0]["artifactChanges"][0]["replacements"]
    assert replacement["insertedContent"]["text"] == "06/2023"


def test_a_table_for_excel_has_them(drafts: Path, tmp_path: Path) -> None:
    book = tmp_path / "findings.xlsx"
    run("check", drafts, "--as-of", "2026-08-22", "-o", book)
    with zipfile.ZipFile(book) as file:
        cells = "".join(file.read(name).decode() for name in file.namelist() if name.endswith(".xml"))
    for words in ("STA008", "STA009", "Recommendation ITU-T X.1051 was revised since", "M.2012-7"):
        assert words in cells


def test_corrections_of_a_folder_go_into_another_one(drafts: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run("check", drafts, "--as-of", "2026-08-22", "--fix", "--unsafe-fixes", "--output-dir", out)
    assert "X.1051 (06/2023)" in (out / "a.txt").read_text()
    assert (out / "b.md").read_text().splitlines()[:2] == [
        "[1] Recommendation ITU-T X.1051 (2023), Controls.",
        "[2] Recommendation ITU-R M.2012-7, Interfaces.",
    ]


def test_a_tracked_correction_changes_what_tells_the_edition_alone(tmp_path: Path) -> None:
    path, out = as_word(tmp_path / "draft.docx", "ITU-T X.1051 (2016), ITU-T X.680 (2002-07)"), tmp_path / "out"
    run("check", path, "--as-of", "2026-08-22", "--fix", "--unsafe-fixes", "--output-dir", out)
    with zipfile.ZipFile(out / "draft.docx") as file:
        body = file.read("word/document.xml").decode()
    assert [re.sub(r"<[^>]*>", "", one) for one in re.findall(r"<w:ins [^>]*>(.*?)</w:ins>", body)] == [
        "2023",
        "2021-02",
    ]
