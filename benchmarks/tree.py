"""One of two trees that are compared: its command line, its functions and its server, each with the tree's own cache.

Nothing of reslint is known here but the command line and the names of the public interface: what lies behind them may
be called otherwise in the other tree.
"""

from __future__ import annotations

import json
import os
import resource
import shutil
import subprocess
import sys
from enum import Enum
from pathlib import Path
from time import perf_counter
from typing import NamedTuple

from benchmarks.contributions import LAST, contribution

DAY = ("--as-of", "2024-10-15")
DRAFT = "Resolution 71 (Rev. Dubai, 2018) of the Plenipotentiary Conference\n"
OTHER = LAST - 1
"""The number of a contribution that no row is measured with."""
WHERE = "import reslint; print(reslint.__file__)"
# What `resource` gives for the memory of a child would count that of its parent too.
PEAK = """
import runpy, sys
try:
    runpy.run_module("reslint", run_name="__main__", alter_sys=True)
finally:
    status = open("/proc/self/status").read().split()
    print(status[status.index("VmHWM:") + 1], file=sys.stderr)
"""


class CannotRunError(Exception):
    """This tree cannot do what is measured."""


class Cache(Enum):
    """What a command finds in its cache."""

    EMPTY = "nothing"
    WARM = "grammar, registry and compiled patterns, as after runs on other drafts"
    KEPT = "what the runs before have left"


class Spent(NamedTuple):
    """Seconds that a command took: of the processor, with all processes it waited for, and of the clock."""

    processor: float
    clock: float


class Tree:
    """A tree at `root`; `folder` holds its caches, and is where its commands run."""

    def __init__(self, root: Path, folder: Path) -> None:
        self._root = root
        self.folder = folder
        self._worker: subprocess.Popen[str] | None = None
        ours = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "RESLINT"))}
        self.environment = {**ours, "PYTHONPATH": str(root), "RESLINT_CACHE_DIR": str(folder / "cache")}
        folder.mkdir()
        self._make_warm()

    def check(self, path: Path, *arguments: str, cache: Cache = Cache.WARM) -> Spent:
        """What `reslint check` takes; it prints little."""
        return self.command("check", str(path), *DAY, "--output-format", "concise", *arguments, cache=cache)

    def command(self, *arguments: str, cache: Cache = Cache.WARM) -> Spent:
        """What a command takes, from its start to its end."""
        self._set(cache)
        before, start = _of_children(), perf_counter()
        self._run(["-m", "reslint", *arguments])
        return Spent(_of_children() - before, perf_counter() - start)

    def peak(self, path: Path) -> float:
        """The most memory that a check of a file holds, in MB."""
        self._set(Cache.WARM)
        ran = self._run(["-c", PEAK, "check", str(path), *DAY, "--output-format", "concise"])
        return int(ran.stderr.split()[-1]) / 1024

    def call(self, kind: str, path: Path) -> float:
        """The seconds of the processor for a file, in a process that has judged before."""
        self._set(Cache.WARM)
        if self._worker is None:
            self._worker = self._started()
            self._asked("text", self.folder / "first.txt")
        return self._asked(kind, path)

    def rest(self) -> None:
        """End the process that judges; the next call starts another."""
        if self._worker is not None:
            self._worker.communicate()
            self._worker = None

    def _make_warm(self) -> None:
        where = self._run(["-c", WHERE]).stdout.strip()
        if not Path(where).resolve().is_relative_to(self._root.resolve()):
            raise CannotRunError(f"Python takes reslint from {where}")
        (self.folder / "first.txt").write_text(DRAFT, "utf-8")
        (self.folder / "second.txt").write_text(contribution(OTHER), "utf-8")
        self.check(self.folder / "first.txt", cache=Cache.EMPTY)
        self.check(self.folder / "second.txt", cache=Cache.KEPT)
        shutil.copytree(self.folder / "cache", self.folder / "warm")

    def _set(self, cache: Cache) -> None:
        if cache is Cache.KEPT:
            return
        shutil.rmtree(self.folder / "cache", ignore_errors=True)
        if cache is Cache.WARM:
            shutil.copytree(self.folder / "warm", self.folder / "cache")

    def _run(self, arguments: list[str]) -> subprocess.CompletedProcess[str]:
        """A Python that has this tree on its path. Findings, status 1, are as good as none."""
        ran = subprocess.run(
            [sys.executable, *arguments],
            cwd=self.folder,
            env=self.environment,
            check=False,
            capture_output=True,
            stdin=subprocess.DEVNULL,
            encoding="utf-8",
        )
        if ran.returncode not in (0, 1) or "Traceback" in ran.stderr:
            raise CannotRunError(_last(ran.stderr) or f"exit status {ran.returncode}")
        return ran

    def _started(self) -> subprocess.Popen[str]:
        # Without -P, the folder of the script would come before the tree.
        return subprocess.Popen(
            [sys.executable, "-P", str(Path(__file__).with_name("inside.py"))],
            cwd=self.folder,
            env=self.environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            encoding="utf-8",
        )

    def _asked(self, kind: str, path: Path) -> float:
        assert self._worker is not None
        assert self._worker.stdin is not None
        assert self._worker.stdout is not None
        question = json.dumps({"kind": kind, "path": str(path)})
        try:
            self._worker.stdin.write(f"{question}\n")
            self._worker.stdin.flush()
            answer = json.loads(self._worker.stdout.readline() or "{}")
        except BrokenPipeError:
            answer = {}
        if "seconds" in answer:
            return float(answer["seconds"])
        self.rest()
        raise CannotRunError(answer.get("error", "the process ended"))


def _of_children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _last(text: str) -> str:
    return text.strip().splitlines()[-1] if text.strip() else ""
