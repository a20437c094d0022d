"""What benchmarks make of times: spreads, ratios of the same rounds, targets, and what each part asks of reslint."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks import fresh, meeting, programs, registry, shares, timing
from benchmarks.contributions import EACH, LAST, LENGTH, name, revision, words_of
from benchmarks.table import Row, drawn, missing
from benchmarks.timing import Times
from reslint.linting.basis import Basis
from reslint.linting.linter import Linter
from reslint.linting.settings import Settings
from reslint.plugins.loading import load_plugins
from reslint.registry import load
from reslint.resources import resource


@pytest.fixture(scope="module")
def linter() -> Linter:
    return Linter(Basis(Settings(as_of="2024-10-15"), load_plugins(), load()))


def test_a_time_is_the_middle_of_its_rounds_with_what_lies_around_it() -> None:
    times = Times((0.10, 0.09, 0.20, 0.11, 0.10))
    assert (times.middle, times.shown, times.spread) == (0.10, "100.0 ms", "-10% to +100%")


def test_a_ratio_is_that_of_the_same_rounds() -> None:
    """Where the machine was slow for a round, it was for both."""
    assert Times((2.0, 20.0, 4.0)).to(Times((1.0, 10.0, 2.0))) == 2.0


def test_what_is_left_without_parts_is_never_less_than_nothing() -> None:
    assert Times((3.0, 3.0)).less(Times((1.0, 2.0)), Times((1.0, 2.0))).rounds == (1.0, 0.0)


@pytest.mark.parametrize(
    ("row", "cells"),
    [
        (Row("a", "1 ms", "-1% to +1%").at_most(1.5, 1.5, "× b"), ("1.50 × b", "≤ 1.5", "yes")),
        (Row("a", "1 ms").at_most(1.51, 1.5, "× b"), ("1.51 × b", "≤ 1.5", "no")),
        (Row("a", "1 ms").at_least(1234.5, 2000, "× b"), ("1,234 × b", "≥ 2000", "no")),
    ],
)
def test_a_target_is_held_or_not(row: Row, cells: tuple[str, str, str]) -> None:
    assert row[3:] == cells


def test_the_table_has_a_column_for_spreads() -> None:
    head, _, line = drawn([Row("a", "1 ms", "-1% to +1%")]).splitlines()
    assert [cell.strip() for cell in head.strip("|").split("|")][:4] == ["measure", "value", "spread", "ratio"]
    assert "-1% to +1%" in line


def test_contenders_take_turns() -> None:
    turns: list[str] = []
    names = {name: timing.on(lambda name=name: turns.append(name), lambda _: None) for name in "ab"}
    slow = {name: (lambda take=take: take() + 1.0) for name, take in names.items()}
    took = timing.taken(slow, 2)
    assert turns == ["a", "b"] * 3
    assert [len(times.rounds) for times in took.values()] == [2, 2]


def test_each_name_is_anothers() -> None:
    """Also those of the last contribution, and behind it."""
    numbers = [*range(20_000), *range(LAST * EACH - 100, LAST * EACH + 100)]
    for language in ("en", "zh", "ar"):
        assert len({name(number, language) for number in numbers}) == len(numbers)
        assert len(set(words_of(language).syllables.split())) ** LENGTH > 2 * LAST * EACH


def test_a_linter_that_is_not_there_is_said_to_be_missing() -> None:
    for program in programs.programs():
        assert program.how.endswith("installs it")
    assert missing("beside textlint", "`npm install textlint` installs it").value.startswith("not installed; ")


def test_what_is_kept_of_words_is_counted(linter: Linter) -> None:
    first = fresh.meeting(20)
    text = revision(1, first).encode()
    with meeting.counted() as new:
        linter.check(text, "draft.txt")
    with meeting.counted() as known:
        cited = linter.check(text, "draft.txt").citations
    assert new["paragraph"] < len(cited) / 4
    assert known["paragraph"] > len(cited) * 3 / 4
    assert new.total() < known.total() <= len(cited)


def test_the_parts_of_a_check_are_told(linter: Linter) -> None:
    spent = shares.once(linter, fresh.contribution(), "draft.txt")
    assert set(spent) == {*shares.PARTS, *(rule.code for rule in linter.rules)}
    assert spent["rules"] == pytest.approx(sum(spent[rule.code] for rule in linter.rules))


def test_the_tenfold_registry_is_one(tmp_path: Path) -> None:
    bundled = resource("registry.yaml")
    large = tmp_path / "large.yaml"
    large.write_text(registry.tenfold(bundled.read_text("utf-8")), "utf-8")
    few, many = (sum(1 for _ in load(path).records()) for path in (bundled, large))
    assert many > 9 * few
