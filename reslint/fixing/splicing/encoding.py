"""The encoding of what is written into: tags are looked for as they are in ASCII, and what is new is UTF-8."""

from __future__ import annotations

import re

DECLARATION = re.compile(r"\s*<\?xml[^>]*\?>")
DECLARED = re.compile(rb"""\s*<\?xml[^>]*?\sencoding\s*=\s*["']([\w.-]+)["']""")
UTF_8 = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
MARKS = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16", b"<\0": "utf-16-le", b"\0<": "utf-16-be"}
AS_IT_IS = ("utf-8", "us-ascii")


def as_utf_8(data: bytes) -> bytes:
    """A part in UTF-8, with a declaration that says so; one that is in it already is not touched."""
    declared = DECLARED.match(data)
    encoding = MARKS.get(data[:2]) or (declared[1].decode().lower() if declared else AS_IT_IS[0])
    if encoding in AS_IT_IS:
        return data
    return DECLARATION.sub(UTF_8, data.decode(encoding), count=1).encode()
