"""The commands of the server: check a folder, check a Word file."""

from __future__ import annotations

import asyncio
import time
from threading import Event
from typing import Any
from uuid import uuid4

from lsprotocol import types
from pygls.exceptions import JsonRpcException, JsonRpcInvalidParams, JsonRpcRequestCancelled

from reslint.errors import ReslintError
from reslint.server.folders import check
from reslint.server.server import Server, in_thread
from reslint.server.uris import file_of

CHECK_FOLDER = "reslint.checkFolder"
CHECK_FILE = "reslint.checkFile"
OFTEN = 0.1
"""So many seconds at least between two words about progress."""


def register_commands(server: Server) -> None:
    """Tell the server what it can be asked to do."""

    async def check_at(uri: str, *, token: types.ProgressToken | None) -> dict[str, Any]:
        return await _check(server, uri, token)

    server.command(CHECK_FOLDER)(check_at)
    server.command(CHECK_FILE)(check_at)


async def _check(server: Server, uri: str, token: types.ProgressToken | None) -> dict[str, Any]:
    """Judge what is at a URI, show it, and show the report; being cancelled, it stops after the file at hand."""
    path = file_of(uri) if isinstance(uri, str) else None
    if not path:
        raise JsonRpcInvalidParams(f"{uri!r} is no URI of a file or folder")
    telling = _Telling(server, token)
    await telling.begin(path)
    try:
        run = server.linters.new_run(wants_cited_texts=True)
        checked = await in_thread(
            check, run, path, server.drafts.encoding, telling.stop, telling.tell, server.drafts.tell.language
        )
    except ReslintError as error:
        raise JsonRpcException(str(error), types.LSPErrorCodes.RequestFailed) from error
    finally:
        telling.end()
    if checked.report is None:
        raise JsonRpcRequestCancelled("the check was stopped")
    for gone in server.elsewhere - checked.shown.keys():
        server.publish(gone, [])
    server.elsewhere = {one for one in checked.shown if server.drafts.get(one) is None}
    for one in server.elsewhere:
        server.publish(one, checked.shown[one])
    window = server.client_capabilities.window
    if window and window.show_document and window.show_document.support:
        server.window_show_document(types.ShowDocumentParams(checked.report, external=True))
    answer: dict[str, Any] = checked.told()
    return answer


class _Telling:
    """How far a check has come, shown where the editor can show it; it may be stopped there."""

    def __init__(self, server: Server, token: types.ProgressToken | None) -> None:
        window = server.client_capabilities.window
        self._ours = token is None
        shown = not self._ours or (window and window.work_done_progress)
        self._progress = server.work_done_progress if shown else None
        self._loop = asyncio.get_running_loop()
        self._token = str(uuid4()) if token is None else token
        self._last = 0.0
        self.stop = Event()

    async def begin(self, path: str) -> None:
        if self._progress is not None:
            if self._ours:
                await self._progress.create_async(self._token)
            begin = types.WorkDoneProgressBegin("reslint", cancellable=True, message=path, percentage=0)
            self._progress.begin(self._token, begin)

    def tell(self, done: int, many: int, name: str) -> None:
        """Is called in another thread."""
        now = time.monotonic()
        if self._progress is not None and now - self._last >= OFTEN:
            self._last = now
            report = types.WorkDoneProgressReport(message=f"{done} of {many}: {name}", percentage=100 * done // many)
            self._loop.call_soon_threadsafe(self._tell, report)

    def end(self) -> None:
        self.stop.set()
        if self._progress is not None:
            self._progress.end(self._token, types.WorkDoneProgressEnd())

    def _tell(self, report: types.WorkDoneProgressReport) -> None:
        if self._progress is not None and not self.stop.is_set():
            self._progress.report(self._token, report)
            asked = self._progress.tokens.get(self._token)
            if asked is not None and asked.cancelled():
                self.stop.set()
