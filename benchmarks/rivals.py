"""Characters a second beside other linters and readers on the same text, each where it has something to read.

A reader that finds nothing has little to do. So there are three texts: contributions, in which eyecite finds nothing;
contributions that cite courts as well, where it has as many citations to read as reslint; and prose with misspelt
words, for those who lint that.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from importlib import import_module
from pathlib import Path

from benchmarks import fresh
from benchmarks.programs import BY_PIP, programs
from benchmarks.table import Row, missing, times
from benchmarks.texts import dense, misspelt, opinions
from benchmarks.timing import Times, command, on, taken
from reslint.linting.linter import Linter

FASTER = 20
"""So many times the characters that eyecite does."""
LONGER = 5
"""So many times as long as for the others is the text for programs, since their start is taken off."""
Reader = Callable[[str], list[object]]


def rows(linter: Linter, folder: Path, rounds: int, size: int) -> Iterator[Row]:
    """How many times the characters of the others reslint does in a second, with all rules."""
    check = partial(linter.check, name="draft.txt")
    readers = {"eyecite": _eyecite(), "proselint": _proselint()}
    for kind, text in {"dense text": dense, "dense text that cites courts too": opinions}.items():
        make = partial(fresh.filled, text, size)
        contenders = {name: on(make, partial(_read, reader)) for name, reader in readers.items() if reader}
        took = taken({"reslint": on(make, check), **contenders}, rounds)
        for name, reader in readers.items():
            measure = f"beside {name}, {kind}"
            if reader is None:
                yield missing(measure, BY_PIP)
                continue
            found = len(_read(reader, make()))
            row, ratio = _beside(measure, size, took["reslint"], took[name], found)
            yield row.at_least(ratio, FASTER, "× faster") if name == "eyecite" else row
    yield from _programs(check, folder, rounds, size * LONGER)


def _programs(check: Callable[[bytes], object], folder: Path, rounds: int, size: int) -> Iterator[Row]:
    """What a program takes for a text is what it takes for its file, without what it takes for one of a word."""
    place = folder / "prose"
    place.mkdir()
    word, text = place / "word.txt", place / "text.txt"
    word.write_text("Prose\n", "utf-8")
    text.write_text(misspelt(size), "utf-8")
    there = [one for one in programs() if one.path]
    contenders = {f"{one.name} {path.stem}": command(one.on(path), place) for one in there for path in (word, text)}
    took = taken({"reslint": on(partial(fresh.filled, misspelt, size), check), **contenders}, rounds)
    for one in programs():
        measure = f"beside {one.name}, prose with misspelt words"
        if one not in there:
            yield missing(measure, one.how)
            continue
        its = took[f"{one.name} text"].less(took[f"{one.name} word"])
        yield _beside(measure, size, took["reslint"], its, one.found(text))[0]


def _beside(measure: str, size: int, ours: Times, its: Times, found: int) -> tuple[Row, float]:
    ratio = its.to(ours)
    value = f"{_rate(size, ours)} against {_rate(size, its)} kB/s; it finds {found}"
    return Row(measure, value, its.spread, times(ratio, "× faster")), ratio


def _rate(size: int, took: Times) -> str:
    return f"{size / took.middle / 1e3:.0f}" if took.middle else "beyond measure"


def _read(reader: Reader, data: bytes) -> list[object]:
    return reader(data.decode())


def _eyecite() -> Reader | None:
    try:
        get_citations = import_module("eyecite").get_citations
    except ImportError:
        return None
    get_citations("1 U.S. 1")  # builds its tables when first called
    return lambda text: list(get_citations(text))


def _proselint() -> Reader | None:
    try:
        checks, registry, tools = (import_module(f"proselint.{name}") for name in ("checks", "registry", "tools"))
    except ImportError:
        return None
    registry.CheckRegistry().register_many(checks.__register__)
    return lambda text: list(tools.LintFile(source="draft.txt", content=text).lint())
