"""The table of rules: for people one line a rule, for programs one record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from reslint.api.rule import Rule
from reslint.reporting.tables import aligned

HEADS = ("code", "name", "severity", "fix", "what is reported")


def rules_text(rules: Iterable[type[Rule]]) -> Iterator[str]:
    """The lines of the table; a rule that has to be selected is "off"."""
    rows = [
        (rule.code, rule.name, f"{rule.severity.value}{'' if rule.default else ', off'}", _fix(rule) or "–", what(rule))
        for rule in rules
    ]
    return aligned((HEADS, *rows))


def rules_records(rules: Iterable[type[Rule]]) -> list[dict[str, Any]]:
    """The same with a field for each, `default` saying whether the rule runs unasked."""
    return [
        {
            "code": rule.code,
            "name": rule.name,
            "severity": rule.severity.value,
            "default": rule.default,
            "fix": _fix(rule),
            "summary": what(rule),
        }
        for rule in rules
    ]


def what(rule: type[Rule]) -> str:
    """What a rule reports, in the first line of its documentation."""
    return (rule.__doc__ or "").strip().splitlines()[0].rstrip(".")


def _fix(rule: type[Rule]) -> str | None:
    return rule.fix.value if rule.fix else None
