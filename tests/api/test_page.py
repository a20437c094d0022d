"""What a page tells rules, whatever citations they ask it about."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from reslint.linting.basis import Basis
from reslint.linting.linter import Linter
from reslint.linting.settings import Settings
from reslint.plugins.loading import load_plugins
from reslint.plugins.rule_table import Selection
from reslint.registry import Registry

RULE = '''
from reslint import Mistake, Rule, Severity

class Neighbours(Rule):
    """Says which records the texts of other numbers have."""

    code, name, severity = "NGB001", "neighbours", Severity.INFO

    def check(self, page):
        for number in ("71", "130", "178", "9999"):
            for citation in page.citations:
                record = page.judgement(citation._replace(number=number)).record
                yield Mistake(citation.start, citation.end, record.key if record else "none")
'''
TEXT = b"recalling Resolution 71 (Rev. Dubai, 2018) of the Plenipotentiary Conference,\n"


def test_a_judgement_is_that_of_the_citation_asked_about(registry: Registry, draft: Callable[..., Path]) -> None:
    folder = draft("rules/neighbours.py", RULE).parent
    plugins = load_plugins([folder])
    settings = Settings(selections=(Selection("test", select=("NGB001",)),))
    result = Linter(Basis(settings, plugins, registry)).check(TEXT, "draft.txt")
    told = [finding.message for finding in result.findings]
    assert told == ["PP 71", "PP 130", "PP 178", "none"]
