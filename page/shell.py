"""The shell of the page: its words, style and scripts put together, whatever carries the runtime beside them."""

from __future__ import annotations

import html
import json
import re
from typing import NamedTuple

from page.program import versions
from page.runtime import PARTS, ROOT, PageError, Runtime

REPORT_STYLE = ROOT / "reslint/reporting/html/page/report.css"
"""The page looks as the report does."""
SCRIPTS = (
    *("words.js", "dom.js", "desk.js", "registry.js", "settings.js", "files.js"),
    *("cards.js", "chapters.js", "saving.js", "page.js"),
)
"""The modules of the page, each behind those that it imports from."""
IMPORT = re.compile(r'^import \{[^}]*\} from "\./([\w.]+)";\n', re.M)
EXPORT = re.compile(r"^export (?=(?:async )?(?:function|const|let|class) )", re.M)
PLACE = re.compile(r"\{\{([\w.]+)\}\}")


class Shell(NamedTuple):
    """What a page is made of. `body` is the HTML between the tags of the body."""

    title: str
    body: str
    style: str
    script: str
    worker: str


def shell(python: Runtime) -> Shell:
    """The shell with the runtime of the worker; PageError where a word or a module is missing."""
    words = json.loads((PARTS / "words.json").read_text("utf-8"))
    libraries = ", ".join(f"{name} {version}" for name, version in versions().items())
    filled = {**words, "libraries": libraries, "runtime": python.version}
    desk = (PARTS / "desk.py").read_text("utf-8")
    given = f"const ABOUT = {json.dumps(python.about)}, DESK = {json.dumps(desk)};\n"
    worker = python.script + given + (PARTS / "worker.js").read_text("utf-8")
    style = REPORT_STYLE.read_text("utf-8") + (PARTS / "page.css").read_text("utf-8")
    return Shell(
        words["title"], _filled((PARTS / "body.html").read_text("utf-8"), filled), style, script(words), worker
    )


def script(words: dict[str, str]) -> str:
    """The modules of the page as one script: a page on a disk may import none."""
    there: list[str] = []
    bodies = []
    for name in SCRIPTS:
        text = (PARTS / name).read_text("utf-8")
        early = [one for one in IMPORT.findall(text) if one not in there]
        if early:
            raise PageError(
                f"page/parts/{name}: it imports {', '.join(early)}, which stands behind it in page/shell.py"
            )
        there.append(name)
        bodies.append(EXPORT.sub("", IMPORT.sub("", text)))
    data = json.dumps(words, ensure_ascii=True).replace("<", "\\u003c")
    return '"use strict";\n(() => {\n' + "".join(bodies).replace("@WORDS@", data) + "})();\n"


def _filled(text: str, words: dict[str, str]) -> str:
    lacking = sorted(set(PLACE.findall(text)) - set(words))
    if lacking:
        raise PageError(f"page/parts/words.json: {', '.join(lacking)} is missing")
    return PLACE.sub(lambda found: html.escape(words[found[1]]), text)
