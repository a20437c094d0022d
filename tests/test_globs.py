"""Globs mean what pathspec makes of them, and take no longer for many stars."""

from __future__ import annotations

import random
import time

import pytest
from pathspec import GitIgnoreSpec
from pathspec.patterns.gitignore.spec import GitIgnoreSpecPattern

from reslint.errors import ReslintError
from reslint.sources.globs import matches, usable

SIGNS = ["*", "*", "*", "a", "b", "?", "[ab]", "/", ".", "**/", "-", "\\*", "é"]


def test_they_mean_the_same_as_before() -> None:
    chance = random.Random(7)
    compared = 0
    for _ in range(4000):
        glob = "".join(chance.choice(SIGNS) for _ in range(chance.randint(1, 7)))
        try:
            spec = GitIgnoreSpec([GitIgnoreSpecPattern(glob)], backend="simple")
            usable([glob], "x")
        except (ValueError, ReslintError):
            continue
        for _ in range(8):
            path = "".join(chance.choice("aabb/.-*é") for _ in range(chance.randint(1, 9))).strip("/") or "a"
            assert matches((glob,), path) == spec.match_file(path), (glob, path)
            compared += 1
    assert compared > 10_000


@pytest.mark.parametrize(
    "glob", ["*a" * 30 + "*b", "*?" * 30 + "*b", "*[ab]" * 30 + "*c", "*a**" * 20 + "b", "*é*" * 20 + "b"]
)
def test_many_stars_take_as_long_as_few(glob: str) -> None:
    name = "a" * 250

    def spent(globs: tuple[str, ...]) -> float:
        start = time.process_time()
        for _ in range(50):
            matches(globs, name)
        return time.process_time() - start

    spent(("*a*b",))
    assert not matches((glob,), name)
    assert spent((glob,)) < 200 * spent(("*a*b",))


@pytest.mark.parametrize("glob", ["*[!a]" * 12 + "*b"])
def test_what_could_take_for_ever_is_no_pattern(glob: str) -> None:
    with pytest.raises(ReslintError, match="is no pattern of file names"):
        usable([glob], "exclude")
