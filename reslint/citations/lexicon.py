"""The words of citations in one language, as patterns: bodies, places and markers from the registry."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any

from reslint.citations.names import LETTERS, Names
from reslint.citations.patterns import NEVER, any_head, any_mark, any_name, any_small, either, fold
from reslint.citations.shape import Shape
from reslint.citations.stems import by_letter, stems, whole_stems
from reslint.citations.surroundings import GAP, YEAR, Surroundings

if TYPE_CHECKING:
    from reslint.citations.broken_names import BrokenNames
    from reslint.registry import Registry

# A letter that may begin a name: none in lower case, and none of a script without capitals.
CAPITAL = r"[^\W\d_a-z\u00df-\u00ff\u0430-\u045f\u0600-\u06ff\u3005-\u9fff]"
# A place where nothing stands between words: letters that are none of ASCII.
UNDIVIDED = r"[^\x00-\x7f\u3001-\u3015]"
# A place, known or not: at most four words that end where a comma and a year, or a year, follow.
FOLLOWED = (
    rf"(?=\s*[,.;:/–-]?\s*\(?(?:(?:19|20)\d{{3,4}}(?!\d)|{YEAR})"
    rf"|\s*,?\s+[^\W\d_]{{2,9}}\.?\s+{YEAR}|,\s*{CAPITAL}[^\W\d_]*(?:\s[^\W\d_]+){{0,2}},\s*{YEAR})"
)
PLACE = rf"[^\W\d_]+(?:(?:['.\s-]{{1,2}}|\s{{3,5}})[^\W\d_]+){{0,3}}?{FOLLOWED}"
SMALL = 3
"""No longer are the small words of a mark: "revised in"."""


class Lexicon:
    """The vocabulary of one language, ready for the grammar and the scanner.

    `fragments` are the patterns that fill `citation.lark`. `bodies` and `others` map a folded name to the key of its
    body; `series` maps the letters of a Sector; `labels` the letters of a conference's short name.
    """

    def __init__(self, registry: Registry, lang: str) -> None:
        words: dict[str, Any] = dict(registry.vocabulary[lang])
        self.lang = lang
        self.shape = shape = Shape(words)
        self._patterns = registry.patterns
        names = Names(registry, lang, shape)
        kinds = {kind: {name: shape.forms(heads[name]) for name in heads} for kind, heads in words["kinds"].items()}
        self.kinds = {
            fold(head): kind
            for kind, heads in kinds.items()
            for head in (*heads["one"], *heads["many"], *heads.get("short", ()))
        }
        self.shorts = {fold(head) for heads in kinds.values() for head in heads.get("short", ())}
        # Forms that are those of one text, and of several, too.
        self.either = {fold(head) for heads in kinds.values() for head in heads["one"] if head in heads["many"]}
        # Head words of bodies that cite sessions alone: what nobody else is named beside is theirs, if they have it.
        self.of_sessions = {fold(head) for heads in kinds.values() for head in heads.get("session", ())}
        self.bodies: dict[str, str] = {}
        self._body_names: list[str] = []
        self.cited: set[str] = set()
        self.sessions = {key for key, body in registry.bodies.items() if body.cites == "session"}
        self._numbered = {key for key, body in registry.bodies.items() if body.cites != "symbol"}
        self.kin: dict[str, list[str]] = {}
        self.series: dict[str, str] = {}
        self.labels: dict[str, str] = {}
        self.mentions: dict[str, str] = {}
        for key, body in registry.bodies.items():
            called = shape.forms(body.names.get(lang, ()))
            if body.data.get("kinds"):
                self.cited.add(key)
            for name in called:
                self.bodies[fold(name)] = key
                self._body_names.append(name)
            for name in shape.forms(body.data.get("kin", {}).get(lang, ())):
                self.kin.setdefault(fold(name), []).append(key)
            for name in names.of_sectors(body):
                self.series[re.sub(r"\W", "", name)] = key
            for name in (*body.data.get("labels", ()), *body.data.get("foreign_labels", {}).get(lang, ())):
                self.labels[name] = key
            for name in (*called, *shape.forms(body.data.get("mentions", {}).get(lang, ()))):
                self.mentions[fold(name)] = key
        self.months = {fold(word) for word in words["words"].get("months", ())}
        self.plans = {
            fold(name): key
            for key, body in registry.bodies.items()
            for name in body.data.get("plans", {}).get(lang, ())
        }
        self._folded_places = tuple(fold(name) for name in names.places())
        self._neutral = self.compile(rf"(?:{either(map(fold, words['words'].get('neutral', ())))})(?!\w)")
        others = shape.forms(words["others"])
        self.others = {fold(name) for name in others}
        marks = (word for name in ("revised", "modified") for mark in words[name] for word in fold(mark).split())
        self.marks = frozenset(word for word in marks if len(word) > SMALL)
        self.lookalikes = {fold(word) for word in words["lookalikes"]}
        self.units = self.compile(rf"\s*(?:{either(words['units'])})(?!\w)")
        self.proposals = tuple(words["proposals"])
        self.adopting = either(words["adopting"])
        self.union = either(words["union"])
        self._unions = [fold(name) for name in words["union"]]
        self.alike = {ord(written): sign for sign, letters in words.get("alike", {}).items() for written in letters}
        self.abbreviations = tuple(words.get("abbreviations", ()))
        small = words["words"]
        counted = any_small(small["year"], blank=False) if "year" in small else ""
        # Of several years that a dash joins the last one has the word.
        unsaid = rf"(?=[-–]{YEAR})" if shape.year_first else ""
        year = rf"{YEAR}(?:\s*{counted}|{unsaid})" if counted else YEAR
        label = (
            rf"(?<!\w)(?:{either(self.labels)})"
            rf"(?:(?:\s?[-–]\s?|[\s'’])?(?:{YEAR}|\d\d)(?![\d/])|[- ][A-Z]{{3}}-\d\d(?!\d)|-[A-Z]{{3}}(?!\w))"
        )
        blank = not shape.no_blanks
        revised = any_mark(words["revised"], blank=blank)
        modified = any_mark(words["modified"], blank=blank)
        adopted = any_mark(words["adopted"], blank=blank)
        bodies = self._names()
        places = rf"(?i:{either(names.places())})(?!\w)"
        another = rf"(?:{any_name(others)})(?!\w)"
        this = f"(?i:{either(shape.forms(small['this']))})"
        kin = f"(?i:{either(names.kin())})"
        placed = rf"(?:(?:(?!{revised}|{modified}){UNDIVIDED}){{2,12}}|[A-Z][A-Za-z.'\s-]{{2,24}}[a-z])"
        self.fragments = {
            "order": "_number_first" if shape.number_first else "_head_first",
            "one": any_head((heads["one"] for heads in kinds.values()), kinds.values()),
            "many": any_head(heads["many"] for heads in kinds.values()),
            "number": either(small["number"]),
            "ordinal": any_small(small.get("ordinal", ())),
            "counter": any_small(small.get("counter", ())),
            "apart": r"\s?" if shape.no_blanks else r"\s",
            "series": "|".join(r"[\s–-]?".join(LETTERS.findall(name)) for name in names.series()) or NEVER,
            "short": f"(?:{either(name.upper() for name in self._short())})",
            "and": self._joining(small["and"]),
            "to": any_small(small.get("to", ())),
            "ranging": any_small(small.get("ranging", ())),
            "of": any_small(small["of"], blank=False),
            "from": any_small(small.get("from", ())),
            "in": any_small(small.get("in", ())),
            "same": any_small(small.get("same", ())),
            "likewise": either(small.get("likewise", ())),
            "each": any_small(word for name in ("all", "both", "each") for word in small.get(name, ())),
            "all": any_small(small.get("all", ())),
            "both": any_small(small.get("both", ())),
            "further": any_small(small.get("further", ())),
            "parts": any_small(small.get("parts", ())),
            "now": any_small(small.get("now", ())),
            "respectively": any_small(small.get("respectively", ())),
            "revision": any_small(small.get("revision", ())),
            "dated": any_small(small.get("dated", ())),
            "verbs": any_small(small.get("verbs", ())),
            "quoted": any_small(words["quoted-title"]),
            "the": f"(?i:{either(small['the'])})",
            "its": f"(?i:{either(small['its'])})",
            "plans": f"(?i:{either(names.plans())})",
            "places": places,
            "epithets": rf"(?:{any_small(small.get('epithets', ()))}|{year}|{places})",
            "this": this,
            "by": f"(?i:{either(small['by'])})",
            "session": f"(?i:{either(small['session'])})",
            "filler": f"(?i:{either(small['filler'])})",
            "words": either(word for name in ("filler", "and", "the", "its", "of", "session") for word in small[name]),
            "gap": GAP,
            "capital": CAPITAL,
            # How a name begins; where no capital tells, it must be a known one.
            "named": f"(?:{bodies}|{another}|{label})" if shape.no_case else CAPITAL,
            "year": year,
            "year_first": rf"{year}(?=[,\s]*(?:{revised}[,\s]*)?{placed})" if shape.year_first else NEVER,
            "placed": placed,
            "label": label,
            # A known place of two words first, lest the second be taken for a month: "Buenos Aires 2017".
            "place": rf"(?:{places}{FOLLOWED}|{PLACE})",
            "revised": revised,
            "modified": modified,
            "adopted": adopted,
            "kin": kin,
            "union": self.union,
            "bodies": bodies,
            "others": another,
            "between": bodies if shape.body_between else NEVER,
            "between_others": another if shape.body_between else NEVER,
            "beside": bodies if shape.body_beside else NEVER,
            "beside_others": another if shape.body_beside else NEVER,
            "beside_this": rf"{this}\s+{kin}(?!\w)" if shape.body_beside else NEVER,
            "before_this": rf"{this}\s*{kin}" if shape.number_first else NEVER,
            "beside_label": label if shape.body_beside else NEVER,
            "edition": rf"(?:{revised})|(?:{modified})|(?:{adopted})|{label}|{year}(?!\d*/)|{PLACE}",
        }
        part = self.fragments
        named = f"(?:{bodies}|{label}|{part['others']})"
        self._epithets = self.compile(rf"\A(?:{self.fragments['epithets']}\s+)+")
        between = rf"(?:(?:{bodies}|{another})\s+)?" if shape.body_between else ""
        heads_at = rf"(?:{part['many']}|{part['one']})"
        self.head = self.compile(
            heads_at
            if shape.number_first
            else rf"{heads_at}\s*(?:-(?=\d)|:\s*|{part['of']}{GAP}(?:(?:{part['the']}){GAP})?{named}\s*:\s*)?{between}"
            rf"(?:(?i:{part['number']})\s*)?(?:(?:{part['series']})[\s-]*|{part['short']}(?:[\s–-]+|/))?"
            rf"[\[\"'“„«]?(?=\d|[A{''.join(map(chr, self.alike))}]/(?:RES/)?\d|S/RES/\d|[A-Z]{{1,4}}[./-]?\d)"
        )
        self.edition = self.compile(rf"\s*\(?\s*(?:{self.fragments['edition']})")
        self.whole_stems = whole_stems(words["kinds"].values()) if shape.number_first or shape.glues else []
        found = [] if self.whole_stems else stems(words["kinds"].values())
        self.stems = [(stem, distance) for stem, distance in found if not stem[0].isupper()]
        self.capitals = by_letter(stem for stem, _ in found if stem[0].isupper())
        last_words = [name.split()[-1] for name in (*self.bodies, *self.others, *map(fold, words["union"]))]
        last_words += [re.sub(r"\W", "", name).casefold() for name in names.series()]
        self._lead_words = frozenset(re.sub(r"\W+", "", word) for word in last_words)
        self._mentioned_names = names.mentioned()
        self.around = Surroundings(part, shape, self.abbreviations, self.compile)
        # The same names and words stand again and again in a text.
        self.body_of = lru_cache(maxsize=4096)(self._body_of)
        self.epithets_of = lru_cache(maxsize=4096)(self._epithets_of)
        self.is_lead = lru_cache(maxsize=4096)(self._is_lead)

    def compile(self, pattern: str) -> re.Pattern[str]:
        """A pattern of this language, ready for use."""
        return self._patterns.compile(self.shape.bounded(pattern))

    @cached_property
    def mention(self) -> re.Pattern[str]:
        """A body or Sector, or another organization, named anywhere."""
        return self.compile(rf"(?<!\w)(?:{self.fragments['others']}|(?:{any_name(self._mentioned_names)})(?!\w))")

    @cached_property
    def broken(self) -> BrokenNames:
        """The names of bodies and Sectors, the Union and other organizations where a paragraph ends within one."""
        from reslint.citations.broken_names import BrokenNames

        part = self.fragments
        mentioned = any_name(self._mentioned_names)
        names = rf"(?:{part['others']}|(?:{mentioned})(?!\w)|{part['bodies']}|(?:{self.union})(?!\w))"
        known = self.mentions | {f"{union} {name}": key for union in self._unions for name, key in self.bodies.items()}
        return BrokenNames(part, names, known, {*self.others, *self._unions}, self._numbered & self.cited, self.compile)

    def told_apart(self, words: str) -> str:
        """Words with the letters of a symbol as those that they look like ("А/RES/31/139" with a Cyrillic A)."""
        return self._in_symbol.sub(lambda letters: letters.group().translate(self.alike), words)

    @cached_property
    def _in_symbol(self) -> re.Pattern[str]:
        letters = "".join(map(chr, self.alike))
        return self.compile(rf"(?<![^\W\d_])[{letters}](?=/(?:RES/)?\d)|(?<=\d)\s?[{letters}](?=\s?\([IVXLC]+\))")

    def _is_lead(self, word: str) -> bool:
        """Whether the word before a head word may be the last one of a body's name."""
        return word[-1].isdigit() or re.sub(r"\W+", "", fold(word).removesuffix("'s")) in self._lead_words

    def _body_of(self, words: str) -> str | None:
        """The key of the body that these words name, `OTHER` for one whose texts are not the registry's."""
        name = fold(re.sub(r"\s*\([^()]*\)", "", self._epithets.sub("", words)))
        name = re.sub(rf"^(?:{fold(self.union)})(?:'s)?\s+", "", name).removesuffix("'s")
        if name in self.others:
            return "OTHER"
        key = self.bodies.get(name) or self.mentions.get(name)
        if key is None:
            return None
        return key if key in self.cited else "OTHER"

    def body_of_words(self, which: str, words: str) -> str | None:
        """The key of the body that a token of the grammar names, by the name of its terminal."""
        if which == "LABEL":
            return self.body_of_label(words)
        if which == "SECTOR":
            return self.series.get(re.sub(r"\W", "", words))
        if which == "PLAN":
            return next((key for name, key in self.plans.items() if fold(words).endswith(name)), None)
        if which == "STRANGER":
            return self.stranger(words)
        return self.body_of(words)

    def stranger(self, words: str) -> str | None:
        """Whose text it is that an unknown name stands beside: another organization's, unless the name is one of those
        that say nothing of it (the Union, a place, the name of a document).
        """
        name = fold(words)
        if name in self.others:
            return "OTHER"
        if name in self.bodies:
            return self.body_of(words)
        if name in self.mentions or re.match(rf"(?:{fold(self.union)})(?!\w)", name):
            return None
        if any(name.startswith(place) for place in self._folded_places) or self._neutral.match(name):
            return None
        if name in self.kin:
            return None
        from reslint.citations.slips import meant

        right = meant(name, self.bodies)
        return self.body_of(right) if right else "OTHER"

    def anybodys(self, words: str) -> bool:
        """Whether others than our bodies are called so, too: "the Council", "the General Assembly"."""
        return fold(self._epithets.sub("", words)).removesuffix("'s") in self.kin

    def _epithets_of(self, words: str) -> str:
        """What stands before the name of a body: a year, a place, "last"."""
        found = self._epithets.match(words)
        return found.group().strip() if found else ""

    def ends_with_place(self, words: str) -> bool:
        """Whether words end with the name of a place where conferences meet."""
        return fold(words).endswith(self._folded_places)

    def body_of_label(self, label: str) -> str | None:
        """The key of the body whose conference has this short name."""
        letters = re.match(r"[^\W\d_]+(?:[\s-][^\W\d_]+)?(?=\W{0,3}\d)|[^\W\d_]+", label)
        key = self.labels.get(letters.group()) if letters else None
        if key is None and letters:
            key = self.labels.get(re.split(r"\W", letters.group())[0])
        return key if key is None or key in self.cited else "OTHER"

    def _joining(self, words: Iterable[str]) -> str:
        """Words that join two numbers; one that is joined to words is joined to numbers, too."""
        glued = self.shape.glued
        apart = any_small(word for word in words if word not in glued)
        return f"(?:{apart}|{any_small(glued.intersection(words), blank=False)})" if glued else apart

    def _short(self) -> list[str]:
        return [name for name in self.bodies if name.isalpha() and len(name) <= 5]

    def _names(self) -> str:
        """Names of bodies, with the Union before and the abbreviation in parentheses after them."""
        short = either(self._short())
        names = any_name(self._body_names)
        return rf"(?:(?:{self.union})(?:'s)?\s+)?(?:{names})(?:\s*\((?i:{short})\))?(?:'s)?(?!\w)"
