"""Every rule's examples are its documentation, and true."""

from __future__ import annotations

import pytest

from reslint import Rule
from reslint.plugins.loading import load_plugins
from reslint.testing import check_examples

RULES = load_plugins().rules.rules


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_examples(rule: type[Rule]) -> None:
    outcomes = check_examples(rule)
    assert len(outcomes) == len(rule.examples) + 1
    assert [str(outcome) for outcome in outcomes if not outcome.passed] == []
    assert rule.code == "SUP001" or any(not example.found for example in rule.examples)


def test_codes_and_files_go_together() -> None:
    for rule in RULES:
        module = rule.__module__.rpartition(".")[2]
        assert module == f"{rule.code.lower()}_{rule.name.replace('-', '_')}"
