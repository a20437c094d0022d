"""Megabytes a second of all rules over dense and sparse text, and where the time goes."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from time import perf_counter

from benchmarks.contributions import contribution
from benchmarks.table import Row, at_least, duration
from benchmarks.texts import dense, sparse
from benchmarks.timing import best
from reslint.api.page import Page
from reslint.citations import find_citations
from reslint.linting.linter import Linter

NAME = "draft.txt"


def rows(linter: Linter, rounds: int, size: int) -> Iterator[Row]:
    """Throughput from the bytes of a file to its findings; the sparse text is four times as long."""
    texts = {
        "dense": (dense(size).encode(), 3.0),
        "sparse": (sparse(size * 4).encode(), 20.0),
    }
    took = best({name: partial(linter.check, data, NAME) for name, (data, _) in texts.items()}, rounds)
    for name, (data, target) in texts.items():
        result = linter.check(data, NAME)
        cited, found = len(result.citations), len(result.findings)
        value = f"{len(data) / 1e6:.1f} MB, {cited} citations, {found} findings in {duration(took[name])}"
        yield at_least(f"all rules, {name} text", value, len(data) / took[name] / 1e6, target, "MB/s")
    one = contribution(1).encode()
    alone = best({NAME: partial(linter.check, one, NAME)}, rounds)[NAME]
    yield Row("all rules, one contribution", f"{len(one) / 1e3:.1f} kB in {duration(alone)}", _rate(len(one), alone))
    for name, data in {"dense text": texts["dense"][0], "sparse text": texts["sparse"][0], "contribution": one}.items():
        yield from _parts(linter, rounds, name, data)


def _parts(linter: Linter, rounds: int, text: str, data: bytes) -> Iterator[Row]:
    """Where the time of a text goes, as shares of the whole, and how little any reader could take."""
    rules: dict[str, float] = {}
    parts: dict[str, float] = {}
    for _ in range(rounds):
        for times, kept in zip(_once(linter, data), (parts, rules), strict=True):
            for name, took in times.items():
                kept[name] = min(took, kept.get(name, took))
    parts["rules"] = sum(rules.values())
    whole = best({NAME: partial(linter.check, data, NAME)}, rounds)[NAME]
    # What is left is done with what the rules say: excerpts, positions, the order of findings, suppressions.
    parts["findings and suppressions"] = max(whole - sum(parts.values()), 0.0)
    whole = sum(parts.values())
    for name, took in parts.items():
        yield Row(f"{text}, part: {name}", f"{took / len(data) * 1e9:.0f} ms a MB", f"{took / whole:.0%}")
    costly = sorted(rules, key=lambda code: -rules[code])[:5]
    shares = ", ".join(f"{code} {rules[code] / whole:.0%}" for code in costly)
    yield Row(f"{text}, the five costliest rules", shares)
    bound = best({NAME: partial(_least, data)}, rounds)[NAME]
    least = f"{bound / len(data) * 1e9:.1f} ms a MB"
    yield Row(f"{text}, the least: decode, part into lines, look for one word", least, f"{bound / whole:.1%}")


def _least(data: bytes) -> None:
    """What no reader of citations can do without."""
    text = data.decode()
    text.split("\n")
    text.count("esolution")


def _once(linter: Linter, data: bytes) -> tuple[dict[str, float], dict[str, float]]:
    """The seconds of each part and of each rule."""
    at = [perf_counter()]
    view = linter.view(data, NAME)
    view.reading, view.blocks  # noqa: B018 - built when first asked for
    at.append(perf_counter())
    citations = find_citations(view, linter.registry)
    at.append(perf_counter())
    page = Page(view, citations, linter.registry, linter.day or linter.registry.date)
    page.structure  # noqa: B018 - built when first asked for
    at.append(perf_counter())
    rules: dict[str, float] = {}
    for rule in linter.rules:
        list(rule.check(page))
        at.append(perf_counter())
        rules[rule.code] = at[-1] - at[-2]
    parts = {name: at[step + 1] - at[step] for step, name in enumerate(("read", "citations", "structure"))}
    return parts, rules


def _rate(size: int, seconds: float) -> str:
    return f"{size / seconds / 1e6:.2f} MB/s"
