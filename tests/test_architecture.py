"""The page on architecture: each name is in the file that its link leads to, and every folder is in the picture."""

from __future__ import annotations

import ast
import re
from pathlib import Path

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "architecture.md"


def test_every_name_is_defined_in_the_file_it_links_to() -> None:
    links = re.findall(r"\[`([\w.]+)`\]\((\S+\.py)\)", PAGE.read_text("utf-8"))
    assert len(links) > 30
    wrong = [f"{name}: {target}" for name, target in links if name not in _defined((PAGE.parent / target).resolve())]
    assert wrong == []


def test_every_folder_is_on_the_page_and_in_the_guide_for_contributors() -> None:
    folders = {path.parent.name for path in (ROOT / "reslint").glob("*/__init__.py")}
    assert len(folders) > 15
    for text in (PAGE.read_text("utf-8"), (ROOT / "CONTRIBUTING.md").read_text("utf-8")):
        assert [folder for folder in sorted(folders) if not re.search(rf"\b{folder}\b", text)] == []


def _defined(path: Path) -> set[str]:
    """The names that a module defines, and those of its classes as `Class.method`."""
    names: set[str] = set()
    for node in ast.parse(path.read_text("utf-8")).body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            names.add(node.name)
        if isinstance(node, ast.ClassDef):
            names |= {f"{node.name}.{inner.name}" for inner in node.body if isinstance(inner, ast.FunctionDef)}
        elif isinstance(node, ast.Assign):
            names |= {target.id for target in node.targets if isinstance(target, ast.Name)}
    return names
