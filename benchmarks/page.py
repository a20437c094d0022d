"""The page in Chromium: how soon it is ready, how soon findings are shown, whether it answers meanwhile, its memory."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from time import perf_counter, sleep
from typing import TYPE_CHECKING, Any

from benchmarks import fresh, startup
from benchmarks.table import Row, duration, times
from benchmarks.timing import Times, on, taken
from reslint.linting.linter import Linter

if TYPE_CHECKING:
    from selenium.webdriver import Chrome

ROOT = Path(__file__).resolve().parents[1]
NEEDED = ("npm", "node", "chromium", "chromedriver")
ARGUMENTS = ("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--disk-cache-size=200000000")
COLD, WARM = 2.0, 1.2
"""So many times the bare runtime may it take from the one file, and from the folder once more."""
TYPICAL, LONG = 25.0, 8.0
"""So many times the time outside of a browser may ten and 300 pages of Word take."""
TASK = 6
"""So many times as long as bare Python starts may the page not answer: some 50 ms, where that takes 8."""
MEMORY = 8
"""So many times an empty tab may the memory be."""
PATIENCE = 180
WATCHING = """
globalThis.longest = 0;
new PerformanceObserver((list) => {
  for (const one of list.getEntries()) globalThis.longest = Math.max(globalThis.longest, one.duration);
}).observe({ type: "longtask", buffered: true });
"""
DESK = "desk = deskIn(python);"
NO_DESK = """desk = { begin: () => '{"conferences": []}', prepare() {} };"""
RUNTIME = "× the runtime alone"
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
    alone = Times(tuple(clock for ((clock, _),) in bare))
    yield _spent("page: the runtime alone to ready, cold", [one for (one,) in bare])[0]
    with _served(place / "page") as address:
        cold = [_opened(single) for _ in range(turns)]
        first, again = zip(*(_opened(address, address) for _ in range(turns)), strict=True)
    for measure, spent, most in (
        ("page: one file to ready, cold", [one for (one,) in cold], COLD),
        ("page: folder to ready, cold", first, 0.0),
        ("page: folder to ready, once more", again, WARM),
    ):
        row, clock = _spent(measure, spent)
        ratio = clock.to(alone)
        yield row.at_most(ratio, most, RUNTIME) if most else row._replace(ratio=times(ratio, RUNTIME))
    yield from _judging(linter, single, folder, turns)


def _judging(linter: Linter, single: str, folder: Path, turns: int) -> Iterator[Row]:
    """Word files, dropped on the page that stands open, and natively."""
    with _browser() as driver:
        _until(driver, "about:blank", "return true")
        empty = _process(driver)[1]
        _until(driver, single, READY)
        for pages, most in ((10, TYPICAL), (300, LONG)):
            files = [fresh.word(pages) for _ in range(turns)]
            check = on(partial(fresh.word, pages), partial(linter.check, name="draft.docx"))
            native = taken({"native": check}, turns)["native"]
            shown = Times(tuple(_judged(driver, _written(folder, data)) for data in files))
            value = f"{shown.shown}; outside of a browser {native.shown}"
            row = Row(f"page: Word file of {pages} pages, to its cards", value, shown.spread)
            yield row.at_most(shown.to(native), most, "× outside")
        longest = driver.execute_script("return globalThis.longest") / 1e3
        python = taken({"bare": startup.bare(folder, clock=perf_counter)}, turns)["bare"]
        row = Row("page: longest task of the page meanwhile", duration(longest))
        yield row.at_most(longest / python.middle, TASK, "× bare Python")
        held = _process(driver)[1]
        value = f"{held:.0f} MB; an empty tab {empty:.0f} MB"
        yield Row("page: memory of its tab, at last", value).at_most(held / empty, MEMORY, "× an empty tab")


def _written(folder: Path, data: bytes) -> Path:
    path = folder / "draft.docx"
    path.write_bytes(data)
    return path


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


def _spent(measure: str, each: Sequence[tuple[float, float]]) -> tuple[Row, Times]:
    """A row of what was waited for by the clock, which is given too, and of the processor."""
    clock, processor = (Times(one) for one in zip(*each, strict=True))
    return Row(measure, f"{clock.shown}, {processor.shown} of the processor", clock.spread), clock


def _opened(*addresses: str) -> list[tuple[float, float]]:
    """Seconds by the clock and of the processor until a browser of its own has each address ready, in turn."""
    spent = []
    with _browser() as driver:
        for address in addresses:
            driver.get("about:blank")
            start = perf_counter()
            _until(driver, address, READY)
            spent.append((perf_counter() - start, _process(driver)[0]))
    return spent


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
