"""Try inputs for so many seconds, print what came of them, and keep those that break a promise."""

from __future__ import annotations

import argparse
import os
import re
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import count
from pathlib import Path

import fuzz
from fuzz.citing import words
from fuzz.inputs import Input, made, saved
from fuzz.limits import Trial
from fuzz.promises import tried
from fuzz.publishing import published
from fuzz.table import Table

KEPT = "build/fuzz"
PARTICULAR = re.compile(r"""[0-9]+|'[^']*'|"[^"]*\"""")
OF_ONE_CAUSE = 3
"""So many inputs are kept that break the same promise in the same words."""


def main() -> int:
    """1 if an input breaks a promise; it is kept then in build/fuzz."""
    parser = argparse.ArgumentParser(prog="python -m fuzz", description=fuzz.__doc__)
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE", help="try these inputs again that were kept")
    parser.add_argument("--seconds", type=float, default=60, help="try for so long (default: 60)")
    parser.add_argument("--seed", type=int, default=1, help="another seed gives other inputs (default: 1)")
    parser.add_argument("--inputs", type=int, help="try so many, however long that takes")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        os.environ.setdefault("RESLINT_CACHE_DIR", folder)
        # The process that tries them has then all that is built once.
        words()
        published()
        tried(b"Resolution 71 (Rev. Dubai, 2018)", "draft.txt", has_comments=False)
        try:
            again = [(str(path), saved(path)) for path in given.files]
        except (OSError, ValueError) as error:
            parser.error(str(error))
        return _try(again or _inputs(given.seed, given.seconds, given.inputs))


def _inputs(seed: int, seconds: float, many: int | None) -> Iterator[tuple[str, Input]]:
    """Inputs, each with the name under which it is kept should it break a promise."""
    end = time.monotonic() + seconds
    for number in count():
        if number == many or (many is None and time.monotonic() >= end):
            return
        one = made(seed, number)
        yield f"{KEPT}/{one.reader}-{one.mutator}-{seed}-{number}{Path(one.file).suffix}", one


def _try(inputs: Iterable[tuple[str, Input]]) -> int:
    table = Table()
    causes: Counter[str] = Counter()
    trial = Trial()
    for name, given in inputs:
        outcome = trial.of(given)
        table.add(given.reader, given.mutator, outcome)
        new = [line for line in outcome.broken if causes[_cause(given, line)] < OF_ONE_CAUSE]
        causes.update(_cause(given, line) for line in outcome.broken)
        if new:
            Path(name).parent.mkdir(parents=True, exist_ok=True)
            Path(name).write_bytes(given.data)
            print(*(f"{name}: {line}" for line in new), sep="\n", flush=True)
    trial.end()
    print(table.drawn())
    for cause, many in causes.most_common():
        if many > OF_ONE_CAUSE:
            print(f"{many} times: {cause}")
    return int(causes.total() > 0)


def _cause(given: Input, line: str) -> str:
    """What is the same in what many inputs break."""
    return f"{given.reader}: {PARTICULAR.sub('…', line)[:120]}"


if __name__ == "__main__":
    sys.exit(main())
