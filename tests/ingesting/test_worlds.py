"""Whatever was adopted: the official texts of it make a registry that knows just that, in whatever order."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest
import worlds

from reslint.ingesting.learning import Learnt
from reslint.registry import Registry
from reslint.registry.reading import read

pytestmark = pytest.mark.slow

Teach = Callable[..., Learnt]
DAY = "2026-11-23"


@pytest.mark.parametrize("seed", range(12))
def test_the_texts_of_a_world_make_its_registry(empty: bytes, teach: Teach, registry: Registry, seed: int) -> None:
    rng = random.Random(seed)
    known = worlds.texts(registry, rng, 25)
    texts = worlds.files(known, rng, DAY)
    learnt = teach(empty, texts)
    assert learnt.doubts == ()
    records = read(learnt.after, "registry").data["resolutions"]
    assert records == {text.key: text.record() for text in known}
    assert teach(learnt.after, texts).after == learnt.after
    order = list(texts)
    for _ in range(2):
        rng.shuffle(order)
        content = empty
        middle = rng.randrange(len(order))
        for some in (order[:middle], order[middle:]):
            content = teach(content, {name: texts[name] for name in some}).after
        assert content == learnt.after
    rng.shuffle(order)
    content = empty
    for name in order:
        content = teach(content, {name: texts[name]}).after
    assert content == learnt.after


def test_a_volume_of_five_hundred_pages(empty: bytes, teach: Teach, registry: Registry) -> None:
    """Every text once, whole or not, behind a table of contents that names them all."""
    rng = random.Random(500)
    known = [text for text in worlds.texts(registry, rng, 250) if text.body != "COUNCIL"]
    contents = ["Table of contents"]
    lines: list[str] = []
    for text in known:
        text.abrogated_by = None
        last = len(text.editions) - 1
        contents.append(f"{text.heading(last)} – {text.titles[last]} ........ {len(lines)}")
        text.titles = [text.titles[last]] * len(text.editions)
        text.sources = []
        lines += text.text(last, rng, 45)
    volume = "\n\n".join([*contents, *lines]) + "\n"
    assert len(volume) > 500 * 1800, "a page has some 1,800 characters"
    learnt = teach(empty, {"final-acts.txt": volume})
    assert learnt.doubts == ()
    records = read(learnt.after, "registry").data["resolutions"]
    assert set(records) == {text.key for text in known}
    for text in known:
        expected = text.record()
        record = records[text.key]
        assert len(record.pop("sources")) == 1
        assert record["title_of"] == text.editions[-1].key
        for name in ("editions", "status", "checked", "title"):
            assert record[name] == expected[name]
        assert record["complete"] is True
    assert teach(learnt.after, {"final-acts.txt": volume}).after == learnt.after
