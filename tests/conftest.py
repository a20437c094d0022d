"""What all tests share: a cache of their own, the bundled registry, the real samples where they are."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from reslint import __version__
from reslint.registry import Registry, load

# How long an example takes, or is drawn, says something of the machine, and nothing of reslint.
PATIENT = {"deadline": None, "suppress_health_check": [HealthCheck.too_slow]}
# The same examples in every run, so that a change is to blame for what fails behind it; with
# `--hypothesis-profile=searching` they are others each time.
settings.register_profile("patient", derandomize=True, **PATIENT)
settings.register_profile("searching", **PATIENT)
settings.load_profile("patient")
# What is printed is English, whatever the system of the person who runs the tests speaks.
os.environ["LC_ALL"] = "C.UTF-8"


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Where several processes share the work, files with slow tests come first, so that none is left over at the end.

    The slowest of them are those of Word files, which are last by name.
    """
    if hasattr(config, "workerinput"):
        slow = {path: -at for at, path in enumerate(dict.fromkeys(one.path for one in items if is_slow(one)))}
        items.sort(key=lambda item: slow.get(item.path, 1))


def is_slow(item: pytest.Item) -> bool:
    return item.get_closest_marker("slow") is not None


@pytest.fixture(scope="session", autouse=True)
def own_cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("cache")
    os.environ["RESLINT_CACHE_DIR"] = str(folder)
    return folder


@pytest.fixture(scope="session")
def registry(own_cache: Path) -> Registry:
    assert own_cache.is_dir()
    return load()


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real samples beside the project, or `RESLINT_SHARED`; without it the test is skipped."""
    folder = Path(os.environ.get("RESLINT_SHARED") or Path(__file__).resolve().parents[2] / "shared")
    if not folder.is_dir():
        pytest.skip(f"the real samples are not here ({folder}); RESLINT_SHARED can name their folder")
    return folder


@pytest.fixture(scope="session")
def project_copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository of this project as it stands in the working tree, with one commit, as of the day of its release."""
    root, folder = Path(__file__).resolve().parents[1], tmp_path_factory.mktemp("project")
    ours = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}

    def git(place: Path, *arguments: str) -> str:
        command = ["git", "-C", str(place), "-c", "user.name=a", "-c", "user.email=a@b.example", *arguments]
        return subprocess.run(command, env=ours, check=True, capture_output=True, text=True).stdout

    listed = git(root, "ls-files", "-z", "--cached", "--others", "--exclude-standard")
    for name in filter(None, listed.split("\0")):
        if (root / name).is_file():
            copy = folder / name
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes((root / name).read_bytes())
    changes = folder / "CHANGELOG.md"
    released = changes.read_text("utf-8").replace("## [Unreleased]", f"## [{__version__}] – 2026-01-01", 1)
    changes.write_text(released, "utf-8")
    for arguments in (["init", "--quiet"], ["add", "--all"], ["-c", "commit.gpgsign=false", "commit", "-qm", "all"]):
        git(folder, *arguments)
    return folder


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What users install, made of the working tree."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=Path(__file__).resolve().parents[1], check=True, capture_output=True)
    return next(folder.glob("*.whl"))


SMALL_RULES = Path(__file__).parent / "small_rules"


@dataclass(frozen=True, slots=True)
class Ran:
    """What a call of the command line printed, and its exit status."""

    status: int
    out: str
    err: str
    data: bytes


Reslint = Callable[..., Ran]


@pytest.fixture
def reslint() -> Reslint:
    """Call the command line in this process, with the rules of `tests/small_rules` and only those."""
    from click.testing import CliRunner

    from reslint.commands.group import command

    def call(*arguments: str | Path, stdin: bytes | str | None = None, small: bool = True) -> Ran:
        given = [str(argument) for argument in arguments]
        if small and given and given[0] == "check":
            given[1:1] = ["--rules-dir", str(SMALL_RULES)]
            if "--select" not in given:
                given[1:1] = ["--select", "TST,SUP", "--ignore", "TST003"]
        result = CliRunner().invoke(command, given, input=stdin, catch_exceptions=False)
        own = f"note: runs rules from {SMALL_RULES.as_posix()}\n" if small else ""
        return Ran(result.exit_code, result.stdout, result.stderr.removeprefix(own), result.stdout_bytes)

    return call


@pytest.fixture
def draft(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Path]:
    """Write a file in an empty folder, which is then the current one, and give its path relative to it."""
    monkeypatch.chdir(tmp_path)

    def write(name: str, content: str | bytes) -> Path:
        path = Path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return write


@pytest.fixture
def found_and_mended(draft: Callable[..., Path]) -> Callable[..., None]:
    """That a rule alone finds what is wrong with some words, and mends it."""

    def check(call: Reslint, code: str, wrong: str, right: str) -> None:
        path = draft("a.txt", f"{wrong},\n")
        ran = call("check", "--select", code, "--output-format", "jsonl", path)
        assert [json.loads(line)["code"] for line in ran.out.splitlines()] == [code]
        call("check", "--select", code, "--fix", "--unsafe-fixes", path)
        assert path.read_text("utf-8") == f"{right},\n"

    return check
