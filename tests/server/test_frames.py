"""What an editor, or something that is none, may send: no frame ends the server, none is answered before its turn."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from editor import PATIENCE
from wire import OLD, Wire

pytestmark = pytest.mark.slow

NOT_INITIALIZED, INVALID_REQUEST, INVALID_PARAMS = -32002, -32600, -32602
BODY = b'{"jsonrpc": "2.0", "method": "x/y", "params": {}}'


def frame(body: bytes) -> bytes:
    return b"Content-Length: %d\r\n\r\n" % len(body) + body


FRAMES = {
    "an empty body": b"Content-Length: 0\r\n\r\n",
    "many empty bodies": b"Content-Length: 0\r\n\r\n" * 50,
    "a length of 23 digits": b"Content-Length: 99999999999999999999999\r\n\r\n",
    "a length of 5000 digits": b"Content-Length: " + b"9" * 5000 + b"\r\n\r\n",
    "a length of a terabyte": b"Content-Length: 1000000000000\r\n\r\n",
    "a negative length": b"Content-Length: -5\r\n\r\n",
    "a negative length with a body": b"Content-Length: -5\r\n\r\n" + BODY,
    "a length that is a word": b"Content-Length: five\r\n\r\n" + BODY,
    "a fraction": b"Content-Length: 5.5\r\n\r\n",
    "a length with a sign": b"Content-Length: +5\r\n\r\n",
    "digits of another script": "Content-Length: \u0665\r\n\r\n".encode(),
    "no length": b"Content-Type: application/json\r\n\r\n" + BODY,
    "a length without a number": b"Content-Length:\r\n\r\n",
    "two lengths": b"Content-Length: 3\r\nContent-Length: %d\r\n\r\n" % len(BODY) + BODY,
    "a length that is too short": b"Content-Length: 10\r\n\r\n" + BODY,
    "other letters": b"content-length:%d\r\n\r\n" % len(BODY) + BODY,
    "other ends of lines": b"Content-Length: %d\n\n" % len(BODY) + BODY,
    "a head of many lines": b"X-Head: 1\r\n" * 5000 + frame(BODY),
    "a line of a megabyte": b"X" * 1_000_000 + b"\r\n" + frame(BODY),
    "zero bytes": b"\0" * 1000 + b"\r\n",
    "words": b"hello\r\n\r\n",
    "a request to a web server": b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n",
    "no JSON": frame(b"{"),
    "no UTF-8": frame(b'{"a": "\xff"}'),
    "UTF-16": frame(BODY.decode().encode("utf-16")),
    "a string": frame(b'"x"'),
    "null": frame(b"null"),
    "an empty object": frame(b"{}"),
    "several at once": frame(b"[" + BODY + b"," + BODY + b"]"),
    "lists in lists": frame(b"[" * 20_000 + b"]" * 20_000),
    "objects in objects": frame(b'{"jsonrpc":' * 2_000 + b"1" + b"}" * 2_000),
    "a number of many digits": frame(b'{"jsonrpc": "2.0", "id": ' + b"9" * 5000 + b', "method": "x"}'),
    "a method that is a number": frame(b'{"jsonrpc": "2.0", "method": 5}'),
    "a method that is a list": frame(b'{"jsonrpc": "2.0", "method": []}'),
    "a method that is null": frame(b'{"jsonrpc": "2.0", "method": null, "id": null}'),
    "an id that is a list": frame(b'{"jsonrpc": "2.0", "id": [], "method": "textDocument/hover"}'),
    "an answer to nobody": frame(b'{"jsonrpc": "2.0", "id": {}, "result": 1}'),
    "an error of nobody": frame(b'{"jsonrpc": "2.0", "id": 1, "error": 5}'),
    "a cancelled nothing": frame(b'{"jsonrpc": "2.0", "method": "$/cancelRequest"}'),
}


def hover(**more: Any) -> dict[str, Any]:
    return {"textDocument": {"uri": "untitled:a"}, "position": {"line": 0, "character": 0}} | more


def test_no_frame_ends_the_server(folder: Path) -> None:
    wire = Wire(folder)
    wire.begin()
    for number, (kind, data) in enumerate(FRAMES.items(), 100):
        wire.say(data, b"")
        assert wire.ask("textDocument/hover", hover(), number)["result"] is None, kind
    assert wire.works()
    status, errors = wire.end()
    assert status == 0
    assert "Traceback" not in errors


def test_before_the_beginning_every_request_is_refused_and_nothing_else_is_said(folder: Path) -> None:
    wire = Wire(folder)
    item = {"uri": "untitled:early.txt", "languageId": "plaintext", "version": 1, "text": OLD}
    for data in FRAMES.values():
        wire.say(data, b"")
    wire.tell("textDocument/didOpen", {"textDocument": item})
    wire.tell("workspace/didChangeConfiguration", {"settings": {"reslint": {"inlayHints": True}}})
    asked = {
        "textDocument/hover": hover(),
        "textDocument/documentLink": hover(),
        "workspace/executeCommand": {"command": "reslint.checkFolder", "arguments": [folder.as_uri()]},
        "textDocument/completion": {"textDocument": 5},
        "reslint/unknown": None,
        "shutdown": None,
    }
    for number, (method, params) in enumerate(asked.items(), 200):
        wire.tell(method, params, id=number)
    heard = [wire.hear() for _ in asked]
    assert [(one["id"], one["error"]["code"]) for one in heard] == [
        (number, NOT_INITIALIZED) for number, _ in enumerate(asked, 200)
    ]
    wire.begin()
    assert wire.works()
    assert wire.end()[0] == 0


def test_what_comes_out_of_turn_is_refused(folder: Path) -> None:
    wire = Wire(folder)
    assert wire.ask("initialize", {"capabilities": 5}, 1)["error"]["code"] == INVALID_PARAMS
    assert wire.ask("textDocument/hover", hover(), 2)["error"]["code"] == NOT_INITIALIZED
    wire.begin()
    again = wire.ask("initialize", {"processId": None, "rootUri": None, "capabilities": {}}, 3)
    assert again["error"]["code"] == INVALID_REQUEST
    assert wire.works()
    wire.ask("shutdown", None, 4)
    assert wire.ask("textDocument/hover", hover(), 5)["error"]["code"] == INVALID_REQUEST
    wire.tell("exit")
    wire.process.communicate(timeout=PATIENCE)
    assert wire.process.returncode == 0


def test_parameters_of_wrong_kinds_are_answered_under_the_number_of_the_request(folder: Path) -> None:
    wire = Wire(folder)
    wire.begin()
    wrong: list[Any] = [
        5,
        "x",
        {},
        {"textDocument": 5},
        hover(position=[1]),
        hover(position={"line": "x", "character": {}}),
        hover(textDocument={}),
    ]
    for number, params in enumerate(wrong, 10):
        error = wire.ask("textDocument/hover", params, number)["error"]
        assert error["code"] == INVALID_PARAMS, params
        assert "traceback" not in json.dumps(error)
    far = 10**15
    for number, (line, character) in enumerate([(-1, 0), (0, -1), (far, far), (-far, -far), (2**31, 2**32)], 50):
        answer = wire.ask("textDocument/hover", hover(position={"line": line, "character": character}), number)
        assert answer.get("error", {"code": INVALID_PARAMS})["code"] == INVALID_PARAMS
    assert wire.works()
    assert wire.end()[0] == 0


URIS = [
    "",
    "x",
    "http://[::1/x",
    "file://[::1/x",
    "file:",
    "file:///",
    "file:///a%00b.txt",
    "file:///" + "x" * 5000 + ".txt",
    "file://host/share/a.txt",
    "file:///a%ff%fe.txt",
    "file:///../../a.txt",
    "file:///%2e%2e/a.txt",
    "untitled:\u0000",
    "untitled:Untitled-1",
    "vscode-notebook-cell:/a.md#x",
    "http://host:99999/a.txt",
    "http://host:port/a.txt",
    "file:///dev/zero",
    "file:///dev",
    "\ud800",
    "file:///\ud800.txt",
    "%",
    "//",
]


def test_no_uri_ends_the_server(folder: Path) -> None:
    wire = Wire(folder)
    root = {"processId": None, "rootUri": "http://[::1/x", "capabilities": {}}
    wire.ask("initialize", root | {"workspaceFolders": [{"uri": uri, "name": "x"} for uri in URIS]})
    wire.tell("initialized", {})
    for number, uri in enumerate(URIS):
        item = {"uri": uri, "languageId": "plaintext", "version": 1, "text": OLD}
        wire.tell("textDocument/didOpen", {"textDocument": item})
        assert "result" in wire.ask("textDocument/hover", hover(textDocument={"uri": uri}), 1000 + number), uri
        wire.tell("textDocument/didSave", {"textDocument": {"uri": uri}})
        wire.tell("workspace/didChangeWatchedFiles", {"changes": [{"uri": uri, "type": 2}]})
        wire.tell("textDocument/didClose", {"textDocument": {"uri": uri}})
        if not uri.startswith("file:///dev"):
            command = {"command": "reslint.checkFile", "arguments": [uri + "/none"]}
            error = wire.ask("workspace/executeCommand", command, 2000 + number)["error"]
            assert "Error" not in error["message"], uri
            assert "data" not in error or error["data"] is None
    assert wire.works()
    status, errors = wire.end()
    assert status == 0
    assert "Traceback" not in errors
