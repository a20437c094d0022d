"""Colours of a terminal, or none."""

from __future__ import annotations

from reslint.api.finding import Severity

SEVERITY_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}
CODES = {"red": 31, "green": 32, "yellow": 33, "blue": 34, "cyan": 36, "bold": 1}


class Paint:
    """Gives text a colour, if colours are wanted."""

    def __init__(self, wanted: bool) -> None:
        self.wanted = wanted

    def __call__(self, text: str, *colours: str) -> str:
        """The text in these of `CODES`."""
        if not self.wanted or not text:
            return text
        codes = ";".join(str(CODES[colour]) for colour in colours)
        return f"\x1b[{codes}m{text}\x1b[0m"
