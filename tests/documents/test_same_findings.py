"""The same text gives the same findings as a text file and as a page of HTML."""

from __future__ import annotations

from html import escape

import pytest

from reslint.api.rule import Example, Rule
from reslint.documents import View
from reslint.documents.text import read_text
from reslint.plugins.loading import load_plugins
from reslint.testing import linter_for

CASES = [
    pytest.param(rule, example, id=f"{rule.code}-{number}")
    for rule in load_plugins().rules.rules
    for number, example in enumerate(rule.examples, 1)
    if example.name.endswith(".txt")
]


def as_html(text: str, tag: str) -> bytes:
    """The paragraphs that a text file of this text has, as elements of a page."""
    view = View(read_text(text.encode(), "draft.txt"))
    words = (view.text[block.start : block.end] for block in view.blocks)
    body = "\n".join(f"<{tag}>{escape(one)}</{tag}>" for one in words if one.strip())
    return f"<!doctype html>\n<html><body>\n{body}\n</body></html>\n".encode()


@pytest.mark.parametrize("tag", ["p", "pre"])
@pytest.mark.parametrize(("rule", "example"), CASES)
def test_examples_of_rules(rule: type[Rule], example: Example, tag: str) -> None:
    page = as_html(example.draft, tag)
    result = linter_for(rule, example).check(page, "draft.html")
    assert result.errors == ()
    assert [folded(finding.excerpt) for finding in result.findings] == [folded(words) for words in example.found]
    lines = page.decode().splitlines()
    for finding in result.findings:
        if finding.line == finding.end_line and finding.excerpt:
            written = lines[finding.line - 1][finding.column - 1 : finding.end_column - 1]
            assert folded(written) == folded(escape(finding.excerpt))


def folded(words: str) -> str:
    return " ".join(words.split())
