"""The protocol as pygls speaks it, but for three things: drafts are ours, so that lines end where the protocol says;
a change after a close, or of an older version, is not heeded; and a command stops when it is cancelled, and tells how
far it has come where the editor asks for it.
"""

from __future__ import annotations

import inspect
from collections.abc import Generator
from typing import TYPE_CHECKING, Any

from lsprotocol import types
from pygls.exceptions import JsonRpcInvalidParams
from pygls.protocol import LanguageServerProtocol, lsp_method

from reslint.server.drafts import OpenDrafts

if TYPE_CHECKING:
    from cattrs import Converter
    from pygls.lsp.server import LanguageServer


class Protocol(LanguageServerProtocol):
    """What is said between the editor and the server."""

    def __init__(self, server: LanguageServer, converter: Converter) -> None:
        self.drafts = OpenDrafts()
        super().__init__(server, converter)

    @lsp_method(types.INITIALIZE)
    def lsp_initialize(self, params: types.InitializeParams) -> Generator[Any, Any, types.InitializeResult]:
        """The editor says what it can do, and is told what the server can."""
        told = yield from super().lsp_initialize(params)
        commands = told.capabilities.execute_command_provider
        if commands is not None:
            commands.work_done_progress = True
        return told

    # What pygls keeps of each notification that is handled by a generator, it never forgets; these three are plain.
    @lsp_method(types.TEXT_DOCUMENT_DID_OPEN)
    def lsp_text_document__did_open(self, params: types.DidOpenTextDocumentParams) -> None:
        """A draft was opened."""
        self.drafts.open(params.text_document)
        self._tell(types.TEXT_DOCUMENT_DID_OPEN, params)

    @lsp_method(types.TEXT_DOCUMENT_DID_CHANGE)
    def lsp_text_document__did_change(self, params: types.DidChangeTextDocumentParams) -> None:
        """A draft is another now; who listens hears of it only if it is open and this is news."""
        draft = self.drafts.get(params.text_document.uri)
        if draft is not None and draft.change(params.text_document.version, params.content_changes):
            self._tell(types.TEXT_DOCUMENT_DID_CHANGE, params)

    @lsp_method(types.TEXT_DOCUMENT_DID_CLOSE)
    def lsp_text_document__did_close(self, params: types.DidCloseTextDocumentParams) -> None:
        """A draft was closed; who listens still finds it open."""
        self._tell(types.TEXT_DOCUMENT_DID_CLOSE, params)
        self.drafts.close(params.text_document.uri)

    @lsp_method(types.WORKSPACE_EXECUTE_COMMAND)
    async def lsp_workspace__execute_command(  # type: ignore[override]  # pygls takes coroutines too
        self, params: types.ExecuteCommandParams
    ) -> Any:
        """Carry out a command; being cancelled, it is cancelled itself.

        It gets the arguments of the editor, and as `token` that under which the editor wants to hear of its progress.
        """
        handler = self.fm.commands.get(params.command)
        if handler is None:
            raise JsonRpcInvalidParams(f"there is no command {params.command!r}")
        given = params.arguments or ()
        try:
            inspect.signature(handler).bind(*given, token=params.work_done_token)
        except TypeError as error:
            raise JsonRpcInvalidParams(f"{params.command}: {error}") from error
        return await handler(*given, token=params.work_done_token)

    def _tell(self, method: str, params: Any) -> None:
        handler = self.fm.features.get(method)
        if handler is not None:
            handler(params)
