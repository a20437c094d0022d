"""Where head words are looked for: in a long text with few figures only before these, and none is missed."""

from __future__ import annotations

from random import Random

import pytest

from reslint.citations import head_words as module
from reslint.citations.head_words import head_words
from reslint.citations.lexicon import Lexicon
from reslint.registry import Registry

REACH = 320
CITED = (
    "Resolution 71 (Rev. Bucharest, 2022)",
    "RESOLUTION 140",
    "Resolutions of the Plenipotentiary Conference: 2, 9 and 102",
    "Res. 21",
    "decision number 5",
    "Opinion A/RES/70/1",
    "resolution\n   of the World Telecommunication Standardization Assembly: 75",
    "R 1332",
)
PROSE = ("the draft was discussed at length", "Resolutions without a number", "no decision was taken", "in 2023")


def _text(chance: Random, pieces: int, every: int) -> str:
    return ". ".join(chance.choice(CITED if chance.random() < 1 / every else PROSE) for _ in range(pieces))


@pytest.mark.parametrize("every", [3, 60, 400])
def test_in_a_long_text_the_same_are_found_as_in_its_parts(registry: Registry, every: int) -> None:
    lexicon = Lexicon(registry, "en")
    chance = Random(every)
    found = 0
    for _ in range(4):
        text = _text(chance, 3_000, every)
        assert len(text) > 2 * module.LONG
        # A short text is looked through whole.
        whole = {
            start + at
            for start in range(0, len(text), module.LONG // 2)
            for at in head_words(text[start : start + module.LONG - 1], lexicon, REACH)
            if at < module.LONG // 2
        }
        assert head_words(text, lexicon, REACH) == sorted(whole)
        found += len(whole)
    assert found > 20


def test_a_long_text_without_figures_has_none(registry: Registry) -> None:
    text = "Resolutions are adopted, revised and abrogated by the conferences of the Union. " * 1_000
    assert head_words(text, Lexicon(registry, "en"), REACH) == []


def test_a_figure_at_the_very_beginning_and_end_is_seen(registry: Registry) -> None:
    text = "Resolution 1 " + "and many more words, " * 2_000 + "Resolution 2"
    assert head_words(text, Lexicon(registry, "en"), REACH) == [0, len(text) - len("Resolution 2")]
