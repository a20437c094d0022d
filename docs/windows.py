"""The commands of a page as one types them on Windows, derived from those for Linux and macOS by a small table.

Nobody has run them: they are as right as the table. What the table does not know is an error, and not left as it is.
"""

from __future__ import annotations

import re

CONSOLE = re.compile(r"^(?P<fence>`{3,})console\n(?P<content>.*?)^(?P=fence)$", re.DOTALL | re.MULTILINE)
PROMPT = "$ "
HEAD = "On Windows, in the Command Prompt (derived, not run here):"
FORMS = (
    # How it is typed, and on Windows.
    (r"^python3 -m venv (\S+)$", r"py -m venv \1"),
    (r"^\. (\S+)/bin/activate$", r"\1\\Scripts\\activate"),
    (r"^(\S+)/bin/(python|pip|reslint)\b", r"\1\\Scripts\\\2"),
    (r"^python3 ", "py "),
    (r"^mkdir -p ", "mkdir "),
    (r"^cp ", "copy "),
    (r"^cat ", "type "),
    (r"^sha256sum --ignore-missing --check \S+$", "powershell Get-FileHash reslint-*"),
    (r"^echo '([^']*)' (>>?) (\S+)$", r"echo \1\2 \3"),
    (r"'([^'\"]*)'", r'"\1"'),
)
SAME = ("cd", "code", "git", "pip", "pre-commit", "python", "reslint", "unopkg")
"""Programs that are called the same everywhere."""
OWN = ("py", "echo", "mkdir", "copy", "type", "powershell")


def commands(block: str) -> list[str]:
    """The commands of a block, without what they print."""
    return [line.removeprefix(PROMPT) for line in block.splitlines() if line.startswith(PROMPT)]


def on_windows(command: str) -> str:
    """A command as one types it on Windows; ValueError for one that the table cannot turn into such."""
    for form, there in FORMS:
        command = re.sub(form, there, command)
    program = command.split()[0]
    known = program in (*SAME, *OWN) or re.match(r"\S+\\Scripts\\", program)
    if not known or re.search(r"['~$|&`]|\\$|^\w+=", command):
        raise ValueError(f"{command}: how this is typed on Windows is not in the table of docs/windows.py")
    if program in ("copy", "mkdir", "type"):
        command = command.replace("/", "\\")
    return command


def differs(block: str) -> bool:
    """Whether a block is typed otherwise on Windows."""
    return any(on_windows(command) != command for command in commands(block))


def windows_form(block: str) -> str:
    """A block of commands as a block for Windows, with a line that says so."""
    lines = "\n".join(f"> {on_windows(command)}" for command in commands(block))
    return f"{HEAD}\n\n```bat\n{lines}\n```"


def windows_of(page: str, position: int) -> str:
    """The commands of the last block before a position of a page, for Windows; ValueError where there is none."""
    blocks = [match["content"] for match in CONSOLE.finditer(page, 0, position)]
    if not blocks:
        raise ValueError("there is no block of commands before this place")
    return windows_form(blocks[-1])
