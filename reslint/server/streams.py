"""The two streams to the editor, and serving it over them."""

from __future__ import annotations

import asyncio
import logging
import re
from collections import deque
from threading import Event
from typing import BinaryIO

from pygls.io_ import StdoutWriter, run_async

from reslint.server.server import Server

LENGTH = re.compile(rb"content-length[ \t]*:[ \t]*(\S+)[ \t]*\r?\n", re.IGNORECASE)
DIGITS = re.compile(rb"\d{1,10}")
LARGEST = 256 * 1024 * 1024
"""So many bytes has a message at most; a head that speaks of more is no head."""
LINE = 65_536
"""So many bytes of a line are read at once."""
log = logging.getLogger(__name__)


class Incoming:
    """What the editor says, as pygls wants to read it.

    Each message costs one turn of another thread, while the reader of pygls takes one a line; a judgement that is under
    way would hold up every one of them. What is no message is passed over, up to the next head of one.
    """

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._pieces: deque[bytes] = deque()

    async def readline(self) -> bytes:
        """A line of the head of a message; nothing where the editor is gone."""
        if not self._pieces:
            self._pieces += await asyncio.get_running_loop().run_in_executor(None, self._message)
        return self._pieces.popleft()

    async def readexactly(self, _size: int) -> bytes:
        """The body of a message, whose length stood in its head; less of it where the editor is gone."""
        return self._pieces.popleft()

    def _message(self) -> list[bytes]:
        length = None
        while line := self._stream.readline(LINE):
            # Behind a body that is longer than its head said, the next head does not begin a line.
            told = LENGTH.search(line)
            if told is not None:
                length = _size(told[1])
            elif not line.strip() and length is not None:
                body = self._stream.read(length)
                return [b"Content-Length: %d\r\n" % length, b"\r\n", body]
        return [b""]


def _size(told: bytes) -> int | None:
    """The length of a message as its head tells it; None, which is logged, for one that no message has."""
    size = int(told) if DIGITS.fullmatch(told) else 0
    if 0 < size <= LARGEST:
        return size
    log.warning("a message of the length %s is not heeded", told[:40].decode("ascii", "backslashreplace"))
    return None


def serve(server: Server, incoming: BinaryIO, outgoing: BinaryIO) -> None:
    """Serve the editor at the other end of two streams until it says good-bye or hangs up."""
    server.protocol.set_writer(StdoutWriter(outgoing))
    try:
        asyncio.run(run_async(Event(), Incoming(incoming), server.protocol, log, server.report_server_error))
    except (BrokenPipeError, KeyboardInterrupt, SystemExit):
        pass
    finally:
        server.shutdown()
