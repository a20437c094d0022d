"""No modules import one another in a circle: not in a function, not for their types, and not folder by folder."""

from __future__ import annotations

from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import grimp
import pytest

ROOT = Path(__file__).parents[1]
Imports = dict[str, set[str]]


def imports_of(*packages: str) -> Imports:
    """What each module imports, wherever in its file it says so."""
    graph = grimp.build_graph(*packages, cache_dir=None)
    return {module: graph.find_modules_directly_imported_by(module) for module in sorted(graph.modules)}


def circle(imports: Imports) -> list[str]:
    """Modules of which each imports the next and the last the first; empty where there is no circle."""
    try:
        TopologicalSorter(imports).prepare()
    except CycleError as error:
        return list(reversed(error.args[1]))
    return []


def rooms(imports: Imports) -> Iterator[Imports]:
    """For each package, which of the modules and folders directly in it import which others of them."""
    names = [module.split(".") for module in imports]
    for package in {".".join(name[:depth]) for name in names for depth in range(1, len(name))}:
        doors = package.count(".") + 2
        room: Imports = {}
        for module, imported in imports.items():
            if module.startswith(f"{package}."):
                door = ".".join(module.split(".")[:doors])
                inside = {".".join(one.split(".")[:doors]) for one in imported if one.startswith(f"{package}.")}
                room.setdefault(door, set()).update(inside - {door})
        yield room


@pytest.fixture(scope="module")
def imports() -> Imports:
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(ROOT)
        return imports_of("reslint", "rules")


def test_no_modules_import_one_another(imports: Imports) -> None:
    assert len(imports) > 200
    assert circle(imports) == []


def test_no_folders_and_modules_beside_one_another_import_one_another(imports: Imports) -> None:
    assert [found for room in rooms(imports) if (found := circle(room))] == []


@pytest.mark.parametrize(
    "upward",
    [
        "from reslint_circle import face\n",
        "def late():\n    from reslint_circle.face import shown\n",
        "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from reslint_circle import face\n",
    ],
)
def test_a_circle_is_seen(upward: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "reslint_circle"
    (folder / "deep").mkdir(parents=True)
    for name in ("__init__", "deep/__init__"):
        (folder / f"{name}.py").write_text("")
    (folder / "face.py").write_text("from reslint_circle.deep.one import held\n")
    (folder / "deep" / "one.py").write_text("from reslint_circle.deep import two\n")
    (folder / "deep" / "two.py").write_text(upward)
    monkeypatch.syspath_prepend(tmp_path)
    found = imports_of("reslint_circle")
    assert set(circle(found)) == {"reslint_circle.face", "reslint_circle.deep.one", "reslint_circle.deep.two"}
    assert {"reslint_circle.face", "reslint_circle.deep"} in [set(circle(room)) for room in rooms(found)]


def test_folders_in_a_circle_without_any_modules_in_one_are_seen() -> None:
    imports: Imports = {"p.a.one": {"p.b.one"}, "p.a.two": set(), "p.b.one": set(), "p.b.two": {"p.a.two"}}
    assert circle(imports) == []
    assert {"p.a", "p.b"} in [set(circle(room)) for room in rooms(imports)]
