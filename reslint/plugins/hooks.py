"""The hooks of plugins that others wrote, registered and validated by pluggy."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pluggy

from reslint.plugins import hookspecs


class Hooks:
    """The plugins of others, so far as they are valid."""

    def __init__(self) -> None:
        self._manager = pluggy.PluginManager(hookspecs.PROJECT)
        self._manager.add_hookspecs(hookspecs)

    def of(self, plugin: object, name: str) -> dict[str, Callable[..., Any]]:
        """The functions that a plugin brings, by the names of the hooks; raises what pluggy says of an invalid one, and
        whatever the plugin itself raises when it is looked at.
        """
        try:
            self._manager.register(plugin, name)
            self._verify(plugin)
        except BaseException:
            if self._manager.has_plugin(name):
                self._manager.unregister(plugin)
            raise
        callers = self._manager.get_hookcallers(plugin) or ()
        return {
            caller.name: implementation.function
            for caller in callers
            for implementation in caller.get_hookimpls()
            if implementation.plugin_name == name
        }

    def _verify(self, plugin: object) -> None:
        known = vars(self._manager.hook)
        for attribute in dir(plugin):
            if self._manager.parse_hookimpl_opts(plugin, attribute) and not known[attribute].has_spec():
                raise TypeError(f"there is no hook {attribute}")
