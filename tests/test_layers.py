"""Data flows down once: nothing below imports anything above, and rules import only what is public."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import reslint

ROOT = Path(__file__).parents[1]


def test_import_layers() -> None:
    ran = subprocess.run(
        [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stdout


def test_rules_import_what_is_public_and_the_helpers_beside_them() -> None:
    closed = []
    for path in sorted((ROOT / "rules").glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.level:
                closed += [] if (node.module or "").startswith("_") else [f"{path.name}: {node.module}"]
            elif isinstance(node, ast.ImportFrom) and node.module == "reslint":
                closed += [f"{path.name}: {one.name}" for one in node.names if one.name not in reslint.__all__]
            elif isinstance(node, ast.ImportFrom | ast.Import):
                names = [node.module or ""] if isinstance(node, ast.ImportFrom) else [one.name for one in node.names]
                closed += [f"{path.name}: {name}" for name in names if name.startswith("reslint")]
    assert closed == []
