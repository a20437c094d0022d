"""Findings made of the mistakes that rules yield: position, excerpt, record and the way to keep the words as they
are.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from reslint.api.finding import AsFarAs, Finding, RecordNote, Severity
from reslint.api.formats import Format
from reslint.api.page import Page
from reslint.api.places import around, clauses_of, place_of
from reslint.api.rule import Mistake, Rule
from reslint.documents.model import Unit
from reslint.saying import Said, said
from reslint.sources.files import SIDE_SUFFIX

if TYPE_CHECKING:
    from reslint.registry import Registry

CODE_BLANK = "{code}"


class Stamp:
    """Makes findings of one page's mistakes."""

    def __init__(self, page: Page, form: Format, severities: Mapping[str, Severity]) -> None:
        self.page = page
        self.form = form
        self.severities = severities
        self.file = page.view.document.name
        self.as_of = page.as_of.isoformat()
        self._clauses: dict[int, str] | None = None
        self._markers: dict[str, str] = {}

    def finding(self, rule: Rule | type[Rule], mistake: Mistake, *, can_be_silenced: bool = True) -> Finding:
        """The finding of a mistake; ValueError where its range or its edits lie outside of the text.

        Unless it cannot be silenced, it says what has to be written to silence it.
        """
        view = self.page.view
        start, end = mistake.start, mistake.end
        edits = mistake.fix.edits if mistake.fix else ()
        for first, last in ((start, end), *((edit.start, edit.end) for edit in edits)):
            if not 0 <= first <= last <= len(view.text):
                raise ValueError(f"the range {first}:{last} is not in the text")
        excerpt = view.text[start:end]
        writer = self.form.writer
        reason = writer.refusal(view, mistake.fix) if mistake.fix and writer else ""
        reach = mistake.as_far_as
        position, end_position = view.position(start), view.end_position(start, end)
        return Finding(
            code=rule.code,
            name=rule.name,
            severity=Severity.INFO if mistake.minor else self.severities[rule.code],
            message=mistake.message,
            file=self.file,
            start=start,
            end=end,
            line=position.line,
            column=position.column,
            end_line=end_position.line,
            end_column=end_position.column,
            excerpt=excerpt,
            suggestion=mistake.suggestion,
            advice=mistake.help,
            keep=self._marker(rule, excerpt) if can_be_silenced else "",
            fix=mistake.fix if writer and not reason else None,
            as_of=self.as_of,
            record=note(self.page.registry, mistake.record) if mistake.record else None,
            url=f"docs/rules/{rule.name}.md",
            block=view.block_at(start),
            place=place_of(view, self._clauses_of(), start, end),
            refused=reason,
            around=around(view, start, end),
            part_of=mistake.part_of,
            as_far_as=AsFarAs(reach.key, self.page.registry.met(reach)) if reach else None,
        )

    def _clauses_of(self) -> dict[int, str]:
        """The clause of each paragraph, for documents in which people look for it."""
        if self._clauses is None:
            by_paragraph = self.page.view.document.unit is Unit.PARAGRAPH
            self._clauses = clauses_of(self.page.structure) if by_paragraph else {}
        return self._clauses

    def _marker(self, rule: Rule | type[Rule], excerpt: str) -> str:
        marker = self.form.marker
        if CODE_BLANK in marker:
            # Every finding of a rule has the same one, and keeps it.
            if rule.name not in self._markers:
                self._markers[rule.name] = _filled(marker, rule.name)
            return self._markers[rule.name]
        if marker:
            return said("{mark} after the words", mark=marker)
        line = f"ignore[{rule.name}] {' '.join(excerpt.split())}"
        return said("in {file} {line}", file=self.file + SIDE_SUFFIX, line=line)


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
