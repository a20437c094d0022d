"""A browser for all tests of this folder, and a page in it for each."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

# The modules of this folder are imported by its tests, which pytest imports without a package.
sys.path.insert(0, str(Path(__file__).parent))

from browsing import Browser, started

if TYPE_CHECKING:
    from selenium.webdriver import Chrome


@pytest.fixture(scope="session")
def chromium() -> Iterator[Chrome]:
    """One browser for all tests."""
    yield from started()


@pytest.fixture
def browser(chromium: Chrome, tmp_path: Path) -> Iterator[Browser]:
    """A browser in which the page may ask for nothing but itself and complains of nothing."""
    opened = Browser(chromium, tmp_path)
    opened.requests()
    opened.complaints()
    yield opened
    assert {url.partition("#")[0] for url in opened.requests()} <= {opened.path.as_uri()}
    assert opened.complaints() == []
    for command in ("Emulation.clearDeviceMetricsOverride", "Emulation.setEmulatedMedia"):
        opened.emulate(command)


@pytest.fixture
def measured(request: pytest.FixtureRequest) -> Callable[[str], None]:
    """Print a measure where it is seen, whether the output is captured or not."""
    capture = request.config.pluginmanager.getplugin("capturemanager")

    def show(line: str) -> None:
        with capture.global_and_fixture_disabled():
            print(f"\n{line}")

    return show
