"""The words by which clauses, headings and annexes are known, made of the vocabulary once and kept.

No language is written here: the words come from the registry, and the endings by which an unknown clause word is
known are those that most of the known ones of a language share.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any

from reslint.named import NamedTuple
from reslint.storage.late import late

NOTHING = r"(?!)"
Compile = Callable[..., re.Pattern[str]]
NEVER = late(NOTHING)


class Wording(NamedTuple):
    """Patterns over the normalised words of one paragraph, all languages together.

    `openings` are the first words of clauses in lower case. `clause` has the groups `phrase` and `rest`, `glued` the
    groups `one` and `two`. The endings are those of verbs, one for each language whose verbs share one. `paragraphs`
    is what is kept of those that were read by these words (`reslint.structure.paragraphs`), in Markdown or not.
    """

    openings: frozenset[str]
    operative: frozenset[str]
    clause: re.Pattern[str]
    glued_words: str
    preamble_endings: tuple[str, ...]
    operative_endings: tuple[str, ...]
    heads: frozenset[str]
    heading_words: str
    adopting: re.Pattern[str]
    proposals: frozenset[str]
    proposal: re.Pattern[str]
    annexes: frozenset[str]
    annex_words: str
    compile: Compile
    paragraphs: dict[bool, Any]

    @property
    def glued(self) -> re.Pattern[str]:
        """Two openings run together; compiled when first asked for, as are the next two: few paragraphs ask."""
        return self.compile(self.glued_words, re.IGNORECASE | re.DOTALL)

    @property
    def heading(self) -> re.Pattern[str]:
        """The heading of a text, with the group `edition`."""
        return self.compile(self.heading_words, re.IGNORECASE)

    @property
    def annex(self) -> re.Pattern[str]:
        """The heading of an annex."""
        return self.compile(self.annex_words)


def wording(vocabulary: Mapping[str, Mapping[str, Any]], compile_: Compile) -> Wording:
    """The wording of a vocabulary: a mapping from language to its words. `compile_` makes patterns of them."""
    gathered: dict[str, list[str]] = {}

    def gather(name: str, words: Iterable[Any]) -> None:
        gathered.setdefault(name, []).extend(str(word) for word in words)

    preamble: list[tuple[str, ...]] = []
    operative: list[tuple[str, ...]] = []
    for words in vocabulary.values():
        order = words.get("order") or ()
        undivided = "no blanks" in order
        clauses = words.get("clauses") or {}
        further = clauses.get("further") or () if undivided else ()
        for name, gathering in (("preamble", preamble), ("operative", operative)):
            # Where nothing stands between words, "further" stands before the verb.
            verbs = clauses.get(name) or ()
            gathering.append((*verbs, *(word + verb for word in further for verb in verbs)))
        gather("further", () if undivided else clauses.get("further") or ())
        for kind in (words.get("kinds") or {}).values():
            gather("last heads" if "number first" in order else "heads", kind.get("one") or ())
        if undivided:
            gather("undivided", (*preamble[-1], *operative[-1]))
        gather("ordinals", (words.get("words") or {}).get("ordinal") or ())
        gather("undivided adopting" if undivided else "adopting", words.get("adopting") or ())
        for name in ("proposals", "annexes"):
            gather(name, words.get(name) or ())
    names = (
        "further",
        "heads",
        "adopting",
        "proposals",
        "annexes",
        "undivided",
        "undivided adopting",
        "last heads",
        "ordinals",
    )
    return _compiled(compile_, tuple(preamble), tuple(operative), *(tuple(gathered.get(name, ())) for name in names))


@lru_cache(maxsize=8)
def _compiled(
    compile_: Compile,
    preambles: tuple[tuple[str, ...], ...],
    operatives: tuple[tuple[str, ...], ...],
    further: tuple[str, ...],
    heads: tuple[str, ...],
    adopting: tuple[str, ...],
    proposals: tuple[str, ...],
    annexes: tuple[str, ...],
    undivided: tuple[str, ...],
    undivided_adopting: tuple[str, ...],
    last_heads: tuple[str, ...],
    ordinals: tuple[str, ...],
) -> Wording:
    preamble = [word for words in preambles for word in words]
    operative = [word for words in operatives for word in words]
    phrase = _any({*preamble, *operative}.difference(undivided))
    more = rf"(?:[ ]+(?:{_any(further)}))*"
    plain = compile_(rf"(?P<phrase>(?:{phrase})(?!\w)|{_any(undivided)}){more}(?P<rest>.*)", re.IGNORECASE | re.DOTALL)
    glued = rf"(?P<one>(?:{phrase}){more})(?P<two>(?:{phrase})(?!\w){more}).*"
    adopted = rf"(?:{_any(adopting)})(?:(?:[ ]|(?<=['’]))[^\n]{{2,160}})?|(?:{_any(undivided_adopting)})[^\n]{{0,160}}"
    number = r"(?:[A-Z]{1,6}[-/])?\d[\w/.-]*"
    mark = _any(proposals)
    return Wording(
        openings=frozenset(word.casefold().split()[0] for word in (*preamble, *operative)),
        operative=frozenset(word.casefold() for word in operative),
        clause=plain if preamble or operative else NEVER,
        glued_words=glued if preamble or operative else NOTHING,
        preamble_endings=tuple(filter(None, (_ending(words, 3) for words in preambles))),
        operative_endings=tuple(filter(None, (_ending(words, 1) for words in operatives))),
        heads=frozenset(word.casefold().rstrip(".") for word in heads),
        heading_words=rf"(?:(?:{mark})[ ]+)?(?:(?-i:[A-Z]+[ ]+){{0,4}}(?:{_any(heads)})[ ]+"
        rf"(?:(?:[A-Z][A-Z-]{{1,8}}|[^\W\d_A-Z]{{2,6}}-\w)[ ]+)?(?:\[[^\[\]\n]{{1,40}}\]|{number})"
        rf"|(?:[A-Z]{{2,4}}-?[A-Z]?[ ]*)?(?:{_any(ordinals)})?[ ]*\d[\d/.-]*[ ]*(?:{_any(last_heads)}))"
        r"[ ]*(?P<edition>\([^()]{0,120}\)[ ]*[\d*]?)?"
        if heads
        else NOTHING,
        adopting=compile_(rf"(?:{adopted}),") if adopting else NEVER,
        proposals=frozenset(re.sub(r"\W", "", word).casefold() for word in proposals),
        proposal=compile_(rf"(?:{mark})(?:[ ]+\S+)?") if proposals else NEVER,
        annexes=frozenset(word.casefold() for word in annexes),
        annex_words=rf"(?:{_any(annexes)})\b(?:\([^()\n]{{0,80}}\)|[^.;,()\n]){{0,80}}" if annexes else NOTHING,
        compile=compile_,
        paragraphs={},
    )


def _any(words: Iterable[str]) -> str:
    longest_first = sorted(set(words), key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\ ", "[ ]+").replace("'", "['’]") for word in longest_first) or "(?!)"


def _ending(words: Sequence[str], length: int) -> str:
    """The ending that most of the words share, or none."""
    firsts = [word.split()[0] for word in words]
    endings = Counter(word[-length:] for word in firsts if len(word) > length + 2)
    ending, times = endings.most_common(1)[0] if endings else ("", 0)
    return ending if times * 2 > len(firsts) else ""
