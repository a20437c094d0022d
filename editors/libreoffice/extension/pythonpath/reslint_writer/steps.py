"""Changes of a document that are one step: undone together, and undone at once where one of them fails."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any


@contextmanager
def one_step(document: Any, title: str, recording: bool) -> Iterator[None]:
    """Make changes as one step of Edit > Undo called `title`, recorded as tracked changes or not.

    Afterwards changes are recorded again as they were before.
    """
    history = document.getUndoManager()
    recorded = document.RecordChanges
    document.lockControllers()
    history.enterUndoContext(title)
    try:
        document.RecordChanges = recording
        yield
    except BaseException:
        history.leaveUndoContext()
        if history.isUndoPossible() and history.getCurrentUndoActionTitle() == title:
            history.undo()
        raise
    else:
        history.leaveUndoContext()
    finally:
        document.RecordChanges = recorded
        document.unlockControllers()
