"""Every rule's examples are its documentation, and true."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reslint.api.rule import Example, Rule
from reslint.fixing.mending import mend
from reslint.linting.basis import Basis
from reslint.linting.linter import Linter
from reslint.linting.settings import Settings
from reslint.plugins.loading import load_plugins
from reslint.plugins.rule_table import Selection
from reslint.registry import Registry

PLUGINS = load_plugins()
RULES = PLUGINS.rules.rules
CASES = [
    pytest.param(rule, example, id=f"{rule.code}-{number}")
    for rule in RULES
    for number, example in enumerate(rule.examples, 1)
]


def linter_for(rule: type[Rule], example: Example, registry: Registry) -> Linter:
    selection = Selection("test", select=(rule.code,))
    settings = Settings(selections=(selection,), as_of=example.as_of, unsafe_fixes=True)
    return Linter(Basis(settings, PLUGINS, registry))


@pytest.mark.parametrize(("rule", "example"), CASES)
def test_example(rule: type[Rule], example: Example, registry: Registry) -> None:
    linter = linter_for(rule, example, registry)
    result = linter.check(example.draft.encode(), example.name)
    assert result.errors == ()
    assert tuple(finding.excerpt for finding in result.findings) == example.found
    mended = mend(linter, example.draft.encode(), example.name)
    assert mended.new_result.errors == ()
    assert mended.new_text == (example.draft if example.mended is None else example.mended)
    if rule.fix is not None and example.mended is not None:
        assert mended.new_text != example.draft


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_rule_is_documented_by_a_wrong_and_a_right_draft(rule: type[Rule]) -> None:
    assert any(example.found for example in rule.examples)
    assert rule.code == "SUP001" or any(not example.found for example in rule.examples)
    assert "## What it does" in (rule.__doc__ or "")
    assert "## Why" in (rule.__doc__ or "")
    if rule.fix is not None:
        assert any(example.mended for example in rule.examples)


def test_codes_and_files_go_together() -> None:
    for rule in RULES:
        module = rule.__module__.rpartition(".")[2]
        assert module == f"{rule.code.lower()}_{rule.name.replace('-', '_')}"


def test_the_default_day_does_not_matter_to_a_rule_that_is_silent(registry: Registry) -> None:
    settings = replace(Settings(), as_of="2024-01-01")
    result = Linter(Basis(settings, PLUGINS, registry)).check(b"Nothing is cited here.\n", "draft.txt")
    assert result.findings == ()
    assert result.errors == ()
