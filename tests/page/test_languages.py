"""The page in the six languages of the Union: its own words, what was found, and the report."""

from __future__ import annotations

import html
import json
import re
from pathlib import Path
from typing import Any

import axe
import pytest
from samples import TRACKED, reslint

from reslint.saying import LANGUAGES, said
from reslint.translations.telling import teller

pytestmark = pytest.mark.slow

OpenPage = Any
HEADING = "Which citations in your draft are outdated?"
MESSAGE = re.compile(r'<p class="message">(.*?)</p>')


def heading(language: str) -> str:
    return teller(language)(said(HEADING))


def test_the_page_speaks_the_language_of_the_browser(page: OpenPage) -> None:
    for preferred, spoken in {"ru-RU,fr": "ru", "de,es-MX": "es", "de": "en", "en-US,en": "en"}.items():
        page.browser.prefer(preferred)
        page.set(view="original")
        page.set()
        page.until(lambda spoken=spoken: page.text("h1") == heading(spoken))
        assert page.run("return document.documentElement.lang") == spoken
        assert page.run("return location.hash") == "#as-of=2026-10-01"


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_found_and_the_report_speak_the_language_that_is_chosen(
    page: OpenPage, tmp_path: Path, language: str
) -> None:
    (tmp_path / TRACKED.name).write_bytes(TRACKED.read_bytes())
    page.drop(tmp_path / TRACKED.name)
    page.choose(lang=language)
    page.until(lambda: page.rests() and page.text("h1") == heading(language))
    reslint(tmp_path, "--lang", language, "-o", "report.html", "--", TRACKED.name)
    report = (tmp_path / "report.html").read_text("utf-8")
    assert page.all("#chapters .message") == [html.unescape(one) for one in MESSAGE.findall(report)]
    assert page.saved("#together [data-make=html]").decode() == report
    assert page.run("return document.documentElement.dir") == ("rtl" if language == "ar" else "ltr")
    assert page.run("return location.hash") == f"#lang={language}&as-of=2026-10-01".replace("lang=en&", "")


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_readable_for_all_in_its_language(page: OpenPage, language: str) -> None:
    reason = axe.missing()
    if reason:
        pytest.skip(reason)
    page.browser.look(390, "light")
    page.set(lang=language)
    page.drop(TRACKED)
    page.run("for (const one of document.querySelectorAll('details')) one.open = true")
    assert page.run("return document.documentElement.scrollWidth <= innerWidth")
    looking = "; axe.run().then((told) => arguments[0](told.violations))"
    found = page.browser.awaited(axe.script().read_text("utf-8") + looking)
    assert [(one["id"], [node["target"] for node in one["nodes"]]) for one in found] == []


def test_a_draft_that_is_judged_meanwhile_is_told_in_the_new_language(page: OpenPage, tmp_path: Path) -> None:
    page.drop(TRACKED, wait=False)
    page.choose(lang="es")
    page.judged(1)
    page.until(lambda: page.text("#status").startswith("Comprobación terminada"))
    ran = reslint(tmp_path, "--output-format", "json", "--", str(TRACKED))
    english = [one["message"] for one in json.loads(ran.stdout)["findings"]]
    assert not set(page.all("#chapters .message")) & set(english)
