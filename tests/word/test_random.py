"""Random Word files, whose views are known by construction, are read as they were built."""

from __future__ import annotations

import os

import pytest
from building import build
from comparing import differences

pytestmark = pytest.mark.slow

SEEDS = int(os.environ.get("RESLINT_SEEDS", "2000"))


def test_every_view_of_random_files() -> None:
    wrong = [difference for seed in range(SEEDS) for difference in differences(seed, build(seed))]
    assert wrong == []
