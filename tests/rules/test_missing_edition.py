"""What is cited without its edition gets one where it is only an edition that is put in."""

from __future__ import annotations

import pytest

from reslint import fix
from reslint.linting.settings import Settings
from reslint.plugins.rule_table import Selection

ASKED = Settings(selections=(Selection("test", select=("REF005",)),))


def mended(draft: str) -> str:
    made = fix(draft.encode(), "draft.txt", unsafe=True, as_of="2024-10-15", settings=ASKED)
    assert made.result.errors == ()
    return made.data.decode()


@pytest.mark.parametrize(
    ("draft", "right"),
    [
        (
            "as the Plenipotentiary Conference says in Resolution 71, which stands,\n",
            "as the Plenipotentiary Conference says in Resolution 71 (Rev. Bucharest, 2022), which stands,\n",
        ),
        (
            "国际电联全权代表大会第71号决议指出。\n",
            "国际电联全权代表大会第71号决议 (2022年，布加勒斯特，修订版)指出。\n",
        ),
    ],
)
def test_the_last_edition_is_put_behind_the_text(draft: str, right: str) -> None:
    assert mended(draft) == right


@pytest.mark.parametrize("draft", ["as Resolution ITU-R 27 has it,\n", "号：RA-27 号决议与 A/57/270 B。\n"])
def test_where_the_number_tells_the_edition_the_number_is_left_alone(draft: str) -> None:
    assert mended(draft) == draft
