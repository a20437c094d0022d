"""A real Chromium, without a window, that watches what the page asks for and complains of."""

from __future__ import annotations

import json
import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from reslint.api.report import Report

if TYPE_CHECKING:
    from selenium.webdriver import Chrome

CHROMIUM = ("chromium", "chromium-browser", "google-chrome")
PATIENCE = 120.0
"""So many seconds a test waits for something that should come at once, on a machine with other things to do."""
ARGUMENTS = ("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--window-size=1280,900")


def started() -> Iterator[Chrome]:
    """Start a browser, and end it; without one the test is skipped."""
    found = next(filter(None, map(shutil.which, CHROMIUM)), None)
    driver = shutil.which("chromedriver")
    if found is None or driver is None:
        pytest.skip("chromium and chromedriver are not here; .ci/run installs them")
    from selenium.webdriver import Chrome, ChromeOptions
    from selenium.webdriver.chrome.service import Service

    options = ChromeOptions()
    options.binary_location = found
    for argument in ARGUMENTS:
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"performance": "ALL", "browser": "ALL"})
    browser = Chrome(options, Service(driver))
    browser.set_script_timeout(PATIENCE)
    yield browser
    browser.quit()


class Browser:
    """The browser with one page in it. What the page asked for and complained of is judged when the test is over."""

    def __init__(self, driver: Chrome, folder: Path) -> None:
        self.driver = driver
        self.path = folder / "a report.html"

    def show(self, report: Report, fragment: str = "") -> None:
        """Write the page of a report and open it."""
        from html_reports import page

        self.path.write_text(page(report), "utf-8")
        self.open(fragment)

    def open(self, fragment: str = "") -> None:
        """Open the page anew."""
        self.driver.get("about:blank")
        self.driver.get(self.path.as_uri() + fragment)
        # On a busy machine the driver goes on before the script at the end of the page has run.
        self.until(lambda: self.run("return location.protocol === 'file:' && document.readyState === 'complete'"))

    def run(self, script: str, *arguments: object) -> Any:
        """What a script gives that runs in the page."""
        return self.driver.execute_script(script, *arguments)

    def emulate(self, command: str, **parameters: object) -> Any:
        """Give a command of the DevTools protocol."""
        return self.driver.execute_cdp_cmd(command, parameters)

    def text(self, selector: str) -> str:
        """The text of the first element of a selector, seen or not."""
        return str(self.run("return document.querySelector(arguments[0]).textContent.trim()", selector))

    def visible(self) -> list[str]:
        """The messages of the findings that are not filtered out."""
        return list(
            self.run(
                "return [...document.querySelectorAll('.finding')].filter((one) => !one.closest('[hidden]'))"
                ".map((one) => one.querySelector('.message').textContent)"
            )
        )

    def choose(self, **filters: str) -> None:
        """Set filters, and wait for what they do."""
        for name, value in filters.items():
            self.run(
                "const one = document.querySelector(`[name=${arguments[0]}]`); one.value = arguments[1];"
                "one.dispatchEvent(new Event('change', {bubbles: true}))",
                name,
                value,
            )
        self.settle()

    def settle(self) -> None:
        """Wait for what follows a key press after a while: this is due later, so the page does that before."""
        self.driver.execute_async_script("setTimeout(arguments[0], 250)")

    def until(self, seen: Callable[[], Any]) -> None:
        """Wait until something is so."""
        end = time.monotonic() + PATIENCE
        while not seen():
            assert time.monotonic() < end, "it did not come"
            time.sleep(0.02)

    def requests(self) -> list[str]:
        """What was asked for, of whomever, since this was last called."""
        entries = [json.loads(entry["message"])["message"] for entry in self.driver.get_log("performance")]
        asked = [
            entry["params"]["request"]["url"] for entry in entries if entry["method"] == "Network.requestWillBeSent"
        ]
        return [url for url in asked if not url.startswith(("data:", "about:"))]

    def complaints(self) -> list[str]:
        """What stands in the console since this was last called."""
        return [entry["message"] for entry in self.driver.get_log("browser")]
