"""The page as `make page` builds it: opened from a disk, used as people use it; its answers are the command line's."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import threading
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from typing import Any

import axe
import pytest
from samples import DAY, HOSTILE, OLD, ROOT, TRACKED, Serving, drafts, parts, reslint

pytestmark = pytest.mark.slow

OpenPage = Any
NO_YAML = ": not readable as YAML: "
OFFICE = """
resolutions:
  PP 71:
    editions: [PP-94, PP-98, PP-02, PP-06, PP-10, PP-14, PP-18]
    status: in force
    checked: PP-18
    sources: [minutes of our delegation]
"""


def chapter(page: OpenPage, name: str, selector: str) -> list[str]:
    """The texts of elements under the name of a draft."""
    script = """return [...document.querySelectorAll('.file')]
      .filter((one) => one.querySelector('h3').textContent === arguments[0])
      .flatMap((one) => [...one.querySelectorAll(arguments[1])].map((each) => each.textContent))"""
    return list(page.run(script, name, selector))


def test_two_builds_give_the_same_bytes(build: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "page", str(tmp_path)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True, env=os.environ | {"TZ": "Pacific/Kiritimati"})
    first, second = (
        {path.relative_to(one): path.read_bytes() for path in one.rglob("*") if path.is_file()}
        for one in (build, tmp_path)
    )
    assert first
    assert set(first) == set(second)
    assert [name for name in first if first[name] != second[name]] == []


def test_one_file_of_eleven_megabytes_that_forbids_itself_every_connection(build: Path) -> None:
    text = (build / "reslint.html").read_text("utf-8")
    policy = re.findall(r'<meta http-equiv="Content-Security-Policy" content="([^"]+)">', text)
    assert len(text.encode()) < 11_000_000
    assert len(policy) == 1
    rules = {rule.split()[0]: rule.split()[1:] for rule in policy[0].split(";")}
    assert rules["default-src"] == rules["connect-src"] == rules["form-action"] == ["'none'"]
    assert not {"'unsafe-inline'", "'unsafe-eval'"} & {source for rule in rules.values() for source in rule}


def test_findings_are_those_of_the_command_line(page: OpenPage, tmp_path: Path) -> None:
    there = drafts(tmp_path)
    shown = [name for name in there if name != "no archive.zip"]
    page.drop(*(there[name] for name in shown))
    page.judged(len(shown) + 1)
    read = [name for name, state in page.states().items() if not chapter(page, name, ".fault")]
    assert set(read) == set(shown) - {"broken.docx", "empty.docx", "papers.zip"} | {
        "papers.zip/annex/one.txt",
        "papers.zip/two.docx",
    }
    ran = reslint(tmp_path, *read, "--output-format", "json")
    assert page.saved("#together [data-make=json]").decode() == ran.stdout
    told = json.loads(ran.stdout)["findings"]
    for name in read:
        messages = [one["message"] for one in told if one["file"] == name and not one["part_of"]]
        assert chapter(page, name, ".message") == [" ".join(message.split()) for message in messages]


def test_copies_and_the_report_are_those_of_the_command_line(page: OpenPage, tmp_path: Path) -> None:
    (tmp_path / TRACKED.name).write_bytes(TRACKED.read_bytes())
    own = drafts(tmp_path)["a draft.docx"]
    for draft in (tmp_path / TRACKED.name, own):
        page.empty()
        page.drop(draft)
        for make, asked in {
            "comments": ("--comments", "made.docx"),
            "safe": ("--fix", "--output", "made.docx"),
            "all": ("--fix", "--unsafe-fixes", "--output", "made.docx"),
        }.items():
            ran = reslint(tmp_path, *asked, "--force", "--", draft.name)
            assert ran.returncode in (0, 1), ran.stderr
            assert parts(page.saved(f"#chapters [data-make={make}]")) == parts((tmp_path / "made.docx").read_bytes())
        reslint(tmp_path, "-o", "report.html", "--force", "--", draft.name)
        assert page.saved("#together [data-make=html]") == (tmp_path / "report.html").read_bytes()


def test_comments_speak_the_language_that_is_chosen(page: OpenPage, tmp_path: Path) -> None:
    page.set(comments="fr")
    page.drop(TRACKED)
    reslint(tmp_path, "--lang", "fr", "--comments", "made.docx", "--", str(TRACKED))
    comments = parts((tmp_path / "made.docx").read_bytes())
    assert "révisée depuis" in comments["word/comments.xml"].decode()
    assert parts(page.saved("#chapters [data-make=comments]")) == comments


def test_all_as_one_archive(page: OpenPage, tmp_path: Path) -> None:
    there = drafts(tmp_path)
    page.drop(there["a draft.docx"], there["plain.txt"])
    archive = parts(page.saved("#together [data-make=zip]"))
    copies = {
        f"{folder}/{name}"
        for folder in ("with safe corrections", "with all corrections")
        for name in ("a draft.docx", "plain.txt")
    }
    assert set(archive) == {"reslint report.html", "with comments/a draft.docx"} | copies
    reslint(tmp_path, "--fix", "--output", "mended.txt", "--unsafe-fixes", "--", "plain.txt")
    assert archive["with all corrections/plain.txt"] == (tmp_path / "mended.txt").read_bytes()


def test_what_cannot_be_read_is_one_sentence(page: OpenPage, tmp_path: Path) -> None:
    there = drafts(tmp_path)
    (tmp_path / "scan.pdf").write_bytes(b"%PDF-1.7\n")
    page.drop(
        *(there[name] for name in ("broken.docx", "empty.docx", "no archive.zip", "plain.txt")), tmp_path / "scan.pdf"
    )
    for name in ("broken.docx", "empty.docx", "no archive.zip", "scan.pdf"):
        assert len(chapter(page, name, ".fault")) == 1, name
        assert "Traceback" not in chapter(page, name, ".fault")[0]
    assert "save the draft as Word" in chapter(page, "scan.pdf", ".fault")[0]
    assert "PP Resolution 71 was revised since" in "".join(chapter(page, "plain.txt", ".message"))


def test_a_card_says_what_to_write_and_where_and_why_and_whose(page: OpenPage) -> None:
    page.set(**{"as-of": "2026-11-28"})
    page.drop(TRACKED)
    second = "#chapters .finding:nth-of-type(2)"
    assert page.text(f"{second} .proposal ins") == "Rev. Bucharest, 2022"
    assert page.text(f"{second} .proposal small") == "(as far as Bucharest 2022)"
    assert page.text(f"{second} mark") == "Rev. Dubai, 2018"
    assert "PP Resolution 102 was revised since" in page.text(f"{second} .message")
    assert "left standing" in page.text(f"{second} dl")
    page.browser.press(f"{second} .proposal button")
    page.until(lambda: page.text(f"{second} .proposal button") == "Copied")
    page.run("document.querySelector('#pasting').open = true")
    page.browser.paste("#pasted")
    assert page.run("return document.querySelector('#pasted').value") == "Rev. Bucharest, 2022"


def test_what_a_draft_says_stays_text(page: OpenPage, tmp_path: Path) -> None:
    draft = tmp_path / f"{'&lt;b&gt;'}.docx"
    draft.write_bytes(drafts(tmp_path)["marked up.docx"].read_bytes())
    page.drop(draft)
    assert HOSTILE in page.text("#chapters blockquote")
    assert page.run(
        "return [window.ran ?? null, document.querySelectorAll('#chapters :is(img, script, b)').length]"
    ) == [None, 0]


def test_settings_stand_in_the_address_and_are_heeded(page: OpenPage, tmp_path: Path) -> None:
    page.drop(TRACKED)
    count = len(page.all("#chapters .finding"))
    page.choose(select="SPL")
    page.until(lambda: len(page.all("#chapters .finding")) == 1 < count)
    assert page.run("return location.hash") == f"#as-of={DAY}&select=SPL"
    page.judged(1)
    page.set(view="original", severity="warning")
    page.until(lambda: "outdated" in "".join(page.all("#chapters dd")) and page.rests())
    ran = reslint(tmp_path, str(TRACKED), "--view", "original", "--output-format", "json")
    assert page.all("#chapters .message") == [
        one["message"] for one in json.loads(ran.stdout)["findings"] if one["severity"] != "info"
    ]
    page.set(select="NONSENSE")
    page.until(lambda: page.all("#chapters .fault"))
    assert "NONSENSE" in page.text("#chapters .fault")
    assert page.run("return [document.cookie, localStorage.length, sessionStorage.length]") == ["", 0, 0]


def test_a_registry_of_ones_own_lies_over(page: OpenPage, tmp_path: Path) -> None:
    draft, own = tmp_path / "draft.txt", tmp_path / "office.yaml"
    draft.write_text("recalling Resolution 71 (Rev. Busan, 2014) of the Plenipotentiary Conference,\n", "utf-8")
    own.write_text(OFFICE, "utf-8")
    page.drop(draft)
    assert page.all("#chapters .proposal ins") == ["Rev. Bucharest, 2022"]
    page.drop(own, wait=False)
    page.until(lambda: page.all("#chapters .proposal ins") == ["Rev. Dubai, 2018"] and page.rests())
    assert "office.yaml lies over the registry" in page.text("#laid")
    told = reslint(tmp_path, "draft.txt", "--registry", "office.yaml", "--output-format", "json").stdout
    assert page.saved("#together [data-make=json]").decode() == told
    page.browser.press("#registry-without")
    page.until(lambda: page.all("#chapters .proposal ins") == ["Rev. Bucharest, 2022"] and page.rests())
    assert list(page.states()) == ["draft.txt"]


def test_a_registry_with_a_fault_is_one_sentence_and_is_not_heeded(page: OpenPage, tmp_path: Path) -> None:
    for number, text in enumerate(
        ["resolutions: [", "resolutions:\n  PP 71:\n    editions: [PP-99]\n", "nonsense: 1\n", "\x00", "&a [*a]"]
    ):
        own = tmp_path / f"office {number}.yaml"
        own.write_text(text, "utf-8")
        ran = reslint(tmp_path, "--registry", own.name, "--", own.name)
        assert ran.returncode == 2
        page.drop(own, wait=False)
        page.until(lambda name=own.name: name in page.text("#registry-fault"))
        # Of what is no YAML at all, the page knows as much as the YAML of plain Python does.
        shared = NO_YAML if NO_YAML in ran.stderr else ran.stderr.removeprefix("error: ").strip()
        assert shared in page.text("#registry-fault")
        assert page.text("#laid").startswith("Registry of reslint")
    page.drop(TRACKED)
    assert len(page.all("#chapters .finding")) == 5


def papers(place: Path) -> Path:
    """A folder of drafts within another one, with what an office program leaves there."""
    folder = place / "papers"
    (folder / "annex").mkdir(parents=True)
    drafts(folder / "annex")
    (folder / "annex/~$plain.txt").write_bytes(b"the lock of an office program")
    return folder


def test_a_folder_is_chosen_by_its_button(page: OpenPage, tmp_path: Path) -> None:
    page.browser.choose_folder(papers(tmp_path))
    page.judged(12)
    assert {"papers/annex/plain.txt", "papers/annex/papers.zip/two.docx"} <= set(page.states())
    assert "papers/annex/~$plain.txt" not in page.states()


def test_a_folder_and_a_second_draft_meanwhile_and_pasted_text(page: OpenPage, tmp_path: Path) -> None:
    page.drop(papers(tmp_path), wait=False)
    page.drop(TRACKED, wait=False)
    page.run(
        "document.querySelector('#pasted').value = arguments[0]; document.querySelector('#check').click()",
        f"recalling {OLD},\n",
    )
    page.judged(14)
    assert {
        "papers/annex/plain.txt",
        "contribution.docx",
        "pasted text.txt",
        "papers/annex/papers.zip/two.docx",
    } <= set(page.states())
    assert "papers/annex/~$plain.txt" not in page.states()
    assert page.text("#status").startswith("11 files checked: ")
    assert len(chapter(page, "pasted text.txt", ".finding")) == 1


def test_a_long_draft_tells_how_far_it_is_and_can_be_cancelled_meanwhile(page: OpenPage, tmp_path: Path) -> None:
    long = tmp_path / "long.txt"
    long.write_text(f"recalling {OLD} and what follows;\n" * 30_000, "utf-8")
    page.drop(long, wait=False)
    page.until(lambda: 0 < page.run("return document.querySelector('#progress').value") < 1)
    assert page.states() == {"long.txt": "working"}
    page.run("document.querySelector('#cancel').click()")
    assert page.states() == {"long.txt": "stopped"}
    page.drop(TRACKED, wait=False)
    page.until(lambda: page.states().get("contribution.docx") == "judged" and page.rests())
    assert len(chapter(page, "contribution.docx", ".finding")) == 5
    assert page.saved("#chapters .file:last-child [data-make=comments]")


def test_while_a_draft_is_judged_others_wait_and_copies_are_ordered(page: OpenPage, tmp_path: Path) -> None:
    long = tmp_path / "long.txt"
    long.write_text(f"recalling {OLD} and what follows;\n" * 5_000, "utf-8")
    page.drop(TRACKED)
    page.drop(long, wait=False)
    page.until(lambda: page.states().get("long.txt") == "working")
    page.drop(drafts(tmp_path)["plain.txt"], wait=False)
    assert page.states() == {"contribution.docx": "judged", "long.txt": "working", "plain.txt": "waiting"}
    assert page.saved("#chapters .file:first-child [data-make=comments]")
    page.judged(3)
    assert page.text("#status").startswith("3 files checked: ")


def test_the_folder_works_on_a_web_server_under_its_policy(build: Path, page: OpenPage) -> None:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Serving, directory=str(build / "page")))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        own = f"http://127.0.0.1:{server.server_port}/"
        page.browser.go(f"{own}index.html#as-of={DAY}")
        page.ready()
        page.drop(TRACKED)
        assert len(page.all("#chapters .finding")) == 5
        assert [url for url in page.browser.requests() if not url.startswith(own)] == []
    finally:
        server.shutdown()
        server.server_close()
        page.browser.complaints()
        page.open(f"#as-of={DAY}")
        page.browser.requests()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_it_is_readable_for_all(page: OpenPage, scheme: str, width: int) -> None:
    reason = axe.missing()
    if reason:
        pytest.skip(reason)
    page.browser.look(width, scheme)
    page.drop(TRACKED)
    page.run("for (const one of document.querySelectorAll('details')) one.open = true")
    assert page.run("return document.documentElement.scrollWidth <= innerWidth")
    looking = "; axe.run().then((told) => arguments[0](told.violations))"
    found = page.browser.awaited(axe.script().read_text("utf-8") + looking)
    assert [(one["id"], [node["target"] for node in one["nodes"]]) for one in found] == []


def test_the_page_says_that_nothing_leaves_and_how_to_see_it(page: OpenPage) -> None:
    assert "Nothing leaves this computer" in page.text(".private")
    assert "connect-src 'none'" in page.text(".private ol")
    refused = "fetch('https://example.org/').then(() => 'sent', () => 'refused').then(arguments[0])"
    assert page.browser.awaited(refused) == "refused"
    page.until(lambda: any("connect-src" in line for line in page.browser.complaints()))
    page.browser.requests()
