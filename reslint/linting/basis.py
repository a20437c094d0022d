"""The basis of a judgement, loaded: one frozen value with one digest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reslint.linting.settings import Settings
from reslint.plugins.loading import Plugins
from reslint.plugins.rule_folders import python_files
from reslint.storage.digests import blake2b
from reslint.values import Value

if TYPE_CHECKING:
    from reslint.linting.baseline import Baseline
    from reslint.registry import Registry


class Basis(Value):
    """Settings as they hold, plugins, registry and baseline; whether it `wants_cited_texts` in the results; and
    the folder that names of files are relative to, empty for the current one.

    Where the settings are not the user's own, but those of a folder that is checked, `own` is what his would judge by.
    """

    settings: Settings
    plugins: Plugins
    registry: Registry
    baseline: Baseline | None = None
    wants_cited_texts: bool = False
    folder: str = ""
    own: Basis | None = None

    @property
    def digest(self) -> str:
        """What changes whenever any of it does; the day is not in it, since "today" is another one tomorrow."""
        found = blake2b(digest_size=16)
        for field in self._fields:
            value = getattr(self, field)
            said = value.digest if hasattr(value, "digest") else repr(value)
            found.update(said.encode("utf-8", "surrogatepass") + b"\0")
        found.update(self.registry.shelf.digest.encode())
        return found.hexdigest()

    def files(self) -> list[str]:
        """The files that the registry, the baseline and the rules of folders are read from."""
        settings = self.settings
        named = [*settings.registry, *self.plugins.registries, *([settings.baseline] if settings.baseline else [])]
        for folder in settings.rules_dir:
            named += [folder, *python_files(folder)]
        return [str(path) for path in named]
