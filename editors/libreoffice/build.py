"""Write the extension for LibreOffice Writer: python editors/libreoffice/build.py FOLDER."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
SUFFIXES = (".py", ".txt", ".xcu", ".xml")
VERSION = re.compile(r'^__version__ = "(.+)"$', re.M)


def build(folder: Path) -> Path:
    """Write `reslint-VERSION.oxt` into a folder; it is the same, byte for byte, whenever it is built of the same."""
    found = VERSION.search((ROOT / "reslint/version.py").read_text("utf-8"))
    if found is None:
        raise SystemExit("reslint/version.py names no version")
    target = folder / f"reslint-{found[1]}.oxt"
    files = {path.relative_to(HERE / "extension").as_posix(): path for path in (HERE / "extension").rglob("*.*")}
    with ZipFile(target, "w", ZIP_DEFLATED) as package:
        for name, path in sorted(files.items()):
            if path.suffix in SUFFIXES:
                text = path.read_text("utf-8")
                _add(package, name, text.replace("@VERSION@", found[1]) if name == "description.xml" else text)
        _add(package, "LICENSE", (ROOT / "LICENSE").read_text("utf-8"))
    return target


def _add(package: ZipFile, name: str, text: str) -> None:
    entry = ZipInfo(name)
    entry.compress_type = ZIP_DEFLATED
    entry.external_attr = 0o644 << 16
    package.writestr(entry, text)


if __name__ == "__main__":
    print(build(Path(sys.argv[1])))
