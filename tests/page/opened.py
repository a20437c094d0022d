"""The page in a browser, used as people use it: files are dropped, buttons pressed, downloads looked at."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Protocol

NAME = "reslint.html"
READY = "return document.documentElement.dataset.ready ?? null"
AT_REST = "return document.querySelector('#progress').hidden"
STATES = """
return [...document.querySelectorAll('.file')].map((one) => [one.querySelector('h3').textContent, one.dataset.state]);
"""


class InBrowser(Protocol):
    """What the tests need of a browser, whichever it is: see in_chromium.py and in_firefox.py."""

    downloads: Path
    part: str

    def go(self, address: str) -> None: ...
    def run(self, script: str, *arguments: object) -> Any: ...
    def awaited(self, script: str, *arguments: object) -> Any: ...
    def hand_over(self, paths: Sequence[Path]) -> None: ...
    def choose_folder(self, path: Path) -> None: ...
    def press(self, selector: str) -> None: ...
    def paste(self, selector: str) -> None: ...
    def look(self, width: int, scheme: str) -> None: ...
    def prefer(self, language: str) -> None: ...
    def look_as_before(self) -> None: ...
    def requests(self) -> list[str]: ...
    def complaints(self) -> list[str]: ...
    def until(self, seen: Callable[[], Any]) -> None: ...


class OpenPage:
    """The page of a path in a browser."""

    def __init__(self, browser: InBrowser, path: Path) -> None:
        self.browser = browser
        self.path = path
        self.run = browser.run
        self.until = browser.until

    def open(self, fragment: str = "") -> None:
        """Open the page anew, and wait until it is ready."""
        self.browser.go(self.path.as_uri() + fragment)
        self.ready()

    def ready(self) -> None:
        """Wait until it is ready."""
        self.until(lambda: self.run(READY) and self.run(AT_REST))

    def empty(self) -> None:
        """Take all drafts and settings out of it."""
        self.run("document.querySelector('#results').hidden || document.querySelector('#clear').click()")
        self.set()
        self.until(lambda: self.text("#status") == "Ready.")
        self.browser.requests()
        self.browser.complaints()
        for path in self.browser.downloads.iterdir():
            path.unlink()

    def text(self, selector: str) -> str:
        """The text of the first element of a selector, seen or not."""
        return str(self.run("return document.querySelector(arguments[0]).textContent.trim()", selector))

    def set(self, **settings: str) -> None:
        """Choose these settings in the address, and no others but the day."""
        chosen = {"as-of": "2026-10-01", **settings}
        self.run("location.hash = new URLSearchParams(arguments[0])", chosen)
        self.until(lambda: self.run("return document.querySelector('[name=as-of]').value") == chosen["as-of"])

    def choose(self, **settings: str) -> None:
        """Choose settings in their fields."""
        for name, value in settings.items():
            self.run(
                "const one = document.querySelector(`[name=${arguments[0]}]`); one.value = arguments[1];"
                "one.dispatchEvent(new Event('change', {bubbles: true}))",
                name,
                value,
            )

    def drop(self, *paths: Path, wait: bool = True) -> None:
        """Drop files or folders, and wait until all are judged."""
        self.browser.hand_over(paths)
        if wait:
            self.judged(len(paths))

    def judged(self, least: int) -> None:
        """Wait until so many drafts stand there and nothing is left to do."""
        self.until(lambda: len(self.states()) >= least and set(self.states().values()) == {"judged"} and self.rests())

    def rests(self) -> bool:
        return bool(self.run(AT_REST))

    def states(self) -> dict[str, str]:
        """How far each draft is, by its name."""
        return dict(self.run(STATES))

    def all(self, selector: str) -> list[str]:
        """The texts of all elements of a selector."""
        return list(
            self.run("return [...document.querySelectorAll(arguments[0])].map((one) => one.textContent)", selector)
        )

    def saved(self, selector: str) -> bytes:
        """Press a button, and give what comes of it among the downloads."""
        before = set(self.browser.downloads.iterdir())
        self.run("document.querySelector(arguments[0]).click()", selector)
        found: list[Path] = []

        def there() -> bool:
            now = set(self.browser.downloads.iterdir()) - before
            found[:] = [path for path in now if path.suffix != self.browser.part and path.stat().st_size]
            return len(found) == 1 and len(now) == 1

        self.until(there)
        self.until(self.rests)
        data = found[0].read_bytes()
        found[0].unlink()
        return data

    def strangers(self) -> list[str]:
        """What was asked for that is no part of the page itself."""
        own = (self.path.as_uri(), "blob:")
        return [url for url in self.browser.requests() if not url.startswith(own)]
