"""The package round the stories: parts, relationships, and the ways in which producers name and encode them."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import dataclass

from context import Context

SPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
}
STRICT = {
    SPACES["w"]: "http://purl.oclc.org/ooxml/wordprocessingml/main",
    SPACES["r"]: "http://purl.oclc.org/ooxml/officeDocument/relationships",
    SPACES["wp"]: "http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing",
    SPACES["a"]: "http://purl.oclc.org/ooxml/drawingml/main",
    SPACES["m"]: "http://purl.oclc.org/ooxml/officeDocument/math",
}
DECLARATIONS = "".join(f' xmlns:{prefix}="{uri}"' for prefix, uri in SPACES.items()) + ' mc:Ignorable="w14"'
CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"


@dataclass(frozen=True, slots=True)
class Part:
    """A part with its kind, as the end of its relationship's type names it, its root element and what is in that."""

    kind: str
    root: str
    inside: str

    def xml(self) -> str:
        return f"<w:{self.root}{DECLARATIONS}>{self.inside}</w:{self.root}>"


def package(c: Context, document: str, parts: dict[str, Part]) -> bytes:
    """Zip a main document (its w:body) and its parts by relationship id."""
    moved = c.use("main part under another name", 0.06)
    folder, main = ("texts", "main-part.xml") if moved else ("word", "document.xml")
    absolute = moved or c.use("absolute targets", 0.06)
    dialect = _Dialect(c)
    names = {identity: f"word/{part.kind}{identity[3:]}.xml" for identity, part in parts.items()}
    links = [(i, parts[i].kind, f"/{name}" if absolute else name.split("/")[1], "") for i, name in names.items()]
    links += [(i, "hyperlink", target, ' TargetMode="External"') for i, target in c.links.items()]
    kinds = {f"/{name}": _content_type(parts[identity].kind) for identity, name in names.items()}
    overrides = {f"/{folder}/{main}": f"{CONTENT_TYPE}.document.main+xml", **kinds}
    files: dict[str, bytes] = {
        "[Content_Types].xml": _types(overrides).encode(),
        "_rels/.rels": dialect.relationships([("rId1", "officeDocument", f"{folder}/{main}", "")]),
        f"{folder}/_rels/{main}.rels": dialect.relationships(links),
        f"{folder}/{main}": dialect.encoded(Part("document", "document", document).xml()),
        **{names[identity]: dialect.encoded(part.xml()) for identity, part in parts.items()},
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, data in files.items():
            archive.writestr(zipfile.ZipInfo(name, (2024, 5, 6, 7, 8, 8)), data, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


class _Dialect:
    """How a producer writes XML: prefixes, encoding, and which of the two families of namespaces."""

    def __init__(self, c: Context) -> None:
        self.strict = c.use("Strict namespace", 0.06)
        self.default = c.use("default namespace", 0.06)
        self.prefix = not self.default and c.use("other prefix", 0.06)
        self.encoding = "utf-8"
        if c.use("UTF-16", 0.06):
            self.encoding = c.random.choice(("utf-16-le", "utf-16-be"))
        elif c.use("byte order mark", 0.04):
            self.encoding = "utf-8-sig"

    def relationships(self, links: list[tuple[str, str, str, str]]) -> bytes:
        inside = "".join(
            f'<Relationship Id="{identity}" Type="{SPACES["r"]}/{kind}" Target="{target}"{mode}/>'
            for identity, kind, target, mode in links
        )
        xml = f'<Relationships xmlns="{RELATIONSHIPS}">{inside}</Relationships>'
        return self._in_family(xml).encode()

    def encoded(self, xml: str) -> bytes:
        """Give a part in the dialect; only the names of elements and attributes are touched, never a text."""
        if self.prefix:
            xml = re.sub(r"(?<=[< /])w:", "ns0:", xml).replace(" xmlns:w=", " xmlns:ns0=", 1)
        elif self.default:
            xml = re.sub(r"(</?)w:", r"\1", xml).replace(" xmlns:w=", f' xmlns="{SPACES["w"]}" xmlns:w=', 1)
        xml = self._in_family(xml)
        if self.encoding.startswith("utf-16"):
            return f'\ufeff<?xml version="1.0" encoding="UTF-16"?>{xml}'.encode(self.encoding)
        return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n{xml}'.encode(self.encoding)

    def _in_family(self, xml: str) -> str:
        for transitional, strict in STRICT.items() if self.strict else ():
            xml = xml.replace(transitional, strict)
        return xml


def _content_type(kind: str) -> str:
    return f"{CONTENT_TYPE}.{kind}+xml"


def _types(overrides: dict[str, str]) -> str:
    inside = "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in overrides.items())
    return (
        f'<Types xmlns="{TYPES}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.'
        f'relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>{inside}</Types>'
    )
