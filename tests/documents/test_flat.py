"""A flat OpenDocument file, which is one file of XML, is read as the packed one of the same text is."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from opendocument import LETTERED, NAMESPACES, begin, changes, end, here, items, odt

from reslint.documents import Document, View, ViewName
from reslint.documents.odt.reader import read_odt
from reslint.errors import ReslintError

Reslint = Callable[..., Any]
TEXT = "application/vnd.oasis.opendocument.text"
OLD = "Resolution 71 (Rev. <text:span>Dubai</text:span>, 2018) of the Plenipotentiary Conference."
BOX = "<draw:frame><draw:text-box><text:p>in the box</text:p></draw:text-box></draw:frame>"
NOTE = '<text:note text:note-class="footnote"><text:note-body><text:p>the note</text:p></text:note-body></text:note>'
HEADER = "<style:header><text:p>the header</text:p></style:header>"
REMARK = (
    "<office:annotation><dc:creator>A. Delegate</dc:creator><dc:date>2024-05-06</dc:date>"
    "<text:p>reslint: ignore[outdated-edition]</text:p></office:annotation>"
)


def flat(body: str, styles: str = LETTERED, outside: str = "", before: str = "", kind: str = TEXT) -> bytes:
    """The same as `odt` makes, in one file."""
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n{before}<office:document {NAMESPACES} office:mimetype="{kind}">\n'
        "<office:meta><dc:creator>Somebody</dc:creator><dc:date>2024-05-06</dc:date></office:meta>"
        f"<office:styles/><office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:master-styles><style:master-page>{outside}</style:master-page></office:master-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document>\n"
    ).encode()


def told(document: Document) -> list[object]:
    """All that is read of a document but where it stands in the file."""
    stories = [
        (story.name, [paragraph._replace(segments=()) for paragraph in story.paragraphs]) for story in document.stories
    ]
    views = [(View(document, name).text, View(document, name).blocks) for name in ViewName]
    return [stories, views, document.comments, document.notices, document.tracked]


BODIES = {
    "words": f"<text:p>{OLD}</text:p>",
    "a list": items("one", "two") + "<text:p>and</text:p>" + items("again"),
    "a heading": '<text:h text:outline-level="1">Draft</text:h><text:p>text</text:p>',
    "a table": "<table:table><table:table-row><table:table-cell><text:p>cell</text:p></table:table-cell>"
    "</table:table-row></table:table><text:p>end</text:p>",
    "a note and a box": f"<text:p>see{NOTE} and {BOX}.</text:p>",
    "changes": changes(("d", "<text:p>Dubai, 2018</text:p>"), ("i", ""))
    + f"<text:p>Resolution 71 (Rev. {here('d')}{begin('i')}Bucharest, 2022{end('i')})</text:p>",
    "a remark": f"<text:p>{REMARK}{OLD}</text:p>",
    "a picture": "<text:p>a<draw:frame><draw:image><office:binary-data>iVBORw0KGgo=</office:binary-data></draw:image>"
    "</draw:frame>b</text:p>",
    "indented": f"\n  <text:p>\n    {OLD}\n  </text:p>\n",
    "struck out": '<text:p>a<text:span text:style-name="S">b</text:span></text:p>',
}
SAMPLES = ("01-wtsa-mod-runs", "03-tables", "04-structures")
STRUCK = (
    '<style:style style:name="S" style:family="text"><style:text-properties text:text-line-through-style="solid"/>'
    "</style:style>"
)


@pytest.mark.parametrize("name", BODIES)
def test_it_reads_as_the_packed_one_does(name: str) -> None:
    parts: dict[str, str] = {"styles": LETTERED + STRUCK, "outside": HEADER}
    assert told(read_odt(flat(BODIES[name], **parts), "draft.fodt")) == told(
        read_odt(odt(BODIES[name], **parts), "draft.fodt")
    )


def test_headers_come_after_the_body_though_they_stand_before_it() -> None:
    names = [story.name for story in read_odt(flat(BODIES["a note and a box"], outside=HEADER), "a.fodt").stories]
    assert names == ["body", "footnote 1", "text box 1", "header 1"]


def test_it_is_read_in_other_encodings() -> None:
    text = flat(f"<text:p>{OLD}</text:p>").decode()
    marked = b"\xef\xbb\xbf" + text.encode()
    wide = text.replace("UTF-8", "UTF-16").encode("utf-16")
    blank = text.removeprefix('<?xml version="1.0" encoding="UTF-8"?>').encode()
    for data in (marked, wide, blank):
        assert View(read_odt(data, "a.fodt")).text == re.sub("<[^>]*>", "", OLD) + "\n"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"<office:document", "a.fodt: the file is damaged at line 1"),
        (flat("<text:p>a</text:p>")[:-20], "a.fodt: the file is damaged at line "),
        (b"<html><body>Resolution 71</body></html>", "a.fodt: this is XML, but it holds no OpenDocument text"),
        (flat("<text:p>a</text:p>").replace(b"office:text", b"office:spreadsheet"), "it holds no OpenDocument text"),
        (flat("<text:p>a</text:p>", before="<!DOCTYPE a>"), "a.fodt: the file declares a document type"),
        (b"just words", "a.fodt: this is no OpenDocument file"),
        (b"", "a.fodt: the file is empty"),
    ],
)
def test_what_is_none_is_refused(data: bytes, reason: str) -> None:
    with pytest.raises(ReslintError) as refused:
        read_odt(data, "a.fodt")
    assert reason in str(refused.value)
    assert str(refused.value).count("\n") == 0


def test_a_packed_file_of_that_name_is_read_too() -> None:
    assert View(read_odt(odt("<text:p>a</text:p>"), "a.fodt")).text == "a\n"


@pytest.mark.parametrize("name", ["a.fodt", "A.FODT", "-"])
def test_it_is_checked_by_its_name_and_by_what_is_in_it(reslint: Reslint, tmp_path: Path, name: str) -> None:
    data = flat(f"<text:p>{OLD}</text:p>")
    if name == "-":
        ran = reslint("check", "--as-of", "2024-10-15", "-", stdin=data, small=False)
    else:
        path = tmp_path / name
        path.write_bytes(data)
        ran = reslint("check", "--as-of", "2024-10-15", tmp_path, small=False)
    assert "STA001" in ran.out
    assert "Dubai, 2018" in ran.out
    assert "office:" not in ran.out


def test_it_is_not_mended_and_that_is_said(reslint: Reslint, tmp_path: Path) -> None:
    path = tmp_path / "a.fodt"
    data = flat(f"<text:p>{OLD}</text:p>")
    path.write_bytes(data)
    ran = reslint("check", "--as-of", "2024-10-15", "--fix", "--unsafe-fixes", path, small=False)
    assert "files of this format are not mended" in ran.out + ran.err
    assert path.read_bytes() == data


def test_a_remark_silences(reslint: Reslint, tmp_path: Path) -> None:
    path = tmp_path / "a.fodt"
    path.write_bytes(flat(BODIES["a remark"]))
    assert "STA001" not in reslint("check", "--as-of", "2024-10-15", path, small=False).out


@pytest.mark.slow
def test_libreoffice_saves_the_same_text_both_ways(shared: Path, tmp_path: Path) -> None:
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        pytest.skip("LibreOffice is not installed (apt-get install libreoffice-writer)")
    files = [str(shared / "samples" / "word" / f"{name}.docx") for name in SAMPLES]
    for kind in ("odt", "fodt"):
        profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
        call = [program, profile, "--headless", "--convert-to", kind, "--outdir", str(tmp_path), *files]
        subprocess.run(call, check=True, capture_output=True, timeout=300)
    for name in SAMPLES:
        flat_one, packed_one = (read_odt((tmp_path / f"{name}.{kind}").read_bytes(), name) for kind in ("fodt", "odt"))
        assert told(flat_one) == told(packed_one), name
