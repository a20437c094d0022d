"""Makes the modules of this folder importable by its tests, which pytest imports without a package; one LibreOffice a
module.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

sys.path.insert(0, str(Path(__file__).parent))

if TYPE_CHECKING:
    from office import Office


@pytest.fixture(scope="module")
def office() -> Iterator[Office]:
    from office import Office, missing_office

    if reason := missing_office():
        pytest.skip(reason)
    with Office() as session:
        yield session
