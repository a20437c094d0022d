"""The names of OpenDocument 1.3, as the XML parser gives them: "namespace name"."""

from __future__ import annotations

from reslint.documents.xml import Attributes, Part

BASE = "urn:oasis:names:tc:opendocument:xmlns:"
SPACES = {
    "draw": f"{BASE}drawing:1.0",
    "loext": "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0",
    "office": f"{BASE}office:1.0",
    "style": f"{BASE}style:1.0",
    "svg": f"{BASE}svg-compatible:1.0",
    "table": f"{BASE}table:1.0",
    "text": f"{BASE}text:1.0",
    "dc": "http://purl.org/dc/elements/1.1/",
    "xml": "http://www.w3.org/XML/1998/namespace",
}


def expanded(name: str) -> str:
    """A name such as `text:p` in full."""
    prefix, _, local = name.partition(":")
    return f"{SPACES[prefix]} {local}"


class OpenPart(Part):
    """A part of an OpenDocument file."""

    program = "LibreOffice"

    def get(self, attributes: Attributes, name: str) -> str:
        """The attribute of a name such as `text:id`, or nothing."""
        return attributes.get(expanded(name), "")


# Elements whose words a program puts there; what they show is read, and cannot be corrected by typing.
FIELDS = tuple(
    f"text:{name}"
    for name in (
        "author-initials", "author-name", "bibliography-mark", "bookmark-ref", "chapter", "conditional-text",
        "creation-date", "creation-time", "creator", "database-display", "database-name", "date", "dde-connection",
        "description", "drop-down", "editing-cycles", "editing-duration", "expression", "file-name", "hidden-text",
        "initial-creator", "keywords", "measure", "meta-field", "modification-date", "modification-time",
        "note-ref", "object-count", "page-continuation", "page-count", "page-number", "page-variable-get",
        "placeholder", "print-date", "print-time", "printed-by", "reference-ref", "sequence", "sequence-ref",
        "subject", "template-name", "text-input", "time", "title", "user-defined", "user-field-get",
        "user-field-input", "variable-get", "variable-input", "variable-set",
    )
)  # fmt: skip
# Elements in a paragraph whose words are not its own.
NOT_READ = (
    "draw:object", "office:binary-data", "office:forms", "svg:desc", "svg:title", "text:note-citation", "text:number",
    "text:ruby-text", "text:script",
)  # fmt: skip
# Shapes that may hold text.
BOXES = tuple(
    f"draw:{name}"
    for name in (
        "caption", "circle", "connector", "custom-shape", "ellipse", "line", "measure", "path", "polygon", "polyline",
        "rect", "regular-polygon", "text-box",
    )
)  # fmt: skip
