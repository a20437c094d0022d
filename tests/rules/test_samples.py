"""What must be found in five real contributions on a day, and what must not."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from reslint import lint_file
from reslint.linting.settings import Settings

CASES = "acceptance/samples-findings.jsonl"


def lines_found(shared: Path, sample: str, as_of: str, code: str) -> list[int]:
    path = next((shared / "samples/contributions").glob(f"{sample}_*.txt"))
    result = lint_file(path, as_of=as_of, settings=Settings())
    assert not result.errors
    return [finding.line for finding in result.findings if finding.code == code]


def test_expectations_hold(shared: Path) -> None:
    """All expectations in one test, so that every one that fails is seen at once."""
    failures = []
    expectations = [json.loads(line) for line in (shared / CASES).read_text("utf-8").splitlines()]
    assert expectations
    for case in expectations:
        found = lines_found(shared, case["file"], case["as_of"], case["code"])
        if case["expect"] == "must":
            wrong = sorted(set(case["lines"]) - set(found)) if case["lines"] else [] if found else ["none found"]
        else:
            wrong = sorted(set(found) & set(case["lines"])) if case["lines"] else found
        if wrong:
            failures.append(f"{case['expect']} {case['code']} in {case['file']} as of {case['as_of']}: {wrong}")
    assert failures == []


@pytest.mark.parametrize("sample", ["000", "002", "004"])
def test_a_dump_is_said_once(shared: Path, sample: str) -> None:
    assert len(lines_found(shared, sample, "2024-10-15", "TRK001")) == 1
