"""A folder with a hostile file of each kind among fifty good ones: fifty are judged, each of the others is named."""

from __future__ import annotations

import os
import socket
import zipfile
from pathlib import Path

import pytest
from made import W, docx, odt, packed, paragraph, pdf, reslint_on, run

pytestmark = pytest.mark.slow
M = 1 << 20
BAD = "Resolution 71 (Rev. Buchrest 2018)"
GOOD = 50


def hostile(folder: Path) -> dict[str, str]:
    """Put them there; the names by which they are told of, and a word of what is said."""
    itself = (
        '<text:tracked-changes><text:changed-region text:id="a"><text:deletion><office:change-info/><text:p>gone'
        '<text:change text:change-id="a"/></text:p></text:deletion></text:changed-region></text:tracked-changes>'
        '<text:p><text:change text:change-id="a"/></text:p>'
    )
    ladder = "".join(
        f'<text:changed-region text:id="c{number}"><text:deletion><office:change-info/><text:p>'
        f'<text:change text:change-id="c{number - 1}"/></text:p></text:deletion></text:changed-region>'
        for number in range(1, 3_000)
    )
    files: dict[str, tuple[bytes, str]] = {
        "deletion in itself.odt": (odt(itself), ""),
        "ladder.odt": (odt(f"<text:tracked-changes>{ladder}</text:tracked-changes><text:p/>"), "nested"),
        "paragraphs.docx": (docx("<w:p/>" * 5 * M), "would unpack to"),
        "fewer paragraphs.docx": (docx("<w:p/>" * 300_000), "paragraphs"),
        "blanks.docx": (docx(" " * 60 * M), "would unpack to"),
        "nested.docx": (docx("<w:tbl><w:tr><w:tc>" * 9_000), "nested"),
        "lines.txt": (b"a\n" * 4 * M, "paragraphs"),
        "lines.md": (b"- a\n" * M, "paragraphs"),
        "lines.html": (b"<p>a" * 240_000, "paragraphs"),
        "cells.html": (b"<td>a" * M, "tags, words and comments"),
        "letters.txt": (b"(" * 30 * M, "characters"),
        "drawn.pdf": (pdf(b"(a b) Tj " * 9 * M), "would unpack to"),
        "marks.pdf": (pdf(b"/a BMC " * 30_000), "nested"),
        "no.pdf": (b"%PDF-1.7\n" + b"<<" * 50_000, "no PDF file"),
        "no.zip": (b"PK\x03\x04" + b"\0" * 500, "the archive cannot be read"),
        "utf-16.docx": (
            docx(paragraph(run("a")), {"settings": f'<?xml version="1.0" encoding="utf-16"?><w:settings {W}/>'}),
            "",
        ),
        "members.docx": (packed({f"{number}.xml": b"" for number in range(3_000)}), "not a Word document"),
        "zeros.txt": (b"\0" * M, "zero bytes"),
        "glued.txt": ("Resolution 61-3 (日内瓦, 2018日内瓦, 2006)\n".encode(), ""),
        f"{'x' * 250}.txt": (b"words\n", ""),
        "comments.md": (b"<!-- reslint: ignore[SPL001] -->\n" * 8_000, ""),
    }
    said = {}
    for name, (data, words) in files.items():
        (folder / name).write_bytes(data)
        if words:
            said[name] = words
    with zipfile.ZipFile(folder / "bomb.zip", "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("a.txt", b"a\n" * 30 * M)
        for number in range(2_000):
            made.writestr(f"d/{number}.txt", "words")
    said["bomb.zip/a.txt"] = "would unpack to"
    for name in ("pipe.txt", "pipe.docx", "pipe.zip"):
        os.mkfifo(folder / name)
        said[name] = "this is a pipe"
    (folder / "device.txt").symlink_to("/dev/zero")
    said["device.txt"] = "this is a device"
    (folder / "circle.txt").symlink_to("circle.txt")
    said["circle.txt"] = "cannot be read"
    return said


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")
@pytest.mark.parametrize("arguments", [["--jobs", "1"], ["--jobs", "2"], [], ["--fix"], ["--diff"]])
def test_fifty_are_judged_and_each_of_the_others_is_named(
    arguments: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    folder = Path("in")
    folder.mkdir()
    for number in range(GOOD):
        (folder / f"good {number}.txt").write_text(f"{BAD}\n")
    said = hostile(folder)
    with socket.socket(socket.AF_UNIX) as plug:
        plug.bind("in/socket.txt")
        said["socket.txt"] = "this is a socket"
        ran = reslint_on("check", "in", "--no-cache", "--select", "SPL,FRM", "--output-format", "concise", *arguments)
    assert ran.status == 2
    assert "Traceback" not in ran.err
    assert "report it" not in ran.err
    for name, words in said.items():
        (line,) = [one for one in ran.errors if one.startswith(f"error: in/{name}: ")]
        assert words in line
    assert len(ran.errors) == len(said)
    for number in range(GOOD):
        assert f"in/good {number}.txt" in ran.out
    assert ran.seconds < 60
    assert ran.megabytes < 500
