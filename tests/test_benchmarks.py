"""Two commits beside each other: what is called slower, and the table that says it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import reslint
from benchmarks.contributions import contribution
from benchmarks.spread import spread

ONE = [1.0] * 10


def against(project: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    command = [sys.executable, "-m", "benchmarks", "--against", *arguments]
    return subprocess.run(command, cwd=project, env=environment, capture_output=True, encoding="utf-8", check=False)


def cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip("|").split("|")]


def test_a_row_a_measure_and_nothing_is_left_behind(project_copy: Path) -> None:
    rows = ("start, one contribution", "2,000 numbers in one list")
    ran = against(project_copy, "HEAD", "--turns", "2", *(word for row in rows for word in ("--only", row)))
    assert (ran.returncode, ran.stderr) == (0, "")
    first, _, head, _, *table = ran.stdout.splitlines()
    assert "HEAD and the working tree, 2 turns, bound 3%" in first
    assert cells(head) == ["measure", "before", "now", "ratio", "interval", "verdict"]
    assert [cells(line)[0] for line in table] == list(rows)
    for line in table:
        _, before, now, ratio, interval, verdict = cells(line)
        assert before.endswith("s")
        assert now.endswith("s")
        low, high = map(float, interval.split(" to "))
        assert 0 < low <= float(ratio) <= high
        assert verdict == "too few turns"
    git = ["git", "-C", str(project_copy)]
    assert subprocess.check_output([*git, "worktree", "list"]).count(b"\n") == 1
    assert subprocess.check_output([*git, "status", "--porcelain"]) == b""


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (
            ["nowhere", "--only", "start"],
            "--against: nowhere cannot be had (",
        ),
        (["HEAD", "--only", "coffee"], "--only: no row has these words in its name; the rows are: start, small file; "),
        (["HEAD", "--turns", "0"], "--turns: 0 is none; give 10 or more"),
    ],
)
def test_what_cannot_be_compared_is_said(project_copy: Path, arguments: list[str], said: str) -> None:
    ran = against(project_copy, *arguments)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert said in ran.stderr


@pytest.mark.parametrize(
    ("now", "verdict"),
    [
        ([1.05] * 10, "slower"),
        ([1.02] * 10, "as before"),
        ([0.9] * 10, "faster"),
        ([1.05] * 8 + [1.0, 1.0], "as before"),
        ([1.05] * 9 + [1.0], "slower"),
        ([0.5, *[1.05] * 8, 9.0], "slower"),
        ([0.9, 1.2] * 5, "as before"),
    ],
)
def test_slower_is_what_is_slower_in_almost_every_turn(now: list[float], verdict: str) -> None:
    assert spread(ONE, now).verdict(0.03) == verdict


def test_the_interval_leaves_out_one_of_ten_at_each_end() -> None:
    found = spread(ONE, [1.3, 1.1, 1.2, 1.4, 1.5, 1.6, 1.7, 1.8, 1.9, 2.0])
    assert (found.low, found.ratio, found.high) == (1.2, 1.55, 1.9)


def test_pairs_of_a_turn_are_compared() -> None:
    """When the machine is slow for a while, it is slow for both."""
    slow_for_a_while = [1.0, 5.0, 1.0, 4.0, 3.0, 1.0, 2.0, 1.0, 1.0, 1.0]
    assert spread(slow_for_a_while, [value * 1.1 for value in slow_for_a_while]).verdict(0.03) == "slower"


def test_five_turns_may_all_happen_to_be_slower() -> None:
    assert spread([1.0] * 5, [2.0] * 5).verdict(0.03) == "too few turns"
    assert spread([1.0] * 6, [2.0] * 6).verdict(0.03) == "slower"


@pytest.mark.parametrize("language", ["fr", "es", "ru", "zh", "ar"])
def test_the_contributions_of_all_languages_cite_the_same(language: str) -> None:
    def cited(language: str) -> list[tuple[str | None, str]]:
        result = reslint.lint_text(contribution(7, language), as_of="2024-10-15")
        return [(one.body, one.number) for one in result.citations]

    assert cited(language) == cited("en")
