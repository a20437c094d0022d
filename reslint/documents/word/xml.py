"""Read the XML of a part, whoever wrote it: no document type, no entities of its own, no depth without end.

Names of elements and attributes are given as "namespace name", so that no prefix is taken for granted.
"""

from __future__ import annotations

from collections.abc import Callable
from xml.parsers import expat

from reslint.errors import ReslintError

MAX_DEPTH = 256
"""Real files stay below 60."""
CHUNK = 1 << 20
"""Bytes that are given to the parser at once: it keeps a copy of them."""

Start = Callable[[str, dict[str, str]], None]
End = Callable[[str], None]
Characters = Callable[[str], None]


def ignore(_name: str) -> None:
    """An end that matters to nobody."""


class Part:
    """One part of a package while it is read; `name` is that of the file, for messages."""

    def __init__(self, name: str, part: str) -> None:
        self.name = name
        self.part = part
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.buffer_text = True
        self.parser.StartDoctypeDeclHandler = self._refuse_doctype

    def read(self, data: bytes, start: Start, end: End = ignore, characters: Characters | None = None) -> None:
        """Give every element and every text to the handlers; ReslintError for a part that is no good XML.

        The handlers see elements of at most `MAX_DEPTH`.
        """
        depth = 0

        def started(name: str, attributes: dict[str, str]) -> None:
            nonlocal depth
            depth += 1
            if depth > MAX_DEPTH:
                raise self.error(f"is nested more than {MAX_DEPTH} deep", "save it again with Word")
            start(name, attributes)

        def ended(name: str) -> None:
            nonlocal depth
            depth -= 1
            end(name)

        self.parser.StartElementHandler = started
        self.parser.EndElementHandler = ended
        self.parser.CharacterDataHandler = characters
        self.parse(data)

    def parse(self, data: bytes) -> None:
        """Parse with the handlers that are set; ReslintError for a part that is no good XML."""
        view = memoryview(data)
        try:
            for at in range(0, len(view), CHUNK):
                self.parser.Parse(view[at : at + CHUNK], False)
            self.parser.Parse(b"", True)
        except expat.ExpatError as error:
            reason = expat.ErrorString(error.code)
            where = f"line {error.lineno}, column {error.offset + 1}"
            raise self.error(f"is damaged at {where} ({reason})", "open it with Word and save it again") from error
        except (LookupError, ValueError) as error:  # an encoding that Python does not know
            raise self.error(f"is in an encoding that cannot be read ({error})", "save it again with Word") from error

    def error(self, reason: str, advice: str) -> ReslintError:
        """The error that names file and part."""
        return ReslintError(self.name, f"the part {self.part} {reason}", advice)

    def _refuse_doctype(self, *_: object) -> None:
        raise self.error("declares a document type, which a Word file never does", "do not trust this file")
