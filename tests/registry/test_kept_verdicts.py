"""Verdicts and names are kept for further documents, and let go with their registry: an editor reads many, one after
the other.
"""

from __future__ import annotations

import gc
from datetime import date
from pathlib import Path
from weakref import ref

from reslint import lint_text, load_registry
from reslint.linting.settings import Settings
from reslint.registry import Verdict, judge

OVERLAY = "date: 2026-11-{day:02}\n"
DRAFT = "recalling Resolution 71 (Rev. Dubai, 2018) of the Plenipotentiary Conference,\n"


def test_the_verdict_of_a_day_is_not_that_of_another() -> None:
    registry = load_registry()
    asked = ("PP", "resolution", "71", "Dubai", 2018)
    assert judge(registry, *asked, date(2020, 1, 1)).verdict is Verdict.CURRENT
    assert judge(registry, *asked, date(2024, 1, 1)).verdict is Verdict.SUPERSEDED
    assert judge(registry, *asked, date(2020, 1, 1)).verdict is Verdict.CURRENT


def test_registries_that_are_not_used_any_more_are_let_go(tmp_path: Path) -> None:
    seen = []
    for day in range(1, 25):
        path = tmp_path / f"{day}.yaml"
        path.write_text(OVERLAY.format(day=day), "utf-8")
        registry = load_registry(path)
        settings = Settings(registry=(path,))
        assert lint_text(DRAFT, as_of="2024-10-15", settings=settings).findings[0].code == "STA001"
        seen.append(ref(registry))
        del registry
    gc.collect()
    assert seen[-1]() is not None
    # None of what is kept of a registry is kept of more than 16 of them.
    assert sum(one() is not None for one in seen) <= 17
