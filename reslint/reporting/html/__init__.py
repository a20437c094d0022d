"""The output as one HTML page, for people who would rather look than read: an overview, every finding in its text, and
filters.

The page is whole in itself. It asks nothing of any network and, by its own Content-Security-Policy, could not: only
the style and the script that stand in it may run, known by their hashes. Whatever comes from drafts is text to it.
The same report gives the same page, byte for byte.
"""

from __future__ import annotations

import hashlib
from base64 import b64encode
from collections.abc import Iterable
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from reslint.api.report import Report
from reslint.api.reporter import Style
from reslint.reporting.html.citations import cited_overview
from reslint.reporting.html.entries import chapters
from reslint.reporting.html.overview import overview
from reslint.reporting.html.rules import rule_texts
from reslint.reporting.html.verdicts import LOOK_OF, colours
from reslint.reporting.html.words import COUNTS, SEVERITIES, Words
from reslint.reporting.printable import printable
from reslint.reporting.summary import files, findings
from reslint.running.freshness import conjoined
from reslint.saying import RIGHT_TO_LEFT
from reslint.version import __version__

PAGE = Path(__file__).parent / "page"
PIECES = 200
"""So many pieces of the template are put together before they are passed on."""


def render(report: Report, seen: Style) -> Iterable[str]:
    """The page, in pieces."""
    environment = Environment(
        loader=FileSystemLoader(PAGE),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=_shown,
    )
    words = Words(seen.language)
    environment.filters |= {"number": _number, "counted": words.counted, "printable": printable}
    environment.filters |= {"tell": words.tell, "english": words.english}
    environment.globals |= {
        "t": words.say,
        "strong": words.strong,
        "tn": words.say_of,
        "files": files,
        "findings": findings,
    }
    environment.globals |= {"citations": COUNTS["citation"], "names": SEVERITIES}
    style = (PAGE / "report.css").read_text("utf-8") + colours()
    script = (PAGE / "report.js").read_text("utf-8")
    counts = overview(report, verbose=seen.verbose)
    stream = environment.get_template("report.html.jinja").stream(
        version=__version__,
        language=seen.language,
        right_to_left=RIGHT_TO_LEFT,
        words=words.of_script(),
        report=report,
        failures=[line for _, line in report.failures],
        notices=[*report.notices, *(line for file in report.heads for line in file.notices)],
        overview=counts,
        languages=conjoined(report.unread) if report.unread else "",
        cited=cited_overview(report),
        looks=LOOK_OF,
        chapters=chapters(report, verbose=seen.verbose),
        rules=rule_texts((row.code, row.name) for row in counts.rules),
        style=style,
        style_hash=_hash(style),
        script=script,
        script_hash=_hash(script),
    )
    stream.enable_buffering(PIECES)
    return stream


def _shown(value: object) -> object:
    """What is seen of a value in the template: of text, all but what would steer the reader's program."""
    return printable(value) if isinstance(value, str) and not hasattr(value, "__html__") else value


def _hash(text: str) -> str:
    return "sha256-" + b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _number(number: int) -> str:
    return f"{number:,}"
