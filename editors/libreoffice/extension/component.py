"""The menu entries of reslint in LibreOffice Writer, as LibreOffice finds them."""

from __future__ import annotations

from typing import Any

import unohelper
from com.sun.star.awt.MessageBoxButtons import BUTTONS_OK
from com.sun.star.awt.MessageBoxType import ERRORBOX, INFOBOX
from com.sun.star.frame import DispatchResultEvent, FeatureStateEvent, XDispatchProvider, XNotifyingDispatch
from com.sun.star.frame.DispatchResultState import FAILURE, SUCCESS
from com.sun.star.lang import XInitialization, XServiceInfo

from reslint_writer.commands import COMMANDS
from reslint_writer.trouble import Trouble

NAME = "reslint.writer.Commands"
SERVICES = ("com.sun.star.frame.ProtocolHandler",)
PROTOCOL = "vnd.reslint:"


class Commands(unohelper.Base, XInitialization, XDispatchProvider, XNotifyingDispatch, XServiceInfo):
    """Carries out `vnd.reslint:check`, `remove` and `mend` in the document of a frame.

    What came of it is shown in a box, or told to the listener of a program that asks for it: state and text of the
    result. Nothing of the document is changed where the state is FAILURE.
    """

    def __init__(self, context: Any) -> None:
        self._context = context
        self._frame: Any = None

    def initialize(self, arguments: tuple[Any, ...]) -> None:
        """Learn in which frame."""
        self._frame = arguments[0] if arguments else None

    def queryDispatch(self, url: Any, _target: str, _flags: int) -> Any:
        """Itself, for the addresses it knows."""
        return self if url.Protocol == PROTOCOL and url.Path in COMMANDS else None

    def queryDispatches(self, requests: tuple[Any, ...]) -> tuple[Any, ...]:
        """Itself, for each address that it knows."""
        return tuple(self.queryDispatch(one.FeatureURL, one.FrameName, one.SearchFlags) for one in requests)

    def dispatch(self, url: Any, _arguments: tuple[Any, ...]) -> None:
        """Carry out a command and show what came of it."""
        state, text = self._done(url.Path)
        window = self._frame.getContainerWindow()
        kind = INFOBOX if state == SUCCESS else ERRORBOX
        box = window.getToolkit().createMessageBox(window, kind, BUTTONS_OK, "reslint", text)
        box.execute()
        box.dispose()

    def dispatchWithNotification(self, url: Any, _arguments: tuple[Any, ...], listener: Any) -> None:
        """Carry out a command and tell what came of it."""
        state, text = self._done(url.Path)
        if listener is not None:
            listener.dispatchFinished(DispatchResultEvent(self, state, text))

    def addStatusListener(self, listener: Any, url: Any) -> None:
        """All commands can be chosen at any time."""
        listener.statusChanged(FeatureStateEvent(self, url, "", True, False, None))

    def removeStatusListener(self, _listener: Any, _url: Any) -> None:
        """There is nothing to be told later."""

    def getImplementationName(self) -> str:
        """The name under which it is registered."""
        return NAME

    def supportsService(self, name: str) -> bool:
        """Whether it is of this service."""
        return name in SERVICES

    def getSupportedServiceNames(self) -> tuple[str, ...]:
        """Its services."""
        return SERVICES

    def _done(self, command: str) -> tuple[int, str]:
        try:
            return SUCCESS, COMMANDS[command](self._context, self._frame.getController().getModel())
        except Trouble as trouble:
            return FAILURE, str(trouble)
        except Exception as error:  # whatever it is, a person shall read it, and LibreOffice go on
            return FAILURE, f"reslint failed, and nothing was changed: {type(error).__name__}: {error}"


g_ImplementationHelper = unohelper.ImplementationHelper()
g_ImplementationHelper.addImplementation(Commands, NAME, SERVICES)
