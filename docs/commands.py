"""The command line and the settings, from the code that reads them."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator, Mapping
from enum import Enum

import click

from reslint.commands.group import command as reslint
from reslint.commands.help import Sections
from reslint.documents.limits import Limits
from reslint.linting.settings import DEFAULT_MAX_SIZE, Settings
from reslint.plugins.rule_table import Selection

NO_SETTINGS = ("root", "source", "selections")
"""What Settings hold beyond the keys of a file; what `select` and the like become is in a Selection."""


def commands() -> Iterator[tuple[str, click.Command]]:
    """Every command with its whole name, groups before what they hold."""
    yield from _below("reslint", reslint)


def options(command: click.Command) -> Iterator[click.Option]:
    """The options of a command, without --help, which all have."""
    return (parameter for parameter in command.params if isinstance(parameter, click.Option))


def spelling(option: click.Option) -> str:
    """An option as one types it: `--as-of DAY`, `--unsafe-fixes / --no-unsafe-fixes`."""
    names = ", ".join(option.opts)
    if option.secondary_opts:
        return f"{names} / {', '.join(option.secondary_opts)}"
    if option.is_flag:
        return names
    if isinstance(option.type, click.Choice):
        return f"{names} {'|'.join(str(choice) for choice in option.type.choices)}"
    return f"{names} {option.metavar or ''}".strip()


def setting_keys() -> dict[str, str]:
    """The keys of a settings file, each with its default as one would write it."""
    keys = {"select": "the rules that are on by default", "extend-select": "`[]`", "ignore": "`[]`"}
    fields = {name.replace("_", "-") for name in Selection._fields} - {"source"}
    if fields != set(keys):
        raise RuntimeError(f"the keys of a selection are {', '.join(sorted(fields))}; say their defaults")
    default = Settings()
    for name in Settings._fields:
        if name not in NO_SETTINGS:
            keys[name.replace("_", "-")] = _default(name, getattr(default, name))
    return keys


def _default(name: str, value: object) -> str:
    if value is None:
        return "none"
    if name == "max_size":
        return f'`"{DEFAULT_MAX_SIZE // 1024**2} MiB"`'
    if isinstance(value, bool):
        return f"`{str(value).lower()}`"
    if isinstance(value, Enum | str):
        return f'`"{value}"`'
    return "`{}`" if isinstance(value, Mapping | Limits) else "`[]`"


def _below(name: str, command: click.Command) -> Iterator[tuple[str, click.Command]]:
    yield name, command
    if isinstance(command, click.Group):
        context = click.Context(command)
        for word in command.list_commands(context):
            inner = command.get_command(context, word)
            if inner is not None:
                yield from _below(f"{name} {word}", inner)


def _commands(_: str) -> str:
    return "\n\n".join(_command(name, command) for name, command in commands() if name != "reslint")


def _command(name: str, command: click.Command) -> str:
    usage = " ".join((name, *command.collect_usage_pieces(click.Context(command))))
    parts = [f"## {name}", f"```text\n{usage}\n```", inspect.cleandoc(command.help or "")]
    groups = command.sections() if isinstance(command, Sections) else {"": list(options(command))}
    for title, of_group in groups.items():
        rows = [f"| `{_cell(spelling(option))}` | {_cell(option.help or '')} |" for option in of_group]
        if rows:
            heading = [f"**{title}**", ""] if title else []
            parts.append("\n".join((*heading, "| option | meaning |", "|---|---|", *rows)))
    return "\n\n".join(parts)


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def _settings(_: str) -> str:
    check = dict(commands())["reslint check"]
    known = {name: spelling(option) for option in options(check) for name in option.opts}
    lines = ["| key | default | on the command line |", "|---|---|---|"]
    for key, default in setting_keys().items():
        typed = known.get(f"--{key}")
        lines.append(f"| [`{key}`](#{key}) | {default} | {f'`{_cell(typed)}`' if typed else '–'} |")
    return "\n".join(lines)


COMMAND_BLOCKS: dict[str, Callable[[str], str]] = {"commands": _commands, "settings": _settings}
