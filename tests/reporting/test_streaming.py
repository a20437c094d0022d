"""JSON that is written as it comes is the JSON that would have been written at once."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from reslint.reporting.streaming import json_pieces

TEXTS = st.text(alphabet=st.sampled_from('a"\\\n\u2028\u0085\x0b é\ud800'), max_size=5)
PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=8,
)


def streamed(value: Any) -> Any:
    """The value with iterators for lists, where they are not in a list that stays one."""
    if isinstance(value, list):
        return iter([streamed(item) for item in value])
    if isinstance(value, dict):
        return {name: streamed(item) for name, item in value.items()}
    return value


@given(PLAIN)
def test_in_pieces_and_at_once_it_is_the_same(value: Any) -> None:
    assert "".join(json_pieces(streamed(value))) == json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def test_nothing_is_asked_for_before_it_is_written() -> None:
    asked: list[int] = []

    def items() -> Any:
        for number in range(3):
            asked.append(number)
            yield number

    pieces = json_pieces({"first": 1, "items": items()})
    while "0" not in next(pieces):
        pass
    assert asked == [0]
