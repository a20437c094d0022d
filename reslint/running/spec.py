"""The spec of a run, what it is asked to do: one frozen value, from which any process makes the same run."""

from __future__ import annotations

import os
from typing import Any

from reslint.linting.settings import Settings
from reslint.running.trust import Trust
from reslint.storage.cache import Cache, user_cache
from reslint.values import Value

STDIN = "-"
"""The name of standard input among files."""


class RunSpec(Value):
    """What was asked for, before any file is read.

    `settings` hold for all files where they are given, else those of the nearest settings file do. `changes` are
    settings by name that take the place of either, as the command line's do; selections among them come after those of
    the files. Names of files and folders are relative to `folder`, where the user stands. `force_exclude` leaves out
    excluded files even where they are named. What is read from standard input, the file "-", is called `stdin_name`.
    Where it `wants_cited_texts`, results say which texts a file cites. `cache` keeps what can be built again; where it
    `remembers`, that are results of earlier runs, too. `trust` says whose settings may bring code and facts.
    """

    folder: str
    cache: Cache
    settings: Settings | None = None
    changes: tuple[tuple[str, Any], ...] = ()
    force_exclude: bool = False
    stdin_name: str = STDIN
    wants_cited_texts: bool = False
    remembers: bool = False
    trust: Trust = Trust()

    @classmethod
    def here(cls, **given: Any) -> RunSpec:
        """A run of the current folder with the cache of the user, unless another one is given."""
        return cls(os.getcwd(), given.pop("cache", None) or user_cache(), **given)

    def changed(self, settings: Settings) -> Settings:
        """Settings of a file as they hold in this run."""
        changes = dict(self.changes)
        if "selections" in changes:
            changes["selections"] = (*settings.selections, *changes["selections"])
        return settings.but(**changes) if changes else settings

    def at(self, name: str) -> str:
        """The path under which this process finds a file, wherever it stands itself."""
        return name if os.path.isabs(name) or os.getcwd() == self.folder else os.path.join(self.folder, name)
