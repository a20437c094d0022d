"""The titles of one text: each belongs to the editions it was read in, and spellings of one title are one."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from reslint.ingesting.history import ContradictionError, Plain
from reslint.registry.building import one_or_several


class Titles:
    """The titles of one record: `read` by the conference of the edition, `undated` the present one where its edition is
    not known, `once` earlier ones of which no more is known. Those in other languages than the first of the registry
    are in `foreign`, by language and conference.
    """

    def __init__(self, record: Mapping[str, Any], when: Callable[[str], Any]) -> None:
        self.when = when
        self.read: dict[str, str] = {}
        self.undated: str | None = None
        self.once: list[str] = []
        self.foreign: dict[str, dict[str, str]] = {
            lang: dict(read) for lang, read in record.get("foreign_titles", {}).items()
        }
        if "title" in record and "title_recalled" not in record:
            for key in one_or_several(record.get("title_of", ())):
                self.read[key] = record["title"]
            self.undated = None if "title_of" in record else record["title"]
        for former in record.get("former_titles", ()):
            for key in one_or_several(former.get("of", ())):
                self.read[key] = former["title"]
            if "of" not in former:
                self.once.append(former["title"])

    def add(self, key: str, words: str, lang: str = "") -> None:
        """The title of an edition, in the first language where none is named; spellings of one title are made one.

        ContradictionError where another is known.
        """
        titles = self.foreign.setdefault(lang, {}) if lang else self.read
        known = titles.get(key)
        if known is not None and plain(known) != plain(words):
            raise ContradictionError(f"the title of {key} is {words!r} here, and {known!r} in the registry")
        if lang:
            titles[key] = min([words, *([known] if known else [])], key=_spelling)
            return
        held = [title for title in (*self.read.values(), self.undated, *self.once) if title is not None]
        best = min([words, *(title for title in held if plain(title) == plain(words))], key=_spelling)
        self.read = {held: best if plain(title) == plain(words) else title for held, title in self.read.items()}
        self.read[key] = best
        self.once = [title for title in self.once if plain(title) != plain(words)]
        if self.undated is not None and plain(self.undated) == plain(words):
            self.undated = None

    def fields(self, last: str | None) -> Plain:
        """What the record says of its titles in the first language, where its last edition is that of `last`; empty
        where none was read.
        """
        groups: dict[str, list[str]] = {}
        for key in sorted(self.read, key=self.when):
            groups.setdefault(self.read[key], []).append(key)
        present = self.read.get(last or "") or self.undated
        if present is None:
            present = max(groups, key=lambda title: self.when(groups[title][-1]), default=None)
        if present is None:
            return {}
        fields: Plain = {"title": present}
        if present in groups:
            fields["title_of"] = _few(groups[present])
        once = [*self.once, *([self.undated] if self.undated not in (None, present) else [])]
        former: list[Plain] = [{"title": title} for title in once]
        former += [{"title": title, "of": _few(of)} for title, of in groups.items() if title != present]
        return fields | ({"former_titles": former} if former else {})

    def foreign_fields(self) -> Plain:
        """What the record says of its titles in other languages."""
        found = {
            lang: {key: read[key] for key in sorted(read, key=self.when)} for lang, read in sorted(self.foreign.items())
        }
        return {"foreign_titles": found} if found else {}


def plain(title: str) -> str:
    """A title without what does not count: case, kinds of signs, white space, an article first."""
    folded = re.sub(r"[\u2018\u2019]", "'", title.casefold())
    folded = re.sub(r"[\s\u00ad\u2010-\u2015-]+", " ", folded).strip(" .,*")
    return folded.removeprefix("the ")


def _spelling(title: str) -> tuple[bool, int, int, str]:
    """What makes one spelling of a title better than another, whichever was read first: fewer capitals."""
    return title.isupper(), sum(letter.isupper() for letter in title), -len(title), title


def _few(keys: list[str]) -> list[str] | str:
    return keys if len(keys) > 1 else keys[0]
