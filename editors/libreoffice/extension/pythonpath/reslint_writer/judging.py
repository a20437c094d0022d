"""What reslint says of an open document: its findings, and the text that they point into."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any, NamedTuple

import uno
from com.sun.star.beans import PropertyValue

from reslint_writer.program import Program, Ran
from reslint_writer.trouble import Trouble

Finding = dict
"""A finding as `reslint check --output-format json` writes it."""


class Format(NamedTuple):
    """A format in which a document is given to reslint: LibreOffice's name of it, and the ending of its files."""

    filter: str
    suffix: str


OPEN_DOCUMENT = Format("writer8", ".odt")
"""What Writer is made for: nothing of the document is lost."""
WORD = Format("MS Word 2007 XML", ".docx")
"""The only format with tracked changes for which reslint gives fixes."""
VIEW = ("--view", "final")
HOME = os.path.expanduser("~")
"""The folder of the user, whose settings are his own."""


class Told(NamedTuple):
    """A paragraph as reslint read it: its story ("body", "footnote 1"), its words, and where they begin in the view."""

    story: str
    text: str
    start: int


class Judgement(NamedTuple):
    """Findings in text order, the paragraphs of the view they were found in, and what there is to say beside them."""

    findings: list[Finding]
    paragraphs: list[Told]
    day: str
    notes: list[str]


def judge(context: Any, document: Any, form: Format) -> Judgement:
    """Ask reslint about the document as it is on the screen, changes that are not saved included.

    The settings are those of the folder the document lies in; reslint is called in it only if it is a trusted location,
    so that otherwise nothing that its settings name is run. Raises Trouble with what reslint says where it cannot
    judge. Nothing is written to disk.
    """
    folder, name = _home(document)
    program = Program(folder if _is_trusted(context, document) else HOME)
    data = _stored(context, document, form)
    given = [*VIEW, f"--stdin-filename={os.path.join(folder, name)}{form.suffix}", "-"]
    checked = program.run(["check", "--output-format", "json", *given], data)
    report = _read(checked)
    if report["errors"]:
        raise Trouble("\n".join(error["message"] for error in report["errors"]))
    read = program.run(["text", "--output-format", "jsonl", *given], data)
    if read.status != 0:
        raise _refusal(read)
    notes = [line[len("note: ") :] for line in checked.err.splitlines() if line.startswith("note: ")]
    return Judgement(report["findings"], _paragraphs(read.out), report["as_of"], notes)


def _home(document: Any) -> tuple[str, str]:
    """The folder whose settings hold, and the name of the document without its ending."""
    url = document.getURL()
    if url.startswith("file:"):
        path = Path(uno.fileUrlToSystemPath(url))
        if path.parent.is_dir():
            return str(path.parent), path.stem
    return HOME, "document"


def _is_trusted(context: Any, document: Any) -> bool:
    """Whether the document lies in a trusted location of the macro security, or below one."""
    provider = context.ServiceManager.createInstanceWithContext(
        "com.sun.star.configuration.ConfigurationProvider", context
    )
    node = PropertyValue(Name="nodepath", Value="/org.openoffice.Office.Common/Security/Scripting")
    security = provider.createInstanceWithArguments("com.sun.star.configuration.ConfigurationAccess", (node,))
    url: str = document.getURL()
    return any(url.startswith(f"{trusted.rstrip('/')}/") for trusted in security.SecureURL or ())


def _stored(context: Any, document: Any, form: Format) -> bytes:
    """The bytes of the document as a file, which is never made."""
    stream = context.ServiceManager.createInstanceWithContext("com.sun.star.io.SequenceOutputStream", context)
    values = (PropertyValue(Name="FilterName", Value=form.filter), PropertyValue(Name="OutputStream", Value=stream))
    document.storeToURL("private:stream", values)
    data: bytes = stream.getWrittenBytes().value
    return data


def _read(ran: Ran) -> dict[str, Any]:
    try:
        report: dict[str, Any] = json.loads(ran.out)
    except ValueError:
        raise _refusal(ran) from None
    return report


def _refusal(ran: Ran) -> Trouble:
    """What reslint said instead of a result."""
    lines = [line for line in ran.err.splitlines() if line.strip()]
    errors = [line for line in lines if line.startswith("error: ")]
    said = "\n".join(errors or lines)
    return Trouble(said or f"reslint ended with status {ran.status} and said nothing.")


def _paragraphs(lines: str) -> list[Told]:
    """The paragraphs of the view, from `reslint text`; each is followed by one line end, which is none of its words."""
    paragraphs = []
    start = 0
    for line in lines.split("\n"):
        if line:
            record = json.loads(line)
            paragraphs.append(Told(record["story"], record["text"], start))
            start += len(record["text"]) + 1
    return paragraphs
