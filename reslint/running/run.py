"""One run over texts, files and folders: the way that the command line, the server and other programs share."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from reslint.api.report import FileResult, Report
from reslint.documents.limits import Limits, held
from reslint.errors import ReslintError
from reslint.linting.basis import Basis
from reslint.linting.fingerprint import path_told
from reslint.linting.linter import Linter
from reslint.linting.settings import Settings, nearest_settings, read_settings
from reslint.plugins.rule_folders import python_files
from reslint.running.executors import Executor, Inline
from reslint.running.jobs import Draft, Job, R
from reslint.running.loading import the_plugins, the_registry
from reslint.running.spec import STDIN, RunSpec
from reslint.running.spool import Spool
from reslint.running.trust import OthersSettingsError, restrained
from reslint.sources.files import read_file, read_side, read_stdin
from reslint.sources.urls import is_url
from reslint.storage.digests import blake2b
from reslint.storage.private import belongs_to_another

if TYPE_CHECKING:
    from reslint.running.result_cache import ResultCache

MANY = 10
"""So many files are looked up among those of earlier runs; for fewer that is not worth it."""
RESULTS = "results"
NOT_OURS = "{}: it belongs to another user, so no results are kept; RESLINT_CACHE_DIR can name another folder"


class Run:
    """What a spec comes to in this process: a linter for each settings file that holds for a file of it.

    `errors` and `notices` are lines on what belongs to no single file. `tell` hears at once whose rules are run, before
    they are; by default that is one of the notices.
    """

    def __init__(self, spec: RunSpec | None = None, tell: Callable[[str], object] | None = None) -> None:
        self.spec = spec or RunSpec.here()
        self.errors: list[str] = []
        self.notices: list[str] = []
        self.tell = tell or self.notices.append
        self._linters: dict[Path | None, Linter] = {}
        self._by_folder: dict[str, Linter | ReslintError] = {}
        self._told: set[Path] = set()
        self._memory: ResultCache | None = None
        self._asked = False
        self._unders: dict[Linter, blake2b] = {}
        self._nearest = cache(nearest_settings)

    def settings(self, folder: Path = Path()) -> Settings:
        """The settings that hold in a folder; ReslintError where their file cannot be used."""
        return self.linter_in(folder).settings

    def linter_in(self, folder: Path = Path()) -> Linter:
        """The linter for files in a folder; ReslintError where its settings cannot be used."""
        return self._linter_of(self._source(folder))

    def _linter_of(self, source: Path | None) -> Linter:
        if source not in self._linters:
            try:
                self._linters[source] = Linter(self._basis(source))
            except ReslintError as error:
                if self._is_own(source):
                    raise
                file = os.path.relpath(source) if source else ""
                subject = error.subject if error.subject.startswith(file) else f"{file}: {error.subject}"
                raise OthersSettingsError(subject, error.reason, error.advice) from error
        return self._linters[source]

    def _is_own(self, source: Path | None) -> bool:
        """Whether a settings file is the user's own, or named by him."""
        return source is None or self.spec.trust.covers(source, self.spec.folder)

    def _own(self) -> Linter:
        """The linter of the settings where the user stands; of none, where they are not trusted or wrong."""
        if self.spec.trust.here:
            with suppress(ReslintError):
                return self.linter_in()
        return self._linter_of(None)

    def _source(self, folder: Path) -> Path | None:
        """The settings file that holds in a folder, unless there are settings for all."""
        there = Path(os.path.abspath(self.spec.at(str(folder))))
        return None if self.spec.settings else self._nearest(there)

    def _basis(self, source: Path | None) -> Basis:
        """What files are judged by under a settings file, loaded; what it may not bring is said and left out."""
        settings = self.spec.settings or (read_settings(source) if source else Settings(root=Path()))
        if self._is_own(source):
            return self._loaded(self.spec.changed(settings))
        own = self._own()
        settings, said = restrained(settings, own.settings.max_size, own.settings.limits)
        if said:
            self.notices.append(said)
        day = own.settings.as_of if own.of_own_day or own.day is None else own.day.isoformat()
        basis = own.basis.but(settings=own.settings.but(as_of=day))
        return self._loaded(self.spec.changed(settings)).but(own=basis)

    def _loaded(self, settings: Settings) -> Basis:
        at = self.spec.at
        rules = tuple(Path(at(str(folder))) for folder in settings.rules_dir)
        for folder in dict.fromkeys(rules):
            if folder not in self._told and python_files(folder):
                self._told.add(folder)
                self.tell(f"runs rules from {path_told(str(folder))}")
        plugins = the_plugins(rules)
        paths = tuple(Path(at(str(path))) for path in settings.registry)
        registry, problems = the_registry(paths, plugins.registries, self.spec.cache)
        self.notices.extend(problem for problem in problems if problem not in self.notices)
        baseline = None
        if settings.baseline:
            from reslint.linting.baseline import read_baseline

            baseline = read_baseline(Path(at(str(settings.baseline))))
        return Basis(settings, plugins, registry, baseline, self.spec.wants_cited_texts, self.spec.folder)

    def linter(self, name: str) -> Linter:
        """The linter for a file; ReslintError where its settings cannot be used."""
        folder = "" if is_url(name) else os.path.dirname(self.shown(name))
        found = self._by_folder.get(folder)
        if found is None:
            try:
                found = self.linter_in(Path(folder))
            except ReslintError as error:
                found = error
            self._by_folder[folder] = found
        if isinstance(found, ReslintError):
            raise found.with_traceback(None)
        return found

    def shown(self, name: str) -> str:
        """How a file is called in messages and results."""
        return self.spec.stdin_name if name == STDIN else name

    def names(self, paths: Iterable[str]) -> Iterator[str]:
        """The files to look at, each once: those named, and those found in the folders and archives named.

        What is not there becomes a line in `errors`.
        """
        from reslint.running.choosing import chosen

        return chosen(self, paths)

    def excludes(self, name: str) -> bool:
        """Whether the settings leave out a file that is found in a folder."""
        from reslint.running.choosing import excluded

        return excluded(self, name)

    def reads_apart(self, name: str) -> bool:
        """Whether a file is of a format that is to be read in another process; not for what can be read in none."""
        try:
            return self.linter(name).form(name).apart
        except ReslintError:
            return False

    def limits(self, name: str) -> Limits:
        """The limits that hold for a file, those of no settings where its own cannot be used."""
        try:
            return self.linter(name).settings.limits
        except ReslintError:
            return Limits()

    def draft(self, name: str) -> Draft:
        """A file as it is read now; ReslintError where its bytes cannot be had, or its settings cannot be used."""
        linter, shown = self.linter(name), self.shown(name)
        max_size = linter.settings.max_size
        with held(linter.settings.limits):
            data = read_stdin(shown, max_size) if name == STDIN else read_file(name, max_size, self.spec.at(name))
        return Draft(shown, data, read_side(shown, max_size, self.spec.at(shown)), linter, name == STDIN)

    def each(self, names: Sequence[str], job: Job[R], executor: Executor | None = None) -> Iterator[R]:
        """The result of a job for each file, in the order of `names`, by whoever is to do it; by default this process.

        Whatever goes wrong with a file is in its result. ReslintError where nothing can be done at all.
        """
        self.spec = self.spec.but(remembers=job.judges and len(names) >= MANY and self.spec.cache.folder is not None)
        # Nobody else can read what comes from standard input.
        alone = executor is None or STDIN in names
        return self._closing((Inline() if alone else executor or Inline()).results(self, names, job))

    def _closing(self, results: Iterator[R]) -> Iterator[R]:
        """The results; what is remembered of them is written when they end, however that is."""
        try:
            yield from results
        finally:
            if self._memory is not None:
                self._memory.close()

    def memory(self) -> ResultCache | None:
        """The results of earlier runs, where they are to be remembered."""
        if self.spec.remembers and not self._asked:
            self._asked = True
            folder = self.spec.cache.private(RESULTS)
            if folder is not None:
                with suppress(ImportError):  # Python may be built without SQLite
                    from reslint.running.result_cache import ResultCache

                    self._memory = ResultCache(folder)
            elif belongs_to_another(os.path.join(self.spec.cache.folder or "", RESULTS)):
                self.notices.append(NOT_OURS.format(os.path.join(self.spec.cache.folder or "", RESULTS)))
        return self._memory if self.spec.remembers else None

    def has_memories(self) -> bool:
        """Whether there may be something of an earlier run to remember."""
        folder = self.spec.cache.folder
        return self.spec.remembers and folder is not None and os.path.isdir(os.path.join(folder, RESULTS))

    def key(self, draft: Draft) -> bytes:
        """What the result of a draft is remembered under."""
        from reslint.running.kept import key_of, under

        if draft.linter not in self._unders:
            self._unders[draft.linter] = under(draft.linter)
        return key_of(draft, self._unders[draft.linter])

    def report(self, results: Iterable[FileResult]) -> Report:
        """The results of the files with what the run itself has to say."""
        files = results if isinstance(results, Spool) else Spool(results)
        linters = list(self._linters.values())
        problems = dict.fromkeys(line for linter in linters for line in linter.plugins.problems)
        notices = (*problems, *self.notices, *self._freshness(files))
        registry = linters[0].registry if linters else None
        unread = _nothing_read(files)
        errors = (*self.errors, *([unread] if unread else ()))
        day, digest = (registry.date.isoformat(), registry.digest) if registry else ("", "")
        return Report(files, errors, notices, day, digest)

    def _freshness(self, files: Spool) -> Iterator[str]:
        """What the registry does not cover of the bodies that the files cite, each said once."""
        from reslint.running.freshness import Freshness

        freshness = Freshness()
        for (folder, day), texts in files.union_texts.items():
            if day is not None:
                freshness.note(self.linter(os.path.join(folder, "draft")).registry, texts, day)
        return freshness.lines()

    def rests_on(self, folder: Path) -> list[str]:
        """The files that the judgement of drafts in a folder rests on, as far as they can be told."""
        found = self._source(folder)
        linter = self._linters.get(found)
        files = [str(found)] if found else []
        return files + (linter.basis.files() if linter else [])


def _nothing_read(files: Spool) -> str:
    """What is wrong with a run in which no text was read; empty for one in which one was, or in which there is none."""
    if any(file.was_read for file in files.heads) or not any(file.unread for file in files.heads):
        return ""
    return "no text of this run is in a language that is read: nothing that they cite was looked for"
