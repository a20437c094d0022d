"""Globs, the patterns of .gitignore: which paths they mean, and which of them are none."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING

from reslint.errors import ReslintError
from reslint.storage.late import late

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec
    from pathspec.patterns.gitignore.spec import GitIgnoreSpecPattern

STAR = r"\[\^/\]\*"
"""What pathspec makes of a star, as a regular expression that finds it there."""
SIGN = rf"(?:\\.|(?!{STAR})\[\^/\]|\[[^\^\]\\](?:\\.|[^\]\\])*\]|[^\\\[\](){{}}?*+.^$|/])"
STAR_AND_SIGNS = late(rf"(?:{STAR})+({SIGN}+)(?={STAR})")
MOST_STARS = 4
"""So many stars may be tried against each other; the time for more grows with the length of a name to that power."""


def matches(globs: tuple[str, ...], path: str) -> bool:
    """Whether a path, relative and with slashes, is meant by one of the globs."""
    return bool(globs) and _spec(globs).match_file(path)


def usable(globs: Iterable[str], where: str) -> tuple[str, ...]:
    """The globs of a setting or an option; ReslintError, under its name, for one that can mean no file."""
    given = tuple(globs)
    for glob in given:
        if _pattern(glob) is None:
            advice = "write it as in .gitignore, with / between folders and behind a folder"
            raise ReslintError(where, f"{glob!r} is no pattern of file names", advice)
    return given


def spec_of(lines: Iterable[str]) -> GitIgnoreSpec:
    """The patterns of a .gitignore; a line that is none is skipped, as git does."""
    from pathspec import GitIgnoreSpec

    # The other backends, taken where their packages happen to be installed, fail over names that are no UTF-8.
    return GitIgnoreSpec([one for line in lines if (one := _pattern(line)) is not None], backend="simple")


@lru_cache
def _spec(globs: tuple[str, ...]) -> GitIgnoreSpec:
    return spec_of(globs)


def _pattern(glob: str) -> GitIgnoreSpecPattern | None:
    """What a glob means; None for a comment, a blank line, and what git makes nothing of."""
    from pathspec.patterns.gitignore.spec import GitIgnoreSpecPattern

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", FutureWarning)  # that "[[" in a regular expression may mean more one day
            pattern = GitIgnoreSpecPattern(glob)
            if pattern.regex is not None and glob.count("*") > 1:
                pattern.regex = re.compile(_in_one_go(pattern.regex.pattern))
    except (ValueError, re.error):
        return None
    return None if pattern.include is None else pattern


def _in_one_go(regex: str) -> str:
    """A pattern of pathspec that means the same, and takes no longer for more stars.

    What stands between two stars is taken where it comes first, since whatever the second one has to match is then as
    long as it can be. ValueError where that does not help.
    """
    quick = STAR_AND_SIGNS.sub(r"(?>[^/]*?\1)", regex)
    if quick.count("[^/]*") - quick.count("[^/]*?") > MOST_STARS:
        raise ValueError("too many stars")
    return quick
