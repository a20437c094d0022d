"""`reslint page`: open the page that checks drafts in a browser."""

from __future__ import annotations

from pathlib import Path

import click

import reslint
from reslint.errors import ReslintError

NAME = "reslint.html"
GETTING = f"take {NAME} from the release, or build it with `make page`; a double click opens it"


@click.command()
@click.option("--path", is_flag=True, help="Print where it is, and open nothing.")
def command(*, path: bool) -> None:
    """Open the page, in which Word files are dropped, and which needs no network.

    It is looked for beside the package, and in `dist/` of a checkout.
    """
    found = _found()
    if found is None:
        raise ReslintError(NAME, "the page is not here", GETTING)
    click.echo(found)
    if not path and click.launch(found.as_uri()):
        raise ReslintError(str(found), "no browser could be started", "open the file by a double click")


def _found() -> Path | None:
    package = Path(reslint.__file__).resolve().parent
    places = (package / NAME, package.parent / "dist" / NAME)
    return next((place for place in places if place.is_file()), None)
