"""The words of the page in every language: English stands in words.json, the others in the catalogues of reslint."""

from __future__ import annotations

import json
from string import Formatter
from typing import Any

from page.runtime import PARTS
from reslint.reporting.html.words import CATEGORIES
from reslint.saying import LANGUAGES, Said, Teller
from reslint.translations.telling import teller

FILE = PARTS / "words.json"

Words = dict[str, Any]
"""Words by key: text, or of what is counted the text for each category of plural forms, as browsers name them."""


def english() -> dict[str, str | list[str]]:
    """The words as they are written: text, or what is said of one thing and of several."""
    words: dict[str, str | list[str]] = json.loads(FILE.read_text("utf-8"))
    return words


def words() -> dict[str, Words]:
    """The words by language; what stands in braces is still to be filled in."""
    return {language: _in(teller(language)) for language in LANGUAGES}


def _in(tell: Teller) -> Words:
    return {key: _told(tell, text) for key, text in english().items()}


def _told(tell: Teller, text: str | list[str]) -> str | dict[str, str]:
    if isinstance(text, str):
        return tell.template(_said(text))
    return {category: tell.template(_said(text[0], text[1], number)) for category, number in CATEGORIES.items()}


def _said(one: str, many: str = "", number: int = 0) -> Said:
    names = {name for _, name, _, _ in Formatter().parse(one + many) if name is not None}
    return Said(one, many, number, tuple((name, "") for name in sorted(names)))
