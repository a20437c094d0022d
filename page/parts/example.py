"""A Word file that is as small as one can be: the desk judges it before there is a draft."""

from __future__ import annotations

import io
import zipfile

WORDS = "recalling Resolution 71 (Rev. Dubai, 2018) of the Plenipotentiary Conference"
SCHEMAS = "http://schemas.openxmlformats.org"
KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
MEMBERS = {
    "[Content_Types].xml": f'<Types xmlns="{SCHEMAS}/package/2006/content-types">'
    f'<Override PartName="/word/document.xml" ContentType="{KIND}"/></Types>',
    "_rels/.rels": f'<Relationships xmlns="{SCHEMAS}/package/2006/relationships"><Relationship Id="rId1" '
    f'Type="{SCHEMAS}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    "word/document.xml": f'<w:document xmlns:w="{SCHEMAS}/wordprocessingml/2006/main">'
    f"<w:body><w:p><w:r><w:t>{WORDS}</w:t></w:r></w:p></w:body></w:document>",
}


def word_file() -> bytes:
    """Its bytes, always the same."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as package:
        for name, text in MEMBERS.items():
            package.writestr(zipfile.ZipInfo(name), text)
    return written.getvalue()
