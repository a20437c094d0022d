"""`reslint server`: the language server, for editors."""

from __future__ import annotations

import sys

import click

from reslint.errors import ReslintError


@click.command
def command() -> None:
    """Serve an editor: speak the Language Server Protocol on standard input and output.

    Editors start it; how, is told in the documentation.
    """
    try:
        from reslint.server.requests import start
    except ModuleNotFoundError as error:
        if error.name not in ("pygls", "lsprotocol", "cattrs"):
            raise
        raise ReslintError("server", "pygls is not installed", "pip install 'pygls>=2,<3'") from error
    # Standard output belongs to the protocol; whatever a plugin prints goes where people look for it.
    out, sys.stdout = sys.stdout, sys.stderr
    sys.exit(start(sys.stdin.buffer, out.buffer))
