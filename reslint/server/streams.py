"""The two streams to the editor, and serving it over them."""

from __future__ import annotations

import asyncio
import logging
from collections import deque
from threading import Event
from typing import BinaryIO

from pygls.io_ import StdoutWriter, run_async

from reslint.server.server import Server

LENGTH = b"content-length:"
log = logging.getLogger(__name__)


class Incoming:
    """What the editor says, as pygls wants to read it.

    Each message costs one turn of another thread, while the reader of pygls takes one a line; a judgement that is under
    way would hold up every one of them.
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
        pieces = []
        length = None
        while line := self._stream.readline():
            pieces.append(line)
            if line.lower().startswith(LENGTH):
                number = line[len(LENGTH) :].strip()
                length = int(number) if number.isdigit() else None
            elif not line.strip() and length is not None:
                return [*pieces, self._stream.read(length)]
        return [b""]


def serve(server: Server, incoming: BinaryIO, outgoing: BinaryIO) -> None:
    """Serve the editor at the other end of two streams until it says good-bye or hangs up."""
    server.protocol.set_writer(StdoutWriter(outgoing))
    try:
        asyncio.run(run_async(Event(), Incoming(incoming), server.protocol, log, server.report_server_error))
    except (BrokenPipeError, KeyboardInterrupt, SystemExit):
        pass
    finally:
        server.shutdown()
