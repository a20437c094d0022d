"""The help of `reslint check`, which has many options: in groups, each under its heading."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import click

FURTHER = "Further options"
GROUPS = {
    "Rules": ("select", "ignore", "extend_select", "rules_dir"),
    "Mending": ("fix", "unsafe_fixes", "fix_only", "diff", "output", "comments", "output_dir"),
    "Output": ("output_format", "output_file", "force", "statistics", "quiet", "verbose", "lang"),
    "Exit status": ("fail_on", "exit_zero"),
    "What is judged": ("as_of", "view", "registry"),
    "Files": ("include", "exclude", "force_exclude", "stdin_filename", "max_size", "show_files"),
    "Settings": ("config", "isolated", "show_settings"),
    "What is known already": ("baseline", "write_baseline"),
    "Speed": ("jobs", "no_cache", "scheduler"),
}
"""The options as --help shows them, those most used first."""


class Sections(click.Command):
    """A command whose options stand in `groups`, which name their parameters; others come last."""

    def __init__(self, *given: Any, groups: Mapping[str, Sequence[str]], **named: Any) -> None:
        super().__init__(*given, **named)
        self.groups = groups

    def sections(self) -> dict[str, list[click.Option]]:
        """The options under their headings, in the order of help; that for help itself is not among them."""
        options = {one.name: one for one in self.params if isinstance(one, click.Option)}
        found = {title: [options.pop(name) for name in names] for title, names in self.groups.items()}
        return {**found, FURTHER: list(options.values())} if options else found

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write each group, and how to get help at last."""
        own = self.get_help_option(ctx)
        for title, options in {**self.sections(), "Help": [own] if own else []}.items():
            rows = [row for option in options if (row := option.get_help_record(ctx)) is not None]
            if rows:
                with formatter.section(title):
                    formatter.write_dl(rows)
