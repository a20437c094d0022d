"""The rules that found something, as SARIF describes rules: their documentation goes with the results."""

from __future__ import annotations

import inspect
import re
from collections.abc import Mapping
from typing import Any

from reslint.api.finding import Finding, Severity
from reslint.api.report import Report
from reslint.api.rule import Rule
from reslint.plugins.loading import load_plugins
from reslint.reporting.rule_page import rule_page
from reslint.reporting.telling import page

SECTION = re.compile(r"^## (.*)\n+", re.M)
WHAT = "What it does"


def rule_descriptors(report: Report, levels: Mapping[Severity, str]) -> list[dict[str, Any]]:
    """One descriptor for each rule that found something, by code. A rule that is not known here, as those of
    `--rules-dir` are not, has its name alone.
    """
    known = {rule.code: rule for rule in load_plugins().rules.rules}
    found = {finding.code: finding for finding in report.each_finding()}
    return [_descriptor(finding, known.get(code), levels) for code, finding in sorted(found.items())]


def _descriptor(finding: Finding, rule: type[Rule] | None, levels: Mapping[Severity, str]) -> dict[str, Any]:
    descriptor: dict[str, Any] = {"id": finding.code, "name": finding.name}
    if rule is not None:
        summary, body = _documentation(rule)
        sections = SECTION.split(body)
        what = dict(zip(sections[1::2], sections[2::2], strict=True)).get(WHAT, "")
        descriptor |= {
            "shortDescription": {"text": summary},
            "fullDescription": {"text": " ".join(f"{summary} {what}".split())},
            "help": {"text": f"{summary}\n\n{body}".strip(), "markdown": rule_page(rule)},
        }
    descriptor["defaultConfiguration"] = {"level": levels[rule.severity if rule else finding.severity]}
    url = page(finding)
    return {**descriptor, "helpUri": url} if url else descriptor


def _documentation(rule: type[Rule]) -> tuple[str, str]:
    """The first paragraph, on one line, and the rest."""
    summary, _, body = (inspect.getdoc(rule) or rule.name).partition("\n\n")
    return " ".join(summary.split()), body
