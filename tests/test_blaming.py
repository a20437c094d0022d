"""Rules and reporters that raise are named with file and line of their own code, never one of reslint's."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Draft = Callable[..., Path]
Reslint = Callable[..., Any]
HEAD = '''\
from reslint import Mistake, Page, Rule, Severity, hookimpl, replace


class Odd(Rule):
    """Breaks."""

    code = "OWN001"
    name = "odd-rule"
    severity = Severity.INFO

    def check(self, page):
'''
BODIES = {
    "raises": ("        raise ValueError('as a\\n test')\n", 12),
    "raises when it is asked for more": ("        yield Mistake(0, 1, 'x')\n        raise KeyError('x')\n", 13),
    "calls what is not there": ("        page.nothing()\n", 12),
    "calls reslint wrongly": ("        return [replace()]\n", 12),
    "gives back nothing": ("        return None\n", 11),
    "gives back something else": ("        return [5]\n", 11),
    "gives back a place that is none": ("        yield Mistake('a', None, 'x')\n", 11),
    "recurses": ("        return self.check(page)\n", 12),
    "raises in a function beside it": ("        from . import _help\n        return _help.broken()\n", 2),
    "asserts": ("        assert not page\n", 12),
}


@pytest.mark.parametrize(("body", "line"), BODIES.values(), ids=BODIES.keys())
def test_a_rule_is_named_with_the_place(reslint: Reslint, draft: Draft, body: str, line: int) -> None:
    draft("rules/own001.py", HEAD + body)
    draft("rules/_help.py", "def broken():\n    return {}['x']\n")
    draft("a.txt", "Resolution 70 (Rev. Dubai 2018)\n")
    ran = reslint("check", "a.txt", "--rules-dir", "rules", "--as-of", "2024-10-15", small=False)
    assert ran.status == 2
    assert "STA001" in ran.out
    (error,) = (one for one in ran.err.splitlines() if one.startswith("error: "))
    file = "_help.py" if "_help" in body else "own001.py"
    assert re.match(rf"error: a\.txt: rule OWN001 of plugin \S+, rules/{file}:{line}, failed \(", error), error


REPORTERS = {
    "raises": ("raise ValueError('as a\\n test')", 6, "ValueError: as a test"),
    "raises after a piece": ("yield 'x'; 1 / 0", 6, "ZeroDivisionError"),
    "gives back nothing": ("return None", 5, "TypeError"),
    "gives back bytes": ("yield b'x'", 5, "TypeError: it makes bytes where text is due"),
    "ends the program": ("raise SystemExit(0)", 6, "SystemExit: 0"),
    "cannot write": ("raise OSError(28, 'No space left on device')", 6, "OSError"),
}


@pytest.mark.slow
@pytest.mark.parametrize(("body", "line", "said"), REPORTERS.values(), ids=REPORTERS.keys())
def test_a_reporter_is_named_with_the_place(draft: Draft, tmp_path: Path, body: str, line: int, said: str) -> None:
    import os
    import subprocess
    import sys

    site = tmp_path / "site"
    (site / "odd-1.0.dist-info").mkdir(parents=True)
    (site / "odd-1.0.dist-info/METADATA").write_text("Metadata-Version: 2.1\nName: odd\nVersion: 1.0\n")
    (site / "odd-1.0.dist-info/entry_points.txt").write_text("[reslint]\nodd = odd_reporter\n")
    (site / "odd_reporter.py").write_text(
        "from reslint import Reporter, hookimpl\n\n\n\n"
        f"def render(report, style):\n    {body}\n\n\n"
        "@hookimpl\ndef reslint_reporters():\n    return [Reporter('odd', render)]\n"
    )
    draft("a.txt", "Resolution 70 (Rev. Dubai 2018)\n")
    for arguments in ([], ["-o", "odd.txt"]):
        command = [sys.executable, "-m", "reslint", "check", "a.txt", "--output-format", "odd", *arguments]
        environment = {**os.environ, "PYTHONPATH": str(site)}
        ran = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
        assert ran.returncode == 2
        (error,) = (one for one in ran.stderr.splitlines() if one.startswith("error: "))
        assert error.startswith(f"error: output-format: odd failed at site/odd_reporter.py:{line} ({said}")
        assert not Path("odd.txt").exists()


@pytest.mark.parametrize("files", [{}, {"notes.txt": "x"}, {"_help.py": "x = 1\n"}, {"own.py": "x = 1\n"}], ids=str)
@pytest.mark.parametrize("command", ["check", "rule", "plugins"])
def test_a_folder_without_rules_says_so(reslint: Reslint, draft: Draft, files: dict[str, str], command: str) -> None:
    draft("a.txt", "grey")
    Path("rules").mkdir()
    for name, text in files.items():
        draft(f"rules/{name}", text)
    arguments = {"check": ["a.txt"], "rule": ["STA001"], "plugins": []}[command]
    ran = reslint(command, *arguments, "--rules-dir", "rules", small=False)
    assert (ran.status, ran.out) == (2, "")
    (error,) = (line for line in ran.err.splitlines() if "runs rules" not in line)
    assert error == "error: rules-dir rules: no rules there; name a folder of Python files with rules"
