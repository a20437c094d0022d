"""`reslint page`: it finds the page, or says how to get it."""

from __future__ import annotations

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
