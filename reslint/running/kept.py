"""What is kept of the judgement of a file: JSON, under everything that it hangs on, which is what the file holds and is
called, and what the linter rests on.
"""

from __future__ import annotations

import json
import zlib
from datetime import date
from functools import cache
from operator import attrgetter
from typing import TYPE_CHECKING

from reslint.api.cited_texts import CitedText
from reslint.api.finding import Finding
from reslint.api.report import FileResult
from reslint.citations.languages import Unread
from reslint.storage.digests import blake2b
from reslint.storage.plain import PlainForm
from reslint.values import Value

if TYPE_CHECKING:
    from reslint.linting.linter import Linter
    from reslint.running.jobs import Draft

CHECKED = 16
"""So many bytes of what is kept are its checksum."""


class Judgement(Value):
    """What is kept of the result of a file; what went wrong is not, since it is tried again."""

    findings: tuple[Finding, ...]
    notices: tuple[str, ...]
    as_of: date | None
    gone: int
    cited_texts: tuple[CitedText, ...]
    union_texts: tuple[tuple[str, str, str], ...]
    silenced: int
    overruled: int
    unread: Unread | None


_parts = attrgetter(*Judgement._fields)


def written(key: bytes, result: FileResult) -> bytes | None:
    """The result of a file as it is kept under a key, with a checksum; None for one that is not worth keeping."""
    if result.errors:
        return None
    kept = Judgement(*_parts(result if result.view is None else result.without_text()))
    data = zlib.compress(_form().written(kept).encode("utf-8", "surrogatepass"), 1)
    return _checksum(key, data) + data


def read(key: bytes, name: str, kept_data: bytes) -> FileResult | None:
    """The result of a file of this name of what was kept under a key; None where that is damaged."""
    checksum, data = kept_data[:CHECKED], kept_data[CHECKED:]
    if _checksum(key, data) != checksum:
        return None
    try:
        kept = _form().value(json.loads(zlib.decompress(data).decode("utf-8", "surrogatepass")))
    except (LookupError, TypeError, ValueError, RecursionError, zlib.error):
        return None
    return FileResult(name, **{field: getattr(kept, field) for field in Judgement._fields})


def _checksum(key: bytes, data: bytes) -> bytes:
    return blake2b(data, key=key, digest_size=CHECKED).digest()


@cache
def _form() -> PlainForm[Judgement]:
    return PlainForm(Judgement)


def under(linter: Linter) -> blake2b:
    """What all results of a linter hang on."""
    return blake2b(f"{linter.basis.digest}\0{linter.day}\0{linter.of_own_day}\0".encode(), digest_size=32)


def key_of(draft: Draft, of_linter: blake2b) -> bytes:
    """What the result of a file is kept under, which tells everything that it hangs on."""
    key = of_linter.copy()
    for part in (draft.name, draft.side):
        key.update(part.encode("utf-8", "surrogatepass") + b"\0")
    key.update(draft.data)
    return key.digest()
