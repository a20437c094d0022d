"""Mutations of the grammar: lines of drafts with citations, made of the registry's words, put into files."""

from __future__ import annotations

import re
from random import Random
from xml.sax.saxutils import escape

from fuzz import trees
from fuzz.citing import line

SHOWN = re.compile(rb"\((?:[^()\\]|\\.)*\)(?= *Tj)")
SPECIAL = re.compile(r"[()\\]")
TEXT_LINES = 12
NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def in_text(data: bytes, chance: Random) -> bytes:
    """Lines of a text become others, or the whole text does."""
    lines = data.decode("utf-8", "replace").splitlines(keepends=True)
    if chance.random() < 0.5:
        lines = []
    for _ in range(chance.randint(1, TEXT_LINES)):
        at = chance.randint(0, len(lines))
        lines[at : at + chance.choice((0, 1))] = [line(chance) + chance.choice(("\n", "\n", "\n", "\n\n", "\r\n", ""))]
    return "".join(lines).encode()


def in_markup(data: bytes, chance: Random) -> bytes:
    """Texts between tags become others; a line is cut into as many pieces as there are texts for it."""
    tokens, encoding = trees.tokens_of(data)
    texts = [at for at, token in enumerate(tokens) if not token.startswith("<") and token.strip()]
    for _ in range(chance.randint(1, 4) if texts else 0):
        first = chance.randrange(len(texts))
        places = texts[first : first + chance.choice((1, 1, 2, 3, 6))]
        words = NOT_XML.sub("", line(chance))
        cuts = sorted(chance.randint(0, len(words)) for _ in places[1:])
        for at, start, end in zip(places, [0, *cuts], [*cuts, len(words)], strict=True):
            tokens[at] = escape(words[start:end])
    return trees.bytes_of(tokens, encoding)


def in_pdf(data: bytes, chance: Random) -> bytes:
    """Words that a page shows become others; the lengths and places that the file states are then wrong."""
    shown = list(SHOWN.finditer(data))
    if not shown:
        return data
    start, end = chance.choice(shown).span()
    words = SPECIAL.sub(r"\\\g<0>", line(chance)).encode("cp1252", "replace")
    return data[:start] + b"(" + words + b")" + data[end:]
