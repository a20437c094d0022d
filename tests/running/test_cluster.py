"""The same folder on a real Dask cluster of two processes, one of which is killed in the middle."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import reslint as package
from reslint.commands.starting import start_run
from reslint.running.cluster import Cluster
from reslint.running.jobs import Judging

Draft = Callable[..., Path]
HERE = Path(__file__).parent
ROOT = Path(package.__file__).parents[1]
RULE = '''
from reslint import Example, Mistake, Rule, Severity

class Word(Rule):
    """A word."""

    code = "TST009"
    name = "word"
    severity = Severity.INFO
    examples = (Example("WORD", ("WORD",)),)

    def check(self, page):
        at = page.text.find("WORD")
        if at >= 0:
            yield Mistake(at, at + len("WORD"), "found")
'''
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
    from reslint.running import cluster

    monkeypatch.setattr(cluster, "PATIENCE", 1)
    with pytest.raises(package.ReslintError, match="no Dask scheduler answers"):
        next(start_run().each([str(folder / "00.txt")], Judging(), Cluster("tcp://127.0.0.1:9")))


def test_a_worker_that_is_killed_costs_no_more_than_its_file(cluster: str, folder: Path, tmp_path: Path) -> None:
    marks = tmp_path / "marks"
    marks.mkdir()
    sys.path.insert(0, str(HERE))
    from dying import Dying

    names = [str(folder / f"{number:02}.txt") for number in range(30)]
    results = list(start_run().each(names, Dying(str(marks)), Cluster(cluster)))
    assert [result.name for result in results] == names
    failed = [result for result in results if result.errors]
    assert [os.path.basename(result.name) for result in failed] == ["17.txt"]
    assert "the cluster could not check it (KilledWorker" in failed[0].errors[0]
    assert all(len(result.findings) >= 1 for result in results if not result.errors)


def test_what_a_worker_judged_by_before_does_not_outlive_its_change(cluster: str, folder: Path) -> None:
    """Settings, registry, rules and baseline are those of the day, however long the workers have been there."""

    def found(*arguments: str) -> set[str]:
        ran = check("in", "--output-format", "concise", "--scheduler", cluster, *arguments)
        here = check("in", "--output-format", "concise", "--jobs", "1", "--no-cache", *arguments)
        assert (ran.returncode, ran.stdout, ran.stderr) == (here.returncode, here.stdout, here.stderr)
        return {line.split()[1] for line in ran.stdout.decode().splitlines() if ".txt:" in line}

    settings = folder / "reslint.toml"
    settings.write_text("select = ['NUM']\n")
    assert found() == set()
    settings.write_text("select = ['SPL']\n")
    assert found() == {"SPL001"}
    registry = folder / "registry.yaml"
    registry.write_text("places:\n  Bucharest: {variants: [Buchrestt]}\n")
    assert found("--registry", "in/registry.yaml") == {"SPL001"}
    registry.write_text("places:\n  Bucharest: {variants: [Buchrest]}\n")
    assert found("--registry", "in/registry.yaml") == {"SPL003"}
    rules = folder.parent / "rules"
    rules.mkdir()
    settings.write_text("select = ['TST']\n")
    for word in ("Buchrest", "Resolution"):
        (rules / "tst009_word.py").write_text(RULE.replace("WORD", word))
        ran = check("in", "--output-format", "jsonl", "--scheduler", cluster, "--rules-dir", "rules")
        assert {json.loads(line)["excerpt"] for line in ran.stdout.splitlines()} == {word}
    assert not list(folder.parent.rglob("__pycache__")), "nothing is written into a folder of rules"
    settings.write_text("select = ['SPL']\nbaseline = 'known.json'\n")
    assert check("in", "--write-baseline", "in/known.json").returncode == 2
    assert found() == set()


def test_names_are_found_from_wherever_a_worker_stands(cluster: str, folder: Path) -> None:
    assert Path.cwd() == folder.parent
    there = check("in", "--output-format", "json", "--scheduler", cluster)
    here = check("in", "--output-format", "json", "--jobs", "1", "--no-cache")
    assert (there.returncode, there.stdout, there.stderr) == (2, here.stdout, here.stderr)
    assert [one["file"] for one in json.loads(there.stdout)["files"]][:2] == ["in/00.txt", "in/01.txt"]


def test_no_cache_is_of_a_run_and_not_of_a_worker(cluster: str, folder: Path) -> None:
    sys.path.insert(0, str(HERE))
    from dying import Where

    assert b"SPL001" in check(folder, "--no-cache", "--output-format", "concise", "--scheduler", cluster).stdout
    names = [str(folder / f"{number:02}.txt") for number in range(8)]
    seen = {result.notices for result in start_run().each(names, Where(), Cluster(cluster))}
    assert seen == {(os.environ["RESLINT_CACHE_DIR"],)}
