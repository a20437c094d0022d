"""RTF and Word files of the format before 2007, by way of LibreOffice, since no library reads their tracked changes.

LibreOffice writes them as .docx, and the reader of Word files reads that. It works in a folder of its own with a
profile of its own, so that neither the user's settings nor an open LibreOffice matter; macros are switched off, and
what a document links to is not updated. A file is read as what its first bytes say it is, as Word does it.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path

from reslint.documents.model import Document
from reslint.errors import ReslintError
from reslint.named import NamedTuple

PATIENCE = 60
"""Seconds that LibreOffice may take."""
PROGRAMS = ("soffice", "libreoffice")
MISSING = "install LibreOffice (apt-get install libreoffice-writer), or save the file as .docx"
SAVE_AS = "save it as .docx with Word or LibreOffice"
NOTICE = "converted by LibreOffice; some tracked changes and labels may be lost"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ZIP = b"PK\x03\x04"
RTF = b"{\\rtf"
WORD_STREAM = "WordDocument".encode("utf-16-le")
ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
# [MS-DOC] 2.5.1: the File Information Block begins a sector, with this sign; a bit of its flags says "encrypted".
SECTOR, SIGN, FLAGS, ENCRYPTED = 512, b"\xec\xa5", 11, 0x01
MARKED = (b"<html", b"<!doctype html", b"<head", b"<body")
# Macros off (3: very high security), no update of links, no start centre, no crash report that waits for somebody.
SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel" oor:op="fuse">
<value>3</value></prop><prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop>
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop>
<prop oor:name="DisableActiveContent" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>0</value>
</prop></item>
<item oor:path="/org.openoffice.Inet/Settings">
<prop oor:name="ooInetProxyType" oor:op="fuse"><value>2</value></prop>
<prop oor:name="ooInetNoProxy" oor:op="fuse"><value></value></prop>
<prop oor:name="ooInetHTTPProxyName" oor:op="fuse"><value>127.0.0.1</value></prop>
<prop oor:name="ooInetHTTPProxyPort" oor:op="fuse"><value>9</value></prop>
<prop oor:name="ooInetHTTPSProxyName" oor:op="fuse"><value>127.0.0.1</value></prop>
<prop oor:name="ooInetHTTPSProxyPort" oor:op="fuse"><value>9</value></prop></item></oor:items>
"""
# Where a document names something on the network, the request ends at a closed door of this machine.
NOWHERE = "http://127.0.0.1:9"


class Source(NamedTuple):
    """A format that LibreOffice reads for us: its name, and the suffix under which LibreOffice is given the file."""

    format: str
    suffix: str


RICH_TEXT = Source("rtf", ".rtf")
OLD_WORD = Source("doc", ".doc")


def read_converted(data: bytes, name: str) -> Document:
    """Read the bytes of an .rtf or .doc file.

    Raises ReslintError when they are neither, and when LibreOffice is missing, fails, or does not finish in time.
    """
    from reslint.documents.word.reader import read_word

    if not data:
        raise ReslintError(name, "the file is empty", "nothing to check")
    if data.startswith(ZIP):
        return read_word(data, name)
    head = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n")
    if head.lower().startswith(MARKED):
        from reslint.documents.html.reader import read_html

        return read_html(data, name)
    source = _source(data, head, name)
    document = read_word(_converted(data, name, source.suffix), name)
    return document._replace(format=source.format, notices=(NOTICE, *document.notices))


def _source(data: bytes, head: bytes, name: str) -> Source:
    """What the first bytes say the file is."""
    if head.startswith(RTF):
        return RICH_TEXT
    if not data.startswith(OLE):
        raise ReslintError(name, "this is neither an RTF nor a Word file", "name it .txt if it is text")
    if ENCRYPTED_PACKAGE in data or _is_encrypted(data):
        raise ReslintError(name, "it is encrypted", "remove the password in Word and save it again")
    if WORD_STREAM not in data:
        raise ReslintError(name, "this is a file of Microsoft Office, but not one of Word", SAVE_AS)
    return OLD_WORD


def _is_encrypted(data: bytes) -> bool:
    for at in range(SECTOR, min(len(data), 1 << 20), SECTOR):
        if data[at : at + 2] == SIGN:
            return at + FLAGS < len(data) and bool(data[at + FLAGS] & ENCRYPTED)
    return False


def _converted(data: bytes, name: str, suffix: str) -> bytes:
    program = next((found for one in PROGRAMS if (found := shutil.which(one))), None)
    if program is None:
        raise ReslintError(name, f"{suffix} files need LibreOffice, which is not installed", MISSING)
    with tempfile.TemporaryDirectory(prefix="reslint-", ignore_cleanup_errors=True) as folder:
        place = Path(folder)
        # The name of the user's file never reaches the program.
        given, written = place / f"document{suffix}", place / "out" / "document.docx"
        given.write_bytes(data)
        profile = place / "profile"
        (profile / "user").mkdir(parents=True)
        (profile / "user" / "registrymodifications.xcu").write_text(SETTINGS, encoding="utf-8")
        options = ["--headless", "--norestore", "--nolockcheck", "--nodefault", "--nofirststartwizard"]
        target = ["--convert-to", "docx:MS Word 2007 XML", "--outdir", str(written.parent), str(given)]
        _run([program, f"-env:UserInstallation={profile.as_uri()}", *options, *target], place, name)
        try:
            return written.read_bytes()
        except OSError as error:
            raise ReslintError(name, "LibreOffice cannot read it", SAVE_AS) from error


def _run(call: list[str], place: Path, name: str) -> None:
    """Run the program with a time limit; it and all that it has started are ended when that is over."""
    around = {key: value for key, value in os.environ.items() if not key.lower().endswith("_proxy")}
    around |= {"HOME": str(place), "TMPDIR": str(place), "http_proxy": NOWHERE, "https_proxy": NOWHERE}
    try:
        process = subprocess.Popen(
            call,
            cwd=place,
            env=around,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError as error:
        raise ReslintError(name, f"LibreOffice does not start ({error.strerror})", MISSING) from error
    try:
        process.wait(PATIENCE)
    except subprocess.TimeoutExpired as error:
        raise ReslintError(name, f"LibreOffice did not finish within {PATIENCE} seconds", SAVE_AS) from error
    finally:
        _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    """End what is left of the program's group, which on Windows is the program alone."""
    with contextlib.suppress(ProcessLookupError, PermissionError):
        if hasattr(os, "killpg"):
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()
    process.wait()
