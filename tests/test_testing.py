"""The examples of rules of one's own: run by the command line and by a fixture of pytest."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Draft = Callable[..., Path]
Reslint = Callable[..., Any]
RULE = '''
import re

from reslint import Applicability, Example, Mistake, Rule, Severity, replace


class Grey(Rule):
    """The word grey.

    ## What it does

    Writes gray.

    ## Why

    It is shorter nowhere.
    """

    code = "HOU001"
    name = "grey"
    severity = Severity.INFO
    fix = Applicability.SAFE
    examples = (
        Example("a grey sky\\n", ("grey",), "a gray sky\\n"),
        Example("a blue sky\\n"),
    )

    def check(self, page):
        for match in re.finditer("grey", page.text):
            fix = replace(match.start(), match.end(), "gray", Applicability.SAFE)
            yield Mistake(match.start(), match.end(), "say gray", "gray", fix=fix)
'''


def test_examples_that_are_true_pass(reslint: Reslint, draft: Draft) -> None:
    draft("rules/hou001_grey.py", RULE)
    ran = reslint("rule", "--test", "rules")
    assert (ran.status, ran.err) == (0, "")
    assert ran.out == (
        "HOU001 grey, documentation: passed\n"
        "HOU001 grey, example 1: passed\n"
        "HOU001 grey, example 2: passed\n"
        "3 passed, 0 failed.\n"
    )


def test_what_differs_is_told(reslint: Reslint, draft: Draft) -> None:
    wrong = RULE.replace("## Why", "## Because").replace('"a gray sky', '"a green sky').replace("a blue", "a grey")
    draft("rules/hou001_grey.py", wrong)
    ran = reslint("rule", "--test", "rules")
    assert (ran.status, ran.err) == (1, "")
    assert ran.out == (
        "HOU001 grey, documentation: failed\n"
        '  the docstring has no paragraph "## Why"\n'
        "HOU001 grey, example 1: failed\n"
        "  --- expected\n"
        "  +++ mended\n"
        "  @@ -1 +1 @@\n"
        "  -a green sky\n"
        "  +a gray sky\n"
        "HOU001 grey, example 2: failed\n"
        "  found    'grey'\n"
        "  expected nothing\n"
        "  --- expected\n"
        "  +++ mended\n"
        "  @@ -1 +1 @@\n"
        "  -a grey sky\n"
        "  +a gray sky\n"
        "0 passed, 3 failed.\n"
    )


def test_a_rule_that_raises_fails_its_examples(reslint: Reslint, draft: Draft) -> None:
    draft("rules/hou001_grey.py", RULE.replace('"gray", fix=fix', '"gray", fix=1 / 0'))
    ran = reslint("rule", "--test", "rules")
    assert ran.status == 1
    assert "draft.txt: rule HOU001 of plugin reslint_rules_" in ran.out
    assert "failed (ZeroDivisionError: division by zero)" in ran.out


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["nowhere"], "error: rules-dir nowhere: no such folder"),
        (["empty"], "error: rule --test empty: no rules there"),
        (["broken"], "error: broken/bad.py:1: cannot be imported (SyntaxError"),
        (["empty", "STA001"], "error: rule --test: this runs all rules of the folder"),
    ],
)
def test_what_cannot_be_tested_is_an_error(reslint: Reslint, draft: Draft, arguments: list[str], told: str) -> None:
    draft("empty/_helper.py", "")
    draft("broken/bad.py", "def (")
    ran = reslint("rule", "--test", *arguments)
    assert (ran.status, ran.out) == (2, "")
    assert told in ran.err


def test_plugin_authors_have_a_fixture(draft: Draft) -> None:
    draft("conftest.py", 'pytest_plugins = ["reslint.pytest_plugin"]\n')
    draft("grey.py", RULE)
    draft(
        "test_grey.py",
        "from grey import Grey\n\n\ndef test_it(check_rule):\n    check_rule(Grey)\n\n\n"
        "def test_another(check_rule):\n    check_rule(type('Other', (Grey,), {'examples': ()}))\n",
    )
    ran = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-W", "error", "-p", "no:cacheprovider", "-p", "no:asyncio"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert "1 failed, 1 passed" in ran.stdout, ran.stdout + ran.stderr
    assert "HOU001 grey, documentation: failed\n" in ran.stdout
    assert "\n  no example has anything to find\n" in ran.stdout
    assert "Traceback" not in ran.stdout


def test_who_does_not_ask_for_it_has_nothing_of_it() -> None:
    code = "import sys, reslint.testing; print('pytest' in sys.modules)"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout == "False\n"
