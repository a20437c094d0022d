"""The catalogue: Recommendations, Supplements, Reports and Questions, one line each, found where it lies.

A file of some ten thousand lines in the order of their bytes, of which a run asks few: it is opened when the first text
is asked for, and bisected without being read. Its first line says what it is, of which day it is, from where, and how
much it holds; further lines that begin with `#` are for people. A line is a key, the editions and the title of the last
one, with tabs between them; see `publications` for what stands in them.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cached_property
from itertools import pairwise
from pathlib import Path

from reslint.errors import ReslintError
from reslint.sources.regular import open_beside
from reslint.storage.late import late

MARK = b"# reslint catalogue "
HEAD = late(
    r"# reslint catalogue as of (?P<day>\d{4}-\d\d-\d\d), (?P<lines>\d+) texts, (?P<sum>[0-9a-f]{8}), (?P<source>.*)"
)
LONGEST_HEAD = 400
NOT_WHOLE = "write it again with `reslint registry ingest`, or install reslint again"


class Catalogue:
    """One file of texts. Raises ReslintError, where it is first asked, for a file that is none or cannot be read."""

    def __init__(self, path: Path) -> None:
        self.path = path

    @property
    def date(self) -> date:
        """The day it is of: what was approved later is not in it."""
        return date.fromisoformat(self._head["day"])

    @property
    def source(self) -> str:
        """What it was made of."""
        return self._head["source"]

    @property
    def count(self) -> int:
        """How many texts it has, as its first line says."""
        return int(self._head["lines"])

    @property
    def digest(self) -> str:
        """What changes with its content; only its first line is read for it."""
        return f"{self._head['day']}-{self._head['sum']}"

    def find(self, key: str) -> str | None:
        """The line of a text by its key, without the key; None where there is none."""
        wanted = key.encode() + b"\t"
        at = self._at_or_after(wanted)
        data = self._data
        if data[at : at + len(wanted)] != wanted:
            return None
        return data[at + len(wanted) : self._end(at)].decode()

    def lines(self, prefix: str = "") -> Iterator[tuple[str, str]]:
        """Key and rest of every line whose key begins so, in order."""
        begins, data = prefix.encode(), self._data
        at = self._at_or_after(begins)
        while at < len(data) and data[at : at + len(begins)] == begins:
            end = self._end(at)
            if data[at : at + 1] != b"#":
                key, _, rest = data[at:end].decode().partition("\t")
                yield key, rest
            at = end + 1

    def verified(self) -> Catalogue:
        """The same. ReslintError where it was damaged, or changed by hand: its lines are then read as they come."""
        head = self._head
        try:
            day = date.fromisoformat(head["day"])
        except ValueError:
            day = None
        if day is None or checksum(bytes(self._data).partition(b"\n")[2]) != head["sum"]:
            raise ReslintError(str(self.path), "the catalogue is not as it was written", NOT_WHOLE)
        return self

    def faults(self) -> Iterator[str]:
        """What is wrong with the file as a whole: lines out of order, or other ones than its first line says."""
        try:
            keys = [key.encode() for key, _ in self.lines()]
        except UnicodeDecodeError:
            yield "it is not UTF-8"
            return
        for before, after in pairwise(keys):
            if before >= after:
                yield f"{after.decode()} stands behind {before.decode()}"
                return
        below = bytes(self._data).partition(b"\n")[2]
        if str(len(keys)) != self._head["lines"] or checksum(below) != self._head["sum"]:
            yield "its lines are not those that its first line counts"

    @cached_property
    def _head(self) -> dict[str, str]:
        try:
            with open(open_beside(self.path)[0], "rb") as file:
                line = file.readline(LONGEST_HEAD).decode("utf-8", "replace").strip()
        except OSError as error:
            raise ReslintError(str(self.path), (error.strerror or str(error)).lower(), NOT_WHOLE) from error
        found = HEAD.fullmatch(line)
        if found is None:
            raise ReslintError(str(self.path), "its first line is not that of a catalogue", NOT_WHOLE)
        return found.groupdict()

    @cached_property
    def _data(self) -> bytes:
        _ = self._head
        try:
            with open(open_beside(self.path)[0], "rb") as file:
                return _mapped(file.fileno()) or file.read()
        except OSError as error:
            raise ReslintError(str(self.path), (error.strerror or str(error)).lower(), NOT_WHOLE) from error

    def _at_or_after(self, wanted: bytes) -> int:
        """Where the first line begins that is not before `wanted`; the length of the file where all are."""
        data = self._data
        low, high = 0, len(data)
        while low < high:
            middle = (low + high) // 2
            start = data.rfind(b"\n", low, middle) + 1 or low
            if data[start : start + len(wanted)] < wanted:
                low = self._end(start) + 1
            else:
                high = start
        return min(low, len(data))

    def _end(self, start: int) -> int:
        end = self._data.find(b"\n", start)
        return len(self._data) if end < 0 else end


def is_catalogue(path: Path) -> bool:
    """Whether a file begins as a catalogue does; one that cannot be read is none."""
    try:
        with open(open_beside(path)[0], "rb") as file:
            return file.read(len(MARK)) == MARK
    except OSError:
        return False


def checksum(below: bytes) -> str:
    """A checksum of what stands below the first line."""
    from zlib import crc32

    return f"{crc32(below):08x}"


def _mapped(file: int) -> bytes | None:
    """The content of an open file without reading it; None where that cannot be, as in some browsers."""
    try:
        from mmap import ACCESS_READ, mmap

        return mmap(file, 0, access=ACCESS_READ)  # type: ignore[return-value]
    except (ImportError, OSError, ValueError):
        return None
