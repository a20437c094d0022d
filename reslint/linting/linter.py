"""The linter: judge one document under one set of settings: read, find, ask every rule, and keep what may be said."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from reslint.api.cited_texts import cited_texts
from reslint.api.finding import Applicability, Finding
from reslint.api.formats import Format, format_for
from reslint.api.page import Page
from reslint.api.report import FileResult
from reslint.api.rule import Mistake, Rule, Scope, replace
from reslint.citations.languages import unread_language
from reslint.citations.present import languages_in
from reslint.documents.limits import held, refuse_large
from reslint.documents.model import Document
from reslint.documents.view import View
from reslint.errors import ReslintError, error_of, told
from reslint.linting.as_of import fixed_day, is_own, own_day
from reslint.linting.basis import Basis
from reslint.linting.folding import folded
from reslint.linting.silencing import silence
from reslint.linting.stamping import Stamp
from reslint.linting.suppression import Suppression, own_lines, suppressions_beside, suppressions_in
from reslint.plugins.blaming import place_of
from reslint.saying import said
from reslint.sources.globs import matches
from reslint.storage.late import compile_by

if TYPE_CHECKING:
    from reslint.linting.tracking import FormerLists

UNUSED = "SUP001"


class Linter:
    """What one set of settings makes of rules, registry and day, prepared once for many documents.

    Raises ReslintError for settings that name unknown rules, dates or conferences.
    """

    def __init__(self, basis: Basis) -> None:
        self.basis = basis
        self.settings = settings = basis.settings
        self.plugins = basis.plugins
        self.registry = registry = basis.registry
        self.baseline = basis.baseline
        compile_by(registry.patterns.compile)
        self.own = Linter(basis.own) if basis.own is not None else None
        table = basis.plugins.rules
        self.day = fixed_day(settings.as_of, registry)
        self.of_own_day = is_own(settings.as_of)
        self.chosen = table.chosen(settings.selections)
        self.severities = table.severities(settings.severity, settings.source)
        self.rules: tuple[Rule, ...] = tuple(rule() for rule in table.rules if rule.code in self.chosen)
        self.includes = {rule.code: rule.includes for rule in self.rules if rule.includes}
        # What is known to be found in a draft besides, where only some of the rules are asked again.
        self.found: frozenset[str] = frozenset()
        self._ignores = {
            glob: frozenset(code for selector in selectors for code in table.codes(selector, settings.source))
            for glob, selectors in settings.per_file_ignores.items()
        }

    def form(self, name: str, data: bytes = b"") -> Format:
        """The format of a file by its name, else by its first bytes; what nobody recognises is plain text."""
        formats = self.plugins.formats
        return format_for(name, formats, data) or formats[0]

    def form_of(self, document: Document) -> Format:
        """The format of a document that was read."""
        formats = self.plugins.formats
        read_as = (one for one in formats if one.name == document.format)
        return format_for(document.name, formats) or next(read_as, formats[0])

    def check(self, data: bytes, name: str, side: str = "") -> FileResult:
        """Judge the bytes of one file; what goes wrong is in the result, whatever it is.

        `name` is the path as the user gave it, `side` the text of the file of suppressions beside it.
        """
        return self._whatever_happens(name, lambda: self._judge(self.view(data, name), side))

    def judge(self, document: Document, side: str = "") -> FileResult:
        """Judge a document that has been read; as with `check`, what goes wrong is in the result."""
        return self._whatever_happens(document.name, lambda: self._judge(View(document, self.settings.view), side))

    def _whatever_happens(self, name: str, judge: Callable[[], FileResult]) -> FileResult:
        try:
            return judge()
        except KeyboardInterrupt:
            raise
        except BaseException as error:  # one document that breaks reslint must not keep it from the others
            return FileResult(name, errors=(str(error_of(name, error)),))

    def view(self, data: bytes, name: str) -> View:
        """What is read of the bytes of a file; ReslintError where it cannot be."""
        form = self.form(name, data)
        with held(self.settings.limits):
            try:
                view = View(form.read(data, name), self.settings.view)
            except (ReslintError, MemoryError, RecursionError, KeyboardInterrupt):
                raise
            except BaseException as error:  # a reader of a plugin may raise anything
                raise ReslintError(name, f"the reader {form.name} failed ({told(error)})") from error
            refuse_large(view.document, view.text)
        return view

    def page(self, view: View) -> Page:
        """The view with its citations, on the day it is judged; ReslintError where it has none of its own."""
        from reslint.citations import find_citations

        languages = languages_in(view.reading.text, self.registry)
        citations = find_citations(view, self.registry, languages)
        day = self.day if self.day is not None else own_day(view, citations, self.registry)
        return Page(view, citations, self.registry, day, self.of_own_day, languages)

    def _judge(self, view: View, side: str) -> FileResult:
        name = view.document.name
        page = self.page(view)
        form = self.form_of(view.document)
        stamp = Stamp(page, form, self.severities)
        errors: list[str] = []
        ignored = self.ignored(name)
        # Rules of lists come first: a draft with changes has a second view, which is looked at while little is kept.
        of_lists = [rule for rule in self.rules if rule.scope is Scope.LIST]
        findings = list(self._findings(page, stamp, of_lists, ignored, errors))
        lists = _former_lists(page, of_lists, findings) if page.changed is not None else None
        others = (rule for rule in self.rules if rule.scope is not Scope.LIST)
        findings += self._findings(page, stamp, others, ignored, errors)
        findings.sort(key=lambda finding: (finding.start, finding.code))
        codes = self.plugins.rules.codes
        suppressions = (
            *suppressions_in(view, form.marker, codes, errors),
            *suppressions_beside(side, view, codes, errors),
        )
        findings, silenced, idle = silence(findings, suppressions, view, page.all_citations)
        if UNUSED in self.chosen - ignored:
            findings.extend(self._unused(idle, stamp, ignored))
            findings.sort(key=lambda finding: (finding.start, finding.code))
        gone = 0
        if self.baseline is not None:
            # A rule that did not run, or failed, says nothing about what is gone.
            ran = frozenset() if errors else self.chosen - ignored
            findings, gone = self.baseline.new(self._at(name), findings, ran)
        findings = folded(findings, self.includes, self.found)
        texts = cited_texts(page) if self.basis.wants_cited_texts else ()
        if findings and lists is not None:
            from reslint.linting.tracking import with_changes

            # What was worked out on the page is as large as what is asked of its segments next.
            page = page.anew()
            view.let_go()
            del stamp
            findings = list(with_changes(findings, page, lists))
        # To write what is kept takes several times its memory, so it comes when most of what was worked out is gone.
        self.registry.patterns.keep()
        unread = unread_language(view.text, self.registry)
        notices = tuple(f"{name}: {notice}" for notice in (*view.document.notices, *([str(unread)] if unread else ())))
        return FileResult(
            name,
            tuple(findings),
            tuple(errors),
            notices,
            page.all_citations,
            view,
            page.as_of,
            gone=gone,
            cited_texts=texts,
            silenced=len(folded(silenced, self.includes, self.found)),
            unread=unread,
        )

    def _findings(
        self, page: Page, stamp: Stamp, rules: Iterable[Rule], ignored: frozenset[str], errors: list[str]
    ) -> Iterator[Finding]:
        for rule in rules:
            if rule.code in ignored:
                continue
            try:
                yield from [stamp.finding(rule, mistake) for mistake in rule.check(page)]
            except (MemoryError, KeyboardInterrupt):
                raise
            except BaseException as error:  # a rule of a plugin may raise anything; the others still run
                whose = f"{rule.code} of plugin {self.plugins.rules.plugin_of(rule.code)}"
                place = place_of(error, type(rule).check)
                errors.append(f"{stamp.file}: rule {whose}, {place}, failed ({told(error)}); report it")

    def _unused(self, idle: Iterable[Suppression], stamp: Stamp, ignored: frozenset[str]) -> Iterator[Finding]:
        running = self.chosen - ignored
        rule = self.plugins.rules.rule(UNUSED)
        for item in idle:
            if item.codes and not item.codes & running:
                continue
            if item.side_line is not None:
                message = said(
                    "line {line} of the side file silences nothing: {mark}",
                    line=str(item.side_line),
                    mark=item.written,
                )
                mistake = Mistake(0, 0, message, help=said("remove the line"))
            else:
                start, end = own_lines(stamp.page.text, item.start, item.end)
                fix = replace(start, end, "", Applicability.SAFE) if item.in_text else None
                message = said("this comment silences nothing: {mark}", mark=item.written)
                mistake = Mistake(item.start, item.end, message, help=said("remove the comment"), fix=fix)
            yield stamp.finding(rule, mistake, can_be_silenced=False)

    def ignored(self, name: str) -> frozenset[str]:
        """The codes that the settings ignore in this file."""
        if not self._ignores:
            return frozenset()
        path = Path(os.path.relpath(self._at(name), self._at(str(self.settings.root)))).as_posix()
        return frozenset(code for glob, codes in self._ignores.items() if matches((glob,), path) for code in codes)

    def _at(self, name: str) -> str:
        """A path of the user's from where this process stands."""
        return os.path.join(self.basis.folder, name)


def _former_lists(page: Page, rules: Iterable[Rule], findings: Iterable[Finding]) -> FormerLists:
    """What those rules of lists that have found something find in the original view, too."""
    from reslint.linting.tracking import FormerLists

    codes = {finding.code for finding in findings}
    return FormerLists(page, [rule for rule in rules if rule.code in codes])
