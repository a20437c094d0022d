"""The plugins of one run, loaded: their rules, formats, reporters and registries, and by whom.

What the hooks return is collected once into plain tuples, since a plain loop over rules is ten times faster than a hook
call. pluggy registers and validates what others bring, and is imported where anything is declared: without it a start
takes a tenth less. Every plugin is loaded singly: a broken one costs a line in `problems`, a broken rule of one's own
the run.
"""

from __future__ import annotations

import glob
import os
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reslint.api.formats import Format
from reslint.api.reporter import Reporter
from reslint.api.rule import Rule
from reslint.errors import ReslintError, told
from reslint.named import NamedTuple
from reslint.plugins import bundled
from reslint.plugins.rule_folders import RuleFolder, bundled_rules, rules_in
from reslint.plugins.rule_table import RuleTable, defect
from reslint.resources import PACKAGE

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

    from reslint.plugins.hooks import Hooks

ADVICE = "it is left out"
GROUP = "reslint"
"""The group of entry points that name plugins."""
DECLARED = f"[{GROUP}]".encode()


class Plugin(NamedTuple):
    """What one plugin brought; `origin` is "bundled", a folder, or a distribution with its version."""

    name: str
    origin: str
    rules: tuple[type[Rule], ...] = ()
    formats: tuple[Format, ...] = ()
    reporters: tuple[Reporter, ...] = ()
    registries: tuple[Path, ...] = ()


class Plugins(NamedTuple):
    """All plugins of a run; later ones come later in every tuple. `problems` are lines for a person."""

    loaded: tuple[Plugin, ...]
    rules: RuleTable
    problems: tuple[str, ...]

    @property
    def digest(self) -> str:
        """What changes whenever reslint itself, or the code of a rule or a format, does."""
        files = {
            os.path.join(folder, name)
            for folder, _, names in os.walk(PACKAGE)
            for name in names
            if name.endswith((".py", ".lark"))
        }
        for module in (*(rule.__module__ for rule in self.rules.rules), *map(_home, self.formats)):
            files.add(getattr(sys.modules.get(module), "__file__", None) or "")
        states = []
        for path in sorted(files - {""}):
            status = os.stat(path)
            states.append((path, status.st_size, status.st_mtime_ns))
        return repr((sys.version_info[:2], states))

    @property
    def formats(self) -> tuple[Format, ...]:
        """All file formats, in order of registration."""
        return tuple(one for plugin in self.loaded for one in plugin.formats)

    @property
    def suffixes(self) -> frozenset[str]:
        """The suffixes of the files that can be read."""
        return frozenset(suffix for one in self.formats for suffix in one.suffixes)

    @property
    def reporters(self) -> tuple[Reporter, ...]:
        """All reporters, in order of registration."""
        return tuple(reporter for plugin in self.loaded for reporter in plugin.reporters)

    @property
    def registries(self) -> tuple[Path, ...]:
        """The registry files of plugins, in order of registration."""
        return tuple(path for plugin in self.loaded for path in plugin.registries)


def load_plugins(rules_dirs: Iterable[Path] = ()) -> Plugins:
    """Load the bundled plugins, those of the entry-point group `reslint`, and the rules of `rules_dirs`.

    Raises ReslintError for a folder of rules that is not there or holds a broken rule; what is wrong with other plugins
    is told in `problems`.
    """
    gathering = _Gathering()
    gathering.add(bundled, "formats", "bundled")
    gathering.add(bundled_rules(), "rules", "bundled")
    for entry in _entry_points():
        gathering.load(entry)
    for folder in rules_dirs:
        rules = rules_in(folder)
        gathering.add(rules, rules.package, rules.origin)
    return gathering.collect()


def _home(form: Format) -> str:
    """The name of the module that reads a format."""
    return str(getattr(form.read, "module", None) or getattr(form.read, "__module__", ""))


def _entry_points() -> Iterable[EntryPoint]:
    if not any(_declares(place) for place in sys.path):
        return ()
    from importlib.metadata import entry_points

    return sorted(entry_points(group=GROUP), key=lambda entry: entry.name)


def _declares(place: str) -> bool:
    """Whether a distribution there has entry points for reslint; importing importlib.metadata costs far more."""
    if os.path.isfile(place):
        return True
    for declaration in glob.iglob(os.path.join(glob.escape(place), "*-info", "entry_points.txt")):
        with suppress(OSError), open(declaration, "rb") as file:
            if DECLARED in file.read():
                return True
    return False


Hook = Callable[[], Iterable[Any]]
HOOKS: dict[str, tuple[type, str]] = {
    "reslint_rules": (type, "rules"),
    "reslint_formats": (Format, "formats"),
    "reslint_reporters": (Reporter, "reporters"),
    "reslint_registries": (Path, "registries"),
}
"""The hooks, each with what it brings, and the field of a plugin that takes it."""


class _Gathering:
    def __init__(self) -> None:
        self.origins: dict[str, str] = {}
        self.plugins: dict[str, object] = {}
        self.hooks: dict[str, dict[str, Hook]] = {}
        self.problems: list[str] = []
        self._others: Hooks | None = None

    def load(self, entry: EntryPoint) -> None:
        origin = f"{entry.dist.name} {entry.dist.version}" if entry.dist else entry.value
        try:
            plugin = entry.load()
        except KeyboardInterrupt:
            raise
        except BaseException as error:  # a plugin may raise anything while it is imported
            self.refuse(entry.name, origin, f"cannot be imported ({told(error)})")
            return
        self.register(plugin, entry.name, origin)

    def add(self, plugin: object, name: str, origin: str) -> None:
        """Add a plugin of reslint's own, or a folder of rules: what it brings, it has under the names of the hooks."""
        if not self._taken(name, origin):
            self._keep(plugin, name, origin, {hook: getattr(plugin, hook) for hook in HOOKS if hasattr(plugin, hook)})

    def register(self, plugin: object, name: str, origin: str) -> None:
        """Add somebody else's plugin, if it is a valid one."""
        if self._taken(name, origin):
            return
        if self._others is None:
            from reslint.plugins.hooks import Hooks

            self._others = Hooks()
        try:
            hooks = self._others.of(plugin, name)
        except KeyboardInterrupt:
            raise
        except BaseException as error:  # pluggy's validation, or a property of the plugin that raises
            self.refuse(name, origin, told(error))
            return
        self._keep(plugin, name, origin, hooks)

    def _taken(self, name: str, origin: str) -> bool:
        if name in self.origins:
            self.refuse(name, origin, f"the name is taken by the plugin of {self.origins[name]}")
            return True
        return False

    def _keep(self, plugin: object, name: str, origin: str, hooks: dict[str, Hook]) -> None:
        self.origins[name] = origin
        self.plugins[name] = plugin
        self.hooks[name] = hooks

    def refuse(self, name: str, origin: str, reason: str) -> None:
        self.problems.append(f"plugin {name} ({origin}): {reason}; {ADVICE}")

    def collect(self) -> Plugins:
        """Ask every plugin singly, so that one that raises is known and the others still count."""
        brought: dict[str, dict[str, tuple[Any, ...]]] = {name: {} for name in self.plugins}
        for hook, (kind, field) in HOOKS.items():
            for name, hooks in self.hooks.items():
                if hook in hooks:
                    brought[name][field] = self._ask(name, hook, kind, hooks[hook])
        loaded: list[Plugin] = []
        taken: dict[str, str] = {}
        outputs: dict[str, str] = {}
        for name, plugin in self.plugins.items():
            origin = self.origins[name]
            if isinstance(plugin, RuleFolder):
                self.problems.extend(plugin.problems)
            given = brought[name]
            given["rules"] = tuple(rule for rule in given.get("rules", ()) if self._accept(rule, taken, name, origin))
            given["reporters"] = tuple(
                reporter for reporter in given.get("reporters", ()) if self._unique(reporter, outputs, name, origin)
            )
            loaded.append(Plugin(name, origin, **given))
        rules = RuleTable(tuple((rule, plugin.name) for plugin in loaded for rule in plugin.rules))
        return Plugins(tuple(loaded), rules, tuple(self.problems))

    def _ask(self, name: str, hook: str, kind: type, function: Hook) -> tuple[Any, ...]:
        try:
            given = tuple(function())
        except KeyboardInterrupt:
            raise
        except BaseException as error:  # a plugin may raise anything
            if isinstance(error, ReslintError) and isinstance(self.plugins[name], RuleFolder):
                raise
            self.refuse(name, self.origins[name], f"{hook} failed ({told(error)})")
            return ()
        for value in given:
            if not isinstance(value, kind):
                reason = f"{hook} returned {type(value).__name__} where {kind.__name__} is due"
                self.refuse(name, self.origins[name], reason)
                return ()
        return given

    def _accept(self, rule: type, taken: dict[str, str], name: str, origin: str) -> bool:
        reason = defect(rule, taken)
        if reason:
            folder = self.plugins[name]
            if isinstance(folder, RuleFolder) and folder.own:
                raise folder.defective(rule, reason)
            self.problems.append(f"plugin {name} ({origin}): rule {rule.__qualname__}: {reason}; {ADVICE}")
            return False
        return True

    def _unique(self, reporter: Reporter, taken: dict[str, str], name: str, origin: str) -> bool:
        owner = taken.setdefault(reporter.name, name)
        if owner != name:
            self.refuse(name, origin, f"the output format {reporter.name} is already there, from plugin {owner}")
        return owner == name
