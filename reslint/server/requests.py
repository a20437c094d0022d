"""Requests and notifications of an editor, and what the server answers to each."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import BinaryIO

from lsprotocol import types

from reslint.api.finding import Applicability
from reslint.server import actions as acting
from reslint.server import looking_up
from reslint.server.commands import register_commands
from reslint.server.completing import completions
from reslint.server.diagnostics import diagnostics
from reslint.server.drafts import OpenDraft
from reslint.server.logs import log_to_standard_error
from reslint.server.server import Server, in_thread
from reslint.server.streams import serve
from reslint.server.symbols import symbols
from reslint.server.uris import file_of

TRIGGERS = [" ", "("]
SWITCH = 0.0005
"""So many seconds a judgement in the other thread may go on while the editor waits; by default it is ten times that."""
KINDS = [types.CodeActionKind.QuickFix, acting.MEND_ALL]


def start(incoming: BinaryIO, outgoing: BinaryIO) -> int:
    """Serve the editor at the other end of two streams until it says good-bye or hangs up.

    The exit status is what the protocol asks for: 0 after a good-bye, else 1.
    """
    log_to_standard_error()
    sys.setswitchinterval(SWITCH)
    server = make_server()
    serve(server, incoming, outgoing)
    return 0 if server.good_bye else 1


def make_server() -> Server:
    """A server that knows what to answer."""
    server = Server()
    _register_lifecycle(server)
    _register_drafts(server)
    _register_answers(server)
    register_commands(server)
    return server


def _register_lifecycle(server: Server) -> None:
    @server.feature(types.INITIALIZE)
    def initialize(params: types.InitializeParams) -> None:
        server.begin(params)
        if server.pulled:
            server.feature(types.TEXT_DOCUMENT_DIAGNOSTIC, types.DiagnosticOptions(False, False, server.name))(pull)

    async def pull(params: types.DocumentDiagnosticParams) -> types.DocumentDiagnosticReport:
        draft = server.drafts.get(params.text_document.uri)
        if draft is None:
            return types.RelatedFullDocumentDiagnosticReport([])
        await server.judging.findings(draft)
        draft.answered = (draft.version, draft.whole)
        server.show(draft)
        return types.RelatedFullDocumentDiagnosticReport(diagnostics(draft))

    @server.feature(types.INITIALIZED)
    def initialized(_: types.InitializedParams) -> None:
        server.watch()

    @server.feature(types.SHUTDOWN)
    def shutdown(_: None) -> None:
        server.good_bye = True

    @server.feature(types.WORKSPACE_DID_CHANGE_CONFIGURATION)
    def configuration(params: types.DidChangeConfigurationParams) -> None:
        settings = params.settings if isinstance(params.settings, dict) else {}
        own = settings.get(server.name)
        if isinstance(own, dict):
            server.configure(own)
        workspace = server.client_capabilities.workspace
        if workspace and workspace.inlay_hint and workspace.inlay_hint.refresh_support:
            server.workspace_inlay_hint_refresh(None)

    @server.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    def watched(params: types.DidChangeWatchedFilesParams) -> None:
        if any(server.linters.rests_on(file_of(change.uri) or "") for change in params.changes):
            server.judge_anew()


def _register_drafts(server: Server) -> None:
    @server.feature(types.TEXT_DOCUMENT_DID_OPEN)
    def opened(params: types.DidOpenTextDocumentParams) -> None:
        uri = params.text_document.uri
        draft = server.drafts.get(uri)
        if draft is not None:
            if server.pulled and uri in server.elsewhere:
                server.publish(uri, [])  # what a check of the folder showed is asked for from now on
            server.elsewhere.discard(uri)
            server.judging.changed(draft)

    @server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    def changed(params: types.DidChangeTextDocumentParams) -> None:
        draft = server.drafts.get(params.text_document.uri)
        if draft is not None:
            server.judging.changed(draft)

    @server.feature(types.TEXT_DOCUMENT_DID_SAVE)
    def saved(params: types.DidSaveTextDocumentParams) -> None:
        """What stands beside a draft may have changed, and not every editor tells."""
        draft = server.drafts.get(params.text_document.uri)
        if draft is not None and not server.linters.up_to_date(draft.name):
            server.judge_anew()

    @server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    def closed(params: types.DidCloseTextDocumentParams) -> None:
        draft = server.drafts.get(params.text_document.uri)
        if draft is not None:
            server.judging.closed(draft)
            if not server.pulled:
                server.publish(draft.uri, [])


def _register_answers(server: Server) -> None:
    judging = server.judging

    @server.feature(types.TEXT_DOCUMENT_HOVER)
    async def hover(params: types.HoverParams) -> types.Hover | None:
        draft = _draft(server, params)
        if draft is None:
            return None
        text = server.client_capabilities.text_document
        formats = text.hover.content_format if text and text.hover else None
        judged = await judging.whole(draft)
        offset = draft.lines.offset(params.position)
        markdown = types.MarkupKind.Markdown in (formats or ())
        return looking_up.hover(judged, draft.lines, offset, markdown=markdown, tell=draft.tell)

    @server.feature(types.TEXT_DOCUMENT_COMPLETION, types.CompletionOptions(trigger_characters=TRIGGERS))
    async def complete(params: types.CompletionParams) -> types.CompletionList | None:
        draft = _draft(server, params)
        if draft is None:
            return None
        judged = await judging.some(draft)
        if judged.linter is None:
            return None
        return types.CompletionList(False, completions(judged.linter, draft.lines, draft.name, params.position))

    @server.feature(types.TEXT_DOCUMENT_DOCUMENT_LINK)
    async def links(params: types.DocumentLinkParams) -> list[types.DocumentLink]:
        draft = _draft(server, params)
        return list(looking_up.links(await judging.whole(draft), draft.lines)) if draft else []

    @server.feature(types.TEXT_DOCUMENT_DOCUMENT_SYMBOL)
    async def outline(params: types.DocumentSymbolParams) -> list[types.DocumentSymbol]:
        draft = _draft(server, params)
        if draft is None:
            return []
        judged = await judging.whole(draft)
        found: list[types.DocumentSymbol] = await in_thread(symbols, judged, draft.lines)
        return found

    @server.feature(types.TEXT_DOCUMENT_INLAY_HINT)
    async def hints(params: types.InlayHintParams) -> list[types.InlayHint]:
        draft = _draft(server, params)
        if draft is None or not server.hints:
            return []
        judged = await judging.whole(draft)
        start, end = draft.lines.offset(params.range.start), draft.lines.offset(params.range.end)
        return list(looking_up.hints(judged, draft.lines, start, end))

    options = types.CodeActionOptions(KINDS, resolve_provider=True)

    @server.feature(types.TEXT_DOCUMENT_CODE_ACTION, options)
    async def actions(params: types.CodeActionParams) -> list[types.CodeAction]:
        draft = _draft(server, params)
        if draft is None:
            return []
        wanted = params.context.only or [types.CodeActionKind.QuickFix, types.CodeActionKind.SourceFixAll]
        findings = await judging.findings(draft)
        offered: list[types.CodeAction] = []
        if _is_wanted(types.CodeActionKind.QuickFix, wanted):
            start, end = draft.lines.offset(params.range.start), draft.lines.offset(params.range.end)
            here = [finding for finding in findings if finding.start <= end and start <= finding.end]
            offered += acting.actions(draft, here, params.context.diagnostics)
        safe = any(finding.fix and finding.fix.applicability is Applicability.SAFE for finding in findings)
        if safe and _is_wanted(acting.MEND_ALL, wanted):
            action = acting.mend_all(draft)
            offered.append(action if _resolves(server) else await resolve(action))
        return offered

    @server.feature(types.CODE_ACTION_RESOLVE)
    async def resolve(action: types.CodeAction) -> types.CodeAction:
        uri = action.data.get("uri") if isinstance(action.data, dict) else None
        draft = server.drafts.get(uri) if isinstance(uri, str) else None
        if draft is not None:
            judged = await judging.whole(draft)
            lines = draft.lines
            mended = await in_thread(acting.all_mended, judged, draft.name)
            action.edit = acting.workspace_edit(draft, acting.edits_between(lines, mended))
        return action


def _draft(server: Server, params: object) -> OpenDraft | None:
    document: types.TextDocumentIdentifier = params.text_document  # type: ignore[attr-defined]
    return server.drafts.get(document.uri)


def _is_wanted(kind: str, wanted: Sequence[str]) -> bool:
    """Whether a kind of action is one of those, or of a part of one: source.fixAll.reslint is a source.fixAll."""
    own = str(getattr(kind, "value", kind))
    names = [str(getattr(one, "value", one)) for one in wanted]
    return any(not name or own == name or own.startswith(f"{name}.") for name in names)


def _resolves(server: Server) -> bool:
    """Whether the editor asks for the edit of an action when it is chosen."""
    text = server.client_capabilities.text_document
    support = text.code_action.resolve_support if text and text.code_action else None
    return support is not None and "edit" in support.properties
