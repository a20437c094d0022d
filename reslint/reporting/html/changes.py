"""The change that brought a finding in: what is said of it, and what the page filters by."""

from __future__ import annotations

from reslint.api.finding import Change, Standing
from reslint.named import NamedTuple
from reslint.saying import said

UNTRACKED = "none"


class Who(NamedTuple):
    """A choice of the filter."""

    value: str
    label: str


def who(change: Change | None) -> str:
    """The value of the filter: "by NAME", or a word."""
    if change is None:
        return UNTRACKED
    if change.standing is Standing.INTRODUCED and change.author:
        return f"by {one_line(change.author)}"
    return change.standing.value


def by(change: Change | None) -> str:
    """The same for people."""
    return said("no tracked changes") if change is None else change.told


def one_line(text: str) -> str:
    """The text in one line."""
    return " ".join(text.split())
