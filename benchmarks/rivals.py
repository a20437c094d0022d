"""Characters a second beside eyecite, which finds court citations, and proselint, which lints prose: on the same text.

A reader that finds nothing has little to do. So there are two texts: contributions, where eyecite finds nothing, and
contributions that cite courts as well, where each of the two has its own citations to read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from importlib import import_module

from benchmarks.table import Row, at_least, missing
from benchmarks.texts import dense, opinions
from benchmarks.timing import best
from reslint.linting.linter import Linter


def rows(linter: Linter, rounds: int, size: int) -> Iterator[Row]:
    """How many times the characters of the others reslint does in a second, with all rules."""
    eyecite, proselint = _eyecite(), _proselint()
    texts = {"dense text": dense(size), "dense text that cites courts too": opinions(size)}
    for kind, text in texts.items():
        data = text.encode()
        contenders: dict[str, Callable[[], object]] = {"reslint": partial(linter.check, data, "draft.txt")}
        if eyecite:
            contenders["eyecite"] = partial(eyecite, text)
        if proselint:
            contenders["proselint"] = partial(proselint, text)
        took = best(contenders, rounds)
        for name in ("eyecite", "proselint"):
            measure = f"beside {name}, {kind}"
            if name not in took:
                yield missing(measure)
                continue
            value = f"{len(text) / took['reslint'] / 1e3:.0f} against {len(text) / took[name] / 1e3:.0f} kB/s"
            ratio = took[name] / took["reslint"]
            if name == "eyecite":
                found = len(eyecite(text)) if eyecite else 0
                yield at_least(measure, f"{value}; it finds {found}", ratio, 20, "× faster")
            else:
                yield Row(measure, value, f"{ratio:.2f} × faster")


def _eyecite() -> Callable[[str], list[object]] | None:
    try:
        get_citations = import_module("eyecite").get_citations
    except ImportError:
        return None
    get_citations("1 U.S. 1")  # builds its tables when first called
    return lambda text: list(get_citations(text))


def _proselint() -> Callable[[str], list[object]] | None:
    try:
        checks, registry, tools = (import_module(f"proselint.{name}") for name in ("checks", "registry", "tools"))
    except ImportError:
        return None
    registry.CheckRegistry().register_many(checks.__register__)
    return lambda text: list(tools.LintFile(source="draft.txt", content=text).lint())
