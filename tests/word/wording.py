"""Words for random documents: what a draft of a resolution is made of, with citations cut where readers trip."""

from __future__ import annotations

from random import Random

PLACES = ("Dubai, 2018", "Bucharest, 2022", "Busan, 2014", "Guadalajara, 2010", "Geneva, 2022", "New Delhi, 2024")
OPENINGS = ("the needs set out in", "progress made under", "the terms of", "section 2 of", "views expressed on", "MOD")
ENDINGS = (
    "on the work of the Sector;",
    "and its annex,",
    "as amended & renumbered;",
    "where A < B;",
    "in full",
    "(see above).",
)
FOREIGN = ("第71号决议", "РЕЗОЛЮЦИЯ 71", "القرار 71", "Rés. 71 (Rév. Dubaï, 2018)", "emoji 😀 before")
FILLERS = (
    "of the Conference",
    "the Union’s plan",
    "ITU‑T and ITU‑R",
    "tele\u00adcommunication",
    "No.\u00a05",
    "a\tb",
    "one\ntwo",
)
FAKE_CITATION = "Resolution 99 (Rev. Nowhere, 1999)"
"""Stands where no reader may find text: field instructions, comments, the copies in fallbacks."""


def number(random: Random) -> str:
    return str(random.randint(1, 220))


def citation(random: Random) -> str:
    blank = "\u00a0" if random.random() < 0.15 else " "
    revised = "Rev. " if random.random() < 0.7 else ""
    return f"Resolution{blank}{number(random)} ({revised}{random.choice(PLACES)})"


def phrase(random: Random) -> str:
    """Give some words without a blank at either end."""
    return random.choice((random.choice(OPENINGS), random.choice(ENDINGS), random.choice(FILLERS), citation(random)))


def sentence(random: Random) -> str:
    """Give a stretch of text that is never empty and that has a blank at its end more often than not."""
    start = random.random()
    if start < 0.06:
        return f"{random.choice(FOREIGN)} "
    text = f"{random.choice(OPENINGS)} {citation(random)}" if start < 0.6 else phrase(random)
    return text if random.random() < 0.2 else f"{text} "


def change(random: Random) -> tuple[str, str]:
    """Give an old and a new text; one in four changes is a single digit, so that both together make a new number."""
    if random.random() < 0.25:
        old = random.randint(0, 9)
        return str(old), str((old + random.randint(1, 9)) % 10)
    old, new = random.sample(PLACES, 2)
    return old, new
