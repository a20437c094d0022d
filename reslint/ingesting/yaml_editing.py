"""Change entries of registry.yaml and nothing else in it: comments, order and all other lines stay byte for byte.

Lines are counted from 0 here, those of `Source.lines` from 1.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from reslint.errors import ReslintError
from reslint.ingesting.yaml_layout import STEP, fields_of, item, key_line
from reslint.ingesting.yaml_ordering import Order
from reslint.named import NamedTuple
from reslint.registry.reading import Source, Steps, read
from reslint.registry.shapes import SECTIONS

BLANK_OR_COMMENT = re.compile(r"\s*(#.*)?")
TRAILING_COMMENT = re.compile(r"\s+#[^'\"]*\Z")


class ReplacedLines(NamedTuple):
    """Lines `start` to `end`, exclusive, are to be replaced."""

    start: int
    end: int
    lines: list[str]


def edited(
    content: bytes,
    name: str,
    entries: Mapping[tuple[str, str], Mapping[str, Any]],
    bodies: Mapping[str, Mapping[str, Any]],
    date: str,
    before: str = "",
) -> bytes:
    """The content of a registry file with these entries, by section and key, in place of those it had.

    A new entry stands where the order wants it, which goes by `bodies` as the registry has them. `date` is that of the
    file from now on, unless nothing changes; a file without one gets it where it is later than `before`, the date of
    what it lies over. Raises UnreadableRegistryError for what is no registry, ReslintError where
    the entries cannot be written so that they are read again.
    """
    if not entries:
        return content
    file = _File(content, name, bodies)
    dated = "date" in file.data or (before and date > before)
    changed = file.with_entries(entries, date if dated else None)
    again = read(changed, name).data
    wanted = {section: dict(held) if isinstance(held, dict) else held for section, held in file.data.items()}
    for (section, key), entry in entries.items():
        wanted.setdefault(section, {})[key] = entry
    if dated:
        wanted["date"] = date
    if again != wanted:
        raise ReslintError(
            name, "the entries cannot be written here so that nothing else changes", "write them by hand"
        )
    return changed


class _File:
    def __init__(self, content: bytes, name: str, bodies: Mapping[str, Mapping[str, Any]]) -> None:
        self.bodies = bodies
        self.source: Source = read(content, name)
        if self.source.data is None:
            self.source.data = {}
        self.data: dict[str, Any] = {
            section: {} if held is None and section in SECTIONS else held for section, held in self.source.data.items()
        }
        self.mark = content.startswith(b"\xef\xbb\xbf")
        text = content.decode("utf-8-sig")
        self.newline = "\r\n" if "\r\n" in text else "\n"
        self.lines = text.split(self.newline)
        if self.lines[-1] == "":
            self.lines.pop()

    def with_entries(self, entries: Mapping[tuple[str, str], Mapping[str, Any]], date: str | None) -> bytes:
        changes = list(self._date(date)) if date is not None else []
        new: dict[str, dict[str, Mapping[str, Any]]] = {}
        for (section, key), entry in entries.items():
            if (section, key) in self.source.lines:
                changes += self._changed(section, key, entry)
            else:
                new.setdefault(section, {})[key] = entry
        for section, added in new.items():
            changes += self._added(section, added)
        lines = list(self.lines)
        # Of several at one place those that come first are made last: fields of an entry before the entry after it.
        places = sorted(range(len(changes)), key=lambda at: (changes[at].start, changes[at].end, at), reverse=True)
        for change in map(changes.__getitem__, places):
            lines[change.start : change.end] = change.lines
        text = self.newline.join([*lines, ""])
        return (b"\xef\xbb\xbf" if self.mark else b"") + text.encode("utf-8", "surrogatepass")

    def _date(self, date: str) -> Iterator[ReplacedLines]:
        if "date" not in self.data:
            at = min((self._line(section) for section in self.data), default=len(self.lines))
            yield ReplacedLines(at, at, [f"date: {date}"])
        elif self.data["date"] != date:
            at = self._line("date")
            yield ReplacedLines(at, at + 1, [f"date: {date}{self._comment(at)}"])

    def _changed(self, section: str, key: str, entry: Mapping[str, Any]) -> Iterator[ReplacedLines]:
        start, end = self._range(section, key)
        old = self.data[section][key]
        starts = {field: self._line(section, key, field) for field in old}
        if len(set(starts.values())) < len(starts) or start in starts.values():
            indent = len(self.lines[start]) - len(self.lines[start].lstrip())
            comments = [line for line in self.lines[start:end] if line.strip().startswith("#")]
            lines = [line for field in fields_of(entry, indent + STEP).values() for line in field]
            yield ReplacedLines(start, end, [key_line(key, indent) + self._comment(end - 1), *comments, *lines])
            return
        indent = min(len(self.lines[at]) - len(self.lines[at].lstrip()) for at in starts.values())
        written = fields_of(entry, indent)
        order = sorted(starts, key=starts.__getitem__)
        ends = {field: self._end(starts[field], following) for field, following in self._followed(order, starts, end)}
        for field in order:
            if field not in entry:
                yield ReplacedLines(starts[field], ends[field], [])
            elif entry[field] != old[field]:
                lines = self._field_lines(section, key, field, entry[field], written[field], ends[field])
                yield ReplacedLines(starts[field], ends[field], lines)
        at = start + 1
        pending: dict[int, list[str]] = {}
        for field in entry:
            if field in old:
                at = ends[field]
            else:
                pending.setdefault(at, []).extend(written[field])
        for place, lines in pending.items():
            yield ReplacedLines(place, place, lines)

    def _field_lines(self, section: str, key: str, field: str, value: Any, written: list[str], end: int) -> list[str]:
        """The lines of a changed field: comments in it are kept, beside the items of a list they stand with."""
        start = self._line(section, key, field)
        old = self.lines[start:end]
        known = self.data[section][key][field]
        items = (
            [self._line(section, key, field, number) for number in range(len(known))] if isinstance(known, list) else []
        )
        if items and items[0] > start and len(written) > 1 and isinstance(value, list):
            held = {
                repr(one): self.lines[at:following]
                for one, at, following in zip(known, items, [*items[1:], end], strict=True)
            }
            indent = len(self.lines[items[0]]) - len(self.lines[items[0]].lstrip())
            lines = self.lines[start : items[0]]
            for one in value:
                lines += held.get(repr(one)) or list(item(one, indent))
            return lines
        comments = [line for line in old[1:] if line.strip().startswith("#")]
        written[-1] += self._comment(end - 1)
        return [*comments, *written]

    def _added(self, section: str, added: Mapping[str, Mapping[str, Any]]) -> Iterator[ReplacedLines]:
        """New entries, each before the first one that comes after it."""
        known = list(self.data.get(section) or ())
        order = Order(self.bodies, section, {**(self.data.get(section) or {}), **added})
        indent = STEP
        if known:
            first = self.lines[self._line(section, known[0])]
            indent = len(first) - len(first.lstrip())
        places: dict[int, list[str]] = {}
        for key in sorted(added, key=order.place):
            lines = [
                key_line(key, indent),
                *(line for field in fields_of(added[key], indent + STEP).values() for line in field),
            ]
            places.setdefault(self._place(section, key, known, order), []).extend(lines)
        if section not in self.source.data:
            yield ReplacedLines(len(self.lines), len(self.lines), [f"{section}:", *places[len(self.lines)]])
            return
        if not known:
            at = self._line(section)
            yield ReplacedLines(at, at + 1, [f"{section}:{self._comment(at)}", *places[at]])
            return
        for at, lines in places.items():
            yield ReplacedLines(at, at, lines)

    def _place(self, section: str, key: str, known: Sequence[str], order: Order) -> int:
        if section not in self.source.data:
            return len(self.lines)
        if not known:
            return self._line(section)
        neighbour, before = order.neighbour(key, known)
        start, end = self._range(section, neighbour)
        if not before:
            return end
        while start > 0 and self.lines[start - 1].strip().startswith("#"):
            start -= 1
        return start

    def _range(self, section: str, key: str) -> tuple[int, int]:
        """The lines of an entry, without the blank lines and comments that lead over to the next."""
        start = self._line(section, key)
        following = min((line - 1 for line in self._starts(section) if line - 1 > start), default=len(self.lines))
        return start, self._end(start, following)

    def _starts(self, section: str) -> list[int]:
        """The lines of all keys of a section and of all sections, from 1."""
        lines = self.source.lines
        return [*(lines[section, key] for key in self.data[section]), *(lines[name,] for name in self.source.data)]

    def _end(self, start: int, following: int) -> int:
        while following > start + 1 and BLANK_OR_COMMENT.fullmatch(self.lines[following - 1]):
            following -= 1
        return following

    def _followed(self, order: Sequence[str], starts: Mapping[str, int], end: int) -> Iterator[tuple[str, int]]:
        for number, field in enumerate(order):
            yield field, starts[order[number + 1]] if number + 1 < len(order) else end

    def _comment(self, at: int) -> str:
        """The comment at the end of a line, with the blanks before it."""
        match = TRAILING_COMMENT.search(self.lines[at])
        return match.group() if match else ""

    def _line(self, *path: str | int) -> int:
        steps: Steps = path
        return self.source.lines[steps] - 1
