"""The page as `make page` builds it, once for all tests, in two real browsers."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

TESTS = Path(__file__).resolve().parents[1]
# The modules beside the tests of reports, of Word files and of hostile ones are imported from here too.
for folder in (TESTS / "page", TESTS / "reporting/html", TESTS / "word", TESTS / "hostile"):
    sys.path.insert(0, str(folder))

from in_chromium import chromium
from in_firefox import firefox
from opened import NAME, OpenPage


@pytest.fixture(scope="session")
def build(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that the page was built into."""
    for program in ("npm", "node"):
        if shutil.which(program) is None:
            pytest.skip(f"{program} is not installed; .ci/run installs it")
    folder = tmp_path_factory.mktemp("page")
    command = [sys.executable, "-m", "page", str(folder)]
    ran = subprocess.run(command, cwd=TESTS.parent, capture_output=True, encoding="utf-8", check=False)
    assert (ran.returncode, ran.stderr) == (0, "")
    return folder


@pytest.fixture(scope="session", params=[chromium, firefox], ids=["chromium", "firefox"])
def opened(request: pytest.FixtureRequest, build: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[OpenPage]:
    """The page, opened from the disk once in each browser; starting it takes seconds."""
    for browser in request.param(tmp_path_factory.mktemp("downloads")):
        page = OpenPage(browser, build / NAME)
        page.open("#as-of=2026-10-01")
        yield page


@pytest.fixture
def page(opened: OpenPage) -> Iterator[OpenPage]:
    """The page without drafts, in which nothing may be asked for, or complained of, until the test is over."""
    opened.empty()
    yield opened
    assert opened.strangers() == []
    assert opened.browser.complaints() == []
    opened.browser.look_as_before()
