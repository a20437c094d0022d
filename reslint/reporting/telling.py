"""Findings told to other programs, as their formats share it: how a finding reads in one text, and where a file is."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from urllib.parse import quote

from reslint.api.finding import Applicability, Finding
from reslint.linting.fingerprint import path_told
from reslint.saying import EN, Teller
from reslint.sources.urls import is_url

COULD_NOT = "could-not-check"
"""The name under which a file that could not be checked stands among findings."""
NOT_READ = "not-read"
"""The name under which a file stands there that is in a language in which nothing is read, or a part of which is."""
UNPAIRED = re.compile("[\ud800-\udfff]")
"""Stands for a byte of a file name that is no UTF-8; many readers of JSON refuse all of a text that holds one."""
IN_PATH = "/!$&'()*+,;=@~-._"
CLAIMS: Mapping[Applicability, str] = {
    Applicability.SAFE: "keeps the meaning",
    Applicability.UNSAFE: "may change the meaning",
}


def has_lines(finding: Finding) -> bool:
    """Whether line and column are those of the file itself, so that a program can go there."""
    return not finding.place.name


def told(finding: Finding, tell: Teller = EN) -> str:
    """The message on one line. It begins with the place where no program can go to the line."""
    message = readable(tell.in_line(finding.message))
    return message if has_lines(finding) else f"{tell.in_line(finding.place.name)}: {message}"


def told_with_help(finding: Finding, tell: Teller = EN) -> str:
    """The message, and the help on a second line; both in English, too, where nobody has checked the language."""
    lines = [told(finding, tell), tell.in_line(finding.help)]
    if tell.english:
        lines += [told(finding, tell.english), tell.english(finding.help)]
    return "\n".join(filter(None, lines))


def readable(text: str) -> str:
    """The text with U+FFFD for what no reader of UTF-8 takes."""
    return UNPAIRED.sub("\ufffd", text)


def path(file: str) -> str:
    """The path of a file as `path_told`, for formats that are UTF-8."""
    return readable(path_told(file))


def uri(file: str) -> str:
    """The path of a file as a URI reference: relative to the current folder where the file is in it."""
    name = path_told(file)
    if is_url(name):
        return quote(os.fsencode(name), safe=IN_PATH + ":")
    written = quote(os.fsencode(name), safe=IN_PATH)
    if os.path.isabs(name):
        return f"file://{'' if written.startswith('/') else '/'}{written}"
    return written


def page(finding: Finding) -> str | None:
    """The page of the rule, where it can be reached from anywhere."""
    return finding.url if "://" in finding.url else None
