"""Findings made of the mistakes that rules yield: position, excerpt, record and the way to keep the words as they
are.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from reslint.api.finding import AsFarAs, Finding, RecordNote, Severity
from reslint.api.formats import Format
from reslint.api.page import Page
from reslint.api.places import ItemNames, around, place_of
from reslint.api.rule import Mistake, Rule
from reslint.documents.model import Unit
from reslint.saying import Said, said
from reslint.sources.files import SIDE_SUFFIX

if TYPE_CHECKING:
    from reslint.registry import Conference, Registry

CODE_BLANK = "{code}"


class Stamp:
    """Makes findings of one page's mistakes."""

    def __init__(self, page: Page, form: Format, severities: Mapping[str, Severity]) -> None:
        self.page = page
        self.form = form
        self.severities = severities
        self.file = page.view.document.name
        self.as_of = page.as_of.isoformat()
        self._items: ItemNames | None = None
        # What many findings have alike.
        self._markers: dict[str | tuple[str, str], str] = {}
        self._notes: dict[str, RecordNote | None] = {}
        self._reaches: dict[str, AsFarAs] = {}

    def finding(self, rule: Rule | type[Rule], mistake: Mistake, *, can_be_silenced: bool = True) -> Finding:
        """The finding of a mistake; ValueError where its range or its edits lie outside of the text.

        Unless it cannot be silenced, it says what has to be written to silence it.
        """
        page = self.page
        view, registry, fix = page.view, page.registry, mistake.fix
        start, end = mistake.start, mistake.end
        text = view.text
        if not 0 <= start <= end <= len(text):
            raise _outside(start, end)
        for edit in fix.edits if fix else ():
            if not 0 <= edit.start <= edit.end <= len(text):
                raise _outside(edit.start, edit.end)
        excerpt = text[start:end]
        line, column = view.position(start)
        if view.document.source_lines or "\n" in excerpt or "\r" in excerpt:
            end_line, end_column = view.end_position(start, end)
        else:
            end_line, end_column = line, column + end - start
        block = view.block_at(start)
        writer = self.form.writer
        refused = writer.refusal(view, fix) if fix and writer else ""
        # By their places, since by their names so many fields take three times as long.
        return Finding(
            rule.code,
            rule.name,
            Severity.INFO if mistake.minor else self.severities[rule.code],
            mistake.message,
            self.file,
            start,
            end,
            line,
            column,
            end_line,
            end_column,
            excerpt,
            mistake.suggestion,
            mistake.help,
            self._marker(rule, excerpt) if can_be_silenced else "",
            fix if writer and not refused else None,
            self.as_of,
            self._note(registry, mistake.record) if mistake.record else None,
            f"docs/rules/{rule.name}.md",
            block,
            place_of(view, self._items_of(), start, end, block),
            None,
            refused,
            around(view, start, end, block),
            (),
            mistake.part_of,
            self._reach(registry, mistake.as_far_as) if mistake.as_far_as else None,
        )

    def _items_of(self) -> ItemNames | None:
        """The items of documents in whose clauses people look for a finding."""
        if self._items is None and self.page.view.document.unit is Unit.PARAGRAPH:
            self._items = ItemNames(self.page.structure)
        return self._items

    def _marker(self, rule: Rule | type[Rule], excerpt: str) -> str:
        """What keeps the words as they are: the same for all findings of a rule, or for those at the same words."""
        marker = self.form.marker
        key = rule.name if CODE_BLANK in marker else (rule.name, excerpt)
        told = self._markers.get(key)
        if told is None:
            self._markers[key] = told = self._new_marker(marker, rule.name, excerpt)
        return told

    def _new_marker(self, marker: str, name: str, excerpt: str) -> str:
        if CODE_BLANK in marker:
            return _filled(marker, name)
        if marker:
            return said("{mark} after the words", mark=marker)
        line = f"ignore[{name}] {' '.join(excerpt.split())}"
        return said("in {file} {line}", file=self.file + SIDE_SUFFIX, line=line)

    def _note(self, registry: Registry, key: str) -> RecordNote | None:
        if key not in self._notes:
            self._notes[key] = note(registry, key)
        return self._notes[key]

    def _reach(self, registry: Registry, met: Conference) -> AsFarAs:
        if met.key not in self._reaches:
            self._reaches[met.key] = AsFarAs(met.key, registry.met(met))
        return self._reaches[met.key]


def _outside(start: int, end: int) -> ValueError:
    return ValueError(f"the range {start}:{end} is not in the text")


def _filled(marker: str, name: str) -> str:
    """A marker for the rule of a name."""
    if not isinstance(marker, Said):
        return marker.replace(CODE_BLANK, name)
    return said(marker.template, **{key: words.replace(CODE_BLANK, name) for key, words in marker.values})


def note(registry: Registry, key: str) -> RecordNote | None:
    """What a finding says about the record it rests on; None for a key that the registry does not have."""
    record = registry.record_of(key)
    if record is not None:
        return RecordNote(key, record.checked.name if record.checked else None, record.sources)
    text = registry.assembly_text(key.rpartition(" ")[2])
    return RecordNote(key, None, text.sources) if text is not None else None
