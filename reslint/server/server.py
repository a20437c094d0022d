"""The server: which editor it speaks with, what that can do, and what is shown there."""

from __future__ import annotations

import asyncio
import logging
from typing import Any

from lsprotocol import types
from pygls.exceptions import FeatureRequestError
from pygls.lsp.server import LanguageServer

from reslint.running.trust import Trust
from reslint.saying import ENGLISH, LANGUAGES
from reslint.server.diagnostics import diagnostics
from reslint.server.drafts import OpenDraft, OpenDrafts
from reslint.server.judging import DraftJudge
from reslint.server.linters import WATCHED, Linters
from reslint.server.protocol import Protocol
from reslint.server.uris import file_of
from reslint.translations.telling import teller
from reslint.version import __version__

NAME = "reslint"
log = logging.getLogger(__name__)


class Server(LanguageServer):
    """The language server of reslint; `hints` tells whether the titles of what is cited are shown in the text."""

    protocol: Protocol

    def __init__(self) -> None:
        super().__init__(NAME, __version__, protocol_cls=Protocol)
        self.linters = Linters()
        self.judging = DraftJudge(self.linters, self.show)
        self.hints = False
        self.pulled = False
        self.good_bye = False
        self.elsewhere: set[str] = set()
        self._said: set[str] = set()

    @property
    def drafts(self) -> OpenDrafts:
        """The drafts that are open."""
        return self.protocol.drafts

    def begin(self, params: types.InitializeParams) -> None:
        """Learn what the editor can do, before it is told what the server can."""
        self.drafts.encoding = str(getattr(self.workspace.position_encoding, "value", self.workspace.position_encoding))
        text = params.capabilities.text_document
        workspace = params.capabilities.workspace
        refresh = workspace.diagnostics.refresh_support if workspace and workspace.diagnostics else None
        # An editor that asks, but cannot be told to ask again, would never see what the whole judgement brings.
        self.pulled = bool(text and text.diagnostic and refresh)
        options = params.initialization_options if isinstance(params.initialization_options, dict) else {}
        self.configure(options)
        self.drafts.tell = teller(_language(options.get("language"), params.locale))
        self.linters.trust(trust_of(options, self._folders(params)))

    def _folders(self, params: types.InitializeParams) -> tuple[str, ...]:
        """The folders that are open in the editor."""
        uris = [one.uri for one in params.workspace_folders or ()] or [params.root_uri or ""]
        return tuple(path for path in map(file_of, uris) if path)

    def configure(self, options: dict[str, Any]) -> None:
        """Take in the settings of the editor; what is judged by stands in those of the project."""
        self.hints = options.get("inlayHints") is True

    def watch(self) -> None:
        """Ask the editor to tell when a file changes that judgements rest on, if it can."""
        workspace = self.client_capabilities.workspace
        watched = workspace.did_change_watched_files if workspace else None
        if watched and watched.dynamic_registration:
            globs = [types.FileSystemWatcher(glob) for glob in WATCHED]
            options = types.DidChangeWatchedFilesRegistrationOptions(globs)
            wanted = types.Registration("reslint-files", types.WORKSPACE_DID_CHANGE_WATCHED_FILES, options)
            self.client_register_capability(types.RegistrationParams([wanted]))

    def show(self, draft: OpenDraft) -> None:
        """Show what was found in a draft, or ask the editor to ask for it."""
        if self.drafts.get(draft.uri) is not draft:
            return
        self._say_what_failed(draft)
        if not self.pulled:
            self.publish(draft.uri, diagnostics(draft), draft.version)
        elif draft.whole and draft.answered == (draft.version, False):
            self.ask_to_ask()

    def publish(self, uri: str, shown: list[types.Diagnostic], version: int | None = None) -> None:
        """Show these diagnostics of a file, and no others."""
        self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, shown, version))

    def ask_to_ask(self) -> None:
        """Tell an editor that asks for diagnostics that there are others now."""
        self.workspace_diagnostic_refresh(None)

    def judge_anew(self) -> None:
        """Judge all open drafts again: something changed that judgements rest on."""
        for draft in self.drafts:
            self.judging.anew(draft)
        if self.pulled:
            self.ask_to_ask()

    def tell(self, message: str, kind: types.MessageType = types.MessageType.Error) -> None:
        """Show a message to the person, once the editor has begun."""
        if not self.protocol.begun:
            return
        self.window_show_message(types.ShowMessageParams(kind, message))

    def report_server_error(self, error: Exception, source: Any) -> None:
        """Show what went wrong with a notification; what goes wrong with a request stands in its answer."""
        log.error("%s", error)
        if source is not FeatureRequestError:
            self.tell(f"reslint: {' '.join(str(error).split()) or type(error).__name__}")

    def shutdown(self) -> None:
        """End, with what is under way in other threads."""
        self.judging.stop()
        super().shutdown()  # type: ignore[no-untyped-call]

    def _say_what_failed(self, draft: OpenDraft) -> None:
        """Say once what could not be done; it is shown in the draft too, as long as it holds."""
        for line in draft.judged.result.errors if draft.judged else ():
            if line not in self._said:
                self._said.add(line)
                self.tell(line)


def trust_of(options: dict[str, Any], folders: tuple[str, ...]) -> Trust:
    """What the settings of folders may bring, by the option `trusted` of the editor, and the folders that are open.

    An editor that says nothing trusts the folder in which it starts the server, and those above it, as the command line
    does; one that trusts trusts what is open, too, and all folders below; one that does not trusts none.
    """
    trusted = options.get("trusted")
    if trusted is True:
        return Trust(folders=folders)
    return Trust(here=trusted is None)


async def in_thread(act: Any, *given: Any) -> Any:
    """Do something that takes a while, so that key presses are answered meanwhile."""
    return await asyncio.get_running_loop().run_in_executor(None, act, *given)


def _language(*wanted: object) -> str:
    """The first language that is wanted and in which messages can be said ("fr-CH" is French); else English."""
    codes = (one.replace("_", "-").partition("-")[0].lower() for one in wanted if isinstance(one, str))
    return next((code for code in codes if code in LANGUAGES), ENGLISH)
