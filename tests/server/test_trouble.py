"""What goes wrong: rules that fail, editors that talk nonsense, questions that nobody waits for, and the end."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from editor import PATIENCE, Editor
from lsprotocol import types
from pygls.exceptions import JsonRpcException
from wire import OF, OLD, Wire

pytestmark = pytest.mark.slow

SMALL_RULES = Path(__file__).parents[1] / "small_rules"
NEW = f"Resolution 71 (Rev. Bucharest, 2022) {OF}"
LONG = f"blue and {NEW}\n\n" * 20_000
whole = types.TextDocumentContentChangeWholeDocument


NONSENSE = {
    "no JSON": b"{this is no JSON",
    "no UTF-8": b'{"jsonrpc": "2.0", "method": "\xff\xfe"}',
    "no object": b"[1, 2, 3]",
    "a number": b"17",
    "nothing": b"{}",
    "an unknown method": b'{"jsonrpc": "2.0", "method": "reslint/unknown", "params": {}}',
    "an unknown request": b'{"jsonrpc": "2.0", "id": 7, "method": "reslint/unknown", "params": {}}',
    "another version": b'{"jsonrpc": "1.0", "id": 8, "method": "textDocument/hover", "params": {}}',
    "a change of nothing": b'{"jsonrpc": "2.0", "method": "textDocument/didChange", "params": {}}',
    "a change that is a word": b'{"jsonrpc": "2.0", "method": "textDocument/didChange", "params": "blue"}',
    "a hover nowhere": b'{"jsonrpc": "2.0", "id": 9, "method": "textDocument/hover", "params": {"position": -1}}',
    "odd settings": b'{"jsonrpc": "2.0", "method": "workspace/didChangeConfiguration", "params": {"settings": 5}}',
    "an answer to nobody": b'{"jsonrpc": "2.0", "id": 12345, "result": null}',
    "a cancelled question that was never asked": b'{"jsonrpc":"2.0","method":"$/cancelRequest","params":{"id":4711}}',
    "a deep one": b"[" * 5_000 + b"]" * 5_000,
}


@pytest.mark.parametrize("nonsense", NONSENSE.values(), ids=NONSENSE.keys())
def test_nonsense_is_survived(folder: Path, nonsense: bytes) -> None:
    wire = Wire(folder)
    wire.begin()
    wire.say(nonsense)
    assert wire.works()
    status, errors = wire.end()
    assert status == 0
    assert "Traceback" not in errors


def test_wrong_positions_are_taken_for_the_nearest_place(folder: Path) -> None:
    wire = Wire(folder)
    wire.begin()
    assert wire.works()
    far = {"line": 99, "character": 99}
    where = {"textDocument": {"uri": "untitled:works.txt"}, "position": far}
    assert "error" not in wire.ask("textDocument/hover", where, 5)
    assert wire.ask("textDocument/completion", where, 6)["result"]["items"] == []
    assert wire.end()[0] == 0


def test_a_request_before_the_beginning_is_refused(folder: Path) -> None:
    wire = Wire(folder)
    where = {"textDocument": {"uri": "untitled:a"}, "position": {"line": 0, "character": 0}}
    assert wire.ask("textDocument/hover", where, 3).get("result") is None
    wire.begin()
    assert wire.works()
    assert wire.end()[0] == 0


def test_an_editor_that_is_gone_takes_the_server_with_it(folder: Path) -> None:
    wire = Wire(folder)
    wire.begin()
    assert wire.works()
    _, errors = wire.process.communicate(timeout=PATIENCE)
    assert "Traceback" not in errors.decode()


def test_an_editor_that_is_gone_in_the_middle_of_a_message_takes_the_server_with_it(folder: Path) -> None:
    wire = Wire(folder)
    wire.begin()
    wire.say(b'{"jsonrpc', b"Content-Length: 1000\r\n\r\n")
    _, errors = wire.process.communicate(timeout=PATIENCE)
    assert "Traceback" not in errors.decode()


def test_an_end_without_good_bye_is_status_1(folder: Path) -> None:
    wire = Wire(folder)
    wire.begin()
    wire.tell("exit")
    wire.process.communicate(timeout=PATIENCE)
    assert wire.process.returncode == 1


def test_nothing_but_the_protocol_is_said_on_standard_output(folder: Path) -> None:
    rules = folder / "rules"
    rules.mkdir()
    text = (SMALL_RULES / "tst001_grey_word.py").read_text("utf-8")
    (rules / "tst001_grey_word.py").write_text(
        text.replace("import re\n", "import re\n\nprint('a rule is loud')\n"), "utf-8"
    )
    (folder / "reslint.toml").write_text('as-of = "2024-10-15"\nrules-dir = ["rules"]\n', "utf-8")
    wire = Wire(folder)
    wire.begin()
    assert wire.works()
    assert wire.end() == (0, "info: runs rules from rules\na rule is loud\n")


def test_a_key_for_stopping_is_heeded(folder: Path) -> None:
    wire = Wire(folder)
    wire.begin()
    assert wire.works()
    wire.process.send_signal(signal.SIGINT)
    _, errors = wire.process.communicate(timeout=PATIENCE)
    assert "Traceback" not in errors.decode()


@pytest.mark.asyncio
async def test_a_rule_that_fails_is_named_and_the_others_go_on(editor: Editor, folder: Path) -> None:
    (folder / "reslint.toml").write_text(f'as-of = "2024-10-15"\nrules-dir = ["{SMALL_RULES}"]\n', "utf-8")
    uri = editor.open("a.txt", f"{OLD}, crash\n")
    error, *found = await editor.diagnostics(uri)
    assert (error.code, error.severity) == ("could-not-check", types.DiagnosticSeverity.Error)
    assert "TST005" in error.message
    assert "ZeroDivisionError" in error.message
    assert "STA001" in [one.code for one in found]
    assert [one.message for one in editor.client.messages] == [error.message]
    editor.write(uri, "blue\n")
    assert await editor.codes(uri) == []


@pytest.mark.asyncio
async def test_a_rule_file_that_cannot_be_imported_is_named(editor: Editor, folder: Path) -> None:
    (folder / "rules").mkdir()
    (folder / "rules/broken.py").write_text("this is no Python\n", "utf-8")
    (folder / "reslint.toml").write_text('as-of = "2024-10-15"\nrules-dir = ["rules"]\n', "utf-8")
    uri = editor.open("a.txt", f"{OLD}\n")
    (error,) = await editor.diagnostics(uri)
    assert error.code == "could-not-check"
    assert "broken.py:1: cannot be imported (SyntaxError: " in error.message


@pytest.mark.asyncio
async def test_a_question_that_is_cancelled_is_not_answered(editor: Editor) -> None:
    uri = editor.open("a.txt", LONG)
    params = types.DocumentSymbolParams(types.TextDocumentIdentifier(uri))
    asked = editor.client.protocol.send_request(types.TEXT_DOCUMENT_DOCUMENT_SYMBOL, params, msg_id="outline")
    editor.client.cancel_request(types.CancelParams("outline"))
    with pytest.raises(JsonRpcException) as refused:
        await asyncio.wrap_future(asked)
    assert refused.value.code == types.LSPErrorCodes.RequestCancelled
    assert await editor.codes(uri) == []


@pytest.mark.asyncio
async def test_a_question_about_a_text_that_changed_meanwhile_is_answered_for_the_new_one(editor: Editor) -> None:
    uri = editor.open("a.txt", LONG)
    asking = editor.client.text_document_document_link_async(
        types.DocumentLinkParams(types.TextDocumentIdentifier(uri))
    )
    asking = asyncio.ensure_future(asking)
    await editor.settle()  # by now it is being judged
    editor.write(uri, f"{OLD}\n")
    await asking
    (found,) = await editor.diagnostics(uri)
    assert found.range.start == editor.at(uri, "Rev.")


@pytest.mark.asyncio
async def test_a_draft_that_is_closed_while_it_is_judged_shows_nothing(editor: Editor) -> None:
    uri = editor.open("a.txt", LONG + OLD)
    await editor.settle()  # by now it is being judged
    editor.close(uri)
    other = editor.open("b.txt", LONG)
    assert await editor.codes(other) == []  # long drafts are judged one after the other
    assert not [one for one in editor.published if one.uri == uri and one.diagnostics]


@pytest.mark.asyncio
async def test_a_draft_that_is_opened_again_is_judged_as_it_is_then(editor: Editor) -> None:
    uri = editor.open("a.txt", f"{OLD}\n")
    await editor.diagnostics(uri)
    editor.close(uri)
    assert editor.open("a.txt", f"{NEW}\n") == uri
    await editor.until(lambda: [one.version for one in editor.published if one.uri == uri] == [1, None, 1])
    assert await editor.codes(uri) == []


def test_without_what_it_is_built_on_the_server_says_how_to_install_it(folder: Path) -> None:
    missing = folder / "missing"
    missing.mkdir()
    (missing / "pygls.py").write_text("raise ModuleNotFoundError(\"No module named 'pygls'\", name='pygls')\n", "utf-8")
    ran = subprocess.run(
        [sys.executable, "-m", "reslint", "server"],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(missing)},
        input=b"",
        capture_output=True,
        check=False,
    )
    assert ran.returncode == 2
    assert b"pip install 'pygls>=2,<3'" in ran.stderr
    assert b"Traceback" not in ran.stderr
    assert ran.stdout == b""


def test_no_other_command_loads_the_server(folder: Path) -> None:
    (folder / "a.txt").write_text(f"{OLD}\n", "utf-8")
    code = (
        "import sys; from click.testing import CliRunner; from reslint.commands.group import command\n"
        "ran = CliRunner().invoke(command, ['check', 'a.txt']); assert ran.exit_code == 1, ran.output\n"
        "print([name for name in sys.modules if name.startswith(('pygls', 'lsprotocol', 'reslint.server'))])"
    )
    ran = subprocess.run([sys.executable, "-c", code], cwd=folder, capture_output=True, text=True, check=True)
    assert ran.stdout == "[]\n"


@pytest.mark.asyncio
async def test_a_draft_in_a_language_that_is_not_read_says_so(editor: Editor) -> None:
    uri = editor.open("it.txt", "considerando che la risoluzione 140 della Conferenza non è stata riveduta nel 2022\n")
    (said,) = await editor.diagnostics(uri)
    assert said.severity == types.DiagnosticSeverity.Information
    assert said.message == "it is in Italian, which is not read: what it cites was not looked for"
