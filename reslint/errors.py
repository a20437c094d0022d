"""Errors for people: what went wrong, said so that they know what to do next."""

from __future__ import annotations

from collections.abc import Iterable


class ReslintError(Exception):
    """Something could not be done; its text is `subject: reason; what to do`, one line, for a person.

    Raised with its context where it happens and printed only by the command line, which then exits with 2.
    """

    def __init__(self, subject: str, reason: str, advice: str = "") -> None:
        self.subject = subject
        self.reason = reason
        self.advice = advice
        super().__init__(f"{subject}: {reason}; {advice}" if advice else f"{subject}: {reason}")


def told(error: BaseException) -> str:
    """What an exception says, on one line."""
    words = " ".join(str(error).split())
    return f"{type(error).__name__}: {words}" if words else type(error).__name__


def error_of(name: str, error: BaseException) -> ReslintError:
    """The error of a file that something went wrong with, whatever was raised."""
    if isinstance(error, ReslintError):
        return error
    if isinstance(error, MemoryError):
        return ReslintError(name, "there is not memory enough for this file", "split it, or check it alone")
    if isinstance(error, RecursionError):
        return ReslintError(name, "it is nested too deeply", "do not trust this file")
    return ReslintError(name, f"reslint broke over this file ({told(error)})", "report it")


def nearest(word: str, known: Iterable[str]) -> str:
    """Advise the known word most like `word` ("did you mean …?"), or nothing when none is alike.

    The answer is empty or a phrase fit for `ReslintError.advice`.
    """
    found = most_like(word, known)
    return f"did you mean {found}?" if found else ""


def most_like(word: str, known: Iterable[str]) -> str:
    """The known word most like `word`, or nothing when none is alike.

    Case does not count; of equally near words the one that begins alike wins, so that PP-23 is PP-22 and not PP-02.
    """
    from rapidfuzz import fuzz, process
    from rapidfuzz.distance import Prefix

    choices = {name.casefold(): name for name in known}
    found = process.extract(word.casefold(), choices.keys(), scorer=fuzz.ratio, score_cutoff=60, limit=10)
    if not found:
        return ""
    best = max(found, key=lambda near: (near[1], Prefix.similarity(near[0], word.casefold())))
    return choices[best[0]]
