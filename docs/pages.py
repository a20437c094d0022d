"""All pages as they have to be: those of the rules, made whole, and the others with their generated blocks filled in.

A block stands between two comments and is replaced by what its generator of that name gives:

    <!-- generated: settings -->
    …
    <!-- /generated -->

`<!-- generated: run reslint check draft.txt -->` is what that command prints, `run python a.py` what that program does.
It runs in a folder of its own for every page, which holds the fenced texts that follow `<!-- file: draft.txt -->`, and
of `examples/` what `<!-- example: contribution.docx -->` names, elsewhere with `… as papers/a.docx -->`.
`<!-- generated: windows -->` is the block of commands before it as one types it on Windows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from docs.blocks import BLOCKS
from docs.commands import COMMAND_BLOCKS
from docs.facts import FACT_BLOCKS
from docs.installing import INSTALL_BLOCKS
from docs.running import Folder
from docs.windows import windows_of
from reslint.api.rule import Rule
from reslint.plugins.rule_folders import bundled_rules
from reslint.reporting.rule_page import rule_page

ROOT = Path(__file__).resolve().parents[1]
RULES = ROOT / "docs" / "rules"
EXAMPLES = ROOT / "examples"
EDITORS = ROOT / "editors"
INDEX = RULES / "README.md"
BLOCK = re.compile(
    r"(?P<open><!-- generated: (?P<name>\S+)(?: (?P<argument>[^\n]*?))? -->\n).*?(?P<close><!-- /generated -->)",
    re.DOTALL,
)
FILE = re.compile(
    r"^<!-- file: (?P<name>\S+) -->\n+(?P<fence>`{3,})\w*\n(?P<content>.*?)^(?P=fence)$", re.DOTALL | re.M
)
EXAMPLE = re.compile(r"^<!-- example: (?P<name>[\w.-]+)(?: as (?P<place>\S+))? -->$", re.M)
GENERATORS = {**BLOCKS, **COMMAND_BLOCKS, **FACT_BLOCKS, **INSTALL_BLOCKS}


def pages() -> Iterator[tuple[Path, str]]:
    """Every page with the text it has to have."""
    for path in written_pages():
        yield path, filled(path.read_text("utf-8"))
    for rule in rules():
        yield RULES / f"{rule.name}.md", rule_page(rule)


def written_pages() -> list[Path]:
    """The pages that people write, with or without generated blocks."""
    return [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")), INDEX, *sorted(EDITORS.glob("*/README.md"))]


def stray_pages() -> list[Path]:
    """Pages in the folder of rules that belong to no rule."""
    known = {INDEX.name, *(f"{rule.name}.md" for rule in rules())}
    return [path for path in sorted(RULES.glob("*.md")) if path.name not in known]


def rules() -> list[type[Rule]]:
    """The bundled rules by code; RuntimeError where one cannot be imported, since its page would be lost."""
    folder = bundled_rules()
    found = sorted(folder.reslint_rules(), key=lambda rule: rule.code)
    if folder.problems:
        raise RuntimeError("; ".join(folder.problems))
    return found


def filled(page: str) -> str:
    """The page with every generated block as it has to be."""
    with Folder(files_of(page)) as folder:
        return BLOCK.sub(lambda match: _block(match, folder), page)


def files_of(page: str) -> dict[str, bytes]:
    """The files that a page shows or names, as they are before its first command."""
    files = {match["name"]: match["content"].encode() for match in FILE.finditer(page)}
    shipped = EXAMPLE.finditer(page)
    return files | {match["place"] or match["name"]: (EXAMPLES / match["name"]).read_bytes() for match in shipped}


def _block(match: re.Match[str], folder: Folder) -> str:
    name, argument = match["name"], match["argument"] or ""
    if name == "run":
        content = folder.run(argument)
    elif name == "rules":
        content = _rules_table()
    elif name == "windows":
        content = windows_of(match.string, match.start())
    else:
        content = GENERATORS[name](argument)
    return f"{match['open']}{content.strip(chr(10))}\n{match['close']}"


def _rules_table() -> str:
    lines = ["| code | name | severity | fix | what is reported |", "|---|---|---|---|---|"]
    for rule in rules():
        weight = f"{rule.severity.value}{'' if rule.default else ', off'}"
        what = (rule.__doc__ or "").strip().splitlines()[0].rstrip(".")
        fix = rule.fix.value if rule.fix else "–"
        lines.append(f"| {rule.code} | [{rule.name}]({rule.name}.md) | {weight} | {fix} | {what} |")
    return "\n".join(lines)
