"""Numbers as lists write them: letters and Roman numerals, in lower case."""

from __future__ import annotations

LETTERS = 26
MOST_LETTERS = 32
"""How often a letter is repeated at most."""
ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
MOST_ROMAN = 3999


def letters(number: int) -> str:
    """a to z, then aa, ab … as browsers count on; figures for a number below 1."""
    if number < 1:
        return str(number)
    written = ""
    while number:
        number, letter = divmod(number - 1, LETTERS)
        written = chr(ord("a") + letter) + written
    return written


def repeated_letters(number: int) -> str:
    """a to z, then aa, bb … as word processors count on; figures for a number that has none."""
    if not 1 <= number <= LETTERS * MOST_LETTERS:
        return str(number)
    times, letter = divmod(number - 1, LETTERS)
    return chr(ord("a") + letter) * (times + 1)


def roman(number: int) -> str:
    """i, ii, iii, iv … up to 3999; figures for any other number."""
    if not 1 <= number <= MOST_ROMAN:
        return str(number)
    written = ""
    for value, sign in ROMAN:
        times, number = divmod(number, value)
        written += sign * times
    return written
