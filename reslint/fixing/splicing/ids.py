"""Numbers for revisions and comments that nothing in a file has yet."""

from __future__ import annotations

import re
from collections.abc import Iterable

from reslint.fixing.splicing.tags import ATTRIBUTE, after_tag, prefix_of

ID = re.compile(rb"""[\s:]id\s*=\s*["'](\d{1,10})["']""")
LARGEST = 2**31 - 1


class Ids:
    """Gives numbers one after the other that none of the parts uses as any id."""

    def __init__(self, parts: Iterable[bytes]) -> None:
        self._used = {int(match[1]) for part in parts for match in ID.finditer(part)}
        largest = max((number for number in self._used if number <= LARGEST), default=0)
        # After a file with ids near the largest one, counting begins anew among those that are free.
        self._last = largest if largest < LARGEST // 2 else 0

    def next(self) -> int:
        """A number that was not used before."""
        self._last += 1
        while self._last in self._used:
            self._last += 1
        return self._last


def renumbered(xml: bytes, ids: Ids) -> bytes:
    """The start tag of a revision under an id of its own."""
    prefix = prefix_of(xml, 0).encode()
    named = (match for match in ATTRIBUTE.finditer(xml, 0, after_tag(xml, 0)) if match["name"].endswith(b":id"))
    # In a tag without a prefix the attribute has one all the same.
    own = next((match for match in named if match["name"].startswith(prefix) and match["name"] != b"xml:id"), None)
    if own is None:
        return xml
    return xml[: own.start("value")] + f'"{ids.next()}"'.encode() + xml[own.end("value") :]
