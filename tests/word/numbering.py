"""Automatic numbering: the definitions a document may hold, and the labels they give when items are counted."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace

from context import Context
from paragraphs import Item

ROMAN = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


@dataclass(frozen=True, slots=True)
class Level:
    """A level of a list; `restart` is the value of w:lvlRestart, `style` that of w:pStyle."""

    form: str
    text: str
    start: int = 1
    restart: int | None = None
    legal: bool = False
    style: str = ""

    def xml(self, index: int) -> str:
        return (
            f'<w:lvl w:ilvl="{index}"><w:start w:val="{self.start}"/><w:numFmt w:val="{self.form}"/>'
            + (f'<w:lvlRestart w:val="{self.restart}"/>' if self.restart is not None else "")
            + (f'<w:pStyle w:val="{self.style}"/>' if self.style else "")
            + ("<w:isLgl/>" if self.legal else "")
            + f'<w:lvlText w:val="{self.text}"/><w:lvlJc w:val="left"/>'
            f'<w:pPr><w:ind w:left="{720 * (index + 1)}" w:hanging="720"/></w:pPr></w:lvl>'
        )


FAMILIES: dict[str, tuple[Level, ...]] = {
    "letters": (Level("lowerLetter", "%1)"), Level("lowerRoman", "%2)"), Level("bullet", "–")),
    "decimals": (Level("decimal", "%1"), Level("decimal", "%1.%2"), Level("lowerLetter", "(%3)")),
    "isLgl": (Level("upperLetter", "(%1)"), Level("decimal", "%1.%2", legal=True), Level("upperRoman", "%1-%3")),
    "decimalZero": (Level("upperRoman", "%1."), Level("decimalZero", "%2"), Level("bullet", "\uf0b7")),
    "lvlRestart": (
        Level("decimal", "%1"),
        Level("lowerLetter", "%2)", restart=0),
        Level("decimal", "%2.%3", restart=1),
    ),
    "beyond z": (Level("lowerLetter", "%1)", start=26), Level("upperLetter", "%1.%2", start=25)),
    "numFmt none": (Level("decimal", "Item %1:"), Level("none", "Note"), Level("none", "")),
}


@dataclass(frozen=True, slots=True)
class Num:
    """A w:num over an abstract list: `starts` are its start overrides, `levels` are the levels it counts with.

    `replaced` is a level that it overrides whole, `linked` an abstract list that only links to a list style. A hidden
    w:num exists for the sake of such a link and has no items.
    """

    number: int
    abstract: int
    family: str
    levels: tuple[Level, ...]
    starts: dict[int, int] = field(default_factory=dict)
    replaced: int | None = None
    linked: int | None = None
    hidden: bool = False

    def xml(self) -> str:
        target = self.abstract if self.linked is None else self.linked
        starts = "".join(
            f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{start}"/></w:lvlOverride>'
            for level, start in self.starts.items()
        )
        if self.replaced is not None:
            level = self.levels[self.replaced].xml(self.replaced)
            starts += f'<w:lvlOverride w:ilvl="{self.replaced}">{level}</w:lvlOverride>'
        return f'<w:num w:numId="{self.number}"><w:abstractNumId w:val="{target}"/>{starts}</w:num>'


@dataclass(slots=True)
class Numbering:
    """The lists of a document.

    `abstracts` hold the XML of the abstract lists, `styled` is the list that paragraph styles belong to.
    """

    nums: dict[int, Num] = field(default_factory=dict)
    abstracts: list[str] = field(default_factory=list)
    styled: int = 0
    link_target: int = 0

    def xml(self) -> str:
        return "".join([*self.abstracts, *(num.xml() for num in self.nums.values())])

    def add_abstract(self, levels: Iterable[Level], link: str = "") -> int:
        number = len(self.abstracts)
        inside = link + "".join(level.xml(index) for index, level in enumerate(levels))
        self.abstracts.append(
            f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="multilevel"/>{inside}</w:abstractNum>'
        )
        return number

    def add(
        self,
        family: str,
        abstract: int,
        *,
        levels: tuple[Level, ...] | None = None,
        starts: dict[int, int] | None = None,
        replaced: int | None = None,
        linked: int | None = None,
        hidden: bool = False,
    ) -> int:
        """Add a w:num over an abstract list and give its number."""
        number = len(self.nums) + 1
        levels = levels or FAMILIES[family]
        self.nums[number] = Num(number, abstract, family, levels, starts or {}, replaced, linked, hidden)
        return number

    def labels(self, items: Iterable[Item | None]) -> Iterator[str]:
        """Count the items of a view in their order; a paragraph without one gives an empty label."""
        counts: dict[tuple[int, int], int] = {}
        started: set[tuple[int, int]] = set()
        for item in items:
            yield self._label(item, counts, started) if item and item.num else ""

    def _label(self, item: Item, counts: dict[tuple[int, int], int], started: set[tuple[int, int]]) -> str:
        num, here = self.nums[item.num], item.level
        place = (num.abstract, here)
        if here in num.starts and (num.number, here) not in started:
            started.add((num.number, here))
            counts[place] = num.starts[here]
        else:
            counts[place] = counts[place] + 1 if place in counts else num.levels[here].start
        for deeper in range(here + 1, len(num.levels)):
            restart = num.levels[deeper].restart
            if restart is None or here < restart:
                counts.pop((num.abstract, deeper), None)
        label = num.levels[here].text
        for index, level in enumerate(num.levels[: here + 1]):
            if f"%{index + 1}" in label:
                form = "decimal" if num.levels[here].legal else level.form
                label = label.replace(f"%{index + 1}", written(counts[num.abstract, index], form))
        return label


def written(value: int, form: str) -> str:
    """Write a number in a format of WordprocessingML (ECMA-376 part 1, 17.18.59); letters beyond z repeat: aa, bb."""
    if form == "decimalZero":
        return f"{value:02}"
    if form.endswith("Letter"):
        result = chr(ord("a") + (value - 1) % 26) * ((value - 1) // 26 + 1)
    elif form.endswith("Roman"):
        result = ""
        for unit, letters in ROMAN:
            result += letters * (value // unit)
            value %= unit
    else:
        return str(value)
    return result.upper() if form.startswith("upper") else result


def make_numbering(c: Context) -> Numbering:
    """Define the lists of a document: some families, each in one of the ways in which lists are reused."""
    result = Numbering()
    allowed = [family for family in FAMILIES if c.allows(family)]
    for family in c.random.sample(allowed, min(3, len(allowed))):
        # A second w:num on a list that never restarts would leave open what it starts with.
        ways = [_plain] if family == "lvlRestart" else [way for name, way in WAYS.items() if c.allows(name)]
        c.random.choice(ways)(result, family)
    return result


def _plain(lists: Numbering, family: str) -> None:
    lists.add(family, lists.add_abstract(FAMILIES[family]))


def _shared(lists: Numbering, family: str) -> None:
    abstract = lists.add_abstract(FAMILIES[family])
    lists.add(family, abstract)
    lists.add(family, abstract)


def _restarted(lists: Numbering, family: str) -> None:
    abstract = lists.add_abstract(FAMILIES[family])
    lists.add(family, abstract)
    lists.add(family, abstract, starts={0: 1})
    lists.add(family, abstract, starts={0: 5})


def _overridden(lists: Numbering, family: str) -> None:
    first, *others = FAMILIES[family]
    abstract = lists.add_abstract(FAMILIES[family])
    lists.add(family, abstract, levels=(replace(first, form="decimal", text="§%1"), *others), replaced=0)


def _by_style(lists: Numbering, family: str) -> None:
    if lists.styled:
        return _plain(lists, family)
    first, second, *others = FAMILIES[family]
    levels = (replace(first, style="ListItem"), replace(second, style="ListSecond"), *others)
    lists.styled = lists.add(family, lists.add_abstract(levels), levels=levels)
    return None


def _linked(lists: Numbering, family: str) -> None:
    if lists.link_target:
        return _plain(lists, family)
    abstract = lists.add_abstract(FAMILIES[family], '<w:styleLink w:val="ListLinked"/>')
    lists.link_target = lists.add(family, abstract, hidden=True)
    lists.add(family, abstract, linked=lists.add_abstract((), '<w:numStyleLink w:val="ListLinked"/>'))
    return None


WAYS: dict[str, Callable[[Numbering, str], None]] = {
    "list used once": _plain,
    "two w:num on one list": _shared,
    "startOverride": _restarted,
    "lvlOverride": _overridden,
    "numbering by style": _by_style,
    "numStyleLink": _linked,
}
