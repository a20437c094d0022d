"""What `make release` builds: from a clean tree only, the same each time, and of use where nothing else is."""

from __future__ import annotations

import hashlib
import importlib
import os
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

import reslint
from reslint.resources import mount

ROOT = Path(__file__).resolve().parents[1]
VERSION = reslint.__version__
FILES = {
    "SHA256SUMS",
    f"reslint-{VERSION}-py3-none-any.whl",
    f"reslint-{VERSION}.oxt",
    f"reslint-{VERSION}.tar.gz",
    f"reslint-{VERSION}.vsix",
    "reslint.html",
}
TEMPORARY = os.path.join(tempfile.gettempdir(), "tmp")
DRAFT = "recalling Resolution 71 (Rev. Dubai, 2018) of the Plenipotentiary Conference,\n"
LOCKED = {name: str(ROOT / "requirements.txt") for name in ("PIP_CONSTRAINT", "PIP_BUILD_CONSTRAINT")}


def release(project: Path, folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "release", str(folder)]
    ours = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
    return subprocess.run(
        command, cwd=project, env=ours | environment, capture_output=True, encoding="utf-8", check=False
    )


@pytest.fixture
def project(project_copy: Path, tmp_path: Path) -> Path:
    """A repository of its own of this project, to be spoilt."""
    copy = tmp_path / "project"
    shutil.copytree(project_copy, copy)
    return copy


@pytest.fixture(scope="module")
def built(project_copy: Path, tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Two releases of one commit, of machines that differ in hour, language and permissions."""
    if shutil.which("npm") is None:
        pytest.skip("Node.js with npm is not installed")
    folders = [tmp_path_factory.mktemp("releases") / name for name in ("first", "second")]
    before = os.umask(0o022)
    try:
        for folder, zone, umask in zip(folders, ("Pacific/Kiritimati", "America/Lima"), (0o077, 0o002), strict=True):
            os.umask(umask)
            ran = release(project_copy, folder, TZ=zone, LC_ALL="C" if zone.startswith("A") else "C.UTF-8")
            assert (ran.returncode, ran.stderr) == (0, "")
    finally:
        os.umask(before)
    return folders


@pytest.mark.slow
@pytest.mark.thorough
def test_two_runs_give_the_same_bytes(built: list[Path]) -> None:
    first, second = ({path.name: path.read_bytes() for path in folder.iterdir()} for folder in built)
    assert set(first) == FILES
    assert [name for name in FILES if first[name] != second[name]] == []


@pytest.mark.slow
@pytest.mark.thorough
def test_the_sums_are_those_of_the_files(built: list[Path]) -> None:
    lines = (built[0] / "SHA256SUMS").read_text("utf-8").splitlines()
    named = {name: total for total, name in (line.split("  ") for line in lines)}
    assert set(named) == FILES - {"SHA256SUMS"}
    for name, total in named.items():
        assert hashlib.sha256((built[0] / name).read_bytes()).hexdigest() == total


@pytest.mark.slow
@pytest.mark.thorough
def test_nothing_tells_where_it_was_built(built: list[Path], project_copy: Path) -> None:
    places = [str(place).encode() for place in (ROOT, project_copy, sys.prefix)] + [TEMPORARY.encode()]
    members = [member for name in FILES for member in _members(built[0] / name)]
    assert len(members) > 500
    assert {(name, place) for name, content in members for place in places if place in content} == set()


@pytest.mark.slow
@pytest.mark.thorough
def test_the_source_has_what_the_repository_has(built: list[Path], project_copy: Path) -> None:
    listed = subprocess.run(["git", "ls-files"], cwd=project_copy, check=True, capture_output=True, text=True).stdout
    kept = {name for name in listed.splitlines() if not name.startswith(".ci/")}
    base = f"reslint-{VERSION}/"
    held = {name.removeprefix(base) for name, _ in _members(built[0] / f"reslint-{VERSION}.tar.gz")}
    assert held == kept | {"PKG-INFO"}


@pytest.mark.slow
@pytest.mark.thorough
@pytest.mark.parametrize("name", [f"reslint-{VERSION}-py3-none-any.whl", f"reslint-{VERSION}.tar.gz"])
def test_what_was_built_checks_a_draft_where_nothing_else_is(built: list[Path], tmp_path: Path, name: str) -> None:
    environment = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")} | LOCKED
    subprocess.run([sys.executable, "-m", "venv", tmp_path / "venv"], check=True, env=environment)
    programs = tmp_path / "venv" / ("Scripts" if os.name == "nt" else "bin")
    install = [programs / "python", "-m", "pip", "install", "--quiet", built[0] / name]
    subprocess.run(install, check=True, env=environment, cwd=tmp_path)
    (tmp_path / "draft.txt").write_text(DRAFT, "utf-8")
    command = [programs / "reslint", "check", "draft.txt", "--as-of", "2024-10-15", "--output-format", "concise"]
    ran = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, encoding="utf-8", check=False)
    assert (ran.returncode, ran.stderr) == (1, "as of 2024-10-15\n")
    assert "draft.txt:1:26: STA001 outdated-edition PP Resolution 71" in ran.stdout
    asked = subprocess.run([programs / "reslint", "--version"], env=environment, capture_output=True, text=True)
    assert asked.stdout == f"reslint {VERSION}\n"


@pytest.mark.slow
def test_a_tree_that_is_not_clean_is_not_built(project: Path, tmp_path: Path) -> None:
    (project / "README.md").write_text("changed", "utf-8")
    (project / "reslint" / "späte notes.py").write_text("", "utf-8")
    (project / "Makefile").unlink()
    (project / "LICENSE").rename(project / "LICENCE")
    subprocess.run(["git", "-C", project, "add", "LICENSE", "LICENCE"], check=True)
    ran = release(project, tmp_path / "dist")
    assert ran.returncode == 2
    assert ran.stderr.splitlines() == [
        "release: LICENCE is renamed; commit it or take it away",
        "release: Makefile is deleted; commit it or take it away",
        "release: README.md is changed; commit it or take it away",
        "release: reslint/späte notes.py is not in git; commit it or take it away",
    ]
    assert not (tmp_path / "dist").exists()


@pytest.mark.slow
def test_a_version_that_is_not_the_same_everywhere_is_not_built(project: Path, tmp_path: Path) -> None:
    version = project / "reslint" / "version.py"
    version.write_text(version.read_text("utf-8").replace(VERSION, "9.9.9"), "utf-8")
    changes = project / "CHANGELOG.md"
    changes.write_text(changes.read_text("utf-8").replace("## [", "## [9.9.9] – unreleased\n\n## [", 1), "utf-8")
    person = ["-c", "user.name=a", "-c", "user.email=a@b.example", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", "-C", project, *person, "commit", "--quiet", "--all", "-m", "next"], check=True)
    ran = release(project, tmp_path / "dist")
    assert ran.returncode == 2
    assert ran.stderr.splitlines() == [
        f"release: editors/vscode/package.json: names {VERSION}, and reslint/version.py 9.9.9",
        f"release: editors/vscode/package-lock.json: names {VERSION}, and reslint/version.py 9.9.9",
        f"release: editors/vscode/package-lock.json, packages: names {VERSION}, and reslint/version.py 9.9.9",
        "release: CHANGELOG.md: 9.9.9 has no day; write it as ## [9.9.9] – YYYY-MM-DD",
    ]


@pytest.mark.slow
def test_a_folder_with_something_else_in_it_is_left_alone(project: Path, tmp_path: Path) -> None:
    (tmp_path / "papers").mkdir()
    (tmp_path / "papers" / "draft.txt").write_text(DRAFT, "utf-8")
    ran = release(project, tmp_path / "papers")
    assert (ran.returncode, ran.stderr) == (
        2,
        f"release: {tmp_path / 'papers'} holds what is no release; empty it first\n",
    )
    assert [path.name for path in (tmp_path / "papers").iterdir()] == ["draft.txt"]


@pytest.mark.slow
def test_a_step_that_fails_leaves_the_last_release_as_it_was(project: Path, tmp_path: Path) -> None:
    (tmp_path / "dist").mkdir()
    (tmp_path / "dist" / "SHA256SUMS").write_text("those of before\n", "utf-8")
    broken = tmp_path / "programs" / "npm"
    broken.parent.mkdir()
    broken.write_text("#!/bin/sh\necho no such package\nexit 1\n", "utf-8")
    broken.chmod(0o755)
    ran = release(project, tmp_path / "dist", PATH=f"{broken.parent}{os.pathsep}{os.environ['PATH']}")
    assert ran.returncode == 2
    said, last = ran.stderr.rstrip("\n").rsplit("\n", 1)
    assert "no such package" in said
    assert last == "release: python -m page --single failed; nothing was written"
    assert [path.read_text("utf-8") for path in (tmp_path / "dist").iterdir()] == ["those of before\n"]


def test_whatever_names_the_version_names_the_same() -> None:
    mount(ROOT / "release", "release")
    versions = importlib.import_module("release.versions")
    assert versions.version(ROOT) == VERSION
    assert versions.disagreements(ROOT) == []


def test_pages_name_the_files_of_this_version() -> None:
    pages = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").glob("*.md"), *ROOT.glob("editors/*/*.md")]
    named = {
        (path.name, found)
        for path in pages
        for found in re.findall(r"reslint-(\d[\w.]*?)(?:-py3|\.tar|\.oxt|\.vsix)|rev: v(\S+)", path.read_text("utf-8"))
    }
    assert {"".join(found) for _, found in named} == {VERSION}


def test_nothing_installs_the_name_of_reslint_from_an_index() -> None:
    """A name that is in no index yet is one that anybody may take there."""
    suffixes = {".md", ".py", ".ts", ".el", ".lua", ".txt", ".yaml", ".yml", ".toml"}
    folders = ("reslint", "rules", "docs", "editors", "examples")
    paths = [path for name in folders for path in (ROOT / name).rglob("*") if "node_modules" not in path.parts]
    paths += [path for path in ROOT.iterdir() if path.is_file()]
    by_name = re.compile(r"(?:pipx? install|uvx|uv tool install|uv pip install)(?: -\S+)* ['\"]?reslint(?!-)\b")
    texts = {path: path.read_text("utf-8") for path in paths if path.suffix in suffixes}
    assert len(texts) > 200
    assert [path for path, text in texts.items() if by_name.search(text)] == []


def test_what_is_to_be_installed_is_what_an_extra_asks_for() -> None:
    project = (ROOT / "pyproject.toml").read_text("utf-8")
    advised = {
        requirement
        for path in (ROOT / "reslint").rglob("*.py")
        for command in re.findall(r"pip install ((?:'[^']+' ?)+)", path.read_text("utf-8"))
        for requirement in re.findall(r"'([^']+)'", command)
    }
    assert advised >= {"pypdfium2>=5", "pygls>=2,<3"}
    assert [one for one in advised if f'"{one}"' not in project] == []


def _members(path: Path) -> Iterator[tuple[str, bytes]]:
    """The files in a package with their bytes; of what is none, itself."""
    if path.name.endswith(".tar.gz"):
        with tarfile.open(path) as archive:
            for member in archive:
                file = archive.extractfile(member)
                assert file is not None
                yield member.name, file.read()
    elif zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as package:
            for name in package.namelist():
                yield name, package.read(name)
    else:
        yield path.name, path.read_bytes()
