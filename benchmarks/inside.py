"""A process that judges files by the tree it was started with, and times itself.

It is started as a script, with the tree on the path, and knows names of the public interface only, so that it runs in
every commit that has them. A line of JSON on standard input is a question, a line on standard output the answer.
"""

from __future__ import annotations

import gc
import json
import sys
from collections.abc import Callable
from pathlib import Path
from time import process_time
from typing import Any

import reslint

AS_OF = "2024-10-15"


def _text(path: Path) -> Callable[[], object]:
    text = path.read_text("utf-8")
    return lambda: reslint.lint_text(text, path.name, as_of=AS_OF)


def _file(path: Path) -> Callable[[], object]:
    return lambda: reslint.lint_file(path, as_of=AS_OF)


KINDS = {"text": _text, "file": _file}


def answer(question: dict[str, Any]) -> dict[str, Any]:
    """The seconds of the processor that a file took, or what went wrong."""
    try:
        call = KINDS[question["kind"]](Path(question["path"]))
        gc.collect()
        start = process_time()
        call()
        return {"seconds": process_time() - start}
    except Exception as error:
        return {"error": f"{type(error).__name__}: {error}"}


if __name__ == "__main__":
    for line in sys.stdin:
        print(json.dumps(answer(json.loads(line))), flush=True)
