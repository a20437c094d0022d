"""The documentation page of a rule, as Markdown, made of its docstring, its metadata and its examples."""

from __future__ import annotations

import inspect

from reslint.api.rule import Example, Rule


def rule_page(rule: type[Rule]) -> str:
    """The page: name and code, a line of metadata, the docstring, then every example with what is found in it."""
    weight = f"{rule.severity.value}{'' if rule.default else ', off unless selected'}"
    fix = f"{rule.fix.value} fix" if rule.fix else "no fix"
    parts = [f"# {rule.name} ({rule.code})", f"{weight} · {fix}", inspect.getdoc(rule) or ""]
    if rule.examples:
        parts.append("## Examples")
        parts.extend(_example(example) for example in rule.examples)
    return "\n\n".join(part.strip("\n") for part in parts) + "\n"


def _example(example: Example) -> str:
    lines = [f"As of {example.as_of}, in `{example.name}`:", "", _fenced(example.draft), ""]
    if example.found:
        lines.append("Found: " + ", ".join(f"`{words}`" for words in example.found))
    else:
        lines.append("Nothing is found.")
    if example.mended is not None:
        lines += ["", "Mended:", "", _fenced(example.mended)]
    return "\n".join(lines)


def _fenced(text: str) -> str:
    fence = "````" if "```" in text else "```"
    return f"{fence}text\n{text.strip(chr(10))}\n{fence}"
