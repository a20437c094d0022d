"""An editor for tests: a real client of the protocol, with a real server at the other end of a pipe."""

from __future__ import annotations

import asyncio
import re
import signal
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import Any

from lsprotocol import types
from pytest_lsp import LanguageClient, client_capabilities, make_test_lsp_client

PATIENCE = 120.0
"""So many seconds a test waits for something that should come at once, on a machine with other things to do."""


@lru_cache(1)
def line_starts(text: str) -> list[int]:
    """The first character of each line."""
    return [0, *(end.end() for end in re.finditer(r"\r\n|\r|\n", text))]


class Editor:
    """Drafts in a folder, opened and changed as an editor does it; offsets are characters of a draft."""

    def __init__(self, folder: Path, encoding: str = "utf-16") -> None:
        self.folder = folder
        self.encoding = encoding
        self.published: list[types.PublishDiagnosticsParams] = []
        self.shown: list[types.ShowDocumentParams] = []
        self.registered: list[types.Registration] = []
        self.hints_refreshed = 0
        self.client: LanguageClient = make_test_lsp_client()
        features = self.client.protocol.fm.features
        features[types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS] = self.published.append
        features[types.WINDOW_SHOW_DOCUMENT] = self._show
        features[types.CLIENT_REGISTER_CAPABILITY] = self._register
        features[types.WORKSPACE_INLAY_HINT_REFRESH] = self._refresh_hints
        self.texts: dict[str, str] = {}
        self.versions: dict[str, int] = {}

    async def start(
        self,
        *,
        pulls: bool = False,
        resolves: bool = True,
        options: dict[str, Any] | None = None,
        capabilities: types.ClientCapabilities | None = None,
    ) -> types.InitializeResult:
        """Start the server with the abilities of a modern editor."""
        await self.client.start_io(sys.executable, "-m", "reslint", "server", cwd=self.folder)
        able = capabilities or client_capabilities("visual-studio-code")
        assert able.general is not None
        assert able.text_document is not None
        assert able.workspace is not None
        able.general.position_encodings = [types.PositionEncodingKind(self.encoding)]
        refresh = types.DiagnosticWorkspaceClientCapabilities(refresh_support=True)
        able.text_document.diagnostic = types.DiagnosticClientCapabilities() if pulls else None
        able.workspace.diagnostics = refresh if pulls else None
        able.workspace.inlay_hint = types.InlayHintWorkspaceClientCapabilities(refresh_support=True)
        if not resolves and able.text_document.code_action:
            able.text_document.code_action.resolve_support = None
        return await self.client.initialize_session(
            types.InitializeParams(able, root_uri=self.folder.as_uri(), initialization_options=options)
        )

    def open(self, name: str, text: str, language: str = "plaintext", *, uri: str | None = None) -> str:
        """Open a draft, which need not be on disk; its URI."""
        uri = uri or (self.folder / name).as_uri()
        self.texts[uri], self.versions[uri] = text, 1
        item = types.TextDocumentItem(uri, language, 1, text)
        self.client.text_document_did_open(types.DidOpenTextDocumentParams(item))
        return uri

    def replace(self, uri: str, start: int, end: int, content: str) -> int:
        """Change a draft as if somebody typed; the new version."""
        text = self.texts[uri]
        change = types.TextDocumentContentChangePartial(self.range(uri, start, end), content)
        self.texts[uri] = text[:start] + content + text[end:]
        self.versions[uri] += 1
        self.send(uri, self.versions[uri], [change])
        return self.versions[uri]

    def write(self, uri: str, text: str) -> int:
        """Put another text in the place of a draft's; the new version."""
        return self.replace(uri, 0, len(self.texts[uri]), text)

    def send(self, uri: str, version: int, changes: Sequence[types.TextDocumentContentChangeEvent]) -> None:
        """Send changes, be they right or not."""
        document = types.VersionedTextDocumentIdentifier(version, uri)
        self.client.text_document_did_change(types.DidChangeTextDocumentParams(document, list(changes)))

    def close(self, uri: str) -> None:
        """Close a draft."""
        document = types.TextDocumentIdentifier(uri)
        self.client.text_document_did_close(types.DidCloseTextDocumentParams(document))

    @contextmanager
    def unheard(self) -> Iterator[None]:
        """Say everything before the server hears the first of it, however slow this side is."""
        assert self.client._server is not None
        self.client._server.send_signal(signal.SIGSTOP)
        try:
            yield
        finally:
            self.client._server.send_signal(signal.SIGCONT)

    async def diagnostics(self, uri: str, version: int | None = None) -> list[types.Diagnostic]:
        """What is shown in a draft at a version, its present one unless told otherwise, once all of it was judged.

        On a slow machine any draft may take long to judge, so that a part of what is found is shown first.
        """
        wanted = self.versions.get(uri) if version is None else version
        await self.first(uri, version)
        await self.client.text_document_document_link_async(
            types.DocumentLinkParams(types.TextDocumentIdentifier(uri))
        )  # which is answered from the judgement of the whole, after that was shown
        return list((await self.until(lambda: self._published(uri, wanted))).diagnostics)

    async def first(self, uri: str, version: int | None = None) -> list[types.Diagnostic]:
        """What is shown in a draft at a version as soon as anything is."""
        wanted = self.versions.get(uri) if version is None else version
        return list((await self.until(lambda: self._published(uri, wanted))).diagnostics)

    async def codes(self, uri: str) -> list[str]:
        """The codes of what is shown in a draft."""
        return [str(one.code) for one in await self.diagnostics(uri)]

    async def until(self, seen: Callable[[], Any]) -> Any:
        """Wait until something is there."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            if found := seen():
                return found
            await asyncio.sleep(0.005)
        raise AssertionError(f"nothing came within {PATIENCE} s; messages: {self.client.messages}")

    async def settle(self) -> None:
        """Wait until what was sent has been answered: the server takes messages in order."""
        uri = self.open("settle.txt", "")
        await self.diagnostics(uri)

    async def actions(
        self, uri: str, words: str, *, only: list[Any] | None = None, shown: list[types.Diagnostic] | None = None
    ) -> list[types.CodeAction]:
        """The code actions at the first place of some words."""
        start = self.texts[uri].index(words)
        context = types.CodeActionContext(diagnostics=shown or [], only=only)
        params = types.CodeActionParams(
            types.TextDocumentIdentifier(uri), self.range(uri, start, start + len(words)), context
        )
        offered = await self.client.text_document_code_action_async(params)
        return [one for one in offered or [] if isinstance(one, types.CodeAction)]

    def applied(self, action: types.CodeAction) -> str:
        """The text of a draft after the edit of an action."""
        assert action.edit is not None
        assert action.edit.changes is not None
        ((uri, edits),) = action.edit.changes.items()
        text = self.texts[uri]
        placed = [(self.offset(uri, one.range.start), self.offset(uri, one.range.end), one.new_text) for one in edits]
        for start, end, content in sorted(placed, reverse=True):
            text = text[:start] + content + text[end:]
        return text

    def words(self, uri: str, where: types.Range) -> str:
        """The words of a draft at a range."""
        return self.texts[uri][self.offset(uri, where.start) : self.offset(uri, where.end)]

    def position(self, uri: str, offset: int) -> types.Position:
        """Where a character stands, counted the slow and simple way."""
        before = self.texts[uri][:offset].replace("\r\n", "\n").replace("\r", "\n")
        return types.Position(before.count("\n"), self.units(before.rpartition("\n")[2]))

    def range(self, uri: str, start: int, end: int) -> types.Range:
        """Where some characters stand."""
        return types.Range(self.position(uri, start), self.position(uri, end))

    def offset(self, uri: str, position: types.Position) -> int:
        """Which character stands at a position."""
        text = self.texts[uri]
        starts = line_starts(text)
        at = starts[position.line]
        while self.units(text[starts[position.line] : at]) < position.character:
            at += 1
        assert self.units(text[starts[position.line] : at]) == position.character
        return at

    def units(self, words: str) -> int:
        """How long words are for this editor."""
        return {"utf-8": len(words.encode()), "utf-16": len(words.encode("utf-16-le")) // 2, "utf-32": len(words)}[
            self.encoding
        ]

    def range_offsets(self, uri: str, where: types.Range) -> tuple[int, int]:
        """The characters between which a range stands."""
        return self.offset(uri, where.start), self.offset(uri, where.end)

    def at(self, uri: str, words: str, inside: int = 0) -> types.Position:
        """The position of some words, or of a character of them."""
        return self.position(uri, self.texts[uri].index(words) + inside)

    def _published(self, uri: str, version: int | None) -> types.PublishDiagnosticsParams | None:
        ours = [one for one in self.published if one.uri == uri]
        return ours[-1] if ours and (version is None or ours[-1].version == version) else None

    def _show(self, params: types.ShowDocumentParams) -> types.ShowDocumentResult:
        self.shown.append(params)
        return types.ShowDocumentResult(True)

    def _register(self, params: types.RegistrationParams) -> None:
        self.registered += params.registrations

    def _refresh_hints(self, *_: object) -> None:
        self.hints_refreshed += 1
