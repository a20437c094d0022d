"""What reslint brings itself grows by a module and a line: tried on a copy of it, with nothing else changed."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Draft = Callable[..., Path]
Copy = Callable[..., subprocess.CompletedProcess[str]]
ROOT = Path(__file__).parents[1]

READER = '''"""Minutes: a line that begins with `%` is a remark, any other is a paragraph."""

from __future__ import annotations

from reslint.documents.model import Document, Paragraph, Role, Segment, Story


def read_minutes(data: bytes, name: str) -> Document:
    """Read the bytes of a file of minutes."""
    paragraphs = []
    offset = 0
    for line in data.decode().splitlines(keepends=True):
        words = line.rstrip("\\n")
        role = Role.MARKUP if words.startswith("%") else Role.PROSE
        paragraphs.append(Paragraph((Segment(words, offset, role=role),), line[len(words) :]))
        offset += len(line)
    return Document(name, "minutes", (Story("body", tuple(paragraphs)),))
'''
FORMAT = (
    '    Format("minutes", (".minutes",), Late(f"{READ}.minutes", "read_minutes"), '
    '"% reslint: ignore[{code}]", text_writer),\n'
)
REPORTER = '''"""The output of one code a finding."""

from __future__ import annotations

from collections.abc import Iterable

from reslint.api.report import Report
from reslint.api.reporter import Style


def render(report: Report, _style: Style) -> Iterable[str]:
    """The codes, each on a line of its own."""
    for finding in report.each_finding():
        yield f"{finding.code}\\n"
'''
RULE = '''"""EXA001 loud-word."""

from __future__ import annotations

import re
from collections.abc import Iterable

from reslint.api.rule import Applicability, Example, Mistake, Page, Rule, Severity, replace


class LoudWord(Rule):
    """A sentence is shouted."""

    code = "EXA001"
    name = "loud-word"
    severity = Severity.INFO
    fix = Applicability.SAFE
    examples = (Example("It is agreed!\\n", ("!",), "It is agreed.\\n"),)

    def check(self, page: Page) -> Iterable[Mistake]:
        """Yield the exclamation marks."""
        for mark in re.finditer("!", page.text):
            yield Mistake(*mark.span(), "a shout", fix=replace(*mark.span(), ".", Applicability.SAFE))
'''


@pytest.fixture
def copied(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of reslint in a folder of its own."""
    folder = tmp_path_factory.mktemp("copy")
    for name in ("reslint", "rules"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("registry.yaml", "catalogue.tsv"):
        shutil.copy(ROOT / name, folder)
    return folder


@pytest.fixture
def run(copied: Path) -> Copy:
    """Call the command line of the copy."""

    def call(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-P", "-m", "reslint", *map(str, arguments)],
            capture_output=True,
            text=True,
            env={**os.environ, "PYTHONPATH": str(copied)},
            check=False,
        )

    return call


def add(copied: Path, after: str, entry: str) -> None:
    """Write one entry into the table of what reslint brings itself."""
    table = copied / "reslint" / "plugins" / "bundled.py"
    text = table.read_text("utf-8")
    assert text.count(after) == 1
    table.write_text(text.replace(after, after + entry), "utf-8")


def test_a_format_is_a_module_and_a_line(copied: Path, run: Copy, draft: Draft) -> None:
    path = draft("a.minutes", "% Resolution 71 (Rev. Dubai, 2018)\nSee Resolution 71 (Rev. Dubai, 2018).\n")
    (copied / "reslint" / "documents" / "minutes.py").write_text(READER)
    add(copied, "\nFORMATS = (\n", FORMAT)
    assert "minutes (.minutes)" in run("plugins").stdout
    ran = run("check", "--as-of", "2024-01-01", ".")
    assert "a.minutes:2:20: " in ran.stdout
    assert "write, with the name of the rule, % reslint: ignore[outdated-edition]\n" in ran.stdout
    assert "Found 1 finding" in ran.stdout
    run("check", "--as-of", "2024-01-01", "--fix", "--unsafe-fixes", ".")
    assert path.read_text() == ("% Resolution 71 (Rev. Dubai, 2018)\nSee Resolution 71 (Rev. Bucharest, 2022).\n")


@pytest.mark.parametrize("table", ["PEOPLE", "MACHINES"])
def test_an_output_format_is_a_module_and_a_name(copied: Path, run: Copy, draft: Draft, table: str) -> None:
    path = draft("a.txt", "See Resolution 71 (Rev. Dubai, 2018).\n")
    (copied / "reslint" / "reporting" / "codes.py").write_text(REPORTER)
    add(copied, f"{table} = (", '"codes", ')
    ran = run("check", "--as-of", "2024-01-01", "--output-format", "codes", path)
    assert (ran.returncode, ran.stdout) == (1, "STA001\n")
    assert "codes" in run("check", "--output-format", "nothing", path).stderr


def test_a_rule_is_a_file(copied: Path, run: Copy, draft: Draft) -> None:
    path = draft("a.txt", "It is agreed!\n")
    (copied / "rules" / "exa001_loud_word.py").write_text(RULE)
    ran = run("check", "--output-format", "jsonl", path)
    assert [json.loads(line)["code"] for line in ran.stdout.splitlines()] == ["EXA001"]
    assert run("check", "--fix", path).returncode == 0
    assert path.read_text() == "It is agreed.\n"
    assert "# loud-word (EXA001)" in run("rule", "loud-word").stdout
    assert "EXA001" in run("plugins").stdout
