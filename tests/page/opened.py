"""The page in a browser, used as people use it: files are dropped, buttons pressed, downloads looked at."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from browsing import Browser

if TYPE_CHECKING:
    from selenium.webdriver import Chrome

NAME = "reslint.html"
READY = "return document.documentElement.dataset.ready ?? null"
AT_REST = "return document.querySelector('#progress').hidden"
CENTRE = """
const box = document.querySelector('#drop').getBoundingClientRect();
return [box.x + box.width / 2, box.y + 20];
"""
STATES = """
return [...document.querySelectorAll('.file')].map((one) => [one.querySelector('h3').textContent, one.dataset.state]);
"""
PART = ".crdownload"


class OpenPage(Browser):
    """The page of a path; what it saves goes into `downloads`."""

    def __init__(self, driver: Chrome, path: Path, downloads: Path) -> None:
        super().__init__(driver, path.parent)
        self.path = path
        self.downloads = downloads
        self.emulate("Browser.setDownloadBehavior", behavior="allow", downloadPath=str(downloads))

    def open(self, fragment: str = "") -> None:
        """Open the page anew, and wait until it is ready."""
        super().open(fragment)
        self.until(lambda: self.run(READY) and self.run(AT_REST))

    def empty(self) -> None:
        """Take all drafts and settings out of it."""
        self.run("document.querySelector('#results').hidden || document.querySelector('#clear').click()")
        self.set()
        self.until(lambda: self.text("#status") == "Ready.")
        self.requests()
        self.complaints()
        for path in self.downloads.iterdir():
            path.unlink()

    def set(self, **settings: str) -> None:
        """Choose these settings, and no others but the day."""
        chosen = {"as-of": "2026-10-01", **settings}
        self.run("location.hash = new URLSearchParams(arguments[0])", chosen)
        self.until(lambda: self.run("return document.querySelector('[name=as-of]').value") == chosen["as-of"])

    def drop(self, *paths: Path, wait: bool = True) -> None:
        """Drop files or folders as the system does, and wait until all are judged."""
        self.run("scrollTo(0, 0)")
        x, y = self.run(CENTRE)
        data = {"items": [], "files": [str(path) for path in paths], "dragOperationsMask": 1}
        for kind in ("dragEnter", "dragOver", "drop"):
            self.emulate("Input.dispatchDragEvent", type=kind, x=x, y=y, data=data)
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
        before = set(self.downloads.iterdir())
        self.run("document.querySelector(arguments[0]).click()", selector)
        found: list[Path] = []

        def there() -> bool:
            now = set(self.downloads.iterdir()) - before
            found[:] = [path for path in now if path.suffix != PART and not path.name.startswith(".")]
            return len(found) == 1 and len(now) == 1

        self.until(there)
        self.until(self.rests)
        data = found[0].read_bytes()
        found[0].unlink()
        return data

    def strangers(self) -> list[str]:
        """What was asked for that is no part of the page itself."""
        own = (self.path.as_uri(), "blob:null/")
        return [url for url in self.requests() if not url.startswith(own)]
