"""What is installed is what was written: rules and registry inside the package, and nothing outside of it."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    return next(folder.glob("*.whl"))


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
