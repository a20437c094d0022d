"""Run the examples of a rule: does it find what they say, and does it mend it so?

    from reslint.testing import check_examples

    def test_examples():
        for outcome in check_examples(MyRule):
            assert outcome.passed, str(outcome)

`reslint rule --test DIR` prints the same, and `reslint.pytest_plugin` has it as a fixture.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import unified_diff
from functools import cache
from pathlib import Path

from reslint.api.rule import Example, Rule
from reslint.errors import ReslintError
from reslint.fixing.mending import mend
from reslint.linting.basis import Basis
from reslint.linting.linter import Linter
from reslint.linting.settings import Settings
from reslint.plugins.loading import Plugins, load_plugins
from reslint.plugins.rule_table import RuleTable, Selection
from reslint.registry import Registry, load
from reslint.values import Value

SECTIONS = ("## What it does", "## Why")


class Outcome(Value):
    """What came of one example of a rule, or of its documentation where `example` is 0; examples count from 1.

    `wrong` says what is not as it should be, a line each, and is empty where all is right.
    """

    code: str
    name: str
    example: int
    wrong: tuple[str, ...] = ()

    @property
    def passed(self) -> bool:
        """Whether all is as it should be."""
        return not self.wrong

    def __str__(self) -> str:
        subject = f"example {self.example}" if self.example else "documentation"
        first = f"{self.code} {self.name}, {subject}: {'passed' if self.passed else 'failed'}"
        return "\n".join((first, *(f"  {line}" for line in self.wrong)))


def check_examples(rule: type[Rule]) -> tuple[Outcome, ...]:
    """What comes of the documentation of a rule and of each of its examples.

    Drafts are judged by the registry of reslint and those of installed plugins.
    """
    return _outcomes(rule, *_installed())


def check_folder(folder: Path, rules_dirs: Iterable[Path] = ()) -> Iterator[Outcome]:
    """What comes of the examples of all rules in a folder; `rules_dirs` are folders of further rules.

    Raises ReslintError where a folder is not there or holds a broken rule, and where there is none to test.
    """
    plugins = load_plugins((*rules_dirs, folder))
    rules = plugins.loaded[-1].rules
    if not rules:
        raise ReslintError(f"rule --test {folder}", "no rules there", "name a folder of Python files with rules")
    registry = load(further=plugins.registries)
    for rule in rules:
        yield from _outcomes(rule, plugins, registry)


def linter_for(rule: type[Rule], example: Example) -> Linter:
    """The linter that judges an example: by this rule alone, on the day of the example, with all fixes."""
    return _linter(rule, example, *_installed())


@cache
def _installed() -> tuple[Plugins, Registry]:
    plugins = load_plugins()
    return plugins, load(further=plugins.registries)


def _outcomes(rule: type[Rule], plugins: Plugins, registry: Registry) -> tuple[Outcome, ...]:
    outcomes = [Outcome(rule.code, rule.name, 0, tuple(_undocumented(rule)))]
    for number, example in enumerate(rule.examples, 1):
        wrong = _differences(_linter(rule, example, plugins, registry), example)
        outcomes.append(Outcome(rule.code, rule.name, number, tuple(wrong)))
    return tuple(outcomes)


def _linter(rule: type[Rule], example: Example, plugins: Plugins, registry: Registry) -> Linter:
    if rule not in plugins.rules.rules:
        known = [(one, plugins.rules.plugin_of(one.code)) for one in plugins.rules.rules if one.code != rule.code]
        plugins = plugins._replace(rules=RuleTable([*known, (rule, "test")]))
    selection = Selection(rule.code, select=(rule.code,))
    settings = Settings(selections=(selection,), as_of=example.as_of, unsafe_fixes=True)
    return Linter(Basis(settings, plugins, registry))


def _undocumented(rule: type[Rule]) -> Iterator[str]:
    for section in SECTIONS:
        if section not in (rule.__doc__ or ""):
            yield f'the docstring has no paragraph "{section}"'
    if not any(example.found for example in rule.examples):
        yield "no example has anything to find"
    mended = any(example.mended is not None for example in rule.examples)
    if rule.fix is not None and not mended:
        yield "it has a fix, and no example is mended"
    if rule.fix is None and mended:
        yield "an example is mended, and it has no fix"


def _differences(linter: Linter, example: Example) -> Iterator[str]:
    mended = mend(linter, example.draft.encode(), example.name)
    errors = mended.result.errors or mended.new_result.errors
    yield from errors
    found = tuple(finding.excerpt for finding in mended.result.findings)
    if found != example.found:
        yield f"found    {_listed(found)}"
        yield f"expected {_listed(example.found)}"
    expected = example.draft if example.mended is None else example.mended
    if not errors and mended.new_text != expected:
        lines = expected.splitlines(), mended.new_text.splitlines()
        yield from unified_diff(*lines, "expected", "mended", lineterm="")


def _listed(words: tuple[str, ...]) -> str:
    return ", ".join(map(repr, words)) or "nothing"
