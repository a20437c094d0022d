"""How reslint is installed, as it stands at the head of each page for somebody."""

from __future__ import annotations

from collections.abc import Callable

import reslint
from docs.windows import windows_form

WHEEL = f"reslint-{reslint.__version__}-py3-none-any.whl"
NEEDS = f"""\
You need [Python](https://www.python.org/downloads/) 3.11 or newer, and from the release the file
`{WHEEL}` in the folder of your drafts. Open a terminal in that folder (on Windows, write `cmd` into
the address bar of its window):"""
THEN = """\
pip fetches the packages that reslint stands on; from then on nothing needs a network. The second line holds for one
window: in a new one, type it again. Commands that are the same on Windows stand once on this page."""


def _install(extra: str) -> str:
    """The lines from nothing to a reslint that runs, with one of its extras or without."""
    wheel = f"'./{WHEEL}[{extra}]'" if extra else f"./{WHEEL}"
    lines = ("python3 -m venv .venv", ". .venv/bin/activate", f"python -m pip install {wheel}", "reslint --version")
    block = "".join(f"$ {line}\n" for line in lines)
    return f"{NEEDS}\n\n```console\n{block}```\n\n{windows_form(block)}\n\n{THEN}"


INSTALL_BLOCKS: dict[str, Callable[[str], str]] = {"install": _install}
