"""The page in Chromium: how soon it is ready, how soon findings are shown, whether it answers meanwhile, its memory."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from statistics import median
from time import perf_counter, sleep
from typing import TYPE_CHECKING, Any

from benchmarks.table import Row, at_most, duration
from benchmarks.timing import best
from benchmarks.word_files import word_file
from reslint.linting.linter import Linter

if TYPE_CHECKING:
    from selenium.webdriver import Chrome

ROOT = Path(__file__).resolve().parents[1]
NEEDED = ("npm", "node", "chromium", "chromedriver")
ARGUMENTS = ("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--disk-cache-size=200000000")
COLD, WARM, TYPICAL, LONG = 4.0, 2.5, 1.0, 12.0
"""So many seconds it may take from the one file, from the folder once more, and for ten and for 300 pages."""
TASK, MEMORY = 0.05, 250
PATIENCE = 180
WATCHING = """
globalThis.longest = 0;
new PerformanceObserver((list) => {
  for (const one of list.getEntries()) globalThis.longest = Math.max(globalThis.longest, one.duration);
}).observe({ type: "longtask", buffered: true });
"""
DESK = "desk = deskIn(python);"
NO_DESK = """desk = { begin: () => '{"conferences": []}', prepare() {} };"""
READY = "return document.documentElement.dataset.ready !== undefined"
SHOWN = """
const done = document.querySelectorAll(".file").length && document.querySelector("#progress").hidden;
return Boolean(done) && document.querySelectorAll(".finding").length;
"""


def rows(linter: Linter, folder: Path, quick: bool) -> Iterator[Row]:
    """Start-up of the runtime, from the one file and from the folder, two Word files, the longest task, memory."""
    lacking = [name for name in NEEDED if shutil.which(name) is None]
    if lacking:
        yield Row("the page", f"cannot be measured: {', '.join(lacking)} is not installed")
        return
    place = folder / "page"
    subprocess.run([sys.executable, "-m", "page", str(place)], cwd=ROOT, check=True, capture_output=True)
    turns = 2 if quick else 5
    single = (place / "reslint.html").as_uri()
    bare = [_opened(_bare(folder).as_uri()) for _ in range(turns)]
    yield Row("page: the runtime alone to ready, cold", *_spent([one for (one,) in bare], COLD)[:1])
    with _served(place / "page") as address:
        cold = [_opened(single) for _ in range(turns)]
        first, again = zip(*(_opened(address, address) for _ in range(turns)), strict=True)
    yield at_most("page: one file to ready, cold", *_spent([one for (one,) in cold], COLD))
    yield Row("page: folder to ready, cold", *_spent(list(first), COLD)[:1])
    yield at_most("page: folder to ready, once more", *_spent(list(again), WARM))
    yield from _judging(linter, single, folder, turns)


def _judging(linter: Linter, single: str, folder: Path, turns: int) -> Iterator[Row]:
    """Word files, dropped on the page that stands open, and natively."""
    with _browser() as driver:
        _until(driver, "about:blank", "return true")
        empty = _process(driver)[1]
        _until(driver, single, READY)
        for pages, limit in ((10, TYPICAL), (300, LONG)):
            data = word_file(pages)
            native = best({"native": partial(linter.check, data, "draft.docx")}, 2)["native"]
            path = folder / f"{pages} pages.docx"
            path.write_bytes(data)
            times = [_judged(driver, path) for _ in range(turns)]
            value = f"{duration(median(times))}; native {duration(native)}"
            yield at_most(
                f"page: Word file of {pages} pages, to its cards", value, median(times) / limit, 1, f"× {limit:g} s"
            )
        longest = driver.execute_script("return globalThis.longest") / 1e3
        yield at_most("page: longest task of the page meanwhile", duration(longest), longest / TASK, 1, "× 50 ms")
        held = _process(driver)[1]
        value = f"{held:.0f} MB; an empty tab {empty:.0f} MB"
        yield at_most("page: memory of its tab, at last", value, held / MEMORY, 1, f"× {MEMORY} MB")


def _bare(folder: Path) -> Path:
    """A page that starts the same runtime with the same library and nothing else: what reslint adds stands out."""
    from page.ahead import compiled
    from page.bundle import bundled
    from page.runtime import runtime
    from page.shell import shell
    from page.single import single

    python = runtime()
    python = python._replace(library=compiled(python, {}).library)
    made = shell(python)
    assert DESK in made.worker
    path = folder / "bare.html"
    path.write_text(single(made._replace(worker=made.worker.replace(DESK, NO_DESK)), python, bundled({})), "utf-8")
    return path


def _spent(taken: list[tuple[float, float]], limit: float) -> tuple[str, float, float, str]:
    """Medians by the clock and of the processor, the first against a limit."""
    clock, processor = (median(one) for one in zip(*taken, strict=True))
    return f"{duration(clock)}, {duration(processor)} of the processor", clock / limit, 1, f"× {limit:g} s"


def _opened(*addresses: str) -> list[tuple[float, float]]:
    """Seconds by the clock and of the processor until a browser of its own has each address ready, in turn."""
    taken = []
    with _browser() as driver:
        for address in addresses:
            driver.get("about:blank")
            start = perf_counter()
            _until(driver, address, READY)
            taken.append((perf_counter() - start, _process(driver)[0]))
    return taken


def _judged(driver: Chrome, path: Path) -> float:
    """Seconds from a drop until the cards of all findings stand there."""
    driver.execute_script("document.querySelector('#results').hidden || document.querySelector('#clear').click()")
    while driver.execute_script("return document.querySelectorAll('.file').length"):
        sleep(0.01)
    data = {"items": [], "files": [str(path)], "dragOperationsMask": 1}
    start = perf_counter()
    for kind in ("dragEnter", "dragOver", "drop"):
        driver.execute_cdp_cmd("Input.dispatchDragEvent", {"type": kind, "x": 300, "y": 400, "data": data})
    _until(driver, "", SHOWN)
    return perf_counter() - start


def _until(driver: Chrome, address: str, script: str) -> None:
    if address:
        driver.get(address)
    end = perf_counter() + PATIENCE
    while not driver.execute_script(script):
        if perf_counter() > end:
            raise TimeoutError(f"the page was not ready within {PATIENCE} seconds")
        sleep(0.01)


def _process(driver: Chrome) -> tuple[float, float]:
    """What the process of the page has spent, in seconds, and holds of its own, in MB."""
    pages = [one for one in _below(driver.service.process.pid) if b"--type=renderer" in (one / "cmdline").read_bytes()]
    return max((_seconds(one), _megabytes(one)) for one in pages)


def _below(number: int) -> Iterator[Path]:
    """The folders in /proc of all processes that a process has started."""
    for task in Path(f"/proc/{number}/task").iterdir():
        for child in (task / "children").read_text("ascii").split():
            yield Path("/proc", child)
            yield from _below(int(child))


def _seconds(process: Path) -> float:
    spent = (process / "stat").read_text("utf-8").rpartition(")")[2].split()
    return (int(spent[11]) + int(spent[12])) / os.sysconf("SC_CLK_TCK")


def _megabytes(process: Path) -> float:
    status = (process / "status").read_text("utf-8").split()
    return int(status[status.index("RssAnon:") + 1]) / 1024


@contextmanager
def _browser() -> Iterator[Chrome]:
    from selenium.webdriver import Chrome, ChromeOptions
    from selenium.webdriver.chrome.service import Service

    options = ChromeOptions()
    options.binary_location = shutil.which("chromium") or ""
    for argument in ARGUMENTS:
        options.add_argument(argument)
    driver = Chrome(options, Service(shutil.which("chromedriver")))
    try:
        driver.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": WATCHING})
        yield driver
    finally:
        driver.quit()


@contextmanager
def _served(folder: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/index.html"
    finally:
        server.shutdown()
        server.server_close()


class _Quiet(SimpleHTTPRequestHandler):
    def end_headers(self) -> None:
        self.send_header("Cache-Control", "max-age=3600")
        super().end_headers()

    def log_message(self, *_: Any) -> None:
        """Say nothing."""
