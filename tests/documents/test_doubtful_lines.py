"""Which lines are looked at: all those that may go on with the one above them."""

from __future__ import annotations

from random import Random

from reslint.documents.going_on import doubtful_starts, may_go_on
from reslint.documents.text import paragraphs_of
from reslint.documents.wrapping import continues

PIECES = (
    *("Resolution 71", "133", "(Rev. Dubai, 2018", "2018)", "(Dubai, 2018)", "(", "[", ")", "]", "]:", ") and the"),
    *("of the", " the Conference", "ITU-", "R", "A", "C", "word", "and", "2008-", "\u00ad", "x\u00a0", "\u00b2", "*"),
    *(", and", ",", ".", ";", ":", " ", "\t", "> ", "word " * 25),
)


def _line(chance: Random) -> str:
    return "".join(chance.choice(PIECES) + chance.choice(("", " ")) for _ in range(chance.randint(0, 6)))


def test_every_line_that_may_go_on_with_the_one_above_is_looked_at() -> None:
    chance = Random(20)
    going_on = 0
    for _ in range(2_000):
        lines = [_line(chance) for _ in range(chance.randint(1, 8))]
        found = doubtful_starts("\n".join(lines))
        start = 0
        for above, line in zip(["", *lines], lines, strict=False):
            if above and line and may_go_on(above, line):
                going_on += 1
                assert start in found, (above, line)
            start += len(line) + 1
    assert going_on > 500


def test_lines_of_prose_are_not_looked_at() -> None:
    text = "The Council met in June.\nIt decided much, and\nsaid why (see the annex).\nAll agreed;\nnone left\n"
    assert doubtful_starts(text) == {len(text)}


def test_a_line_of_many_parentheses_is_read_once() -> None:
    # Where each looked for the end of its line, this would take a minute.
    assert doubtful_starts("(" * 300_000 + "\n") == {300_001}


def test_a_line_goes_on_with_the_one_above_it_in_any_text() -> None:
    chance = Random(30)
    going_on = 0
    for _ in range(10_000):
        above, line = _line(chance), _line(chance)
        # A text with a long line is filled to no width.
        text = "\n".join(("word " * 25, "", above, line, "", "Last."))
        first = text.index("\n") + 2
        second = first + len(above) + 1
        place = (second, second + len(line), "\n")
        alike = (
            bool(above and line)
            and may_go_on(above, line)
            and continues(text, [(first, second - 1, "\n")], place, None)
        )
        going_on += alike
        for _ in range(2):
            paragraphs = list(paragraphs_of(text))
            assert (len(paragraphs) == 5) is alike, (above, line)
    assert going_on > 100
