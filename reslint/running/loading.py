"""Plugins and registries, loaded once a process for all runs in it."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from reslint.errors import ReslintError
from reslint.plugins.loading import Plugins, load_plugins
from reslint.plugins.rule_folders import forget_rules

if TYPE_CHECKING:
    from reslint.registry import Registry


# Both are kept for the life of the process; the current folder is part of their keys, as a path may be relative to it.
@cache
def the_plugins(rules_dirs: tuple[Path, ...], _where: Path) -> Plugins:
    """The plugins that are installed, those in folders of rules, and those of reslint itself."""
    return load_plugins(rules_dirs)


@cache
def the_registry(paths: tuple[Path, ...], further: tuple[Path, ...], _where: Path) -> tuple[Registry, tuple[str, ...]]:
    """The registry with the facts of plugins, and what is wrong with those of them that are left out."""
    from reslint.registry import load

    registry = load(paths)
    good: tuple[Path, ...] = ()
    problems = []
    for overlay in further:
        try:
            registry = load(paths, (*good, overlay))
            good = (*good, overlay)
        except ReslintError as error:
            problems.append(f"{error} (the facts of a plugin; they are left out)")
    return registry, tuple(problems)


def forget() -> None:
    """Load everything anew when it is next asked for: a file that it was read from may have changed."""
    forget_rules()
    the_plugins.cache_clear()
    the_registry.cache_clear()
