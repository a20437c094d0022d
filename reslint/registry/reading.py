"""Read the registry file into plain data with the line of every key, and refuse what no person meant to write.

The file is taken event by event, so that neither depth nor aliases can exhaust memory or stack. Plain words mean
what they say: only `true`, `false`, `null` and whole numbers are read as other than text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from reslint.errors import ReslintError

DEEPEST = 16
WHOLE = re.compile(r"-?(?:0|[1-9]\d{0,17})")
WORDS = {"true": True, "false": False, "null": None, "~": None, "": None}

Steps = tuple[str | int, ...]


class UnreadableRegistryError(ReslintError):
    """The file is not a registry that can be read; `line` counts from 1, 0 where the file has no lines to speak of."""

    def __init__(self, name: str, line: int, reason: str, advice: str) -> None:
        self.line = line
        super().__init__(f"{name}:{line}" if line else name, reason, advice)


@dataclass(slots=True)
class Source:
    """Plain data and where it stands: `lines` maps the path of a key or list item to its line, from 1."""

    data: Any = None
    lines: dict[Steps, int] = field(default_factory=dict)


def read(content: bytes, name: str) -> Source:
    """Parse a registry file; `name` is what messages call it. Raises UnreadableRegistryError."""
    import yaml

    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise UnreadableRegistryError(name, line, "not UTF-8", "save the file as UTF-8") from error
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    builder = _Builder(name)
    try:
        for event in yaml.parse(text, Loader=loader):
            builder.take(event)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        reason = getattr(error, "problem", None) or getattr(error, "reason", None) or "no YAML"
        line = mark.line + 1 if mark else text[: getattr(error, "position", None) or 0].count("\n") + 1
        # Some versions of libyaml look ahead on a line and refuse its depth before there is an event to refuse.
        if "nesting" in reason.lower():
            raise _too_deep(name, line) from error
        advice = "look for a missing quote, colon or indent on this line or before"
        raise UnreadableRegistryError(name, line, f"not readable as YAML: {reason}", advice) from error
    return builder.source


def _too_deep(name: str, line: int) -> UnreadableRegistryError:
    return UnreadableRegistryError(name, line, f"nested deeper than {DEEPEST} levels", "write it flatter")


@dataclass(slots=True)
class _Open:
    """A mapping or list that is being read; `key` is set while a value is awaited."""

    value: dict[str, Any] | list[Any]
    path: Steps
    key: str | None = None


class _Builder:
    """Builds plain data from events without recursion."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.source = Source()
        self.stack: list[_Open] = []
        self.documents = 0

    def take(self, event: Any) -> None:
        kind = type(event).__name__
        line = event.start_mark.line + 1
        if kind == "ScalarEvent":
            self._plain_node(event, line)
            self._place(self._scalar(event), line)
        elif kind in ("MappingStartEvent", "SequenceStartEvent"):
            self._plain_node(event, line)
            if len(self.stack) >= DEEPEST:
                raise _too_deep(self.name, line)
            value: dict[str, Any] | list[Any] = {} if kind == "MappingStartEvent" else []
            self.stack.append(_Open(value, self._place(value, line)))
        elif kind in ("MappingEndEvent", "SequenceEndEvent"):
            self.stack.pop()
        elif kind == "AliasEvent":
            raise self._error(line, "an alias (*name)", "write the value out")
        elif kind == "DocumentStartEvent":
            self.documents += 1
            if self.documents > 1:
                raise self._error(line, "a second document (---)", "keep one document in the file")

    def _plain_node(self, event: Any, line: int) -> None:
        if event.anchor is not None:
            raise self._error(line, "an anchor (&name)", "write the value out where it is used")
        if event.tag is not None and event.tag != "!":
            raise self._error(line, f"a tag ({event.tag})", "write the value without it")

    def _scalar(self, event: Any) -> Any:
        value: str = event.value
        opened = self.stack[-1] if self.stack else None
        if not event.implicit[0] or (opened and isinstance(opened.value, dict) and opened.key is None):
            return value
        if value in WORDS:
            return WORDS[value]
        return int(value) if WHOLE.fullmatch(value) else value

    def _place(self, value: Any, line: int) -> Steps:
        """Put a value where it belongs and return its path."""
        if not self.stack:
            self.source.data = value
            self.source.lines[()] = line
            return ()
        opened = self.stack[-1]
        if isinstance(opened.value, list):
            path: Steps = (*opened.path, len(opened.value))
            opened.value.append(value)
            self.source.lines[path] = line
            return path
        if opened.key is None:
            if not isinstance(value, str):
                raise self._error(line, "a key that is no word", "use plain words or numbers as keys")
            if value in opened.value:
                before = self.source.lines[(*opened.path, value)]
                raise self._error(line, f"{value!r} is there already, on line {before}", "merge the two")
            opened.key = value
            path = (*opened.path, value)
            opened.value[value] = None
            self.source.lines[path] = line
            return path
        path = (*opened.path, opened.key)
        opened.value[opened.key] = value
        opened.key = None
        return path

    def _error(self, line: int, reason: str, advice: str) -> UnreadableRegistryError:
        return UnreadableRegistryError(self.name, line, reason, advice)
