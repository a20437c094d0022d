"""The page of each rule as a file that an editor can open, made of the rule itself when it is first pointed to."""

from __future__ import annotations

from contextlib import suppress
from functools import cache
from pathlib import Path

from reslint.api.rule import Rule
from reslint.reporting.rule_page import rule_page
from reslint.storage.cache import user_cache
from reslint.version import __version__

FOLDER = "rules"


@cache
def page_of(rule: type[Rule]) -> str | None:
    """The URI of the page of a rule, in the cache folder; None where nothing can be kept there."""
    path = Path(user_cache().folder or "", FOLDER, __version__, f"{Path(rule.name).name}.md")
    text = rule_page(rule)
    with suppress(OSError):
        if not path.is_file() or path.read_text("utf-8") != text:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
        return path.as_uri()
    return None
