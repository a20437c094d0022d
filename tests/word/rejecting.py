"""Reject the changes of one author in a Word file, by the tree of its XML: independent of reader and writer."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from xml.etree import ElementTree

from written import W

STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
NUMBERED = (
    "ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "tblGridChange",
    "trPrChange", "tcPrChange", "tblPrExChange", "cellIns", "cellDel", "cellMerge", "numberingChange",
)  # fmt: skip


def without(data: bytes, author: str) -> bytes:
    """The file as it is after somebody rejects the insertions and deletions of runs by an author."""
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(written, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            if name.endswith(".xml"):
                tree = ElementTree.fromstring(part)
                for namespace in (W, STRICT):
                    _reject(tree, f"{{{namespace}}}", author)
                part = ElementTree.tostring(tree)
            new.writestr(name, part)
    return written.getvalue()


def revision_ids(data: bytes) -> Iterator[str]:
    """The ids of all tracked changes of all parts, in the order of the file."""
    for tree in _trees(data):
        for element in tree.iter():
            namespace, _, name = element.tag.rpartition("}")
            if name in NUMBERED and namespace[1:] in (W, STRICT):
                yield element.get(f"{namespace}}}id") or ""


def empty_wrappers(data: bytes) -> list[str]:
    """The insertions and deletions around runs that hold nothing."""
    found = []
    for tree in _trees(data):
        for parent in tree.iter():
            for child in parent:
                name = child.tag.rpartition("}")[2]
                inside = parent.tag.rpartition("}")[2]
                around_runs = name in ("ins", "del", "moveFrom", "moveTo") and inside not in ("rPr", "trPr", "numPr")
                if around_runs and not len(child):
                    found.append(f"{name} in {inside}")
    return found


def _trees(data: bytes) -> Iterator[ElementTree.Element]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        for name in package.namelist():
            if name.endswith(".xml"):
                yield ElementTree.fromstring(package.read(name))


def _reject(element: ElementTree.Element, w: str, author: str) -> None:
    for child in list(element):
        _reject(child, w, author)
        if child.get(f"{w}author") != author or element.tag == f"{w}rPr":
            continue
        at = list(element).index(child)
        if child.tag == f"{w}ins":
            element.remove(child)
        elif child.tag == f"{w}del":
            element.remove(child)
            for number, inner in enumerate(child):
                for text in inner.iter(f"{w}delText"):
                    text.tag = f"{w}t"
                element.insert(at + number, inner)
