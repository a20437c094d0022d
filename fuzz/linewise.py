"""Mutations of lines and words, for what people write in lines: drafts, settings, registries, side files."""

from __future__ import annotations

import re
from random import Random

from fuzz.chance import ODD_WORDS

MOST = 4
WORD = re.compile(r"[\w.\-*&@\"']+")
ODD_LINES = (
    "[tool.reslint]", "[[severity]]", "select = [", "a.b.c = {d.e = 1}", '"" = 1', "\t- x", "  ? x", "&a [*a]",
    "<<: *here", "x: !!python/name:os.system", "x: !!binary AAAA", "--- !!set", "...", "%YAML 9.9", "? {a: 1}\n: 2",
    "x: " + "[" * 2000, "x = " + "[" * 2000, "{" * 2000, "y: 0o777", "on: 12:30:45", "date: 9999-12-31", "# x",
    "> " * 200 + "x", "- " * 200 + "x", "<!-- reslint: ignore[ALL] -->", "<!-- reslint: ignore-file -->",
    "reslint: ignore[", "ignore[STA001]", "ignore-file[STA]", "ignore[NUM] (", "|---|", "```", "~~~", "    ",
    "[^1]: x", "[x]: <y", "***", "___", "<pre>", "</p>", "=====", "=> x", "a)", "b)\t", "1.1\t", "(Rev.",
    "considering", "resolves", "\x0c", "[footnoteRef:1]1", "[bookmark: x]",
)  # fmt: skip


def mutate(data: bytes, chance: Random) -> bytes:
    """Change some lines: take out, double, swap, indent, join, put odd ones in; or put one word for another."""
    lines = data.decode("utf-8", "surrogateescape").splitlines(keepends=True) or ["\n"]
    for _ in range(chance.randint(1, MOST)):
        lines = chance.choice(CHANGES)(lines, chance) or ["\n"]
    return "".join(lines).encode("utf-8", "surrogateescape")


def _take_out(lines: list[str], chance: Random) -> list[str]:
    at = chance.randrange(len(lines))
    return lines[:at] + lines[at + chance.choice((1, 1, 5)) :]


def _double(lines: list[str], chance: Random) -> list[str]:
    at = chance.randrange(len(lines))
    some = lines[at : at + chance.choice((1, 1, 4))] * chance.choice((1, 1, 2, 100))
    to = chance.randint(0, len(lines))
    return lines[:to] + some + lines[to:]


def _swap(lines: list[str], chance: Random) -> list[str]:
    one, other = chance.randrange(len(lines)), chance.randrange(len(lines))
    lines[one], lines[other] = lines[other], lines[one]
    return lines


def _indent(lines: list[str], chance: Random) -> list[str]:
    at = chance.randrange(len(lines))
    lines[at] = chance.choice((" ", "    ", "\t", "> ", "- ", "\u00a0")) + lines[at]
    return lines


def _outdent(lines: list[str], chance: Random) -> list[str]:
    at = chance.randrange(len(lines))
    lines[at] = lines[at].lstrip(" \t>-")
    return lines


def _join(lines: list[str], chance: Random) -> list[str]:
    at = chance.randrange(len(lines))
    lines[at] = lines[at].rstrip("\r\n") + chance.choice(("", " ", "\r", "\x0b"))
    return lines


def _odd_line(lines: list[str], chance: Random) -> list[str]:
    at = chance.randint(0, len(lines))
    return [*lines[:at], chance.choice(ODD_LINES) + "\n", *lines[at:]]


def _other_word(lines: list[str], chance: Random) -> list[str]:
    at = chance.randrange(len(lines))
    words = WORD.findall("".join(lines))
    word = chance.choice(ODD_WORDS) if not words or chance.random() < 0.5 else chance.choice(words)
    found = list(WORD.finditer(lines[at]))
    if found:
        start, end = chance.choice(found).span()
        lines[at] = lines[at][:start] + word + lines[at][end:]
    return lines


CHANGES = (_take_out, _double, _swap, _indent, _outdent, _join, _odd_line, _other_word, _other_word, _other_word)
