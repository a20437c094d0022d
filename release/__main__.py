"""`python -m release` builds what users install from the commit that is checked out, into `dist/`."""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from release.building import SUMS, build, write_sums
from release.commit import differences, export, name_of, time_of
from release.versions import disagreements, version

ROOT = Path(__file__).resolve().parents[1]
OF_PAGE = {"reslint.html", "page"}
"""What `make page` writes; a release takes its place."""
NEEDED = {"npm": "it comes with Node.js 20 or newer, which builds the page and the extension for Visual Studio Code"}


def main(arguments: list[str] | None = None) -> int:
    """Build all files, or none and say why; the exit status."""
    parser = argparse.ArgumentParser(prog="python -m release", description=__doc__)
    parser.add_argument(
        "folder", nargs="?", type=Path, default=ROOT / "dist", help="takes the place of an earlier release"
    )
    folder: Path = parser.parse_args(arguments).folder
    problems = [f"{line}; commit it or take it away" for line in differences(ROOT)] or disagreements(ROOT)
    problems += [f"{name} is not installed; {what}" for name, what in NEEDED.items() if shutil.which(name) is None]
    there = {path.name for path in folder.iterdir()} if folder.exists() else set()
    if there - OF_PAGE and SUMS not in there:
        problems.append(f"{folder} holds what is no release; empty it first")
    for line in problems:
        print(f"release: {line}", file=sys.stderr)
    if problems:
        return 2
    with TemporaryDirectory() as work:
        source, built = Path(work) / "source", Path(work) / "built"
        source.mkdir()
        built.mkdir()
        export(ROOT, source)
        try:
            build(source, built, time_of(ROOT))
        except subprocess.CalledProcessError as error:
            print(error.stdout.decode(errors="replace"), file=sys.stderr)
            step = " ".join(["python" if part == sys.executable else part for part in error.cmd[:4]])
            print(f"release: {step} failed; nothing was written", file=sys.stderr)
            return 2
        write_sums(built)
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(built, folder)
    print(f"reslint {version(ROOT)} of {name_of(ROOT)}:")
    for path in sorted(folder.iterdir()):
        print(f"  {path.relative_to(ROOT) if path.is_relative_to(ROOT) else path}, {path.stat().st_size:,} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
