"""Drafts of every kind for the page, what the command line says of them, and a server for the folder."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
import zipfile
from http.server import SimpleHTTPRequestHandler
from pathlib import Path

from written import comments, footnote_mark, footnotes, paragraph, run, word_file

ROOT = Path(__file__).resolve().parents[2]
DAY = "2026-10-01"
TRACKED = ROOT / "examples/contribution.docx"
HOSTILE = "<img src=x onerror='window.ran = 1'><script>window.ran = 2</script>"
OLD = "Resolution 71 (Rev. Dubai, 2018) of the Plenipotentiary Conference"
NOW = re.compile(rb'w:date="[^"]+"')


def word(*texts: str) -> bytes:
    """A Word file with these paragraphs and a footnote that cites."""
    body = [paragraph(run(text)) for text in texts]
    note = paragraph(run("See Resolution 102 (Rev. Buchrest, 2022) of the Plenipotentiary Conference."))
    return word_file(*body, paragraph(run("As noted") + footnote_mark(1)), footnotes=footnotes(note))


def drafts(folder: Path) -> dict[str, Path]:
    """Drafts of every kind, some of which cannot be read."""
    items = [
        f"{chr(97 + at)})\tResolution {71 + at} (Rev. Dubai,2018) of the Plenipotentiary Conference;" for at in range(9)
    ]
    inside = io.BytesIO()
    with zipfile.ZipFile(inside, "w") as archive:
        archive.writestr("annex/one.txt", f"recalling {OLD},\n")
        archive.writestr("two.docx", word(OLD))
    files = {
        "a draft.docx": word("recalling", *items, "c)\tResolution 140 (Rev. Bucharest, 2022)"),
        "commented.docx": word_file(paragraph(run(OLD)), comments=comments("reslint: ignore[outdated-edition]")),
        "marked up.docx": word(f"{HOSTILE} {OLD}"),
        "plain.txt": f"recalling\na) {OLD},\n".encode(),
        "page.html": f"<!DOCTYPE html><p>recalling {OLD}</p>".encode(),
        "notes.md": f"# Draft\n\n- {OLD}\n".encode(),
        "clean.txt": b"recalling Resolution 178 (Guadalajara, 2010) of the Plenipotentiary Conference,\n",
        "broken.docx": word(OLD)[:300],
        "empty.docx": b"",
        "no archive.zip": b"PK\x03\x04",
        "papers.zip": inside.getvalue(),
    }
    for name, data in files.items():
        (folder / name).write_bytes(data)
    return {name: folder / name for name in files}


def reslint(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "reslint", "check", "--isolated", "--as-of", DAY, *arguments]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, encoding="utf-8", check=False)


def parts(data: bytes) -> dict[str, bytes]:
    """The members of a package, unpacked, with the hour of corrections left out."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: NOW.sub(b"", package.read(name)) for name in package.namelist()}


class Serving(SimpleHTTPRequestHandler):
    """Serves a folder with the policy that its nginx.conf names."""

    def end_headers(self) -> None:
        conf = (Path(self.directory) / "nginx.conf").read_text("utf-8")
        policy = re.findall(r'Content-Security-Policy "([^"]+)"', conf)
        self.send_header("Content-Security-Policy", policy[0])
        super().end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing."""
