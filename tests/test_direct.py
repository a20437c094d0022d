"""Common calls of `check` are read without click, and as click reads them."""

from __future__ import annotations

import itertools
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import click
import pytest

from reslint.commands.asked import Asked
from reslint.commands.check import command as check
from reslint.commands.direct import FLAGS, REPEATED, SINGLE, directly
from reslint.commands.ordered import ORDER

STANDARD = """
    abc array binascii bisect builtins codecs collections contextlib contextvars copyreg datetime difflib
    encodings enum errno fcntl fnmatch functools gc genericpath glob heapq importlib io ipaddress itertools json
    keyword marshal math nt ntpath operator os pathlib posix posixpath re reprlib site sitecustomize stat sys time
    types typing unicodedata urllib warnings weakref winreg zipimport zlib
"""
"""What the shortest run takes of the standard library, and all that it takes besides its own modules."""
UNWANTED = ("commands.group", "commands.check", "commands.options", "plugins.hooks", "registry.checking", "fixing")

VALUES = {"--fail-on": "warning", "--as-of": "2024-10-15", "--output-format": "json"}
DRAFT = "Resolution 139 (Rev. Dubai, 2018) of the Plenipotentiary Conference\n"


def by_click(*args: str) -> tuple[Asked, dict[str, Any]]:
    ctx = check.make_context("check", list(args))
    given = {name: value for name, value in ctx.params.items() if value not in (None, False, ())}
    own = {name: given.pop(name) for name in Asked._fields if name in given}
    return Asked(order=ctx.meta[ORDER], **own), given


def option(name: str) -> list[str]:
    return [name] if name in FLAGS else [name, VALUES.get(name, "NUM")]


@pytest.mark.parametrize("pair", list(itertools.product([*FLAGS, *REPEATED, *SINGLE], repeat=2)), ids=" ".join)
def test_what_is_read_directly_is_read_as_click_reads_it(pair: tuple[str, str]) -> None:
    first, second = map(option, pair)
    for args in (["a.txt", *first, "b.docx", *second], [*first, *second, "-"], [*first, *second]):
        asked, options = by_click(*args)
        assert directly(["check", *args]) == (asked, options)


def test_a_draft_alone_is_checked() -> None:
    assert directly(["./drafts"]) == (Asked(paths=("./drafts",)), {})
    assert directly(["check"]) == (Asked(), {})


@pytest.mark.parametrize(
    "args",
    [
        [],
        ["--help"],
        ["rules"],
        ["nowhere"],
        ["check", "--help"],
        ["check", "--", "-odd.txt"],
        ["check", "--fail-on", "grave"],
        ["check", "--fail-on=error"],
        ["check", "--select"],
        ["check", "--select", "--fix"],
        ["check", "-qx"],
        ["check", "--jobs", "2"],
        ["check", "--no-unsafe-fixes"],
        ["check", "--selekt", "NUM"],
    ],
)
def test_everything_else_is_left_to_click(args: list[str]) -> None:
    assert directly(args) is None


def test_every_option_keeps_its_default() -> None:
    assert by_click() == (Asked(), {})
    names = {parameter.name for parameter in check.params}
    assert set(Asked._fields) - names == {"order"}
    assert all(isinstance(parameter, click.Parameter) for parameter in check.params)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("args", "status", "err"),
    [
        (["check", "a.txt"], 1, "as of "),
        (["check", "a.txt", "--quiet", "--output-format", "concise"], 1, ""),
        (["a.txt", "--exit-zero"], 0, "as of "),
        (["check", "nowhere.txt"], 2, "error: nowhere.txt: "),
        (["check", "a.txt", "--as-of", "yesterdy"], 2, "error: "),
        (["check", "a.txt", "--select", "XYZ"], 2, "error: command line: unknown rule 'XYZ'"),
    ],
)
def test_a_call_ends_the_same_with_and_without_click(args: list[str], status: int, err: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(DRAFT)
    by_both = []
    for way in ("from reslint.cli import main; main()", "from reslint import cli; cli.directly = id; cli.main()"):
        way = way.replace("directly = id", "directly = lambda _: None")
        command = [sys.executable, "-c", way, *args]
        environment = {**os.environ, "RESLINT_CACHE_DIR": str(tmp_path / "cache")}
        ran = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, env=environment)
        by_both.append((ran.returncode, ran.stdout, ran.stderr))
    assert by_both[0] == by_both[1]
    assert by_both[0][0] == status
    assert by_both[0][2].startswith(err)


@pytest.mark.slow
def test_a_plain_check_imports_only_what_it_needs(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(DRAFT)
    code = (
        "import sys\nfrom reslint.cli import main\ntry: main()\nfinally: print(*sys.modules, file=open('modules', 'w'))"
    )
    environment = {**os.environ, "RESLINT_CACHE_DIR": str(tmp_path / "cache")}
    for _ in range(2):
        ran = subprocess.run([sys.executable, "-c", code, "check", "a.txt"], cwd=tmp_path, env=environment)
        assert ran.returncode == 1
    loaded = set((tmp_path / "modules").read_text().split())
    ours = {name for name in loaded if name.partition(".")[0] == "reslint"}
    others = {name.partition(".")[0] for name in loaded - ours if not name.startswith("_")}
    assert others - set(STANDARD.split()) == set()
    assert not ours & {f"reslint.{name}" for name in UNWANTED}
    assert sum(name.startswith("reslint.rules.") for name in ours) + 170 > len(ours)
