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

from reslint.api.finding import Around, Severity
from reslint.api.report import FileResult
from reslint.reporting.html.citations import COLUMNS, FORMS, MOST_CITED, ROWS, cited_overview
from reslint.reporting.html.naming import short_names
from reslint.reporting.html.overview import overview
from reslint.reporting.html.quoting import quoted
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
    assert "Citations in 3 contributions" in text
    assert "not checked" in text


def test_nothing_found_is_said() -> None:
    text = page(report(file("a.txt"), file("b.txt", cites=(cited(verdict="current"),))))
    assert "Nothing was found in 2 files." in text
    assert '<form id="filters"' not in text
    assert "<b>0</b> of 1 citation outdated" in text
    assert page(report())


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
    assert [(row.anchor, row.short, row.weights.total) for row in counts.rows] == [
        ("f2", "b.txt", 3),
        ("f1", "a.txt", 1),
    ]
    assert counts.clean == ("c.txt",)
    assert [segment.kind for segment in counts.rows[0].weights.bar] == [Severity.ERROR, Severity.WARNING]
    assert sum(segment.width for segment in counts.rows[0].weights.bar) == 100


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
    assert [(share.verdict, share.places) for share in found.shares] == [
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
    rows = list(found.rows)
    assert (len(found.outdated), len(found.columns), len(rows)) == (MOST_CITED, COLUMNS, ROWS)
    assert (len(found.outdated[0].editions), found.outdated[0].others) == (FORMS, 19)
    assert (rows[0].name, rows[-1].name) == ("a.txt", "z.txt")
    assert found.columns[0].key == "PP 0"
    assert f"The {COLUMNS} texts cited most, of {len(many) + 1}, in the {ROWS} contributions" in page(report(*files))


def test_a_cell_shows_the_worst_and_says_all() -> None:
    cites = (
        cited("PP 1", "current", edition="Rev. Bucharest, 2022"),
        cited("PP 1", places=3),
        cited("PP 2", "current"),
    )
    first, second = cited_overview(report(file("a.txt", cites=cites))).columns
    (row,) = cited_overview(report(file("a.txt", cites=cites))).rows
    assert (first.key, second.key) == ("PP 1", "PP 2")
    assert row.cells[0] is not None
    assert row.cells[0].verdict == "superseded"
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
    ran = reslint("check", *select, "--output-format", "html", name)
    assert (ran.status, ran.err) == (1, "")
    assert ran.out.startswith("<!DOCTYPE html>")
    assert "<mark><del>Rev. Dubai, 2018</del></mark> <ins>Rev. Bucharest, 2022</ins>" in ran.out
    assert '<td class="superseded"' in ran.out
