"""Characters a second: all rules over dense and sparse text, and beside eyecite and proselint on the same text."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from benchmarks.table import Row, at_least
from benchmarks.texts import dense, mixed, sparse
from benchmarks.timing import best
from reslint.citations import find_citations
from reslint.documents import View
from reslint.documents.text import read_text
from reslint.linting.linter import Linter


def rows(linter: Linter, rounds: int, size: int) -> Iterator[Row]:
    """Throughput in millions of characters a second (MB/s for the ASCII that most of it is)."""
    for name, text, target in (("dense", dense(size), 3.0), ("sparse", sparse(size * 4), 20.0)):
        data = text.encode()
        took = best({name: lambda data=data: linter.check(data, "draft.txt")}, rounds)[name]
        rate = len(data) / took / 1e6
        found = len(linter.check(data, "draft.txt").citations)
        yield at_least(f"all rules, {name} text", f"{len(data) / 1e6:.1f} MB, {found} citations", rate, target, "MB/s")
    yield from _parts(linter, rounds, dense(size).encode())
    yield from _others(linter, rounds)


def _parts(linter: Linter, rounds: int, data: bytes) -> Iterator[Row]:
    """Where the time goes, as shares of the whole."""
    view = linter.view(data, "draft.txt")
    whole = best(
        {
            "all": lambda: linter.check(data, "draft.txt"),
            "reading": lambda: View(read_text(data, "draft.txt")).reading,
            "citations": lambda: find_citations(view, linter.registry),
            "structure": lambda: linter.page(view).structure,
        },
        rounds,
    )
    structure = max(whole["structure"] - whole["citations"], 0.0)
    rest = whole["all"] - whole["reading"] - whole["citations"] - structure
    shares = {"reading": whole["reading"], "citations": whole["citations"], "structure": structure, "rules": rest}
    yield Row("shares, dense text", ", ".join(f"{name} {took / whole['all']:.0%}" for name, took in shares.items()))


def _others(linter: Linter, rounds: int) -> Iterator[Row]:
    """Other linters on the same text: one where all find something, and one with resolutions only."""
    texts = {"citations of both kinds": mixed(60_000), "resolutions only": dense(60_000)}
    for what, text in texts.items():
        ours = best({"reslint": lambda text=text: linter.check(text.encode(), "draft.txt")}, rounds)["reslint"]
        for name, make in (("eyecite", _eyecite), ("proselint", _proselint)):
            call = make(text)
            if call is None:
                yield Row(f"{name}, {what}", "not installed")
                continue
            theirs = best({name: call}, 2)[name]
            value = f"{len(text) / theirs / 1e3:.0f} kB/s; reslint {len(text) / ours / 1e3:.0f} kB/s"
            if name == "eyecite" and what != "resolutions only":
                yield at_least(f"{name}, {what}", value, theirs / ours, 20, "× as fast")
            else:
                yield Row(f"{name}, {what}", value, f"{theirs / ours:.2f} × as fast")


def _eyecite(text: str) -> Callable[[], object] | None:
    try:
        from eyecite import get_citations
    except ImportError:
        return None
    get_citations("1 U.S. 1")
    return lambda: get_citations(text)


def _proselint(text: str) -> Callable[[], object] | None:
    try:
        from proselint.checks import __register__
        from proselint.registry import CheckRegistry
        from proselint.tools import LintFile
    except ImportError:
        return None
    CheckRegistry().register_many(__register__)
    return lambda: LintFile(source="draft.txt", content=text).lint()
