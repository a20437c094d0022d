"""Where the time of a text and of a Word file goes, as shares of the whole, with the least any reader would take."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from time import process_time

from benchmarks import fresh
from benchmarks.table import Row
from benchmarks.throughput import DENSE, SPARSE, least
from benchmarks.timing import Times, on, parted
from benchmarks.word import TYPICAL, unzip_and_parse
from reslint.api.page import Page
from reslint.citations import find_citations
from reslint.linting.linter import Linter

PARTS = ("read", "citations", "structure", "rules")
REST = "findings, suppressions and changes"
LEAST = "the least: decode, part into lines, look for one word"
COSTLY = 5


def rows(linter: Linter, rounds: int) -> Iterator[Row]:
    """Each kind of text, its parts in the order in which they are done."""
    texts: dict[str, Callable[[], bytes]] = {
        "dense text": partial(fresh.dense, DENSE),
        "sparse text": partial(fresh.sparse, SPARSE),
        "contribution": fresh.contribution,
    }
    for name, make in texts.items():
        yield from _parts(linter, rounds, name, make, "draft.txt", (LEAST, least))
    word = partial(fresh.word, TYPICAL)
    bare = ("bare unzip and parse", unzip_and_parse)
    yield from _parts(linter, rounds, f"Word file of {TYPICAL} pages", word, "draft.docx", bare)


def _parts(
    linter: Linter,
    rounds: int,
    what: str,
    make: Callable[[], bytes],
    name: str,
    bound: tuple[str, Callable[[bytes], object]],
) -> Iterator[Row]:
    beside = {"all": on(make, partial(linter.check, name=name)), "bound": on(make, bound[1])}
    spent = parted(lambda: once(linter, make(), name), rounds, beside)
    whole, least_of_all = spent["all"], spent["bound"]
    rules = {rule.code: spent[rule.code] for rule in linter.rules}
    # What is left is done with what the rules say: excerpts, positions, the order of findings, suppressions.
    rest = whole.less(*(spent[part] for part in PARTS))
    for part, times in (*((part, spent[part]) for part in PARTS), (REST, rest)):
        yield Row(f"{what}, part: {part}", times.shown, times.spread, share(times, whole))
    costly = sorted(rules, key=lambda code: -rules[code].middle)[:COSTLY]
    yield Row(f"{what}, the costliest rules", ", ".join(f"{code} {share(rules[code], whole)}" for code in costly))
    yield Row(f"{what}, {bound[0]}", least_of_all.shown, least_of_all.spread, share(least_of_all, whole))


def once(linter: Linter, data: bytes, name: str) -> dict[str, float]:
    """The seconds of each part of judging the bytes of a file, and of each rule."""
    at = [process_time()]
    view = linter.view(data, name)
    view.reading, view.blocks  # noqa: B018 - built when first asked for
    at.append(process_time())
    citations = find_citations(view, linter.registry)
    at.append(process_time())
    page = Page(view, citations, linter.registry, linter.day or linter.registry.date)
    page.structure  # noqa: B018 - built when first asked for
    at.append(process_time())
    rules: dict[str, float] = {}
    for rule in linter.rules:
        list(rule.check(page))
        at.append(process_time())
        rules[rule.code] = at[-1] - at[-2]
    parts = dict(zip(PARTS, (at[step + 1] - at[step] for step in range(3)), strict=False))
    return parts | {"rules": sum(rules.values())} | rules


def share(part: Times, whole: Times) -> str:
    """How much of the whole a part is."""
    return f"{part.to(whole):.1%}" if part.to(whole) < 0.1 else f"{part.to(whole):.0%}"
