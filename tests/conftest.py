"""What all tests share: a cache of their own, the bundled registry, the real samples where they are."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from reslint.registry import Registry, load


@pytest.fixture(scope="session", autouse=True)
def own_cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("cache")
    os.environ["RESLINT_CACHE_DIR"] = str(folder)
    return folder


@pytest.fixture(scope="session")
def registry(own_cache: Path) -> Registry:
    return load()


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real samples beside the project, or `RESLINT_SHARED`; without it the test is skipped."""
    folder = Path(os.environ.get("RESLINT_SHARED") or Path(__file__).resolve().parents[2] / "shared")
    if not folder.is_dir():
        pytest.skip(f"the real samples are not here ({folder}); RESLINT_SHARED can name their folder")
    return folder
