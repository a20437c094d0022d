"""Changes of a document that are one step: undone together, and undone at once where one of them fails."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from reslint_writer.trouble import Trouble

READ_ONLY = "The document is open for reading only. Choose Edit > Edit Mode, then choose this again."


@contextmanager
def one_step(document: Any, title: str, recording: bool) -> Iterator[None]:
    """Make changes as one step of Edit > Undo called `title`, recorded as tracked changes or not.

    Afterwards changes are recorded again as they were before. Raises Trouble if the document may not be changed.
    """
    if document.isReadonly():
        raise Trouble(READ_ONLY)
    history = document.getUndoManager()
    steps = history.getAllUndoActionTitles()
    recorded = document.RecordChanges
    document.lockControllers()
    history.enterUndoContext(title)
    try:
        document.RecordChanges = recording
        yield
    except BaseException:
        history.leaveUndoContext()
        # A step in which nothing was changed leaves none, and the one before is not to be undone.
        if history.getAllUndoActionTitles() != steps:
            history.undo()
        raise
    else:
        history.leaveUndoContext()
    finally:
        document.RecordChanges = recorded
        document.unlockControllers()
