"""What a shell may complete a word by: rules, formats, days, bodies, keys of texts, and files.

What a parameter takes is told by its metavar, so that it is completed alike wherever it stands. To complete a word runs
no rule of a folder and heeds no settings.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING

import click
from click.shell_completion import CompletionItem

from reslint.errors import ReslintError

if TYPE_CHECKING:
    from reslint.plugins.loading import Plugins
    from reslint.registry import Registry

Offer = Callable[[click.Context, str], Iterable[CompletionItem | str]]
"""What may stand in place of an incomplete word, whatever that begins with."""


def attach(command: click.Command) -> None:
    """Let the parameters of a command, and of those that it holds, be completed by what they take."""
    for parameter in command.params:
        metavar = parameter.metavar if isinstance(parameter, click.Option | click.Argument) else None
        offer = OFFERS.get(metavar or "") or OFFERS.get((metavar or "").strip("[]."))
        if offer is not None:
            parameter.shell_complete = partial(_complete, offer)  # type: ignore[method-assign]
    for inner in command.commands.values() if isinstance(command, click.Group) else ():
        attach(inner)


def _complete(offer: Offer, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
    """What is offered, as far as it begins with what was typed, in whatever case; nothing where that cannot be told."""
    try:
        items = [CompletionItem(one) if isinstance(one, str) else one for one in offer(ctx, incomplete)]
    except ReslintError:  # the command itself will say what is wrong
        return []
    begun = incomplete.casefold()
    return [one for one in items if one.type != "plain" or str(one.value).casefold().startswith(begun)]


def files(_: click.Context, incomplete: str) -> Iterable[CompletionItem | str]:
    """The files of the folder; the shell itself knows them."""
    return [CompletionItem(incomplete, type="file")]


def rules(_: click.Context, incomplete: str) -> Iterable[CompletionItem | str]:
    """Codes, names and beginnings of codes, behind those that are typed already, with a comma."""
    from reslint.reporting.rules import what

    before, comma, _last = incomplete.rpartition(",")
    table = _plugins().rules
    for name in table.names():
        told = what(table.rule(name)) if name not in table.groups else None
        yield CompletionItem(before + comma + name, help=told)


def formats(_: click.Context, _incomplete: str) -> Iterable[CompletionItem | str]:
    """The output formats."""
    return [reporter.name for reporter in _plugins().reporters]


def days(_: click.Context, _incomplete: str) -> Iterable[CompletionItem | str]:
    """What stands for a day: conferences, latest first, and two words."""
    from reslint.linting.as_of import DOCUMENT, TODAY

    return [TODAY, DOCUMENT, *_conferences()]


def conferences(_: click.Context, _incomplete: str) -> Iterable[CompletionItem | str]:
    """The conferences, latest first."""
    return _conferences()


def bodies(_: click.Context, _incomplete: str) -> Iterable[CompletionItem | str]:
    """The bodies."""
    return list(_registry().bodies)


def keys(ctx: click.Context, _incomplete: str) -> Iterable[CompletionItem | str]:
    """The next word of a key: a body, then a kind of text or a number."""
    return _of_key(tuple(ctx.params.get("words") or ()))


def keys_and_files(ctx: click.Context, incomplete: str) -> Iterable[CompletionItem | str]:
    """The next word of a key, and files behind it; where no key is wanted, files."""
    from reslint.commands.registry.keys import is_whole

    words = tuple(ctx.params.get("words") or ())
    if ctx.params.get("conference") or is_whole(words):
        return [CompletionItem(incomplete, type="file")]
    return _of_key(words)


def _of_key(words: tuple[str, ...]) -> Iterator[str]:
    registry = _registry()
    if not words:
        yield from (key for key, body in registry.bodies.items() if body.kinds)
        return
    from reslint.commands.registry.keys import body_of

    body = body_of(registry, words[0])
    kinds = registry.bodies[body].kinds
    if registry.bodies[body].cites == "symbol":
        yield from (text.number for text in registry.assembly_texts())
        return
    kind = words[1].lower() if len(words) > 1 else kinds[0]
    if len(words) == 1:
        yield from kinds
    yield from (record.number for record in registry.records(body) if record.kind == kind)


def _conferences() -> list[str]:
    held = sorted(_registry().conferences.values(), key=lambda one: one.opens, reverse=True)
    return [one.key for one in held]


def _plugins() -> Plugins:
    """The plugins that are installed: to complete a word runs no rule of a folder."""
    from reslint.running.loading import the_plugins

    return the_plugins(())


def _registry() -> Registry:
    from reslint.running.loading import the_registry
    from reslint.storage.cache import user_cache

    return the_registry((), (), user_cache())[0]


OFFERS: dict[str, Offer] = {
    "RULES": rules,
    "CODE|NAME": rules,
    "FORMAT": formats,
    "DAY": days,
    "CONFERENCE": conferences,
    "BODY": bodies,
    "BODY [KIND] NUMBER": keys,
    "[KEY] [PATH]...": keys_and_files,
    "PATH": files,
    "FILE": files,
}
"""What is offered for a parameter, by its metavar without brackets and dots, or with all of them."""
