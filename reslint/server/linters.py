"""The linter for each draft, by the settings as they are on disk now: read again when one of their files changes."""

from __future__ import annotations

import logging
import os
from contextlib import suppress
from functools import partial
from pathlib import Path
from threading import Lock
from typing import Any

from reslint.errors import ReslintError
from reslint.linting.linter import Linter
from reslint.linting.settings import OWN_FILE, SHARED_FILE, nearest_settings
from reslint.running.loading import State, state_of
from reslint.running.run import Run
from reslint.running.spec import RunSpec
from reslint.running.trust import Trust
from reslint.sources.files import SIDE_SUFFIX

WATCHED = (f"**/{OWN_FILE}", f"**/{SHARED_FILE}", f"**/*{SIDE_SUFFIX}", "**/*.yaml", "**/*.yml", "**/*.py")
"""Globs of the files on which a judgement may rest: settings, suppressions, registries, rules."""
log = logging.getLogger(__name__)


class Linters:
    """Linters by draft; may be asked from several threads."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._trust = Trust()
        self._run = self.new_run()
        self._states: dict[str, State] = {}

    def linter(self, name: str) -> Linter:
        """The linter for a draft of this name; ReslintError where its settings cannot be used."""
        with self._lock:
            folder = os.path.dirname(name)
            if self._states.get(folder) != self._state(folder):
                if folder in self._states:
                    self._run = self.new_run()
                    self._states.clear()
                # The files that the settings name are known only once these have been read.
                self._states.pop(folder, None)
                try:
                    self._run.linter(name)
                except ReslintError:
                    self._say_what_is_not_heeded()
                    self._run = self.new_run()  # which reads again what is mended by then
                    raise
                self._say_what_is_not_heeded()
                self._states[folder] = self._state(folder)
            return self._run.linter(name)

    def trust(self, trust: Trust) -> None:
        """From now on, the settings of these folders may bring rules and registries."""
        with self._lock:
            self._trust = trust
            self._run = self.new_run()
            self._states.clear()

    def new_run(self, **given: Any) -> Run:
        """A run under the settings of the files, as `reslint check` makes it; whose rules it runs is logged."""
        return Run(RunSpec.here(trust=self._trust, **given), partial(log.info, "%s"))

    def excludes(self, name: str) -> bool:
        """Whether the settings leave out a draft."""
        with self._lock:
            return os.path.isabs(name) and self._run.excludes(name)

    def up_to_date(self, name: str) -> bool:
        """Whether nothing has changed since the linter for this draft was made."""
        with self._lock:
            folder = os.path.dirname(name)
            return self._states.get(folder) == self._state(folder)

    def rests_on(self, path: str) -> bool:
        """Whether a judgement may be another one now that this file has changed."""
        if path.endswith((OWN_FILE, SHARED_FILE, SIDE_SUFFIX)):
            return True
        with self._lock:
            return any(path == file for state in self._states.values() for file, _, _ in state)

    def _state(self, folder: str) -> State:
        """What tells whether a file that the linter of a folder was made from has changed."""
        with suppress(ReslintError):
            self._run.linter_in(Path(folder))
        found = nearest_settings(Path(os.path.abspath(folder)))
        return state_of([*([found] if found else []), *self._run.rests_on(Path(folder))])

    def _say_what_is_not_heeded(self) -> None:
        for notice in self._run.notices:
            log.warning("%s", notice)
        self._run.notices.clear()
