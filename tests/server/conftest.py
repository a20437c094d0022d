"""What the tests of the server share: an editor in an empty folder whose drafts are judged on a day of the past."""

from __future__ import annotations

import sys
from collections.abc import AsyncIterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import pytest_asyncio

sys.path.insert(0, str(Path(__file__).parent))

if TYPE_CHECKING:
    from editor import Editor

DAY = "2024-10-15"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "reslint.toml").write_text(f'as-of = "{DAY}"\n', "utf-8")
    return tmp_path


@pytest_asyncio.fixture
async def editor(folder: Path) -> AsyncIterator[Editor]:
    """An editor that is shown what is found; the server must end well when the test is over."""
    from editor import Editor

    editor = Editor(folder)
    await editor.start()
    yield editor
    await editor.client.shutdown_session()
    assert editor.client._server is not None
    assert editor.client._server.returncode == 0
