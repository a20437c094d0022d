"""What reslint promises of the files that are no drafts, by its command line: settings, registries, archives …"""

from __future__ import annotations

import contextlib
import json
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

from click.testing import CliRunner, Result

from fuzz.inputs import Input, corpus
from fuzz.promises import AS_OF, Outcome, blamed
from reslint.commands.group import command

JSON = ("--output-format", "json", "--jobs", "1", "--no-cache")
CHECK = ("check", "draft.txt", *JSON)
ON_A_DAY = (*CHECK, "--as-of", AS_OF)
COMMANDS = {
    "archive": (("check", "drafts.zip", *JSON, "--as-of", AS_OF),),
    "baseline": ((*ON_A_DAY, "--baseline", "baseline.json"),),
    "catalogue": ((*ON_A_DAY, "--registry", "own.tsv"), ("registry", "check", "own.tsv")),
    "list": (ON_A_DAY, ("registry", "ingest", "list.csv", "--registry", "new.tsv")),
    "overlay": ((*ON_A_DAY, "--registry", "registry.yaml", "--registry", "overlay.yaml"),),
    "pyproject": (CHECK,),
    "registry": ((*ON_A_DAY, "--registry", "registry.yaml"), ("registry", "check", "registry.yaml")),
    "settings": (CHECK, ("check", "draft.txt", "--config", "reslint.toml", "--fix", "--diff")),
    "side": (ON_A_DAY,),
}
"""By the reader of an input, the commands that are run in a folder where it lies beside the files of BESIDE."""
BESIDE = {"draft.txt": "text", "registry.yaml": "registry", "overlay.yaml": "overlay", "baseline.json": "baseline"}
"""Names of files, and the readers whose first file of the corpus they are."""


def ran(given: Input) -> Outcome:
    """Run the commands for an input in a folder of its own."""
    broken: list[str] = []
    with tempfile.TemporaryDirectory() as folder, _inside(folder):
        for name, reader in BESIDE.items():
            Path(name).write_bytes(corpus(reader)[0])
        Path(given.file).write_bytes(given.data)
        there = sorted(os.listdir())
        results = [
            CliRunner().invoke(command, arguments, catch_exceptions=False) for arguments in COMMANDS[given.reader]
        ]
        for arguments, result in zip(COMMANDS[given.reader], results, strict=True):
            broken += [f"{' '.join(arguments)}: {line}" for line in _broken(given, result)]
        if sorted(os.listdir()) != there:
            broken.append(f"files came or went: {there} are {sorted(os.listdir())}")
    findings = _report(results[0]).get("findings", ())
    return Outcome(results[0].exit_code != 2, len(findings), broken=tuple(broken))


def _broken(given: Input, result: Result) -> Iterator[str]:
    if result.exit_code not in (0, 1, 2):
        yield f"ends with {result.exit_code}"
    errors = [line for line in result.stderr.splitlines() if line.startswith("error: ")]
    if result.exit_code == 2 and not errors and not _report(result).get("errors"):
        yield f"ends with 2 and says no error, but {result.stderr!r}"
    yield from blamed(result.stderr.splitlines())
    yield from blamed(error["message"] for error in _report(result).get("errors", ()))
    if len(errors) > 1 and given.reader not in ("archive", "side"):
        yield f"says one fault in {len(errors)} lines: {errors}"


def _report(result: Result) -> dict[str, list[dict[str, str]]]:
    if not result.stdout.startswith("{"):
        return {}
    report: dict[str, list[dict[str, str]]] = json.loads(result.stdout)
    return report


@contextlib.contextmanager
def _inside(folder: str) -> Iterator[None]:
    before = os.getcwd()
    os.chdir(folder)
    try:
        yield
    finally:
        os.chdir(before)
