"""The words by which a text says that another is no longer in force, made patterns once and kept.

No language is written here: the words come from the vocabulary, all languages together.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING

from reslint.storage.patterns import Patterns

if TYPE_CHECKING:
    from reslint.registry import Registry

TABLES = ("ends", "ended", "marked", "being", "conditions", "helping", "whose", "behind", "apart", "denied")
# Those of the tables by which a text ends, written in any case.
ENDING = ("ends", "marked", "ended", "abrogated")
NOTHING = "(?!)"
# So many texts are kept with what was told of them, and none of so many characters.
MOST, LONGEST = 2048, 2048
# Patterns whose words are marks, in this very case.
CASED = ("suppressed", "proposal", "annex")
# A word between a verb and what it speaks of, and what may be put in between commas there.
WORD = r"[\w'’/-]+"
ASIDE = r"\s*,[^,;:.]{1,80},"
# Dashes, bars and tabs of tables stand as a comma does.
BREAK = r"\s*[,(\[|–—-]\s*"


class EndedWords:
    """Patterns over what stands between the citations of a paragraph.

    Where `may_stand_in` is false, `says` and `gone` find nothing.

    `says` finds the words that may end a text, in the groups `ends`, `ended` and `marked`. `denied` matches what before
    them denies it, `passive` what makes them speak of the text before, `determined` what makes them an adjective.
    `leads` is all that may stand between them and the text they end, `leads_on` the same behind an aside or up to a
    colon, `lists` anything up to a colon, `opens` up to the end of a paragraph; `next` is what may stand between an
    adjective and its text. `joins` is what stands between two texts of one list, `directly`, `predicate` and `relative`
    what stands between a text and the word that says it ended, `stands` what may follow that word. `title` is what
    follows a text that is an entry of a list; `listing` finds the kinds of texts and the openings of lists, `gone` what
    says that those of a list have ended. `suppressed`, `proposal` and `annex` are marks and headings.
    """

    stems: tuple[str, ...]
    marks: tuple[str, ...]
    says: re.Pattern[str]
    denied: re.Pattern[str]
    passive: re.Pattern[str]
    determined: re.Pattern[str]
    next: re.Pattern[str]
    leads: re.Pattern[str]
    leads_on: re.Pattern[str]
    lists: re.Pattern[str]
    opens: re.Pattern[str]
    joins: re.Pattern[str]
    directly: re.Pattern[str]
    predicate: re.Pattern[str]
    relative: re.Pattern[str]
    stands: re.Pattern[str]
    title: re.Pattern[str]
    listing: re.Pattern[str]
    gone: re.Pattern[str]
    suppressed: re.Pattern[str]
    proposal: re.Pattern[str]
    annex: re.Pattern[str]

    def __init__(
        self, stems: tuple[str, ...], marks: tuple[str, ...], sources: Mapping[str, str], patterns: Patterns
    ) -> None:
        self._patterns = patterns
        self._single = tuple(stem for stem in stems if " " not in stem)
        self._several = tuple((max(stem.split(), key=len), stem) for stem in stems if " " in stem)
        self.marks = marks
        self._told: dict[str, bool] = {}
        self._sources = sources

    def may_stand_in(self, text: str) -> bool:
        """Whether `says` or `gone` may find something in a text, which is told much faster than what they find."""
        told = self._told.get(text)
        if told is None:
            told = self._may_stand_in(text)
            if len(text) < LONGEST:
                if len(self._told) >= MOST:
                    self._told.clear()
                self._told[text] = told
        return told

    def _may_stand_in(self, text: str) -> bool:
        said = text.casefold()
        # No generators: this is asked of nearly every paragraph that cites something.
        for mark in self.marks:
            if mark in text:
                return True
        for stem in self._single:
            if stem in said:
                return True
        likely = [stem for word, stem in self._several if word in said]
        if not likely:
            return False
        said = " ".join(said.split())
        return any(stem in said for stem in likely)

    def __getattr__(self, name: str) -> re.Pattern[str]:
        """A pattern, compiled when it is first asked for: most texts end nothing."""
        source = self.__dict__.get("_sources", {}).get(name)
        if source is None:
            raise AttributeError(name)
        pattern = self._patterns.compile(source, 0 if name in CASED else re.IGNORECASE)
        setattr(self, name, pattern)
        return pattern


@lru_cache(maxsize=8)
def ended_words(registry: Registry, languages: tuple[str, ...]) -> EndedWords:
    """The patterns of some languages of the vocabulary, and the names of bodies in them."""
    gathered: dict[str, list[str]] = {}

    def gather(name: str, words: Iterable[str]) -> None:
        gathered.setdefault(name, []).extend(words)

    for words in map(registry.vocabulary.__getitem__, languages):
        for name in TABLES:
            gather(name, (words.get("ended") or {}).get(name) or ())
        for name in ("of", "by", "the", "this", "its", "and"):
            gather(f"word {name}", words["words"][name])
        for heads in words["kinds"].values():
            gather("kinds", (*heads["one"], *heads["many"]))
        gather("bodies", words["union"])
        lists = words.get("lists") or {}
        gather("opening", lists.get("opening") or ())
        gather("abrogated", lists.get("abrogated") or ())
        for name in ("quoted-title", "suppressed", "proposals", "annexes"):
            gather(name, words.get(name) or ())
    for body in registry.bodies.values():
        for table in (body.names, body.data.get("kin", {})):
            for lang in languages:
                gather("bodies", table.get(lang, ()))
    return _patterned({name: list(dict.fromkeys(words)) for name, words in gathered.items()}, registry.patterns)


def _patterned(gathered: Mapping[str, Iterable[str]], patterns: Patterns) -> EndedWords:
    words = {name: _any(given) for name, given in gathered.items()}

    def one(*names: str) -> str:
        return "|".join(words.get(name, NOTHING) for name in names)

    and_, small = one("word and"), one("word of", "word the", "word this", "word its")
    name = rf"(?:(?:{one('word the', 'word this', 'word its')})\s+)?(?:{one('bodies')})(?!\w)"
    body = rf"(?:\s*,?\s*(?:{one('word of', 'word by')})\s+{name})?(?:\s*\([^()]{{1,40}}\))*"
    title = rf"(?:\s*,?\s*(?:{one('quoted-title')})\s[^.;:]{{1,300}}?)?"
    plain = rf"(?!(?:{one('apart', 'conditions', 'word and', 'denied')})(?!\w)){WORD}"
    likely = rf"(?!(?:{one('conditions', 'word and')})(?!\w)){WORD}"
    being = rf"(?:{one('being', 'helping')})"
    between = rf"[\s|–—:\"'“‘(-]*(?:{plain}[\s,]+){{0,5}}"
    listed = rf"[\s\"“]*(?:{plain}[\s,]+){{0,12}}(?:{plain})?\s*:"
    named = rf"(?:{title}|\s*[,–—-]\s*(?-i:[A-ZÀ-Þ])[^.;:]{{1,300}}?)"
    stems = _stems(word for name, given in gathered.items() if name in ENDING for word in given)
    marks = tuple(mark for name, given in gathered.items() if name == "suppressed" for mark in given)
    sources = {
        "says": rf"(?<!\w)(?:(?P<ends>{one('ends')})|(?P<marked>{one('marked')})"
        rf"|(?P<ended>{one('ended')}|(?-i:{one('suppressed')})))(?!\w)",
        "denied": rf"(?<!\w)(?:{one('denied')})(?:\s+{WORD}){{0,2}}\s*\Z",
        "passive": rf"(?<!\w)(?:{one('being')})(?:\s+{WORD}){{0,3}}\s*\Z",
        "determined": rf"(?<!\w)(?:{one('word the', 'word this')})\s*\Z",
        "next": rf"[\s\"'“‘(]*(?:(?:{one('bodies')})\s+)?",
        "leads": rf"{between}[\s:\"'“‘(]*",
        "leads_on": rf"{ASIDE}{between}[\s:\"'“‘(]*|{listed}[\s\"“]*",
        "lists": r"[^.;:]{0,160}:[\s\"“]*",
        "opens": rf"{between}(?:{plain})?\s*[,–—-]?\s*|{listed}\s*",
        "joins": rf"{body}{named}\s*(?:[,;]\s*(?:{and_})?|{and_})\s*(?:(?:{small})\s+)*",
        "directly": rf"{body}{title}(?:{BREAK}(?:{plain}\s+){{0,2}}|\s+)",
        "predicate": rf"{body}{title}\s*,?\s*(?:{plain}\s+)?{being}(?!\w)\s+(?:{likely}\s+){{0,4}}",
        "relative": rf"{body}{title}\s*,?\s*(?:{one('whose')})\s+(?:{WORD}\s+(?:\([^()]*\)\s*)?){{0,9}}",
        "stands": rf"\s*(?:[^\w\s]|\Z|(?:{one('behind')})(?!\w))",
        "title": rf"{body}(?:\Z|\s*(?:[^\w\s]|(?:{one('quoted-title')})\s|(?-i:[A-ZÀ-Þ])|\t))",
        "listing": rf"(?<!\w)(?:{one('kinds', 'opening')})(?!\w)",
        "gone": rf"(?<!\w)(?:{one('abrogated', 'ended')})(?!\w)",
        "suppressed": rf"(?:{one('suppressed')})(?!\w)",
        "proposal": rf"(?:{one('proposals')})(?:\s+\S+)?",
        "annex": rf"(?:{one('annexes')})(?!\w)",
    }
    return EndedWords(stems, marks, sources, patterns)


def _stems(phrases: Iterable[str]) -> tuple[str, ...]:
    """The phrases, casefolded and with single blanks, without those that hold another."""
    kept: list[str] = []
    for phrase in sorted({" ".join(phrase.casefold().split()) for phrase in phrases}, key=len):
        if not any(stem in phrase for stem in kept):
            kept.append(phrase)
    return tuple(kept)


def _any(words: Iterable[str]) -> str:
    longest_first = sorted(set(words), key=lambda word: (-len(word), word))
    return "|".join(r"\s+".join(map(re.escape, word.split())) for word in longest_first) or NOTHING
