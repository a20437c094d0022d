"""OpenDocument files written by hand, as a person can read them."""

from __future__ import annotations

import io
import zipfile

URN = "urn:oasis:names:tc:opendocument:xmlns"
NAMESPACES = (
    f'xmlns:office="{URN}:office:1.0" xmlns:text="{URN}:text:1.0" xmlns:style="{URN}:style:1.0" '
    f'xmlns:table="{URN}:table:1.0" xmlns:draw="{URN}:drawing:1.0" xmlns:svg="{URN}:svg-compatible:1.0" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/"'
)
LETTERED = (
    '<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="a" '
    'style:num-suffix=")"/><text:list-level-style-number text:level="2" style:num-format="i" style:num-suffix=")"/>'
    '<text:list-level-style-bullet text:level="3" text:bullet-char="–"/></text:list-style>'
    '<text:list-style style:name="D"><text:list-level-style-number text:level="1" style:num-format="1"/>'
    '<text:list-level-style-number text:level="2" style:num-format="1" text:display-levels="2"/></text:list-style>'
)
MIMETYPE = "application/vnd.oasis.opendocument.text"


def odt(body: str, styles: str = LETTERED, outside: str = "") -> bytes:
    """An .odt file; `styles` are its automatic styles, `outside` its master page."""
    content = (
        f'<?xml version="1.0"?><office:document-content {NAMESPACES}><office:automatic-styles>{styles}'
        f"</office:automatic-styles><office:body><office:text>{body}</office:text></office:body>"
        "</office:document-content>"
    )
    common = (
        f"<office:document-styles {NAMESPACES}><office:master-styles><style:master-page>{outside}</style:master-page>"
        "</office:master-styles></office:document-styles>"
    )
    return packed({"mimetype": MIMETYPE.encode(), "content.xml": content.encode(), "styles.xml": common.encode()})


def packed(members: dict[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return file.getvalue()


def changes(*regions: tuple[str, str]) -> str:
    """Tracked changes by their names; an empty text is an insertion, any other what was taken out."""
    info = "<office:change-info><dc:creator>A. Delegate</dc:creator><dc:date>2024-05-06</dc:date></office:change-info>"
    written = "".join(
        f'<text:changed-region text:id="{name}">'
        + (f"<text:deletion>{info}{removed}</text:deletion>" if removed else f"<text:insertion>{info}</text:insertion>")
        + "</text:changed-region>"
        for name, removed in regions
    )
    return f"<text:tracked-changes>{written}</text:tracked-changes>"


def begin(name: str) -> str:
    return f'<text:change-start text:change-id="{name}"/>'


def end(name: str) -> str:
    return f'<text:change-end text:change-id="{name}"/>'


def here(name: str) -> str:
    return f'<text:change text:change-id="{name}"/>'


def items(*texts: str, attributes: str = 'text:style-name="L"') -> str:
    inside = "".join(f"<text:list-item><text:p>{text}</text:p></text:list-item>" for text in texts)
    return f"<text:list {attributes}>{inside}</text:list>"
