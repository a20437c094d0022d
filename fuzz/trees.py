"""Mutations of XML and HTML: of the tree, after which it is still one, and of the tags, after which it is none."""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Sequence
from random import Random

from fuzz.chance import ODD_WORDS

MOST = 3
DEEPEST = 300
TOKEN = re.compile(r"<!--.*?-->|<!\[CDATA\[.*?\]\]>|<[^<>]*>|[^<]+|<", re.DOTALL)
NAME = re.compile(r"</?([^\s/>]+)")
ATTRIBUTE = re.compile(r'\s([\w:.\-]+)="([^"]*)"')
ODD_TAGS = (
    "<x>", "</x>", "<", ">", "<!DOCTYPE x [<!ENTITY e 'x'>]>", "&e;", "<?xml version='1.1' encoding='x'?>",
    "<![CDATA[", "]]>", "<!--", "<w:p", "</>", "<a b=c d='e\">", "\0", "\ufffe", "<script>", "<textarea>",
    "<plaintext>", "<p/><p/>", "<table><b>",
)  # fmt: skip
ODD_ENCODINGS = ("utf-16", "UTF-7", "latin-1", "windows-1252", "ebcdic", "no-such", "ascii", "utf-8")
Tokens = list[str]
Element = tuple[int, int]
"""The numbers of its start tag and its end tag among the tokens, which are the same where it is empty."""


def tokens_of(data: bytes) -> tuple[Tokens, str]:
    """Tags and texts of a file, and its encoding; joined and encoded again they are the file."""
    wide = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    encoding = "utf-16" if wide else "utf-8"
    return TOKEN.findall(data.decode(encoding, "replace" if wide else "surrogateescape")), encoding


def bytes_of(tokens: Sequence[str], encoding: str) -> bytes:
    """The file that has these tokens."""
    return "".join(tokens).encode(encoding, "replace" if encoding == "utf-16" else "surrogateescape")


def elements(tokens: Sequence[str]) -> list[Element]:
    """All elements that are closed, in the order of their start tags."""
    found, unclosed = [], []
    for number, token in enumerate(tokens):
        match = NAME.match(token)
        if match is None or token.startswith(("<!", "<?")):
            continue
        if token.endswith("/>"):
            found.append((number, number))
        elif not token.startswith("</"):
            unclosed.append((number, match[1]))
        elif any(name == match[1] for _, name in unclosed):
            while unclosed:
                start, name = unclosed.pop()
                if name == match[1]:
                    found.append((start, number))
                    break
    return sorted(found)


def mutate(data: bytes, chance: Random) -> bytes:
    """Change some elements: take out, double, move, swap, wrap, unwrap, nest, rename; and their attributes."""
    tokens, encoding = tokens_of(data)
    for _ in range(chance.randint(1, MOST)):
        found = elements(tokens)
        if found:
            tokens = chance.choice(CHANGES)(tokens, found, chance)
    return bytes_of(tokens, encoding)


def break_tags(data: bytes, chance: Random) -> bytes:
    """Change some tags without heed of the tree, or what the file says of its encoding."""
    tokens, encoding = tokens_of(data)
    for _ in range(chance.randint(1, MOST)):
        at = chance.randrange(len(tokens)) if tokens else 0
        what = chance.randrange(6)
        if what == 0:
            tokens[at : at + 1] = []
        elif what == 1:
            tokens.insert(at, chance.choice(ODD_TAGS))
        elif what == 2 and tokens:
            other = chance.randrange(len(tokens))
            tokens[at], tokens[other] = tokens[other], tokens[at]
        elif what == 3 and tokens:
            cut = chance.randrange(len(tokens[at]) + 1)
            tokens[at] = tokens[at][:cut]
        elif what == 4:
            tokens[at:at] = tokens[at : at + chance.choice((1, 3))]
        elif tokens:
            declared = f'<?xml version="1.0" encoding="{chance.choice(ODD_ENCODINGS)}"?>'
            tokens[0 : tokens[0].startswith("<?xml")] = [declared]
    return bytes_of(tokens, encoding)


def _take_out(tokens: Tokens, found: list[Element], chance: Random) -> Tokens:
    start, end = chance.choice(found)
    return tokens[:start] + tokens[end + 1 :]


def _double(tokens: Tokens, found: list[Element], chance: Random) -> Tokens:
    start, end = chance.choice(found)
    times = chance.choice((1, 1, 2, 100))
    return tokens[: end + 1] + tokens[start : end + 1] * (times if end - start < 100 else 1) + tokens[end + 1 :]


def _copy(tokens: Tokens, found: list[Element], chance: Random) -> Tokens:
    (start, end), (to, _) = chance.choice(found), chance.choice(found)
    return tokens[:to] + tokens[start : end + 1] + tokens[to:]


def _move(tokens: Tokens, found: list[Element], chance: Random) -> Tokens:
    (start, end), (to, _) = chance.choice(found), chance.choice(found)
    if start <= to <= end:
        return tokens
    moved, rest = tokens[start : end + 1], tokens[:start] + tokens[end + 1 :]
    to -= (end + 1 - start) * (to > end)
    return rest[:to] + moved + rest[to:]


def _wrap(tokens: Tokens, found: list[Element], chance: Random) -> Tokens:
    """An element gets another one of the file around it, once or very often."""
    start, end = chance.choice(found)
    tag = tokens[chance.choice(found)[0]].replace("/>", ">")
    name = NAME.match(tag)
    assert name is not None
    deep = chance.choice((1, 1, 1, 3, DEEPEST))
    inside = tokens[start : end + 1]
    return [*tokens[:start], *[tag] * deep, *inside, *[f"</{name[1]}>"] * deep, *tokens[end + 1 :]]


def _unwrap(tokens: Tokens, found: list[Element], chance: Random) -> Tokens:
    start, end = chance.choice(found)
    return tokens[:start] + tokens[start + 1 : end] + tokens[end + 1 :]


def _rename(tokens: Tokens, found: list[Element], chance: Random) -> Tokens:
    start, end = chance.choice(found)
    name = NAME.match(tokens[chance.choice(found)[0]])
    assert name is not None
    for at in {start, end}:
        tokens[at] = NAME.sub(lambda old: old[0][: -len(old[1])] + name[1], tokens[at], count=1)
    return tokens


def _attribute(tokens: Tokens, found: list[Element], chance: Random) -> Tokens:
    """A value becomes that of another attribute of the file, or an odd one; or the attribute goes."""
    having = [start for start, _ in found if ATTRIBUTE.search(tokens[start])]
    if not having:
        return tokens
    at = chance.choice(having)
    old = chance.choice(list(ATTRIBUTE.finditer(tokens[at])))
    other = chance.choice(list(ATTRIBUTE.finditer(tokens[chance.choice(having)])))
    odd = chance.choice(ODD_WORDS).translate({ord(sign): None for sign in '<>&"\0\x1b'})
    new = chance.choice(("", f' {old[1]}="{other[2]}"', f' {old[1]}="{odd}"', f"{old[0]}{other[0]}"))
    tokens[at] = tokens[at][: old.start()] + new + tokens[at][old.end() :]
    return tokens


Change = Callable[[Tokens, list[Element], Random], Tokens]
CHANGES: tuple[Change, ...] = (
    _take_out, _double, _copy, _move, _wrap, _unwrap, _rename, _attribute, _attribute, _attribute,
)  # fmt: skip
