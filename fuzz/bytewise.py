"""Mutations of bytes, for which a file is nothing but bytes."""

from __future__ import annotations

from random import Random

from fuzz.chance import ODD_WORDS, stretch

MOST = 6
ENCODINGS = ("utf-8", "utf-16", "utf-16-le", "utf-16-be", "utf-8-sig", "cp1252", "latin-1")


def mutate(data: bytes, chance: Random) -> bytes:
    """Change some bytes: flip, put in, take out, double, move, cut off; or encode the whole otherwise."""
    if chance.random() < 0.05:
        return _otherwise(data, chance)
    changed = bytearray(data)
    for _ in range(chance.randint(1, MOST)):
        chance.choice(CHANGES)(changed, chance)
    return bytes(changed)


def _flip(data: bytearray, chance: Random) -> None:
    if data:
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)


def _odd_byte(data: bytearray, chance: Random) -> None:
    data[stretch(len(data), chance, 4)] = bytes([chance.choice((0, 9, 10, 13, 26, 27, 34, 60, 62, 128, 160, 254, 255))])


def _odd_word(data: bytearray, chance: Random) -> None:
    data[stretch(len(data), chance, 8)] = chance.choice(ODD_WORDS).encode("utf-8", "surrogatepass")


def _random(data: bytearray, chance: Random) -> None:
    data[stretch(len(data), chance)] = chance.randbytes(chance.randint(1, 16))


def _take_out(data: bytearray, chance: Random) -> None:
    del data[stretch(len(data), chance, max(len(data) // 4, 1))]


def _double(data: bytearray, chance: Random) -> None:
    piece = data[stretch(len(data), chance, 200)]
    at = chance.randint(0, len(data))
    data[at:at] = piece * chance.choice((1, 2, 50))


def _cut_off(data: bytearray, chance: Random) -> None:
    del data[chance.randint(0, len(data)) :]


def _count(data: bytearray, chance: Random) -> None:
    """A number in the file becomes another, as lengths and offsets of binary formats are."""
    size = chance.choice((1, 2, 4))
    at = chance.randint(0, max(len(data) - size, 0))
    number = chance.choice((0, 1, 0x7F, 0xFF, 0x7FFF, 0xFFFF, 0x7FFFFFFF, 0xFFFFFFFF)) & ((1 << 8 * size) - 1)
    data[at : at + size] = number.to_bytes(size, "little")


CHANGES = (_flip, _flip, _odd_byte, _odd_word, _random, _take_out, _double, _cut_off, _count)


def _otherwise(data: bytes, chance: Random) -> bytes:
    text = data.decode("utf-8", "replace")
    return text.encode(chance.choice(ENCODINGS), "replace")
