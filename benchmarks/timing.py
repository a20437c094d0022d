"""Time calls fairly: all contenders in turn, several rounds, the best of each counts."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

# A call that is over sooner is made again within its turn.
SHORTEST_TURN = 0.03


def best(contenders: Mapping[str, Callable[[], object]], rounds: int) -> dict[str, float]:
    """The shortest time of each contender in seconds, all taking turns.

    What was there before is hidden from the garbage collector, so that a contender does not pay for another's memory.
    """
    shortest = dict.fromkeys(contenders, float("inf"))
    gc.collect()
    gc.freeze()
    for _ in range(rounds):
        for name, call in contenders.items():
            gc.collect()
            spent = 0.0
            while spent < SHORTEST_TURN:
                start = time.perf_counter()
                call()
                took = time.perf_counter() - start
                shortest[name] = min(shortest[name], took)
                spent += took
    gc.unfreeze()
    return shortest


def command(arguments: Sequence[str], folder: Path) -> Callable[[], object]:
    """A call that runs a program in `folder` and waits for it; what it prints is not looked at."""
    # Compiled modules are kept, as they are wherever a program is used more than once.
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}

    def call() -> object:
        return subprocess.run(
            list(arguments), cwd=folder, env=environment, check=False, capture_output=True, stdin=subprocess.DEVNULL
        )

    return call


def script(name: str) -> str:
    """The path of a program installed beside this Python, or nothing."""
    path = Path(sys.executable).with_name(name)
    return str(path) if path.exists() else ""
