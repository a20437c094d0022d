"""One run over texts, files and folders: the call that the command line, hooks and other programs share."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from reslint.api.report import FileResult, Report
from reslint.errors import ReslintError
from reslint.linting.baseline import read_baseline
from reslint.linting.linter import Linter
from reslint.linting.settings import Settings, nearest_settings, read_settings
from reslint.running.loading import the_plugins, the_registry
from reslint.running.spool import Spool
from reslint.sources import archives
from reslint.sources.files import matches, read_file, read_side, read_stdin
from reslint.sources.urls import is_url
from reslint.sources.walking import Walker

if TYPE_CHECKING:
    from reslint.running.result_cache import Kept


STDIN = "-"


class Run:
    """The linters of one run, one for each settings file that holds for a file of it.

    `settings` hold for all files where they are given, else the nearest settings file does. `override`
    changes what they say, as the command line does. `force_exclude` leaves out excluded files even where they
    are named. What is read from standard input, the file "-", is called `stdin_name`. Where it `remembers`, what was
    judged in earlier runs is not judged again.
    """

    def __init__(
        self,
        settings: Settings | None = None,
        override: Callable[[Settings], Settings] = lambda settings: settings,
        *,
        force_exclude: bool = False,
        stdin_name: str = STDIN,
    ) -> None:
        self.errors: list[str] = []
        self.notices: list[str] = []
        self.remembers = False
        self._cited = False
        self._settings = settings
        self._override = override
        self._force_exclude = force_exclude
        self._stdin_name = stdin_name
        self._linters: dict[Path | None, Linter] = {}
        self._by_folder: dict[str, Linter] = {}
        self._keeping: dict[Linter, Kept] = {}
        self._nearest = cache(nearest_settings)

    def settings(self, folder: Path) -> Settings:
        """The settings that hold in a folder; ReslintError where their file cannot be used."""
        return self.linter_in(folder).settings

    def linter_in(self, folder: Path) -> Linter:
        """The linter for files in a folder; ReslintError where its settings cannot be used."""
        source = None if self._settings else self._nearest(folder.absolute())
        if source not in self._linters:
            given = self._settings or (read_settings(source) if source else Settings(root=Path.cwd()))
            settings = self._override(given)
            plugins = the_plugins(settings.rules_dir, Path.cwd())
            registry, problems = the_registry(settings.registry, plugins.registries, Path.cwd())
            self.notices.extend(problem for problem in problems if problem not in self.notices)
            baseline = read_baseline(settings.baseline) if settings.baseline else None
            self._linters[source] = Linter(settings, plugins, registry, baseline, cited=self._cited)
        return self._linters[source]

    def ask_for_cited(self) -> None:
        """From now on, results say which texts each file cites."""
        self._cited = True
        for linter in self._linters.values():
            linter.cited = True

    def linter(self, name: str) -> Linter:
        """The linter for a file; ReslintError where its settings cannot be used."""
        folder = "" if is_url(name) else os.path.dirname(self.shown(name))
        if folder not in self._by_folder:
            self._by_folder[folder] = self.linter_in(Path(folder))
        return self._by_folder[folder]

    def shown(self, name: str) -> str:
        """How a file is called in messages and results."""
        return self._stdin_name if name == STDIN else name

    def names(self, paths: Iterable[str]) -> Iterator[str]:
        """The files to check, each once: those named, and those found in the folders and archives named.

        What is not there becomes a line in `errors`.
        """
        seen: set[str] = set()
        for path in paths:
            if os.path.isdir(path) or archives.is_archive(path):
                linter = self.linter_in(Path(path))
                suffixes = linter.plugins.suffixes
                walker = Walker(suffixes, self.errors)
                there = walker.files(path) if os.path.isdir(path) else walker.archived(path)
                seen_there = [name for name in there if not self.excludes(name)]
                found = list(self._readable(path, seen_there))
                if not seen_there:
                    self.notices.append(f"{path}: no file to check ({', '.join(sorted(suffixes))})")
            elif archives.split(path):
                found = [path]
            elif is_url(path):
                found = self._at_url(path)
            elif path != STDIN and not os.path.lexists(path):
                self.errors.append(f"{path}: no such file or folder")
                continue
            else:
                found = [] if self._force_exclude and self.excludes(path) else [path]
            for name in found:
                if name not in seen:
                    seen.add(name)
                    yield name

    def _at_url(self, url: str) -> list[str]:
        from reslint.sources.urls import files_at

        suffixes = self.linter_in(Path()).plugins.suffixes
        try:
            return [name for name in files_at(url, suffixes) if not self.excludes(name)]
        except ReslintError as error:
            self.errors.append(str(error))
            return []

    def read(self, name: str) -> tuple[bytes, str]:
        """The bytes of a file and the text of the suppressions beside it; ReslintError where they cannot be
        had.
        """
        max_size, shown = self.linter(name).settings.max_size, self.shown(name)
        data = read_stdin(shown, max_size) if name == STDIN else read_file(name, max_size)
        return data, read_side(shown, max_size)

    def check(self, name: str) -> FileResult:
        """Judge a file; what goes wrong with it is in the result."""
        linter, shown = self.linter(name), self.shown(name)
        try:
            data, side = self.read(name)
        except ReslintError as error:
            return FileResult(shown, errors=(str(error),))
        return linter.check(data, shown, side)

    def outcome(self, name: str) -> FileResult:
        """Judge a file, or remember how it was judged before; the result is without its text."""
        linter, shown = self.linter(name), self.shown(name)
        try:
            data, side = self.read(name)
        except ReslintError as error:
            return FileResult(shown, errors=(str(error),))
        kept = self._kept(linter)
        result = kept.recall(shown, data, side) if kept else None
        if result is None:
            result = linter.check(data, shown, side).without_text()
            if kept and not result.errors:
                kept.store(shown, data, side, result)
        return result

    def recall(self, name: str) -> FileResult | None:
        """How a file was judged before, if nothing has changed since."""
        linter = self.linter(name)
        kept = self._kept(linter) if name != STDIN else None
        try:
            return kept.recall(self.shown(name), *self.read(name)) if kept else None
        except ReslintError:
            return None

    def keeps_any(self) -> bool:
        """Whether an earlier run may be remembered."""
        from reslint.running.result_cache import FOLDER
        from reslint.storage.cache import cache_folder

        return self.remembers and (cache_folder() / FOLDER).is_dir()

    def _kept(self, linter: Linter) -> Kept | None:
        """The results that are kept for a linter; a baseline is to see everything."""
        if not self.remembers or linter.baseline is not None:
            return None
        if linter not in self._keeping:
            from reslint.running.result_cache import Kept

            self._keeping[linter] = Kept(linter)
        return self._keeping[linter]

    def report(self, results: Iterable[FileResult]) -> Report:
        """The results of the files with what the run itself has to say."""
        files = results if isinstance(results, Spool) else tuple(results)
        linters = list(self._linters.values())
        problems = dict.fromkeys(line for linter in linters for line in linter.plugins.problems)
        notices = (*problems, *self.notices, *self._freshness(files))
        if not linters:
            return Report(files, tuple(self.errors), notices)
        registry = linters[0].registry
        return Report(files, tuple(self.errors), notices, registry.date.isoformat(), registry.digest)

    def _readable(self, folder: str, names: Iterable[str]) -> Iterator[str]:
        """The files of a folder that can be read here; of the others it is said how many there are."""
        needs: dict[str, str] = {}
        left_out: Counter[tuple[str, str]] = Counter()
        for name in names:
            form = self.linter(name).form(name)
            if form.name not in needs:
                needs[form.name] = form.needs()
            if needs[form.name]:
                left_out[os.path.splitext(name)[1].lower(), needs[form.name]] += 1
            else:
                yield name
        for (suffix, advice), count in sorted(left_out.items()):
            left = f"{count} {suffix} file is" if count == 1 else f"{count} {suffix} files are"
            self.notices.append(f"{folder}: {left} left out, since something is missing to read them; {advice}")

    def excludes(self, name: str) -> bool:
        """Whether the settings leave out a file that is found in a folder."""
        settings = self.linter(name).settings
        path = name if is_url(name) else Path(os.path.relpath(self.shown(name), settings.root)).as_posix()
        return matches(settings.exclude, path) or (bool(settings.include) and not matches(settings.include, path))

    def _freshness(self, files: Iterable[FileResult]) -> Iterator[str]:
        """What the registry does not cover of the bodies that the files cite, each said once."""
        from reslint.running.freshness import Freshness

        freshness = Freshness()
        spool = files if isinstance(files, Spool) else Spool(files)
        for (folder, day), texts in spool.cited.items():
            if day is not None:
                freshness.note(self.linter(os.path.join(folder, "draft")).registry, texts, day)
        return freshness.lines()
