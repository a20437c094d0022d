"""The order of the options that belong together by it, which click does not keep."""

from __future__ import annotations

import click

from reslint.commands.outputs import FILE, FORMAT

ORDER = f"{__name__}.order"


class InOrder(click.Command):
    """A command that finds the names of the options for outputs, as they were given, in `ctx.meta[ORDER]`."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Parse twice: click itself keeps what an option was given, and not where it stood among others."""
        _, _, order = self.make_parser(ctx).parse_args(list(args))
        ctx.meta[ORDER] = tuple(one.name for one in order if one.name in (FORMAT, FILE))
        return super().parse_args(ctx, args)
