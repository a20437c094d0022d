"""What people wrote beside the text: the comments of a file, each with its author."""

from __future__ import annotations

from reslint.documents.word.names import WordPart, table
from reslint.documents.xml import Attributes


def read_comments(part: WordPart, data: bytes) -> dict[str, tuple[str, str]]:
    """Words and author of every comment by its id, one line a paragraph; ReslintError where it is no good XML."""
    found: dict[str, tuple[str, str]] = {}
    current: list[str] = []
    words: list[str] = []
    listening = False

    def begin(attributes: Attributes) -> None:
        current[:] = [part.value(attributes, "id"), part.value(attributes, "author")]
        words.clear()

    def end() -> None:
        if current:
            found[current[0]] = ("".join(words).strip(), current[1])

    def listen(on: bool) -> None:
        nonlocal listening
        listening = on

    def hear(text: str) -> None:
        if listening:
            words.append(text)

    starts = {
        "comment": begin,
        "p": lambda _: words.append("\n"),
        "t": lambda _: listen(True),
        "tab": lambda _: words.append("\t"),
        "br": lambda _: words.append("\n"),
        "noBreakHyphen": lambda _: words.append("-"),
        "pPr": lambda _: part.pass_over(),
    }
    part.read(data, table(starts), table({"comment": end, "t": lambda: listen(False)}), hear)
    return found
