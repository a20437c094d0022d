"""What is installed is what was written: rules and registry inside the package, and nothing outside of it."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[1]
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
LOCK = (ROOT / "requirements.txt").read_text("utf-8").splitlines()
LOCKED = [Requirement(line) for line in LOCK if not line.startswith("#")]
PINNED = re.compile(r"[a-z0-9-]+==[0-9a-z.]+( ; [a-z_<>=!'0-9. -]+)?", re.IGNORECASE)
PYTHONS = re.findall(r"Python :: (3\.\d+)", "\n".join(PROJECT["project"]["classifiers"]))


def test_the_wheel_holds_rules_and_registry_inside_the_package(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    outside = {name for name in names if not name.startswith("reslint/") and ".dist-info/" not in name}
    assert outside == set()
    rules = {f"reslint/rules/{path.name}" for path in (ROOT / "rules").glob("*.py")}
    assert len(rules) > 30
    assert rules <= names
    assert {"reslint/registry.yaml", "reslint/py.typed", "reslint/citations/citation.lark"} <= names
    assert "reslint/registry/schema.json" in names
    page = {f"reslint/reporting/html/page/{path.name}" for path in (ROOT / "reslint/reporting/html/page").iterdir()}
    assert len(page) == 5
    assert page <= names


def test_the_wheel_works_without_the_checkout(wheel: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    zipfile.ZipFile(wheel).extractall(site)
    draft = tmp_path / "draft.txt"
    draft.write_text("Resolution 71 (Rev. Dubai, 2018) of the Plenipotentiary Conference\n")
    environment = {**os.environ, "PYTHONPATH": str(site)}
    command = [sys.executable, "-m", "reslint", "check", "draft.txt", "--as-of", "2024-01-01"]
    ran = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert ran.returncode == 1
    assert "STA001 outdated-edition" in ran.stdout
    where = "import reslint; print(reslint.__file__)"
    found = subprocess.run(
        [sys.executable, "-c", where], cwd=tmp_path, env=environment, capture_output=True, text=True, check=True
    )
    assert found.stdout.startswith(str(site))


def wanted() -> list[Requirement]:
    """All that pyproject.toml asks for: to run, for every extra, and to build."""
    project = PROJECT["project"]
    groups = [project["dependencies"], *project["optional-dependencies"].values(), PROJECT["build-system"]["requires"]]
    lines = [line for group in [*groups, *PROJECT["dependency-groups"].values()] for line in group]
    return [one for one in map(Requirement, lines) if one.name != project["name"]]


@pytest.mark.parametrize("python", PYTHONS)
def test_the_lock_has_a_version_in_range_of_all_that_is_asked_for(python: str) -> None:
    environment = {"python_version": python, "python_full_version": f"{python}.0"}
    held = {
        canonicalize_name(one.name): one for one in LOCKED if one.marker is None or one.marker.evaluate(environment)
    }
    for one in wanted():
        (version,) = held[canonicalize_name(one.name)].specifier
        assert one.specifier.contains(version.version), one


def test_the_lock_is_names_with_versions_and_no_address() -> None:
    first, second, *rest = LOCK
    assert first == "# Written by make lock: what the tests and tools run on."
    assert second == f"# For Python {' '.join(PYTHONS)}"
    assert [line for line in rest if not PINNED.fullmatch(line)] == []
    assert rest == sorted(rest, key=lambda line: line.partition("==")[0])


def test_what_stands_on_the_inside_of_a_package_has_a_ceiling() -> None:
    ceilings = {one.name: str(one.specifier) for one in wanted() if "<" in str(one.specifier)}
    assert ceilings == {"lark": "<2,>=1.2", "pygls": "<3,>=2"}


def make(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """A dry run where `folder` holds the only programs there are beside those that make itself needs."""
    for program in ("make", "sed", "sh"):
        (folder / program).symlink_to(shutil.which(program) or program)
    environment = {"PATH": str(folder), "LC_ALL": "C"}
    command = [str(folder / "make"), "--dry-run", "--file", str(ROOT / "Makefile"), "VENV=venv", *arguments, "demo"]
    (folder / "pyproject.toml").touch()
    shutil.copy(ROOT / "requirements.txt", folder)
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


def python_of(folder: Path, name: str, version: str) -> Path:
    """A Python that says it is of this version: the one that runs, told so before it looks."""
    major, minor = version.split(".")
    path = folder / name
    lie = f"import sys; sys.version_info = ({major}, {minor}, 0)"
    path.write_text(f'#!/bin/sh\ncode=$2\nshift 2\nexec "{sys.executable}" -c "{lie}\n$code" "$@"\n')
    path.chmod(0o755)
    return path


def test_make_says_which_pythons_it_looked_for(tmp_path: Path) -> None:
    python_of(tmp_path, "python3", "3.10")
    ran = make(tmp_path)
    assert ran.returncode == 2
    assert f"no Python of these versions with its module venv: {' '.join(PYTHONS)}; install one, or" in ran.stderr
    assert len(ran.stderr.splitlines()) == 1


def test_make_takes_the_python_that_the_lock_is_for(tmp_path: Path) -> None:
    python_of(tmp_path, "python3", "3.10")
    python_of(tmp_path, f"python{PYTHONS[-1]}", PYTHONS[-1])
    assert f"python{PYTHONS[-1]} -m venv venv" in make(tmp_path).stdout


def test_make_takes_the_python_it_is_given(tmp_path: Path) -> None:
    python_of(tmp_path, "python3", PYTHONS[0])
    (tmp_path / "other").mkdir()
    given = python_of(tmp_path / "other", "python", PYTHONS[0])
    assert f"{given} -m venv venv" in make(tmp_path, f"PYTHON={given}").stdout


def test_make_refuses_a_python_the_lock_is_not_for(tmp_path: Path) -> None:
    python_of(tmp_path, "python3", PYTHONS[0])
    (tmp_path / "other").mkdir()
    given = python_of(tmp_path / "other", "python", "3.10")
    ran = make(tmp_path, f"PYTHON={given}")
    assert ran.returncode == 2
    assert f"{given} is no Python of these versions" in ran.stderr
