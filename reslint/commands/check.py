"""`reslint check`: judge drafts, and mend them."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from reslint.api.finding import Severity
from reslint.commands.asked import NEVER, Asked
from reslint.commands.checking import check
from reslint.commands.help import GROUPS, Sections
from reslint.commands.options import AS_OF, RULES_DIR, VIEW, reading_options
from reslint.commands.ordered import ORDER, InOrder
from reslint.plugins.bundled import LOOKED_AT, MACHINES, PEOPLE
from reslint.saying import LANGUAGES

FORMATS = (*PEOPLE, *MACHINES, *LOOKED_AT)


class Check(InOrder, Sections):
    """The command with the order of its outputs kept, and its options in groups."""


@click.command(cls=Check, groups=GROUPS)
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@click.option("--select", multiple=True, metavar="RULES", help="Run these rules only: codes, names, NUM, ALL.")
@click.option("--ignore", multiple=True, metavar="RULES", help="Leave these rules out.")
@click.option("--extend-select", multiple=True, metavar="RULES", help="Run these rules too.")
@click.option("--fix", is_flag=True, help="Mend what can be mended without changing the meaning.")
@click.option("--unsafe-fixes/--no-unsafe-fixes", default=None, help="Count fixes that may change the meaning.")
@click.option("--fix-only", is_flag=True, help="Mend as --fix does, and show and count nothing of what is left.")
@click.option("--diff", is_flag=True, help="Show what --fix would change, and change nothing.")
@click.option("--output", metavar="FILE", help="With --fix, write the mended file there and leave PATH as it is.")
@click.option(
    "--comments",
    is_flag=False,
    flag_value="",
    metavar="[FILE]",
    help="Write a copy of a Word file with a comment at each finding.",
)
@click.option("--output-dir", metavar="DIR", help="With --fix or --comments, write copies of all files there.")
@click.option("--output-format", multiple=True, metavar="FORMAT", help=f"{', '.join(FORMATS)}. [default: full]")
@click.option(
    "-o",
    "--output-file",
    multiple=True,
    metavar="FILE",
    help="Write there the format before it, or that of its ending.",
)
@click.option("--force", is_flag=True, help="Write over files that are there and that reslint did not write.")
@click.option("--statistics", is_flag=True, help="Count the findings of each rule instead of showing them.")
@click.option("-q", "--quiet", is_flag=True, help="Show findings and errors: no day, no notes, no summary.")
@click.option(
    "--lang",
    type=click.Choice(LANGUAGES),
    help="Say messages in this language. [default: that of the system; in comments that of the draft]",
)
@click.option("--verbose", is_flag=True, help="Show people also what is part of another finding.")
@click.option("--exit-zero", is_flag=True, help="Exit with 0 even if something was found.")
@click.option(
    "--fail-on",
    type=click.Choice([*(severity.value for severity in Severity), NEVER]),
    default=Severity.INFO.value,
    help="Exit with 0 if nothing that grave was found; never: in any case. [default: info]",
)
@AS_OF
@VIEW
@reading_options
@RULES_DIR
@click.option("--stdin-filename", metavar="NAME", help="The name of what comes from standard input.")
@click.option("--include", multiple=True, metavar="GLOBS", help="Of the files of folders, check these only.")
@click.option("--exclude", multiple=True, metavar="GLOBS", help="Leave out these files of folders.")
@click.option("--show-files", is_flag=True, help="Print the files that would be checked, and check none.")
@click.option("--show-settings", is_flag=True, help="Print the settings that hold for these files, and check none.")
@click.option("--jobs", type=click.IntRange(1), metavar="N", help="Use N processes. [default: as many as pay]")
@click.option("--scheduler", metavar="ADDRESS", help="Judge the files on the Dask cluster at this address.")
@click.option("--force-exclude", is_flag=True, help="Leave out excluded files even where they are named.")
@click.option("--baseline", type=click.Path(path_type=Path), metavar="FILE", help="Show what is not in FILE only.")
@click.option("--write-baseline", type=click.Path(path_type=Path), metavar="FILE", help="Write all findings to FILE.")
@click.pass_context
def command(ctx: click.Context, /, **given: Any) -> None:
    """Check drafts and folders of drafts; `-` is standard input, no PATH the current folder.

    Several formats at once: `-o a.sarif -o a.html --output-format junit -o tests`. With a file for each, standard
    output gets a summary.

    Exits with 0 if nothing was found, 1 if something was, 2 if something could not be checked. `reslint PATH` means
    `reslint check PATH`.
    """
    own = {name: given.pop(name) for name in Asked._fields if name in given}
    sys.exit(check(Asked(order=ctx.meta[ORDER], **own), given))
