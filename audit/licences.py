"""The licences of installed packages, as their metadata name them, against those that are permitted."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from importlib.metadata import Distribution
from pathlib import Path
from typing import NamedTuple

PERMITTED = {
    "0BSD",
    "Apache-2.0",
    "BSD",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BlueOak-1.0.0",
    "CC0-1.0",
    "CNRI-Python",
    "ISC",
    "MIT",
    "MPL-2.0",
    "PSF-2.0",
    "Public-Domain",
    "Unlicense",
}
"""By their names in SPDX, and two that older metadata use. MPL-2.0 binds its own files only, which are not changed."""
CALLED = {
    "apache 2.0": "Apache-2.0",
    "apache license 2.0": "Apache-2.0",
    "apache software license": "Apache-2.0",
    "bsd 2-clause license": "BSD-2-Clause",
    "bsd license": "BSD",
    "mit license": "MIT",
    "mozilla public license 2.0 (mpl 2.0)": "MPL-2.0",
    # So the packages of one repository of Mozilla's write it; those that name a version name this one.
    "mpl": "MPL-2.0",
    "mpl 2.0": "MPL-2.0",
    "python software foundation license": "PSF-2.0",
    "isc license (iscl)": "ISC",
}
"""What older metadata call a licence, in small letters."""
READ = {"pypdfium2": "BSD-3-Clause AND Apache-2.0"}
"""Packages whose metadata say it in words of their own, and what was read there; that of PDFium is in its files."""
CLASSIFIER = "License :: "
LONGEST = 60
"""A longer field holds the text of a licence, and not its name."""
TOKEN = re.compile(r"\s*([()]|[^\s()]+)")


class Licensed(NamedTuple):
    """A package with the licence that its metadata name, empty where they name none."""

    name: str
    version: str
    licence: str

    @property
    def permitted(self) -> bool:
        """Whether it may be depended on."""
        return permitted(self.licence)


def licensed(distribution: Distribution) -> Licensed:
    """A package that is installed: its expression, else its field, else its classifiers."""
    data = distribution.metadata
    field = data["License"].strip() if "License" in data else ""
    classifiers = [one.rpartition(" :: ")[2] for one in data.get_all("Classifier") or () if one.startswith(CLASSIFIER)]
    named = data["License-Expression"] if "License-Expression" in data else READ.get(distribution.name)
    if not named and classifiers:
        named = " AND ".join(CALLED.get(one.lower(), one.replace(" ", "-")) for one in classifiers)
    if not named and "\n" not in field and len(field) <= LONGEST:
        named = CALLED.get(field.lower(), field.replace(" and ", " AND "))
    return Licensed(distribution.name, distribution.version, named or "")


def bundled(lock: Path) -> Iterator[Licensed]:
    """The packages of a package-lock.json that are part of what is built, and no tools."""
    for path, package in json.loads(lock.read_text("utf-8"))["packages"].items():
        if path and not package.get("dev"):
            name = path.rpartition("node_modules/")[2]
            yield Licensed(name, package.get("version", ""), package.get("license", ""))


def permitted(expression: str) -> bool:
    """Whether an expression of SPDX permits it: one side of an OR, both sides of an AND."""
    tokens = TOKEN.findall(expression)
    try:
        value = _either(tokens)
    except IndexError:
        return False
    return value and not tokens


def refused(packages: Iterable[Licensed]) -> list[Licensed]:
    """Those whose licence is not permitted, or not known."""
    return [one for one in packages if not one.permitted]


def _either(tokens: list[str]) -> bool:
    value = _both(tokens)
    while tokens and tokens[0].upper() == "OR":
        tokens.pop(0)
        value = _both(tokens) or value
    return value


def _both(tokens: list[str]) -> bool:
    value = _one(tokens)
    while tokens and tokens[0].upper() == "AND":
        tokens.pop(0)
        value = _one(tokens) and value
    return value


def _one(tokens: list[str]) -> bool:
    token = tokens.pop(0)
    if token != "(":
        return token in PERMITTED
    value = _either(tokens)
    return tokens.pop(0) == ")" and value
