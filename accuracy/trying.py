"""Trying: the cases through the command line, as people run it."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import subprocess
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from click.testing import CliRunner, Result

from accuracy.cases import Case
from accuracy.comparing import Outcome, differences, streams
from reslint.commands.group import command

BROKEN = "reslint ended over it"


def tried(cases: Sequence[Case], folder: Path) -> dict[str, list[str]]:
    """In what each case does not hold, by its id; its files are laid out in an empty folder."""
    days = defaultdict(list)
    for case in cases:
        if not case.runs_command:
            days[case.expected["as_of"]].append(case)
    told: dict[str, list[str]] = {}
    for day, of_day in days.items():
        told |= _read(of_day, day, folder / str(day))
    for case in cases:
        if case.runs_command:
            told[case.id] = _run(case, folder / case.id)
    return told


def _read(cases: Sequence[Case], day: str, folder: Path) -> dict[str, list[str]]:
    for case in cases:
        path = folder / "as it is" / case.id / case.expected["name"]
        path.parent.mkdir(parents=True)
        path.write_bytes(case.data())
    citations, findings = defaultdict(list), defaultdict(list)
    judged = ("--as-of", day, "--jobs", "1")
    with _inside(folder / "as it is"):
        for line in _reslint("citations", "--as-of", day, ".").stdout.splitlines():
            read = json.loads(line)
            citations[Path(read["file"]).parent.name].append(read)
        report = json.loads(_reslint("check", *judged, "--output-format", "json", ".").stdout)
    for found in report["findings"]:
        findings[Path(found["file"]).parent.name].append(found)
    failed = {Path(error["file"]).parent.name for error in report["errors"]}
    for name, unsafe in (("fixed", ()), ("fixed unsafely", ("--unsafe-fixes",))):
        shutil.copytree(folder / "as it is", folder / name)
        with _inside(folder / name):
            _reslint("check", *judged, "--fix", *unsafe, ".")
    told = {}
    for case in cases:
        place = Path(case.id, case.expected["name"])
        fixed, unsafely = (
            (folder / name / place).read_bytes().decode("utf-8", "replace") for name in ("fixed", "fixed unsafely")
        )
        outcome = Outcome(citations[case.id], findings[case.id], fixed, unsafely)
        told[case.id] = [BROKEN] if case.id in failed else list(differences(case.expected, outcome))
    return told


def _run(case: Case, folder: Path) -> list[str]:
    setup = case.expected["setup"]
    for name, content in setup["files"].items():
        path = os.path.join(os.fsencode(folder), os.fsencode(name))
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "wb") as out:
            out.write(content.encode())
    if setup.get("git"):
        subprocess.run(["git", "init", "--quiet", "."], cwd=folder, check=True)
    with _inside(folder):
        ran = _reslint(*case.expected["command"])
    return list(streams(case.expected, ran.exit_code, ran.stdout, ran.stderr))


def _reslint(*arguments: str) -> Result:
    return CliRunner().invoke(command, arguments, catch_exceptions=False)


@contextlib.contextmanager
def _inside(folder: Path) -> Iterator[None]:
    before = Path.cwd()
    os.chdir(folder)
    try:
        yield
    finally:
        os.chdir(before)
