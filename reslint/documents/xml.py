"""Read the XML of a part, whoever wrote it: no document type, no entities of its own, no depth without end.

Names of elements and attributes are given as "namespace name", so that no prefix is taken for granted.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Mapping
from xml.parsers import expat

from reslint.documents.limits import limits
from reslint.errors import ReslintError

CHUNK = 1 << 20
"""Bytes that are given to the parser at once: it keeps a copy of them."""

Source = bytes | Callable[[], Iterable[bytes]]
"""The bytes of a part, or what gives them in chunks, as often as it is called."""
Attributes = dict[str, str]
Handlers = tuple[Callable[[str, Attributes], None] | None, Callable[[str], None] | None]
Starts = Mapping[str, Callable[[Attributes], None]]
Ends = Mapping[str, Callable[[], None]]
"""What is done at the start and at the end of the elements of a name; all others are passed over."""


def in_chunks(data: Source) -> Iterable[bytes | memoryview]:
    """The bytes of a part in chunks."""
    if not isinstance(data, bytes):
        return data()
    view = memoryview(data)
    return (view[at : at + CHUNK] for at in range(0, len(view), CHUNK))


class _Ends(dict[str, None]):
    """The names of elements whose end is passed over; at that of one of `names` the part is read on."""

    def __init__(self, names: Container[str], parser: expat.XMLParserType, handlers: Handlers) -> None:
        super().__init__()
        self._names = names
        self._parser = parser
        self._start, self._end = handlers

    def __missing__(self, name: str) -> None:
        if name in self._names:
            self._parser.StartElementHandler, self._parser.EndElementHandler = self._start, self._end
        else:
            self[name] = None


class Part:
    """One part of a package while it is read; `name` is that of the file, for messages.

    `program` is what writes such files, and can save them again.
    """

    program = "Word"

    def __init__(self, name: str, part: str) -> None:
        self.name = name
        self.part = part
        self.parser = self._parser(" ")
        self._handlers: Handlers = (None, None)
        self._depth = limits().depth

    def _parser(self, separator: str | None) -> expat.XMLParserType:
        parser = expat.ParserCreate(namespace_separator=separator)
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = self._refuse_doctype
        return parser

    def read(
        self, data: Source, starts: Starts, ends: Ends | None = None, words: Callable[[str], None] | None = None
    ) -> None:
        """Give the elements that have a handler and all text to the handlers; ReslintError for no good XML."""
        at_start = starts.get
        at_end = (ends or {}).get

        def start(name: str, attributes: Attributes) -> None:
            handler = at_start(name)
            if handler is not None:
                handler(attributes)

        def end(name: str) -> None:
            handler = at_end(name)
            if handler is not None:
                handler()

        self.parse(data, start, end, words)

    def parse(
        self,
        data: Source,
        start: Callable[[str, Attributes], None],
        end: Callable[[str], None],
        words: Callable[[str], None] | None = None,
    ) -> None:
        """Give every element and all text to the handlers; ReslintError for no good XML."""
        self._handlers = start, end
        self._read_on()
        self.parser.CharacterDataHandler = words
        try:
            self._parse(data)
        finally:
            # The handlers hold what was read, and the parser holds them.
            self._handlers = None, None
            self._read_on()
            self.parser.CharacterDataHandler = self.parser.StartDoctypeDeclHandler = None

    def pass_over(self) -> None:
        """Called at the start of an element: nothing in it is given to the handlers, though its end is."""
        parser = self.parser
        handlers = parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler
        depth = 1

        def start(_name: str, _attributes: Attributes) -> None:
            nonlocal depth
            depth += 1

        def end(name: str) -> None:
            nonlocal depth
            depth -= 1
            if not depth:
                parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = handlers
                assert handlers[1] is not None
                handlers[1](name)

        parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = start, end, None

    def passing(self, names: Container[str]) -> Callable[[], None]:
        """What, called at the start of an element, gives nothing to the handlers until one of these names ends, whose
        end is given to none.

        This is far faster than `pass_over`, since the parser need not tell of any start, nor Python look at the end of
        any element but the last.
        """
        parser = self.parser
        end = _Ends(names, parser, self._handlers).__getitem__

        def begin() -> None:
            parser.StartElementHandler, parser.EndElementHandler = None, end

        return begin

    def _read_on(self) -> None:
        self.parser.StartElementHandler, self.parser.EndElementHandler = self._handlers

    def limit(self, depth: int) -> None:
        """Called where what is open is kept; ReslintError where it is more than any real file has."""
        if depth > self._depth:
            raise self.error(f"is nested more than {self._depth} deep", f"save it again with {self.program}")

    def _parse(self, data: Source) -> None:
        try:
            # Where the lines of a chunk end is counted behind each, but for the last one.
            last: bytes | memoryview = b""
            for chunk in in_chunks(data):
                if last:
                    self.parser.Parse(last, False)
                last = chunk
            self.parser.Parse(last, True)
        except expat.ExpatError as error:
            reason = f"line {error.lineno}, column {error.offset + 1} ({expat.ErrorString(error.code)})"
            raise self.error(f"is damaged at {reason}", f"open it with {self.program} and save it again") from error
        except (LookupError, ValueError) as error:  # an encoding that Python does not know
            reason = f"is in an encoding that cannot be read ({error})"
            raise self.error(reason, f"save it again with {self.program}") from error

    def error(self, reason: str, advice: str) -> ReslintError:
        """The error that names file and part."""
        return ReslintError(self.name, f"the part {self.part} {reason}", advice)

    def _refuse_doctype(self, *_: object) -> None:
        raise self.error("declares a document type, which no such file does", "do not trust this file")
