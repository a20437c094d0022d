"""`reslint registry impact`: who cites a text, and what has to be updated when it is revised."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from reslint.commands.messages import say
from reslint.commands.options import AS_OF, ISOLATED, REGISTRY
from reslint.commands.registry.keys import conference_of, day_of, key_and_paths, text_of
from reslint.commands.registry.printing import FORMAT, JSON, print_json, print_lines
from reslint.commands.starting import start_run
from reslint.errors import ReslintError


@click.command()
@click.argument("words", nargs=-1, metavar="[KEY] [PATH]...")
@click.option("--conference", metavar="CONFERENCE", help="In place of KEY: all texts that this conference may revise.")
@AS_OF
@REGISTRY
@ISOLATED
@FORMAT
def impact(words: tuple[str, ...], conference: str | None, form: str, **options: Any) -> None:
    """Say who cites a text, at which edition, and what is to be updated when it is revised.

    KEY is the key of a text, in one word or several: `PP 140`, `PP decision 5`, `UNGA 70/125`. PATH is a file or a
    folder, the current folder if none is named. Exits with 2 if a file could not be read, else with 0.
    """
    from reslint.inquiring.impact import impact_of_conference, impact_of_text
    from reslint.reporting.registry.impact import conference_lines, impact_record, text_lines

    run = start_run(**options)
    linter = run.linter_in(Path())
    registry, day = linter.registry, day_of(linter)
    if conference is not None:
        held = conference_of(registry, conference)
        found = impact_of_conference(run, registry, held, day, words or (".",))
    elif words:
        key, paths = key_and_paths(words)
        found = impact_of_text(run, registry, text_of(registry, key), paths or (".",))
    else:
        raise ReslintError("impact", "no text is named", "give a key such as PP 140, or --conference CONFERENCE")
    say(run.report(()), judged_on=False)
    if form == JSON:
        print_json(impact_record(registry, found, day))
    elif found.conference is not None:
        print_lines(conference_lines(registry, found, day))
    else:
        print_lines(text_lines(registry, found, day))
    sys.exit(2 if run.errors else 0)
