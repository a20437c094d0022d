"""Cautions before a Word file is written: it is signed or protected."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reslint.documents.word.package import Package
from reslint.fixing.word.tags import looked_through

PROTECTION = re.compile(rb"<(?:[\w.-]+:)?documentProtection\b([^>]*)>")
ENFORCED = re.compile(rb"""enforcement\s*=\s*["'](?:1|true|on)["']""")
SIGNATURES = "_xmlsignatures/"


def is_signed(package: Package) -> bool:
    """Whether the file has a digital signature."""
    return any(part.lower().startswith(SIGNATURES) for part in package.parts)


def cautions(package: Package) -> Iterator[str]:
    """What writing does to a signature, and that a protection was not heeded; one line each."""
    if is_signed(package):
        yield f"{package.name}: it is signed, and what is written breaks the signature"
    for one in package.relationships(package.main):
        if one.kind == "settings" and not one.external and one.target in package.parts:
            protection = PROTECTION.search(looked_through(package.read(one.target)))
            if protection and ENFORCED.search(protection[1]):
                yield f"{package.name}: it is protected against changes in Word, and was written all the same"
