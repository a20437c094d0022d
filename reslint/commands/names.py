"""The commands by their names, and which one is meant by what was typed."""

from __future__ import annotations

import os

COMMANDS = {
    "check": "Check drafts, and mend them.",
    "compare": "Say what is new between two runs.",
    "citations": "Print every citation as one JSON object a line.",
    "text": "Print what reslint reads of a file.",
    "rules": "Print the table of rules.",
    "rule": "Print the documentation of a rule.",
    "plugins": "Print what is loaded, and who brought it.",
    "registry": "Look into the registry, and check it.",
    "server": "Serve an editor.",
    "page": "Open the page that checks drafts in a browser.",
    "completion": "Print what a shell needs to complete the command line.",
}
DEFAULT = "check"
"""The command that is meant where none is named."""
OWN_OPTIONS = ("-h", "--help", "--version")
COMPLETING = "_RESLINT_COMPLETE"
"""The variable by which a shell asks for words; click reads it."""


def meant(args: list[str]) -> list[str]:
    """What was typed, with its command where that was left out: a draft, or an option of `check`, comes first."""
    if not args or args[0] in (*COMMANDS, *OWN_OPTIONS):
        return args
    first = args[0]
    named = first.startswith("-") or os.path.lexists(first) or "/" in first or os.sep in first or "." in first
    return [DEFAULT, *args] if named else args
