"""The linters of earlier calls, ready for the next one: what a program judges its texts by seldom changes between two
of them.
"""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from typing import Any

from reslint.linting.linter import Linter
from reslint.linting.settings import Settings
from reslint.running.loading import the_plugins, the_registry
from reslint.running.run import Run
from reslint.running.spec import RunSpec
from reslint.storage.cache import Cache, user_cache

MOST = 4
"""So many are ready, those that were made last."""
DEFAULT = Settings()

Asked = tuple[Settings, tuple[tuple[str, Any], ...], str, Cache, date]
"""What a linter is made of besides files: settings and changes of them, the current folder, the cache and the day."""
_ready: list[tuple[tuple[Asked, Linter], ...]] = [()]
"""One tuple, put in the place of the one before it, so that several threads may look at it."""


def ready_linter(settings: Settings | None, changes: tuple[tuple[str, Any], ...]) -> Linter:
    """The linter of settings, or of none, that were changed so, for which no settings file is read.

    It is that of an earlier call where all is as it was then: what was asked, and the files of registries and rules.
    ReslintError for settings that cannot be used.
    """
    cache = user_cache()
    asked = (settings or DEFAULT, changes, os.getcwd(), cache, date.today())
    for before, linter in _ready[0]:
        if before == asked and _holds(linter, cache):
            return linter
    linter = Run(RunSpec.here(cache=cache, settings=asked[0], changes=changes)).linter("")
    if linter.baseline is None:  # one is read anew for each call
        others = [one for one in _ready[0] if one[0] != asked]
        _ready[0] = (((_held(asked[0]), *asked[1:]), linter), *others[: MOST - 1])
    return linter


def _held(settings: Settings) -> Settings:
    """Settings as they are now: who made them may have mappings of his own in them, and change those."""
    if settings is DEFAULT:
        return settings
    return settings.but(severity=dict(settings.severity), per_file_ignores=dict(settings.per_file_ignores))


def _holds(linter: Linter, cache: Cache) -> bool:
    """Whether plugins and registry of a linter are those of now."""
    settings = linter.settings
    plugins = the_plugins(tuple(map(Path, settings.rules_dir)))
    registry, _ = the_registry(tuple(map(Path, settings.registry)), plugins.registries, cache)
    return plugins is linter.plugins and registry is linter.registry
