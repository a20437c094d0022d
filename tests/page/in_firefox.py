"""Firefox, as the tests of the page use a browser: through Marionette, which is in it."""

from __future__ import annotations

import shutil
import time
import warnings
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from browsing import PATIENCE

if TYPE_CHECKING:
    from marionette_driver.marionette import Marionette

FIREFOX = ("firefox-esr", "firefox")
PART = ".part"
"""What the name of a download ends in until it is whole."""
PICKER = Path(__file__).with_name("picker.js")
PREFERENCES = {
    "browser.download.folderList": 2,
    "browser.download.useDownloadDir": True,
    "security.dialog_enable_delay": 0,
    "dom.filesystem.pathcheck.disabled": True,
}
"""What is saved goes into one folder, what is asked can be answered at once, and a page may read the folders that are
dropped on it, as with a mouse.
"""
WIDE = (1280, 985)
"""The window, whose frame takes something of it."""
WATCH = """
globalThis.asked = [];
Services.obs.addObserver((channel) => {
  channel.QueryInterface(Ci.nsIHttpChannel);
  const by = channel.loadInfo.loadingPrincipal;
  if (by && !by.isSystemPrincipal) asked.push(channel.URI.spec);
}, "http-on-modify-request");
"""
ASKED = "return globalThis.asked.splice(0);"
# The browser itself complains too, and of the runtime that its WebAssembly is of last year.
COMPLAINTS = """
const said = Services.console.getMessageArray().filter((one) => one instanceof Ci.nsIScriptError);
Services.console.reset();
return said.filter((one) => /^(?:CSP|content javascript|DOM)/.test(one.category)).map((one) => one.errorMessage);
"""
# Without a screen there is no mouse that drops. So files and folders are given to a field of the page, whose they are
# from then on: a transfer takes files from there, and folders as the entries that it would have of them.
INTO_HAND = """
const [paths, done] = arguments;
const hand = window.document.createElement("input");
Object.assign(hand, { type: "file", id: "hand", hidden: true, multiple: true });
window.document.body.append(hand);
Promise.all(paths.map((one) => window.File.createFromFileName(one).catch(() => new window.Directory(one))))
  .then((found) => hand.mozSetDndFilesAndDirectories(found))
  .then(() => done(), (error) => done(String(error)));
"""
DROP = """
const hand = document.querySelector("#hand"), dataTransfer = new DataTransfer();
for (const file of hand.files) dataTransfer.items.add(file);
const folders = [...hand.webkitEntries].filter((one) => one.isDirectory)
  .map((one) => ({ kind: "file", webkitGetAsEntry: () => one }));
hand.remove();
const items = [...dataTransfer.items, ...folders];
for (const kind of ["dragenter", "dragover", "drop"]) {
  const event = new DragEvent(kind, { bubbles: true, cancelable: true, dataTransfer });
  if (folders.length) Object.defineProperty(event, "dataTransfer", { value: { items } });
  document.querySelector("#drop").dispatchEvent(event);
}
"""
LOOK = """
const browser = window.top.gBrowser.selectedBrowser;
browser.style.maxWidth = arguments[0];
browser.browsingContext.top.prefersColorSchemeOverride = arguments[1];
"""


class InFirefox:
    """The browser; what is saved goes into `downloads`."""

    part = PART

    def __init__(self, driver: Marionette, downloads: Path) -> None:
        self.driver = driver
        self.downloads = downloads
        self._inside(WATCH)

    def go(self, address: str) -> None:
        """Open an address anew."""
        self.driver.navigate("about:blank")
        self.driver.navigate(address)

    def run(self, script: str, *arguments: object) -> Any:
        """What a script gives that runs in the page."""
        return self.driver.execute_script(script, arguments, sandbox=None)

    def awaited(self, script: str, *arguments: object) -> Any:
        """What a script gives to its last argument, a function."""
        return self.driver.execute_async_script(script, arguments, sandbox=None)

    def hand_over(self, paths: Sequence[Path]) -> None:
        """Drop files and folders."""
        given = [str(path) for path in paths]
        failure = self.driver.execute_async_script(INTO_HAND, (given,), sandbox="system")
        assert failure is None, failure
        self.run(DROP)

    def choose_folder(self, path: Path) -> None:
        """Choose a folder by the button."""
        self._inside(PICKER.read_text("utf-8"), str(path))
        self.press("#choose-folder")
        self.until(self._answers)

    def press(self, selector: str) -> None:
        """Press a button as a hand does, which the browser trusts."""
        self.driver.find_element("css selector", selector).click()

    def paste(self, selector: str) -> None:
        """Paste from the clipboard into a field."""
        self.driver.find_element("css selector", selector).send_keys("\ue009v")

    def look(self, width: int, scheme: str) -> None:
        """Make the page so wide, in the light or in the dark."""
        self._inside(LOOK, f"{width}px", scheme)
        self.until(lambda: self.run("return innerWidth") == width)

    def prefer(self, language: str) -> None:
        """Say to pages that people prefer this language."""
        self._inside("Services.prefs.setCharPref('intl.accept_languages', arguments[0])", language)

    def look_as_before(self) -> None:
        """Take back what `look` did."""
        self._inside(LOOK, "", "none")

    def requests(self) -> list[str]:
        """What pages asked for over the network since this was last called."""
        return list(self._inside(ASKED))

    def complaints(self) -> list[str]:
        """What stands in the console since this was last called."""
        return list(self._inside(COMPLAINTS))

    def until(self, seen: Callable[[], Any]) -> None:
        """Wait until something is so."""
        end = time.monotonic() + PATIENCE
        while not seen():
            assert time.monotonic() < end, "it did not come"
            time.sleep(0.02)

    def _answers(self) -> bool:
        """Say yes where the browser asks whether the page may have all of a folder."""
        from marionette_driver.errors import NoAlertPresentException

        try:
            self.driver.switch_to_alert().accept()
        except NoAlertPresentException:
            return False
        return True

    def _inside(self, script: str, *arguments: object) -> Any:
        """What a script gives that runs in the browser itself."""
        with self.driver.using_context("chrome"):
            return self.driver.execute_script(script, arguments, new_sandbox=False)


def firefox(downloads: Path) -> Iterator[InFirefox]:
    """Start it, and end it; without one the test is skipped."""
    found = next(filter(None, map(shutil.which, FIREFOX)), None)
    if found is None:
        pytest.skip("firefox-esr is not here; .ci/run installs it")
    prefs = {**PREFERENCES, "browser.download.dir": str(downloads)}
    with warnings.catch_warnings():
        # The driver uses what is no longer liked, and leaves the closing of its sockets to Python.
        warnings.simplefilter("ignore", DeprecationWarning)
        warnings.simplefilter("ignore", ResourceWarning)
        from marionette_driver.marionette import Marionette

        driver = Marionette(port=0, bin=found, headless=True, prefs=prefs, gecko_log="-")
    try:
        driver.start_session()
        driver.timeout.script = PATIENCE
        driver.set_window_rect(width=WIDE[0], height=WIDE[1])
        yield InFirefox(driver, downloads)
    finally:
        driver.cleanup()
