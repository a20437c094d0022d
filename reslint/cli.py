"""The command line: every error as one line and the exit status 2, never a traceback."""

from __future__ import annotations

import errno
import gc
import os
import sys
from io import TextIOWrapper
from typing import Any

from reslint.commands.direct import directly
from reslint.errors import ReslintError

# Nothing of what is imported is ever garbage; looking for some takes a twelfth of the time of a small draft.
COLLECTOR = (100_000, 20, 20)
gc.set_threshold(*COLLECTOR)
COULD_NOT = 2
CLOSED = 1
"""The exit status where whoever reads the output has closed it, as `head` does."""
INTERRUPTED = 130


def main() -> None:
    """Run reslint and exit: 0 nothing found, 1 findings, 2 could not check. Never a traceback."""
    # Where one is closed, the next file to be opened would get its number.
    sys.stdout = sys.stdout or open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
    sys.stderr = sys.stderr or open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            # What programs read is UTF-8 whatever the locale; a lone surrogate of a file name is escaped.
            encoding = stream.encoding if stream.isatty() else "utf-8"
            stream.reconfigure(encoding=encoding, errors="backslashreplace")
    try:
        status = _status()
    except OSError:  # standard error takes nothing, so that nothing can be said
        _give_up(sys.stderr)
        status = COULD_NOT
    gc.freeze()  # the interpreter looks through everything once more when it ends, unless it is told not to
    sys.exit(status)


def _status() -> Any:
    """What to exit with after the command was run; what kept it from its end is printed."""
    try:
        return _run()
    except SystemExit as end:
        return end.code
    except KeyboardInterrupt:
        _say("")
        return INTERRUPTED
    except ReslintError as error:
        from reslint.reporting.printable import printable

        _say(f"error: {printable(str(error))}")
        return COULD_NOT
    except Exception as error:
        if isinstance(error, OSError) and error.filename is None:  # no file, so a stream, as that of a full disk
            # What is left in the stream would be tried once more when Python ends.
            _give_up(sys.stdout)
            if error.errno == errno.EPIPE:
                _give_up(sys.stderr)
                return CLOSED
            _say(f"error: standard output: cannot be written ({error.strerror})")
            return COULD_NOT
        place = error.__traceback__
        while place is not None and place.tb_next is not None:
            place = place.tb_next
        where = f"{os.path.basename(place.tb_frame.f_code.co_filename)}:{place.tb_lineno}" if place else "?"
        _say(f"error: reslint: broke at {where} ({type(error).__name__}: {error}); report it")
        return COULD_NOT


def _run() -> Any:
    """Run the command: a common call of `check` at once, every other by way of click."""
    asked = directly(sys.argv[1:])
    if asked is None:
        from reslint.commands.group import run

        return run()
    from reslint.commands.checking import check

    return check(*asked)


def _say(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


def _give_up(stream: Any) -> None:
    """Let a stream that takes nothing take everything, for nobody."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
