"""The linter for each draft, by the settings as they are on disk now: read again when one of their files changes."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from threading import Lock

from reslint.errors import ReslintError
from reslint.linting.linter import Linter
from reslint.linting.settings import OWN_FILE, SHARED_FILE, nearest_settings
from reslint.running.loading import forget
from reslint.running.run import Run
from reslint.sources.files import SIDE_SUFFIX

Stamp = tuple[tuple[str, int, int], ...]
WATCHED = (f"**/{OWN_FILE}", f"**/{SHARED_FILE}", f"**/*{SIDE_SUFFIX}", "**/*.yaml", "**/*.yml", "**/*.py")
"""Globs of the files on which a judgement may rest: settings, suppressions, registries, rules."""


class Linters:
    """Linters by draft; may be asked from several threads."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._run = new_run()
        self._stamps: dict[str, Stamp] = {}

    def linter(self, name: str) -> Linter:
        """The linter for a draft of this name; ReslintError where its settings cannot be used."""
        with self._lock:
            folder = os.path.dirname(name)
            if self._stamps.get(folder) != self._stamp(folder):
                if folder in self._stamps:
                    forget()
                    self._run = new_run()
                    self._stamps.clear()
                # The files that the settings name are known only once these have been read.
                self._stamps.pop(folder, None)
                self._run.linter(name)
                self._stamps[folder] = self._stamp(folder)
            return self._run.linter(name)

    def excludes(self, name: str) -> bool:
        """Whether the settings leave out a draft."""
        with self._lock:
            return os.path.isabs(name) and self._run.excludes(name)

    def up_to_date(self, name: str) -> bool:
        """Whether nothing has changed since the linter for this draft was made."""
        with self._lock:
            folder = os.path.dirname(name)
            return self._stamps.get(folder) == self._stamp(folder)

    def rests_on(self, path: str) -> bool:
        """Whether a judgement may be another one now that this file has changed."""
        if path.endswith((OWN_FILE, SHARED_FILE, SIDE_SUFFIX)):
            return True
        with self._lock:
            return any(path == file for stamp in self._stamps.values() for file, _, _ in stamp)

    def _stamp(self, folder: str) -> Stamp:
        """What tells whether a file that the linter of a folder was made from has changed."""
        found = nearest_settings(Path(folder).absolute())
        files = [str(found)] if found else []
        try:
            linter = self._run.linter_in(Path(folder))
        except ReslintError:
            return tuple(_stats(files))
        settings = linter.settings
        files += map(str, (*settings.registry, *linter.plugins.registries))
        files += [str(settings.baseline)] if settings.baseline else []
        for rules in settings.rules_dir:
            files += sorted(map(str, (rules, *rules.glob("*.py"))))
        return tuple(_stats(files))


def new_run() -> Run:
    """A run under the settings of the files, as `reslint check` makes it."""
    return Run()


def _stats(files: list[str]) -> Iterator[tuple[str, int, int]]:
    for file in files:
        try:
            status = os.stat(file)
            yield file, status.st_mtime_ns, status.st_size
        except OSError:
            yield file, 0, -1
