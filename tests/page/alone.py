"""The page in a browser that no network reaches: what it answers about a folder of drafts is put into another folder.

It is a program of its own, since a process may leave the network but for its own sake: see `test_all_answers.py`.
"""

from __future__ import annotations

import fcntl
import json
import shutil
import socket
import struct
import subprocess
import sys
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parents[1] / "reporting/html")]

from in_chromium import chromium
from in_firefox import firefox
from opened import OpenPage

BROWSERS = {"chromium": chromium, "firefox": firefox}
APART = ("unshare", "--map-root-user", "--net")
SET_FLAGS, UP = 0x8914, 0x41
FAULTS = """
return [...document.querySelectorAll('.file')].filter((one) => one.querySelector('.fault'))
  .map((one) => [one.querySelector('h3').textContent, one.querySelector('.fault').textContent]);
"""


def command(browser: str, page: Path, drafts: Path, target: Path) -> list[str]:
    """What runs this program, without any network where this system allows it."""
    bare = [sys.executable, __file__, browser, str(page), str(drafts), str(target)]
    return [*APART, *bare] if may_be_alone() else bare


def may_be_alone() -> bool:
    """Whether a process may leave the network here."""
    return shutil.which(APART[0]) is not None and subprocess.run([*APART, "true"], check=False).returncode == 0


def main(browser: str, page: Path, drafts: Path, target: Path) -> None:
    """Drop all drafts at once, and save all that can be had."""
    if socket.if_nameindex() == [(1, "lo")]:
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asking:  # the driver of a browser talks to it
            fcntl.ioctl(asking, SET_FLAGS, struct.pack("16sh", b"lo", UP))
    downloads = target / "downloads"
    downloads.mkdir()
    for started in BROWSERS[browser](downloads):
        opened = OpenPage(started, page)
        opened.open("#as-of=2026-10-01")
        opened.drop(*sorted(drafts.iterdir()))
        told = {
            "interfaces": [name for _, name in socket.if_nameindex()],
            "faults": dict(opened.run(FAULTS)),
            "read": [name for name, state in opened.states().items() if state == "judged"],
        }
        for make, name in {"json": "findings.json", "html": "report.html", "zip": "all.zip"}.items():
            (target / name).write_bytes(opened.saved(f"#together [data-make={make}]"))
        told |= {"asked": opened.strangers(), "complaints": started.complaints()}
        (target / "told.json").write_text(json.dumps(told), "utf-8")


if __name__ == "__main__":
    main(sys.argv[1], *map(Path, sys.argv[2:]))
