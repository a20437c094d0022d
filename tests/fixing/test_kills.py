"""A run that mends may be killed at any moment, and two may mend at once: every file is the old or the new one."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

import pytest

Draft = Callable[..., Path]
ROOT = Path(__file__).parents[2]
FILES = 44
OLD = "Resolution 102 (Rev. Buchrest, 2022) of the Plenipotentiary Conference;\n" * 60
NEW = OLD.replace("Buchrest", "Bucharest")
PATIENCE = 60
WORKERS_KILLED = 8
"""So often in one run, which goes on with another worker."""

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="the processes of a run are looked up in /proc"),
]


@pytest.fixture
def folder(draft: Draft) -> Path:
    for number in range(FILES):
        draft(f"in/{number % 4}/{number}.txt", OLD)
    return Path("in")


def mending() -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "reslint", "check", "in", "--fix", "--select", "SPL001", "--jobs", "2"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        start_new_session=True,
    )


def texts(folder: Path) -> set[str]:
    return {path.read_text() for path in folder.rglob("*.txt")}


def members(session: int) -> Iterator[int]:
    """The processes of a session that have not ended."""
    for place in Path("/proc").iterdir():
        if place.name.isdigit():
            try:
                state, _, _, its_session = (place / "stat").read_text().rpartition(")")[2].split()[:4]
            except OSError:
                continue
            if int(its_session) == session and state != "Z":
                yield int(place.name)


def until(true: Callable[[], object]) -> None:
    end = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < end
        time.sleep(0.002)


def kill(run: subprocess.Popen[bytes], whom: str, chance: Random) -> int:
    """Kill a process of a run or all of them, and tell how many were there to be killed."""
    others = [one for one in members(run.pid) if one != run.pid]
    victims = {"parent": [run.pid], "worker": [chance.choice(others)] if others else [], "all": [*others, run.pid]}
    for victim in victims[whom]:
        try:
            os.kill(victim, signal.SIGKILL)
        except ProcessLookupError:
            continue
    return min(len(victims[whom]), 1)


def leftovers(folder: Path) -> list[str]:
    return [path.name for path in folder.rglob(".*")]


def killed_often(folder: Path, times: int, seed: int) -> None:
    """Kill runs at any moment after the first file was mended: the parent, all at once, or a worker several times."""
    chance = Random(seed)
    killed = turn = 0
    while killed < times:
        for path in folder.rglob("*.txt"):
            path.write_text(OLD)
        whom = ("parent", "worker", "all")[turn % 3]
        turn += 1
        lost = 0
        with mending() as run:
            until(lambda: NEW in texts(folder) or run.poll() is not None)
            for _ in range(WORKERS_KILLED if whom == "worker" else 1):
                time.sleep(chance.random() / 16)
                lost += kill(run, whom, chance)
            assert run.stderr is not None
            said = run.stderr.read()
        until(lambda: not list(members(run.pid)))
        killed += lost
        assert b"Traceback" not in said, said
        assert texts(folder) <= {OLD, NEW}, whom
        assert len(list(folder.rglob("*.txt"))) == FILES
        if whom == "worker":
            assert run.returncode in (0, 1, 2)
            assert sum(path.read_text() == OLD for path in folder.rglob("*.txt")) <= lost, "a worker costs its file"


def finish(folder: Path) -> None:
    """A run that is left alone mends the rest, and removes what those before it left."""
    for path in folder.rglob("*.txt"):
        path.write_text(OLD)
    with mending() as run:
        run.communicate(timeout=PATIENCE)
    assert (texts(folder), leftovers(folder)) == ({NEW}, [])


def test_a_run_that_is_killed_leaves_no_half_of_a_file(folder: Path) -> None:
    killed_often(folder, 20, 1)
    finish(folder)


@pytest.mark.thorough
def test_the_same_two_hundred_times(folder: Path) -> None:
    killed_often(folder, 200, 2)
    finish(folder)


def test_two_runs_that_mend_one_folder_lose_nothing(folder: Path) -> None:
    for _ in range(3):
        for path in folder.rglob("*.txt"):
            path.write_text(OLD)
        runs = [mending(), mending()]
        for run in runs:
            _, said = run.communicate(timeout=PATIENCE)
            errors = [line for line in said.decode().splitlines() if line.startswith("error:")]
            assert all(
                line.endswith("the file changed meanwhile, so nothing was mended; check it again") for line in errors
            )
        assert (texts(folder), leftovers(folder)) == ({NEW}, [])
