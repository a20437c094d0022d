"""Word, OpenDocument and PDF files with nothing in them but what is asked for, and the ways to run reslint on them."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

import reslint

ROOT = Path(reslint.__file__).parents[1]
OLD = "Resolution 71 (Rev. Dubai, 2018)"
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
URN = "urn:oasis:names:tc:opendocument:xmlns"
NAMESPACES = f'xmlns:office="{URN}:office:1.0" xmlns:text="{URN}:text:1.0" xmlns:table="{URN}:table:1.0"'


def packed(members: Mapping[str, bytes | str]) -> bytes:
    """A zip archive."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return file.getvalue()


def docx(body: str, parts: Mapping[str, bytes | str] | None = None) -> bytes:
    """A Word file with further parts, such as `comments` or `settings`, by the last word of their type."""
    parts = dict(parts or {})
    types = "".join(f'<Override PartName="/word/{one}.xml" ContentType="{TYPE}.{one}+xml"/>' for one in parts)
    related = "".join(
        f'<Relationship Id="r{one}" Type="{OFFICE}/{one}" Target="{one}.xml"/>' for one in parts if "/" not in one
    )
    return packed(
        {
            "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override '
            f'PartName="/word/document.xml" ContentType="{TYPE}.document.main+xml"/>{types}</Types>',
            "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="a" '
            f'Type="{OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
            "word/_rels/document.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">{related}</Relationships>',
            "word/document.xml": f"<w:document {W}><w:body>{body}</w:body></w:document>",
            **{f"word/{one}.xml": data for one, data in parts.items()},
        }
    )


def paragraph(inside: str) -> str:
    return f"<w:p>{inside}</w:p>"


def run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def odt(body: str) -> bytes:
    """An OpenDocument text."""
    content = f"<office:document-content {NAMESPACES}><office:body><office:text>{body}</office:text></office:body>"
    return packed(
        {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": f"{content}</office:document-content>"}
    )


def pdf(content: bytes, *, pages: int = 1, said: bytes = b"/Filter/FlateDecode", coded: bytes | None = None) -> bytes:
    """A PDF whose pages all draw the same; `said` is what its stream says of itself, `coded` what it holds."""
    data = zlib.compress(content, 9) if coded is None else coded
    kids = b" ".join(b"%d 0 R" % (5 + number) for number in range(pages))
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources<</Font<</F 3 0 R>>>>/Contents 4 0 R>>"
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[" + kids + b"]/Count %d>>" % pages,
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        b"<</Length %d%s>>\nstream\n" % (len(data), said) + data + b"\nendstream",
        *[page] * pages,
    ]
    written = bytearray(b"%PDF-1.5\n")
    places = []
    for number, one in enumerate(objects, 1):
        places.append(len(written))
        written += b"%d 0 obj\n" % number + one + b"\nendobj\n"
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    tail = b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, len(written))
    return bytes(written + head + table + tail)


def shown_on_a_page(words: str) -> bytes:
    return f"BT /F 10 Tf 10 700 Td ({words}) Tj ET".encode()


class Ran(NamedTuple):
    """What a run said, its status, its processor time in seconds, and the megabytes its largest process held."""

    status: int
    out: str
    err: str
    seconds: float
    megabytes: float

    @property
    def errors(self) -> list[str]:
        return [line for line in self.err.splitlines() if line.startswith("error: ")]


# A process begins with the memory of the one that starts it, which for a process that runs tests is much.
MEASURED = """
import json, resource, subprocess, sys
process = subprocess.Popen(sys.argv[3:])
try:
    process.wait(float(sys.argv[2]))
except subprocess.TimeoutExpired:
    process.kill()
    process.wait()
used = resource.getrusage(resource.RUSAGE_CHILDREN)
with open(sys.argv[1], "w") as file:
    json.dump([process.returncode, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024], file)
"""


def reslint_on(*arguments: str | Path, patience: float = 100) -> Ran:
    """Call the command line in a process of its own; it is ended where it hangs, with the status of the signal."""
    command = [sys.executable, "-P", "-m", "reslint", *map(str, arguments)]
    measuring = [sys.executable, "-I", "-S", "-c", MEASURED, "used.log", str(patience), *command]
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    with Path("out.log").open("w+b") as out, Path("err.log").open("w+b") as err:
        subprocess.run(measuring, stdout=out, stderr=err, stdin=subprocess.DEVNULL, env=env, check=True)
        said = []
        for file in (out, err):
            file.seek(0)
            said.append(file.read().decode("utf-8", "replace"))
    status, seconds, megabytes = json.loads(Path("used.log").read_text("utf-8"))
    return Ran(status, *said, seconds, megabytes)
