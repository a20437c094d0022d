"""The page of each rule as a file that an editor can open, made of the rule itself when it is first pointed to."""

from __future__ import annotations

from contextlib import suppress
from functools import cache
from pathlib import Path

from reslint.api.rule import Rule
from reslint.errors import ReslintError
from reslint.reporting.rule_page import rule_page
from reslint.storage.cache import user_cache
from reslint.storage.writing import write_file
from reslint.version import __version__

FOLDER = "rules"


@cache
def page_of(rule: type[Rule]) -> str | None:
    """The URI of the page of a rule, in the cache folder; None where nothing can be kept there."""
    folder = user_cache().private(FOLDER, __version__)
    if folder is None:
        return None
    path = Path(folder, f"{Path(rule.name).name}.md")
    text = rule_page(rule).encode()
    with suppress(OSError, ReslintError):
        if not path.is_file() or path.read_bytes() != text:
            write_file(str(path), text, private=True)
        return path.as_uri()
    return None
