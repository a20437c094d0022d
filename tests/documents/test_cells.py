"""The edition of a citation may stand in the cell beside its number; cells of other rows are not read together."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import pytest

from reslint.citations import find_citations
from reslint.documents import Document, View
from reslint.documents.html.reader import read_html
from reslint.documents.odt.reader import read_odt
from reslint.documents.word.reader import read_word
from reslint.registry import Registry

Row = tuple[str, ...]
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
URN = "urn:oasis:names:tc:opendocument:xmlns"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


def word(*rows: Row) -> Document:
    cells = (
        "".join(
            f"<w:tc>{''.join(f'<w:p><w:r><w:t>{one}</w:t></w:r></w:p>' for one in cell.split('|'))}</w:tc>"
            for cell in row
        )
        for row in rows
    )
    table = "".join(f"<w:tr>{row}</w:tr>" for row in cells)
    main = f'<w:document xmlns:w="{W}"><w:body><w:tbl>{table}</w:tbl><w:p/></w:body></w:document>'
    relation = f'<Relationship Id="a" Type="{OFFICE}/officeDocument" Target="word/document.xml"/>'
    types = "http://schemas.openxmlformats.org/package/2006/content-types"
    return read_word(
        packed(
            {
                "[Content_Types].xml": f'<Types xmlns="{types}"/>',
                "_rels/.rels": f'<Relationships xmlns="{PACKAGE}">{relation}</Relationships>',
                "word/document.xml": main,
            }
        ),
        "draft.docx",
    )


def odt(*rows: Row) -> Document:
    cells = (
        "".join(
            f"<table:table-cell>{''.join(f'<text:p>{one}</text:p>' for one in cell.split('|'))}</table:table-cell>"
            for cell in row
        )
        for row in rows
    )
    table = "".join(f"<table:table-row>{row}</table:table-row>" for row in cells)
    content = (
        f'<office:document-content xmlns:office="{URN}:office:1.0" xmlns:text="{URN}:text:1.0" '
        f'xmlns:table="{URN}:table:1.0"><office:body><office:text><table:table>{table}</table:table>'
        "</office:text></office:body></office:document-content>"
    )
    return read_odt(packed({"content.xml": content}), "draft.odt")


def html(*rows: Row) -> Document:
    cells = ("".join(f"<td>{'<p>'.join(cell.split('|'))}</td>" for cell in row) for row in rows)
    return read_html(f"<table>{''.join(f'<tr>{row}</tr>' for row in cells)}</table>".encode(), "draft.html")


def packed(members: dict[str, str]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return file.getvalue()


@pytest.fixture(params=[word, odt, html])
def cited(request: pytest.FixtureRequest, registry: Registry) -> Callable[..., list[str]]:
    def read(*rows: Row) -> list[str]:
        found = []
        for one in find_citations(View(request.param(*rows)), registry):
            editions = "; ".join(f"{edition.place or ''} {edition.year}".strip() for edition in one.editions)
            found.append(f"{one.body} {one.number} ({editions})")
        return found

    return read


@pytest.mark.parametrize(
    ("rows", "citations"),
    [
        ([("Resolution 71", "(Rev. Dubai, 2018)")], ["PP 71 (Dubai 2018)"]),
        ([("PP Resolution 102", "Rev. Dubai, 2018", "Internet")], ["PP 102 (Dubai 2018)"]),
        ([("1", "Resolution 30", "(Rev. Buenos Aires, 2017)")], ["WTDC 30 (Buenos Aires 2017)"]),
        ([("Title|Resolution 102", "(Rev. Dubai, 2018)|and more")], ["PP 102 (Dubai 2018)"]),
        ([("Council Resolution 1332", "(Modified 2019)")], ["COUNCIL 1332 (2019)"]),
        (
            [("Resolution 64", "(Rev. Dubai, 2018)"), ("Resolution 70", "(Rev. Busan, 2014)")],
            ["PP 64 (Dubai 2018)", "PP 70 (Busan 2014)"],
        ),
        ([("Resolution 102", "(Rev. Dubai, 2018) of the Plenipotentiary Conference")], ["PP 102 (Dubai 2018)"]),
        ([("Resolution 71", "the plan", "(Rev. Dubai, 2018)")], ["PP 71 (Dubai 2018)"]),
        ([("Resolution 71", "the plan", "Geneva, 12 May 2018")], ["None 71 ()"]),
        ([("Resolution 71", "the plan", "the agenda", "(Rev. Dubai, 2018)")], ["None 71 ()"]),
        ([("Resolution 71", "WTDC Resolution 8", "(Rev. Dubai, 2014)")], ["None 71 ()", "WTDC 8 (Dubai 2014)"]),
        ([("Resolution 71",), ("(Rev. Dubai, 2018)",)], ["None 71 ()"]),
        ([("a", "Resolution 71"), ("(Rev. Dubai, 2018)", "b")], ["None 71 ()"]),
        ([("Resolution 71", "Resolution 102 (Rev. Dubai, 2018)")], ["None 71 ()", "PP 102 (Dubai 2018)"]),
        ([("Resolution 71", "2018"), ("Resolution 9", "12")], ["None 71 ()", "None 9 ()"]),
        ([("Resolution 71|is old", "(Rev. Dubai, 2018)")], ["None 71 ()"]),
    ],
)  # fmt: skip
def test_number_and_edition_in_neighbouring_cells(
    cited: Callable[..., list[str]], rows: list[Row], citations: list[str]
) -> None:
    assert cited(*rows) == citations
