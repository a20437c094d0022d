"""The shell of the page: its words, style and scripts put together, whatever carries the runtime beside them."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Sequence
from typing import NamedTuple

from page.program import versions
from page.runtime import PARTS, ROOT, PageError, Runtime
from page.words import Words, words
from reslint.saying import ENGLISH, RIGHT_TO_LEFT

REPORT_STYLE = ROOT / "reslint/reporting/html/page/report.css"
"""The page looks as the report does."""
SCRIPTS = (
    *("words.js", "dom.js", "status.js", "base64.js", "desk.js", "registry.js", "settings.js", "files.js"),
    *("cards.js", "chapters.js", "saving.js", "drafts.js", "page.js"),
)
"""The modules of the page, each behind those that it imports from."""
WORKER = ("base64.js", "bundle.js", "worker.js")
"""Those of the worker."""
IMPORT = re.compile(r'^import \{[^}]*\} from "\./([\w.]+)";\n', re.M)
EXPORT = re.compile(r"^export (?=(?:async )?(?:function|const|let|class) )", re.M)
SAYING = re.compile(r'<[^<>]* data-say="(\w+)"[^<>]*>')


class Shell(NamedTuple):
    """What a page is made of. `body` is the HTML between the tags of the body."""

    title: str
    body: str
    style: str
    script: str
    worker: str


def shell(python: Runtime) -> Shell:
    """The shell with the runtime of the worker; PageError where a word or a module is missing."""
    libraries = ", ".join(f"{name} {version}" for name, version in versions().items())
    spoken = words()
    for one in spoken.values():
        one["licence"] = one["licence"].format(runtime=python.version, libraries=libraries)
    given = f"const ABOUT = {json.dumps(python.about)};\n"
    worker = python.script + given + together(WORKER)
    style = REPORT_STYLE.read_text("utf-8") + (PARTS / "page.css").read_text("utf-8")
    body = in_english((PARTS / "body.html").read_text("utf-8"), spoken[ENGLISH])
    return Shell(spoken[ENGLISH]["title"], body, style, script(spoken), worker)


def script(spoken: dict[str, Words]) -> str:
    """The script of the page with its words."""
    data = json.dumps({"languages": spoken, "rightToLeft": RIGHT_TO_LEFT}, ensure_ascii=False).replace("<", "\\u003c")
    return '"use strict";\n(() => {\n' + together(SCRIPTS).replace("@WORDS@", data) + "})();\n"


def together(names: Sequence[str]) -> str:
    """Modules as one script: a page on a disk may import none."""
    there: list[str] = []
    bodies = []
    for name in names:
        text = (PARTS / name).read_text("utf-8")
        early = [one for one in IMPORT.findall(text) if one not in there]
        if early:
            raise PageError(
                f"page/parts/{name}: it imports {', '.join(early)}, which stands behind it in page/shell.py"
            )
        there.append(name)
        bodies.append(EXPORT.sub("", IMPORT.sub("", text)))
    return "".join(bodies)


def in_english(body: str, spoken: Words) -> str:
    """The body with English in all elements that say something; PageError where a word is missing."""
    lacking = sorted(set(SAYING.findall(body)) - set(spoken))
    if lacking:
        raise PageError(f"page/parts/words.json: {', '.join(lacking)} is missing")
    return SAYING.sub(lambda found: found[0] + html.escape(spoken[found[1]], quote=False), body)
