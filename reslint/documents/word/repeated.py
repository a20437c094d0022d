"""What a part repeats: Word writes the font of every run anew, which nobody here asks for.

A good part of what a parser has to tell of a contribution are such properties. Those that are the same, byte for byte,
as some that were parsed before are as well-formed as these were, and need not be parsed: comments stand in for them,
as long as they are, so that all else stays at its byte.
"""

from __future__ import annotations

from collections.abc import Container, Iterable

from reslint.storage.late import late

# Elements without content, all in one line, and their names.
FLAT = late(r"(?:<[^<>/!?\s][^<>\r\n]*/>)*")
NAME = late(r"<([^<>/\s]+)")
DECLARATION = b"xmlns"
COMMENT = b"<!--", b"-->"
MOST = 1024
"""So many are known again, of those that hold no more than `LONGEST` bytes: most files have far fewer."""
LONGEST = 1024


class Repeated:
    """Elements of the name `name` in one part, without attributes, that hold only empty ones.

    The part must be written in an encoding that has ASCII in it, and hold neither comments nor sections of unparsed
    text. Elements that hold one of a name in `known` are left as they are.
    """

    def __init__(self, name: str, known: Container[str]) -> None:
        self._start = f"<{name}>".encode()
        self._end = f"</{name}>".encode()
        self._known = known
        # By what the elements hold that were met; empty where nothing may stand in for them.
        self._comments: dict[bytes, bytes] = {}

    def spared(self, chunks: Iterable[bytes | memoryview]) -> Iterable[bytes]:
        """The chunks of the part without what was repeated."""
        start, end, comments = self._start, self._end, self._comments
        for chunk in chunks:
            before, *others = bytes(chunk).split(start)
            found = [before]
            inner = False
            for other in others:
                held, closed, behind = other.partition(end)
                # What stands in another one, as what it said before a change, may end it for a reader.
                comment = comments.get(held) if closed and not inner else b""
                inner = not closed
                if comment:
                    found += comment, behind
                else:
                    found += start, other
                    if comment is None and len(comments) < MOST and len(held) <= LONGEST:
                        comments[held] = self._comment(held)
            yield b"".join(found)

    def _comment(self, held: bytes) -> bytes:
        """A comment as long as an element that holds this, where it may stand in for one."""
        words = held.decode("ascii", "replace")
        plain = held.isascii() and DECLARATION not in held and FLAT.fullmatch(words) is not None
        if not plain or any(name in self._known for name in NAME.findall(words)):
            return b""
        opening, closing = COMMENT
        blanks = len(self._start) + len(held) + len(self._end) - len(opening) - len(closing)
        return opening + b" " * blanks + closing
