"""The matrix, which tells which file cites what, and with what verdict."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from reslint.api.cited_texts import CitedText
from reslint.api.report import Report
from reslint.named import NamedTuple
from reslint.registry import Verdict
from reslint.reporting.html.naming import HERE, anchor, folder_of, short_names, within
from reslint.reporting.html.verdicts import LOOK_OF, Look, worst
from reslint.reporting.summary import counted

COLUMNS, ROWS = 40, 300
"""It has at most so many texts and files; more is no longer an overview."""


class Column(NamedTuple):
    """A text of the matrix by `kind`, empty for a resolution, and `number`; `title` says more about it."""

    key: str
    kind: str
    number: str
    title: str


class Adopted(NamedTuple):
    """The columns of the texts of one body."""

    body: str
    columns: tuple[Column, ...]


class Cell(NamedTuple):
    """What a file makes of a text: how the worst verdict looks, and all of it in words."""

    look: Look
    title: str


class Citing(NamedTuple):
    """A file of the matrix, with how often it cites what is outdated. `linked` is false where nothing was found in it
    and there is nowhere to go.
    """

    anchor: str
    name: str
    linked: bool
    outdated: int
    cells: tuple[Cell | None, ...]


class CitingFolder(NamedTuple):
    """The files of the matrix that are in one folder; `name` is empty where they are not grouped."""

    name: str
    rows: tuple[Citing, ...]

    @property
    def size(self) -> int:
        """How many files there are."""
        return len(self.rows)

    @property
    def outdated(self) -> int:
        """How often all of them cite what is outdated."""
        return sum(row.outdated for row in self.rows)


class Matrix(NamedTuple):
    """The columns by body, and the rows by folder."""

    bodies: tuple[Adopted, ...]
    folders: tuple[CitingFolder, ...]

    @property
    def width(self) -> int:
        """How many columns there are."""
        return sum(len(body.columns) for body in self.bodies)


def matrix(
    report: Report, outdated_in: Mapping[int, int], first: Mapping[str, CitedText], cited: Mapping[str, int]
) -> Matrix:
    """The matrix of the texts that are `cited` so often.

    `outdated_in` says how often each file that cites anything, by its number from 1, cites what is outdated; `first` is
    how each text is cited first, by key.
    """
    bodies = tuple(_bodies(first, cited))
    return Matrix(
        bodies, tuple(_folders(report, outdated_in, [column.key for body in bodies for column in body.columns]))
    )


def _bodies(first: Mapping[str, CitedText], cited: Mapping[str, int]) -> Iterator[Adopted]:
    """The texts that are cited most, those of one body side by side, the body that is cited most first."""
    bodies: dict[str, list[Column]] = {}
    places: Counter[str] = Counter()
    for key in sorted(cited, key=lambda key: (-cited[key], key))[:COLUMNS]:
        body, *kind, number = key.split(" ")
        title = f": {first[key].title}" if first[key].title else ""
        told = f"{first[key].name}{title} ({counted(cited[key], 'citation')})"
        bodies.setdefault(body, []).append(Column(key, " ".join(kind), number, told))
        places[body] += cited[key]
    for body, _ in places.most_common():
        yield Adopted(body, tuple(bodies[body]))


def _folders(report: Report, outdated_in: Mapping[int, int], columns: Sequence[str]) -> Iterator[CitingFolder]:
    """The files by folder, in the order of the report: all of them, or those that cite the most that is outdated."""
    chosen = set(sorted(outdated_in, key=lambda number: (-outdated_in[number], number))[:ROWS])
    names = short_names([file.name for file in report.heads])
    folders: dict[str, list[Citing]] = {}
    for number, file in enumerate(report.files, 1):
        if number in chosen:
            texts: dict[str, list[CitedText]] = {}
            for text in file.cited_texts:
                texts.setdefault(text.key, []).append(text)
            cells = tuple(_cell(texts[key]) if key in texts else None for key in columns)
            name = names[number - 1]
            row = Citing(anchor(number), name, bool(file.findings), outdated_in[number], cells)
            folders.setdefault(folder_of(name), []).append(row)
    if len(folders) < 2:
        yield from (CitingFolder("", tuple(rows)) for rows in folders.values())
        return
    for folder, rows in folders.items():
        yield CitingFolder(folder or HERE, tuple(row._replace(name=within(row.name, folder)) for row in rows))


def _cell(texts: list[CitedText]) -> Cell:
    return Cell(worst(text.verdict for text in texts), "; ".join(_said(text) for text in texts))


def _said(text: CitedText) -> str:
    edition = f" ({text.edition})" if text.edition else ""
    instead = f", now {text.proposal}" if text.verdict == Verdict.SUPERSEDED and text.latest else ""
    times = f", {text.places} times" if text.places > 1 else ""
    return f"{text.name}{edition}: {LOOK_OF[text.verdict].words}{instead}{times}"
