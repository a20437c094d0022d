"""Lists as a file defines them: the levels of every list, and which list the styles of paragraphs belong to."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from reslint.documents.word.names import WordPart, table
from reslint.documents.word.paragraphs import Numbering, level_of
from reslint.documents.xml import Attributes
from reslint.named import NamedTuple

NO_LIST = "0"


class Level(NamedTuple):
    """One level of a list.

    `text` is what is written, with %1 to %9 for the numbers of the levels; `restart` the level (from 1) after which
    it begins anew, 0 for never, None for any above it; `style` the paragraph style that is numbered by it.
    """

    start: int = 0
    format: str = "decimal"
    text: str = ""
    restart: int | None = None
    legal: bool = False
    style: str | None = None


class List(NamedTuple):
    """A list that paragraphs name: `counter` is shared by all lists of one definition; `starts` are its own starts."""

    counter: str
    levels: Mapping[int, Level]
    starts: Mapping[int, int]


class Style(NamedTuple):
    """What a paragraph style says: the style it is based on, and its numbering."""

    based_on: str | None = None
    list: str | None = None
    level: int | None = None


class Styles(NamedTuple):
    """The paragraph styles of a file by their ids, and the id of the one paragraphs have that name none."""

    by_id: Mapping[str, Style]
    default: str | None = None

    def numbering(self, style: str | None) -> tuple[Style, str | None]:
        """The numbering a style has of itself or of those it is based on, with the style that says it."""
        seen = set()
        name = style or self.default
        while name is not None and name in self.by_id and name not in seen:
            seen.add(name)
            if self.by_id[name].list is not None:
                return self.by_id[name], name
            name = self.by_id[name].based_on
        return Style(), None


class Lists:
    """Which list and level a paragraph has, given what it says of itself."""

    def __init__(self, lists: Mapping[str, List], styles: Styles) -> None:
        self.lists = lists
        self.styles = styles

    def level_of(self, said: Numbering) -> tuple[str, List, int] | None:
        """The id of the list, the list and the level of a paragraph; None for one that has no number."""
        number, level = said.list, said.level
        if number is None:
            style, name = self.styles.numbering(said.style)
            number = style.list
            if number is not None and level is None:
                level = self._level_of_style(number, (said.style or self.styles.default, name), style.level)
        found = self.lists.get(number) if number is not None and number != NO_LIST else None
        return None if found is None or number is None else (number, found, level or 0)

    def _level_of_style(self, number: str, names: tuple[str | None, ...], own: int | None) -> int | None:
        if number in self.lists:
            for name in names:
                for at, level in self.lists[number].levels.items():
                    if name is not None and level.style == name:
                        return at
        return own


def read_styles(part: WordPart, data: bytes) -> Styles:
    """The paragraph styles of a part of styles; ReslintError where it is no good XML."""
    styles: dict[str, Style] = {}
    current: list[str] = []
    default: str | None = None

    def begin(attributes: Attributes) -> None:
        nonlocal default
        name = part.value(attributes, "styleId")
        kind = part.value(attributes, "type", "paragraph")
        if kind in ("paragraph", "numbering"):
            styles[name] = Style()
            current.append(name)
            if kind == "paragraph" and part.switched_on(attributes, "default", "0"):
                default = name

    def say(**said: str) -> None:
        if current:
            styles[current[-1]] = styles[current[-1]]._replace(**said)  # type: ignore[arg-type]

    def level(attributes: Attributes) -> None:
        if current:
            styles[current[-1]] = styles[current[-1]]._replace(level=level_of(part.value(attributes, "val")))

    part.read(
        data,
        table(
            {
                "style": begin,
                "basedOn": lambda attributes: say(based_on=part.value(attributes, "val")),
                "numId": lambda attributes: say(list=part.value(attributes, "val")),
                "ilvl": level,
                **{name: _skip(part, name) for name in ("latentStyles", "rPr")},
                "pPrChange": lambda _: part.pass_over(),
                "tblStylePr": lambda _: part.pass_over(),
            }
        ),
        table({"style": current.clear}),
    )
    return Styles(styles, default)


def _skip(part: WordPart, name: str) -> Callable[[Attributes], None]:
    """Pass over elements of a name, which are many and say nothing of lists."""
    begin: Callable[[], None] | None = None

    def skip(_: Attributes) -> None:
        nonlocal begin
        if begin is None:
            begin = part.passing(part.told(table({name: None})))
        begin()

    return skip


class Definition:
    """A list definition while it is read: its levels, and the style that defines it in its stead."""

    def __init__(self) -> None:
        self.levels: dict[int, Level] = {}
        self.style: str | None = None


class NumberingReader:
    """Reads a part of list definitions."""

    def __init__(self, part: WordPart) -> None:
        self._part = part
        self._definitions: dict[str, Definition] = {}
        self._numbers: dict[str, tuple[str, dict[int, Level], dict[int, int]]] = {}
        self._definition: Definition | None = None
        self._number: str | None = None
        self._override = 0
        self._at: int | None = None
        self._level = Level()

    def read(self, data: bytes, styles: Styles) -> Lists:
        """The lists of the part; ReslintError where it is no good XML."""
        starts = {
            "abstractNum": self._begin_definition,
            "numStyleLink": self._linked,
            "lvl": self._begin_level,
            "start": lambda attributes: self._say(start=self._number_of(attributes)),
            "numFmt": lambda attributes: self._say(format=self._part.value(attributes, "val", "decimal")),
            "lvlText": lambda attributes: self._say(text=self._part.value(attributes, "val")),
            "lvlRestart": lambda attributes: self._say(restart=self._number_of(attributes)),
            "isLgl": lambda attributes: self._say(legal=self._part.switched_on(attributes)),
            "pStyle": lambda attributes: self._say(style=self._part.value(attributes, "val")),
            "num": self._begin_number,
            "abstractNumId": self._defined,
            "lvlOverride": self._begin_override,
            "startOverride": self._start,
            "rPr": _skip(self._part, "rPr"),
        }
        self._part.read(data, table(starts), table({"lvl": self._end_level, "abstractNum": self._end_definition}))
        lists = {}
        for number, (definition, levels, beginnings) in self._numbers.items():
            counter = self._resolved(definition, styles)
            if counter in self._definitions:
                lists[number] = List(counter, {**self._definitions[counter].levels, **levels}, beginnings)
        return Lists(lists, styles)

    def _resolved(self, definition: str, styles: Styles) -> str:
        """The definition that counts, where one refers to a style that names another."""
        for _ in range(len(self._definitions)):
            link = self._definitions[definition].style if definition in self._definitions else None
            number = styles.by_id[link].list if link is not None and link in styles.by_id else None
            if number is None or number not in self._numbers:
                break
            definition = self._numbers[number][0]
        return definition

    def _begin_definition(self, attributes: Attributes) -> None:
        self._definition = Definition()
        self._definitions[self._part.value(attributes, "abstractNumId")] = self._definition

    def _end_definition(self) -> None:
        self._definition = None

    def _linked(self, attributes: Attributes) -> None:
        if self._definition is not None:
            self._definition.style = self._part.value(attributes, "val")

    def _begin_level(self, attributes: Attributes) -> None:
        self._at = level_of(self._part.value(attributes, "ilvl"))
        self._level = Level()

    def _end_level(self) -> None:
        if self._at is not None and self._definition is not None:
            self._definition.levels[self._at] = self._level
        elif self._at is not None and self._number is not None:
            self._numbers[self._number][1][self._at] = self._level
        self._at = None

    def _say(self, **said: object) -> None:
        if self._at is not None:
            self._level = self._level._replace(**said)  # type: ignore[arg-type]

    def _begin_number(self, attributes: Attributes) -> None:
        self._number = self._part.value(attributes, "numId")
        self._numbers[self._number] = ("", {}, {})

    def _defined(self, attributes: Attributes) -> None:
        if self._number is not None:
            _, levels, starts = self._numbers[self._number]
            self._numbers[self._number] = (self._part.value(attributes, "val"), levels, starts)

    def _begin_override(self, attributes: Attributes) -> None:
        self._override = level_of(self._part.value(attributes, "ilvl"))

    def _start(self, attributes: Attributes) -> None:
        if self._number is not None:
            self._numbers[self._number][2][self._override] = self._number_of(attributes)

    def _number_of(self, attributes: Attributes) -> int:
        written = self._part.value(attributes, "val")
        return int(written) if written.isdecimal() and len(written) < 10 else 0
