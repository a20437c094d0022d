"""Messages gathered: what the code gives to `said` and `said_of`, what templates say, and the words of the page."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_file
from jinja2.ext import babel_extract

ROOT = Path(__file__).resolve().parents[1]
FOLDERS = ("reslint", "rules")
OF_THE_PAGE = "page/parts/words.json"
IN_TEMPLATES = ("t", "tn", "strong")
KEYWORDS = {"said": None, "said_of": (1, 2)}
TAKEN = re.compile(r"^from reslint(?:\.saying)? import (?:\(\s)?[^()]*\bsaid(?:_of)?\b", re.MULTILINE)

Gathered = tuple[str | tuple[str, str], str]
"""A message, or its words for one thing and for several, and the file that says it."""


@lru_cache(maxsize=1)
def gathered() -> tuple[Gathered, ...]:
    """Every message of the code, in the order of the files; one that several say comes several times."""
    return tuple(_each())


def _each() -> Iterator[Gathered]:
    for folder in FOLDERS:
        for path in sorted((ROOT / folder).rglob("*.py")):
            if not TAKEN.search(path.read_text("utf-8")):
                continue
            for _, message, _, _ in extract_from_file("python", str(path), keywords=KEYWORDS):
                one = message if isinstance(message, str) else (message[0], message[1])
                yield one, path.relative_to(ROOT).as_posix()
    for path in sorted((ROOT / "reslint").rglob("*.jinja")):
        with path.open("rb") as file:
            for _, name, found, _ in babel_extract(file, IN_TEMPLATES, (), {}):
                words = [found] if isinstance(found, str) else [*map(str, found or ())]
                yield (words[0] if name != "tn" else (words[0], words[1])), path.relative_to(ROOT).as_posix()
    for words in json.loads((ROOT / OF_THE_PAGE).read_text("utf-8")).values():
        yield (words if isinstance(words, str) else (words[0], words[1])), OF_THE_PAGE


class Headed(Catalog):
    """A catalogue with nothing at its head but what is needed to read it: no dates, and nobody's name."""

    def _head(self) -> list[tuple[str, str]]:
        name = str(self.locale_identifier)
        own = [("Language", name), ("Plural-Forms", self.plural_forms)] if self.locale else []
        return [*own, ("Content-Type", "text/plain; charset=utf-8"), ("Content-Transfer-Encoding", "8bit")]

    mime_headers = property(_head, Catalog._set_mime_headers)


def template() -> Catalog:
    """The catalogue of English, in which nothing is translated."""
    catalogue = Headed(fuzzy=False)
    for message, file in gathered():
        catalogue.add(message, locations=[(file, 1)])
    return catalogue
