"""The pages say what the code does: generated parts are up to date, nothing is left out, examples are real."""

from __future__ import annotations

import importlib
import json
import os
import re
import shlex
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
import yaml

import reslint
from reslint import calls
from reslint.api.finding import Applicability, Change, Edit, Finding, Fix, RecordNote, Severity
from reslint.citations.model import BodyFrom, CitationRole
from reslint.commands.group import command as program
from reslint.errors import ReslintError
from reslint.linting.settings import read_settings
from reslint.plugins import hookspecs
from reslint.plugins.bundled import reslint_reporters
from reslint.registry.shapes import EDITION, SECTIONS, TOP
from reslint.registry.verdict import Verdict
from reslint.resources import mount

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parents[1]
DOCS = ROOT / "docs"
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "CHANGELOG.md", *sorted(DOCS.rglob("*.md"))]
DRAFT = "noting Resolution 102 (Rev. Buchrest, 2022) of the Plenipotentiary Conference\n"


def page(name: str) -> str:
    return (DOCS / name).read_text("utf-8")


def test_pages_equal_what_is_generated() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "docs", "--check"], cwd=ROOT, capture_output=True, encoding="utf-8", check=False
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_a_stale_page_is_named(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    mount(DOCS, "docs")
    writer = importlib.import_module("docs.__main__")
    monkeypatch.setattr(writer, "pages", lambda: [(ROOT / "README.md", "something else")])
    monkeypatch.setattr(writer, "stray_pages", lambda: [DOCS / "rules" / "of-no-rule.md"])
    before = (ROOT / "README.md").read_text("utf-8")
    assert writer.main(["--check"]) == 1
    assert re.findall(r"^\S+: ", capsys.readouterr().out, re.M) == ["README.md: ", "docs/rules/of-no-rule.md: "]
    assert (ROOT / "README.md").read_text("utf-8") == before


def test_the_first_example_of_the_readme_is_real(tmp_path: Path) -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    first = re.search(r"<!-- file: (\S+) -->\n```text\n(.*?)```\n.*?```console\n\$ (.*?)\n(.*?)```", readme, re.DOTALL)
    assert first is not None
    (tmp_path / first[1]).write_text(first[2], "utf-8")
    words = shlex.split(first[3])
    assert words[:2] == ["reslint", "check"]
    done = subprocess.run(
        [sys.executable, "-m", *words],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 1
    assert done.stdout == first[4]
    assert "Resolution 178" not in done.stdout


def test_every_command_and_option_is_documented() -> None:
    text = page("command-line.md")
    sections = dict(re.findall(r"^## (reslint .*?)\n(.*?)(?=^## |\Z)", text, re.DOTALL | re.M))
    found = dict(_commands("reslint", program))
    assert set(sections) == set(found)
    for name, command in found.items():
        for parameter in command.params:
            if isinstance(parameter, click.Option):
                for word in (*parameter.opts, *parameter.secondary_opts):
                    assert re.search(rf"`[^`]*{re.escape(word)}\b", sections[name]), f"{name}: {word}"


def _commands(name: str, command: click.Command) -> Iterator[tuple[str, click.Command]]:
    if name != "reslint":
        yield name, command
    if isinstance(command, click.Group):
        context = click.Context(command)
        for word in command.list_commands(context):
            inner = command.get_command(context, word)
            assert inner is not None
            yield from _commands(f"{name} {word}", inner)


def test_the_settings_are_those_that_are_read(tmp_path: Path) -> None:
    """A key that means nothing is answered with the keys that do."""
    unknown = tmp_path / "reslint.toml"
    unknown.write_text('"0" = 0\n', "utf-8")
    with pytest.raises(ReslintError, match="unknown setting") as raised:
        read_settings(unknown)
    known = raised.value.advice.removeprefix("the settings are ").split(", ")
    text = page("settings.md")
    assert len(known) > 10
    assert sorted(re.findall(r"^\| \[`(\S+)`\]", text, re.M)) == sorted(known)
    assert sorted(re.findall(r"^## (\S+)$", text, re.M)) == sorted(known)


def test_every_example_of_a_setting_can_be_read(tmp_path: Path) -> None:
    sections = re.findall(r"^## (\S+)\n(.*?)(?=^## |\Z)", page("settings.md"), re.DOTALL | re.M)
    examples = [
        (key, example) for key, text in sections for example in re.findall(r"```toml\n(.*?)```", text, re.DOTALL)
    ]
    assert {key for key, _ in examples} == {key for key, _ in sections}
    others = re.findall(r"```toml\n(.*?)```", page("git.md"), re.DOTALL)
    assert len(others) == 1
    for number, (key, example) in enumerate((*examples, ("select", "select = []\n"), ("extend-select", others[0]))):
        path = tmp_path / str(number) / "reslint.toml"
        path.parent.mkdir()
        path.write_text(example, "utf-8")
        read_settings(path)
        assert key in tomllib.loads(example)


def test_every_hook_is_documented() -> None:
    text = page("plugins.md")
    hooks = [name for name, value in vars(hookspecs).items() if name.startswith("reslint_") and callable(value)]
    assert sorted(re.findall(r"^### (reslint_\w+)$", text, re.M)) == sorted(hooks)
    for name in hooks:
        returned = str(vars(hookspecs)[name].__annotations__["return"])
        assert f"def {name}() -> {returned}: ..." in text


def test_every_program_of_the_page_on_python_is_run() -> None:
    text = re.sub(r"^## The functions\n.*", "", page("python.md"), flags=re.DOTALL | re.M)
    programs = re.findall(r"^<!-- file: (\w+\.py) -->\n```python\n", text, re.M)
    assert len(programs) > 8
    assert len(programs) == text.count("```python\n")
    assert re.findall(r"^<!-- generated: run python (\S+) -->\n```console\n", text, re.M) == programs


def test_every_function_for_programs_is_documented() -> None:
    text = page("python.md").partition("## The functions")[2]
    functions = [
        name for name in reslint.__all__ if getattr(getattr(reslint, name), "__module__", "") == calls.__name__
    ]
    shown = re.findall(r"^### (\S+)$", text, re.M)
    assert sorted(shown) == sorted([*functions, "Settings.of"])
    assert set(re.findall(r"^def (\w+)\($", text, re.M)) >= {"lint_text", "fix", "comment", "of"}


def test_the_worked_example_stands_in_full() -> None:
    text = page("plugins.md")
    files = [
        path for path in (ROOT / "tests" / "plugin_example").rglob("*") if path.suffix in (".py", ".toml", ".yaml")
    ]
    assert len(files) > 3
    for path in files:
        assert path.read_text("utf-8") in text, path.name


def test_the_fields_of_the_output_are_those_of_the_output(tmp_path: Path) -> None:
    text = page("output.md")
    (tmp_path / "draft.txt").write_text(DRAFT, "utf-8")
    whole = json.loads(_run(tmp_path, "check", "draft.txt", "--as-of", "2024-10-15", "--output-format", "json"))
    assert _fields(text, "json") == list(whole)
    (finding,) = whole["findings"]
    assert _fields(text, "A finding") == list(finding)
    kept_back = {"advice", "keep", "block", "around"}
    of_place = {"story", "paragraph", "runs"}
    assert set(finding) == set(Finding._fields) - kept_back | of_place
    assert _fields(text, "A finding", "field of `change`") == list(Change._fields)
    assert _fields(text, "A finding", "field of `fix`") == list(finding["fix"])
    assert set(finding["fix"]) == set(Fix._fields)
    assert set(finding["fix"]["edits"][0]) == set(Edit._fields)
    assert _fields(text, "A finding", "field of `record`") == list(RecordNote._fields)
    (citation,) = map(json.loads, _run(tmp_path, "citations", "draft.txt", "--as-of", "2024-10-15").splitlines())
    assert _fields(text, "Citations") == list(citation)
    assert _fields(text, "Citations", "field of an edition") == list(citation["editions"][0])
    (block,) = map(json.loads, _run(tmp_path, "text", "draft.txt", "--output-format", "jsonl").splitlines())
    assert _fields(text, "What reslint reads") == list(block)


def test_every_value_of_the_output_is_documented() -> None:
    text = page("output.md")
    for values in (Severity, Applicability, BodyFrom, CitationRole):
        for value in values:
            assert f"`{value.value}`" in text, value
    formats = [reporter.name for reporter in reslint_reporters()]
    assert re.findall(r"^\| `(\w+)` \| (?:people|programs) \|", text, re.M) == formats
    assert set(formats) <= set(re.findall(r"^## (\w+)$", text, re.M))


def test_the_verdicts_are_those_of_the_registry() -> None:
    verdicts = [verdict.value for verdict in Verdict]
    assert _fields(page("registry.md"), "Verdicts", "verdict") == verdicts


def test_every_field_of_the_registry_is_documented() -> None:
    text = page("registry.md")
    headings = {
        "bodies": "A body",
        "places": "A place",
        "conferences": "A conference",
        "resolutions": "A resolution",
        "unga": "A resolution of the General Assembly",
        "languages": "A language",
        "sectors": "A Sector",
        "publications": "Words of publications",
    }
    assert set(headings) == set(SECTIONS)
    assert set(_fields(text, "The file", "section")) == set(TOP)
    for section, heading in headings.items():
        assert set(_fields(text, heading)) == set(SECTIONS[section])
    for field in EDITION:
        assert f"{field}: " in text


def test_the_hooks_of_the_page_are_there_to_be_called() -> None:
    (example,) = re.findall(r"```yaml\n(repos:.*?)```", page("git.md"), re.DOTALL)
    named = [hook["id"] for repo in yaml.safe_load(example)["repos"] for hook in repo["hooks"]]
    offered = [hook["id"] for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))]
    assert named == offered


def test_every_dependency_has_its_reason() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    needed = [re.split(r"[<>=~! ]", one)[0] for one in project["dependencies"]]
    readme = (ROOT / "README.md").read_text("utf-8").partition("## Built on")[2]
    assert re.findall(r"^- \*\*(\S+)\*\*: \S", readme, re.M) == needed
    assert f"## [{reslint.__version__}]" in (ROOT / "CHANGELOG.md").read_text("utf-8")


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_links_lead_somewhere(path: Path) -> None:
    prose = re.sub(r"^(`{3,})\w*\n.*?^\1$|`[^`\n]*`", "", path.read_text("utf-8"), flags=re.DOTALL | re.M)
    for target in re.findall(r"\]\(([^()\s]+)\)", prose):
        if target.startswith("https://"):
            continue
        file, _, anchor = target.partition("#")
        aim = (path.parent / file).resolve() if file else path
        assert aim.is_file(), target
        if anchor:
            assert anchor in _anchors(aim.read_text("utf-8")), target


def _anchors(text: str) -> set[str]:
    headings = re.findall(r"^#{1,6} (.*)$", text, re.M)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def _fields(text: str, heading: str, column: str = "field") -> list[str]:
    """The first column of the table under a heading whose header begins with `column`."""
    under = re.split(rf"^#{{2,3}} {re.escape(heading)}$", text, flags=re.M)
    assert len(under) == 2, heading
    own = re.split(r"^#{2,3} ", under[1], flags=re.M)[0]
    table = re.search(rf"^\| {re.escape(column)} \|.*\n\|[-|]+\n((?:\|.*\n)+)", own, re.M)
    assert table is not None, f"{heading}: {column}"
    return re.findall(r"^\| `([\w-]+)`", table[1], re.M)


def _run(folder: Path, *arguments: str) -> str:
    return subprocess.run(
        [sys.executable, "-m", "reslint", *arguments],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    ).stdout
