"""What the formats of other programs share: how a finding reads in one text, and where a file is."""

from __future__ import annotations

import os
from collections.abc import Mapping
from urllib.parse import quote

from reslint.linting.files import is_url
from reslint.linting.finding import Applicability, Finding
from reslint.linting.fingerprint import path_told

COULD_NOT = "could-not-check"
"""The name under which a file that could not be checked stands among findings."""
IN_PATH = "/!$&'()*+,;=@~-._"
CLAIMS: Mapping[Applicability, str] = {
    Applicability.SAFE: "keeps the meaning",
    Applicability.UNSAFE: "may change the meaning",
}


def has_lines(finding: Finding) -> bool:
    """Whether line and column are those of the file itself, so that a program can go there."""
    return not finding.place.name


def told(finding: Finding) -> str:
    """The message on one line. It begins with the place where no program can go to the line."""
    message = " ".join(finding.message.split())
    return message if has_lines(finding) else f"{finding.place.name}: {message}"


def told_with_help(finding: Finding) -> str:
    """The message, and the help on a second line."""
    return "\n".join(filter(None, (told(finding), finding.help)))


def uri(file: str) -> str:
    """The path of a file as a URI reference: relative to the current folder where the file is in it."""
    path = path_told(file)
    if is_url(path):
        return quote(path, safe=IN_PATH + ":")
    written = quote(os.fsencode(path), safe=IN_PATH)
    if os.path.isabs(path):
        return f"file://{'' if written.startswith('/') else '/'}{written}"
    return written


def page(finding: Finding) -> str | None:
    """The page of the rule, where it can be reached from anywhere."""
    return finding.url if "://" in finding.url else None
