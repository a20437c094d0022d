"""Labels as they are written at the start of a paragraph, and everything each of them could mean.

What a label means is decided by its neighbours (`lists`); here stands only what it can mean: "i)" is roman 1 or
alphabetic 9, "ef)" is e) and f) run together, "aa)" follows z).
"""

from __future__ import annotations

from functools import lru_cache

from reslint.named import NamedTuple
from reslint.storage.late import late
from reslint.structure.model import LabelStyle

HIGHEST_ROMAN = 199
# The letters that count, in the order in which they do.
ALPHABETS = {
    LabelStyle.ALPHABETIC: "abcdefghijklmnopqrstuvwxyz",
    LabelStyle.CYRILLIC: "абвгдежзиклмнопрстуфхцчшщэюя",
    LabelStyle.ABJAD: "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ",
}
LETTERS = {
    letter: (style, value)
    for style in (LabelStyle.CYRILLIC, LabelStyle.ABJAD)
    for value, letter in enumerate(ALPHABETS[style], 1)
}
LETTERS["ا"] = LETTERS["أ"]
LETTERED = f"[{''.join(sorted({*LETTERS, *''.join(LETTERS).upper()}))}]"
ONE = r"\(?[A-Za-z]{1,7}\)|\(?\d{1,3}\)"
LABEL = late(
    rf"(?P<chain>(?:{ONE})(?:[ ]?(?:{ONE})){{1,3}})(?=\s|[^\W\d_]|$)"
    rf"|(?P<opening>\(?)(?P<inner>[A-Za-z]{{1,8}}|\d{{1,4}}|{LETTERED}(?=[ ]?\)))(?P<closing>\)|(?<={LETTERED})[ ]\))"
    r"|(?P<prefix>(?:\d{1,3}\.){1,4})(?P<last>\d{1,3})(?P<dot>\.?)(?=\s)"
    r"|(?P<number>\d{1,3})\.(?=\s|[^\W\d_])"
    # In a text that runs from right to left the sign behind a number stands before it.
    rf"|\([ ]?(?P<mirrored>\d{{1,3}}|[a-z]|{LETTERED})(?=\s+[\u0600-\u06ff])"
    r"|(?P<bare>\d{1,4})(?=\s)"
)
# An automatic label may close with a dot after a letter, too, where typed text would rather be an initial.
COMPUTED = late(r"(?P<prefix>(?:\d{1,3}\.)*)(?P<inner>[A-Za-z]{1,8}|\d{1,4})(?P<closing>\.)")
PART = late(r"(\(?)([A-Za-z]+|\d+)(\))")
WRITTEN = late(rf"(\(?[ ]?)((?:\d+\.)*)([A-Za-z]+|\d+|{LETTERED})([ ]?[).]?)")


class Meaning(NamedTuple):
    """One way to read a label: how it counts and which place it takes; `prefix` is "2." in "2.1".

    A `rare` meaning is believed only where a list has come that far ("ab" after "aa").
    """

    style: LabelStyle
    value: int
    prefix: str = ""
    upper: bool = False
    rare: bool = False


class Written(NamedTuple):
    """A label as it stands in a paragraph; `start` and `end` are offsets in the text it was read from.

    `parts` are the single labels of several that are closed each by itself ("i)ii)"), else empty; `core` is what
    counts ("i"), `opening`, `prefix` and `closing` what stands around it.
    """

    text: str
    start: int
    end: int
    core: str
    opening: str = ""
    prefix: str = ""
    closing: str = ""
    parts: tuple[str, ...] = ()

    @property
    def form(self) -> tuple[str, str]:
        """The signs around the counter."""
        return self.opening, self.closing

    @property
    def bare(self) -> bool:
        """Whether it is a number without any sign, which a sentence could start with as well."""
        return not self.closing and not self.opening

    def with_core(self, core: str) -> str:
        """The label with another counter and the same signs."""
        return f"{self.opening}{self.prefix}{core}{self.closing}"


def read_label(text: str, start: int = 0, *, computed: bool = False) -> Written | None:
    """The label at `start` of a paragraph's text; `computed` for the text of an automatic label."""
    match = LABEL.match(text, start)
    if match is None and computed:
        match = COMPUTED.match(text, start)
        if match is not None:
            return Written(match.group(), start, match.end(), match["inner"], "", match["prefix"], match["closing"])
    if match is None:
        return None
    whole, end = match.group(), match.end()
    if match["chain"]:
        return _chain(whole, start, end)
    if match["inner"]:
        return Written(whole, start, end, match["inner"], match["opening"], "", match["closing"])
    if match["last"]:
        return Written(whole, start, end, match["last"], "", match["prefix"], match["dot"])
    if match["number"]:
        return Written(whole, start, end, match["number"], "", "", ".")
    if match["mirrored"]:
        return Written(whole, start, end, match["mirrored"], "(")
    return Written(whole, start, end, match["bare"])


def _chain(whole: str, start: int, end: int) -> Written:
    matches = list(PART.finditer(whole))
    cores = [match[2] for match in matches]
    first = matches[0]
    kinds = [{meaning.style for meaning in meanings(core) if not meaning.rare} for core in cores]
    shared = set.intersection(*kinds)
    # "c) i)" is an item whose first sub-item stands in the same paragraph.
    nested = shared == {LabelStyle.ALPHABETIC} and "i" in cores[1:] and cores[0] not in ("h", "j")
    if not shared or len(set(cores)) == 1 or nested or (" " in whole and len(cores) > 2):
        return Written(first.group(), start, start + first.end(), cores[0], first[1], "", first[3])
    last = matches[-1]
    parts = tuple(match.group() for match in matches)
    return Written(whole, start, end, cores[-1], last[1], "", last[3], parts)


def core_of(part: str) -> str:
    """What counts in a single label: "ii" of "(ii)"."""
    return part.strip("().")


@lru_cache(maxsize=4096)
def meanings(core: str, prefix: str = "") -> tuple[Meaning, ...]:
    """Everything a counter can mean, the likelier first."""
    if core.isdigit():
        return (Meaning(LabelStyle.DECIMAL, int(core), prefix),) if core[0] != "0" or core == "0" else ()
    lower, upper = core.lower(), core.isupper()
    if not upper and core != lower:
        return ()
    if lower in LETTERS:
        style, value = LETTERS[lower]
        return (Meaning(style, value, prefix, upper),)
    found = []
    roman = ROMAN.get(lower)
    first = ord(lower[0]) - 96
    if len(set(lower)) == 1 and len(lower) <= 3:
        value = first + 26 * (len(lower) - 1)
        found.append(Meaning(LabelStyle.ALPHABETIC, value, prefix, upper, rare=len(lower) > 1 and lower != "aa"))
    if roman is not None:
        single = len(lower) == 1 and lower not in "ivx"
        found.insert(1 if single else 0, Meaning(LabelStyle.ROMAN, roman, prefix, upper, rare=single))
    if len(lower) == 2:
        found.append(Meaning(LabelStyle.ALPHABETIC, first * 26 + ord(lower[1]) - 96, prefix, upper, rare=True))
    return tuple(found)


@lru_cache(maxsize=4096)
def splits(core: str) -> tuple[tuple[str, str], ...]:
    """The ways to read a counter as two that were run together: "ef" as e and f, "54" as 5 and 4."""
    found = []
    for at in range(1, len(core)):
        one, two = core[:at], core[at:]
        if one == two:
            continue
        if core.isdigit():
            both = one[0] != "0" and two[0] != "0"
        else:
            both = core.islower() and (len(core) == 2 or (one in ROMAN and two in ROMAN))
        if both:
            found.append((one, two))
    return tuple(found)


def counter(style: LabelStyle, value: int, *, upper: bool = False) -> str:
    """How a value is written: 28 is "bb", "xxviii" or "28"."""
    alphabet = ALPHABETS.get(style)
    if alphabet:
        turn, letter = divmod(value - 1, len(alphabet))
        written = alphabet[letter] * (turn + 1)
    elif style is LabelStyle.ROMAN:
        written = roman_numeral(value)
    else:
        return str(value)
    return written.upper() if upper else written


def relabelled(text: str, style: LabelStyle, value: int) -> str:
    """A single written label with another value in the same signs: "(b)" with 3 is "(c)"."""
    match = WRITTEN.fullmatch(text)
    if match is None:
        return counter(style, value) + ")"
    return f"{match[1]}{match[2]}{counter(style, value, upper=match[3].isupper())}{match[4]}"


def roman_numeral(value: int) -> str:
    """The lower-case roman numeral of a positive value."""
    written = []
    for sign, worth in (("m", 1000), ("cm", 900), ("d", 500), ("cd", 400), ("c", 100), ("xc", 90), ("l", 50),
                        ("xl", 40), ("x", 10), ("ix", 9), ("v", 5), ("iv", 4), ("i", 1)):  # fmt: skip
        times, value = divmod(value, worth)
        written.append(sign * times)
    return "".join(written)


ROMAN = {roman_numeral(value): value for value in range(1, HIGHEST_ROMAN + 1)}
