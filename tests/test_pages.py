"""The pages for people: every command of them works, typed in a fresh folder from the first line on."""

from __future__ import annotations

import importlib
import os
import re
import shlex
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

import reslint
from reslint.resources import mount

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parents[1]
mount(ROOT / "docs", "docs")
windows = importlib.import_module("docs.windows")
pages = importlib.import_module("docs.pages")

PERSONS = ("delegate", "secretariat", "git", "conference", "plugins", "python")
COMMANDS = [
    ROOT / "README.md",
    *sorted((ROOT / "docs").glob("*.md")),
    *sorted((ROOT / "editors").glob("*/README.md")),
]
ADDRESS = "https://github.com/OWNER/reslint"
NOT_RUN = re.compile(r"<!-- not run: [^\n]+ -->\n(?P<fence>`{3,})console\n.*?^(?P=fence)$", re.DOTALL | re.MULTILINE)
SAID_BY_OTHERS = {
    "'py' is not recognized",
    "'reslint' is not recognized",
    "Binary files differ",
    "No module named 'reslint'",
    "RuntimeError",
    "command not found",
    "ensurepip is not available",
    "externally-managed-environment",
    "did not match",
    f"v{reslint.__version__}",
    "running scripts is disabled on this system",
}
FOUND = ("git", "pre-commit", "reslint")
"""Programs whose status 1 says that something was found."""


@pytest.fixture(scope="module")
def person(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The environment of somebody who has Python and git, and nothing else yet."""
    home, programs = tmp_path_factory.mktemp("home"), tmp_path_factory.mktemp("programs")
    (programs / "python3").write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n', "utf-8")
    (programs / "python3").chmod(0o755)
    outside = [place for place in os.environ["PATH"].split(os.pathsep) if not Path(place).is_relative_to(sys.prefix)]
    ours = {key: value for key, value in os.environ.items() if not key.startswith(("GIT_", "PYTHON", "VIRTUAL_ENV"))}
    locked = {name: str(ROOT / "requirements.txt") for name in ("PIP_CONSTRAINT", "PIP_BUILD_CONSTRAINT")}
    names = {f"GIT_{role}_{part}": "a@b.example" for role in ("AUTHOR", "COMMITTER") for part in ("NAME", "EMAIL")}
    return {
        **ours,
        **locked,
        **names,
        "HOME": str(home),
        "PATH": os.pathsep.join([str(programs), *outside]),
        "PRE_COMMIT_HOME": str(home / "pre-commit"),
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_PAGER": "cat",
    }


@pytest.fixture(scope="module")
def repository(project_copy: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository of this project with the tag of its version."""
    copy = tmp_path_factory.mktemp("repository") / "reslint"
    shutil.copytree(project_copy, copy)
    subprocess.run(["git", "-C", copy, "tag", "--force", f"v{reslint.__version__}"], check=True, capture_output=True)
    return copy


@pytest.mark.thorough
@pytest.mark.parametrize("name", PERSONS)
def test_every_command_of_a_page_works_from_its_first_line_on(
    name: str, wheel: Path, person: dict[str, str], repository: Path, tmp_path: Path
) -> None:
    page = (ROOT / "docs" / f"{name}.md").read_text("utf-8").replace(ADDRESS, str(repository))
    lines = [line for block in windows.CONSOLE.finditer(NOT_RUN.sub("", page)) for line in commands(block["content"])]
    assert len(lines) > 5
    assert lines[:2] == ["python3 -m venv .venv", ". .venv/bin/activate"]
    shutil.copy(wheel, tmp_path)
    for file, content in pages.files_of(page).items():
        (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / file).write_bytes(content)
    began = time.monotonic()
    ran = subprocess.run(
        ["bash", "-u", "-c", "\n".join(typed(line) for line in lines)],
        cwd=tmp_path,
        env=person,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    print(f"{name}.md: {len(lines)} commands in {time.monotonic() - began:.0f} s\n{ran.stdout}")
    assert ran.returncode == 0
    assert "Traceback" not in ran.stdout


def commands(block: str) -> list[str]:
    found: list[str] = windows.commands(block)
    return found


def typed(line: str) -> str:
    """A command for a shell that ends where the command fails; that something was found is no failure."""
    most = 1 if shlex.split(line)[0] in FOUND else 0
    return f"{line}\n[ $? -le {most} ] || {{ echo {shlex.quote(line)} failed; exit 9; }}"


@pytest.mark.parametrize("path", COMMANDS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_what_is_typed_otherwise_on_windows_is_said(path: Path) -> None:
    page = path.read_text("utf-8")
    for block in windows.CONSOLE.finditer(page):
        if windows.differs(block["content"]):
            behind = page[block.end() :].removeprefix("\n<!-- /generated -->").lstrip("\n")
            behind = behind.removeprefix("<!-- generated: windows -->\n")
            assert behind.startswith(windows.windows_form(block["content"])), block["content"]


@pytest.mark.parametrize(
    ("unix", "there"),
    [
        ("python3 -m venv .venv", "py -m venv .venv"),
        ("python3 -m pip install ./a.whl", "py -m pip install ./a.whl"),
        (". .venv/bin/activate", r".venv\Scripts\activate"),
        (".venv/bin/python -m pip install .", r".venv\Scripts\python -m pip install ."),
        ("python -m pip install './a.whl[pdf]'", 'python -m pip install "./a.whl[pdf]"'),
        ("mkdir -p drafts/old", r"mkdir drafts\old"),
        ("cp drafts/a.txt b.txt", r"copy drafts\a.txt b.txt"),
        ("cat drafts/a.txt", r"type drafts\a.txt"),
        ("reslint check drafts --include '*.docx'", 'reslint check drafts --include "*.docx"'),
        ('reslint registry impact "PP 140" drafts', 'reslint registry impact "PP 140" drafts'),
        ("cd drafts", "cd drafts"),
    ],
)
def test_the_table(unix: str, there: str) -> None:
    assert windows.on_windows(unix) == there


@pytest.mark.parametrize(
    "unix",
    ["make demo", "cat a | less", "RESLINT_CACHE_DIR=x reslint check", "ls", "reslint check ~/drafts", "git log && ls"],
)
def test_what_the_table_does_not_know_is_no_command_of_windows(unix: str) -> None:
    with pytest.raises(ValueError, match="is not in the table"):
        windows.on_windows(unix)


def test_what_may_go_wrong_is_on_every_page_in_the_words_of_reslint() -> None:
    """What a page quotes as said by reslint is in its code; what others say is listed here."""
    code = "\n".join(path.read_text("utf-8") for path in sorted((ROOT / "reslint").rglob("*.py")))
    code += "\n".join(path.read_text("utf-8") for path in sorted((ROOT / "rules").glob("*.py")))
    code = re.sub(r'"\n\s*f?"', "", code)
    for name in PERSONS:
        page = (ROOT / "docs" / f"{name}.md").read_text("utf-8")
        table = page.partition("\n## What may go wrong\n")[2].partition("\n## ")[0]
        rows = re.findall(r"^\| (.*?) \| .* \|$", table, re.MULTILINE)
        assert len(rows) > 5, name
        quoted = {quote for row in rows for quote in re.findall(r"`([^`]+)`", row)}
        assert {quote for quote in quoted - SAID_BY_OTHERS if quote not in code} == set(), name
