"""File formats: how files of one are recognised and read, and how corrections and comments get into them.

One value says everything about a format; nothing else asks which one a document is of.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache
from importlib import import_module
from pathlib import PurePath
from typing import Any, Protocol, Self

from reslint.api.finding import Fix
from reslint.api.report import FileResult
from reslint.documents.model import Document
from reslint.documents.view import View
from reslint.saying import said
from reslint.values import Value


class Judge(Protocol):
    """Judges what becomes of one file while it is mended, by the settings that hold for it.

    `unsafe_fixes` says whether those that may change the meaning are asked for. What goes wrong is in the results.
    """

    unsafe_fixes: bool

    def check(self, data: bytes) -> FileResult:
        """The result for other bytes of the file."""

    def judge(self, document: Document) -> FileResult:
        """The result for another document in the place of the one that was read."""


def _never(_view: View, _fix: Fix) -> str:
    return ""


def _over_markup(view: View, fix: Fix) -> str:
    """A fix says what words become; a mark between them would be lost with it."""
    for edit in fix.edits:
        if view.has_markup_among_words(edit.start, edit.end):
            return said("it reaches over markup")
    return ""


class Commented(tuple[bytes, list[str]]):
    """The bytes and the lines that a writer of comments gives, and how many `comments` of ours the bytes hold.

    One that has read back what it wrote knows that; what another one wrote is read once more to count them.
    """

    comments: int

    def __new__(cls, data: bytes, lines: list[str], comments: int) -> Self:
        """The bytes, the lines and the number of comments."""
        made = super().__new__(cls, (data, lines))
        made.comments = comments
        return made


class Writer(Value):
    """How files of a format are written.

    `mend(data, result, judge)` gives the bytes with every fix that is asked for made in them, and the result of judging
    those; `result` is that of `data`. `refusal(view, fix)` says why a fix cannot be made in the file, empty if it can.
    `comment(data, result)` gives the bytes with a comment at each finding, and what is to be said of that, one line
    each; None where a format has no comments. `claim(name)` is asked before a file is replaced. `seal(data, name)` puts
    something into a copy that is not there any more once another program saved it, by which `sealed(data)` tells that
    the copy may be replaced. All but `refusal` and `sealed` raise ReslintError where they cannot be done, `claim` where
    another program has the file open.
    """

    mend: Callable[[bytes, FileResult, Judge], tuple[bytes, FileResult]]
    refusal: Callable[[View, Fix], str] = _never
    comment: Callable[[bytes, FileResult], tuple[bytes, list[str]]] | None = None
    claim: Callable[[str], None] = lambda _: None
    seal: Callable[[bytes, str], bytes] = lambda data, _: data
    sealed: Callable[[bytes], bool] = lambda _: False


class Format(Value):
    """One file format.

    Files are recognised by `suffixes` (lower case, with their dot), and those whose name tells nothing by `recognises`,
    which is given the first bytes, at least 4,096 where there are so many. `read(data, name)` gives the document or
    raises ReslintError; `name` is the path as the user gave it, for messages. `marker` is the comment that silences a
    finding in this format, with `{code}` for the rule, or empty where the format has none. `needs()` says what must be
    installed before a file can be read, empty where all is there; the files of a folder that need something are counted
    and left out. `writer` is None for a format that is read only. One that is read `apart` is read by a library that
    may end its process, or take all memory, over a damaged file; a run gives its files to other processes.
    """

    name: str
    suffixes: tuple[str, ...]
    read: Callable[[bytes, str], Document]
    marker: str = ""
    writer: Writer | None = None
    needs: Callable[[], str] = lambda: ""
    recognises: Callable[[bytes], bool] = lambda _: False
    apart: bool = False


class Late:
    """A function by the names of its module and its own, imported when it is first called."""

    def __init__(self, module: str, function: str) -> None:
        self.module = module
        self.function = function

    def __call__(self, *arguments: Any) -> Any:
        return getattr(import_module(self.module), self.function)(*arguments)


text_writer = Writer(
    Late("reslint.fixing.text", "mend_text"), _over_markup, claim=Late("reslint.sources.locks", "refuse_if_open")
)
"""For formats whose view has the text of the decoded file, so that edits of the one are edits of the other."""


def format_for(name: str, formats: Iterable[Format], data: bytes = b"") -> Format | None:
    """The format of a file by its name, else by its first bytes; the one that was registered last has the last word."""
    suffix = _suffix(name)
    found = None
    for one in formats:
        if suffix in one.suffixes:
            found = one
    if found is None and data:
        return next((one for one in reversed(tuple(formats)) if one.recognises(data)), None)
    return found


@lru_cache(maxsize=16)
def _suffix(name: str) -> str:
    """What the format is told by, which is asked several times for a file."""
    return PurePath(name).suffix.lower()
