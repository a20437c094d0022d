"""Plugins and registries, loaded once a process for all runs in it, and anew when a file of theirs has changed."""

from __future__ import annotations

import os
from collections.abc import Iterable
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from reslint.errors import ReslintError
from reslint.plugins.loading import Plugins, load_plugins
from reslint.plugins.rule_folders import OF_FOLDER, python_files
from reslint.storage.cache import Cache

if TYPE_CHECKING:
    from reslint.registry import Registry

State = tuple[tuple[str, int, int], ...]
"""The paths of files with what tells one state of each from another."""


def state_of(files: Iterable[str | Path]) -> State:
    """The state that files are in now; one that is not there is in a state of its own."""
    found = []
    for file in files:
        try:
            status = os.stat(file)
            found.append((os.path.abspath(file), status.st_mtime_ns, status.st_size))
        except OSError:
            found.append((os.path.abspath(file), 0, -1))
    return tuple(found)


def the_plugins(rules_dirs: tuple[Path, ...]) -> Plugins:
    """The plugins that are installed, those in folders of rules, and those of reslint itself.

    Raises ReslintError for a folder that is not there, has no rules, or a broken one.
    """
    files = (file for folder in rules_dirs for file in (folder, *python_files(folder)))
    plugins = _plugins(rules_dirs, state_of(files))
    for plugin in plugins.loaded:
        if plugin.origin.startswith(OF_FOLDER) and not plugin.rules:
            folder = plugin.origin.removeprefix(OF_FOLDER)
            raise ReslintError(f"rules-dir {folder}", "no rules there", "name a folder of Python files with rules")
    return plugins


def the_registry(paths: tuple[Path, ...], further: tuple[Path, ...], kept: Cache) -> tuple[Registry, tuple[str, ...]]:
    """The registry with the facts of plugins, and what is wrong with those of them that are left out."""
    return _registry(paths, further, kept, state_of((*_bundled(), *paths, *further)))


@cache
def _bundled() -> tuple[str, ...]:
    """Where the files of the registry of reslint lie."""
    from reslint.resources import resource

    return str(resource("registry.yaml")), str(resource("catalogue.tsv"))


@lru_cache(maxsize=8)
def _plugins(rules_dirs: tuple[Path, ...], _state: State) -> Plugins:
    return load_plugins(rules_dirs)


@lru_cache(maxsize=8)
def _registry(
    paths: tuple[Path, ...], further: tuple[Path, ...], kept: Cache, _state: State
) -> tuple[Registry, tuple[str, ...]]:
    from reslint.registry import load

    registry = load(paths, (), kept)
    good: tuple[Path, ...] = ()
    problems = []
    for overlay in further:
        try:
            registry = load(paths, (*good, overlay), kept)
            good = (*good, overlay)
        except ReslintError as error:
            problems.append(f"{error} (the facts of a plugin; they are left out)")
    return registry, tuple(problems)
