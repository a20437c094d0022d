"""`reslint registry ingest`: learn from official texts, as a diff that is written only when asked."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from reslint.commands.messages import note, say
from reslint.commands.options import reading_options
from reslint.commands.registry.keys import body_of, conference_of, day_of
from reslint.commands.registry.target import target
from reslint.commands.starting import start_run
from reslint.errors import ReslintError
from reslint.reporting.printable import printable
from reslint.reporting.summary import counted

if TYPE_CHECKING:
    from reslint.ingesting.learning import Learnt
    from reslint.registry import Conference, Registry


@click.command()
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option("--write", is_flag=True, help="Write what was learnt into the registry file.")
@click.option(
    "--complete-list",
    nargs=2,
    metavar="BODY CONFERENCE",
    help="The files list all texts of the body that are in force after the conference; what they lack is not.",
)
@click.option("--as-of", metavar="DAY", help="The day on which the texts are read. [default: today]")
@click.option("--from-citations", is_flag=True, help="Take the editions that adopted texts cite for evidence, too.")
@click.option("--allow-loss", is_flag=True, help="Take in a list of Recommendations that lacks what was known.")
@reading_options
def ingest(
    files: tuple[str, ...],
    write: bool,
    complete_list: tuple[str, str] | None,
    from_citations: bool,
    allow_loss: bool,
    registry: tuple[Path, ...],
    **options: Any,
) -> None:
    """Learn editions, titles and status from official texts, and print what that changes in the registry.

    The texts are resolutions as they were adopted, lists and tables of contents, or whole volumes of both, in
    any format that is read; of proposals nothing is learnt. With `--registry` the last file named is changed,
    else the registry of reslint. What contradicts the registry is said and left to you.

    A list of Recommendations, Reports, Questions and Supplements (a CSV file), or the folder of the collection that it
    is made of (a YAML file each), makes the catalogue anew: what is new, newly withdrawn and gone is printed.

    Exits with 0 if all is known or written, 1 if something is left to write or to decide, 2 if a file could
    not be used.
    """
    from reslint.commands.registry.ingest_list import ingest_list, list_among
    from reslint.fixing.diff import diff
    from reslint.ingesting.learning import learn
    from reslint.ingesting.reading import Asked
    from reslint.registry.loading import layers_of
    from reslint.running.asking import ask
    from reslint.storage.writing import replace_file, write_file

    listed = list_among(files)
    if listed is not None:
        linter = start_run(registry=(), **options).linter_in()
        sys.exit(ingest_list(listed, registry, day_of(linter), write=write, allow_loss=allow_loss))
    aim = target(registry)
    if write and aim.refusal is not None:
        raise aim.refusal
    known = tuple(path for path in registry if not (aim.new and path == aim.path))
    run = start_run(registry=known, **options)
    facts = run.linter_in().registry
    day = day_of(run.linter_in())
    asked = Asked(day, _conference(facts, complete_list), from_citations)
    testimonies = list(ask(run, files, asked))
    layers = layers_of(known, run.linter_in().plugins.registries if known else ())
    learnt = learn([*layers, (aim.path, b"")] if aim.new else layers, testimonies, asked.day)
    shown = str(aim.path)
    click.echo("".join(diff(shown, learnt.before.decode("utf-8"), learnt.after.decode("utf-8"))), nl=False)
    for doubt in learnt.doubts:
        click.echo(printable(f"doubt: {doubt}"), err=True)
    say(run.report(()), judged_on=False)
    if write and learnt.after != learnt.before:
        said = write_file(shown, learnt.after) if aim.new else replace_file(shown, learnt.before, learnt.after)
        for notice in said:
            note(notice)
    if learnt.copied:
        note(_copied(shown, len(learnt.copied)))
    click.echo(_summary(shown, learnt, ", written" if write else f"; {aim.promise}"), err=True)
    left = learnt.doubts or (learnt.after != learnt.before and not write)
    sys.exit(2 if run.errors else int(bool(left)))


def _conference(facts: Registry, complete_list: tuple[str, str] | None) -> Conference | None:
    if complete_list is None:
        return None
    body, conference = body_of(facts, complete_list[0]), conference_of(facts, complete_list[1])
    if conference.body != body:
        reason = f"{conference.key} is a conference of {conference.body}, not of {body}"
        raise ReslintError("--complete-list", reason, "name a body and one of its conferences")
    return conference


def _summary(shown: str, learnt: Learnt, fate: str) -> str:
    """What was learnt, and what becomes of it; `fate` is said only where there is something."""
    parts = [counted(len(learnt.new), "new entry", "new entries")] if learnt.new else []
    if learnt.changed:
        parts.append(counted(len(learnt.changed), "changed entry", "changed entries"))
    said = " and ".join(parts) or "nothing new"
    said += f", {counted(len(learnt.doubts), 'doubt', 'doubts')} left to decide" if learnt.doubts else ""
    return f"{shown}: {said}{fate if parts else ''}"


def _copied(shown: str, many: int) -> str:
    """What comes of it that entries were taken over whole."""
    copies = (
        "1 of these entries stands whole in the place of that of reslint, and will hide what that says"
        if many == 1
        else f"{many} of these entries stand whole in the place of those of reslint, and will hide what they say"
    )
    return f"{copies} later; `reslint registry check {shown}` tells when"
