"""The log of the server on standard error, which editors keep: one line for each thing that went wrong."""

from __future__ import annotations

import logging


class OneLine(logging.Formatter):
    """Lines for a person: what happened, and the error that brought it about, without where in the code that was.

    Of a message of several lines, which pygls makes of a whole traceback, it is the first.
    """

    def format(self, record: logging.LogRecord) -> str:
        """A record as one line."""
        first, *_ = record.getMessage().splitlines() or [""]
        words = [f"{record.levelname.lower()}: {first}"]
        error = record.exc_info[1] if record.exc_info else None
        if error is not None:
            words.append(f"{type(error).__name__}: {error}")
        return " ".join(": ".join(words).split())


def log_to_standard_error() -> None:
    """From now on, log warnings and errors there, and of reslint itself what it lets others do."""
    handler = logging.StreamHandler()
    handler.setFormatter(OneLine())
    logging.basicConfig(level=logging.WARNING, handlers=[handler])
    logging.getLogger("reslint").setLevel(logging.INFO)
