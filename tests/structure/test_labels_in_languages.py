"""Labels in the letters of other scripts count as Latin ones do; what was inserted later disturbs no list."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from reslint.structure.labels import counter, meanings, relabelled
from reslint.structure.model import LabelStyle

HEADS = {
    "fr": "RÉSOLUTION 75 (Rév. Genève, 2022)\n\nconsidérant\n\n",
    "es": "RESOLUCIÓN 75 (Rev. Ginebra, 2022)\n\nconsiderando\n\n",
    "ru": "РЕЗОЛЮЦИЯ 75 (Пересм. Женева, 2022 г.)\n\nучитывая,\n\n",
    "ar": "القرار 75 (المراجَع في جنيف، 2022)\n\nإذ تضع في اعتبارها\n\n",
}
ITEMS = {
    "fr": ("que les réseaux croissent;", "que le monde est grand;", "que les pays en ont besoin,"),
    "es": ("que las redes crecen;", "que el mundo es grande;", "que los países las necesitan,"),
    "ru": ("что сети растут;", "что мир большой;", "что страны нуждаются в них,"),
    "ar": ("أن الشبكات تنمو؛", "أن العالم كبير؛", "أن البلدان تحتاج إليها،"),
}


def draft_of(lang: str, labels: str, apart: str = "\t") -> str:
    """A resolution whose clause has these labels, which "|" parts."""
    first, middle, last = ITEMS[lang]
    written = labels.split("|")
    words = [first, *[middle] * (len(written) - 2), last]
    return HEADS[lang] + "\n\n".join(f"{label}{apart}{said}" for label, said in zip(written, words, strict=True)) + "\n"


@pytest.fixture
def found(reslint: Callable[..., Any], draft: Callable[..., Path]) -> Callable[..., list[str]]:
    """The findings of list rules, each with the words it is about; `fix` mends what can be mended."""

    def call(text: str, *, fix: str = "") -> list[str]:
        path = draft("a.txt", text)
        given = ("--as-of", "2023-12-31", "--select", "NUM")
        ran = reslint("check", *given, "--output-format", "concise", path, small=False)
        if fix:
            reslint("check", *given, "--fix", "--unsafe-fixes", path, small=False)
            assert path.read_text("utf-8") == fix
        return [line.split()[1] for line in ran.out.splitlines() if line.startswith("a.txt")]

    return call


@pytest.mark.parametrize(
    ("lang", "wrong", "right"),
    [
        ("ru", "а)|б)|г)", "а)|б)|в)"),
        ("ru", "А)|Б)|Г)", "А)|Б)|В)"),
        ("ar", "أ)|ب)|د)", "أ)|ب)|ج)"),
        ("ar", "أ )|ب )|د )", "أ )|ب )|ج )"),
        ("ar", "(أ)|(ب)|(د)", "(أ)|(ب)|(ج)"),
        ("ar", "(أ|(ب|(د", "(أ|(ب|(ج"),
        ("ar", "(1|(2|(4", "(1|(2|(3"),
    ],
)
def test_a_gap_is_found_and_mended(found: Callable[..., list[str]], lang: str, wrong: str, right: str) -> None:
    assert found(draft_of(lang, wrong), fix=draft_of(lang, right)) == ["NUM002"]
    assert found(draft_of(lang, right)) == []


@pytest.mark.parametrize(
    ("lang", "labels", "code"),
    [("ru", "а)|б)|б)", "NUM001"), ("ar", "أ)|ب)|ب)", "NUM001"), ("ru", "а)|в)|б)|г)", "NUM003")],
)
def test_what_is_out_of_order_is_found(found: Callable[..., list[str]], lang: str, labels: str, code: str) -> None:
    assert found(draft_of(lang, labels)) == [code]


@pytest.mark.parametrize("lang", ["fr", "es"])
@pytest.mark.parametrize(
    "labels", ["a)|abis)|b)|c)", "a)|a bis)|a ter)|b)|c)", "1|1bis|2|3", "1|1 bis|1 ter|2|3", "1)|1bis)|2)"]
)
def test_an_item_inserted_later_leaves_the_others_in_order(
    found: Callable[..., list[str]], lang: str, labels: str
) -> None:
    assert found(draft_of(lang, labels)) == []


def test_letters_are_told_by_their_script() -> None:
    assert [(one.style, one.value) for one in meanings("в")] == [(LabelStyle.CYRILLIC, 3)]
    assert [(one.style, one.value) for one in meanings("ج")] == [(LabelStyle.ABJAD, 3)]
    assert {one.style for one in meanings("b")} == {LabelStyle.ALPHABETIC}
    assert counter(LabelStyle.ABJAD, 5) == "ه"
    assert relabelled("( أ)", LabelStyle.ABJAD, 2) == "( ب)"
