"""The encoding of what is written into: tags are looked for as they are in ASCII, and what is new is UTF-8."""

from __future__ import annotations

import re

DECLARATION = re.compile(r"\s*<\?xml[^>]*\?>")
UTF_8 = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
MARKS = (b"\xff\xfe", b"\xfe\xff")


def as_utf_8(data: bytes) -> bytes:
    """A part in UTF-8, with a declaration that says so; one that is in it already is not touched."""
    if not data.startswith(MARKS):
        return data
    return DECLARATION.sub(UTF_8, data.decode("utf-16"), count=1).encode()
