"""`reslint registry ingest` and registries that lie over that of reslint, as a keeper uses them."""

from __future__ import annotations

import io
import os
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from reslint.resources import resource

Draft = Callable[..., Path]
Reslint = Callable[..., Any]
TEXT = """\
RESOLUTION 175 (Rev. Geneva, 2022)

Open test networks for small island states

(Johannesburg, 2008; Dubai, 2012; Hammamet, 2016; Geneva, 2022)

The World Telecommunication Standardization Assembly (Geneva, 2022),
"""
ON = ("--as-of", "2026-11-23")
OURS = ("--registry", "ours.yaml")


def ingest(reslint: Reslint, *arguments: str | Path) -> Any:
    return reslint("registry", "ingest", *ON, *arguments)


def test_a_diff_is_shown_and_nothing_written_until_asked(reslint: Reslint, draft: Draft) -> None:
    draft("a.txt", TEXT)
    ours = draft("ours.yaml", "# Ours.\nresolutions: {}\n")
    shown = ingest(reslint, "a.txt", *OURS)
    assert shown.status == 1
    assert "+  WTSA 175:\n" in shown.out
    assert shown.err == "ours.yaml: 1 new entry; --write writes this\n"
    assert ours.read_text() == "# Ours.\nresolutions: {}\n"
    written = ingest(reslint, "a.txt", *OURS, "--write")
    assert (written.status, written.out) == (0, shown.out)
    assert written.err == "ours.yaml: 1 new entry, written\n"
    after = ours.read_text()
    assert after.startswith("# Ours.\nresolutions:\n  WTSA 175:\n    title: Open test")
    again = ingest(reslint, "a.txt", *OURS, "--write", "--as-of", "2026-11-24")
    assert (again.status, again.out, again.err) == (0, "", "ours.yaml: nothing new\n")
    assert ours.read_text() == after


@pytest.fixture
def installed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have the registry of reslint where it is in an installed reslint: in the package."""
    monkeypatch.setattr("reslint.commands.registry.target.PACKAGE", resource("registry.yaml").parent)


@pytest.mark.usefixtures("installed")
def test_nothing_is_promised_that_would_be_refused_of_the_registry_of_reslint(reslint: Reslint, draft: Draft) -> None:
    draft("a.txt", TEXT)
    shown = ingest(reslint, "a.txt")
    assert shown.status == 1
    assert "+  WTSA 175:\n" in shown.out
    assert "--write writes" not in shown.err
    assert shown.err.endswith(
        ": 1 new entry; --write does not write this: that of reslint is replaced with its next version; "
        "name a file of your own with --registry; it lies over that of reslint\n"
    )
    before = resource("registry.yaml").read_bytes()
    refused = ingest(reslint, "a.txt", "--write")
    assert (refused.status, refused.out) == (2, "")
    assert "that of reslint is replaced with its next version; name a file of your own with --registry" in refused.err
    assert resource("registry.yaml").read_bytes() == before


def test_nothing_is_promised_that_would_be_refused_of_a_file_without_a_folder(reslint: Reslint, draft: Draft) -> None:
    draft("a.txt", TEXT)
    shown = ingest(reslint, "a.txt", "--registry", "none/ours.yaml")
    assert "--write writes" not in shown.err
    assert "--write does not write this: its folder is not there; make the folder " in shown.err
    refused = ingest(reslint, "a.txt", "--registry", "none/ours.yaml", "--write")
    assert (refused.status, refused.out) == (2, "")
    assert "its folder is not there; make the folder " in refused.err
    Path("none").mkdir()
    assert ingest(reslint, "a.txt", "--registry", "none/ours.yaml").err.endswith("; --write writes this\n")
    assert ingest(reslint, "a.txt", "--registry", "none/ours.yaml", "--write").status == 0


def test_nothing_is_promised_of_what_may_not_be_written(
    reslint: Reslint, draft: Draft, monkeypatch: pytest.MonkeyPatch
) -> None:
    draft("a.txt", TEXT)
    ours = draft("ours.yaml", "resolutions: {}\n")
    # Whoever runs the tests may be allowed to write everything.
    monkeypatch.setattr("os.access", lambda path, mode: Path(path).name != "ours.yaml" or mode != os.W_OK)
    assert "ours.yaml may not be written; change its permissions" in ingest(reslint, "a.txt", *OURS).err
    assert ingest(reslint, "a.txt", *OURS, "--write").status == 2
    assert ours.read_text() == "resolutions: {}\n"


def test_facts_that_are_later_than_the_registry_of_reslint_find_their_place(reslint: Reslint, draft: Draft) -> None:
    """A file has no date as long as it says nothing that is later than what it lies over."""
    conference = "{body: PP, place: Geneva, year: 2050, start: 2050-10-01, end: 2050-10-20, sources: [a calendar]}"
    draft("b.txt", "RESOLUTION 140 (Rev. Geneva, 2050) – What is new\n")
    for name, start in (("ours.yaml", "# Ours.\n"), ("dated.yaml", "date: 2049-01-01 # as of\n")):
        path = draft(name, f"{start}conferences:\n  PP-50: {conference}\n")
        ran = reslint("registry", "ingest", "--as-of", "2050-11-01", "b.txt", "--registry", name, "--write")
        assert ran.status == 0, ran.err
        date = "date: 2050-11-01" + (" # as of" if "dated" in name else "")
        assert path.read_text().startswith(f"{start if 'ours' in name else ''}{date}\nconferences:\n")
        assert reslint("registry", "check", name).status == 0
        assert "Rev. Geneva, 2050   <- latest" in reslint("registry", "show", "PP 140", "--registry", name, "--as-of",
                                                          "2050-11-01").out  # fmt: skip


def test_what_is_taken_over_whole_is_said(reslint: Reslint, draft: Draft) -> None:
    draft("a.txt", TEXT)
    draft("b.txt", "RESOLUTION 37 (Rev. Baku, 2025) – Bridging the digital divide\n")
    assert "stands whole" not in ingest(reslint, "a.txt", *OURS, "--write").err
    said = "note: 1 of these entries stands whole in the place of that of reslint, and will hide what that says later; "
    assert said + "`reslint registry check ours.yaml` tells when\n" in ingest(reslint, "b.txt", *OURS, "--write").err
    draft("c.txt", "RESOLUTION 37 (Rev. Baku, 2025) – Bridging the digital divide\n\n(Doha, 2006; Baku, 2025)\n")
    assert "stands whole" not in ingest(reslint, "c.txt", *OURS).err


def test_a_registry_of_ones_own_is_made_and_used(reslint: Reslint, draft: Draft) -> None:
    draft("a.txt", TEXT)
    assert ingest(reslint, "a.txt", *OURS, "--write").status == 0
    shown = reslint("registry", "show", "WTSA 175", *OURS)
    assert "Open test networks for small island states" in shown.out
    assert "from          ours.yaml, line 2" in shown.out
    draft("draft.txt", "Resolution 175 (Rev. Hammamet, 2016) of the World Telecommunication Standardization Assembly")
    ran = reslint("check", "draft.txt", *OURS, "--as-of", "2022-12-31", small=False)
    assert "outdated-edition" in ran.out
    without = reslint("check", "draft.txt", "--as-of", "2022-12-31", small=False)
    assert (without.status, without.out) == (0, "Nothing found in 1 file.\n")
    assert reslint("registry", "check", "ours.yaml").status == 0


def test_an_entry_in_place_of_another_is_shown_as_such(reslint: Reslint, draft: Draft) -> None:
    entry = "resolutions:\n  PP 140:\n    title: {title}\n    status: in force\n    checked: PP-22\n"
    draft("one.yaml", entry.format(title="One"))
    draft("two.yaml", "# Two.\n" + entry.format(title="Two"))
    both = ("--registry", "one.yaml", "--registry", "two.yaml")
    shown = reslint("registry", "show", "PP 140", *both).out
    assert "title         Two\n" in shown
    assert "from          two.yaml, line 3\n  in place of   one.yaml, line 2\n  in place of   registry.yaml of" in shown
    draft("reslint.toml", 'registry = ["two.yaml", "one.yaml"]\n')
    assert "title         One\n" in reslint("registry", "show", "PP 140").out


def test_what_is_learnt_of_a_text_of_reslint_is_written_whole(reslint: Reslint, draft: Draft) -> None:
    """The record of the office holds all that was known before, so that it may stand in the place of the other."""
    draft("a.txt", "RESOLUTION 178 (Rev. Bucharest, 2022) – What is new\n")
    ran = ingest(reslint, "a.txt", *OURS, "--write")
    assert (ran.status, ran.out) == (1, "")
    assert (
        "doubt: a.txt, line 1: PP 178: the history is whole through PP-22 and has no edition of PP-22" in ran.err
        or ("doubt: a.txt, line 1: PP 178:" in ran.err)
    )
    draft("b.txt", "RESOLUTION 37 (Rev. Baku, 2025) – Bridging the digital divide\n")
    assert ingest(reslint, "b.txt", *OURS, "--write").status == 0
    record = yaml.safe_load(Path("ours.yaml").read_text())["resolutions"]["WTDC 37"]
    assert record["editions"] == ["WTDC-06", "WTDC-10", "WTDC-14", "WTDC-17", "WTDC-25"]
    assert record["title_of"] == ["WTDC-17", "WTDC-25"]
    assert record["sources"][-1] == "b.txt, line 1, read 2026-11-23"
    assert len(record["sources"]) > 2


def test_a_proposal_is_an_error_and_the_other_files_are_learnt_from(reslint: Reslint, draft: Draft) -> None:
    draft("a.txt", TEXT)
    draft("b.txt", "MOD\tABC/1/1\n\n" + TEXT)
    ran = ingest(reslint, "a.txt", "b.txt", "none.txt", *OURS, "--write")
    assert ran.status == 2
    assert "error: b.txt, line 1: 'MOD ABC/1/1' marks a proposal, not an adopted text" in ran.err
    assert "error: none.txt: no such file or folder" in ran.err
    assert "WTSA 175" in Path("ours.yaml").read_text()


def test_tracked_changes_make_a_proposal(reslint: Reslint, draft: Draft) -> None:
    body = "<w:p><w:r><w:t>RESOLUTION 176 (Rev. Geneva, 2022)</w:t></w:r></w:p><w:p><w:r><w:t>A title</w:t></w:r></w:p>"
    change = '<w:p><w:ins w:id="1" w:author="A" w:date="2024-01-01T00:00:00Z"><w:r><w:t>new</w:t></w:r></w:ins></w:p>'
    draft("clean.docx", word(body))
    draft("tracked.docx", word(body + change))
    ran = ingest(reslint, "clean.docx", "tracked.docx", *OURS, "--write")
    assert ran.status == 2
    assert "error: tracked.docx: it holds tracked changes: a proposal, not an adopted text" in ran.err
    record = yaml.safe_load(Path("ours.yaml").read_text())["resolutions"]["WTSA 176"]
    assert record["sources"][-1] == "clean.docx, ¶ 1, read 2026-11-23"


def word(body: str) -> bytes:
    """A small Word file."""
    namespace = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    types = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.'
        'wordprocessingml.document.main+xml"/></Types>'
    )
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
        'Target="word/document.xml"/></Relationships>'
    )
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as package:
        package.writestr("[Content_Types].xml", types)
        package.writestr("_rels/.rels", relations)
        package.writestr("word/document.xml", f"<w:document {namespace}><w:body>{body}</w:body></w:document>")
    return held.getvalue()


@pytest.mark.parametrize(
    ("suffix", "content"),
    [
        (".md", TEXT.replace("RESOLUTION 175 (Rev. Geneva, 2022)", "# RESOLUTION 175 (Rev. Geneva, 2022)")),
        (".html", "".join(f"<p>{line}</p>\n" for line in TEXT.splitlines() if line)),
    ],
)
def test_other_formats_teach_the_same(reslint: Reslint, draft: Draft, suffix: str, content: str) -> None:
    draft(f"a{suffix}", content)
    assert ingest(reslint, f"a{suffix}", *OURS, "--write").status == 0
    record = yaml.safe_load(Path("ours.yaml").read_text())["resolutions"]["WTSA 175"]
    assert record["editions"] == ["WTSA-08", "WTSA-12", "WTSA-16", "WTSA-20"]
    assert record["title"] == "Open test networks for small island states"


def test_a_full_list_is_of_one_body_and_its_conference(reslint: Reslint, draft: Draft) -> None:
    draft("list.txt", "RESOLUTION 1 (Rev. Kigali, 2022) – Rules of procedure\n")
    full = ingest(reslint, "list.txt", *OURS, "--complete-list", "WTDC", "WTDC-22")
    assert "+    listed:" in full.out
    assert "+    status: abrogated\n" in full.out
    wrong = ingest(reslint, "list.txt", *OURS, "--complete-list", "WTDC", "PP-22")
    assert (wrong.status, wrong.err) == (
        2,
        "error: --complete-list: PP-22 is a conference of PP, not of WTDC; name a body and one of its conferences\n",
    )
    unknown = ingest(reslint, "list.txt", *OURS, "--complete-list", "WTDC", "WTDC-23")
    assert unknown.status == 2
    assert "did you mean WTDC-22?" in unknown.err


@pytest.mark.parametrize(
    ("damage", "message"),
    [
        (
            "resolutions:\n  PP 1: {status: unknown}\n  PP 1: {status: unknown}\n",
            "ours.yaml:3: 'PP 1' is there already, on line 2",
        ),
        (
            "resolutions:\n  PP 1: {status: unknown, editions: [PP-81]}\n",
            "ours.yaml:2: PP 1, editions: 'PP-81' is no conference",
        ),
        (
            "resolutions:\n  PP 1:\n    status: unknown\n    editions: [PP-22, PP-18]\n    sources: [a b]\n",
            "ours.yaml:4: PP 1, editions: not in order",
        ),
        ("resolutions:\n  PP 1:\n    status: 1\n", "ours.yaml:3: PP 1, status: 1 is not known here"),
        ("resolutions: [1]\n", "ours.yaml:1: resolutions: not a table"),
        ("a: &a [x]\nb: *a\n", "ours.yaml:1: an anchor (&name)"),
        ("resolutions:\n\tPP 1: {}\n", "ours.yaml:2: not readable as YAML"),
        ("just words\n", "ours.yaml"),
    ],
)
def test_a_damaged_registry_is_named_and_left_alone(reslint: Reslint, draft: Draft, damage: str, message: str) -> None:
    draft("a.txt", TEXT)
    ours = draft("ours.yaml", damage)
    for ran in (ingest(reslint, "a.txt", *OURS, "--write"), reslint("check", "a.txt", *OURS)):
        assert (ran.status, ran.out) == (2, "")
        assert message in ran.err
        assert "Traceback" not in ran.err
    assert ours.read_text() == damage


def test_a_huge_registry_is_refused(reslint: Reslint, draft: Draft) -> None:
    draft("a.txt", TEXT)
    with Path("ours.yaml").open("wb") as file:
        file.truncate(100 * 1024 * 1024)
    ran = ingest(reslint, "a.txt", *OURS, "--write")
    assert (ran.status, ran.err) == (
        2,
        "error: ours.yaml: larger than 64 MiB, no registry is; split it or name another file\n",
    )


def test_a_full_list_with_an_entry_that_cannot_be_read_proves_no_absence(reslint: Reslint, draft: Draft) -> None:
    """Otherwise the text behind that entry would be taken for abrogated."""
    draft("list.txt", "RESOLUTION 1 (Rev. Kigali, 2022) – Rules of procedure\n\nRESOLUTION 2\n\n(Rev. Kigali, 2022)\n")
    full = ingest(reslint, "list.txt", *OURS, "--complete-list", "WTDC", "WTDC-22")
    assert "+    listed:" not in full.out
    assert "+    status: abrogated\n" not in full.out
    assert "list.txt: it proves no absence while 1 of its entries cannot be read" in full.err
