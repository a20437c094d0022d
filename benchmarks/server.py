"""The language server, in a process of its own: how soon something is shown, how soon after a key press, its memory."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from statistics import quantiles
from time import perf_counter, sleep
from typing import Any

from benchmarks.contributions import contribution
from benchmarks.startup import bare
from benchmarks.table import Row, duration, missing, times
from benchmarks.timing import Times, taken

PAGE = 3_000
"""Characters of a page."""
PAGES = (1, 30, 300)
PRESSES = 120
BETWEEN = 0.12
"""Seconds between two key presses: a hundred words a minute."""
THINKING = 0.5
"""Every tenth time it takes so many seconds, and meanwhile a long draft is begun to be judged whole."""
EDITS = 10_000
TOGETHER = 10
"""So many edits of the long test come at once, as when somebody holds a key down."""
STARTS = 5
MOST = 6
"""So many times as long as bare Python starts may a key press take: some 50 ms, where that takes 8."""
BARE = "× bare Python"


class Client:
    """An editor that says little: one draft, typed into and looked at."""

    def __init__(self, folder: Path, environment: Mapping[str, str] | None = None) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "reslint", "server"],
            cwd=folder,
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        self.version = 0
        self._ask(1, "initialize", {"processId": None, "rootUri": folder.as_uri(), "capabilities": {}})
        self._tell("initialized", {})
        self._uri = (folder / "draft.txt").as_uri()

    def open(self, text: str) -> None:
        """Open the draft."""
        self.version = 1
        item = {"uri": self._uri, "languageId": "plaintext", "version": 1, "text": text}
        self._tell("textDocument/didOpen", {"textDocument": item})

    def type(self, line: int, start: int, end: int, words: str) -> None:
        """Put words in the place of others in a line."""
        self.version += 1
        span = {"start": {"line": line, "character": start}, "end": {"line": line, "character": end}}
        document = {"uri": self._uri, "version": self.version}
        change = {"textDocument": document, "contentChanges": [{"range": span, "text": words}]}
        self._tell("textDocument/didChange", change)

    def wait(self) -> None:
        """Wait until what is found in the draft as it is now is shown."""
        while True:
            heard = self._hear()
            of_draft = heard.get("method") == "textDocument/publishDiagnostics"
            if of_draft and heard["params"].get("version") == self.version:
                return

    def memory(self) -> float:
        """What the server holds now, in MB."""
        status = Path(f"/proc/{self._process.pid}/status").read_text("utf-8").split()
        return int(status[status.index("VmRSS:") + 1]) / 1024

    def close(self) -> None:
        """End the server."""
        self._ask(2, "shutdown", None)
        self._tell("exit", None)
        self._process.communicate()

    def _ask(self, number: int, method: str, params: Any) -> None:
        self._tell(method, params, id=number)
        while self._hear().get("id") != number:
            pass

    def _tell(self, method: str, params: Any, **more: Any) -> None:
        assert self._process.stdin is not None
        body = json.dumps({"jsonrpc": "2.0", "method": method, "params": params, **more}).encode()
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self._process.stdin.flush()

    def _hear(self) -> dict[str, Any]:
        out = self._process.stdout
        assert out is not None
        length = 0
        while line := out.readline().strip():
            name, _, number = line.partition(b":")
            length = int(number) if name == b"Content-Length" else length
        heard: dict[str, Any] = json.loads(out.read(length))
        return heard


def rows(folder: Path, quick: bool) -> Iterator[Row]:
    """Start, key presses in drafts of several lengths, memory."""
    try:
        import pygls  # noqa: F401
    except ImportError:
        yield missing("pygls")
        return
    place = folder / "server"
    place.mkdir()
    (place / "reslint.toml").write_text('as-of = "2024-10-15"\n', "utf-8")
    took = taken({"bare": bare(place, perf_counter), "start": lambda: _start(place)}, STARTS)
    start, python = took["start"], took["bare"]
    yield Row("server: start to what is shown first, 1 page", start.shown, start.spread, times(start.to(python), BARE))
    for pages in PAGES:
        pressed = Times(tuple(typed(place, draft(pages), PRESSES // 4 if quick else PRESSES)))
        late = quantiles(pressed.rounds, n=20)[-1]
        length = f"{pages} page{'s' * (pages > 1)}"
        value = f"median {pressed.shown}, 95 % within {duration(late)}"
        row = Row(f"key press to what is shown, {length}", value, pressed.spread)
        yield row.at_most(late / python.middle, MOST, BARE)
    many = EDITS // 10 if quick else EDITS
    early, late = _memory(place, draft(30), many)
    value = f"{late:.0f} MB; {many // 10:,} edits {early:.0f} MB"
    yield Row(f"memory after {many:,} edits, 30 pages", value).at_most(late / early, 1.1, "×")


def draft(pages: int) -> str:
    """A draft of so many pages."""
    texts: list[str] = []
    while sum(map(len, texts)) < pages * PAGE:
        texts.append(contribution(len(texts)))
    return "\n".join(texts)[: pages * PAGE] + "\nin the end\n"


def _start(place: Path) -> float:
    """By the clock, as all that is waited for here."""
    start = perf_counter()
    client = Client(place)
    client.open(draft(1))
    client.wait()
    took = perf_counter() - start
    client.close()
    return took


def typed(place: Path, text: str, presses: int, environment: Mapping[str, str] | None = None) -> list[float]:
    """Seconds from each key press until what is found then is shown, in the middle of a draft."""
    client = Client(place, environment)
    client.open(text)
    client.wait()
    line = text[: len(text) // 2].count("\n")
    words = "Resolution 71 (Rev. Dubai, 2018) of the Plenipotentiary Conference, "
    spent = []
    for number in range(presses):
        at = number % len(words)
        start = perf_counter()
        client.type(line, at, at, words[at])
        client.wait()
        spent.append(perf_counter() - start)
        sleep(max((BETWEEN if number % 10 else THINKING) - spent[-1], 0))
    client.close()
    return spent


def _memory(place: Path, text: str, edits: int) -> tuple[float, float]:
    """What the server holds after a tenth of the edits, and after all of them, in MB."""
    client = Client(place)
    client.open(text)
    client.wait()
    early = 0.0
    for number in range(edits // TOGETHER):
        for _ in range(TOGETHER // 2):
            client.type(number % 50, 0, 0, "Resolution 71 (Rev. Dubai, 2018), ")
            client.type(number % 50, 0, 34, "")
        client.wait()
        if number == edits // TOGETHER // 10:
            early = client.memory()
    late = client.memory()
    client.close()
    return early, late
