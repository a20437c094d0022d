"""The words of the page in one language, safe to stand in HTML."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from markupsafe import Markup, escape

from reslint.reporting.printable import printable
from reslint.reporting.summary import files, findings
from reslint.saying import Said, said, said_of
from reslint.translations.telling import teller

COUNTS: Mapping[str, Callable[[int], Said]] = {
    "file": files,
    "finding": findings,
    "citation": lambda number: said_of("{count} citation", "{count} citations", number),
    "error": lambda number: said_of("{count} error", "{count} errors", number),
    "warning": lambda number: said_of("{count} warning", "{count} warnings", number),
    "info": lambda number: said_of("{count} info", "{count} info", number),
}
SEVERITIES = {
    "error": said_of("error", "errors", 1),
    "warning": said_of("warning", "warnings", 1),
    "info": said("info"),
}
HELD = "\ue000"
"""Holds a place until something is put there; nobody writes it."""
CATEGORIES = {"zero": 0, "one": 1, "two": 2, "few": 3, "many": 11, "other": 100}
"""A number of each category of plural forms, as browsers name them (Unicode CLDR)."""


class Words:
    """Says what the templates and the script of the page say, and messages of findings."""

    def __init__(self, language: str) -> None:
        self._tell = teller(language, printable)
        self._language = language

    def tell(self, message: str) -> Markup:
        """A message, on one line."""
        return escape(" ".join(self._tell(message).split()))

    def english(self, message: str) -> Markup:
        """The same in English where nobody has checked the language, else nothing."""
        return escape(" ".join(self._tell.english(message).split())) if self._tell.english else Markup("")

    def say(self, template: str, **values: str | int) -> Markup:
        """What a template says."""
        return escape(self._tell(said(template, **values)))

    def strong(self, template: str, number: int, **values: str | int) -> Markup:
        """What a template says, with its {number} in bold."""
        return self.say(template, number=HELD, **values).replace(HELD, Markup("<b>{:,}</b>").format(number))

    def say_of(self, one: str, many: str, number: int, **values: str | int) -> Markup:
        """What a template says of a number of things."""
        return escape(self._tell(said_of(one, many, number, **values)))

    def counted(self, number: int, noun: str) -> Markup:
        """ "1 finding", "4,812 findings"."""
        return escape(self._tell(COUNTS[noun](number)))

    def of_script(self) -> dict[str, Any]:
        """What the script says, with blanks that it fills in itself, and the forms of what it counts."""
        nothing = dict.fromkeys(("shown", "all", "findings", "files", "words"), "")
        return {
            "language": self._language,
            "here": self._tell.template(said("{shown} of {all} shown", **nothing)),
            "among": self._tell.template(said(" in {files}", **nothing)),
            "some": self._tell.template(said("{shown} of {findings}", **nothing)),
            "none": self._tell.template(said("None of {findings} is like that", **nothing)),
            "searched": self._tell.template(said("with the words: {words}", **nothing)),
            "no severity": self._tell.template(said("no severity")),
            "and": self._tell.template(said(" and ")),
            "finding": self._forms("finding"),
            "file": self._forms("file"),
        }

    def _forms(self, noun: str) -> dict[str, str]:
        return {name: self._tell.template(COUNTS[noun](number)) for name, number in CATEGORIES.items()}
