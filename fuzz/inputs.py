"""Inputs: what each reader is given, by which mutators, from which files of the corpus; a seed gives the same ones."""

from __future__ import annotations

from contextlib import suppress
from functools import cache
from pathlib import Path
from random import Random
from typing import NamedTuple

from fuzz import bytewise, linewise, packages, spoken, trees, values
from fuzz.chance import Mutator

CORPUS = Path(__file__).resolve().parents[1] / "tests" / "data" / "fuzz"
LARGEST = 400_000
"""No input has more bytes: what is asked is whether anything breaks, not how long a book takes."""


class Reader(NamedTuple):
    """What reads a kind of file: the name under which it gets one, and the mutators of such files, by their names."""

    file: str
    mutators: dict[str, Mutator]


class Input(NamedTuple):
    """A file to try; `number` counts those of a seed from 0."""

    number: int
    reader: str
    mutator: str
    data: bytes

    @property
    def file(self) -> str:
        """The name under which it is read."""
        return READERS[self.reader].file


MARKUP: dict[str, Mutator] = {"tree": trees.mutate, "tags": trees.break_tags, "grammar": spoken.in_markup}
PACKAGE: dict[str, Mutator] = {
    "bytes": bytewise.mutate,
    "members": packages.mutate,
    "content": packages.inside(bytewise.mutate),
    **{name: packages.inside(mutate) for name, mutate in MARKUP.items()},
}
READERS = {
    "text": Reader("draft.txt", {"bytes": bytewise.mutate, "lines": linewise.mutate, "grammar": spoken.in_text}),
    "markdown": Reader("draft.md", {"bytes": bytewise.mutate, "lines": linewise.mutate, "grammar": spoken.in_text}),
    "html": Reader("draft.html", {"bytes": bytewise.mutate, **MARKUP}),
    "word": Reader("draft.docx", PACKAGE),
    "odt": Reader("draft.odt", PACKAGE),
    "flat": Reader("draft.fodt", MARKUP),
    "pdf": Reader("draft.pdf", {"bytes": bytewise.mutate, "lines": linewise.mutate, "grammar": spoken.in_pdf}),
    "archive": Reader(
        "drafts.zip",
        {"bytes": bytewise.mutate, "members": packages.mutate, "content": packages.inside(bytewise.mutate)},
    ),
    "registry": Reader("registry.yaml", {"bytes": bytewise.mutate, "lines": linewise.mutate, "values": values.in_yaml}),
    "overlay": Reader("overlay.yaml", {"bytes": bytewise.mutate, "lines": linewise.mutate, "values": values.in_yaml}),
    "catalogue": Reader("own.tsv", {"bytes": bytewise.mutate, "lines": linewise.mutate}),
    "list": Reader("list.csv", {"bytes": bytewise.mutate, "lines": linewise.mutate}),
    "settings": Reader("reslint.toml", {"bytes": bytewise.mutate, "lines": linewise.mutate, "values": values.in_toml}),
    "pyproject": Reader("pyproject.toml", {"lines": linewise.mutate, "values": values.in_toml}),
    "baseline": Reader("baseline.json", {"bytes": bytewise.mutate, "lines": linewise.mutate, "values": values.in_json}),
    "side": Reader("draft.txt.reslint", {"bytes": bytewise.mutate, "lines": linewise.mutate}),
}
PAIRS = [(reader, mutator) for reader, told in READERS.items() for mutator in told.mutators]


@cache
def corpus(reader: str) -> tuple[bytes, ...]:
    """The files of the corpus for a reader, which has a folder there, in the order of their names."""
    return tuple(path.read_bytes() for path in sorted((CORPUS / reader).iterdir()))


def made(seed: int, number: int) -> Input:
    """The input of that number; every reader and mutator has its turn."""
    reader, mutator = PAIRS[number % len(PAIRS)]
    chance = Random(f"{seed} {number}")
    data = chance.choice(corpus(reader))
    for _ in range(chance.choice((1, 1, 1, 2, 3))):
        # What has become too deep to be written stays as it was.
        with suppress(RecursionError):
            data = READERS[reader].mutators[mutator](data, chance)[:LARGEST]
    return Input(number, reader, mutator, data)


def saved(path: Path) -> Input:
    """An input that was kept; its name begins with that of its reader."""
    reader, _, rest = path.name.partition("-")
    if reader not in READERS:
        raise ValueError(f"{path}: the name begins with that of no reader ({', '.join(READERS)})")
    return Input(0, reader, rest.partition("-")[0], path.read_bytes())
