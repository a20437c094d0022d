"""What somebody should know before a Word file is written: it is signed, protected, or open elsewhere."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator

from reslint.documents.word.package import Package
from reslint.errors import ReslintError
from reslint.fixing.splicing.encoding import as_utf_8

PROTECTION = re.compile(rb"<(?:[\w.-]+:)?documentProtection\b([^>]*)>")
ENFORCED = re.compile(rb"""enforcement\s*=\s*["'](?:1|true|on)["']""")
SIGNATURES = "_xmlsignatures/"
LOCK = "~$"


def cautions(package: Package) -> Iterator[str]:
    """What writing does to a signature, and that a protection was not heeded; one line each."""
    if any(part.lower().startswith(SIGNATURES) for part in package.parts):
        yield f"{package.name}: it is signed, and what is written breaks the signature"
    for one in package.relationships(package.main):
        if one.kind == "settings" and not one.external and one.target in package.parts:
            protection = PROTECTION.search(as_utf_8(package.read(one.target)))
            if protection and ENFORCED.search(protection[1]):
                yield f"{package.name}: it is protected against changes in Word, and was written all the same"


def refuse_if_open(name: str) -> None:
    """ReslintError for a file that Word has open: it would save its own copy over what is written."""
    folder, base = os.path.split(name)
    # Word puts two signs before a short name, and in place of the first two letters of a longer one.
    for lock in (LOCK + base, LOCK + base[2:]):
        if os.path.exists(os.path.join(folder, lock)):
            raise ReslintError(name, "it is open in Word, so nothing was written", "close it there first")
