"""How runs look, as far as it says what their words are: raised like the mark of a note, or struck out by hand."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from reslint.documents.word.names import WordPart, table
from reslint.documents.xml import Attributes
from reslint.named import NamedTuple


class Look(NamedTuple):
    """What a run or a style says; None is what it leaves to the style it has or is based on."""

    raised: bool | None = None
    struck: bool | None = None

    def over(self, other: Look) -> Look:
        """This look, where it says something, over another one."""
        return Look(
            other.raised if self.raised is None else self.raised, other.struck if self.struck is None else self.struck
        )


PLAIN = Look()


class CharacterStyle(NamedTuple):
    """A style of characters: the one it is based on, and its look."""

    based_on: str
    look: Look


class Looks:
    """The looks of the character styles of a file, by their ids."""

    def __init__(self, styles: dict[str, CharacterStyle]) -> None:
        self._styles = styles

    def of(self, style: str) -> Look:
        """The look of a style, of itself or by those it is based on."""
        look, seen = PLAIN, set()
        while style in self._styles and style not in seen:
            seen.add(style)
            look = look.over(self._styles[style].look)
            style = self._styles[style].based_on
        return look


def told(part: WordPart, name: str, attributes: Attributes) -> Look:
    """What an element among the properties of a run says of its look."""
    if name in ("strike", "dstrike"):
        return Look(struck=part.switched_on(attributes))
    value = part.value(attributes, "val")
    # A position is so many half points above the line, or below it.
    return Look(raised=value == "superscript" if name == "vertAlign" else value.strip("0").isdecimal())


TELLING = ("strike", "dstrike", "vertAlign", "position")


def read_looks(part: WordPart, data: bytes) -> Looks:
    """The character styles of a part of styles; ReslintError where it is no good XML."""
    styles: dict[str, CharacterStyle] = {}
    current: list[str] = []

    def begin(attributes: Attributes) -> None:
        if part.value(attributes, "type") == "character":
            current.append(part.value(attributes, "styleId"))
            styles[current[-1]] = CharacterStyle("", PLAIN)

    def base(attributes: Attributes) -> None:
        if current:
            styles[current[-1]] = styles[current[-1]]._replace(based_on=part.value(attributes, "val"))

    def say(name: str, attributes: Attributes) -> None:
        if current:
            style = styles[current[-1]]
            styles[current[-1]] = style._replace(look=told(part, name, attributes).over(style.look))

    starts: dict[str, Callable[[Attributes], None]] = {
        "style": begin,
        "basedOn": base,
        **{name: partial(say, name) for name in TELLING},
    }
    part.read(data, table(starts), table({"style": current.clear}))
    return Looks(styles)
