"""Where in the code of a plugin something went wrong, for those who wrote it."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from typing import Any


def place_of(error: BaseException, function: Callable[..., Any]) -> str:
    """The file and line, "rules/own001.py:12", of the code beside a function in which an error came up last.

    Where that came up in none of it, as over something that the function gave back, it is where the function begins.
    """
    module = sys.modules.get(str(getattr(function, "module", None) or getattr(function, "__module__", "")))
    code = getattr(function, "__code__", None)
    file = str(code.co_filename if code else getattr(module, "__file__", None) or "")
    line = code.co_firstlineno if code else 1
    home = os.path.join(os.path.dirname(file), "")
    step = error.__traceback__
    while step is not None:
        if step.tb_frame.f_code.co_filename.startswith(home):
            file, line = step.tb_frame.f_code.co_filename, step.tb_lineno
        step = step.tb_next
    near = os.path.relpath(file)
    return f"{file if near.startswith(os.pardir) else near}:{line}"
