"""SPL002 misspelt-body."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import islice

from reslint import Applicability, Example, Mistake, Page, Registry, Rule, Scope, Severity, replace, said

# Figures that are raised or lowered behind a word are marks of notes.
RAISED = "\u00b9\u00b2\u00b3\u2070\u2074-\u2079\u2080-\u2089"
# Shorter words are too near to others: "Assembly" and "Assembled", "Council" and "Counsel".
SHORTEST = 9
INFLECTED = "inflected"
MOST, LONGEST = 2048, 2048
"""So many lines are kept, and none that is longer, in characters."""
AT_ONCE = 200_000
"""Of a long text so many characters are parted into lines at once."""


class MisspeltBody(Rule):
    """The name of a body is misspelt.

    ## What it does

    Reports a word that is one or two letters away from a long word in the name of a body, where the words around it
    complete that name: "Plenipotentiry Conference". In a language whose words change with their case nothing is called
    misspelt.

    ## Why

    The name of the body tells whose text is cited; misspelt, it is not found.
    """

    code = "SPL002"
    name = "misspelt-body"
    severity = Severity.WARNING
    fix = Applicability.SAFE
    scope = Scope.PARAGRAPH
    examples = (
        Example(
            "Resolution 71 (Rev. Bucharest, 2022) of the Plenipotentiry Conference\n",
            ("Plenipotentiry",),
            "Resolution 71 (Rev. Bucharest, 2022) of the Plenipotentiary Conference\n",
        ),
        Example("Resolution 71 (Rev. Bucharest, 2022) of the Plenipotentiary Conference\n"),
    )

    def check(self, page: Page) -> Iterable[Mistake]:
        """Yield the misspelt words of names."""
        told = tuple(
            lang for lang in page.languages if "inflected" not in page.registry.vocabulary[lang].get("order", ())
        )
        given = (page.registry, told)
        names, known, pattern = _names(*given), _known(*given), _pattern(*given)
        near: dict[str, tuple[str, ...]] = {}
        faultless = _faultless(*given)
        for stretch in _stretches(page.text):
            lines = {line for line in stretch.split("\n") if line not in faultless}
            found = False
            for written in set(pattern.findall("\n".join(lines))):
                word = written.casefold()
                if word not in known and (likely := _near(known, word)):
                    near[written] = likely
                    found = True
            if not found:
                if len(faultless) + len(lines) > MOST:
                    faultless.clear()
                faultless.update(line for line in islice(lines, MOST) if len(line) < LONGEST)
        for match in pattern.finditer(page.text) if near else ():
            if match.group() not in near or (match.start() and page.text[match.start() - 1].isalnum()):
                continue
            for right in near[match.group()]:
                if any(_completes(page.text, match, name, right) for name in names if right in name):
                    written = _cased(match.group(), right)
                    yield Mistake(
                        match.start(),
                        match.end(),
                        said("{word} is misspelt{so}", word=match.group(), so=said(": {right}", right=written)),
                        suggestion=written,
                        fix=replace(match.start(), match.end(), written, Applicability.SAFE),
                    )
                    break


def _stretches(text: str) -> Iterator[str]:
    """A text in stretches of whole lines."""
    start = 0
    while len(text) - start > AT_ONCE and (end := text.find("\n", start + AT_ONCE)) >= 0:
        yield text[start:end]
        start = end + 1
    yield text[start:]


@lru_cache(maxsize=16)
def _names(registry: Registry, languages: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """The names of bodies as folded words, those with a word long enough to be told from others."""
    names = {tuple(word.casefold() for word in name) for name in _words(registry, languages)}
    return tuple(sorted(name for name in names if len(name) > 1 and any(len(word) >= SHORTEST for word in name)))


@lru_cache(maxsize=16)
def _faultless(_registry: Registry, _languages: tuple[str, ...]) -> set[str]:
    """Lines that were read before and have no misspelt word: texts on the same subject repeat many."""
    return set()


@lru_cache(maxsize=16)
def _known(registry: Registry, languages: tuple[str, ...]) -> frozenset[str]:
    """The words of the names, and their plurals."""
    return frozenset(form for name in _names(registry, languages) for word in name for form in (word, f"{word}s"))


def _words(registry: Registry, languages: tuple[str, ...]) -> list[list[str]]:
    """The names of bodies in some languages as the words they are written with."""
    return [
        re.findall(r"[^\W\d_]+", name)
        for body in registry.bodies.values()
        for lang in languages
        for name in body.names.get(lang, ())
    ]


@lru_cache(maxsize=16)
def _pattern(registry: Registry, languages: tuple[str, ...]) -> re.Pattern[str]:
    """Long words with the first letter of one in a name, in lower case only where a name has it so.

    A pattern that starts with few letters is searched fast.
    """
    first = {word[0] for name in _words(registry, languages) if len(name) > 1 for word in name if len(word) >= SHORTEST}
    letters = first | {letter.upper() for letter in first}
    return re.compile(rf"[{''.join(sorted(letters))}][^\W\d_{RAISED}]{{{SHORTEST - 3},24}}(?![^\W_{RAISED}])")


@lru_cache(maxsize=16)
def _by_ends(known: frozenset[str]) -> dict[tuple[str, str], tuple[str, ...]]:
    """The long ones of some words by their first three letters, and by their last three."""
    found: dict[tuple[str, str], list[str]] = {}
    for word in sorted(known):
        if len(word) >= SHORTEST:
            found.setdefault((word[:3], ""), []).append(word)
            found.setdefault(("", word[-3:]), []).append(word)
    return {ends: tuple(words) for ends, words in found.items()}


@lru_cache(maxsize=8192)
def _near(known: frozenset[str], word: str) -> tuple[str, ...]:
    """The words of names that a word may be a slip of; the same words stand in text after text."""
    by_ends = _by_ends(known)
    alike = {*by_ends.get((word[:3], ""), ()), *by_ends.get(("", word[-3:]), ())}
    long = [right for right in alike if abs(len(right) - len(word)) <= 2 and len(set(right) ^ set(word)) <= 4]
    if not long:
        return ()
    from rapidfuzz.distance import OSA

    return tuple(right for right in sorted(long) if OSA.distance(word, right, score_cutoff=2) <= 2)


def _completes(text: str, match: re.Match[str], name: tuple[str, ...], right: str) -> bool:
    """Whether the words around the match make up the name, with `right` in its place."""
    at = name.index(right)
    before = re.findall(r"[^\W\d_]+", text[max(0, match.start() - 80) : match.start()].casefold())
    after = re.findall(r"[^\W\d_]+", text[match.end() : match.end() + 80].casefold())
    return (not at or tuple(before[-at:]) == name[:at]) and tuple(after[: len(name) - at - 1]) == name[at + 1 :]


def _cased(written: str, right: str) -> str:
    if written.isupper():
        return right.upper()
    return right if written[0].islower() else right[0].upper() + right[1:]
