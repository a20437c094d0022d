"""A server of its own for a test, at the other end of a pipe, to which anything can be said."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from editor import PATIENCE

OF = "of the Plenipotentiary Conference"
OLD = f"Resolution 71 (Rev. Dubai, 2018) {OF}"


class Wire:
    """The server at the other end of a pipe, to which anything can be said."""

    def __init__(self, folder: Path) -> None:
        command = [sys.executable, "-m", "reslint", "server"]
        self.process = subprocess.Popen(
            command, cwd=folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )

    def say(self, body: bytes, header: bytes | None = None) -> None:
        assert self.process.stdin is not None
        head = b"Content-Length: %d\r\n\r\n" % len(body) if header is None else header
        self.process.stdin.write(head + body)
        self.process.stdin.flush()

    def tell(self, method: str, params: Any = None, **more: Any) -> None:
        self.say(json.dumps({"jsonrpc": "2.0", "method": method, "params": params, **more}).encode())

    def hear(self) -> Any:
        """The next message."""
        out = self.process.stdout
        assert out is not None
        length = 0
        while (line := out.readline().strip()) or not length:
            name, _, number = line.partition(b":")
            assert name, "the server is gone"
            length = int(number) if name.lower() == b"content-length" else length
        return json.loads(out.read(length))

    def ask(self, method: str, params: Any = None, number: int = 1) -> Any:
        """The answer to a request; what else is said meanwhile is passed over."""
        self.tell(method, params, id=number)
        while (heard := self.hear()).get("id") != number or "method" in heard:
            pass
        return heard

    def begin(self) -> None:
        self.ask("initialize", {"processId": None, "rootUri": None, "capabilities": {}})
        self.tell("initialized", {})

    def works(self) -> bool:
        """Whether a draft that is opened is still judged."""
        item = {"uri": "untitled:works.txt", "languageId": "plaintext", "version": 1, "text": OLD}
        self.tell("textDocument/didOpen", {"textDocument": item})
        while True:
            heard = self.hear()
            params = heard.get("params") or {}
            if heard.get("method") == "textDocument/publishDiagnostics" and params["uri"] == item["uri"]:
                return [one["code"] for one in params["diagnostics"]] == ["STA001"]

    def end(self) -> tuple[int, str]:
        """Say good-bye; the exit status, and what stands on standard error."""
        self.ask("shutdown", None, 99)
        self.tell("exit")
        _, errors = self.process.communicate(timeout=PATIENCE)
        return self.process.returncode, errors.decode()
