"""Chromium, as the tests of the page use a browser: through its driver and the DevTools protocol."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from browsing import Browser, started

if TYPE_CHECKING:
    from selenium.webdriver import Chrome

PART = ".crdownload"
"""What the name of a download ends in until it is whole."""
CENTRE = """
const place = document.querySelector('#drop');
place.scrollIntoView();
const box = place.getBoundingClientRect();
return [box.x + box.width / 2, box.y + 20];
"""


class InChromium(Browser):
    """The browser; what is saved goes into `downloads`."""

    part = PART

    def __init__(self, driver: Chrome, downloads: Path) -> None:
        super().__init__(driver, downloads)
        self.downloads = downloads
        self.emulate("Browser.setDownloadBehavior", behavior="allow", downloadPath=str(downloads))

    def go(self, address: str) -> None:
        """Open an address anew."""
        self.driver.get("about:blank")
        self.driver.get(address)

    def awaited(self, script: str, *arguments: object) -> Any:
        """What a script gives to its last argument, a function."""
        return self.driver.execute_async_script(script, *arguments)

    def hand_over(self, paths: Sequence[Path]) -> None:
        """Drop files or folders as the system does."""
        x, y = self.run(CENTRE)
        data = {"items": [], "files": [str(path) for path in paths], "dragOperationsMask": 1}
        for kind in ("dragEnter", "dragOver", "drop"):
            self.emulate("Input.dispatchDragEvent", type=kind, x=x, y=y, data=data)

    def choose_folder(self, path: Path) -> None:
        """Choose a folder by the field behind the button."""
        self.driver.find_element("css selector", "#folder").send_keys(str(path))

    def press(self, selector: str) -> None:
        """Press a button as a hand does, which the browser trusts."""
        self.driver.find_element("css selector", selector).click()

    def paste(self, selector: str) -> None:
        """Paste from the clipboard into a field."""
        self.driver.find_element("css selector", selector).send_keys("\ue009v")

    def look(self, width: int, scheme: str) -> None:
        """Make the page so wide, in the light or in the dark."""
        self.emulate("Emulation.setDeviceMetricsOverride", width=width, height=900, deviceScaleFactor=1, mobile=False)
        self.emulate("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])

    def prefer(self, language: str) -> None:
        """Say to pages that people prefer this language."""
        agent = self.run("return navigator.userAgent")
        self.emulate("Emulation.setUserAgentOverride", userAgent=agent, acceptLanguage=language)

    def look_as_before(self) -> None:
        """Take back what `look` did."""
        self.emulate("Emulation.clearDeviceMetricsOverride")
        self.emulate("Emulation.setEmulatedMedia")


def chromium(downloads: Path) -> Iterator[InChromium]:
    """Start it, and end it; without one the test is skipped."""
    for driver in started():
        yield InChromium(driver, downloads)
