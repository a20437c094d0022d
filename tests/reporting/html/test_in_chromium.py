"""The page as people use it, in a real browser: everything is there, filters filter, and drafts run nothing."""

from __future__ import annotations

import base64
import re
import socket
from collections.abc import Callable
from itertools import pairwise
from typing import Any

import axe
import pypdfium2
import pytest
from html_reports import AUTHORS, cited, delegations, file, finding, folder, report

from reslint.api.finding import Around, Change, Standing
from reslint.api.report import FileResult
from reslint.reporting.html.verdicts import LOOK_OF

pytestmark = pytest.mark.slow

Browser = Any
SOME = folder(5, 120)
MESSAGES = [one.message for one in SOME.findings]
HOSTILE = (
    "<script>window.ran = 1</script>",
    "</script><script>window.ran = 2</script>",
    "</style><img src=x onerror='window.ran = 3'>",
    "--><svg onload=window.ran=4>",
    '"\'><b onmouseover="window.ran = 5">',
    "{{ 7 * 7 }}{% raw %}",
    "&lt;not an entity&gt;",
)
CONTRASTS = """
const channels = (colour) => colour.match(/[\\d.]+/g).map(Number);
const light = ([red, green, blue]) => [red, green, blue].map((part) => part / 255)
  .map((part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
  .reduce((sum, part, at) => sum + part * [0.2126, 0.7152, 0.0722][at], 0);
function behind(node) {
  for (; node; node = node.parentElement) {
    const colour = channels(getComputedStyle(node).backgroundColor);
    if (colour.length === 3 || colour[3] === 1) return colour;
  }
  return [255, 255, 255];
}
const poor = [];
for (const node of document.body.querySelectorAll("*")) {
  const own = [...node.childNodes].some((child) => child.nodeType === 3 && child.textContent.trim());
  if (!own || !node.checkVisibility() || node.closest("script")) continue;
  const pair = [light(channels(getComputedStyle(node).color)), light(behind(node))].sort((one, other) => other - one);
  const contrast = (pair[0] + 0.05) / (pair[1] + 0.05);
  if (contrast < 4.5) poor.push([node.tagName, node.className, contrast, node.textContent.slice(0, 30)].join(' '));
}
return [...new Set(poor)];
"""


def number(text: str) -> int:
    """The first number of a text."""
    found = re.search(r"[\d,]+", text)
    assert found, text
    return int(found[0].replace(",", ""))


def options(browser: Browser, name: str) -> dict[str, int]:
    """The choices of a filter with the counts they show."""
    listed = browser.run(
        "return [...document.querySelector(`select[name=${arguments[0]}]`).options]"
        ".map((one) => [one.value, one.textContent])",
        name,
    )
    return {value: int(text[text.rindex("(") + 1 : -1].replace(",", "")) for value, text in listed}


def test_every_finding_is_there(browser: Browser) -> None:
    browser.show(SOME)
    shown = browser.run(
        """return [...document.querySelectorAll(".finding")].map((one) => [
            one.closest(".file").querySelector("h3"), one.querySelector(".rule"), one.querySelector(".severity"),
            one.querySelector(".place"), one.querySelector(".message"), one.querySelector("mark"),
            one.querySelector("ins"), one.querySelector("blockquote"),
        ].map((part) => part && part.textContent))"""
    )
    assert shown == [
        [
            one.file,
            f"{one.code} {one.name}",
            one.severity,
            f"line {one.line}, column {one.column}",
            one.message,
            one.excerpt,
            one.suggestion,
            one.around.before
            + one.excerpt
            + (f" {one.suggestion}" if one.suggestion is not None else "")
            + one.around.after,
        ]
        for one in SOME.findings
    ]
    assert browser.text("#shown") == "120 findings in 5 files"
    assert "brought in by Exampleland, 2024-05-06" in browser.text(".finding dl")


def test_filters_filter(browser: Browser) -> None:
    browser.show(SOME)
    browser.choose(rule="STA001")
    assert browser.visible() == [one.message for one in SOME.findings if one.code == "STA001"]
    assert number(browser.text("#shown")) == len(browser.visible())
    browser.choose(rule="", change="by A & B")
    assert browser.visible() == [one.message for one in SOME.findings if one.change and one.change.author == "A & B"]
    browser.choose(change="kept")
    kept = [one.message for one in SOME.findings if one.change and one.change.standing is Standing.KEPT]
    assert browser.visible() == kept
    browser.choose(change="none")
    assert browser.visible() == [one.message for one in SOME.findings if one.change is None]
    browser.choose(change="", text="ABROGATED  message")
    assert browser.visible() == [one.message for one in SOME.findings if one.code == "STA002"]
    browser.choose(text='"PP 2"')
    assert browser.visible() == [one.message for one in SOME.findings if one.record and one.record.key == "PP 2"]
    browser.run("document.querySelector('input[value=warning]').click()")
    browser.choose(text="")
    assert browser.visible() == [one.message for one in SOME.findings if one.severity != "warning"]
    browser.choose(text="no such words")
    assert browser.visible() == []
    assert browser.text("#shown") == "None of 120 findings is like that"


def test_filters_are_combined_and_their_counts_agree(browser: Browser) -> None:
    browser.show(SOME)
    author = f"by {AUTHORS[0]}"
    browser.choose(rule="STA001", change=author, text="message")
    wanted = [
        one.message for one in SOME.findings if one.code == "STA001" and one.change and one.change.author == AUTHORS[0]
    ]
    assert wanted
    assert browser.visible() == wanted
    files = {one.file for one in SOME.findings if one.message in wanted}
    assert browser.text("#shown") == f"{len(wanted)} of 120 findings in {len(files)} files"
    assert browser.text(".file:not([hidden]) .file-tally").endswith(" of 24 shown")
    for name in ("rule", "change"):
        for value, count in options(browser, name).items():
            browser.choose(**{name: value})
            assert len(browser.visible()) == count, (name, value)
        browser.choose(rule="STA001", change=author)
    counts = browser.run("return [...document.querySelectorAll('fieldset label')].map((one) => one.textContent)")
    assert [number(text) for text in counts] == [0, len(wanted), 0]


def test_clear_shows_everything_again(browser: Browser) -> None:
    browser.show(SOME)
    browser.choose(rule="SPL001", text="message")
    browser.run("document.querySelector('input[value=info]').click()")
    assert len(browser.visible()) < 120
    browser.run("document.querySelector('button[type=reset]').click()")
    browser.settle()
    assert browser.visible() == MESSAGES
    assert browser.run("return location.hash") == ""
    assert browser.text("#shown") == "120 findings in 5 files"


def test_the_address_keeps_the_filters(browser: Browser) -> None:
    browser.show(SOME)
    browser.choose(rule="STA001", change="by A & B", text='"of outdated-edition" & more')
    browser.choose(text="outdated message")
    browser.run("document.querySelector('input[value=info]').click()")
    browser.settle()
    before, fragment = browser.visible(), browser.run("return location.hash")
    assert before
    browser.open(fragment)
    assert browser.visible() == before
    assert browser.run("return document.querySelector('input[value=info]').checked") is False
    browser.open("#rule=NOT001&change=by+nobody&severity=error&nonsense=1")
    assert browser.visible() == [one.message for one in SOME.findings if one.severity == "error"]


def test_links_filter_and_lead_to_files(browser: Browser) -> None:
    browser.show(SOME)
    browser.run("document.querySelector('#counts a[href=\"#rule=SPL001\"]').click()")
    assert set(browser.visible()) == {one.message for one in SOME.findings if one.code == "SPL001"}
    browser.run("document.querySelector('#counts a[href=\"#f4\"]').click()")
    browser.settle()
    assert browser.run("return location.hash") == "#rule=SPL001&at=f4"
    assert browser.run("return document.activeElement.id") == "f4-title"
    top = browser.run("return document.getElementById('f4').getBoundingClientRect().top")
    bottom = browser.run("return document.getElementById('filters').getBoundingClientRect().bottom")
    assert bottom <= top < 450
    browser.choose(text='"message 0"')
    browser.run("document.querySelector('#counts a[href=\"#f4\"]').click()")
    assert browser.visible() == MESSAGES
    browser.driver.back()
    browser.until(lambda: browser.visible() == [])
    browser.run("document.querySelector('#outdated a').click()")
    browser.settle()
    key = browser.run("return document.querySelector('[name=text]').value")
    assert re.fullmatch(r'"PP \d+"', key)
    assert all(one.record and f'"{one.record.key}"' == key for one in SOME.findings if one.message in browser.visible())


@pytest.mark.parametrize("words", HOSTILE)
def test_what_drafts_say_is_shown_and_not_run(browser: Browser, words: str) -> None:
    tracked = Change(Standing.INTRODUCED, words, words)
    hostile = finding(
        1,
        message=words,
        excerpt=words,
        suggestion=words,
        advice=words,
        refused=words,
        around=Around(words, words, words),
        change=tracked,
    )
    cites = (cited(key=words, name=words, edition=words, latest=words, title=words, places=9),)
    names = (f"{words}.txt", "javascript:window.ran=6", "folder/'\" onclick=window.ran=7 '.txt")
    files = [file(name, hostile, finding(2), cites=cites) for name in names]
    failed = FileResult(words, errors=(f"{words}: no",), notices=(f"{words}: a notice",))
    browser.show(report(*files, failed, errors=(words,), notices=(words,)))
    assert browser.run("return window.ran") is None
    strange = "document.querySelectorAll('img, b b, b[onmouseover], svg:not(.bar)').length"
    assert browser.run(f"return [document.scripts.length, {strange}]") == [1, 0]
    assert browser.run("return [...document.links].every((one) => one.getAttribute('href').startsWith('#'))")
    for selector in (".message", "mark", ".finding ins", "#failures li", ".notices li", ".edition", "#outdated ins"):
        assert browser.text(selector).startswith(words), selector
    titles = browser.run("return [...document.querySelectorAll('.file h3')].map((one) => one.textContent)")
    assert titles == list(names)
    browser.choose(change=f"by {words}", text=words.replace('"', " ").split()[0])
    assert len(browser.visible()) == 3
    browser.run("for (const one of document.links) one.click()")
    browser.settle()
    assert browser.run("return window.ran") is None


def test_the_page_may_ask_for_nothing_and_run_nothing_else(browser: Browser) -> None:
    browser.show(SOME)
    assert browser.run("return performance.getEntriesByType('resource').length") == 0
    assert {url.partition("#")[0] for url in browser.requests()} == {browser.path.as_uri()}
    with socket.create_server(("127.0.0.1", 0)) as server:
        browser.driver.execute_async_script(
            """const [port, done] = arguments;
            const script = document.createElement("script");
            script.textContent = "window.ran = 1";
            const image = document.createElement("img");
            image.onerror = () => fetch(`http://127.0.0.1:${port}/`).catch(() => done());
            image.src = `http://127.0.0.1:${port}/x.png`;
            document.body.append(script, image);""",
            server.getsockname()[1],
        )
        server.setblocking(False)
        with pytest.raises(BlockingIOError):
            server.accept()
    assert browser.run("return window.ran") is None
    assert len(browser.complaints()) >= 3
    browser.requests()


def test_the_keyboard_is_enough(browser: Browser) -> None:
    from selenium.webdriver import ActionChains
    from selenium.webdriver.common.keys import Keys

    browser.show(SOME)
    press = lambda *keys: ActionChains(browser.driver).send_keys(*keys).perform()  # noqa: E731
    press(Keys.TAB, Keys.ENTER)
    assert browser.run("return document.activeElement.id") == "findings-title"
    reached = []
    for _ in range(7):
        press(Keys.TAB)
        reached.append(browser.run("return document.activeElement.name || document.activeElement.type"))
        if reached[-1] == "rule":
            press("STA001")
        if browser.run("return document.activeElement.value") == "info":
            press(Keys.SPACE)
        if reached[-1] == "text":
            press("message")
    assert reached == ["rule", "severity", "severity", "severity", "change", "text", "reset"]
    browser.settle()
    assert browser.run("return location.hash") == "#rule=STA001&text=message&severity=error+warning"
    press(Keys.ENTER)
    browser.settle()
    assert browser.visible() == MESSAGES
    regions = browser.run("return [...document.querySelectorAll('.scroll')].every((one) => one.tabIndex === 0)")
    assert regions


def test_a_screen_reader_finds_its_way(browser: Browser) -> None:
    failed = FileResult("b.txt", errors=("b.txt: no",))
    browser.show(report(*SOME.files, failed, notices=("a notice",)))
    browser.emulate("Accessibility.enable")
    nodes = [node for node in browser.emulate("Accessibility.getFullAXTree")["nodes"] if not node["ignored"]]
    browser.emulate("Accessibility.disable")
    named = [(node["role"]["value"], node.get("name", {}).get("value", "")) for node in nodes]
    roles = {role for role, _ in named}
    assert {"banner", "navigation", "main", "search", "status", "contentinfo", "region", "table", "rowheader"} <= roles
    controls = {"link", "button", "combobox", "checkbox", "searchbox", "region", "search", "navigation"}
    assert [(role, name) for role, name in named if role in controls and not name.strip()] == []
    assert ("searchbox", "Text") in named
    assert ("group", "Severity") in named
    assert {"cell", "columnheader"} <= roles
    headings = browser.run(
        "return [...document.querySelectorAll('h1, h2, h3, h4, h5')].map((one) => Number(one.tagName[1]))"
    )
    assert headings[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(headings))
    assert browser.run("return document.querySelectorAll('[id]').length") == browser.run(
        "return new Set([...document.querySelectorAll('[id]')].map((one) => one.id)).size"
    )
    assert browser.run("return [...document.links].every((one) => document.getElementById(one.hash.slice(1)) "
                       "|| one.hash.includes('='))")  # fmt: skip


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_stands_out(browser: Browser, scheme: str) -> None:
    browser.emulate("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])
    cites = tuple(cited(f"PP {at}", verdict) for at, verdict in enumerate(LOOK_OF))
    failed = FileResult("b.txt", errors=("b.txt: no",))
    browser.show(report(*SOME.files, file("c.txt", cites=cites), failed, notices=("a notice",)))
    assert browser.run(CONTRASTS) == []


@pytest.mark.parametrize("width", [320, 390, 768, 1280])
def test_nothing_runs_over_the_edge(browser: Browser, width: int) -> None:
    long = "https://example.test/" + "abc" * 60
    wide = file(f"{'folder/' * 20}{'x' * 150}.txt", finding(0, excerpt=long, suggestion=long, message=long))
    browser.emulate("Emulation.setDeviceMetricsOverride", width=width, height=800, deviceScaleFactor=1, mobile=False)
    cites = tuple(cited(f"PP {at}", places=at, edition="x" * 80) for at in range(1, 60))
    browser.show(report(wide, *SOME.files, file("y" * 120, cites=cites)))
    assert browser.run("return document.documentElement.scrollWidth") <= width
    matrix = "document.querySelector('.scroll.matrix')"
    assert browser.run(f"return {matrix}.scrollWidth > {matrix}.clientWidth")
    browser.run(f"{matrix}.scrollLeft = 300")
    assert browser.run(f"return {matrix}.querySelector('tbody th').getBoundingClientRect().left") < 100


def printed(browser: Browser) -> str:
    """The words of the page on paper."""
    data = browser.emulate("Page.printToPDF", printBackground=True, preferCSSPageSize=True)["data"]
    with pypdfium2.PdfDocument(base64.b64decode(data)) as document:
        return " ".join(" ".join(page.get_textpage().get_text_bounded() for page in document).split())


def test_paper_shows_all(browser: Browser) -> None:
    clean = [file(f"clean{number}.txt", cites=(cited("PP 1", "current"),)) for number in range(50)]
    browser.show(report(*SOME.files, *clean, notices=("a notice on the registry",)))
    words = printed(browser)
    for part in (
        *MESSAGES,
        *(one.name.rpartition("/")[2] for one in (*SOME.files, *clean)),
        "a notice on the registry",
    ):
        assert part in words
    for control in ("Clear", "all rules", "by anybody", "Skip to"):
        assert control not in words
    assert not browser.run("return document.querySelector('.clean').open")


def test_paper_shows_what_is_filtered_and_nothing_else(browser: Browser) -> None:
    clean = [file(f"clean{number}.txt", cites=(cited("PP 1", "current"),)) for number in range(50)]
    failed = FileResult("b.txt", errors=("b.txt: no",))
    browser.show(report(*SOME.files, *clean, failed, notices=("a notice on the registry",)))
    browser.choose(rule="SPL001", text="message")
    browser.run("document.querySelector('input[value=info]').click()")
    browser.settle()
    words = printed(browser)
    assert "30 of 120 findings in 5 files" in words
    assert "SPL001 misspelt-place · error and warning · with the words: message" in words
    assert [message for message in MESSAGES if f"{message} " in words] == browser.visible()
    assert "The place of a conference is misspelt." in words
    for other in ("clean1.txt", "Who cites what", "Findings by", "what to write instead", "a notice", "b.txt: no"):
        assert other not in words, other
    for rule in ("STA001", "STA002", "FRM002"):
        assert f"{rule} " not in words
    browser.choose(text="no such words")
    assert len(printed(browser)) < 1000


def order(browser: Browser, table: str) -> list[str]:
    """The first words of the rows of a table, as they stand."""
    listed = browser.run(
        "return [...document.querySelectorAll(`${arguments[0]} tbody tr`)].map((row) => row.cells[0].textContent)",
        table,
    )
    return [str(text).strip() for text in listed]


def test_tables_are_sorted_by_the_keyboard(browser: Browser) -> None:
    from selenium.webdriver import ActionChains
    from selenium.webdriver.common.keys import Keys

    browser.show(delegations())
    tables = "return [...document.querySelectorAll('table')].map((one) => one.querySelectorAll('th button').length)"
    assert browser.run(tables) == [5, 3, 3, 2]

    def press(table: str, head: int) -> str:
        """Press a head, and say how the table is sorted by it; the others do not claim to sort it any more."""
        button = f"document.querySelectorAll('{table} th button')[{head}]"
        browser.run(f"{button}.focus()")
        ActionChains(browser.driver).send_keys(Keys.ENTER).perform()
        assert browser.run(f"return document.activeElement === {button}")
        assert browser.run(f"return document.querySelectorAll('{table} [aria-sort]').length") == 1
        return str(browser.run(f"return {button}.parentNode.getAttribute('aria-sort')"))

    outdated = "#outdated"
    before = order(browser, outdated)
    assert browser.run("return document.querySelector('#outdated [aria-sort]').textContent") == "Places"
    assert press(outdated, 0) == "ascending"
    assert order(browser, outdated) == sorted(before, key=lambda text: number(text.partition("On")[0]))
    assert press(outdated, 0) == "descending"
    assert order(browser, outdated) == sorted(before, key=lambda text: -number(text.partition("On")[0]))
    assert press(outdated, 3) == "descending"
    places = browser.run("return [...document.querySelectorAll('#outdated tbody td:nth-child(4)')]"
                         ".map((cell) => Number(cell.textContent))")  # fmt: skip
    assert places == sorted(places, reverse=True)

    by_file = "[aria-labelledby=by-file-title]"
    assert press(by_file, 0) == "ascending"
    assert order(browser, by_file) == [
        "ATU 2 files", "2.txt", "10.txt", "CEPT 3 files", "1.txt", "3.txt", "20.txt", "in no folder 1 file", "z.txt",
    ]  # fmt: skip
    assert press(by_file, 1) == "descending"
    assert order(browser, by_file) == [
        "CEPT 3 files", "20.txt", "3.txt", "1.txt", "ATU 2 files", "2.txt", "10.txt", "in no folder 1 file", "z.txt",
    ]  # fmt: skip
    assert press(by_file, 1) == "ascending"
    assert order(browser, by_file)[:4] == ["in no folder 1 file", "z.txt", "ATU 2 files", "10.txt"]

    matrix = "#matrix"
    assert press(matrix, 1) == "descending"
    outdated_in = browser.run("return [...document.querySelectorAll('#matrix .group td.count')]"
                              ".map((cell) => Number(cell.textContent))")  # fmt: skip
    assert outdated_in == sorted(outdated_in, reverse=True)


def box(browser: Browser, selector: str) -> dict[str, float]:
    """Where the first element of a selector stands."""
    return dict(browser.run("return document.querySelector(arguments[0]).getBoundingClientRect().toJSON()", selector))


@pytest.mark.parametrize("width", [768, 1024, 1280])
def test_what_belongs_side_by_side_stands_in_a_row(browser: Browser, width: int) -> None:
    browser.emulate("Emulation.setDeviceMetricsOverride", width=width, height=800, deviceScaleFactor=1, mobile=False)
    failed = FileResult("b.txt", errors=("b.txt: no",))
    browser.show(report(*folder(301, 400).files, failed))
    lines = browser.run(
        "return [...document.querySelectorAll('.tiles dd')].map((one) => one.getBoundingClientRect().top)"
    )
    assert len(lines) == 6
    assert len(set(lines)) == (1 if width >= 1024 else 2)
    clear, text = box(browser, "button[type=reset]"), box(browser, "input[type=search]")
    assert (clear["bottom"], clear["top"]) == (text["bottom"], text["top"])
    assert clear["left"] > text["right"]
    if width == 1280:
        assert clear["bottom"] == box(browser, "select[name=rule]")["bottom"]


def test_the_heads_of_the_matrix_are_read_without_turning_the_head(browser: Browser) -> None:
    browser.show(delegations())
    heads = "[...document.querySelectorAll('#matrix thead *')].map((one) => getComputedStyle(one))"
    assert set(browser.run(f"return {heads}.map((one) => one.writingMode + one.transform)")) == {"horizontal-tbnone"}
    browser.run("const one = document.querySelector('.matrix'); one.style.maxHeight = '8rem'; one.scrollTop = 90")
    head, region = box(browser, "#matrix thead"), box(browser, ".scroll.matrix")
    assert abs(head["top"] - region["top"]) < 3


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("which", ["folder", "single file"])
def test_axe_finds_nothing(browser: Browser, width: int, scheme: str, which: str) -> None:
    if reason := axe.missing():
        pytest.skip(reason)
    browser.emulate("Emulation.setDeviceMetricsOverride", width=width, height=800, deviceScaleFactor=1, mobile=False)
    browser.emulate("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])
    many = tuple(f"a notice {number}" for number in range(20))
    cites = tuple(cited(f"PP {at}", verdict) for at, verdict in enumerate(LOOK_OF))
    failed = FileResult("b.txt", errors=("b.txt: no",))
    one = report(file("a.txt", *map(finding, range(8)), cites=cites), notices=many[:2])
    some = report(*delegations().files, file("c.txt", cites=cites), failed, notices=many)
    browser.show(one if which == "single file" else some)
    browser.run(axe.script().read_text("utf-8"))
    found = browser.driver.execute_async_script(
        "const done = arguments[0];"
        "axe.run({preload: false, resultTypes: ['violations']}).then((all) => done([all.testEngine.version,"
        "all.violations.map((one) => `${one.id}: ${one.help} ${one.nodes.map((node) => node.html).join(' ')}`)]))"
    )
    assert found == [axe.VERSION, []]


def test_a_folder_of_three_hundred_files_opens(browser: Browser, measured: Callable[[str], None]) -> None:
    big = folder(300, 5000)
    browser.show(big)
    times = browser.run(
        "const all = performance.getEntriesByType('navigation')[0];"
        "const first = performance.getEntriesByName('first-contentful-paint')[0];"
        "return [first.startTime, all.domInteractive, all.loadEventEnd, document.querySelectorAll('*').length]"
    )
    assert len(browser.visible()) == 5000
    assert browser.text("#shown") == "5,000 findings in 300 files"
    took = browser.driver.execute_async_script(
        "const done = arguments[0], start = performance.now(), form = document.getElementById('filters');"
        "form.elements.text.value = 'misspelt';"
        "form.dispatchEvent(new Event('change'));"
        "requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - start)));"
    )
    assert browser.text("#shown") == "1,250 of 5,000 findings in 300 files"
    browser.run("document.querySelector('#counts a[href=\"#f250\"]').click()")
    browser.settle()
    assert 0 < browser.run("return document.getElementById('f250').getBoundingClientRect().top") < 450
    first, interactive, loaded, elements = times
    size = len(browser.path.read_bytes()) / 1e6
    measured(
        f"300 files, 5,000 findings, {size:.1f} MB, {elements:,} elements: first paint after {first:.0f} ms, "
        f"ready for use after {interactive:.0f} ms, loaded after {loaded:.0f} ms; a search takes {took:.0f} ms"
    )
