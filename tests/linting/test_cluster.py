"""The same folder on a real Dask cluster of two processes, one of which is killed in the middle."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

import reslint as package
from reslint.commands.options import start_run
from reslint.linting.cluster import outcomes_on
from reslint.linting.run import Run

Draft = Callable[..., Path]
HERE = Path(__file__).parent
ROOT = Path(package.__file__).parents[1]
pytestmark = [pytest.mark.slow, pytest.mark.filterwarnings("ignore")]


@pytest.fixture(scope="module")
def cluster() -> Iterator[str]:
    """The address of a cluster that is there already."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), str(HERE)])}
    with subprocess.Popen(
        [sys.executable, str(HERE / "dying.py")],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment,
        text=True,
    ) as started:
        assert started.stdout is not None
        yield started.stdout.readline().strip()
        started.communicate(timeout=120)


@pytest.fixture
def folder(draft: Draft) -> Path:
    for number in range(30):
        draft(
            f"in/{number:02}.txt",
            f"Resolution {100 + number} (Rev. Buchrest, 2022) of the Plenipotentiary Conference\n",
        )
    draft("in/broken.docx", b"no Word file")
    return Path("in").absolute()


def check(folder: str | Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "reslint", "check", str(folder), "--as-of", "2024-01-01", *arguments]
    return subprocess.run(command, capture_output=True, check=False, env={**os.environ, "PYTHONPATH": str(ROOT)})


def test_the_report_is_the_same(cluster: str, folder: Path) -> None:
    here = check(folder, "--output-format", "json", "--jobs", "1", "--no-cache")
    there = check(folder, "--output-format", "json", "--scheduler", cluster)
    assert (there.returncode, there.stdout) == (2, here.stdout)
    assert there.stderr == here.stderr


def test_urls_are_read(cluster: str, folder: Path) -> None:
    ran = check(f"file://{folder}", "--output-format", "concise", "--scheduler", cluster)
    assert ran.stdout.count(b"SPL001") == 30
    assert ran.stdout.startswith(f"file://{folder}/00.txt:1:22: ".encode())
    alone = check(f"file://{folder}", "--output-format", "concise")
    assert alone.stdout == ran.stdout
    missing = check("memory://nothing/here", "--scheduler", cluster)
    assert b"Traceback" not in missing.stderr


def test_no_scheduler_is_one_message(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from reslint.linting import cluster

    monkeypatch.setattr(cluster, "PATIENCE", 1)
    with pytest.raises(package.ReslintError, match="no Dask scheduler answers"):
        next(outcomes_on("tcp://127.0.0.1:9", [str(folder / "00.txt")], Run.outcome, start_run))


def test_a_worker_that_is_killed_costs_no_more_than_its_file(cluster: str, folder: Path, tmp_path: Path) -> None:
    marks = tmp_path / "marks"
    marks.mkdir()
    sys.path.insert(0, str(HERE))
    from dying import dying

    names = [str(folder / f"{number:02}.txt") for number in range(30)]
    results = list(outcomes_on(cluster, names, partial(dying, str(marks)), start_run))
    assert [result.name for result in results] == names
    failed = [result for result in results if result.errors]
    assert [os.path.basename(result.name) for result in failed] == ["17.txt"]
    assert "the cluster could not check it (KilledWorker" in failed[0].errors[0]
    assert all(len(result.findings) >= 1 for result in results if not result.errors)
