"""The hooks by which a plugin brings what it has: rules, formats, reporters and registries, each by one hook.

A plugin is a module (or an object) named by an entry point of the group `reslint`. It marks its functions
with `hookimpl` and may leave out any of them:

    from reslint import hookimpl

    @hookimpl
    def reslint_rules():
        return [MyRule]

Hooks are called once a run, in the order in which plugins are registered: the bundled ones first.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import pluggy

if TYPE_CHECKING:
    from reslint.api.formats import Format
    from reslint.api.reporter import Reporter
    from reslint.api.rule import Rule

PROJECT = "reslint"
hookspec = pluggy.HookspecMarker(PROJECT)
hookimpl = pluggy.HookimplMarker(PROJECT)


@hookspec
def reslint_rules() -> Iterable[type[Rule]]:
    """Bring judgements: classes of rules, each with a code and a name that nobody else has."""
    return ()


@hookspec
def reslint_formats() -> Iterable[Format]:
    """Bring file formats: one takes the files of its suffixes from those registered before it."""
    return ()


@hookspec
def reslint_reporters() -> Iterable[Reporter]:
    """Bring output formats, each with a name for `--output-format` that nobody else has."""
    return ()


@hookspec
def reslint_registries() -> Iterable[Path]:
    """Bring facts: paths of registry files whose records add to the bundled ones, or stand in their place."""
    return ()
