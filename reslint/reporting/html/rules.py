"""Rules on the page: what those of a report say about themselves, so that nobody has to leave the page to know why."""

from __future__ import annotations

import inspect
from collections.abc import Iterable

from markdown_it import MarkdownIt

from reslint.api.rule import Rule
from reslint.named import NamedTuple
from reslint.plugins.loading import load_plugins

HEADINGS = {"h1": "h4", "h2": "h4", "h3": "h5"}


class RuleText(NamedTuple):
    """A rule with the first line of its documentation and with all the rest, as HTML; both empty for a rule that is not
    known here, as those of a folder of rules are not.
    """

    code: str
    name: str
    summary: str
    body: str


def rule_texts(found: Iterable[tuple[str, str]]) -> dict[str, RuleText]:
    """The rules of these codes and names, by code."""
    known = {rule.code: rule for rule in load_plugins().rules.rules}
    return {code: _text(code, name, known.get(code)) for code, name in sorted(found)}


def _text(code: str, name: str, rule: type[Rule] | None) -> RuleText:
    summary, _, body = (inspect.getdoc(rule) or "" if rule else "").partition("\n\n")
    # Markdown without HTML in it: a plugin's documentation is as little to be trusted with a page as a draft is.
    markdown = MarkdownIt("commonmark", {"html": False}).disable(["link", "image", "autolink"])
    tokens = markdown.parse(body)
    for token in tokens:
        token.tag = HEADINGS.get(token.tag, token.tag)
    rendered = str(markdown.renderer.render(tokens, markdown.options, {}))
    return RuleText(code, name, " ".join(summary.split()), rendered)
