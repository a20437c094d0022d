"""A terminal, for what is shown on one only."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import reslint as package


@pytest.fixture
def terminal() -> Callable[..., str]:
    """Call the command line on a terminal, and give what it prints there."""

    def call(*arguments: str, cwd: Path, **environment: str) -> str:
        ours, theirs = pty.openpty()
        root = str(Path(package.__file__).parents[1])
        with subprocess.Popen(
            [sys.executable, "-m", "reslint", *arguments],
            stdout=theirs,
            stderr=subprocess.DEVNULL,
            cwd=cwd,
            env={**os.environ, "PYTHONPATH": root, "TERM": "xterm", **environment},
        ):
            os.close(theirs)
            pieces = []
            while True:
                try:
                    piece = os.read(ours, 65536)
                except OSError:  # Linux says so that the other side is closed
                    break
                if not piece:
                    break
                pieces.append(piece)
        os.close(ours)
        return b"".join(pieces).decode().replace("\r\n", "\n")

    return call
