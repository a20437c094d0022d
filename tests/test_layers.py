"""Data flows down once: nothing below imports anything above, and rules import the rule API only."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
OPEN_TO_RULES = (
    "reslint.api.rule",
    "reslint.api.messages",
    "reslint.api.editions",
    "reslint.citations",
    "reslint.structure",
    "reslint.registry",
)


def test_import_layers() -> None:
    ran = subprocess.run(
        [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stdout


def test_rules_import_only_what_is_open_to_them() -> None:
    closed = []
    for path in sorted((ROOT / "rules").glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            names = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            names += [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            closed += [
                f"{path.name}: {name}"
                for name in names
                if name.startswith("reslint") and not name.startswith(OPEN_TO_RULES)
            ]
    assert closed == []
