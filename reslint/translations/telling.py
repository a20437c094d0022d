"""Tellers by language: the catalogue of each is opened once, when somebody is told something in it."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING

from reslint.saying import ENGLISH, LANGUAGES, Teller

if TYPE_CHECKING:
    from gettext import GNUTranslations

FOLDER = os.path.dirname(__file__)
UNCHECKED = ("ru", "zh", "ar")
"""The languages in which English stands below each message, until somebody whose language it is has checked them."""


def teller(language: str, shown: Callable[[str], str] = str) -> Teller:
    """What says messages in a language, one of LANGUAGES; `shown` as for a Teller."""
    if language == ENGLISH:
        return Teller(shown=shown)
    return Teller(language, _catalogue(language), unchecked=language in UNCHECKED, shown=shown)


@lru_cache(maxsize=len(LANGUAGES))
def _catalogue(language: str) -> GNUTranslations:
    from gettext import GNUTranslations

    with open(os.path.join(FOLDER, f"{language}.mo"), "rb") as file:
        return GNUTranslations(file)
