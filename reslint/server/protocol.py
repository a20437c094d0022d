"""The protocol as pygls speaks it, but for four things: drafts are ours, so that lines end where the protocol says;
a change after a close, or of an older version, is not heeded; a command stops when it is cancelled, and tells how
far it has come where the editor asks for it; and what comes out of turn, or cannot be read, is refused as the protocol
wants it.
"""

from __future__ import annotations

import inspect
import logging
from collections.abc import Generator
from typing import TYPE_CHECKING, Any

from lsprotocol import types
from pygls.exceptions import (
    JsonRpcException,
    JsonRpcInvalidParams,
    JsonRpcInvalidRequest,
    JsonRpcServerNotInitialized,
)
from pygls.protocol import LanguageServerProtocol, lsp_method

from reslint.server.drafts import OpenDrafts
from reslint.server.uris import file_of

if TYPE_CHECKING:
    from cattrs import Converter
    from pygls.lsp.server import LanguageServer

log = logging.getLogger(__name__)


class Protocol(LanguageServerProtocol):
    """What is said between the editor and the server."""

    def __init__(self, server: LanguageServer, converter: Converter) -> None:
        self.drafts = OpenDrafts()
        self.begun = False
        super().__init__(server, converter)

    def structure_message(self, data: dict[str, Any]) -> Any:
        """A message as pygls has it; a request that cannot be one is refused under its number."""
        try:
            return super().structure_message(data)
        except JsonRpcException as error:
            number = data.get("id")
            if "method" in data and type(number) in (int, str):
                self._refuse(number, self._out_of_turn(data["method"]) or JsonRpcInvalidParams(str(error)))
            raise

    def handle_message(self, message: Any) -> None:
        """Act on a message in its turn: nothing comes before `initialize`, and nothing after `shutdown` but `exit`."""
        method = getattr(message, "method", None)
        if getattr(message, "jsonrpc", None) != self.VERSION:
            log.warning("what is no message of the protocol is not heeded")
        elif method and hasattr(message, "id") and (refusal := self._out_of_turn(method)):
            self._refuse(message.id, refusal)
        elif self.begun or method in (types.INITIALIZE, types.EXIT):
            super().handle_message(message)

    def _out_of_turn(self, method: object) -> JsonRpcException | None:
        """Why a request is not answered now."""
        if self._shutdown:
            return JsonRpcInvalidRequest("the server was shut down")
        if self.begun == (method == types.INITIALIZE):
            return JsonRpcInvalidRequest("the server is initialized") if self.begun else JsonRpcServerNotInitialized()
        return None

    def _refuse(self, number: Any, error: JsonRpcException) -> None:
        self._send_response(number, None, error.to_response_error())

    def _send_response(self, msg_id: Any, result: Any = None, error: types.ResponseError | None = None) -> None:
        """Answer a request; what went wrong is said without where in the code that was."""
        if error is not None:
            error.data = None
        super()._send_response(msg_id, result, error)

    @lsp_method(types.INITIALIZE)
    def lsp_initialize(self, params: types.InitializeParams) -> Generator[Any, Any, types.InitializeResult]:
        """The editor says what it can do, and is told what the server can. A folder that is none is passed over."""
        if params.root_uri is not None and file_of(params.root_uri) is None:
            params.root_uri = None
        params.workspace_folders = [one for one in params.workspace_folders or () if file_of(one.uri)]
        told = yield from super().lsp_initialize(params)
        commands = told.capabilities.execute_command_provider
        if commands is not None:
            commands.work_done_progress = True
        self.begun = True
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
