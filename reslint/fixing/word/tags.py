"""Tags in the bytes of a part: where one ends, and what the root element says. What is new is UTF-8."""

from __future__ import annotations

import re

from reslint.documents.xml import Attributes, Part
from reslint.errors import ReslintError
from reslint.named import NamedTuple

TAG = re.compile(rb"""<(?:[^<>"']|"[^"]*"|'[^']*')*>""")
ATTRIBUTE = re.compile(rb"""(?P<name>[^\s=<>"']+)\s*=\s*(?P<value>"[^"]*"|'[^']*')""")
NAME = re.compile(rb"<(?:([^\s:/>]+):)?[^\s:/>]+")
DECLARATION = re.compile(r"\s*<\?xml[^>]*\?>")
DECLARED = re.compile(rb"""\s*<\?xml[^>]*?\sencoding\s*=\s*["']([\w.-]+)["']""")
UTF_8 = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
MARKS = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16", b"<\0": "utf-16-le", b"\0<": "utf-16-be"}
AS_IT_IS = ("utf-8", "us-ascii")


class Root(NamedTuple):
    """The root element of a part: its tag is `data[start:inside]`, and `closing` is where its end tag begins.

    Without content it has no end tag, and `closing` is `inside`. `children` is how many elements are right in it,
    `bound` the namespaces of the prefixes that it declares.
    """

    namespace: str
    start: int
    inside: int
    closing: int
    children: int
    bound: dict[bytes, str]


def after_tag(data: bytes, at: int) -> int:
    """The byte after the tag that begins at a byte."""
    match = TAG.match(data, at)
    assert match is not None
    return match.end()


def root_of(data: bytes, name: str, part: str) -> Root:
    """The root element of a part in UTF-8; ReslintError for no good XML."""
    reader = Part(name, part)
    found: list[tuple[str, int]] = []
    depth = children = last = 0

    def start(element: str, _: Attributes) -> None:
        nonlocal depth, children
        if not depth:
            found.append((element, reader.parser.CurrentByteIndex))
        children += depth == 1
        depth += 1

    def end(_: str) -> None:
        nonlocal depth, last
        depth -= 1
        last = reader.parser.CurrentByteIndex

    reader.parse(data, start, end)
    element, at = found[0]
    return Root(element.rpartition(" ")[0], at, after_tag(data, at), last, children, bindings_in(data, at))


def appended(data: bytes, root: Root, xml: bytes) -> bytes:
    """A part with more at the end of its root element."""
    tag = data[root.start : root.inside]
    if not tag.endswith(b"/>"):
        return data[: root.closing] + xml + data[root.closing :]
    name = NAME.match(tag)
    assert name is not None
    return data[: root.inside - 2] + b">" + xml + b"</" + name[0][1:] + b">" + data[root.inside :]


def bindings_in(data: bytes, at: int) -> dict[bytes, str]:
    """The namespaces that the tag at a byte declares, as they are written, by prefix; the default one by none."""
    found = {}
    for match in ATTRIBUTE.finditer(data, at, after_tag(data, at)):
        word, _, prefix = match["name"].partition(b":")
        if word == b"xmlns":
            found[prefix] = match["value"][1:-1].decode()
    return found


def prefix_of(data: bytes, at: int) -> str:
    """The prefix of the tag at a byte, with its colon, or nothing."""
    match = NAME.match(data, at)
    return f"{match[1].decode()}:" if match and match[1] else ""


def as_utf_8(data: bytes, name: str, part: str) -> bytes:
    """A part of a file in UTF-8, with a declaration that says so; one that is in it already is not touched.

    Raises ReslintError for one that is not in the encoding that it declares.
    """
    try:
        return _in_utf_8(data)
    except (LookupError, UnicodeError) as error:
        reason = f"the part {part} is not in the encoding that it declares, so nothing was written"
        raise ReslintError(name, reason, "open it with Word and save it again") from error


def looked_through(data: bytes) -> bytes:
    """A part as far as it can be looked through, whatever it says of its encoding."""
    try:
        return _in_utf_8(data)
    except (LookupError, UnicodeError):
        return data


def _in_utf_8(data: bytes) -> bytes:
    declared = DECLARED.match(data)
    encoding = MARKS.get(data[:2]) or (declared[1].decode().lower() if declared else AS_IT_IS[0])
    if encoding in AS_IT_IS:
        return data
    return DECLARATION.sub(UTF_8, data.decode(encoding), count=1).encode()
