"""Numbers for revisions and comments that nothing in a file has yet."""

from __future__ import annotations

import re
from collections.abc import Iterable

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
    match = ID.search(xml)
    return xml if match is None else xml[: match.start(1)] + str(ids.next()).encode() + xml[match.end(1) :]
