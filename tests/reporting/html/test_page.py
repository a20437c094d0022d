"""What the page says, where no browser is needed to see it."""

from __future__ import annotations

import hashlib
import re
import subprocess
import sys
from base64 import b64encode
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from html_reports import cited, file, finding, folder, page, report

from reslint.api.finding import Applicability, Around, Severity
from reslint.api.report import FileResult
from reslint.citations.languages import Unread
from reslint.registry import Verdict
from reslint.reporting.html.citations import FORMS, MOST_CITED, cited_overview
from reslint.reporting.html.matrix import COLUMNS, ROWS
from reslint.reporting.html.naming import short_names
from reslint.reporting.html.overview import overview
from reslint.reporting.html.quoting import quoted
from reslint.reporting.html.verdicts import LOOK_OF, OUTDATED, WORST_FIRST, worst
from reslint.running.spool import Spool

ROOT = Path(__file__).resolve().parents[3]
EMPTY = ("area", "base", "br", "img", "input", "link", "meta", "rect")


class Outline(HTMLParser):
    """Fails where an element is not closed as it was opened; notes what would lead out of the page."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.leads: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in EMPTY:
            self.open.append(tag)
        self.leads += [f"{value}" for name, value in attrs if name in ("src", "href", "action", "style", "srcset")]
        assert not [name for name, _ in attrs if name.startswith("on")]

    def handle_endtag(self, tag: str) -> None:
        if tag not in EMPTY:
            assert self.open.pop() == tag


def test_the_page_is_whole_in_itself() -> None:
    outline = Outline()
    outline.feed(page(folder(3, 30)))
    assert outline.open == []
    assert {lead for lead in outline.leads if not lead.startswith("#")} == {"data:,"}


def test_only_its_own_style_and_script_may_run() -> None:
    text = page(folder(1, 3))
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', text)
    assert policy is not None
    assert policy[1].startswith("default-src 'none';")
    assert "unsafe" not in policy[1]
    for tag in ("style", "script"):
        (content,) = re.findall(rf"<{tag}>(.*?)</{tag}>", text, re.DOTALL)
        digest = b64encode(hashlib.sha256(content.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy[1]


def test_the_same_report_gives_the_same_page() -> None:
    made = folder(30, 300)
    once = page(made)
    assert page(made) == once
    assert page(made) == once
    assert page(report(*made.files)) == once
    spooled = made.__class__(Spool(made.files), registry_date=made.registry_date, registry_digest=made.registry_digest)
    assert page(spooled) == once


def test_names_with_odd_bytes_can_be_written() -> None:
    odd = "b\udcffd \u202e name\n.txt"
    strange = finding(0, excerpt="\ud800", suggestion="\x1b[31m", around=Around("\udc80", "\x00", "\u2067"))
    cites = (cited(key="PP \udcff", edition="\udcff", name="\udcff", title="\udcff", latest="\udcff"),)
    text = page(report(file(odd, strange, cites=cites), FileResult(odd, errors=(f"{odd}: no",)), errors=(odd,)))
    text.encode("utf-8")
    assert "b\ufffdd \ufffd name\u240a.txt" in text
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", text)


def test_jinja2_is_imported_when_it_is_used() -> None:
    code = "import sys, reslint.cli, reslint.plugins.bundled; print('jinja2' in sys.modules)"
    ran = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert ran.stdout == "False\n"


def test_what_could_not_be_checked_comes_first() -> None:
    failed = FileResult("b.txt", errors=("b.txt: the file is empty; nothing to check",))
    text = page(report(*folder(2, 10).files, failed, errors=("c.txt: no such file or folder",)))
    assert text.index("c.txt: no such file") < text.index("b.txt: the file is empty") < text.index('id="summary"')
    assert "Citations in 2 files" in text
    assert "not checked" in text


def test_nothing_found_is_said() -> None:
    text = page(report(file("a.txt"), file("b.txt", cites=(cited(verdict="current"),))))
    assert "Nothing was found in 2 files." in text
    assert '<form id="filters"' not in text
    assert "<b>0</b> of 1 citation outdated" in text
    assert page(report())


def test_what_is_in_a_language_that_is_not_read_is_no_file_in_which_nothing_was_found() -> None:
    french, spanish = (file(f"{name}.txt").but(unread=Unread(name, True)) for name in ("French", "Spanish"))
    partly = file("partly.txt").but(unread=Unread("French", False))
    text = page(report(file("a.txt", finding(0)), partly, french, spanish))
    assert "<h1>Citations in 2 files</h1>" in text
    assert "<dt>not read: in French and Spanish</dt><dd>2</dd>" in text
    assert "Nothing was found in 1 file</summary>" in text
    text = page(report(french))
    assert "1 file in French was not read." in text
    assert "Nothing was found" not in text


def test_a_rule_says_what_it_is_about() -> None:
    text = unescape(page(report(file("a.txt", finding(0), finding(0, code="XYZ001", name="of-a-plugin")))))
    assert "A later edition of that resolution was in force." in text
    assert "<h4>Why</h4>\n<p>Drafts copy older texts" in text
    assert 'id="rule-XYZ001"' in text


def test_findings_are_counted_by_rule_and_by_file() -> None:
    files = (
        file("x/a.txt", finding(0)),
        file("x/b.txt", finding(0), finding(0), finding(1)),
        file("x/c.txt"),
        FileResult("x/d.txt", errors=("x/d.txt: no",)),
    )
    counts = overview(report(*files))
    assert (counts.files, counts.failed) == (3, 1)
    assert counts.weights[:4] == (4, 1, 3, 0)
    assert [(row.code, row.weights.total, row.files) for row in counts.rules] == [("STA001", 3, 2), ("SPL001", 1, 1)]
    (group,) = counts.groups
    assert group.name == ""
    assert [(row.anchor, row.short, row.weights.total) for row in group.rows] == [
        ("f2", "b.txt", 3),
        ("f1", "a.txt", 1),
    ]
    assert counts.clean == ("c.txt",)
    assert [segment.kind for segment in group.rows[0].weights.bar] == [Severity.ERROR, Severity.WARNING]
    assert sum(segment.width for segment in group.rows[0].weights.bar) == 100


def test_files_of_several_folders_are_grouped() -> None:
    files = (
        file("m/ATU/a.txt", finding(0), cites=(cited("PP 1", places=2),)),
        file("m/CEPT/b.txt", finding(0), finding(1), cites=(cited("PP 1"),)),
        file("m/CEPT/deep/c.txt", finding(1), cites=(cited("PP 2", "current"),)),
        file("m/d.txt", finding(0)),
    )
    made = report(*files)
    groups = overview(made).groups
    assert [(group.name, group.weights[:2], [row.short for row in group.rows]) for group in groups] == [
        ("CEPT", (3, 2), ["b.txt", "deep/c.txt"]),
        ("ATU", (1, 0), ["a.txt"]),
        ("in no folder", (1, 0), ["d.txt"]),
    ]
    folders = cited_overview(made).matrix.folders
    assert [(folder.name, folder.outdated, [row.name for row in folder.rows]) for folder in folders] == [
        ("ATU", 2, ["a.txt"]),
        ("CEPT", 1, ["b.txt", "deep/c.txt"]),
    ]


def test_the_number_of_files_is_the_same_everywhere() -> None:
    text = page(report(*folder(12, 30).files, file("contributions/z.txt"), FileResult("b.txt", errors=("b.txt: no",))))
    assert "<title>30 findings in 13 files – reslint</title>" in text
    assert "<h1>Citations in 13 files</h1>" in text
    assert "<dt>files with findings</dt><dd>12</dd>" in text
    assert ">30 findings in 12 files</p>" in text
    assert "contribution" not in re.sub(r"contributions/\w+\.txt", "", text)
    assert set(re.findall(r"\b(\d+) files\b", text)) == {"12", "13"}


def test_a_single_file_has_no_furniture() -> None:
    cites = (cited("PP 1"), cited("PP 2", "unknown"))
    text = page(report(file("meeting/of/a draft.txt", *map(finding, range(6)), cites=cites)))
    assert "<h1>Citations in a draft.txt</h1>" in text
    assert "<title>6 findings in a draft.txt – reslint</title>" in text
    for furniture in (
        "Who cites what",
        "by file",
        "By rule and file",
        "with findings",
        "1 file",
        'data-column="Files"',
    ):
        assert furniture not in text, furniture
    assert ">Files<" not in text
    assert "What to write instead" in text


def test_there_are_words_and_no_options() -> None:
    safe = finding(3)
    assert safe.fix is not None
    safe = safe.but(fix=safe.fix.but(applicability=Applicability.SAFE))
    text = page(report(file("a.txt", finding(0), safe, finding(1, refused="it reaches over markup", fix=None))))
    body = re.sub(r"(?s)<(style|script)>.*?</\1>|<section id=\"rules\".*?</section>", "", text)
    assert not re.search(r"(?<![\w-])--\w", body)
    for words in ("the meaning stays as it is", "the meaning may change", "has to be made by hand: it reaches over"):
        assert words in body
    assert body.count("[sic]") == 1


def test_notes_are_open() -> None:
    text = page(report(file("a.txt"), file("b.txt"), notices=("Doha 2026 has not been read",)))
    assert re.search(r"<h2 [^>]*>What to know of this run</h2>\s*<div>\s*<ul class=\"notices\">\s*<li>Doha 2026", text)
    assert 'href="#notes"' in text
    assert "<details" not in text.partition('<h2 id="findings-title"')[0].partition('class="clean"')[0]


def test_every_verdict_has_words_a_sign_and_colours() -> None:
    for verdict in Verdict:
        look = LOOK_OF[verdict.value]
        assert look.words
        assert look.sign
    assert sorted(WORST_FIRST) == sorted(LOOK_OF)
    assert set(OUTDATED) < set(LOOK_OF)
    assert len({look.light for look in LOOK_OF.values()} | {look.dark for look in LOOK_OF.values()}) == 2 * len(LOOK_OF)
    for verdict in LOOK_OF:
        assert worst([verdict, "current"]).verdict == verdict
        text = page(report(file("a.txt", cites=(cited(verdict=verdict),)), file("b.txt")))
        assert f'<td class="{verdict}"' in text
        assert f"\n.{verdict} {{ background: var(--{verdict});" in text


def test_a_resolution_of_the_general_assembly_is_one_text_however_it_is_cited(reslint: Any, draft: Any) -> None:
    draft(
        "in/a.txt",
        "recalling UNGA Resolution 70/1, Resolution A/70/1 of the United Nations General Assembly and A/RES/70/1,\n"
        "Resolution A/70/125, A/RES/71/999, UNGA resolution 71/999 and resolution A/71/999, and A/78/L.49,\n",
    )
    draft("in/b.txt", "recalling A/RES/70/125 and A/RES/70/1\n")
    text = reslint("check", "in", "--as-of", "2024-01-01", "--output-format", "html", small=False).out
    heads = re.search(r'(?s)<div class="scroll bounded matrix".*?<thead>(.*?)</thead>', text)
    assert heads is not None
    assert re.findall(r'<th scope="col" title="([^:"(]*)', heads[1]) == [
        "UNGA Resolution 70/1", "UNGA Resolution 71/999 ", "UNGA Resolution 70/125", "UNGA Resolution A/78/L.49 ",
    ]  # fmt: skip
    assert "(4 citations)" in heads[1]


def test_outdated_texts_say_what_to_write_instead() -> None:
    files = (
        file("a.txt", cites=(cited("PP 1", places=2), cited("PP 1", edition="Rev. Busan, 2014"), cited("PP 2"))),
        file("b.txt", cites=(cited("PP 1"), cited("PP 3", "abrogated"), cited("PP 4", "unknown", 9))),
        file("c.txt", cites=(cited("PP 1", "current", 5, edition="Rev. Bucharest, 2022"),)),
    )
    found = cited_overview(report(*files))
    first, *others = found.outdated
    assert (first.key, first.latest, first.places, first.files) == ("PP 1", "Rev. Bucharest, 2022", 4, 2)
    assert first.editions == (("Rev. Dubai, 2018", 3), ("Rev. Busan, 2014", 1))
    assert [(text.key, text.latest) for text in others] == [("PP 2", "Rev. Bucharest, 2022"), ("PP 3", None)]
    assert (found.places, found.outdated_places) == (20, 6)
    assert [(share.look.verdict, share.places) for share in found.shares] == [
        ("current", 5),
        ("superseded", 5),
        ("abrogated", 1),
        ("unknown", 9),
    ]


def test_the_overview_is_bounded() -> None:
    forms = tuple(cited("PP 0", edition=f"form {number}", places=9) for number in range(FORMS + 2))
    many = tuple(cited(f"PP {number}", places=1 + number % 7) for number in range(1, COLUMNS + 30))
    files = [file("a.txt", cites=(*forms, *many))]
    files += [file(f"{number}.txt", cites=(cited("PP 0", "current"),)) for number in range(ROWS + 30)]
    files += [file("z.txt", cites=(cited("PP 0"),))]
    found = cited_overview(report(*files))
    (of_all,) = found.matrix.folders
    rows = of_all.rows
    assert (len(found.outdated), found.matrix.width, len(rows)) == (MOST_CITED, COLUMNS, ROWS)
    assert (len(found.outdated[0].editions), found.outdated[0].others) == (FORMS, 19)
    assert (rows[0].name, rows[-1].name) == ("a.txt", "z.txt")
    assert found.matrix.bodies[0].columns[0].key == "PP 0"
    text = page(report(*files))
    assert f"The {COLUMNS} texts cited most, of {len(many) + 1}." in text
    assert "32 files that cite the fewest outdated texts are left out." in text


def test_columns_of_one_body_stand_together() -> None:
    cites = (cited("PP 1", places=3), cited("UNGA 70/1", places=2), cited("PP decision 5"), cited("COUNCIL 1332"))
    bodies = cited_overview(report(file("a.txt", cites=cites))).matrix.bodies
    assert [(body.body, [(one.kind, one.number) for one in body.columns]) for body in bodies] == [
        ("PP", [("", "1"), ("decision", "5")]),
        ("UNGA", [("", "70/1")]),
        ("COUNCIL", [("", "1332")]),
    ]


def test_a_cell_shows_the_worst_and_says_all() -> None:
    cites = (
        cited("PP 1", "current", edition="Rev. Bucharest, 2022"),
        cited("PP 1", places=3),
        cited("PP 2", "current"),
    )
    matrix = cited_overview(report(file("a.txt", cites=cites))).matrix
    ((body,), (folder_,)) = matrix.bodies, matrix.folders
    assert [column.key for column in body.columns] == ["PP 1", "PP 2"]
    (row,) = folder_.rows
    assert row.outdated == 3
    assert row.cells[0] is not None
    assert row.cells[0].look.verdict == "superseded"
    assert row.cells[0].title == (
        "Resolution PP 1 (Rev. Bucharest, 2022): current; "
        "Resolution PP 1 (Rev. Dubai, 2018): superseded, now Rev. Bucharest, 2022, 3 times"
    )


def test_names_are_short_where_they_are_alike() -> None:
    assert short_names(["a/b/one.txt", "a/b/two/one.txt"]) == ("one.txt", "two/one.txt")
    assert short_names(["a/b/one.txt"]) == ("one.txt",)
    assert short_names(["one.txt", "two.txt"]) == ("one.txt", "two.txt")
    assert short_names(["x\\one.txt", "x\\two.txt"]) == ("one.txt", "two.txt")
    assert short_names([]) == ()


def test_the_text_around_the_words_is_cut_between_words() -> None:
    long = "word " * 39 + "start"
    found = quoted(finding(0, around=Around(long, long[::-1], ""), excerpt="the\nwords"))
    assert found.words == "the words"
    assert found.before.startswith("…word word")
    assert found.after.endswith("drow…")
    short = quoted(finding(0, around=Around("\tof it\n", " and so on", "a)")))
    assert short == ("a) of it ", "Rev. Dubai, 2018", " and so on")
    assert len(quoted(finding(0, excerpt="x" * 5000)).words) < 500


def test_the_command_line_writes_it(reslint: Any, draft: Any) -> None:
    name = draft("a.txt", "Resolution 71 (Rev. Dubai, 2018) of the Plenipotentiary Conference\n")
    select = ("--select", "outdated-edition", "--as-of", "2024-01-01")
    ran = reslint("check", *select, "--output-format", "html", name, draft("b.txt", "a blue sky\n"))
    assert (ran.status, ran.err) == (1, "")
    assert ran.out.startswith("<!DOCTYPE html>")
    assert "<mark><del>Rev. Dubai, 2018</del></mark> <ins>Rev. Bucharest, 2022</ins>" in ran.out
    assert '<td class="superseded"' in ran.out
