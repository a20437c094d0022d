"""The program as the page carries it: reslint and what it stands on, by the path it gets in the page."""

from __future__ import annotations

from collections.abc import Iterable
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

FOLDER = "/program/"
DISTRIBUTIONS = (
    *("click", "Jinja2", "lark", "markdown-it-py", "MarkupSafe", "mdurl", "pathspec", "platformdirs", "pluggy"),
    *("PyYAML", "RapidFuzz"),
)
"""What reslint needs to judge a file; what colours a terminal, or serves an editor, is not among it."""
OURS = ("reslint", "rules")
UNUSED = ("reslint/server/", "reslint/documents/pdf/", "reslint/pytest_plugin.py", "reslint/testing")
SUFFIXES = (".py", ".lark", ".css", ".js", ".jinja", ".json", ".yaml", ".tsv", ".mo")
LICENCES = ("LICENSE", "LICENCE", "COPYING")


def missing(names: Iterable[str]) -> list[str]:
    """Those of these distributions that are not installed."""
    return [name for name in names if _version(name) is None]


def program(root: Path) -> dict[str, bytes]:
    """All files of the program in this folder, sorted; the libraries are those that are installed beside it.

    Of a library its Python alone is taken: what was compiled for this machine runs in no browser.
    """
    files: dict[str, Path] = {}
    for folder in OURS:
        files |= {str(path.relative_to(root).as_posix()): path for path in (root / folder).rglob("*")}
    for name in ("registry.yaml", "catalogue.tsv"):
        files[name] = root / name
    files["LICENSE"] = root / "LICENSE"
    files |= {f"page/parts/{name}.py": root / f"page/parts/{name}.py" for name in ("desk", "example", "progress")}
    for name in DISTRIBUTIONS:
        files |= _of(name)
    return {FOLDER + name: path.read_bytes() for name, path in sorted(files.items()) if _belongs(name, path)}


def versions() -> dict[str, str]:
    """The libraries in the page, with their versions."""
    return {name: _version(name) or "" for name in DISTRIBUTIONS}


def _of(name: str) -> dict[str, Path]:
    """The files of a distribution by their path beside its modules."""
    found = distribution(name)
    return {str(one): Path(str(found.locate_file(one))) for one in found.files or () if ".." not in one.parts}


def _belongs(name: str, path: Path) -> bool:
    if "__pycache__" in name or name.startswith(UNUSED) or not path.is_file():
        return False
    licence = path.name.upper().startswith(LICENCES)
    metadata = ".dist-info/" in name
    return licence or (path.name == "METADATA" if metadata else path.suffix in SUFFIXES)


def _version(name: str) -> str | None:
    try:
        return distribution(name).version
    except PackageNotFoundError:
        return None
