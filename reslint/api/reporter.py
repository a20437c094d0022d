"""The interface of an output format: a reporter turns the report of a run into text.

It stands here and not among the formats since plugins bring formats as they bring rules.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from reslint.api.report import Report
from reslint.saying import ENGLISH
from reslint.values import Value


class Style(Value):
    """How the output will be seen.

    `colour` on a terminal that wants it, `unsafe_fixes` when those count as offered, `verbose` where people want to see
    what belongs to another finding too, `quiet` where they want to see findings and nothing else, `brief` where many
    findings had better be told in a digest: on a terminal, where no format was asked for. `language` is the one that
    people are to be told in.
    """

    colour: bool = False
    unsafe_fixes: bool = False
    verbose: bool = False
    quiet: bool = False
    brief: bool = False
    language: str = ENGLISH


class Reporter(Value):
    """One output format.

    `render(report, style)` yields pieces of text with their line ends, to be written to standard output one
    after the other. `machine` is true for a format that programs read: it is then the only thing written
    there. `wants_cited_texts` is true for one that needs to know which texts each file cites
    (`FileResult.cited_texts`). `begins` is a regular expression for how a file of this format begins, by which it is
    told that it may be written over; without one it may not. `suffixes` are the endings of files (lower case, with
    their dot) that are of this format where none is named. A `binary` one yields bytes, which are written into a file
    and never to standard output.
    """

    name: str
    render: Callable[[Report, Style], Iterable[str] | Iterable[bytes]]
    machine: bool = False
    wants_cited_texts: bool = False
    begins: str = ""
    suffixes: tuple[str, ...] = ()
    binary: bool = False
