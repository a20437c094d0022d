"""Lists as a file defines them: the levels of its list styles, the styles of paragraphs, the numbers of headings."""

from __future__ import annotations

from collections.abc import Callable

from reslint.documents.odt.names import OpenPart, expanded
from reslint.documents.xml import Attributes
from reslint.named import NamedTuple

OUTLINE = "\0outline"
"""The name that the numbering of headings goes by, which no list style can have."""
LAST_LEVEL = 9
LONGEST_NUMBER = 9
FIRST_SYMBOL, LAST_SYMBOL, BULLET = "\uf000", "\uf0ff", "•"
"""Signs of symbol fonts, which mean nothing in another font, and what stands for them."""


class Level(NamedTuple):
    """One level of a list style.

    `format` is 1, a, A, i, I or nothing; `shown` how many levels the label has; `pattern` is LibreOffice's own way to
    say it, with %1% for the number of the first level; `sync` whether z is followed by aa, bb instead of aa, ab.
    """

    format: str = ""
    prefix: str = ""
    suffix: str = ""
    shown: int = 1
    start: int = 1
    sync: bool = False
    bullet: str = ""
    pattern: str = ""


class ParagraphStyle(NamedTuple):
    """What a paragraph style says of lists; an empty `listed` is none, an absent one that of the parent."""

    parent: str
    listed: str | None


class Look(NamedTuple):
    """How words look, as far as it says what they are; None is what a style leaves to its parent."""

    hidden: bool | None = None
    raised: bool | None = None
    struck: bool | None = None

    def over(self, other: Look) -> Look:
        """This look, where it says something, over another one."""
        return Look(*(theirs if own is None else own for own, theirs in zip(self, other, strict=True)))


class TextStyle(NamedTuple):
    """What a style of words says; the words have the look of its parents where it says nothing."""

    parent: str
    look: Look = Look()


class Styles:
    """The styles of a file, as far as they say something of labels and of how words look; they can be added to."""

    def __init__(self, before: Styles | None = None) -> None:
        self.lists: dict[str, dict[int, Level]] = dict(before.lists) if before else {}
        self.paragraphs: dict[str, ParagraphStyle] = dict(before.paragraphs) if before else {}
        self._texts: dict[str, TextStyle] = dict(before._texts) if before else {}
        self._levels: dict[int, Level] = {}
        self._style = ""

    def list_of(self, style: str) -> str:
        """The list style that a paragraph style names, of itself or by those it is derived from; or nothing."""
        seen = set()
        while style in self.paragraphs and style not in seen:
            seen.add(style)
            parent, listed = self.paragraphs[style]
            if listed is not None:
                return listed
            style = parent
        return ""

    def look_of(self, style: str) -> Look:
        """How words of a style look, of itself or by those it is derived from."""
        look, seen = Look(), set()
        while style in self._texts and style not in seen:
            seen.add(style)
            look = look.over(self._texts[style].look)
            style = self._texts[style].parent
        return look

    def starts(self, part: OpenPart) -> dict[str, Callable[[Attributes], None]]:
        """What is done at the start of the elements that define styles."""

        def style(attributes: Attributes) -> None:
            self._style = part.get(attributes, "style:name")
            if part.get(attributes, "style:family") == "paragraph":
                listed = attributes.get(expanded("style:list-style-name"))
                self.paragraphs[self._style] = ParagraphStyle(part.get(attributes, "style:parent-style-name"), listed)
            # An automatic style has its name anew in each part.
            self._texts.pop(self._style, None)
            if part.get(attributes, "style:family") == "text":
                self._texts[self._style] = TextStyle(part.get(attributes, "style:parent-style-name"))

        def text(attributes: Attributes) -> None:
            if self._style in self._texts:
                self._texts[self._style] = self._texts[self._style]._replace(look=_look(part, attributes))

        def listed(attributes: Attributes) -> None:
            self._levels = self.lists[part.get(attributes, "style:name")] = {}

        def outline(_: Attributes) -> None:
            self._levels = self.lists[OUTLINE] = {}

        def level(attributes: Attributes) -> None:
            self._levels[whole(part.get(attributes, "text:level"), 1) - 1] = _level(part, attributes)

        levels = ("list-level-style-number", "list-level-style-bullet", "list-level-style-image", "outline-level-style")
        return {
            expanded("style:style"): style,
            expanded("style:text-properties"): text,
            expanded("text:list-style"): listed,
            expanded("text:outline-style"): outline,
            **{expanded(f"text:{name}"): level for name in levels},
        }


class Spans:
    """The stretches of words with styles of their own that are open."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._open: list[Look] = []

    @property
    def look(self) -> Look:
        """How words look here."""
        return self._open[-1] if self._open else Look()

    def begin(self, style: str) -> None:
        """One begins; what its style does not say is as around it."""
        self._open.append(self._styles.look_of(style).over(self.look))

    def end(self) -> None:
        """The innermost one ends."""
        if self._open:
            self._open.pop()


def _look(part: OpenPart, attributes: Attributes) -> Look:
    display, position = part.get(attributes, "text:display"), part.get(attributes, "style:text-position")
    lines = [part.get(attributes, f"style:text-line-through-{what}") for what in ("style", "type")]
    # A position is "super" or so many per cent of the height, and then the size of the words.
    raised = position.startswith("super") or position.split("%")[0].strip("0").isdecimal()
    struck = next((line != "none" for line in lines if line), None)
    return Look(display == "none" if display else None, raised if position else None, struck)


def _level(part: OpenPart, attributes: Attributes) -> Level:
    bullet = part.get(attributes, "text:bullet-char")
    return Level(
        part.get(attributes, "style:num-format"),
        part.get(attributes, "style:num-prefix"),
        part.get(attributes, "style:num-suffix"),
        whole(part.get(attributes, "text:display-levels"), 1),
        whole(part.get(attributes, "text:start-value"), 1),
        part.get(attributes, "style:num-letter-sync") == "true",
        BULLET if FIRST_SYMBOL <= bullet <= LAST_SYMBOL else bullet,
        part.get(attributes, "loext:num-list-format"),
    )


def whole(written: str, otherwise: int) -> int:
    """A number as attributes write it."""
    return int(written) if written.isdecimal() and len(written) <= LONGEST_NUMBER else otherwise
