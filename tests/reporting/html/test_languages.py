"""The page speaks the language that it is asked for; a language that nobody has checked has English below."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import reslint
from reslint.api.reporter import Style
from reslint.reporting.html import render


@pytest.fixture
def drafts(tmp_path: Path) -> Path:
    for name in ("a", "b"):
        text = "recalling Resolution 71 (Rev. Dubai, 2018) of the Plenipotentiary Conference,\n"
        (tmp_path / f"{name}.txt").write_text(text, "utf-8")
    (tmp_path / "c.txt").write_text("Resolution <b>71</b> (Rev. Buchrest\u202e, 2022)\n", "utf-8")
    return tmp_path


def page(folder: Path, language: str) -> str:
    return "".join(map(str, render(reslint.lint_paths([folder], as_of="PP-22"), Style(language=language))))


def seen(html: str) -> str:
    """What is seen of the findings, without tags."""
    body = html[html.index("<body") : html.index('<section id="rules"')]
    return " ".join(re.sub(r"<[^>]+>", " ", body).split())


def test_the_page_speaks_french(drafts: Path) -> None:
    html = page(drafts, "fr")
    text = seen(html)
    assert '<html lang="fr">' in html
    assert "Citations: 3 fichiers" in text
    assert "Résolution 71 (PP) a été révisée depuis: l&#39;édition en vigueur est (Rev. Bucharest, 2022)" in text
    assert "Constatations par règle" in text
    assert "peut être faite par reslint" in text
    for english in ("Findings", "Write instead", "was revised since", "warnings"):
        assert english not in text


@pytest.mark.parametrize("language", ["ru", "zh", "ar"])
def test_english_stands_below_a_language_that_nobody_has_checked(drafts: Path, language: str) -> None:
    html = page(drafts, language)
    assert html.count('<p class="english" lang="en">PP Resolution 71 was revised since') == 2
    assert html.count('class="english"') > 2
    assert ('class="turned"' in html) is (language == "ar")


def test_english_has_nothing_below(drafts: Path) -> None:
    html = page(drafts, "en")
    assert 'class="english"' not in html
    assert '<html lang="en">' in html


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_words_of_a_draft_stay_text(drafts: Path, language: str) -> None:
    html = page(drafts, language)
    assert "<b>71</b>" not in html
    assert "\u202e" not in html


def test_the_script_has_its_words_and_the_forms_of_numbers(drafts: Path) -> None:
    words = re.search(r"data-words='([^']*)'", page(drafts, "ru"))
    assert words is not None
    assert '"few": "{count} \\u0437' in words[1]
    assert '"language": "ru"' in words[1]
