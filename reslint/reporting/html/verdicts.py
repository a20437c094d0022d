"""Verdicts on the page: for each its sign, its words and its colours, in one table."""

from __future__ import annotations

from collections.abc import Iterable

from reslint.named import NamedTuple
from reslint.registry import Verdict
from reslint.saying import said

Colours = tuple[str, str]
"""That of the paper, and that of the ink on it."""


class Look(NamedTuple):
    """How a verdict looks: its sign, its words for people, what they mean where they do not say so themselves, and its
    colours on a light and on a dark page.
    """

    verdict: str
    sign: str
    words: str
    meaning: str
    light: Colours
    dark: Colours


LOOKS = (
    Look("current", "✓", said("current"), "", ("#d5ebd9", "#14532d"), ("#1d4429", "#b5e6c2")),
    Look(
        "last-known",
        "≈",
        said("last known"),
        said("the last edition that has been read; a later conference has not, so that there may be another"),
        ("#d6e6ee", "#1d4a63"),
        ("#213f50", "#b3d9ee"),
    ),
    Look("superseded", "↻", said("superseded"), "", ("#fbdf9d", "#653f00"), ("#5a430c", "#ffdf91")),
    Look("abrogated", "✕", said("no longer in force"), "", ("#f6c6c1", "#84170f"), ("#642a26", "#ffc9c4")),
    Look("not-yet-adopted", "»", said("not yet adopted"), "", ("#ded6f5", "#432787"), ("#3d3268", "#d9cdff")),
    Look("never-adopted", "∅", said("never adopted"), "", ("#f4cfe4", "#7d0f50"), ("#5c2546", "#ffc6e4")),
    Look(
        "unknown",
        "?",
        said("not known"),
        said("nothing has been read by which to judge it; that is no fault of the draft"),
        ("#e4e4e0", "#4b5158"),
        ("#343a42", "#c5ccd4"),
    ),
)
"""In the order in which they are shown."""
WORST_FIRST = (
    "abrogated", "never-adopted", "superseded", "not-yet-adopted", "unknown", "last-known", "current",
)  # fmt: skip
"""Where several verdicts share a cell, the first of these is shown."""
OUTDATED = (Verdict.SUPERSEDED.value, Verdict.ABROGATED.value)
LOOK_OF = {look.verdict: look for look in LOOKS}


def worst(verdicts: Iterable[str]) -> Look:
    """How the worst of these verdicts looks."""
    return LOOK_OF[min(verdicts, key=WORST_FIRST.index)]


def colours() -> str:
    """The style of the verdicts: a class for each, with colours for a light and a dark page."""
    light = "".join(_variables(look.verdict, look.light) for look in LOOKS)
    dark = "".join(_variables(look.verdict, look.dark) for look in LOOKS)
    classes = "".join(
        f".{name} {{ background: var(--{name}); color: var(--{name}-ink); fill: var(--{name}); }}\n" for name in LOOK_OF
    )
    return f":root {{{light} }}\n@media screen and (prefers-color-scheme: dark) {{\n  :root {{{dark} }}\n}}\n{classes}"


def _variables(name: str, pair: Colours) -> str:
    paper, ink = pair
    return f" --{name}: {paper}; --{name}-ink: {ink};"
