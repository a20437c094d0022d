"""`reslint registry diff`: what two registries say differently, and what that changes for drafts."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from reslint.commands.messages import say
from reslint.commands.options import AS_OF, ISOLATED
from reslint.commands.registry.printing import FORMAT, JSON, print_json, print_lines
from reslint.commands.starting import start_run

UNCOMPARED = "note: the files differ only in what is not compared: bodies, places, words, notes, sources, their writing"


@click.command()
@click.argument("old", type=click.Path(path_type=Path), metavar="OLD")
@click.argument("new", type=click.Path(path_type=Path), metavar="NEW")
@click.option(
    "--verdicts",
    type=click.Path(path_type=Path),
    metavar="FOLDER",
    help="Say what changes for the citations of these drafts, too.",
)
@AS_OF
@ISOLATED
@FORMAT
def diff(old: Path, new: Path, verdicts: Path | None, as_of: str | None, form: str, *, isolated: bool) -> None:
    """Say which facts on texts and conferences differ between two registry files: - is gone, + is new.

    The day is that of the verdicts; the facts are compared as they are. Exits with 0 if nothing differs, 1 if
    something does, 2 if a file could not be read.
    """
    from reslint.registry import load
    from reslint.registry.differences import differences
    from reslint.reporting.registry.differences import differences_record, differences_text

    before, after = load(old), load(new)
    found = differences(before, after)
    drafts = None
    failed = False
    if verdicts is not None:
        from reslint.inquiring.verdict_changes import compare_verdicts

        later = start_run(registry=(new,), as_of=as_of, isolated=isolated)
        day = later.linter_in(Path()).day if as_of else None
        # A conference may be known to the new one only; the day is the same for both.
        earlier = start_run(registry=(old,), as_of=day.isoformat() if day else as_of, isolated=isolated)
        drafts = compare_verdicts(earlier, later, [str(verdicts)])
        say(later.report(()), judged_on=False)
        failed = bool(later.errors)
    if not found and before.digest != after.digest:
        click.echo(UNCOMPARED, err=True)
    if form == JSON:
        print_json(differences_record((str(old), before), (str(new), after), found, drafts))
    else:
        print_lines(differences_text(found, drafts))
    sys.exit(2 if failed else int(bool(found or (drafts and drafts.changes))))
