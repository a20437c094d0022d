"""What is done ahead, by the runtime itself in Node: modules are compiled, caches filled, an interpreter is started."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from page.bundle import bundled
from page.program import FOLDER
from page.runtime import HERE, LIBRARY, PACKAGE, Runtime, run

LOADER = str(PACKAGE / "pyodide.mjs")
INSIDE = "/lib/python314.zip"
"""Where the standard library lies in the runtime, which errors tell."""
CACHE = "/cache/"
MOST = 600


class Compiled(NamedTuple):
    """The standard library as an archive and the program by path, with all modules compiled."""

    library: bytes
    files: dict[str, bytes]


class Warmed(NamedTuple):
    """What the program keeps between runs, by path, and the memory of an interpreter that has judged a draft."""

    kept: dict[str, bytes]
    memory: bytes


def compiled(python: Runtime, files: dict[str, bytes]) -> Compiled:
    """The program and the library of a runtime, compiled by it."""
    with TemporaryDirectory() as work:
        folder, made = Path(work, "program"), Path(work, "made")
        made.mkdir()
        folder.mkdir()
        for path, data in files.items():
            target = folder / path.removeprefix(FOLDER)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(data)
        library = _written(Path(work, LIBRARY), python.library)
        _in_node("ahead.mjs", LOADER, library, str(HERE / "compiling.py"), work, INSIDE)
        return Compiled((made / "library.zip").read_bytes(), _below(folder, FOLDER))


def warmed(program: Compiled) -> Warmed:
    """What is left when a draft was judged."""
    with TemporaryDirectory() as work:
        kept, memory = Path(work, "kept"), Path(work, "memory")
        kept.mkdir()
        library = _written(Path(work, LIBRARY), program.library)
        files = _written(Path(work, "program"), bundled(program.files))
        _in_node("warm.mjs", LOADER, library, files, str(kept), str(memory))
        return Warmed(_below(kept, CACHE), memory.read_bytes())


def _in_node(script: str, *arguments: str) -> None:
    run(["node", str(HERE / script), *arguments], MOST, "what is kept ready could not be made")


def _written(path: Path, data: bytes) -> str:
    path.write_bytes(data)
    return str(path)


def _below(folder: Path, inside: str) -> dict[str, bytes]:
    """The files below a folder, sorted, by their path in the runtime."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    return {inside + path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(files)}
