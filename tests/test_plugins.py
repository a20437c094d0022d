"""Plugins: a worked example, installed and run, and broken ones that stop nothing."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import reslint as package

pytestmark = pytest.mark.slow

Draft = Callable[..., Path]
Reslint = Callable[..., Any]
ROOT = Path(package.__file__).parents[1]
EXAMPLE = Path(__file__).parent / "plugin_example"
RULE = """
from reslint import Mistake, Rule, Severity
class {name}(Rule):
    '''A rule.'''
    code, name, severity = {code!r}, {kebab!r}, {severity}
    def check(self, page):
        yield Mistake(0, 1, "it begins")
"""


def run(*arguments: str | Path, path: Path) -> subprocess.CompletedProcess[str]:
    """Call the command line as a process of its own that finds packages in `path` too."""
    return subprocess.run(
        [sys.executable, "-m", "reslint", *map(str, arguments)],
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": f"{path}{os.pathsep}{ROOT}"},
        check=False,
    )


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example, installed by pip into a folder of its own."""
    folder = tmp_path_factory.mktemp("site")
    offline = ["--no-deps", "--no-build-isolation", "--disable-pip-version-check", "--quiet"]
    command = [sys.executable, "-m", "pip", "install", *offline, "--target", str(folder), str(EXAMPLE)]
    subprocess.run(command, check=True)
    return folder


@pytest.fixture
def distribution(tmp_path: Path) -> Callable[..., Path]:
    """Write a distribution with one module, as pip would have installed it, and give the folder of all of them."""

    def write(name: str, code: str) -> Path:
        folder = tmp_path / "site"
        info = folder / f"{name}-0.3.dist-info"
        info.mkdir(parents=True)
        (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 0.3\n")
        (info / "entry_points.txt").write_text(f"[reslint]\n{name} = module_{name}\n")
        (folder / f"module_{name}.py").write_text(code)
        return folder

    return write


Distribution = Callable[..., Path]


def test_plugins_shows_who_brought_what(installed: Path) -> None:
    ran = run("plugins", path=installed)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert ran.stdout.endswith(
        "example (reslint-example 1.2.3)\n"
        "  rules: EXA001 shouting\n"
        "  formats: memo (.memo)\n"
        "  reporters: count\n"
        f"  registries: {installed / 'reslint_example' / 'registry.yaml'}\n"
    )
    assert "rules (bundled)\n  rules: " in ran.stdout


def test_the_rule_the_format_and_the_output_format_are_used(installed: Path, draft: Draft) -> None:
    path = draft("a.memo", "% no comment!\nIt is agreed!\n% reslint: ignore[shouting] as it was said\nYes!\n")
    select = ["--select", "EXA,SUP", "--as-of", "2024-01-01"]
    ran = run("check", *select, "--output-format", "jsonl", path, path=installed)
    assert [(one["code"], one["line"]) for one in map(json.loads, ran.stdout.splitlines())] == [
        ("EXA001", 1),
        ("EXA001", 2),
    ]
    keeping = "write, with the name of the rule, % reslint: ignore[shouting]\n"
    assert keeping in run("check", *select, path, path=installed).stdout
    assert run("check", *select, "--output-format", "count", ".", path=installed).stdout == "2 a.memo\n"
    assert run("check", *select, "--fix", path, path=installed).returncode == 0
    assert path.read_text() == ("% no comment.\nIt is agreed.\n% reslint: ignore[shouting] as it was said\nYes!\n")
    assert "# shouting (EXA001)" in run("rule", "shouting", path=installed).stdout


def test_the_facts_are_known(installed: Path, draft: Draft) -> None:
    assert "How to keep one's feet dry" in run("registry", "show", "PP", "9001", path=installed).stdout
    path = draft("a.txt", "PP Resolution 9001 (Atlantis, 1960) and PP Resolution 140 (Rev. Bucharest, 2022)\n")
    lines = run("citations", "--as-of", "2024-01-01", path, path=installed).stdout.splitlines()
    assert [json.loads(line)["verdict"] for line in lines] == ["current", "current"]


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        (
            "import nothing_of_the_kind",
            "cannot be imported (ModuleNotFoundError: No module named 'nothing_of_the_kind')",
        ),
        ("raise SystemError('no\\nluck')", "cannot be imported (SystemError: no luck)"),
        ("from reslint import hookimpl\n@hookimpl\ndef reslint_rule(): return []", "TypeError: there is no hook "),
        ("from reslint import hookimpl\n@hookimpl\ndef reslint_rules(page): return []", "PluginValidationError: "),
        ("from reslint import hookimpl\n@hookimpl\ndef reslint_rules(): 1 / 0", "reslint_rules failed (ZeroDivision"),
        ("from reslint import hookimpl\n@hookimpl\ndef reslint_rules(): pass", "reslint_rules failed (TypeError"),
        (
            "from reslint import hookimpl\n@hookimpl\ndef reslint_formats(): return ['.txt']",
            "reslint_formats returned str where Format is due",
        ),
    ],
)
def test_a_broken_plugin_is_one_line_and_stops_nothing(
    distribution: Distribution, draft: Draft, code: str, reason: str
) -> None:
    site = distribution("broken", code)
    arguments = ("check", "--as-of", "2024-01-01", draft("a.txt", "Resolution 71 (Rev. Dubai, 2018)\n"))
    ran = run(*arguments, path=site)
    assert ran.returncode == 1
    assert "STA001" in ran.stdout
    lines = [line for line in ran.stderr.splitlines() if "broken" in line]
    assert len(lines) == 1
    assert lines[0].startswith(f"note: plugin broken (broken 0.3): {reason}")
    assert lines[0].endswith("; it is left out")
    assert "Traceback" not in ran.stderr


def test_broken_facts_stop_nothing(distribution: Distribution, draft: Draft, tmp_path: Path) -> None:
    facts = tmp_path / "facts.yaml"
    facts.write_text("resolutions:\n  PP 9002:\n    editions: [PP-99]\n")
    code = (
        "from pathlib import Path\nfrom reslint import hookimpl\n"
        f"@hookimpl\ndef reslint_registries():\n    return [Path({str(facts)!r})]\n"
    )
    ran = run("check", "--as-of", "2024-01-01", draft("a.txt", "A word.\n"), path=distribution("facts", code))
    assert ran.returncode == 0
    assert f"note: {facts}:" in ran.stderr
    assert "(the facts of a plugin; they are left out)" in ran.stderr


def test_a_plugin_brings_a_catalogue_by_the_same_door(distribution: Distribution, draft: Draft, tmp_path: Path) -> None:
    row = "recommendation,,{day},{day},{status},A title,,a list"
    listed = tmp_path / "list.csv"
    listed.write_text(
        "identifier,kind,edition,approved,published,status,title,also,source\n"
        f"ITU-T X.9001 (04/2016),{row.format(day='2016-04-29', status='not-in-force')}\n"
        f"ITU-T X.9001 (06/2023),{row.format(day='2023-06-13', status='in-force')}\n"
    )
    own = tmp_path / "own.tsv"
    run("registry", "ingest", str(listed), "--registry", str(own), "--as-of", "2024-01-01", "--write", path=tmp_path)
    code = (
        "from pathlib import Path\nfrom reslint import hookimpl\n"
        f"@hookimpl\ndef reslint_registries():\n    return [Path({str(own)!r})]\n"
    )
    words = "as in Recommendations ITU-T X.9001 (04/2016) and ITU-T X.1051 (04/2016)\n"
    ran = run("check", "--as-of", "2024-01-01", draft("a.txt", words), path=distribution("catalogue", code))
    assert ran.returncode == 1
    assert "ITU-T X.9001 was revised since: the edition in force is (06/2023)" in ran.stdout
    assert "ITU-T X.1051 was revised since: the edition in force is (06/2023)" in ran.stdout


@pytest.mark.parametrize(
    ("rule", "reason"),
    [
        ({"code": "X1"}, "its code 'X1' is not three capital letters and three digits"),
        ({"kebab": "Two Words"}, "its name 'Two Words' is not lower-case words joined by hyphens"),
        ({"severity": "'high'"}, "its severity is none of Severity"),
        ({"code": "STA001"}, "STA001 is already the rule reslint.rules.sta001_outdated_edition.OutdatedEdition"),
        ({"kebab": "outdated-edition"}, "outdated-edition is already the rule reslint.rules.sta001_"),
    ],
)
def test_a_rule_that_is_not_one_is_named(reslint: Reslint, draft: Draft, rule: dict[str, str], reason: str) -> None:
    good = {"name": "Good", "code": "GUD001", "kebab": "good-rule", "severity": "Severity.INFO"}
    draft("rules/good.py", RULE.format(**good))
    draft("rules/bad.py", RULE.format(**{**good, "name": "Bad", "code": "BAD001", "kebab": "bad-rule", **rule}))
    draft("rules/_helper.py", "raise SystemError('helpers are not loaded')")
    ran = reslint("check", "--rules-dir", "rules", "--select", "GUD001", draft("a.txt", "x"), small=False)
    assert (ran.status, ran.out) == (2, "")
    assert f"error: rules/bad.py:3: rule Bad: {reason}" in ran.err
    assert ran.err.endswith("; mend it, or take it out of the folder\n")


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("import re\ndef (", "rules/bad.py:2: cannot be imported (SyntaxError: invalid syntax)"),
        ("import re\n\n1 / 0", "rules/bad.py:3: cannot be imported (ZeroDivisionError: division by zero)"),
        ("from ._words import WORDS", "rules/_words.py:2: cannot be imported (NameError: name 'nothing' is not"),
        ("import nowhere_at_all", "rules/bad.py:1: cannot be imported (ModuleNotFoundError: No module named"),
    ],
)
def test_a_rule_file_of_ones_own_that_is_broken_ends_the_run(
    reslint: Reslint, draft: Draft, code: str, told: str
) -> None:
    draft("rules/bad.py", code)
    draft("rules/_words.py", "\nWORDS = nothing\n")
    draft("rules/good.py", RULE.format(name="Good", code="GUD001", kebab="good-rule", severity="Severity.INFO"))
    ran = reslint("check", "--rules-dir", "rules", "--select", "GUD001", draft("a.txt", "x"), small=False)
    assert (ran.status, ran.out) == (2, "")
    assert f"error: {told}" in ran.err
    assert ran.err.endswith("; mend it, or take it out of the folder\n")
    draft("reslint.toml", 'rules-dir = ["rules"]\n')
    by_settings = reslint("check", "a.txt", small=False)
    assert (by_settings.status, told in by_settings.err) == (2, True)


def test_the_last_reader_of_a_suffix_wins(distribution: Distribution, draft: Draft) -> None:
    code = (
        "from reslint import Document, Paragraph, Format, Segment, Story, hookimpl\n"
        "def read(data, name):\n"
        "    return Document(name, 'loud', (Story('body', (Paragraph((Segment('LOUD', 0),)),)),))\n"
        "@hookimpl\ndef reslint_formats():\n    return [Format('loud', ('.txt',), read)]\n"
    )
    ran = run("text", draft("a.txt", "quiet"), path=distribution("loud", code))
    assert ran.stdout == "LOUD\n"


def test_a_reader_that_fails_is_named(distribution: Distribution, draft: Draft) -> None:
    code = (
        "from reslint import Format, hookimpl\n"
        "@hookimpl\ndef reslint_formats():\n    return [Format('odd', ('.odd',), lambda data, name: 1 / 0)]\n"
    )
    draft("a.txt", "A word.\n")
    draft("b.odd", "x")
    ran = run("check", ".", path=distribution("odd", code))
    assert ran.returncode == 2
    assert "error: b.odd: the reader odd failed (ZeroDivisionError: division by zero)\n" in ran.stderr
