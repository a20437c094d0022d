"""Messages in English that can be said in other languages: strings that know of which words they were made, and what
was filled in.

    said("{name} was revised since", name="Resolution 71")

Whatever takes text takes them as the English text that they are. Somebody who speaks another language gets them
through a `Teller`, last of all, where they are shown: what is done to the text before makes English of it for good.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Protocol

ENGLISH = "en"
LANGUAGES = (ENGLISH, "fr", "es", "ru", "zh", "ar")
"""The languages of the Union, in which messages can be said."""
RIGHT_TO_LEFT = ("ar",)
ISOLATE, POP = "\u2068", "\u2069"
"""Between these, words of another direction keep their own and disturb nothing around them."""


class Said(str):
    """A message.

    `template` are its words, with a name in braces where something is filled in, and what is looked up to say it in
    another language; where there is a `plural`, that takes their place unless `number` is 1. `values` are what is
    filled in, by name: words of a draft or of the registry, or again messages. One whose name ends in a language,
    "met_fr", takes in that language the place of the one without it.
    """

    template: str
    plural: str
    number: int
    values: tuple[tuple[str, str], ...]

    __slots__ = ("number", "plural", "template", "values")

    def __new__(
        cls, template: str, plural: str = "", number: int = 0, values: tuple[tuple[str, str], ...] = ()
    ) -> Said:
        """Make the message; KeyError where the words name something that is not filled in."""
        words = plural if plural and number != 1 else template
        made = super().__new__(cls, words.format_map(dict(values)) if values else words.format())
        made.template, made.plural, made.number, made.values = template, plural, number, values
        return made

    def __reduce__(self) -> tuple[type[Said], tuple[Any, ...]]:
        """Pickled as what it was made of."""
        return Said, (self.template, self.plural, self.number, self.values)

    def without(self, name: str, leaves: Callable[[str], bool]) -> Said:
        """The same without what is filled in under a name, here and in the messages within, where `leaves` says so."""
        values = []
        for key, value in self.values:
            if key == name and leaves(value):
                value = ""
            elif isinstance(value, Said):
                value = value.without(name, leaves)
            values.append((key, value))
        return Said(self.template, self.plural, self.number, tuple(values))


def said(template: str, /, **values: str | int) -> Said:
    """A message with these words filled in; numbers are counts ("1,024"), a year is given as text."""
    filled = _filled(values)
    made = _new(Said, template.format_map(filled) if filled else template.format())
    made.template, made.plural, made.number, made.values = template, "", 0, tuple(filled.items())
    return made


def said_of(one: str, many: str, count: int, /, **values: str | int) -> Said:
    """A message about a number of things, which is filled in as `count`: its words for one, and for several."""
    return Said(one, many, count, tuple(_filled({"count": count, **values}).items()))


def _filled(values: dict[str, Any]) -> dict[str, str]:
    for value in values.values():
        if not isinstance(value, str):
            return {name: one if isinstance(one, str) else f"{one:,}" for name, one in values.items()}
    return values


_new = str.__new__


class Catalogue(Protocol):
    """The messages of a language, as `gettext` has them."""

    def gettext(self, message: str, /) -> str:
        """The message in that language, or as it was given."""

    def ngettext(self, one: str, many: str, count: int, /) -> str:
        """The same of one about a number of things."""


class Teller:
    """Says messages in one language.

    `shown` is done to all that comes of drafts and plugins before it is filled in, so that it cannot disturb what is
    shown, and `english` says them in English for a reader of the language that nobody has checked; None for others.
    """

    def __init__(
        self,
        language: str = ENGLISH,
        catalogue: Catalogue | None = None,
        *,
        unchecked: bool = False,
        shown: Callable[[str], str] = str,
    ) -> None:
        self.language = language
        self.english = Teller(shown=shown) if unchecked else None
        self._catalogue = catalogue
        self._shown = shown

    def __call__(self, text: str) -> str:
        """A message in the language; any other text as it is."""
        if not isinstance(text, Said) or self._catalogue is None:
            return self._shown(text)
        values = dict(text.values)
        return self.template(text).format_map({name: self._value(name, values) for name in values})

    def template(self, message: Said) -> str:
        """The words of a message in the language, with its names in braces still to be filled in."""
        if self._catalogue is None:
            return message.plural if message.plural and message.number != 1 else message.template
        if message.plural:
            return self._catalogue.ngettext(message.template, message.plural, message.number)
        return self._catalogue.gettext(message.template)

    def in_line(self, text: str) -> str:
        """The same for a line that holds more than the message: one that runs from right to left is isolated in it."""
        told = " ".join(self(text).split())
        return f"{ISOLATE}{told}{POP}" if self.language in RIGHT_TO_LEFT and isinstance(text, Said) else told

    def _value(self, name: str, values: Mapping[str, str]) -> str:
        value = values.get(f"{name}_{self.language}", values[name])
        told = self(value)
        if self.language in RIGHT_TO_LEFT and told and not isinstance(value, Said):
            return f"{ISOLATE}{told}{POP}"
        return told


EN = Teller()
"""Says messages in English."""
