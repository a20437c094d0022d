"""Completion, tried by pressing the tab key in bash, zsh and fish."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import shutil
import struct
import sys
import termios
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import click
import pytest

from reslint.commands.completing import OFFERS
from reslint.commands.group import COMMANDS, Commands
from reslint.commands.group import command as program

PATIENCE = 30
"""Seconds until what has to come is given up."""
CONTROL = re.compile(
    r"\x1b\[[0-9;?<>=]*[ -/]*[@-~]|\x1b[()][A-Z0-9]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b[=>78]|[\0-\x08]"
)
PROMPT = "ready> "
SHELLS = {
    "bash": (
        ["bash", "--noprofile", "--norc", "-i"],
        [
            "bind 'set show-all-if-ambiguous on'",
            "bind 'set page-completions off'",
            "bind 'set completion-query-items 0'",
        ],
        "source <(reslint completion bash)",
        "PS1='ready'; PS1=$PS1'> '",
    ),
    "zsh": (
        ["zsh", "-f", "-i"],
        ["unsetopt prompt_sp list_ambiguous; LISTMAX=0", "autoload -Uz compinit && compinit -u -D"],
        "source <(reslint completion zsh)",
        "PS1='ready'; PS1=$PS1'> '",
    ),
    "fish": (
        ["fish", "--no-config", "--interactive"],
        [],
        "reslint completion fish | source",
        "function fish_prompt; echo -n 'ready'; echo -n '> '; end",
    ),
}


class Terminal:
    """A program in a terminal; `seen` is what it showed so far, without what steers the terminal."""

    def __init__(self, command: list[str], folder: Path, variables: dict[str, str]) -> None:
        self._child, self._lines = pty.fork()
        if not self._child:
            try:
                os.chdir(folder)
                os.execvpe(command[0], command, variables)
            finally:
                os._exit(127)
        fcntl.ioctl(self._lines, termios.TIOCSWINSZ, struct.pack("HHHH", 200, 200, 0, 0))
        self._raw = b""

    def close(self) -> None:
        os.close(self._lines)  # which hangs up, so that the shell ends
        os.waitpid(self._child, 0)

    @property
    def seen(self) -> str:
        return CONTROL.sub("", self._raw.decode("utf-8", "replace"))

    def type(self, keys: str) -> int:
        """Press keys; where what was shown before them ends."""
        before = len(self.seen)
        os.write(self._lines, keys.encode())
        return before

    def wait_for(self, *words: str, after: int = 0) -> str:
        """Wait until all these words were shown behind a place; gives what was."""
        end = time.monotonic() + PATIENCE
        while not all(word in self.seen[after:] for word in words):
            left = max(0, end - time.monotonic())
            assert left, f"{words} did not come:\n{self.seen[after:]}"
            ready, _, _ = select.select([self._lines], [], [], left)
            if ready:
                try:
                    self._raw += os.read(self._lines, 1 << 16)
                except OSError as gone:
                    raise AssertionError(f"the shell has ended before {words} came:\n{self.seen[after:]}") from gone
        return self.seen[after:]


@pytest.fixture(scope="module", params=SHELLS)
def shell(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Terminal]:
    """A shell that has read its script, in a folder with drafts."""
    command, prepared, loaded, prompt = SHELLS[request.param]
    if shutil.which(command[0]) is None:
        pytest.skip(f"there is no {command[0]} here")
    folder = tmp_path_factory.mktemp("drafts")
    for name in ("draft one.txt", "notes.md", "contributions/C12.docx"):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text("nothing")
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    ours = {key: value for key, value in os.environ.items() if key not in ("PROMPT_COMMAND", "ENV", "BASH_ENV")}
    terminal = Terminal(command, folder, {**ours, "PATH": path, "HOME": str(folder), "TERM": "xterm"})
    try:
        terminal.type(prompt + "\r")
        terminal.wait_for(PROMPT)
        for line in (*prepared, loaded):
            terminal.wait_for(PROMPT, after=terminal.type(line + "\r") + len(line))
        yield terminal
    finally:
        terminal.close()


@pytest.mark.slow
@pytest.mark.parametrize(
    ("typed", "completed"),
    [
        ("reslint ru", ["rule", "rules"]),
        ("reslint compl", ["completion"]),
        ("reslint dra", ["draft"]),
        ("reslint check not", ["notes.md"]),
        ("reslint check contri", ["contributions/"]),
        ("reslint text dra", ["one.txt"]),
        ("reslint check --unsa", ["--unsafe-fixes"]),
        ("reslint check --select SPL00", ["SPL001", "SPL002", "SPL003"]),
        ("reslint check --select misspelt-", ["misspelt-place", "misspelt-body"]),
        ("reslint check --ignore STA001,SPL00", ["001,SPL001", "001,SPL002"]),
        ("reslint check --output-format rd", ["rdjson"]),
        ("reslint notes.md --output-format js", ["json", "jsonl"]),
        ("reslint check --as-of PP-1", ["PP-10", "PP-14", "PP-18"]),
        ("reslint check --fail-on ne", ["never"]),
        ("reslint check --comments not", ["notes.md"]),
        ("reslint rule outdated-co", ["-conference", "-council-session"]),
        ("reslint registry sh", ["show"]),
        ("reslint registry show WT", ["WTDC", "WTSA"]),
        ("reslint registry show PP dec", ["decision"]),
        ("reslint registry show PP 14", ["140", "146"]),
        ("reslint registry show UNGA 70/1", ["70/125"]),
        ("reslint registry impact PP 140 not", ["notes.md"]),
        ("reslint registry impact --conference WTSA-1", ["WTSA-16"]),
        ("reslint registry coverage --body WTD", ["WTDC"]),
        ("reslint completion ba", ["bash"]),
    ],
)
def test_the_tab_key_completes(shell: Terminal, typed: str, completed: list[str]) -> None:
    try:
        seen = shell.wait_for(*completed, after=shell.type(typed + "\t"))
        assert "error" not in seen
        assert "Traceback" not in seen
    finally:
        shell.wait_for(PROMPT, after=shell.type("\x15\r"))


def parameters(command: click.Command) -> Iterator[tuple[str, click.Parameter]]:
    for parameter in command.params:
        yield command.name or "", parameter
    for inner in command.commands.values() if isinstance(command, click.Group) else ():
        yield from parameters(inner)


def test_what_a_parameter_takes_is_told_by_its_metavar() -> None:
    """A metavar that is not known here is either completed or free text."""
    free = {
        "SIZE",
        "GLOBS",
        "NAME",
        "N",
        "ADDRESS",
        "BODY CONFERENCE",
        "[FILE]...",
        "DIR",
        "FOLDER",
        "OLD",
        "NEW",
        "SHELL",
    }
    assert isinstance(program, Commands)
    context = click.Context(program)
    for name in COMMANDS:
        command = program.get_command(context, name)
        assert command is not None
        for where, parameter in parameters(command):
            metavar = parameter.metavar or ""
            if metavar and metavar not in free:
                assert metavar in OFFERS or metavar.strip("[].") in OFFERS, f"{where}: {metavar}"


@pytest.mark.parametrize("name", ["tcsh", "Bash ", ""])
def test_a_shell_that_is_not_known_is_told(reslint: Callable[..., Any], name: str) -> None:
    ran = reslint("completion", name)
    assert (ran.status, ran.out) == (2, "")
