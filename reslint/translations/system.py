"""The language in which the system speaks to its user."""

from __future__ import annotations

import os
from collections.abc import Mapping

from reslint.saying import ENGLISH, LANGUAGES


def system_language(environment: Mapping[str, str] = os.environ) -> str:
    """The language that the system speaks to its user, where messages can be said in it; else English.

    It is looked for where gettext does: LANGUAGE (several, the best first), LC_ALL, LC_MESSAGES, LANG.
    """
    locale = next((environment[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if environment.get(name)), "C")
    if locale.partition(".")[0] in ("C", "POSIX"):
        return ENGLISH
    for wanted in (*environment.get("LANGUAGE", "").split(":"), locale):
        if wanted[:2] in LANGUAGES and not wanted[2:3].isalpha():
            return wanted[:2]
    return ENGLISH
