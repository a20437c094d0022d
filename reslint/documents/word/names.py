"""Names of WordprocessingML, in its two namespaces: the usual one and that of files saved as Strict."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

WORD = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
)
MATHEMATICS = (
    "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "http://purl.oclc.org/ooxml/officeDocument/math",
)
RELATIONS = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "http://purl.oclc.org/ooxml/officeDocument/relationships",
)
ALTERNATIVES = ("http://schemas.openxmlformats.org/markup-compatibility/2006",)
SPACE = "http://www.w3.org/XML/1998/namespace space"

Value = TypeVar("Value")


def table(values: Mapping[str, Value], namespaces: tuple[str, ...] = WORD) -> dict[str, Value]:
    """The values by full name, in each of the namespaces."""
    return {f"{namespace} {name}": value for namespace in namespaces for name, value in values.items()}


def attribute(attributes: Mapping[str, str], name: str, default: str = "", namespaces: tuple[str, ...] = WORD) -> str:
    """The value of an attribute, whichever the namespace of the file is."""
    for namespace in namespaces:
        value = attributes.get(f"{namespace} {name}")
        if value is not None:
            return value
    return default


def switched_on(attributes: Mapping[str, str]) -> bool:
    """Whether a property that may be on or off is on: it is if it says nothing."""
    return attribute(attributes, "val", "true") not in ("0", "false", "off")
